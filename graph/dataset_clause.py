"""The graphs that a query asks to be read: only those that are here can be, and none is fetched."""

import re
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from graph.errors import QueryRefused
from graph.iri import BASE
from graph.store import PrecedentStore
from ontology.prefixes import PREFIXES

# Comments and strings; IRIs stand in the pattern so that no sign inside one opens either.
HIDING: Final = re.compile(
    r"""(?P<iri><[^<>"{}|^`\\\s]*>)|\#[^\n\r]*|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'"""
)
NAME: Final = r"(?:<(?P<iri>[^<>]*)>|(?P<prefix>[\w.-]*):(?P<local>[\w.:%-]*))"
CLAUSE: Final = re.compile(rf"(?<![\w:?$@.-])FROM\s+(?:NAMED\s*)?{NAME}", re.IGNORECASE)
PREFIX: Final = re.compile(r"PREFIX\s+([\w.-]*):\s*<([^<>]*)>", re.IGNORECASE)


def graphs_of(text: str) -> list[str]:
    """Return the IRIs that the ``FROM`` and ``FROM NAMED`` clauses of a query name.

    Read off the text before the first brace: where that misleads, a graph that is not here reads
    as empty, as it does to Oxigraph.

    >>> graphs_of("PREFIX g: <urn:g/> ASK FROM <urn:a> FROM NAMED g:b { ?s ?p 'FROM <urn:c>' }")
    ['urn:a', 'urn:g/b']
    """
    if "from" not in text.casefold():
        return []
    head = HIDING.sub(lambda found: found["iri"] or " ", text).partition("{")[0]
    prefixes = dict(PREFIXES) | dict(PREFIX.findall(head))
    return [
        prefixes.get(found["prefix"], "") + found["local"] if found["iri"] is None else found["iri"]
        for found in CLAUSE.finditer(head)
    ]


def check_graphs(store: PrecedentStore, iris: Iterable[str]) -> None:
    """Refuse a query over a graph that is not here; an empty answer would pass for a finding.

    Raises:
        QueryRefused: one of them holds nothing.
        ValueError: one of them is no IRI.
    """
    for iri in iris:
        if not any(store.inner.quads_for_pattern(None, None, None, ox.NamedNode(iri))):
            raise QueryRefused(
                "dataset",
                f"there is no graph <{iri}> here, and none is fetched: name one that is, such as"
                f" <{BASE}id/graph/curated>; GET /sparql describes them all",
            )
