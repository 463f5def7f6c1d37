"""Ask a named question, its parameters given in words: a case by slug, a day by date.

Questions whose parameters are pieces of SPARQL, which other questions fill, are not asked by name.
Those of ``graph.competency`` declare their parameters, and each has a default.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

import pyoxigraph as ox

from graph.as_of import ALWAYS, AsOf
from graph.cases import find_case
from graph.competency import PUBLIC, competencies, filled, given_words
from graph.elements import find_element
from graph.errors import MissingParameter, UnaskedParameter, UndatedQuestion, UnknownConcept
from graph.law_detail import find_law
from graph.projection import terms
from graph.questions import asks, claim_queries, names, parameters, question
from graph.store import PrecedentStore

DAY: Final = "as_of"
Reader: TypeAlias = Callable[[PrecedentStore, str], str]


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """The rows that answer a named question; ``query`` asks the same at ``/sparql``.

    A row has a value for each of ``columns`` that is bound in it.
    """

    name: str
    asks: str
    parameters: Mapping[str, str]
    query: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]


def _case(store: PrecedentStore, key: str) -> str:
    return terms([find_case(store, key).iri])


def _cases(store: PrecedentStore, keys: str) -> str:
    return terms(find_case(store, key).iri for key in _several(keys))


def _law(store: PrecedentStore, key: str) -> str:
    return terms([find_law(store, key)])


def _laws(store: PrecedentStore, keys: str) -> str:
    return terms(find_law(store, key) for key in _several(keys))


def _element(store: PrecedentStore, key: str) -> str:
    return terms([find_element(store, key)])


def _text(_store: PrecedentStore, text: str) -> str:
    return str(ox.Literal(text))


def _several(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",") if key.strip()]


# What can be given to a question, and how words of it become SPARQL terms.
READERS: Final[Mapping[str, Reader]] = {
    "case": _case,
    "cases": _cases,
    "citing": _cases,
    "law": _law,
    "laws": _laws,
    "element": _element,
    "identifier": _text,
}


@cache
def askable() -> tuple[str, ...]:
    """Return the names of the questions that words can ask, sorted; claims' own come last.

    >>> "history" in askable(), "cases-named" in askable()
    (True, False)
    """
    named = (*names(), *claim_queries())
    by_words = (name for name in named if parameters(name) <= READERS.keys() | {DAY})
    return (*competencies(), *by_words)


def takes(name: str) -> frozenset[str]:
    """Return the parameters that words can give to a question.

    >>> sorted(takes("cases-of-court"))
    ['court', 'since', 'until']
    """
    if name in competencies():
        return frozenset(parameter.name for parameter in competencies()[name].parameters)
    return parameters(name)


def words_of(name: str) -> str:
    """Return what a question asks, in words.

    >>> words_of("cases-of-court").endswith("?")
    True
    """
    return asks(PUBLIC + name if name in competencies() else name)


def ask(
    store: PrecedentStore, name: str, given: Mapping[str, str], as_of: AsOf = ALWAYS
) -> QuestionAnswer:
    """Return the answer to a named question.

    Raises:
        UnknownConcept: there is no such question, or none that words can ask.
        MissingParameter, UnaskedParameter, UndatedQuestion: what is given does not fit it.
        UnknownCase, AmbiguousCase, UnknownLaw, UnknownElement: a word names nothing, or several.
    """
    if name not in askable():
        raise UnknownConcept("named question", name, askable())
    taken = takes(name)
    if as_of.day and DAY not in taken:
        raise UndatedQuestion(name)
    for parameter in given:
        if parameter not in taken - {DAY}:
            raise UnaskedParameter(name, parameter, tuple(sorted(taken)))
    if name in competencies():
        query = filled(store, name, given)
        columns, rows = store.table(query)
        words = given_words(name, given)
        return QuestionAnswer(name, asks(PUBLIC + name), words, query, columns, tuple(rows))
    for parameter in sorted(taken - {DAY} - given.keys()):
        raise MissingParameter(name, parameter, tuple(sorted(taken)))
    terms_of = {parameter: READERS[parameter](store, words) for parameter, words in given.items()}
    query = question(name, **terms_of, **({DAY: as_of.term} if DAY in taken else {}))
    columns, rows = store.table(query)
    day = {DAY: as_of.day} if as_of.day else {}
    return QuestionAnswer(name, asks(name), {**given, **day}, query, columns, tuple(rows))
