"""What tests of reading share: the annotated references, their texts, and what we read there."""

from pathlib import Path

import pytest

from ingest.document import SourceDocument
from ingest.evaluation.rows import Fields, Row, gold_rows
from ingest.pipeline import build_pipeline, read_references
from ingest.rows import extraction_row
from ingest.sources.files import read_documents


@pytest.fixture(scope="session")
def gold(shared: Path) -> list[Row]:
    """Return the annotated references of the shared folder."""
    return gold_rows((shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="session")
def annotated_documents(shared: Path, gold: list[Row]) -> list[SourceDocument]:
    """Return the opinions that the annotated references stand in."""
    paths = [shared / "opinions" / f"{stem}.txt" for stem in sorted({row.doc for row in gold})]
    documents = [d for d in read_documents(paths) if isinstance(d, SourceDocument)]
    assert len(documents) == len(paths)
    return documents


@pytest.fixture(scope="session")
def texts(annotated_documents: list[SourceDocument]) -> dict[str, str]:
    """Return the text of each of these opinions."""
    return {document.stem: document.source for document in annotated_documents}


@pytest.fixture(scope="session")
def predicted(annotated_documents: list[SourceDocument]) -> list[Fields]:
    """Return what we extract from them."""
    nlp = build_pipeline()
    return [
        dict(extraction_row(reference, document.stem))
        for document in annotated_documents
        for reference in read_references(document, nlp).references
    ]
