"""How the fields of a record are said in RDF: by which property, and what their values are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rdflib import URIRef

from ontology.concepts import SCHEMES

Kind: TypeAlias = Literal["text", "label", "day", "link", "word", "thing", "owner"]


@dataclass(frozen=True, slots=True)
class Term:
    """A property and the kind of its values.

    Values are text, a ``label`` in English, a ``day`` by its precision, a ``link`` (an IRI), a
    ``word`` in the namespace ``base``, or another record: a ``thing`` that the property leads to,
    or one from which it leads back here (``owner``).
    """

    prop: str
    kind: Kind = "text"
    base: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a record is said: its class, its terms, and which field names the thing it is about.

    Fields of ``silent`` are not said: they count, or repeat in words what another field names.
    """

    terms: Mapping[str, Term]
    kind: URIRef | None = None
    about: str | None = None
    silent: frozenset[str] = field(default=frozenset())


def text(prop: URIRef | str) -> Term:
    """Return a term whose values are text, numbers or truth values."""
    return Term(str(prop))


def label(prop: URIRef | str) -> Term:
    """Return a term whose values are labels in English."""
    return Term(str(prop), "label")


def day(prop: URIRef | str) -> Term:
    """Return a term whose values are days, months or years."""
    return Term(str(prop), "day")


def link(prop: URIRef | str) -> Term:
    """Return a term whose values are IRIs."""
    return Term(str(prop), "link")


def concept(prop: URIRef | str, scheme: str) -> Term:
    """Return a term whose values are notations of a concept scheme.

    >>> concept("urn:p", "status").base.removeprefix(SCHEMES)
    'status/'
    """
    return Term(str(prop), "word", f"{SCHEMES}{scheme}/")


def word(prop: URIRef | str, base: str) -> Term:
    """Return a term whose values are words in a namespace."""
    return Term(str(prop), "word", base)


def thing(prop: URIRef | str) -> Term:
    """Return a term whose values are records of their own."""
    return Term(str(prop), "thing")


def owner(prop: URIRef | str) -> Term:
    """Return a term whose values are records from which the property leads back."""
    return Term(str(prop), "owner")
