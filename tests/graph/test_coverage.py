"""Coverage says of each field how often it was verified, and the documents say what it says."""

from typing import Any

import pytest

from graph.coverage.generate import drifted, wanted, with_coverage
from graph.coverage.measure import Coverage, coverage_of, packaged_coverage
from graph.coverage.wording import document, headline
from graph.reading import Record
from graph.validation.facts import Facts
from graph.validation.places import Entry

LAW: Record = {
    "id": "us-ut/laws/2031/1",
    "title": "An example",
    "citation": "2031 Utah Laws ch. 1",
    "enacted": "2024-03",
    "verified": True,
    "sources": ["https://le.utah.gov/"],
}
TIE: Record = {"on": "printz-v-united-states", "source": "https://le.utah.gov/bill"}


@pytest.fixture(scope="module")
def packaged() -> Coverage:
    """Return the coverage of what the package ships."""
    return packaged_coverage()


def measured(kind: str = "laws", **change: Any) -> Coverage:  # noqa: ANN401 - any field
    """Return the coverage of one law with other fields."""
    return coverage_of(Facts([Entry("mine.yaml", kind, 0, LAW | change)]))


def shares(coverage: Coverage, kind: str) -> dict[str, tuple[int, int]]:
    """Return {field: (recorded, verified)} of one kind of record."""
    found = next((share for share in coverage.kinds if share.kind == kind), None)
    return {f.field: (f.recorded, f.verified) for f in found.fields} if found else {}


def test_a_record_without_doubt_is_verified_whole() -> None:
    """Its facts count, and what names it or says how it was checked does not."""
    coverage = measured()

    assert shares(coverage, "laws") == {"citation": (1, 1), "enacted": (1, 1)}
    assert coverage.kinds[0].clear == 1
    assert coverage.gaps == ()


def test_a_doubt_counts_against_its_field_alone() -> None:
    """And stands among the gaps in its own words."""
    coverage = measured(unverified=["day of signature"])

    assert shares(coverage, "laws") == {"citation": (1, 1), "enacted": (1, 0)}
    assert coverage.kinds[0].clear == 0
    assert [(gap.record, gap.doubts) for gap in coverage.gaps] == [
        ("us-ut/laws/2031/1", ("day of signature",))
    ]


def test_nothing_of_an_unverified_record_is_verified() -> None:
    """Whatever it says, nobody looked."""
    coverage = measured(verified=False)

    assert (coverage.recorded, coverage.verified) == (2, 0)
    assert coverage.gaps[0].doubts == ("the whole record",)


@pytest.mark.parametrize(
    ("tie", "around", "verified"),
    [
        (TIE, True, 1),
        (TIE | {"source": "521 U.S. 898, 935"}, True, 1),
        (TIE | {"source": "compiler's reading"}, True, 0),
        (TIE | {"verified": False}, True, 0),
        (TIE | {"unverified": ["on"]}, True, 0),
        (TIE, False, 0),
        (TIE | {"verified": True}, False, 1),
    ],
)
def test_a_nested_record_is_as_verified_as_it_says_or_as_what_is_around_it(
    tie: Record, around: bool, verified: int
) -> None:
    """And only where its own source can be opened, if it names one."""
    coverage = measured(verified=around, relies_on=[tie])

    assert shares(coverage, "relies_on") == {"on": (1, verified)}


def test_a_record_without_a_source_is_not_verified_where_others_name_theirs() -> None:
    """Where a kind of record has no word for it, a source that can be opened is what verifies."""
    claims: list[Record] = [
        {"id": "a/1", "verdict": "supported", "sources": ["521 U.S. 898"]},
        {"id": "a/2", "verdict": "supported", "sources": ["hearsay"]},
        {"id": "a/3", "verdict": "supported"},
    ]
    entries = [Entry("mine.yaml", "claims", n, claim) for n, claim in enumerate(claims)]

    assert shares(coverage_of(Facts(entries)), "claims") == {"verdict": (3, 1)}


def test_a_kind_that_says_nothing_of_its_checking_is_left_out() -> None:
    """A list of jurisdictions is not a list of facts that somebody checked."""
    facts = Facts([Entry("mine.yaml", "jurisdictions", 0, {"id": "us-ut", "iso3166": "US-UT"})])

    assert coverage_of(facts) == Coverage((), ())


def test_the_shares_of_the_package_add_up(packaged: Coverage) -> None:
    """No field is verified more often than recorded, and every kind of record is there."""
    every = [share for kind in packaged.kinds for share in kind.fields]

    assert all(0 <= share.verified <= share.recorded for share in every)
    assert {kind.kind for kind in packaged.kinds} >= {"cases", "laws", "edges", "relies_on"}
    assert packaged.recorded == sum(share.recorded for share in every) > 5000
    assert len(packaged.gaps) > 100


def test_the_documents_tell_the_coverage_of_the_facts(packaged: Coverage) -> None:
    """A change of the facts changes the shares: run `make coverage`."""
    assert [path.name for path in drifted(packaged)] == []


def test_a_change_of_one_record_makes_the_documents_stale(packaged: Coverage) -> None:
    """The comparison above can fail: one gap less is seen in the README and in the docs."""
    other = Coverage(packaged.kinds, packaged.gaps[1:])

    assert {path.name for path in drifted(other)} == {"README.md", "coverage.md"}
    assert {path.name for path in wanted(other)} == {"README.md", "coverage.md"}


def test_every_gap_is_told(packaged: Coverage) -> None:
    """Each in the words of who compiled it."""
    text = document(packaged)

    assert all(doubt in text for gap in packaged.gaps for doubt in gap.doubts)
    assert headline(packaged) in text


def test_a_readme_without_the_marks_is_refused(packaged: Coverage) -> None:
    """The generator never guesses where the table belongs."""
    with pytest.raises(ValueError, match="one block"):
        with_coverage("# A readme", packaged)
