"""What the JSON-LD context says of each key: its property, and what its values name."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from graph.curated import DEFAULT_BASE
from graph.iri import BASE
from ontology.loading import load_schemes, load_vocabulary
from ontology.prefixes import PREFIXES

# What JSON-LD itself reads; a record states them beside its properties.
OWN_KEYS = frozenset({"id", "type"})


@dataclass(frozen=True, slots=True)
class Word:
    """A key: the property it stands for, and what a value of it names.

    ``base`` is the namespace that values are words of; ``by_name`` says that a value is the slug
    of a case. With neither, a value is text.
    """

    key: str
    prop: str
    base: str | None = None
    by_name: bool = False


@cache
def words() -> dict[str, Word]:
    """Return the keys that the context defines."""
    text = (files("graph") / "facts" / "context.jsonld").read_text(encoding="utf-8")
    context = json.loads(text.replace(DEFAULT_BASE + "id/", BASE + "id/"))["@context"]
    return {key: _word(key, said) for key, said in context.items() if _is_property(key, said)}


def _is_property(key: str, said: Any) -> bool:  # noqa: ANN401 - JSON
    """Tell a key of records from keywords and prefixes."""
    return not key.startswith("@") and key not in PREFIXES and not _iri(said).endswith("/")


def _word(key: str, said: Any) -> Word:  # noqa: ANN401 - JSON
    if isinstance(said, str):
        return Word(key, _full(said))
    base = said.get("@context", {}).get("@vocab")
    by_name = said.get("@type") == "@vocab" and base is None
    return Word(key, _full(_iri(said)), base, by_name)


def _iri(said: Any) -> str:  # noqa: ANN401 - JSON
    return said if isinstance(said, str) else str(said.get("@id") or said.get("@reverse") or "")


def _full(name: str) -> str:
    """Return a compact IRI in full."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def word(key: str) -> Word | None:
    """Return what a key stands for, in the context or as a term of the vocabulary; else None.

    >>> word("topics").base.rpartition("/scheme/")[2]
    'topic/'
    >>> word("court").prop.rpartition("#")[2]
    'court'
    >>> word("colour") is None
    True
    """
    known = words().get(key)
    if known is None and PREFIXES["ac"] + key in properties():
        return Word(key, PREFIXES["ac"] + key)
    return known


@cache
def _vocabulary() -> Graph:
    return load_vocabulary()


@cache
def properties() -> dict[str, str | None]:
    """Return each property of the vocabulary with the class it belongs to, if it says one."""
    vocabulary = _vocabulary()
    kinds = (OWL.DatatypeProperty, OWL.ObjectProperty)
    found = {p for kind in kinds for p in vocabulary.subjects(RDF.type, kind)}
    domains = {p: vocabulary.value(p, RDFS.domain) for p in found}
    return {str(p): str(domain) if domain else None for p, domain in domains.items()}


@cache
def ancestors(name: str) -> frozenset[str]:
    """Return the IRIs of a class of ours and of all above it; empty if there is no such class."""
    vocabulary = _vocabulary()
    start = URIRef(PREFIXES["ac"] + name)
    if (start, RDF.type, OWL.Class) not in vocabulary:
        return frozenset()
    return frozenset(map(str, vocabulary.transitive_objects(start, RDFS.subClassOf)))


@cache
def concepts() -> frozenset[str]:
    """Return the IRIs of all concepts of the schemes."""
    return frozenset(map(str, load_schemes().subjects(RDF.type, SKOS.Concept)))
