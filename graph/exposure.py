"""What is exposed if a case or an element of the doctrine is overruled or narrowed.

An assertion that ties a law to a precedent is lost when it names what falls. It is weakened when
its precedent rests on what falls for the element that the assertion is about. A citation for
another point is no exposure, and nothing is said to fall: what support remains stands beside each
law.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from graph.answers import CaseSummary, LawSummary, Reliance, Step
from graph.as_of import ALWAYS, AsOf
from graph.case_days import require_decided
from graph.cases import find_case
from graph.counterparts import limits
from graph.element_answers import ElementSummary
from graph.elements import find_element, read_doctrine
from graph.errors import NothingAsked
from graph.facets import EVERY_LAW, LawFilter
from graph.laws import every_law
from graph.resting import Resting, rest_on, stated
from graph.standing import IN_FORCE, on_day
from graph.store import PrecedentStore

Exposure: TypeAlias = Literal["sole support", "one of several", "indirect", "background"]
CLASSES: Final[tuple[Exposure, ...]] = ("sole support", "one of several", "indirect", "background")
SUPPORTS: Final = frozenset({"supports", "mixed"})
INFERRED: Final = 8  # a tie that somebody read into the structure of a law


@dataclass(frozen=True, slots=True)
class Weakened:
    """An assertion whose precedent rests on what falls, and the steps by which it does."""

    reliance: Reliance
    line: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ExposedLaw:
    """A law with the support that it would lose, that would be weakened, and that remains.

    ``undecided`` are assertions about what falls that name no element, where one was asked about.
    """

    law: LawSummary
    exposure: Exposure
    lost: tuple[Reliance, ...]
    weakened: tuple[Weakened, ...]
    remaining: tuple[Reliance, ...]
    undecided: tuple[Reliance, ...] = ()


@dataclass(frozen=True, slots=True)
class ExposedCase:
    """A later case with the line by which it rests on what falls, and what else it follows."""

    case: CaseSummary
    exposure: Exposure
    line: tuple[Step, ...]
    elements: tuple[str, ...]
    remaining: tuple[CaseSummary, ...]


@dataclass(frozen=True, slots=True)
class ExposureAnswer:
    """Which laws and cases rest on a case, an element, or a case for one element only.

    ``laws_by_class`` and ``cases_by_class`` count; ``limits`` are cases that limit the listed laws
    already; ``not_known`` says what the answer cannot tell.
    """

    case: CaseSummary | None
    element: ElementSummary | None
    laws: tuple[ExposedLaw, ...]
    cases: tuple[ExposedCase, ...]
    laws_by_class: tuple[tuple[str, int], ...]
    cases_by_class: tuple[tuple[str, int], ...]
    limits: tuple[tuple[CaseSummary, int], ...]
    not_known: tuple[str, ...]
    as_of: str | None


@dataclass(frozen=True, slots=True)
class _Fall:
    """What is supposed to fall: a case, some elements, or a case for some elements."""

    case: str | None
    elements: frozenset[str]
    resting: Mapping[str, Resting]
    states: Mapping[str, frozenset[str]]

    def loses(self, tie: Reliance) -> bool:
        """Tell whether an assertion is about what falls itself."""
        if self.case is not None and tie.precedent.iri != self.case:
            return False
        return not self.elements or tie.element in self.elements

    def undecided(self, tie: Reliance) -> bool:
        """Tell whether an assertion about the case does not say for which element."""
        same = self.case is not None and tie.precedent.iri == self.case
        return bool(same and self.elements and tie.element is None)

    def weakens(self, tie: Reliance) -> bool:
        """Tell whether an assertion's precedent rests on the case for this very element."""
        line = self.resting.get(tie.precedent.iri)
        return line is not None and tie.element is not None and tie.element in line.elements


def exposure(
    store: PrecedentStore,
    *,
    case: str | None = None,
    element: str | None = None,
    wanted: LawFilter = EVERY_LAW,
    as_of: AsOf = ALWAYS,
    max_hops: int = 2,
) -> ExposureAnswer:
    """Return what rests on a case, on an element (with narrower ones), or on a case for an element.

    Laws that are not in force are left out and counted, unless a status is asked for.

    Raises:
        UnknownCase, AmbiguousCase, UnknownElement: a key does not name one thing.
        NotYetDecided: the case had not been decided on the day.
        NothingAsked: neither a case nor an element is given.
    """
    if case is None and element is None:
        raise NothingAsked("a case, an element, or both")
    found = find_case(store, case) if case else None
    if found is not None:
        require_decided(found, as_of)
    doctrine = read_doctrine(store)
    named = find_element(store, element) if element else None
    narrower = {i for i in doctrine.elements if named and named in doctrine.line(i)}
    slugs = frozenset(doctrine.elements[i].slug for i in narrower)
    states = stated(store, doctrine)
    resting = (
        rest_on(store, found.iri, states, slugs, as_of=as_of, max_hops=max_hops) if found else {}
    )
    fall = _Fall(found.iri if found else None, slugs, resting, states)
    fitting = [law for law in _on_day(store, as_of) if wanted.fits(law) and wanted.of_kind(law)]
    touched = [hit for law in fitting if (hit := _law(fall, law))]
    exposed = [e for e in touched if wanted.status or _lasting(e.law)]
    exposed.sort(key=lambda e: (CLASSES.index(e.exposure), e.law.jurisdiction, e.law.title))
    cases = tuple(_cases(fall))
    return ExposureAnswer(
        case=found,
        element=doctrine.elements[named] if named else None,
        laws=tuple(exposed),
        cases=cases,
        laws_by_class=_counted(e.exposure for e in exposed),
        cases_by_class=_counted(e.exposure for e in cases),
        limits=limits(e.law for e in exposed),
        not_known=tuple(_not_known(fall, exposed, len(touched) - len(exposed))),
        as_of=as_of.day,
    )


def _on_day(store: PrecedentStore, as_of: AsOf) -> Iterable[LawSummary]:
    laws = every_law(store).laws
    return [on_day(law, as_of.day) for law in laws] if as_of.day else laws


def _lasting(law: LawSummary) -> bool:
    """Tell whether a law is, or on the day asked for was, in force: what is gone is not exposed."""
    return law.status_on is not None or law.status in IN_FORCE


def _law(fall: _Fall, law: LawSummary) -> ExposedLaw | None:
    """Return a law with its support sorted, or None if nothing of it is touched."""
    support = [tie for tie in law.reliance if tie.bearing in SUPPORTS]
    background = [tie for tie in law.reliance if tie.bearing == "background" and fall.loses(tie)]
    lost = [tie for tie in support if fall.loses(tie)]
    weakened = [tie for tie in support if tie not in lost and fall.weakens(tie)]
    undecided = [tie for tie in support if fall.undecided(tie)]
    touched = {tie.iri for tie in (*lost, *weakened, *undecided)}
    remaining = [tie for tie in support if tie.iri not in touched]
    if not (lost or weakened or background):
        return None
    return ExposedLaw(
        law,
        _class(lost, weakened, remaining + undecided),
        tuple(lost or background),
        tuple(Weakened(tie, fall.resting[tie.precedent.iri].line) for tie in weakened),
        tuple(remaining),
        tuple(undecided),
    )


def _class(lost: list[Reliance], weakened: list[Reliance], others: list[Reliance]) -> Exposure:
    """A tie that is only inferred makes nothing depend on what falls, and saves nothing either."""
    firm = [tie for tie in lost if tie.evidence_type < INFERRED]
    firmly_weakened = [tie for tie in weakened if tie.evidence_type < INFERRED]
    if firm:
        rest = [tie for tie in (*weakened, *others) if tie.evidence_type < INFERRED]
        return "one of several" if rest else "sole support"
    return "indirect" if firmly_weakened else "background"


def _cases(fall: _Fall) -> Iterable[ExposedCase]:
    found = [
        ExposedCase(
            case=resting.case,
            exposure=_case_class(resting),
            line=resting.line,
            elements=tuple(sorted(resting.elements)),
            remaining=resting.others,
        )
        for resting in fall.resting.values()
    ]
    key = CLASSES.index
    return sorted(found, key=lambda e: (key(e.exposure), e.case.year or 0, e.case.iri))


def _case_class(resting: Resting) -> Exposure:
    if not resting.elements:
        return "background"
    if len(resting.line) > 1:
        return "indirect"
    return "one of several" if resting.others else "sole support"


def _counted(classes: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(classes)
    return tuple((name, counts[name]) for name in CLASSES if counts[name])


def _not_known(fall: _Fall, laws: Sequence[ExposedLaw], ended: int) -> Iterator[str]:
    undecided = sum(len(e.undecided) for e in laws)
    inferred = sum(
        all(tie.evidence_type == INFERRED for tie in (*e.lost, *(w.reliance for w in e.weakened)))
        for e in laws
    )
    pointless = sum(not r.elements for r in fall.resting.values())
    if undecided:
        yield (
            f"{undecided} assertions about the case do not say for which element: they are not"
            " counted as lost"
        )
    if inferred:
        yield f"{inferred} laws are tied to it by inference from their structure only: background"
    if pointless:
        yield (
            f"{pointless} later cases cite it with approval, but no element that both state is"
            " recorded: background"
        )
    if ended:
        yield f"{ended} laws that rest on it are not in force, by their last known status: left out"
    yield "a law may rest on reasons that nobody has recorded here"
