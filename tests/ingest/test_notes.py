"""The case notes are read exactly as the person who wrote them marked them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.model import Authority, CitingReference
from ingest.document import SourceDocument
from ingest.pipeline import build_pipeline, read_references
from ingest.sources.files import read_documents

ROOT = Path(__file__).resolve().parents[2]
NOTES = sorted((ROOT / "ingest" / "notes").glob("*.md"))
GOLDEN = ROOT / "tests" / "data" / "notes"


def test_each_of_the_seven_notes_has_a_golden_file() -> None:
    """No note goes unchecked, and no golden file is left over."""
    assert len(NOTES) == 7
    assert {p.stem for p in NOTES} == {
        p.name.removesuffix(".citations.json") for p in GOLDEN.glob("*.citations.json")
    }


def named(authority: Authority | None, printed: str) -> str | None:
    """Return an authority as the golden files write it: §§ before several sections."""
    if authority is None:
        return None
    if authority.citation:
        return str(authority.citation)
    if authority.section:
        place = " ".join(word for word in (authority.volume, authority.reporter) if word)
        return f"{place} {'§§' if '§§' in printed else '§'} {authority.section}"
    if authority.reporter:
        return f"{authority.volume} {authority.reporter} {authority.page}"
    return authority.name


def row(reference: CitingReference) -> dict[str, Any]:
    """Return what a golden row states of a reference."""
    return {
        "text": reference.text.replace("*", ""),
        "kind": reference.kind,
        "resolved": named(reference.authority, reference.text),
        "part": reference.part,
        "author": reference.author,
        "pin": reference.pin,
        "signal": reference.signal,
    }


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_a_note_is_read_as_marked(path: Path) -> None:
    """Every reference is found, in order, with its authority, part, author, pin and signal."""
    document = next(iter(read_documents([path])))
    assert isinstance(document, SourceDocument)
    expected = json.loads((GOLDEN / f"{path.stem}.citations.json").read_text(encoding="utf-8"))
    for wanted in expected:
        wanted["text"] = wanted["text"].replace("*", "")
        # The golden files keep the nominative volume of rule 10.3.2; records keep the official one.
        wanted["resolved"] = re.sub(r" \(\d+ \w+\.?\)", "", wanted["resolved"] or "") or None

    assert len(expected) > 20
    assert [
        row(found) for found in read_references(document, build_pipeline()).references
    ] == expected
