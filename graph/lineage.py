"""What a case rests on, back to its roots, and what has come to rest on it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.answers import CaseSummary, LineageAnswer
from graph.case_days import require_decided
from graph.cases import find_case
from graph.evidence import steps_of
from graph.main_path import main_path
from graph.projection import CitationEdge, summaries
from graph.reach import Reach
from graph.step_filter import ANY_STEP, Pairs, StepFilter, Steps
from graph.store import PrecedentStore
from graph.strength import strength, strongest

Groups = Sequence[Sequence[CitationEdge]]
ALL_ENDS = "all ends"  # what the roots, or the latest cases, are joined to, so that a path has ends


@dataclass(frozen=True, slots=True)
class Tie:
    """All the references between two cases, before their evidence is read."""

    citing: CaseSummary
    cited: CaseSummary
    treatment: str
    strength: int
    edges: Sequence[CitationEdge]


Order = Callable[[Sequence[Tie]], Sequence[Tie]]


def lineage(
    store: PrecedentStore,
    key: str,
    *,
    max_hops: int = 2,
    limit: int = 100,
    offset: int = 0,
    order: Order | None = None,
    wanted: StepFilter = ANY_STEP,
) -> LineageAnswer:
    """Return the cases a case cites, and those they cite, the strongest ties of each hop first.

    ``order`` puts the ties in another order. ``treatments`` counts the ties within reach by their
    strongest treatment, and ``main_path`` is the line, oldest case first, that most lines within
    reach run along. ``partial`` tells that more references lie within reach than are read.

    Raises:
        UnknownCase, AmbiguousCase: the key does not name one case.
        NotYetDecided: the case had not been decided on the day asked about.
        UnknownConcept, UnknownElement: the filter asks for what does not exist.
    """
    return _answer(store, key, "lineage", max_hops, (offset, offset + limit), order, wanted)


def progeny(
    store: PrecedentStore,
    key: str,
    *,
    max_hops: int = 2,
    limit: int = 100,
    offset: int = 0,
    order: Order | None = None,
    wanted: StepFilter = ANY_STEP,
) -> LineageAnswer:
    """Return the cases that cite a case, and those that cite them; see ``lineage``."""
    return _answer(store, key, "progeny", max_hops, (offset, offset + limit), order, wanted)


def _answer(
    store: PrecedentStore,
    key: str,
    direction: str,
    hops: int,
    part: tuple[int, int],
    order: Order | None,
    wanted: StepFilter,
) -> LineageAnswer:
    case = require_decided(find_case(store, key), wanted.as_of)
    back = direction == "lineage"
    reach = Reach(Steps(store, wanted))
    ordered = _walk(reach, case, back=back, hops=hops)
    shown = _ordered(store, ordered, order) if order else ordered
    main = _main(ordered, case.iri, back=back)
    named = summaries(store, main) if main else {}
    return LineageAnswer(
        case=case,
        direction=direction,
        max_hops=hops,
        steps=steps_of(store, shown[slice(*part)]),
        truncated=len(ordered) > part[1] or reach.partial,
        as_of=wanted.as_of.day,
        total=len(ordered),
        treatments=tuple(Counter(strongest(tie).treatment for tie in ordered).most_common()),
        main_path=tuple(named[iri] for iri in main),
        partial=reach.partial,
    )


def _ordered(store: PrecedentStore, groups: Groups, order: Order) -> Groups:
    named = summaries(store, {iri for group in groups for iri in (group[0].citing, group[0].cited)})
    ties = [
        Tie(named[g[0].citing], named[g[0].cited], strongest(g).treatment, strength(g), g)
        for g in groups
    ]
    return [tie.edges for tie in order(ties)]


def _walk(reach: Reach, case: CaseSummary, *, back: bool, hops: int) -> list[list[CitationEdge]]:
    """Return the references between each two cases within reach, strongest of each hop first."""
    frontier, reached = {case.iri}, {case.iri}
    ordered: list[list[CitationEdge]] = []
    for _ in range(hops):
        pairs = {} if reach.partial else reach.pairs(frontier, back=back)
        ordered += _by_strength(pairs)
        frontier = {cited if back else citing for citing, cited in pairs} - reached
        reached |= frontier
    return ordered


def _main(ties: Groups, case: str, *, back: bool) -> list[str]:
    """Return the main path between a case and the farthest that its lines lead to."""
    steps = [(tie[0].cited, tie[0].citing) for tie in ties]
    earlier, later = ({step[end] for step in steps} for end in (0, 1))
    if back:
        ends = [(ALL_ENDS, iri) for iri in earlier - later - {case}]
        return main_path(steps + ends, ALL_ENDS, case)[1:]
    ends = [(iri, ALL_ENDS) for iri in later - earlier - {case}]
    return main_path(steps + ends, case, ALL_ENDS)[:-1]


def _by_strength(pairs: Pairs) -> list[list[CitationEdge]]:
    return [pairs[pair] for pair in sorted(pairs, key=lambda pair: (-strength(pairs[pair]), pair))]
