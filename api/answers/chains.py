"""Answers about lines of precedent: chains between two cases, lineage and progeny of one."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Literal, TypeAlias

from api.answers.answer import Answer, listing
from api.ordering import Keys, ordered
from api.paging import Page
from graph.answers import CaseSummary, Chain, LineageAnswer, Step
from graph.case_days import date_of
from graph.chain import chain
from graph.counting import FacetCount
from graph.lineage import Tie, lineage, progeny
from graph.step_filter import StepFilter
from graph.store import PrecedentStore

LINES: Final = 5  # how many lines an answer has unless more are asked for
MOST_LINES: Final = 50

Direction: TypeAlias = Literal["lineage", "progeny"]

TIE_KEYS: Final[Keys[Tie]] = {
    "strength": lambda tie: tie.strength,
    "treatment": lambda tie: tie.treatment,
    "citing": lambda tie: tie.citing.name.casefold(),
    "cited": lambda tie: tie.cited.name.casefold(),
    "citing_decided": lambda tie: date_of(tie.citing),
    "cited_decided": lambda tie: date_of(tie.cited),
}


@dataclass(frozen=True, slots=True)
class ChainRow:
    """One step of a chain, as a table of the answer lists it; chains and steps count from 1."""

    chain: int
    step: int
    citing: CaseSummary
    cited: CaseSummary
    treatment: str
    opinion_type: str
    references: int


def chains(
    store: PrecedentStore, start: str, end: str, max_hops: int, wanted: StepFilter, page: Page
) -> Answer:
    """Return the lines of cases between two cases, the strongest first, with all evidence."""
    window = page.window(store, "chains", start, end, max_hops, wanted)
    found = chain(
        store,
        start,
        end,
        max_hops=max_hops,
        limit=window.limit,
        offset=window.start,
        wanted=wanted,
    )
    answer = listing(
        store,
        found,
        found.chains,
        Chain,
        window,
        wanted.as_of,
        total=found.total,
        start=found.start,
        end=found.end,
        max_hops=max_hops,
        main_path=found.main_path,
        partial=found.partial,
    )
    steps = {
        (step.citing.iri, step.cited.iri): step for line in found.chains for step in line.steps
    }
    rows = _rows(found.chains, window.start)
    return replace(answer, rows=rows, row=ChainRow, steps=tuple(steps.values()))


def _rows(lines: tuple[Chain, ...], before: int) -> list[ChainRow]:
    return [
        ChainRow(number, place, s.citing, s.cited, s.treatment, s.opinion_type, len(s.evidence))
        for number, line in enumerate(lines, before + 1)
        for place, s in enumerate(line.steps, 1)
    ]


def steps_around(
    store: PrecedentStore,
    key: str,
    direction: Direction,
    max_hops: int,
    wanted: StepFilter,
    page: Page,
) -> Answer:
    """Return the cases that a case rests on (lineage) or that rest on it (progeny)."""
    window = page.window(store, direction, key, max_hops, wanted)
    read = lineage if direction == "lineage" else progeny
    found: LineageAnswer = read(
        store,
        key,
        max_hops=max_hops,
        limit=window.limit,
        offset=window.start,
        order=partial(ordered, sort=page.sort, keys=TIE_KEYS) if page.sort else None,
        wanted=wanted,
    )
    answer = listing(
        store,
        found,
        found.steps,
        Step,
        window,
        wanted.as_of,
        total=found.total,
        case=found.case,
        direction=direction,
        max_hops=max_hops,
        facets={"treatment": [FacetCount(*counted) for counted in found.treatments]},
        main_path=found.main_path,
        partial=found.partial,
    )
    return replace(answer, steps=found.steps)
