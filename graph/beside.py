"""Two laws, or the laws of two places, side by side."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers import CaseSummary, LawSummary, Litigation
from graph.as_of import ALWAYS, AsOf
from graph.case_days import by_then
from graph.counting import FacetCount
from graph.errors import UnknownConcept
from graph.facets import EVERY_LAW, LawFilter
from graph.law_detail import find_law
from graph.laws import every_law
from graph.standing import on_day
from graph.store import PrecedentStore

RELIES = frozenset({"supports", "mixed"})


@dataclass(frozen=True, slots=True)
class Share:
    """What both sides have, and what only one of them has."""

    both: tuple[str, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawsBeside:
    """Two laws with what they share: how they work, their subjects, precedents and elements."""

    one: LawSummary
    other: LawSummary
    mechanisms: Share
    topics: Share
    precedents: Share
    elements: Share
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Relied:
    """A case that laws of a place rely on, and how many of them do."""

    case: CaseSummary
    laws: int


@dataclass(frozen=True, slots=True)
class Side:
    """The laws of one place: how many by topic, by mechanism and by what courts did."""

    jurisdiction: str
    name: str
    laws: tuple[LawSummary, ...]
    by_topic: tuple[FacetCount, ...]
    by_mechanism: tuple[FacetCount, ...]
    in_court: tuple[Litigation, ...]
    precedents: tuple[Relied, ...]


@dataclass(frozen=True, slots=True)
class PlacesBeside:
    """The laws of two places; ``topics`` and ``precedents`` tell what both have."""

    one: Side
    other: Side
    topics: Share
    precedents: Share
    as_of: str | None


def laws_beside(store: PrecedentStore, one: str, other: str, as_of: AsOf = ALWAYS) -> LawsBeside:
    """Return two laws side by side, as of a day.

    Raises:
        UnknownLaw: a key fits no law.
    """
    by_iri = {law.iri: law for law in every_law(store).laws}
    day = as_of.day or store.as_of()
    first, second = (
        by_then(on_day(by_iri[find_law(store, key)], day), as_of) for key in (one, other)
    )
    return LawsBeside(
        first,
        second,
        _share(first.mechanisms, second.mechanisms),
        _share(first.topics, second.topics),
        _share(_precedents(first), _precedents(second)),
        _share(_elements(first), _elements(second)),
        as_of.day,
    )


def places_beside(
    store: PrecedentStore,
    one: str,
    other: str,
    *,
    wanted: LawFilter = EVERY_LAW,
    as_of: AsOf = ALWAYS,
) -> PlacesBeside:
    """Return the laws of two places side by side; a filter narrows both.

    Raises:
        UnknownConcept: no law of such a place is recorded, or a facet's value does not occur.
    """
    book = every_law(store)
    for scheme, value, known in wanted.unknown(book):
        raise UnknownConcept(scheme, value, known)
    laws = [by_then(on_day(law, as_of.day), as_of) for law in book.laws] if as_of.day else book.laws
    fitting = [law for law in laws if wanted.fits(law) and wanted.of_kind(law)]
    sides = [_side(store, place, fitting) for place in (one, other)]
    return PlacesBeside(
        sides[0],
        sides[1],
        _share(*([count.value for count in side.by_topic] for side in sides)),
        _share(*([relied.case.name for relied in side.precedents] for side in sides)),
        as_of.day,
    )


def _side(store: PrecedentStore, place: str, laws: Iterable[LawSummary]) -> Side:
    code = place.upper() if place.upper().startswith("US-") else f"US-{place.upper()}"
    known = {law.jurisdiction: law.jurisdiction_name for law in every_law(store).laws}
    if code not in known:
        raise UnknownConcept("jurisdiction", place, tuple(sorted(known)))
    found = sorted(
        (law for law in laws if law.jurisdiction == code), key=lambda law: (law.topics, law.title)
    )
    relied = Counter(
        case
        for law in found
        for case in {tie.precedent for tie in law.reliance if tie.bearing in RELIES}
    )
    return Side(
        code,
        known[code],
        tuple(found),
        _counted(topic for law in found for topic in law.topics),
        _counted(m for law in found for m in law.mechanisms),
        tuple(suit for law in found for suit in law.litigation),
        tuple(
            Relied(case, number)
            for case, number in sorted(relied.items(), key=lambda item: (-item[1], item[0].iri))
        ),
    )


def _counted(values: Iterable[str]) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(value, number) for value, number in Counter(values).most_common())


def _share(one: Iterable[str], other: Iterable[str]) -> Share:
    first, second = list(dict.fromkeys(one)), list(dict.fromkeys(other))
    return Share(
        tuple(value for value in first if value in second),
        tuple(value for value in first if value not in second),
        tuple(value for value in second if value not in first),
    )


def _precedents(law: LawSummary) -> list[str]:
    return [tie.precedent.name for tie in law.reliance if tie.bearing in RELIES]


def _elements(law: LawSummary) -> list[str]:
    return [tie.element for tie in law.reliance if tie.element and tie.bearing in RELIES]
