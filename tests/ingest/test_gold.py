"""How accurate extraction is on annotated references: the floors it may not fall below."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.document import SourceDocument
from ingest.pipeline import build_pipeline, read_references
from ingest.rows import Row, extraction_row
from ingest.sources.files import read_documents

Report = dict[str, Any]


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    """Return the scores that the gold's own script gives to what we extract."""
    text = (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8")
    gold = [json.loads(line) for line in text.splitlines()]
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    predicted = list(rows(shared / "opinions", {row["doc"] for row in gold}))
    scored: Report = scorer.score(gold, predicted, shared / "opinions")
    return scored


def rows(folder: Path, stems: set[str]) -> Iterator[Row]:
    """Yield what we extract from each annotated opinion."""
    nlp = build_pipeline()
    for document in read_documents([folder / f"{stem}.txt" for stem in sorted(stems)]):
        assert isinstance(document, SourceDocument)
        for reference in read_references(document, nlp).references:
            yield extraction_row(reference, document.stem)


@pytest.mark.slow
def test_references_are_found(report: Report) -> None:
    """F1 over the spans of all kinds."""
    assert report["find"]["all"]["f1"] >= 0.95


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["id", "short_case", "named_short"])
def test_short_forms_lead_to_the_right_authority(report: Report, kind: str) -> None:
    """Of all annotated short forms, found or not."""
    assert report["resolution"][kind]["of_all"]["value"] >= 0.85


@pytest.mark.slow
@pytest.mark.parametrize(
    ("attribute", "floor"),
    [("signal", 0.93), ("part", 0.98), ("author", 0.98), ("in_footnote", 0.97)],
)
def test_attributes_are_read(report: Report, attribute: str, floor: float) -> None:
    """Of the references found."""
    assert report["attributes, all rows"][attribute]["of_found"]["value"] >= floor
