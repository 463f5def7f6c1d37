"""Laws of other places that are most like a law by what they concern and how they work."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.answers import LawSummary
from graph.as_of import ALWAYS, AsOf
from graph.errors import UnknownLaw
from graph.facets import ADOPTED
from graph.laws import every_law
from graph.standing import on_day
from graph.store import PrecedentStore

MOST = 8


@dataclass(frozen=True, slots=True)
class Sibling:
    """A law of another place, with the topics and mechanisms that it shares."""

    law: LawSummary
    topics: tuple[str, ...]
    mechanisms: tuple[str, ...]


def siblings(
    store: PrecedentStore, iri: str, as_of: AsOf = ALWAYS, *, most: int = MOST
) -> tuple[Sibling, ...]:
    """Return the adopted laws of other places that share a topic and a mechanism with a law.

    Those that share most come first, of these the ones that a court has judged. As of a day, laws
    made later are left out.

    Raises:
        UnknownLaw: no law has this IRI.
    """
    laws = {law.iri: law for law in every_law(store).laws}
    if iri not in laws:
        raise UnknownLaw(iri)
    own = laws[iri]
    found = [
        Sibling(
            on_day(other, as_of.day) if as_of.day else other,
            _shared(own.topics, other.topics),
            _shared(own.mechanisms, other.mechanisms),
        )
        for other in laws.values()
        if other.jurisdiction != own.jurisdiction
        and other.record_kind in ADOPTED
        and as_of.has(other.enacted)
    ]
    close = [one for one in found if one.topics and one.mechanisms]
    close.sort(key=_order)
    return tuple(close[:most])


def _order(one: Sibling) -> tuple[int, int, bool, str, str]:
    law = one.law
    return -len(one.topics), -len(one.mechanisms), not law.litigation, law.jurisdiction, law.title


def _shared(own: Collection[str], other: Collection[str]) -> tuple[str, ...]:
    return tuple(value for value in own if value in other)
