"""The picture of a chain: whole, accessible, harmless and always the same."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from graph.answers import CaseSummary, ChainAnswer
from graph.chain import chain
from graph.picture import MOST_NODES, chain_svg
from graph.step_filter import StepFilter
from graph.store import PrecedentStore

SVG = "{http://www.w3.org/2000/svg}"


def drawn(answer: ChainAnswer) -> ET.Element:
    """Return the picture's XML."""
    return ET.fromstring(chain_svg(answer))  # noqa: S314 - our own text


def test_every_case_of_the_lines_is_drawn_with_its_citation(store: PrecedentStore) -> None:
    """Three cases, three boxes; the oldest is leftmost."""
    root = drawn(chain(store, "us/505/144", "us/584/453"))
    texts = [(float(t.get("x", "0")), t.text or "") for t in root.iter(f"{SVG}text")]
    places = {text: x for x, text in texts if re.search(r"\(\d{4}\)$", text)}

    assert len(places) == 3
    assert sorted(places, key=places.__getitem__)[0] == "505 U.S. 144 (1992)"
    assert sorted(places, key=places.__getitem__)[-1] == "584 U.S. 453 (2018)"


def test_the_picture_says_in_words_what_it_shows(store: PrecedentStore) -> None:
    """A title and a description stand for readers who do not see it."""
    root = drawn(chain(store, "us/505/144", "us/584/453"))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")

    assert root.get("role") == "img"
    assert title is not None
    assert "New York v. United States (1992)" in (title.text or "")
    assert desc is not None
    assert "follows (majority, at 188)" in (desc.text or "")


def test_treatment_is_not_told_by_colour(store: PrecedentStore) -> None:
    """Edges differ by words and line style, and all have one colour."""
    root = drawn(chain(store, "us/505/144", "us/521/898", wanted=StepFilter(dissents=True)))

    assert {path.get("stroke") for path in root.iter(f"{SVG}path")} == {"#1f2933"}


def test_a_hostile_name_stays_text(store: PrecedentStore) -> None:
    """Markup in a name is escaped, and a link leads only to a page of this server."""
    answer = chain(store, "us/505/144", "us/521/898")
    bad = CaseSummary(
        iri="https://x/id/case/a/b",
        name='<script>alert(1)</script> v. "Q" & Co.',
        slug="javascript:alert(1)",
        year=1992,
    )
    line = answer.chains[0]
    step = replace(line.steps[0], cited=bad)
    root = drawn(
        replace(
            answer,
            start=bad,
            chains=(replace(line, cases=(bad, line.cases[1]), steps=(step,)),),
        )
    )
    found = (link.get("{http://www.w3.org/1999/xlink}href") for link in root.iter(f"{SVG}a"))
    links = [link for link in found if link]

    assert not list(root.iter(f"{SVG}script"))
    assert links
    assert all(link.startswith("/cases/") for link in links)


def test_the_same_answer_gives_the_same_picture(store: PrecedentStore) -> None:
    """Nothing of the moment gets into the file."""
    answer = chain(store, "us/505/144", "us/584/453")

    assert chain_svg(answer) == chain_svg(answer)


def words(root: ET.Element) -> str:
    """Return the words that a picture shows."""
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def test_a_picture_says_that_more_lines_are_known(store: PrecedentStore) -> None:
    """In the legend and in the description; a whole picture says nothing of the kind."""
    part = drawn(chain(store, "us/505/144", "us/584/453", limit=1))
    whole = drawn(chain(store, "us/505/144", "us/584/453"))

    assert "1 of the lines known are drawn; there are more." in words(part)
    assert "there are more" in (part.findtext(f"{SVG}desc") or "")
    assert "there are more" not in words(whole) + (whole.findtext(f"{SVG}desc") or "")


def test_a_crowd_is_cut_to_whole_lines(store: PrecedentStore) -> None:
    """More than 25 cases are never drawn, and no step hangs in the air."""
    answer = chain(store, "us/505/144", "us/521/898")
    line = answer.chains[0]
    many = tuple(
        replace(
            line,
            cases=(line.cases[0], replace(line.cases[0], iri=f"x:{n}", year=1993), line.cases[1]),
            steps=(),
        )
        for n in range(40)
    )
    root = drawn(replace(answer, chains=many))
    nodes = [g for g in root.iter(f"{SVG}g") if g.get("class") == "node"]

    assert len(nodes) <= MOST_NODES
    assert "23 of the lines known are drawn; there are more." in words(root)
