"""How the doctrine runs from one case to a later one."""

from collections.abc import Sequence
from itertools import pairwise

from graph.answers import CaseSummary, Chain, ChainAnswer
from graph.best_lines import MOST_LISTED, Lines
from graph.between import Between
from graph.case_days import require_decided
from graph.cases import find_case
from graph.errors import SameCase
from graph.evidence import steps_of
from graph.iri import SUPREME
from graph.main_path import main_path
from graph.projection import summaries
from graph.step_filter import ANY_STEP, Pairs, StepFilter, Steps
from graph.store import PrecedentStore
from graph.strength import carries


def chain(
    store: PrecedentStore,
    start: str,
    end: str,
    *,
    max_hops: int = 4,
    limit: int = 5,
    offset: int = 0,
    wanted: StepFilter = ANY_STEP,
) -> ChainAnswer:
    """Return the lines of cases from an earlier case to a later one, the strongest first.

    A line is as strong as the treatment of its weakest step, and a step that overrules, limits or
    questions carries less than a mention. Between equals, one through the
    Supreme Court alone comes before one through other courts, and then the one through more cases,
    because it tells more of how the doctrine ran; then depth and number of references decide. The
    keys may be given in either order of time. ``main_path`` is the line that most lines run along.
    Only what lies between the two is read, from both ends; see ``graph.between``.

    Raises:
        UnknownCase, AmbiguousCase: a key does not name one case.
        NotYetDecided: one of the two had not been decided on the day asked about.
        SameCase: both keys name the same one.
        UnknownConcept, UnknownElement: the filter asks for what does not exist.
    """
    one, other = find_case(store, start), find_case(store, end)
    if one.iri == other.iri:
        raise SameCase(one)
    for case in (one, other):
        require_decided(case, wanted.as_of)
    older, newer = (one, other) if _before(one, other) else (other, one)
    between = Between(store, older.iri, newer.iri)
    pairs = between.steps(Steps(store, wanted), max_hops)
    lines = Lines(
        {(cited, citing): carries(found) for (citing, cited), found in pairs.items()},
        older.iri,
        newer.iri,
        max_hops=max_hops,
        below=lambda case: not case.startswith(SUPREME),
    )
    main = main_path(((cited, citing) for citing, cited in pairs), older.iri, newer.iri)
    best, total = lines.best(offset + limit), lines.count()
    missing = len(best) < min(offset + limit, total) or total > MOST_LISTED
    return ChainAnswer(
        older,
        newer,
        tuple(_chain(store, path, pairs) for path in best[offset:]),
        total > offset + limit or between.partial,
        wanted.as_of.day,
        _chain(store, main, pairs) if main else None,
        min(total, MOST_LISTED),
        between.partial or missing,
    )


def _before(one: CaseSummary, other: CaseSummary) -> bool:
    return (one.decided or str(one.year or "")) <= (other.decided or str(other.year or ""))


def _chain(store: PrecedentStore, path: Sequence[str], pairs: Pairs) -> Chain:
    named = summaries(store, path)
    steps = steps_of(store, [pairs[citing, cited] for cited, citing in pairwise(path)])
    return Chain(tuple(named[iri] for iri in path), steps)
