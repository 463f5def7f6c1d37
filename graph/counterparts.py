"""What stands beside laws: the cases that limit them, and the measures that answer them."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from graph.answers import CaseSummary, LawSummary
from graph.as_of import AsOf
from graph.law_days import LawRef
from graph.laws import Lawbook

LIMITING: Final = frozenset({"limits", "mixed"})
# What a measure does that requires localities to help, and so answers those that withhold help.
MANDATE: Final = "anti-sanctuary-mandate-counter-instrument"


def limits(laws: Iterable[LawSummary]) -> tuple[tuple[CaseSummary, int], ...]:
    """Return the cases that limit some of these laws, and how many, most often first."""
    counted = Counter(
        case
        for law in laws
        for case in {tie.precedent for tie in law.reliance if tie.bearing in LIMITING}
    )
    return tuple(sorted(counted.items(), key=lambda found: (-found[1], found[0].iri)))


def counters(book: Lawbook, listed: Iterable[LawSummary], as_of: AsOf) -> tuple[LawRef, ...]:
    """Return measures that answer some of the listed laws, or mandate help in the same field.

    What is itself on the list is not repeated, nor what was made after the day.
    """
    shown = {law.iri: law for law in listed}
    topics = {topic for law in shown.values() for topic in law.topics}
    answering = {other for law in shown for other in book.answered.get(law, ())}
    found = (
        law
        for law in book.laws
        if law.iri not in shown
        and (law.iri in answering or (MANDATE in law.mechanisms and topics & set(law.topics)))
        and as_of.has(law.enacted)
    )
    return tuple(sorted(map(law_ref, found), key=lambda ref: (ref.jurisdiction, ref.title)))


def counterparts_of(book: Lawbook, law: str) -> tuple[tuple[LawRef, ...], tuple[LawRef, ...]]:
    """Return the measures that a law answers, and those that answer it."""
    known = {found.iri: law_ref(found) for found in book.laws}
    earlier = sorted(iri for iri, answering in book.answered.items() if law in answering)
    later = sorted(book.answered.get(law, ()))
    return tuple(known[iri] for iri in earlier), tuple(known[iri] for iri in later)


def law_ref(law: LawSummary) -> LawRef:
    """Return a law as other answers name it."""
    return LawRef(
        law.slug, law.title, law.jurisdiction, law.record_kind, law.status, law.enacted, law.iri
    )
