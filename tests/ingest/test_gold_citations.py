"""What a person recorded of the citing references of three opinions is held against ours."""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.citation_facts import packaged_facts, records_of
from graph.iri import authority_iri, thing_iri
from graph.model import CitingReference, DocumentRecord
from ingest.evaluation.recorded import Held, compared, figures, hold, pin_key, read_recorded

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "citation-facts.md").read_text(encoding="utf-8")
NAMED = {
    "printz-v-us-1997": thing_iri("case", "us", "521", "898"),
    "new-york-v-us-1992": thing_iri("case", "us", "505", "144"),
    "nfib-v-sebelius-2012": thing_iri("case", "us", "567", "519"),
}
RIGHT = {"copy", "recorded", "ours", "labels", "passage"}
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def records() -> dict[str, DocumentRecord]:
    """Return what the packaged facts tell, by the IRI of the case; other tests compare it."""
    return {authority_iri(record.case): record for record in records_of(packaged_facts())}


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, Any]]:
    """Return what the person recorded."""
    text = (shared / "dossier" / "gold_citations.yaml").read_text(encoding="utf-8")
    recorded: list[dict[str, Any]] = yaml.safe_load(text)["citations"]
    return recorded


@pytest.fixture(scope="module")
def held(rows: list[dict[str, Any]], records: dict[str, DocumentRecord]) -> Held:
    """Return both held against each other."""
    return hold(read_recorded(rows, NAMED), records.values())


def settled() -> list[dict[str, str]]:
    """Return the disagreements that the documents settle."""
    with (DOCS / "citation-disagreements.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("citing", NAMED)
def test_every_verified_case_is_cited(
    citing: str, rows: list[dict[str, Any]], records: dict[str, DocumentRecord]
) -> None:
    """The cited case of each verified fact is among the cases that the opinion is read to cite."""
    verified = [row for row in rows if row["citing"] == citing and row["verified"]]
    wanted = {fact.cited for fact in read_recorded(verified, NAMED)}
    references = records[NAMED[citing]].references
    found = {authority_iri(ref.authority) for ref in references if ref.authority}

    assert len(verified) > 40
    assert len(wanted) >= 4
    assert wanted - found == set()


def test_the_page_tells_how_far_both_agree(held: Held) -> None:
    """With n and the Wilson interval of each field."""
    told = "".join(
        f"| {name} | {s.right} | {s.n} | {100 * (s.value or 0):.1f} %"
        f" | {100 * (s.low or 0):.1f} to {100 * (s.high or 0):.1f} |\n"
        for name, s in figures(held).items()
    )

    assert len(held.pairs) + len(held.missing) == 404
    assert told in PAGE


def test_each_disagreement_is_settled_and_nothing_else(
    held: Held, records: dict[str, DocumentRecord]
) -> None:
    """A change of the rules that brings or takes a disagreement changes the list."""
    treatments = {
        (slug_of(records, iri), ref.start): ref.treatment
        for iri, record in records.items()
        for ref in (*record.references, *record.named)
    }

    def shown(field: str, text: str, slug: str, start: int | None) -> str:
        return treatments[slug, start] if field == "treatment" and start is not None else text

    now: Counter[Row] = Counter()
    for d in held.disagreements():
        slug = slug_of(records, d.fact.citing)
        read = shown(d.field, d.read, slug, d.start)
        recorded = d.fact.treatment if d.field == "treatment" else d.recorded
        place = (slug, d.fact.part, d.fact.page, d.fact.name)
        now[*place, d.field, recorded, read, str(d.start or "")] += 1
    fields = ("opinion", "part", "page", "cited", "field", "recorded", "read", "offset")
    then = Counter(tuple(row[field] for field in fields) for row in settled())

    assert now == then


def slug_of(records: dict[str, DocumentRecord], iri: str) -> str:
    """Return how the documents call an opinion."""
    return records[iri].slug or iri


def test_each_settlement_says_who_is_right_and_why() -> None:
    """And the page counts them."""
    counts = Counter(row["right"] for row in settled())
    told = dict(re.findall(r"^\| (\w+) \| (\d+) \| [^|]+ \|$", PAGE, re.M))

    assert counts.keys() == RIGHT
    assert {name: int(told[name]) for name in RIGHT} == counts
    assert all(len(row["why"].split()) > 4 for row in settled())
    assert f"the {counts.total()} disagreements" in PAGE


def reference(**fields: Any) -> CitingReference:  # noqa: ANN401 - any field of a reference
    """Return a reference that states only what a test is about."""
    plain: dict[str, Any] = {
        "start": 0,
        "end": 5,
        "text": "words",
        "kind": "full_case",
        "part": "majority",
        "author": "Scalia",
        "in_footnote": False,
        "signal": "none",
        "treatment": "follows",
    }
    return CitingReference(**(plain | fields))


def test_equal_references_are_paired_before_such_as_only_come_first() -> None:
    """A fact without a twin takes what is left, and a footnote's only a footnote's."""
    rows = [
        {
            "citing": "x",
            "part": "majority",
            "author": "Scalia",
            "citing_page": "5",
            "cited": "New York v. United States",
            "cited_cite": "505 U.S. 144",
            "signal": "see",
            "treatment": "cites",
            "pin": pin,
        }
        | note
        for pin, note in (("166", {}), ("188 (plurality)", {}), ("188", {"footnote": 3}))
    ]
    (record,) = [r for r in records_of(packaged_facts()) if r.slug == "printz-v-united-states"]
    cited = next(r.authority for r in record.references if r.pin == "188")
    refs = tuple(
        reference(start=start, authority=cited, pin=pin, signal=signal)
        for start, pin, signal in ((1, "188", "see"), (2, "170", "none"))
    )
    made = DocumentRecord(record.case, "opinion", "a" * 64, "x", "test/1", references=refs)
    held = hold(read_recorded(rows, {"x": authority_iri(record.case)}), [made])

    assert [(fact.pin, ref.start) for fact, ref in held.pairs] == [("188", 1), ("166", 2)]
    assert [fact.footnote for fact in held.missing] == [True]
    assert compared(*held.pairs[1])["pin"] == ("166", pin_key("170"))
    assert figures(held)["found"].right == 2
