"""Each verified fact about what Printz and New York cite is found in their full texts."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from graph.bluebook import parse_reporter_citation
from graph.iri import case_iri
from graph.model import DocumentRecord
from ingest.document import SourceDocument
from ingest.pipeline import build_pipeline, read_references
from ingest.sources.files import read_documents

OPINIONS = {
    "printz-v-us-1997": "printz-v-united-states",
    "new-york-v-us-1992": "new-york-v-united-states",
}
# Why a verified row is not found: the text at hand differs from the reporter that was checked.
KNOWN_ABSENT: dict[tuple[str, str], str] = {}


@pytest.fixture(scope="module")
def read(shared: Path) -> dict[str, DocumentRecord]:
    """Return both opinions as the pipeline reads them."""
    nlp = build_pipeline()
    paths = [shared / "opinions" / f"{stem}.txt" for stem in OPINIONS.values()]
    documents = [d for d in read_documents(paths) if isinstance(d, SourceDocument)]
    return {document.stem: read_references(document, nlp) for document in documents}


@pytest.mark.slow
@pytest.mark.parametrize("citing", OPINIONS)
def test_every_verified_citation_is_found_or_listed_with_the_reason(
    shared: Path, read: dict[str, DocumentRecord], citing: str
) -> None:
    """The cited case of each verified row is among the cases the text is read to cite."""
    facts = yaml.safe_load((shared / "dossier" / "gold_citations.yaml").read_text())["citations"]
    rows = [row for row in facts if row["citing"] == citing and row["verified"]]
    found = Counter(
        case_iri(reference.authority.citation)
        for reference in read[OPINIONS[citing]].references
        if reference.authority and reference.authority.citation
    )
    wanted = {row["cited_cite"]: parse_reporter_citation(row["cited_cite"]) for row in rows}
    missing = {
        cite
        for cite, citation in wanted.items()
        if citation is not None and case_iri(citation) not in found
    }
    unparsed = {cite for cite, citation in wanted.items() if citation is None}

    assert len(rows) > 150
    assert unparsed | missing == {cite for text, cite in KNOWN_ABSENT if text == citing}
