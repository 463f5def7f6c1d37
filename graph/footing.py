"""What a law stands on: its precedents, what became of each, and what each rests on in turn."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.answers import CaseSummary, LawSummary, Reliance, Step
from graph.as_of import ALWAYS, AsOf
from graph.case_days import by_then, made_by
from graph.elements import read_doctrine
from graph.evidence import steps_of
from graph.law_detail import find_law
from graph.laws import every_law
from graph.projection import edges_from, notation, summaries
from graph.resting import approving, stated
from graph.standing import on_day
from graph.store import PrecedentStore
from graph.treatment_status import overruled


@dataclass(frozen=True, slots=True)
class Pillar:
    """A precedent with the assertions that tie the law to it.

    ``rests_on`` are the cases that its court follows for an element that one of the assertions is
    about; ``overruled_by`` the cases that ended it, ``limits`` whether it bounds the law instead.
    """

    precedent: CaseSummary
    ties: tuple[Reliance, ...]
    limits: bool
    overruled_by: tuple[CaseSummary, ...]
    rests_on: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FootingAnswer:
    """What one law stands on, the best evidence first, and what bounds it."""

    law: LawSummary
    pillars: tuple[Pillar, ...]
    bounds: tuple[Pillar, ...]
    as_of: str | None


def footing(store: PrecedentStore, key: str, as_of: AsOf = ALWAYS) -> FootingAnswer:
    """Return the precedents that a law stands on, and those that bound it, as of a day.

    Raises:
        UnknownLaw: nothing fits the key.
    """
    iri = find_law(store, key)
    recorded = next(law for law in every_law(store).laws if law.iri == iri)
    law = by_then(on_day(recorded, as_of.day or store.as_of()), as_of)
    ties: dict[str, list[Reliance]] = {}
    for tie in law.reliance:
        ties.setdefault(tie.precedent.iri, []).append(tie)
    pillars = [_pillar(store, found, as_of) for found in ties.values()]
    pillars.sort(key=lambda p: (min(t.evidence_type for t in p.ties), p.precedent.year or 0))
    return FootingAnswer(
        law,
        tuple(p for p in pillars if not p.limits),
        tuple(p for p in pillars if p.limits),
        as_of.day,
    )


def _pillar(store: PrecedentStore, ties: Sequence[Reliance], as_of: AsOf) -> Pillar:
    precedent = ties[0].precedent
    ended = {e.citing for e in overruled(store, [precedent.iri], as_of).get(precedent.iri, ())}
    named = summaries(store, ended).values() if ended else ()
    return Pillar(
        precedent=precedent,
        ties=tuple(sorted(ties, key=lambda tie: (tie.evidence_type, tie.iri))),
        limits=all(tie.bearing == "limits" for tie in ties),
        overruled_by=tuple(sorted(named, key=lambda case: (case.year or 0, case.iri))),
        rests_on=_rests_on(store, precedent.iri, ties, as_of),
    )


def _rests_on(
    store: PrecedentStore, case: str, ties: Sequence[Reliance], as_of: AsOf
) -> tuple[Step, ...]:
    """Return the cases that a court follows for an element that the law relies on it for.

    What an element is part of counts too: a case that states the broader rule supports it.
    """
    doctrine = read_doctrine(store)
    states = stated(store, doctrine)
    named = {tie.element for tie in ties}
    lines = [doctrine.line(iri) for iri, e in doctrine.elements.items() if e.slug in named]
    about = {notation(iri) for line in lines for iri in line} & states.get(case, frozenset())
    pairs = approving(made_by(store, edges_from(store, [case]), as_of))
    kept = [
        edges
        for (_, cited), edges in sorted(pairs.items())
        if about & states.get(cited, frozenset())
    ]
    return steps_of(store, kept)
