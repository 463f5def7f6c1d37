"""Read one source document from text to record, through a blank English spaCy pipeline."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from multiprocessing import get_context
from typing import Any, Final, TypeVar

import spacy
from spacy import attrs
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from graph.curated import known_cases, known_parallels
from graph.model import Authority, CitingReference, DocumentRecord, Opinion
from ingest import component, doctrine, laws, reliance
from ingest.acts import key_words
from ingest.citation import Found
from ingest.clean import clean_text
from ingest.document import CleanText, OpinionSpan, SourceDocument
from ingest.find.cases import case_pattern
from ingest.find.secondary import journal_pattern
from ingest.find.short import id_pattern, supra_pattern
from ingest.packaged import EXTRACTOR
from ingest.parts import opinion_spans, span_at
from ingest.sources.identify import FRONT_MATTER

T = TypeVar("T")

LONGEST_TEXT: Final = 60_000_000
AT_ONCE: Final = 4  # documents handed to a process: each handing over costs about a millisecond
TITLE_LINE: Final = re.compile(r"^#\s[^\n]*\n", re.M)
OWN_CITATIONS: Final = re.compile(
    r"(?:\s*\d{1,4}\s[A-Z][A-Za-z. ]{0,12}(?:\d[a-z]{1,2})?\s\d{1,5}(?:\s\(\d{4}\))?"
    r"[^\S\n]*(?=\n))+"
)
# What spaCy works out for every new word and nothing here asks: half the cost of a word's first
# appearance. LOWER and NORM stay, which matchers compare.
UNUSED: Final = (
    *(attrs.SHAPE, attrs.PREFIX, attrs.SUFFIX, attrs.LIKE_URL, attrs.LIKE_EMAIL, attrs.LIKE_NUM),
    *(attrs.IS_STOP, attrs.IS_ASCII, attrs.IS_BRACKET, attrs.IS_QUOTE, attrs.IS_LEFT_PUNCT),
    *(attrs.IS_RIGHT_PUNCT, attrs.IS_CURRENCY, attrs.IS_TITLE, attrs.IS_UPPER, attrs.IS_LOWER),
)
NAMELESS: Final = Authority("case", "this text", court="unknown", docket="unidentified", year=0)


def build_pipeline(*, laws_too: bool = True) -> Language:
    """Return the pipeline: a blank English tokenizer, three citation components, three of laws.

    Without ``laws_too`` it reads citations only, and no elements, programmes and state laws.
    Each of the two is built once in a process.
    """
    return _built(laws_too)


@cache
def _built(laws_too: bool) -> Language:
    nlp = spacy.blank("en")
    nlp.max_length = LONGEST_TEXT
    for attribute in UNUSED:
        nlp.vocab.lex_attr_getters.pop(attribute)  # type: ignore[attr-defined] # not in its stub
    nlp.tokenizer = _tokenizer(nlp)
    for name in (component.FIND, component.RESOLVE, component.TREAT):
        nlp.add_pipe(name)
    for name in (doctrine.ELEMENTS, laws.LAWS, reliance.RELIANCE) if laws_too else ():
        nlp.add_pipe(name)
    for pattern in (case_pattern, id_pattern, supra_pattern, journal_pattern):
        pattern()  # compiled here once and not within the first text that has such a citation
    known_parallels()
    if laws_too:
        known_cases()
    gc.freeze()  # what is loaded stays: the collector need not walk it again and again
    return nlp


def _tokenizer(nlp: Language) -> Any:  # noqa: ANN401 - a Cython class without stubs
    """Return a tokenizer that splits at spaces and makes a token of every mark.

    The English rules peel marks off one by one, in time that grows with the square of an unbroken
    run of them, and the exceptions they know (U.S., Id.) would hide the edges of a citation.
    """
    tokenizer = Tokenizer(nlp.vocab, infix_finditer=re.compile(r"[^\w\s]").finditer)
    tokenizer.max_cache_size = 1_000_000
    return tokenizer


def read_references(document: SourceDocument, nlp: Language | None = None) -> DocumentRecord:
    """Return what a document says of authorities; offsets count characters of its source."""
    nlp = nlp or build_pipeline()
    clean = clean_text(document.source, document.markup)
    spans = opinion_spans(clean.text, document.kind, clean.structure)
    doc = nlp.make_doc(clean.text)
    doc._.setting = component.Setting(
        clean.text, tuple(spans), document.case, document.kind == "note", _body(document, clean)
    )
    doc = nlp(doc)
    found: list[Found] = doc._.citations
    handover = reliance.Handover(doc, document.source, clean, spans)
    return DocumentRecord(
        case=document.case or NAMELESS,
        kind=document.kind,
        sha256=document.sha256,
        origin=document.stem,
        source_url=document.url,
        extractor=EXTRACTOR,
        decided=document.decided,
        opinions=_opinions(spans),
        references=tuple(_reference(document.source, clean, spans, f) for f in found),
        named=tuple(_reference(document.source, clean, spans, f) for f in doc._.mentions),
        mentions=handover.mentions(),
        candidates=handover.candidates(),
    )


def read_many(
    documents: Iterable[SourceDocument],
    each: Callable[[SourceDocument, DocumentRecord], T],
    *,
    processes: int = 1,
) -> Iterator[T]:
    """Yield what ``each`` makes of a document and its record, in the order of the documents.

    With several processes ``each`` works where the record is: it must be importable by name, and
    what it makes should be small, for that alone is sent from process to process.
    """
    read = partial(_read_one, each)
    if processes == 1:
        yield from map(read, documents)
        return
    with get_context("spawn").Pool(processes, initializer=build_pipeline) as pool:
        yield from pool.imap(read, documents, chunksize=AT_ONCE)


def _read_one(each: Callable[[SourceDocument, DocumentRecord], T], document: SourceDocument) -> T:
    return each(document, read_references(document))


def _body(document: SourceDocument, clean: CleanText) -> int:
    """Return where the text proper begins: a citation in its own title cites nothing."""
    if document.markup == "markdown":
        matter = FRONT_MATTER.match(clean.text)
        title = TITLE_LINE.search(clean.text)
        return max(matter.end() if matter else 0, title.end() if title else 0)
    own = OWN_CITATIONS.match(clean.text)
    return own.end() if own else 0


def _opinions(spans: list[OpinionSpan]) -> tuple[Opinion, ...]:
    found = (Opinion(s.type, s.author, s.joined_by) for s in spans if s.type != "syllabus")
    unique: dict[tuple[str, str | None], Opinion] = {}
    for opinion in found:
        unique.setdefault((opinion.type, opinion.author), opinion)
    return tuple(unique.values())


def _reference(
    source: str, clean: CleanText, spans: list[OpinionSpan], found: Found
) -> CitingReference:
    start, end = clean.source_span(found.start, found.end)
    span = found.span or span_at(spans, found.start)
    parallel = found.head if found.kind != "mention" else None
    head = clean.source_span(parallel.start, parallel.end)[0] if parallel else None
    first = found.string
    page = clean.structure.page_at(found.start)
    return CitingReference(
        start=start,
        end=end,
        text=source[start:end],
        kind=found.kind,
        part=span.type,
        author=span.author,
        in_footnote=span.in_footnote,
        signal=found.signal,
        treatment=found.treatment,
        authority=found.authority,
        unresolved_reason=found.unresolved_reason,
        candidates=found.candidates,
        volume=found.volume,
        reporter=found.reporter,
        page=found.page,
        section=found.section,
        pin=found.pin,
        year=found.year,
        court=found.court,
        parenthetical=found.parenthetical,
        parallel_to=head,
        treatment_cue=found.cue,
        treatment_rule=found.rule,
        treatment_key=key_words(found.rule, found.cue),
        treated_by=found.treated_by,
        string_to=clean.source_span(first.start, first.end)[0] if first else None,
        quoted=found.quoted,
        depth=found.depth,
        on_page=page,
    )
