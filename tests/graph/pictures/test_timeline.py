"""Timelines: every event on the line of years, the chief ones as rows, in the order of time."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

from graph.answers import CaseSummary, LawsAnswer, LawSummary, Litigation
from graph.facets import LawFilter
from graph.lineage import progeny
from graph.pictures.drawing import draw_laws_timeline
from graph.pictures.lawlists import LawsWanted
from graph.pictures.model import Source
from graph.pictures.timeline import MARKS, Event, timeline_picture
from graph.pictures.timelines import case_timeline, laws_timeline
from graph.store import PrecedentStore
from tests.graph.pictures.reading import SVG, overlapping, texts, within, words, xml

SOURCE = Source("2026-11-25", "c" * 64)


def test_the_decisions_that_cite_a_case_stand_in_the_order_of_time(store: PrecedentStore) -> None:
    """With the court's lane, the treatment in words, and the year once."""
    picture = case_timeline(progeny(store, "us/505/144", max_hops=1, limit=99), SOURCE)

    assert [row[0] for row in picture.table.rows] == ["1997-06-27", "2018-05-14"]
    assert [row[1] for row in picture.table.rows] == ["Supreme Court", "Supreme Court"]
    assert "follows it, at 188" in words(picture)
    assert words(picture).index("Printz v. United States") < words(picture).index("Murphy v. NCAA")


def test_what_does_not_fit_is_counted_and_still_on_the_line_of_years(store: PrecedentStore) -> None:
    """Rows are cut to what is asked for; marks are not."""
    answer = progeny(store, "us/505/144", max_hops=1, limit=99)
    later = [
        CaseSummary(f"x:{n}", f"Case {n} v. State", court="ca9", year=1999 + n % 20)
        for n in range(60)
    ]
    many = replace(
        answer, steps=tuple(replace(answer.steps[0], citing=case) for case in later), total=70
    )
    picture = case_timeline(many, SOURCE, most=9)

    assert len(picture.table.rows) == 9
    assert "+51 more, which are marks on the line of years alone." in picture.left_out
    assert "10 more decisions cite it" in picture.left_out
    assert sum("a3.4" in str(p.get("d")) for p in xml(picture).iter(f"{SVG}path")) == 60
    assert overlapping(texts(picture)) == []
    assert within(picture)


OHIO = LawSummary(
    iri="x:0",
    title="Act 0",
    slug="act-0",
    record_kind="law",
    jurisdiction="US-OH",
    jurisdiction_name="Ohio",
    citation=None,
    instrument=None,
    status="in-force",
    as_of=None,
    enacted=None,
    topics=(),
    mechanisms=(),
    verified=True,
)


def law(number: int, **more: Any) -> LawSummary:  # noqa: ANN401 - fields of a law
    """Return a law of Ohio, made in the year 2000 and its number."""
    own = {"iri": f"x:{number}", "title": f"Act {number}", "slug": f"act-{number}"}
    return replace(OHIO, **(own | {"enacted": f"20{number:02}"} | more))


def test_laws_and_what_courts_did_with_them_share_a_timeline() -> None:
    """One decision on two laws is one row that names both; the year may come from its citation."""
    struck = Litigation("A v. B", "struck", "struck-down", "1 F.4th 1 (9th Cir. 2020)")
    one, other, undated = (
        law(1, litigation=(struck,)),
        law(2, litigation=(struck,)),
        law(3, enacted=None),
    )
    answer = LawsAnswer((one, other, undated), 3, 0)
    picture = laws_timeline(answer, LawsWanted(LawFilter(topic="firearms")), {}, SOURCE)

    assert [row[:3] for row in picture.table.rows] == [
        ("2001", "Laws", "Ohio: Act 1"),
        ("2002", "Laws", "Ohio: Act 2"),
        ("2020", "In court", "A v. B"),
    ]
    assert picture.table.rows[2][3] == "struck down: Act 1 (Ohio); Act 2 (Ohio)"
    assert "1 more have no date on record." in picture.left_out
    assert picture.title.startswith("Laws on firearms")


def test_a_topic_of_the_facts_has_laws_and_decisions(packaged: PrecedentStore) -> None:
    """Where not all fit, both lanes have rows."""
    picture = draw_laws_timeline(
        packaged, LawsWanted(LawFilter(topic="immigration-enforcement")), most=20
    )
    lanes = [row[1] for row in picture.table.rows]

    assert len(lanes) == 20
    assert lanes.count("Laws") >= 8
    assert lanes.count("In court") >= 8
    assert overlapping(texts(picture)) == []


def test_every_mark_has_a_shape_of_its_own() -> None:
    """Nothing but its shape tells a mark, so no two are alike."""
    shapes = set()
    for mark in MARKS:
        event = Event("2001", 0, mark, "A", "b", "/cases/a")
        svg = timeline_picture("T", [event], ["L"], {}, SOURCE, most=5).svg
        shapes.add(re.sub(r"<(title|desc).*?</\1>|aria-labelledby=\"[^\"]*\"", "", svg))

    assert len(shapes) == len(MARKS)


def test_links_of_a_timeline_lead_to_this_server_alone() -> None:
    """Any other address is left out, and the words stay."""
    events = [
        Event("2001", 0, "disc", "A", "b", href, 0)
        for href in (
            "javascript:alert(1)",
            "//elsewhere.example",
            "https://elsewhere.example",
            "/cases/a",
        )
    ]
    root = ET.fromstring(timeline_picture("T", events, ["L"], {}, SOURCE, most=5).svg)  # noqa: S314 - our own text

    assert [link.get("href") for link in root.iter(f"{SVG}a")] == ["/cases/a"]
