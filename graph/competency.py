"""The competency questions of ``graph/questions/public``: what anybody may ask of the graph.

Each file is SPARQL 1.1 as it stands: its first line says what it asks, and a line such as
``# @param case: case = printz-v-united-states`` declares a parameter, its type and the value that
it has unless another is given. ``$case`` in the query is that parameter.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

import pyoxigraph as ox

from graph.as_of import AsOf
from graph.cases import find_case
from graph.elements import find_element
from graph.errors import InvalidInteger, UnknownConcept
from graph.iri import slug
from graph.law_detail import find_law
from graph.questions import asks, question
from graph.store import PrecedentStore
from ontology.concepts import SCHEMES
from ontology.prefixes import sparql_prologue

PUBLIC: Final = "public/"  # their folder under graph/questions
DECLARED: Final = re.compile(r"^# @param (\w+): (\w+) = (.+)$", re.M)
INTEGER: Final = re.compile(r"[+-]?\d{1,18}")
Choices: TypeAlias = tuple[tuple[str, str], ...]

PLACES: Final = "SELECT ?iri ?name ?label { ?iri ac:iso3166 ?name ; rdfs:label ?label }"
TOPICS: Final = (
    "SELECT DISTINCT ?iri ?name ?label"
    " { ?law ac:topic ?iri . ?iri skos:notation ?name ; skos:prefLabel ?label }"
)
ELEMENTS: Final = (
    "SELECT ?iri ?name ?label"
    " { ?iri a ac:DoctrineElement ; skos:notation ?name ; skos:prefLabel ?label }"
)
COURTS: Final = "SELECT DISTINCT ?name { ?case a ac:Case ; ac:holding ?any ; ac:court ?name }"
CHOICES: Final = {
    "jurisdiction": PLACES,
    "topic": TOPICS,
    "element": ELEMENTS,
    "court": COURTS,
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is given: a name, a type (a key of ``READERS``) and a default in words."""

    name: str
    type: str
    default: str


@dataclass(frozen=True, slots=True)
class Competency:
    """A question that anybody may ask, with its parameters in the order in which it declares them.

    ``about`` are the kinds of node that its query names: classes of the vocabulary.
    """

    name: str
    asks: str
    parameters: tuple[Parameter, ...]
    about: tuple[str, ...]


@cache
def competencies() -> Mapping[str, Competency]:
    """Return the public questions by name, sorted.

    >>> competencies()["cases-of-court"].parameters[0]
    Parameter(name='court', type='court', default='ca9')
    """
    entries = (files("graph") / "questions" / PUBLIC).iterdir()
    found = sorted(entry.name[:-3] for entry in entries if entry.name.endswith(".rq"))
    return {name: _read(name) for name in found}


def _read(name: str) -> Competency:
    text = source(name)
    declared = tuple(Parameter(*found) for found in DECLARED.findall(text))
    about = re.findall(r"\bac:([A-Z]\w+)", text)
    return Competency(name, asks(PUBLIC + name), declared, tuple(sorted(set(about))))


def source(name: str) -> str:
    """Return the file of a question as it stands, which is SPARQL 1.1 but for the prefixes."""
    path = files("graph") / "questions" / PUBLIC / f"{name}.rq"
    return path.read_text(encoding="utf-8")


def runnable(name: str) -> str:
    """Return a question as a client can store it: with prefixes, its parameters still open."""
    return sparql_prologue() + source(name)


def given_words(name: str, given: Mapping[str, str]) -> dict[str, str]:
    """Return the words of every parameter of a question: what is given, else its default."""
    return {p.name: given.get(p.name) or p.default for p in competencies()[name].parameters}


def filled(store: PrecedentStore, name: str, given: Mapping[str, str]) -> str:
    """Return the query of a question about what is given, ready to be run.

    Raises:
        UnknownCase, AmbiguousCase, UnknownLaw, UnknownElement, UnknownConcept: a word names
            nothing, or several.
        InvalidDate, InvalidInteger: a word is none.
    """
    words = given_words(name, given)
    types = {p.name: p.type for p in competencies()[name].parameters}
    values = {key: READERS[types[key]](store, value.strip()) for key, value in words.items()}
    return question(PUBLIC + name, **values)


def choices(store: PrecedentStore, kind: str) -> Choices:
    """Return what a parameter of a type can be, (name, label) each; () if it is too much to list.

    A court has no label but its name.
    """
    if kind not in CHOICES:
        return ()
    rows = store.select(sparql_prologue() + CHOICES[kind])
    return tuple(sorted({(row["name"], row.get("label", row["name"])) for row in rows}))


def _case(store: PrecedentStore, key: str) -> str:
    return str(ox.NamedNode(find_case(store, key).iri))


def _law(store: PrecedentStore, key: str) -> str:
    return str(ox.NamedNode(find_law(store, key)))


def _element(store: PrecedentStore, key: str) -> str:
    return str(ox.NamedNode(find_element(store, key)))


def _jurisdiction(store: PrecedentStore, key: str) -> str:
    """Return the term of a jurisdiction: US-CA, us-ca, CA, California or its IRI."""
    rows = store.select(sparql_prologue() + PLACES)
    for row in rows:
        names = (row["name"], row["name"].removeprefix("US-"), row["label"], row["iri"])
        if key.casefold() in (name.casefold() for name in names):
            return str(ox.NamedNode(row["iri"]))
    raise UnknownConcept("jurisdiction", key, tuple(sorted(row["name"] for row in rows)))


def _topic(store: PrecedentStore, key: str) -> str:
    """Return the term of a topic that a law has: its notation, its label or its IRI."""
    rows = store.select(sparql_prologue() + TOPICS)
    for row in rows:
        if slug(key.removeprefix(SCHEMES + "topic/")) in (slug(row["name"]), slug(row["label"])):
            return str(ox.NamedNode(row["iri"]))
    raise UnknownConcept("topic", key, tuple(sorted(row["name"] for row in rows)))


def _court(store: PrecedentStore, key: str) -> str:
    known = [name for name, _ in choices(store, "court")]
    if key not in known:
        raise UnknownConcept("court", key, tuple(known))
    return str(ox.Literal(key))


def _date(_store: PrecedentStore, text: str) -> str:
    """Return a day as questions compare it with the text of dates."""
    return AsOf.read(text).term


def _integer(_store: PrecedentStore, text: str) -> str:
    if not INTEGER.fullmatch(text) or not text.isascii():
        raise InvalidInteger(text)
    return str(int(text))


READERS: Final[Mapping[str, Callable[[PrecedentStore, str], str]]] = {
    "case": _case,
    "law": _law,
    "element": _element,
    "jurisdiction": _jurisdiction,
    "topic": _topic,
    "court": _court,
    "date": _date,
    "integer": _integer,
}
