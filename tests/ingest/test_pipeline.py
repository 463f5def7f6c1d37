"""The pipeline as a user of spaCy meets it, and the rows that ``extract`` prints."""

import json
from pathlib import Path
from typing import get_type_hints

import pytest

from ingest.document import SourceDocument
from ingest.pipeline import build_pipeline, read_references
from ingest.rows import Row, extraction_row
from ingest.sources.files import read_documents

HTML = (
    "<html><body><p>521 U.S. 898</p><p>Justice SCALIA delivered the opinion of the Court.</p>"
    "<p>See <i>New&nbsp;York</i> v. United&nbsp;States, 505&nbsp;U.&nbsp;S. 144, 188 (1992).</p>"
    "</body></html>"
)


def test_a_doc_has_a_span_for_each_reference() -> None:
    """On any text, without a document around it."""
    doc = build_pipeline()("See Printz v. United States, 521 U.S. 898, 935 (1997). Id., at 936.")

    assert [span.text for span in doc.spans["citations"]] == ["521 U.S. 898, 935", "Id., at 936"]
    assert [span.label_ for span in doc.spans["citations"]] == ["full_case", "id"]
    assert {f.authority.citation.page for f in doc._.citations} == {"898"}


def test_offsets_count_characters_of_the_html_source(tmp_path: Path) -> None:
    """Tags and entities are inside the span that the source shows."""
    path = tmp_path / "printz.html"
    path.write_text(HTML, encoding="utf-8")
    document = next(iter(read_documents([path])))
    assert isinstance(document, SourceDocument)
    (reference,) = read_references(document).references

    assert HTML[reference.start : reference.end] == reference.text
    assert reference.text == "505&nbsp;U.&nbsp;S. 144, 188"
    assert (reference.part, reference.author, reference.signal) == ("majority", "Scalia", "see")


CONTRACT = (
    "doc start end text kind volume reporter page pin year court signal treatment treated_by part"
    " author in_footnote parenthetical parallel_to resolved unresolved_reason"
)


def test_a_row_keeps_the_contract(tmp_path: Path) -> None:
    """Every field that was promised is there, and the row is JSON."""
    path = tmp_path / "p.html"
    path.write_text(HTML, encoding="utf-8")
    document = next(iter(read_documents([path])))
    assert isinstance(document, SourceDocument)
    row = extraction_row(read_references(document).references[0], "p")

    assert set(CONTRACT.split()) <= set(json.loads(json.dumps(row)))
    assert set(row) == set(get_type_hints(Row))
    assert row["resolved"] is not None
    assert row["resolved"]["iri"].endswith("id/case/us/505/144")


@pytest.mark.slow
def test_every_opinion_at_hand_is_read(shared: Path) -> None:
    """All 49, each with references, and every row slices its own text."""
    nlp = build_pipeline()
    documents = list(read_documents([shared / "opinions"]))
    assert len(documents) == 49
    for document in documents:
        assert isinstance(document, SourceDocument), document
        record = read_references(document, nlp)

        assert document.case is not None
        assert len(record.references) > 15
        assert all(document.source[r.start : r.end] == r.text for r in record.references)
        assert all(
            (r.authority is None) == (r.unresolved_reason is not None)
            for r in record.references
            if r.kind != "internal"
        )
