"""What a shell offers after Tab: slugs, looked up in an index of the newest snapshot alone.

Nothing is built and nothing is said: without a graph there is nothing to offer.
"""

from collections.abc import Iterator
from typing import Any, Final

import pyoxigraph as ox
import typer
from rdflib import RDF

from graph.asking import askable, words_of
from graph.errors import PrecedentError
from graph.home import data_home, open_reader
from graph.iri import thing_iri
from graph.projection import notation
from ontology.namespace import AC

SLUG: Final = ox.NamedNode(str(AC.slug))
TYPE: Final = ox.NamedNode(str(RDF.type))
ELEMENT: Final = ox.NamedNode(str(AC.DoctrineElement))


def complete_case(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the slugs of cases that begin so."""
    return _slugs(ctx, thing_iri("case", ""), incomplete)


def complete_law(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the slugs of laws that begin so."""
    return _slugs(ctx, thing_iri("law", ""), incomplete)


def complete_element(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the slugs of elements of the doctrine that begin so."""
    found = (notation(iri) for iri, _ in _said(ctx, TYPE, ELEMENT))
    return sorted(slug for slug in found if slug.startswith(incomplete))


def complete_question(incomplete: str) -> list[tuple[str, str]]:
    """Return the names of questions that begin so, each with what it asks."""
    return [(name, words_of(name)) for name in askable() if name.startswith(incomplete)]


def case_option(words: str) -> Any:  # noqa: ANN401 - what typer reads
    """Return an option whose value names a case."""
    return typer.Option(help=words, autocompletion=complete_case)


def law_option(words: str) -> Any:  # noqa: ANN401 - what typer reads
    """Return an option whose value names a law."""
    return typer.Option(help=words, autocompletion=complete_law)


def element_option(words: str) -> Any:  # noqa: ANN401 - what typer reads
    """Return an option whose value names an element."""
    return typer.Option(help=words, autocompletion=complete_element)


def case_argument(words: str, metavar: str | None = None) -> Any:  # noqa: ANN401 - what typer reads
    """Return an argument that names a case."""
    return typer.Argument(help=words, metavar=metavar, autocompletion=complete_case)


def law_argument(words: str) -> Any:  # noqa: ANN401 - what typer reads
    """Return an argument that names a law."""
    return typer.Argument(help=words, autocompletion=complete_law)


def element_argument(words: str) -> Any:  # noqa: ANN401 - what typer reads
    """Return an argument that names an element."""
    return typer.Argument(help=words, autocompletion=complete_element)


def _slugs(ctx: typer.Context, base: str, incomplete: str) -> list[str]:
    found = {slug for iri, slug in _said(ctx, SLUG, None) if iri.startswith(base)}
    return sorted(slug for slug in found if slug.startswith(incomplete))


def _said(
    ctx: typer.Context, predicate: ox.NamedNode, end: ox.NamedNode | None
) -> Iterator[tuple[str, str]]:
    """Yield (IRI, value) of a property, out of the store's index; nothing else is read."""
    try:
        store = open_reader(ctx.params.get("home") or data_home()).store()
    except (PrecedentError, OSError):
        return
    for quad in store.inner.quads_for_pattern(None, predicate, end, ox.DefaultGraph()):
        if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.Triple):
            yield quad.subject.value, quad.object.value
