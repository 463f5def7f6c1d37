"""Facts are held against every rule, and each fault is told with its file, line and rule."""

import copy
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.curated import NESTED
from graph.reading import Record
from graph.validation.facts import Facts, load
from graph.validation.places import Entry
from graph.validation.shapes import conforms_to_its_shape
from graph.validation.table import CHECKS, name_of, rules, validate

TODAY = datetime.date(2026, 11, 25)

LAW: Record = {
    "id": "us-ut/laws/2031/1",
    "type": "StateLaw",
    "slug": "us-ut-example-2031",
    "title": "An example",
    "jurisdiction": "us-ut",
    "instrument": "statute",
    "record_kind": "law",
    "citation": "2031 Utah Laws ch. 1",
    "enacted": "2024-03",
    "effective": "2024-05-01",
    "status": "in-force",
    "as_of": "2026-11-01",
    "topics": ["firearms"],
    "mechanisms": ["non-cooperation"],
    "verified": True,
    "verification": "partial",
    "unverified": ["day of signature"],
    "sources": ["https://le.utah.gov/"],
    "relies_on": [
        {
            "on": "printz-v-united-states",
            "evidence": "1",
            "bearing": "supports",
            "source": "section 1",
            "confidence": "high",
            "as_of": "2026-11-01",
        }
    ],
}
CASE: Record = {
    "id": "f4th/999/1",
    "slug": "doe-v-roe",
    "name": "Doe v. Roe",
    "bluebook": "Doe v. Roe, 999 F.4th 1 (9th Cir. 2025)",
    "citations": ["999 F.4th 1"],
    "court": "ca9",
    "year": 2025,
    "decided": "2025-06-01",
    "role": "application",
    "holding": "A state may decline to help.",
    "sources": ["999 F.4th 1"],
    "verified": True,
    "as_of": "2026-11-01",
    "edges": [
        {
            "to": "printz-v-united-states",
            "opinion": "opinion_path:f4th/999/1/majority",
            "part": "majority",
            "treatment": "follows",
            "verified": True,
            "as_of": "2026-11-01",
        }
    ],
}
CLAIM: Record = {
    "id": "confederation-essay/99",
    "article": "confederation-essay",
    "claim": "RGGI covers nine states",
    "value_claimed": "9",
    "value_found": "10",
    "verdict": "contradicted",
    "sources": ["https://example.org/rggi"],
    "as_of": "2026-11-01",
}
PLACE: Record = {"id": "us-xx", "name": "Nowhere", "iso3166": "US-XX"}
SOUND = {"laws": LAW, "cases": CASE, "jurisdictions": PLACE, "claims": CLAIM}
FIRST: Record = {"status": "enjoined", "from": "2024-05"}
SECOND: Record = {"status": "in-force", "from": "2025-01"}
MEMBER: Record = {"member": "us-ut", "from": "2020-01-01"}
Change = dict[str, Any]


@pytest.fixture(scope="module")
def packaged() -> list[Entry]:
    """Return the packaged records, which others may name."""
    facts, faults = load()
    assert faults == []
    return list(facts.checked)


def changed(kind: str, change: Change) -> Record:
    """Return a sound record with other values; None takes a field out, a dot leads into a list."""
    record = copy.deepcopy(SOUND[kind])
    for path, value in change.items():
        key, _, inner = path.partition(".")
        holder = record[key][0] if inner else record
        holder[inner or key] = value
        if value is None:
            del holder[inner or key]
    return record


def told(packaged: list[Entry], kind: str, change: Change, check: Callable[..., Any]) -> list[str]:
    """Return the fields at which a rule finds fault with a changed record."""
    entry = Entry("mine.yaml", kind, 0, changed(kind, change))
    return [place.field for place, _ in check(Facts([entry], packaged, TODAY))]


# Rule, kind of record, the change that breaks it and the field that is told, one that keeps it.
ROWS: list[tuple[str, str, Change, str, Change]] = [
    ("says-something", "laws", {"note": " "}, "note", {"note": "Seen."}),
    ("known-field", "laws", {"colour": "red"}, "colour", {"summary": "Short."}),
    ("known-field", "laws", {"relies_on.color": "red"}, "relies_on[0].color", {"relies_on.note": "x"}),
    ("field-of-its-record", "laws", {"vote": "5-4"}, "vote", {"level": "state"}),
    ("field-of-its-record", "cases", {"enacted": "2020"}, "enacted", {"vote": "2-1"}),
    ("known-class", "laws", {"type": "StateLow"}, "type", {"type": "Resolution"}),
    ("known-term", "laws", {"topics": ["firearms", "guns"]}, "topics[1]", {"topics": ["hemp"]}),
    ("known-term", "laws", {"status": "asleep"}, "status", {"status": "repealed"}),
    ("known-term", "laws", {"mechanisms": ["magic"]}, "mechanisms[0]", {"mechanisms": ["compact"]}),
    ("known-term", "laws", {"relies_on.evidence": 9}, "relies_on[0].evidence", {"relies_on.evidence": 8}),
    ("known-term", "cases", {"elements": ["no-such-element"]}, "elements[0]", {"elements": ["severability"]}),
    ("known-term", "cases", {"edges.treatment": "likes"}, "edges[0].treatment", {"edges.treatment": "applies"}),
    ("known-record", "laws", {"jurisdiction": "us-zz"}, "jurisdiction", {"jurisdiction": "us-ca"}),
    ("known-name", "laws", {"relies_on.on": "nobody-v-nothing"}, "relies_on[0].on", {"relies_on.on": "testa-v-katt"}),
    ("known-name", "cases", {"edges.to": "nobody-v-nothing"}, "edges[0].to", {"edges.to": "testa-v-katt"}),
    ("known-question", "claims", {"question": "rggi-state"}, "question", {"question": "rggi-states"}),
    ("known-court", "cases", {"court": "the-ninth"}, "court", {"court": "cand"}),
    ("own-opinion", "cases", {"edges.opinion": "opinion_path:us/521/898/majority"}, "edges[0].opinion", {}),
    ("own-opinion", "cases", {"edges.part": "dissent"}, "edges[0].opinion", {}),
    ("opinion-of-the-case", "cases", {"opinions": [{"part": "per-curiam"}]}, "edges[0].opinion", {"opinions": [{"part": "majority", "author": "Bybee"}]}),
    ("one-record-for-one-thing", "laws", {"id": "us-ca/gov/7599"}, "id", {}),
    ("one-record-for-one-thing", "cases", {"slug": "printz-v-united-states"}, "slug", {}),
    ("one-record-for-one-authority", "cases", {"citations": ["999 F.4th 1", "117 S.Ct. 2365"]}, "citations[1]", {}),
    ("date-exists", "laws", {"enacted": "2026-02-30"}, "enacted", {"enacted": "2024-02-29"}),
    ("date-exists", "laws", {"relies_on.as_of": "last week"}, "relies_on[0].as_of", {"relies_on.as_of": "2026"}),
    ("not-in-the-future", "laws", {"as_of": "2026-11-26"}, "as_of", {"as_of": "2026-11"}),
    ("not-in-the-future", "cases", {"decided": "2027"}, "decided", {"decided": "2026-11-25"}),
    ("in-order", "laws", {"effective": "2024-02"}, "effective", {"effective": "2024"}),
    ("in-order", "laws", {"members": [{"member": "us-ut", "from": "2020", "until": "2019"}]}, "members[0].until", {"members": [{"member": "us-ut", "from": "2020", "until": "2020-02"}]}),
    ("checked-after-it-happened", "laws", {"as_of": "2024-02"}, "as_of", {"as_of": "2024-03"}),
    ("checked-after-it-happened", "cases", {"as_of": "2025-05-31"}, "as_of", {"as_of": "2025"}),
    ("times-of-a-status-in-turn", "laws", {"statuses": [FIRST | {"until": "2025-01"}, SECOND | {"from": "2024-12"}]}, "statuses[1].from", {"statuses": [FIRST | {"until": "2025-01"}, SECOND]}),
    ("times-of-a-status-in-turn", "laws", {"statuses": [FIRST]}, "status", {"statuses": [FIRST | {"until": "2026"}]}),
    ("member-once-at-a-time", "laws", {"members": [MEMBER, MEMBER]}, "members[1].member", {"members": [MEMBER | {"until": "2020-06"}, MEMBER | {"from": "2021"}]}),
    ("member-once-at-a-time", "laws", {"members": [MEMBER | {"until": "2021-06"}, MEMBER | {"from": "2020-12"}]}, "members[1].member", {"members": [MEMBER, MEMBER | {"member": "us-wy"}]}),
    ("citing-reference-once", "cases", {"edges": [*CASE["edges"], *CASE["edges"]]}, "edges[1].to", {"edges": [*CASE["edges"], CASE["edges"][0] | {"treatment": "discusses"}]}),
    ("code-of-the-jurisdiction", "jurisdictions", {"iso3166": "US-ZZ"}, "iso3166", {"iso3166": "US-XX"}),
    ("year-of-the-decision", "cases", {"year": 2024}, "year", {"decided": None}),
    ("cites-what-is-older", "cases", {"decided": "1990-01-01", "year": 1990}, "edges[0].to", {"decided": "1997-06-27"}),
    ("reporter-citation-round-trip", "cases", {"citations": ["999 F.4th 1", "2 S.Ct. 9"]}, "citations[1]", {"citations": ["2 S. Ct. 9"]}),
    ("reporter-citation-round-trip", "cases", {"citations": ["page nine"]}, "citations[0]", {}),
    ("full-citation-in-bluebook-form", "cases", {"bluebook": "Doe v. Roe, 999 F.4th 1 (CA9 2025)"}, "bluebook", {}),
    ("id-says-the-authority", "cases", {"id": "f4th/999/2"}, "id", {}),
    ("id-says-the-authority", "cases", {"citations": None}, "id", {"citations": None, "id": "ca9/24-1/2025", "docket": ["24-1 (en banc)", "24-2"]}),
    ("slug-form", "laws", {"slug": "us_ut"}, "slug", {"slug": "us-ut-2"}),
    ("address-form", "laws", {"sources": ["www.utah.gov"]}, "sources[0]", {"sources": ["Utah House Journal 3"]}),
    ("address-form", "laws", {"relies_on.source": "see https://localhost/a"}, "relies_on[0].source", {"relies_on.source": "see https://utah.gov/a"}),
    ("address-form", "laws", {"sources": ["https://me:pass@utah.gov/"]}, "sources[0]", {}),
    ("sourced", "laws", {"sources": ["a newspaper"]}, "sources", {"sources": ["584 U.S. 453, 470"]}),
    ("sourced", "laws", {"sources": None}, "sources", {"sources": ["a newspaper"], "verified": False}),
    ("doubt-names-a-field", "laws", {"unverified": ["the weather"]}, "unverified[0]", {"unverified": ["title: the short one"]}),
    ("verification-agrees", "laws", {"verified": False}, "verification", {"verified": False, "verification": "none"}),
    ("verification-agrees", "laws", {"verification": "full"}, "verification", {"verification": "full", "unverified": None}),
    ("verification-agrees", "laws", {"verification": "some"}, "verification", {}),
    ("conforms-to-its-shape", "laws", {"title": None}, "title", {}),
    ("conforms-to-its-shape", "laws", {"status": None}, "status", {}),
    ("conforms-to-its-shape", "laws", {"relies_on.confidence": None}, "relies_on[0].confidence", {}),
    ("conforms-to-its-shape", "cases", {"holding": "x", "court": None}, "court", {}),
]  # fmt: skip
BY_NAME = {name_of(check): check for check in CHECKS}


@pytest.mark.parametrize(("rule", "kind", "wrong", "where", "right"), ROWS)
def test_a_rule_finds_what_breaks_it_and_passes_what_keeps_it(
    packaged: list[Entry], rule: str, kind: str, wrong: Change, where: str, right: Change
) -> None:
    """The fault is told at the field that is wrong, and nowhere in the other record."""
    assert told(packaged, kind, wrong, BY_NAME[rule]) == [where]
    assert told(packaged, kind, right, BY_NAME[rule]) == []


@pytest.mark.parametrize("key", NESTED)
def test_a_nested_record_of_every_kind_has_a_shape(packaged: list[Entry], key: str) -> None:
    """One that says nothing at all is told what it lacks."""
    kind = "cases" if key in ("edges", "opinions", "procedural_history") else "laws"
    bare = Entry("mine.yaml", kind, 0, SOUND[kind] | {key: [{"note": "nothing"}]})
    found = [place.field for place, _ in conforms_to_its_shape(Facts([bare], packaged, TODAY))]

    assert [field for field in found if field.startswith(f"{key}[0]")]


def test_every_rule_has_a_row_above() -> None:
    """A rule without a record that breaks it proves nothing."""
    assert {row[0] for row in ROWS} == set(BY_NAME)
    assert all(sentence.endswith(".") for sentence in rules().values())


@pytest.mark.parametrize("kind", SOUND)
def test_the_sound_records_keep_every_rule(packaged: list[Entry], kind: str) -> None:
    """What the rows above change is right before they change it."""
    facts = Facts([Entry("mine.yaml", kind, 0, SOUND[kind])], packaged, TODAY)

    assert [(name_of(c), str(place.value), said) for c in CHECKS for place, said in c(facts)] == []


def test_the_packaged_facts_keep_every_rule() -> None:
    """Run `precedent validate` and mend what it tells."""
    done = validate()

    assert [(f.file, f.line, f.record, f.field, f.rule, f.message) for f in done.faults] == []
    assert done.records["cases"] >= 120
    assert done.records["laws"] >= 100


FAULTY = """\
- id: us-ut/laws/2031/1
  jurisdiction: us-ut
  slug: us-ut-example
  slug: us-ut-other
  status: asleep
  topics:
  - firearms
  - gardening
- id: BAD id
  jurisdiction: us-ut
- id: x/1
- id: us-ut/laws/2031/2
  jurisdiction: us-ut
  relies_on: printz-v-united-states
"""


def test_all_faults_of_a_file_are_told_with_their_lines(tmp_path: Path) -> None:
    """One run is enough: the first fault hides no other, and an unreadable record no readable one."""
    (tmp_path / "mine.yaml").write_text(FAULTY, encoding="utf-8")
    done = validate([tmp_path])
    found = {(fault.line, fault.field, fault.rule) for fault in done.faults}

    assert {
        (1, "sources", "conforms-to-its-shape"),
        (1, "title", "conforms-to-its-shape"),
        (4, "slug", "readable"),
        (5, "status", "known-term"),
        (8, "topics[1]", "known-term"),
        (9, "", "readable"),
        (11, "", "readable"),
        (12, "", "readable"),
    } <= found
    assert done.records == {"laws": 1}
    assert {fault.file for fault in done.faults} == {str(tmp_path / "mine.yaml")}


@pytest.mark.parametrize(
    ("data", "said", "line"),
    [
        (b"- id: a\n  b: ]\n", "is not YAML", 2),
        (b"id: a\n", "every record is a mapping with an id", None),
        (b"- id: \xff\n", "not UTF-8 at byte 6", None),
        (b"- id: us-ut/1\n  jurisdiction: us-ut\n  sources: &s [a]\n  topics: *s\n", "alias", 3),
        (b"- id: us-ut/1\n  jurisdiction: us-ut\n  summary: {a: b}\n", "summary is no record", 1),
        (b"- id: us-ut/1\n  jurisdiction: us-ut\n  2024: b\n", "the key 2024 is no word", 1),
    ],
)
def test_what_cannot_be_read_is_one_fault_with_its_place(
    tmp_path: Path, data: bytes, said: str, line: int | None
) -> None:
    """A broken file ends no other check and hides behind no stack trace."""
    path = tmp_path / "mine.yaml"
    path.write_bytes(data)
    done = validate([path])

    assert [(fault.rule, fault.line) for fault in done.faults] == [("readable", line)]
    assert said in done.faults[0].message


def test_a_copy_of_a_packaged_record_is_a_second_record(tmp_path: Path) -> None:
    """The same authority is recorded once, and the fault names where."""
    path = tmp_path / "mine.yaml"
    path.write_text(
        "- {id: us-ca/gov/7284, jurisdiction: us-ca, slug: us-ca-mine}\n", encoding="utf-8"
    )
    ids = [fault for fault in validate([path]).faults if fault.field == "id"]

    assert [fault.rule for fault in ids] == ["one-record-for-one-thing"]
    assert "graph/facts/laws/" in ids[0].message


def test_one_packaged_file_is_checked_among_the_others() -> None:
    """Its records may name those of other files, and only its own are counted."""
    path = Path(__file__).parents[2] / "graph" / "facts" / "cases" / "courts-below.yaml"
    done = validate([path])

    assert done.faults == ()
    assert done.files == 1
    assert set(done.records) == {"cases"}
