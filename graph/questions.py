"""The named SPARQL queries of ``graph/questions``: one question a file, stated first."""

import re
from functools import cache
from importlib.resources import files
from string import Template
from typing import Final

from graph.as_of import AsOf
from ontology.prefixes import sparql_prologue

AS_OF: Final = re.compile(r"\$as_of\b")
QUERIES: Final = "claims/"  # the folder of those that recompute what a claim turns on


@cache
def _template(name: str) -> Template:
    return Template((files("graph") / "questions" / f"{name}.rq").read_text(encoding="utf-8"))


def question(name: str, **values: str) -> str:
    """Return a named query with its ``$parameters`` filled; values are SPARQL terms, not text.

    Raises:
        KeyError: a parameter of the query was not given.
    """
    return sparql_prologue() + _template(name).substitute(values)


def query_text(name: str) -> str:
    """Return a named query as it stands in its file, with the parameters still to be filled."""
    return sparql_prologue() + _template(name).template


def for_day(query: str, as_of: AsOf) -> str:
    """Return a query in which ``$as_of`` is a day, or the end of time where none is asked about.

    >>> for_day("FILTER ( STR(?decided) <= $as_of )", AsOf.read("2018-05-14"))
    'FILTER ( STR(?decided) <= "2018-05-14" )'
    """
    return AS_OF.sub(as_of.term, query)


def asks(name: str) -> str:
    """Return what a query asks, in words: its first line.

    >>> asks("stats-texts")
    'How many texts were read, by kind?'
    """
    return _template(name).template.partition("\n")[0].lstrip("# ")


def parameters(name: str) -> frozenset[str]:
    """Return the parameters that a query has to be given.

    >>> sorted(parameters("shared-elements"))
    ['case', 'citing']
    """
    return frozenset(_template(name).get_identifiers())


def asked_by_name() -> list[str]:
    """Return the queries that need at most a day as of which they are asked, sorted.

    >>> "stats-laws" in asked_by_name(), "shared-elements" in asked_by_name()
    (True, False)
    """
    return [name for name in names() if parameters(name) <= {"as_of"}]


def claim_queries() -> list[str]:
    """Return the names of the queries that claims name, sorted: ``claims/rggi-states``.

    Each answers one row with a ``value`` and, where that helps, with what was counted (``shown``).
    """
    entries = (files("graph") / "questions" / QUERIES).iterdir()
    return sorted(f"{QUERIES}{e.name[:-3]}" for e in entries if e.name.endswith(".rq"))


def names() -> list[str]:
    """Return the names of all questions, sorted."""
    entries = (files("graph") / "questions").iterdir()
    return sorted(entry.name[:-3] for entry in entries if entry.name.endswith(".rq"))
