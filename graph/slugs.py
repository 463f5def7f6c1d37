"""Give a case that no person has recorded the word by which it can be asked for."""

from collections.abc import Iterator

import pyoxigraph as ox

from graph.iri import authority_iri, authority_path, document_iri, slug
from graph.model import DocumentRecord
from graph.store import PrecedentStore
from ontology.namespace import AC

SLUG = ox.NamedNode(str(AC.slug))


def slug_of(store: PrecedentStore, record: DocumentRecord, wanted: str | None = None) -> str | None:
    """Return a slug for the case of a document: the one wanted, else the words of its name.

    No case takes the slug of another: its year is added then, and its citation if that is taken
    too. None where a curated record or another text of the case gives it one, or nothing names it.
    """
    case = ox.NamedNode(authority_iri(record.case))
    own = ox.NamedNode(document_iri(record.case, record.kind))
    if any(
        quad.graph_name != own for quad in _named(store.inner.quads_for_pattern(case, SLUG, None))
    ):
        return None
    base = _plain(wanted or record.case.name or "")
    if not base:
        return None
    place = _plain(authority_path(record.case).partition("/")[2].replace("/", "-"))
    choices = (base, f"{base}-{record.case.year}", f"{base}-{place}")
    return next(choice for choice in choices if not _taken(store, choice, case))


def _taken(store: PrecedentStore, choice: str, case: ox.NamedNode) -> bool:
    owners = store.inner.quads_for_pattern(None, SLUG, ox.Literal(choice))
    return any(quad.subject != case for quad in _named(owners))


def _named(quads: Iterator[ox.Quad]) -> Iterator[ox.Quad]:
    """Leave out what the merge repeats."""
    return (quad for quad in quads if isinstance(quad.graph_name, ox.NamedNode))


def _plain(words: str) -> str:
    """Return a slug without periods.

    >>> _plain("United States v. E. C. Knight Co.")
    'united-states-v-e-c-knight-co'
    """
    return slug(words.replace(".", " "))
