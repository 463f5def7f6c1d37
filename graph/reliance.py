"""Which state laws rely on a precedent, and with what evidence; which were in force on a day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from graph.answers import CaseSummary, LawsAnswer, LawSummary
from graph.as_of import ALWAYS, AsOf
from graph.case_days import by_then, require_decided
from graph.cases import find_case
from graph.counterparts import counters, limits
from graph.elements import narrower_slugs
from graph.errors import UnknownConcept
from graph.facets import EVERY_LAW, LawFilter
from graph.laws import Lawbook, every_law
from graph.standing import on_day
from graph.store import PrecedentStore
from graph.through import RELIES, laws_through

SHOWN_TO: Final = 7  # type 8 is only inferred from structure: folded away unless asked for
NO_TIE: Final = 9  # weaker than every type of evidence


def laws(
    store: PrecedentStore,
    *,
    relies_on: str | None = None,
    element: str | None = None,
    through: bool = False,
    wanted: LawFilter = EVERY_LAW,
    as_of: AsOf = ALWAYS,
    evidence_max: int | None = None,
    limit: int | None = 100,
    offset: int = 0,
) -> LawsAnswer:
    """Return laws, each with the assertions that tie it to a precedent, best evidence first.

    With ``relies_on`` only assertions about that case count; laws that it only limits, and laws
    that nothing better than ``evidence_max`` (1 to 8, 7 unless given) ties to it, are left out and
    counted. With ``element`` only assertions about that element or a narrower one count. Without
    both every law is listed, unless ``evidence_max`` asks for laws with such a tie. ``through``
    adds, apart, laws that are tied not to the case but to a later one that rests on it.
    With ``as_of`` those are listed that were in force on the day, or had the status asked for;
    with no ``limit`` all of them.

    Raises:
        UnknownCase, AmbiguousCase: ``relies_on`` does not name one case.
        UnknownElement: ``element`` does not name one.
        NotYetDecided: the case had not been decided on the day.
        UnknownConcept: a facet's value does not occur among the laws.
    """
    case = require_decided(find_case(store, relies_on), as_of) if relies_on else None
    book = every_law(store)
    for scheme, value, known in wanted.unknown(book):
        raise UnknownConcept(scheme, value, known)
    elements = narrower_slugs(store, element) if element else frozenset[str]()
    asked = [law for law in map(partial(_tied, case, elements), book.laws) if law]
    if as_of.day:
        asked = [by_then(on_day(law, as_of.day), as_of) for law in asked]
    fitting = [law for law in asked if wanted.fits(law)]
    of_kind = [law for law in fitting if wanted.of_kind(law)]
    narrowed = case is not None or bool(elements)
    relying = [law for law in of_kind if not narrowed or wanted.bearing or _relies(law)]
    most = evidence_max or (SHOWN_TO if narrowed else NO_TIE)
    shown = [law for law in relying if _best(law) <= most]
    folded = Counter(_best(law) for law in relying if most < _best(law) < NO_TIE)
    ordered = sorted(shown, key=lambda law: (_best(law), law.jurisdiction, law.title))
    listed = {law.iri for law in ordered}
    return LawsAnswer(
        items=tuple(ordered[offset : None if limit is None else offset + limit]),
        total=len(ordered),
        folded=folded.total(),
        folded_by_type=tuple(sorted(folded.items())),
        by_kind=_counted(shown),
        other_kinds=_counted(law for law in fitting if not wanted.of_kind(law)),
        limited=len(of_kind) - len(relying),
        uncertain=sum(law.status_on is not None and not law.status_on.certain for law in shown),
        limits=limits(law for law in book.laws if law.iri in listed),
        counters=counters(book, ordered, as_of),
        by_decade=tuple(
            sorted(Counter(int(law.enacted[:3]) * 10 for law in shown if law.enacted).items())
        ),
        by_disposition=_by_disposition(shown),
        as_of=as_of.day,
        relies_on=case,
        through=laws_through(store, case, _untied(book, case, wanted, as_of), elements, most, as_of)
        if case and through
        else (),
    )


def _untied(
    book: Lawbook, case: CaseSummary, wanted: LawFilter, as_of: AsOf
) -> Iterable[LawSummary]:
    """Yield the laws that fit a question but for the case, to which nothing ties them."""
    for recorded in book.laws:
        law = by_then(on_day(recorded, as_of.day), as_of) if as_of.day else recorded
        if wanted.fits(law) and wanted.of_kind(law) and _tied(case, frozenset(), law) is None:
            yield law


def _tied(case: CaseSummary | None, elements: frozenset[str], law: LawSummary) -> LawSummary | None:
    """Return a law with its ties to one case and about elements only, or None if it has none."""
    if case is None and not elements:
        return law
    ties = tuple(
        tie
        for tie in law.reliance
        if (case is None or tie.precedent.iri == case.iri)
        and (not elements or tie.element in elements)
    )
    return replace(law, reliance=ties) if ties else None


def _relies(law: LawSummary) -> bool:
    return any(tie.bearing in RELIES for tie in law.reliance)


def _counted(found: Iterable[LawSummary]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(law.record_kind for law in found).most_common())


def _by_disposition(found: Iterable[LawSummary]) -> tuple[tuple[str, int], ...]:
    counted = Counter(d for law in found for d in {suit.disposition for suit in law.litigation})
    return tuple(counted.most_common())


def _best(law: LawSummary) -> int:
    return min((reliance.evidence_type for reliance in law.reliance), default=NO_TIE)
