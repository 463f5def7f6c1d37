"""The answer that cites: a case or a law in the form of The Bluebook."""

from dataclasses import replace

from api.answers.answer import Answer, record
from graph.citing import cite
from graph.store import PrecedentStore


def cited(store: PrecedentStore, text: str) -> Answer:
    """Return how The Bluebook cites what a text names."""
    found = cite(store, text)
    return replace(record(store, found, iri=found.iri), things=False)
