"""The citation facts that are shipped are those that the pipeline reads in the opinions."""

from pathlib import Path

import pytest

from graph.citation_facts import fact_files, packaged_facts
from graph.model import DocumentRecord
from ingest.citation_facts import NEIGHBOURS, read_facts
from ingest.document import SourceDocument
from ingest.sources.files import read_documents

RECORDED = (
    "New York v. United States, 505 U.S. 144 (1992)",
    "Printz v. United States, 521 U.S. 898 (1997)",
    "FERC v. Mississippi, 456 U.S. 742 (1982)",
)
HEAD = "{at}\n\nDOE v. ROE\n\nDecided June 1, 2001.\n\nJustice SOUTER delivered the opinion.\n\n"


def facts_of(folder: Path) -> list[DocumentRecord]:
    """Return the facts that the texts of a folder give."""
    return read_facts(d for d in read_documents([folder]) if isinstance(d, SourceDocument))


def text(folder: Path, at: str, cited: tuple[str, ...], name: str = "doe.txt") -> None:
    """Write an opinion that cites some cases."""
    body = " ".join(f"See {case}." for case in cited)
    (folder / name).write_text(HEAD.format(at=at) + body)


@pytest.mark.slow
def test_the_shipped_facts_are_what_the_opinions_give(shared: Path) -> None:
    """Byte by byte, so that no change of the rules or of the cases leaves them behind."""
    written, packaged = fact_files(facts_of(shared / "opinions")), packaged_facts()
    different = sorted(n for n in written.keys() | packaged if written.get(n) != packaged.get(n))

    assert different == [], "run `make facts`, and read what changed"


def test_an_opinion_that_cites_enough_recorded_cases_is_near(tmp_path: Path) -> None:
    """Three of them are enough, and one cited again and again counts once."""
    text(tmp_path, "532 U.S. 1", RECORDED)
    text(tmp_path, "532 U.S. 2", RECORDED[:2] * 3, "roe.txt")
    near = facts_of(tmp_path)

    assert len(RECORDED) == NEIGHBOURS
    assert [str(record.case.citation) for record in near] == ["532 U.S. 1"]


def test_an_opinion_of_a_recorded_case_is_near_whatever_it_cites(tmp_path: Path) -> None:
    """Printz belongs to the doctrine, though a text of it be a page."""
    text(tmp_path, "521 U.S. 898", RECORDED[:1])

    assert len(facts_of(tmp_path)) == 1


def test_a_recorded_case_does_not_count_for_itself(tmp_path: Path) -> None:
    """Nor does what a note of ours cites make facts."""
    text(tmp_path, "532 U.S. 1", RECORDED[:2])
    matter = "---\nkind: note\nname: Reno v. Condon\ncitation: 528 U.S. 141\nyear: 2000\n---\n"
    (tmp_path / "note.md").write_text(matter + "\n".join(f"See {case}." for case in RECORDED))

    assert facts_of(tmp_path) == []


def test_a_text_without_a_case_is_left_out(tmp_path: Path) -> None:
    """Nobody could say whose citations these are."""
    (tmp_path / "nobody.txt").write_text("\n".join(f"See {case}." for case in RECORDED))

    assert facts_of(tmp_path) == []
