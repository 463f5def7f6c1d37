"""Laws that a case carries through later cases: they rest on a case that rests on it."""

from collections.abc import Iterable, Iterator

from graph.answers import CaseSummary, LawSummary, LawThrough
from graph.as_of import AsOf
from graph.counterparts import law_ref
from graph.elements import read_doctrine
from graph.resting import Resting, rest_on, stated
from graph.store import PrecedentStore

HOPS = 2  # further away a line says little about why a law was made
RELIES = frozenset({"supports", "mixed"})


def laws_through(
    store: PrecedentStore,
    case: CaseSummary,
    laws: Iterable[LawSummary],
    elements: frozenset[str],
    most: int,
    as_of: AsOf,
) -> tuple[LawThrough, ...]:
    """Return which laws rest on a case through one or two later cases, best evidence first.

    Only an assertion no weaker than ``most`` counts, and, with ``elements``, only one about them.
    """
    doctrine = read_doctrine(store)
    resting = rest_on(
        store, case.iri, stated(store, doctrine), elements, as_of=as_of, max_hops=HOPS
    )
    found = [hit for law in laws for hit in _of(law, resting) if hit.tie.evidence_type <= most]
    key = lambda hit: (hit.tie.evidence_type, hit.law.jurisdiction, hit.law.title)  # noqa: E731
    return tuple(sorted(found, key=key))


def _of(law: LawSummary, resting: dict[str, Resting]) -> Iterator[LawThrough]:
    """Yield a law with the strongest of its assertions that leads back, if there is one."""
    for tie in law.reliance:
        line = resting.get(tie.precedent.iri)
        if line and tie.bearing in RELIES and tie.element in line.elements:
            yield LawThrough(law_ref(law), tie, line.line)
            return
