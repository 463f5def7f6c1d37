"""SPARQL 1.1 queries from outside: what is refused, how they run, and what they may come back as.

Only queries: an update, ``SERVICE`` (which would make this server fetch addresses for a stranger)
and anything large or deep enough to be an attack is refused before Oxigraph sees it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pyoxigraph as ox

from graph.capped import capped_graph, capped_rows
from graph.dataset_clause import check_graphs, graphs_of
from graph.errors import QueryError, QueryRefused, QuerySyntaxError
from graph.spool import Spool
from graph.store import PrecedentStore
from ontology.prefixes import PREFIXES, sparql_prologue

Answered: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
QueryForm: TypeAlias = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

MOST_BYTES: Final = 16_384
DEEPEST: Final = 100
MOST_PATTERNS: Final = 60
LONGEST_MESSAGE: Final = 160
CHECKED: Final = 128  # queries whose check is remembered for those who ask for it again
NO_SERVICE: Final = "SERVICE is refused: this endpoint asks no other server"

ROWS: Final[Mapping[str, ox.QueryResultsFormat]] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS: Final[Mapping[str, ox.RdfFormat]] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
}
# The short names of the formats, {name: (for rows, for a graph)}; None where there is none.
NAMES: Final[Mapping[str, tuple[str | None, str | None]]] = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv", None),
    "tsv": ("text/tab-separated-values", None),
    "ttl": (None, "text/turtle"),
    "nt": (None, "application/n-triples"),
    "jsonld": (None, "application/ld+json"),
    "rdf": (None, "application/rdf+xml"),
    "trig": (None, "application/trig"),
    "nq": (None, "application/n-quads"),
    # As SPARQLWrapper calls them, which sends the name beside ``Accept``.
    "turtle": (None, "text/turtle"),
    "n3": (None, "text/turtle"),
    "json-ld": (None, "application/ld+json"),
    "rdf+xml": (None, "application/rdf+xml"),
}
MOST_ROWS: Final = 100_000  # rows, or triples, of an answer to a stranger
# What may hide a word from, or show one to, a reader of keywords: comments, strings and IRIs.
OPAQUE: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    # One that its line does not close is no SPARQL; to take it whole keeps the time linear.
    r'|"(?:[^"\\\n\r]|\\.)*(?:"|\\?$|(?=[\n\r]))'
    r"|'(?:[^'\\\n\r]|\\.)*(?:'|\\?$|(?=[\n\r]))"
    r'|<[^<>"{}|^`\\\s]*>'
    r"|\#[^\n\r]*"
)
WORD: Final = re.compile(r"(?<![\w:?$@.-])[A-Za-z]+(?![\w:-])")
BRACKET: Final = re.compile(r"[][{}()]")
UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"}
)
FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def media_types(form: QueryForm) -> tuple[str, ...]:
    """Return the media types that the answer to a form of query can have, the default first."""
    return tuple(ROWS) if form in ("SELECT", "ASK") else tuple(GRAPHS)


@lru_cache(CHECKED)
def check_query(text: str) -> QueryForm:
    """Return the form of a query that may run.

    Raises:
        QueryRefused: it is too large or deep, an update, or asks another server.
        QuerySyntaxError: no query form occurs in it.

    >>> check_query("ASK { ?s ?p 'SERVICE' }")
    'ASK'
    """
    size = len(text.encode())
    if size > MOST_BYTES:
        raise QueryRefused("size", f"the query has {size:,} bytes; {MOST_BYTES:,} are allowed")
    bare = OPAQUE.sub(" ", text)
    _check_depth(bare)
    words = [match[0].upper() for match in WORD.finditer(bare)]
    if "SERVICE" in words:
        raise QueryRefused("service", NO_SERVICE)
    for word in words:
        if word in UPDATES:
            raise QueryRefused("read-only", f"{word} is an update: this endpoint only reads")
        if word in FORMS:
            return word  # type: ignore[return-value]
    raise QuerySyntaxError(f"no {', '.join(FORMS[:-1])} or {FORMS[-1]} in the query")


def _check_depth(bare: str) -> None:
    depth = deepest = 0
    for sign in BRACKET.findall(bare):
        depth += 1 if sign in "{([" else -1
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise QueryRefused("depth", f"brackets nest {deepest} deep; {DEEPEST} are allowed")
    groups = bare.count("{")
    if groups > MOST_PATTERNS:
        raise QueryRefused("patterns", f"{groups} groups in braces; {MOST_PATTERNS} are allowed")


def run_query(
    store: PrecedentStore,
    text: str,
    *,
    media_type: str,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> bytes:
    """Return the serialised answer.

    The graphs given here go before those that a ``FROM`` clause names; without either, the merge
    of all named graphs is asked, in which each triple stands once.

    Raises:
        QueryRefused, QuerySyntaxError: see ``check_query``; the parser's own message is kept.
        QueryError: the media type does not go with the form, or the query fails while it runs.
    """
    return answer_query(
        store,
        text,
        media_type=media_type,
        default_graphs=default_graphs,
        named_graphs=named_graphs,
    ).data


@dataclass(frozen=True, slots=True)
class SparqlAnswer:
    """A serialised answer, in memory or in a file, and whether rows or triples are missing."""

    data: bytes
    truncated: bool = False
    file: Path | None = None


def answer_query(
    store: PrecedentStore,
    text: str,
    *,
    media_type: str,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
    most: int | None = None,
    path: Path | None = None,
    checked: QueryForm | None = None,
) -> SparqlAnswer:
    """Return the serialised answer with at most so many rows or triples; see ``run_query``.

    A long one is written to the file ``path``, where that is given. A query that was ``checked``
    has the form that ``check_query`` told.
    """
    form = check_query(text) if checked is None else checked
    if media_type not in media_types(form):
        raise QueryError(f"a {form} query has no answer in {media_type}")
    if "service" in text.casefold():
        _check_parsed(text)
    try:
        given = (default_graphs, named_graphs) if default_graphs or named_graphs else None
        check_graphs(store, (*default_graphs, *named_graphs) if given else graphs_of(text))

        def run() -> Answered:
            return store.query(text, prefixes=PREFIXES, dataset=given)

        return _serialised(run, media_type, most, path)
    except SyntaxError as error:
        raise QuerySyntaxError(f"not SPARQL 1.1: {_brief(error.msg)}") from error
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query failed: {error}") from error


def _check_parsed(text: str) -> None:
    """Refuse a query that asks another server, as rdflib's parser understands it.

    A reader of keywords can be led to take a part of a query for a string: whether ``<`` compares
    or opens an IRI is for a parser to say.

    Raises:
        QueryRefused: it does, or rdflib cannot tell: it ends no comment at a carriage return, and
            decodes escapes that Oxigraph leaves alone.
    """
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415 - loads slowly

    told = "SERVICE stands where it cannot be told from text: write the query without the word"
    if "\\u" in text.casefold():
        raise QueryRefused("service", told)
    try:
        found = repr(parseQuery(sparql_prologue() + text.replace("\r", "\n")))
    except Exception as error:  # whatever it stumbles on, nobody has seen what the query asks
        raise QueryRefused("service", told) from error
    if "ServiceGraphPattern" in found:
        raise QueryRefused("service", NO_SERVICE)


def is_empty(answer: bytes, media_type: str) -> bool:
    r"""Tell whether a serialised answer has no row and no triple; that of an ASK has no rows.

    >>> is_empty(b"case,year\r\n", "text/csv")
    True
    """
    if media_type in GRAPHS:
        nothing = ox.serialize([], format=GRAPHS[media_type], prefixes=dict(PREFIXES))
        return answer == (nothing or b"")
    if media_type == "text/csv":  # the one format that is not read back
        return answer.count(b"\n") <= 1
    rows = ox.parse_query_results(answer, format=ROWS[media_type])
    return isinstance(rows, ox.QuerySolutions) and next(rows, None) is None


def _brief(message: str) -> str:
    """Return the place and the beginning of what a parser expected there, on one line."""
    line = " ".join(message.split())
    return line if len(line) <= LONGEST_MESSAGE else line[:LONGEST_MESSAGE] + " ..."


def _serialised(
    run: Callable[[], Answered], media_type: str, most: int | None, path: Path | None
) -> SparqlAnswer:
    answer = run()
    if isinstance(answer, ox.QueryTriples):
        return _spooled(*capped_graph(answer, GRAPHS[media_type], most, path))
    if isinstance(answer, ox.QueryBoolean) or most is None:
        return SparqlAnswer(answer.serialize(format=ROWS[media_type]) or b"")
    first: list[Answered] = [answer]  # it need not be asked for twice

    def rows() -> ox.QuerySolutions:
        found = first.pop() if first else run()
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError("a SELECT has rows")
        return found

    return _spooled(*capped_rows(rows, ROWS[media_type], most, path))


def _spooled(spool: Spool, cut: bool) -> SparqlAnswer:
    file = spool.close()
    return SparqlAnswer(b"" if file else spool.data(), cut, file)
