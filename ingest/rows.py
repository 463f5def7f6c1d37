"""One citing reference or mention as a row of JSON: the contract of ``precedent extract``."""

import json
from collections.abc import Collection, Iterator
from typing import Final, TypedDict

from graph.iri import authority_iri
from graph.model import Authority, CitingReference, Depth, DocumentRecord, Mention
from ingest.document import SourceDocument

# What ``precedent extract --also`` may name, and the kind of its rows.
ALSO: Final = {
    "cases": "mention",
    "elements": "element",
    "laws": "law",
    "programs": "program",
}


class Resolved(TypedDict):
    """The authority that a reference was led to."""

    iri: str
    name: str | None
    volume: str | None
    reporter: str | None
    page: str | None


class Row(TypedDict):
    """A citing reference; offsets count characters of the decoded source file.

    ``parallel_to`` and ``string_to`` are starts of other rows: of the first parallel citation, and
    of the first citation of the string that this one belongs to (null for the first itself, for one
    alone, and for parallels, which are no string). ``quoted`` says that the words about it are
    quoted from the authority (``ingest.quotation``), ``depth`` how far this opinion of the document
    goes into the authority (``ingest.depth``), null where the authority is unknown.
    ``on_page`` is the page that the reference stands on, where the source has star pages.
    """

    doc: str
    start: int
    end: int
    text: str
    kind: str
    volume: str | None
    reporter: str | None
    page: str | None
    section: str | None
    pin: str | None
    year: int | None
    court: str | None
    signal: str
    treatment: str
    treatment_cue: str | None
    treatment_rule: str | None
    treated_by: str
    part: str
    author: str | None
    in_footnote: bool
    parenthetical: bool
    parallel_to: int | None
    string_to: int | None
    quoted: bool
    depth: Depth | None
    on_page: str | None
    resolved: Resolved | None
    unresolved_reason: str | None


class MentionRow(TypedDict):
    """A place that names an element, a law or a programme; offsets as in ``Row``."""

    doc: str
    start: int
    end: int
    text: str
    kind: str
    iri: str | None
    part: str
    author: str | None


def mention_row(mention: Mention, doc: str) -> MentionRow:
    """Return a mention as a row; its kind tells it from every kind of citing reference."""
    return {
        "doc": doc,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "iri": mention.iri,
        "part": mention.part,
        "author": mention.author,
    }


def json_lines(
    document: SourceDocument, record: DocumentRecord, *, kinds: Collection[str] = ()
) -> str:
    """Return the rows of a document as JSON lines; ``kinds`` of mentions come with them."""
    rows: list[Row | MentionRow] = [
        extraction_row(reference, document.stem) for reference in _in_order(record, kinds)
    ]
    rows += [mention_row(m, document.stem) for m in record.mentions if m.kind in kinds]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def table_lines(
    document: SourceDocument, record: DocumentRecord, *, kinds: Collection[str] = ()
) -> str:
    """Return the rows of a document for people to read: place, kind, words, authority."""
    return "".join(_table_line(reference) for reference in _in_order(record, kinds))


def _in_order(record: DocumentRecord, kinds: Collection[str]) -> Iterator[CitingReference]:
    named = record.named if "mention" in kinds else ()
    yield from sorted((*record.references, *named), key=lambda reference: reference.start)


def _table_line(reference: CitingReference) -> str:
    authority = reference.authority
    target = (authority and authority.name) or reference.unresolved_reason or ""
    return f"{reference.start:>8}  {reference.kind:12}  {reference.text}  {target}\n"


def extraction_row(reference: CitingReference, doc: str) -> Row:
    """Return a reference as a row; ``doc`` is the stem of its file's name."""
    return {
        "doc": doc,
        "start": reference.start,
        "end": reference.end,
        "text": reference.text,
        "kind": reference.kind,
        "volume": reference.volume,
        "reporter": reference.reporter,
        "page": reference.page,
        "section": reference.section,
        "pin": reference.pin,
        "year": reference.year,
        "court": reference.court,
        "signal": reference.signal,
        "treatment": reference.treatment,
        "treatment_cue": reference.treatment_cue,
        "treatment_rule": reference.treatment_rule,
        "treated_by": reference.treated_by,
        "part": reference.part,
        "author": reference.author,
        "in_footnote": reference.in_footnote,
        "parenthetical": reference.parenthetical,
        "parallel_to": reference.parallel_to,
        "string_to": reference.string_to,
        "quoted": reference.quoted,
        "depth": reference.depth,
        "on_page": reference.on_page,
        "resolved": _resolved(reference.authority) if reference.authority else None,
        "unresolved_reason": reference.unresolved_reason,
    }


def _resolved(authority: Authority) -> Resolved:
    at = authority.citation
    return {
        "iri": authority_iri(authority),
        "name": authority.name,
        "volume": at.volume if at else authority.volume,
        "reporter": at.reporter if at else authority.reporter,
        "page": at.page if at else authority.page or authority.section,
    }
