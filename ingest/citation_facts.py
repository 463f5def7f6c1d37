"""Read the opinions of the doctrine's neighbourhood into the citation facts that are shipped."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from graph.curated import known_cases
from graph.iri import authority_iri
from graph.model import DocumentRecord
from ingest.corpus import Progress, quiet
from ingest.document import SourceDocument
from ingest.pipeline import build_pipeline, read_references

# An opinion that cites so many recorded cases argues about the doctrine or what it limits; one or
# two are cited by decisions on commerce or taxes for what has nothing to do with it.
NEIGHBOURS: Final = 3


def is_near(record: DocumentRecord) -> bool:
    """Tell whether an opinion belongs to the doctrine's neighbourhood.

    It does if its case is recorded among the curated facts, or if it cites ``NEIGHBOURS`` or more
    other cases that are.
    """
    own = authority_iri(record.case)
    cited = {authority_iri(ref.authority) for ref in record.references if ref.authority}
    return own in known_cases() or len((cited & known_cases()) - {own}) >= NEIGHBOURS


def read_facts(
    documents: Iterable[SourceDocument], *, progress: Progress = quiet
) -> list[DocumentRecord]:
    """Return what the opinions near the doctrine cite, of all these texts; notes are left out.

    A text that does not tell which case it is has no place among the facts and is left out too.
    """
    nlp, near = build_pipeline(), []
    opinions = [d for d in documents if d.kind == "opinion" and d.case is not None]
    for done, document in enumerate(opinions):
        progress(document.stem, done, len(opinions))
        record = replace(read_references(document, nlp), slug=document.slug)
        if is_near(record):
            near.append(record)
    progress("read", len(opinions), len(opinions))
    return near
