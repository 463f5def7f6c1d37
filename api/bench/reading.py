"""Time reading: CPU seconds on one core, for this pipeline and for spaCy's tokenizer alone."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import spacy

from ingest.document import SourceDocument
from ingest.pipeline import LONGEST_TEXT, build_pipeline, read_references


@dataclass(frozen=True, slots=True)
class Batch:
    """What reading some texts took, and how many references it found and led to an authority."""

    seconds: float
    found: int = 0
    resolved: int = 0


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process and those it starts on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def megabytes(documents: Sequence[SourceDocument]) -> float:
    """Return the size of some texts in UTF-8."""
    return sum(len(document.source.encode()) for document in documents) / 1e6


def times(document: SourceDocument, count: int) -> SourceDocument:
    """Return a document whose text stands there so many times over."""
    return replace(document, source="\n\n".join([document.source] * count))


def ours(documents: Sequence[SourceDocument], *, laws_too: bool = False) -> Batch:
    """Read with the whole pipeline: clean, find, resolve, signals, treatment, Doc with spans.

    With ``laws_too`` it looks for elements of the doctrine, programmes and state laws as well,
    which no peer does.
    """
    nlp, found, resolved = build_pipeline(laws_too=laws_too), 0, 0
    start = time.process_time()
    for document in documents:
        references = read_references(document, nlp).references
        found += len(references)
        resolved += sum(reference.authority is not None for reference in references)
    return Batch(time.process_time() - start, found, resolved)


def blank(documents: Sequence[SourceDocument]) -> Batch:
    """Tokenise with spaCy's blank English pipeline, which does nothing else."""
    nlp = spacy.blank("en")
    nlp.max_length = LONGEST_TEXT
    start = time.process_time()
    for document in documents:
        nlp.make_doc(document.source)
    return Batch(time.process_time() - start)
