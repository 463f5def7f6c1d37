"""Commands about lines of precedent: chain, lineage, progeny."""

from functools import partial
from typing import Annotated, Final

import typer
from rich.tree import Tree

from api.answering import Found, answering
from api.answering import register as add
from api.answers.chains import LINES, MOST_LINES, Direction, chains, steps_around
from api.completion import case_argument
from api.options import Case, Court, Depth, Dissents, Element, Treatment, step_filter
from api.paging import Page
from api.telling import add_step, named, on_day
from api.terminal import stderr, stdout
from graph.answers import ChainAnswer, LineageAnswer
from graph.as_of import AsOf
from graph.step_filter import StepFilter
from graph.store import PrecedentStore

TOO_MANY: Final = (
    "more references lie within reach than one answer reads: what is shown is not all, and counts"
    " are the least there are"
)


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    add(app, (chain, lineage, progeny))


@answering(limit=LINES, most=MOST_LINES, sorts=False)
def chain(
    store: PrecedentStore,
    start: Annotated[str, case_argument("The earlier case.", "FROM")],
    end: Annotated[str, case_argument("The later case.", "TO")],
    *,
    max_hops: Annotated[int, typer.Option(min=1, max=8, help="Longest line, in steps.")] = 4,
    treatment: Treatment = None,
    court: Court = None,
    depth: Depth = None,
    element: Element = None,
    dissents: Dissents = False,
    as_of: AsOf,
    page: Page,
) -> Found:
    """Show how the doctrine runs from one case to a later one, with the evidence of each step."""
    wanted = step_filter(treatment, court, depth, element, dissents, as_of)
    answer = chains(store, start, end, max_hops, wanted, page)
    found: ChainAnswer = answer.found
    nothing = (
        f"no line of at most {max_hops} steps runs from {named(found.start)}"
        f" to {named(found.end)}{on_day(found.as_of)}"
    )
    return Found(answer, partial(_tell_chains, found), nothing if answer.empty else None)


def _tell_chains(found: ChainAnswer) -> None:
    for number, line in enumerate(found.chains, 1):
        tree = Tree(f"{number}. {' -> '.join(case.name for case in line.cases)}")
        tree.add(named(line.cases[0]))
        for step in line.steps:
            add_step(tree, step, named(step.citing))
        stdout.print(tree)
    if found.main_path:
        stdout.print(f"main path: {' -> '.join(case.name for case in found.main_path.cases)}")
    if found.truncated:
        stderr.print(TOO_MANY if found.partial else "more lines are known: raise --limit")


@answering()
def lineage(
    store: PrecedentStore,
    key: Case,
    *,
    max_hops: Annotated[int, typer.Option("--hops", min=1, max=6, help="How many steps back.")] = 1,
    treatment: Treatment = None,
    court: Court = None,
    depth: Depth = None,
    element: Element = None,
    dissents: Dissents = False,
    as_of: AsOf,
    page: Page,
) -> Found:
    """Show the cases that a case rests on, the strongest ties first."""
    wanted = step_filter(treatment, court, depth, element, dissents, as_of)
    return _around(store, key, "lineage", max_hops, wanted, page)


@answering()
def progeny(
    store: PrecedentStore,
    key: Case,
    *,
    max_hops: Annotated[int, typer.Option("--hops", min=1, max=6, help="How many steps on.")] = 1,
    treatment: Treatment = None,
    court: Court = None,
    depth: Depth = None,
    element: Element = None,
    dissents: Dissents = False,
    as_of: AsOf,
    page: Page,
) -> Found:
    """Show the cases that rest on a case, the strongest ties first."""
    wanted = step_filter(treatment, court, depth, element, dissents, as_of)
    return _around(store, key, "progeny", max_hops, wanted, page)


def _around(
    store: PrecedentStore,
    key: str,
    direction: Direction,
    max_hops: int,
    wanted: StepFilter,
    page: Page,
) -> Found:
    answer = steps_around(store, key, direction, max_hops, wanted, page)
    found: LineageAnswer = answer.found
    nothing = f"no {direction} of {named(found.case)} is recorded{on_day(found.as_of)}"
    return Found(answer, partial(_tell_steps, found), nothing if answer.empty else None)


def _tell_steps(found: LineageAnswer) -> None:
    tree = Tree(f"{found.direction} of {named(found.case)}{on_day(found.as_of)}")
    for step in found.steps:
        one, other = step.citing, step.cited
        far = other if found.direction == "lineage" else one
        through = found.case not in (one, other)
        add_step(tree, step, f"{one.name} cites {named(other)}" if through else named(far))
    if found.treatments:
        told = ", ".join(f"{treatment} {number}" for treatment, number in found.treatments)
        tree.add(f"in all {found.total} ties: {told}")
    if len(found.main_path) > 2:  # noqa: PLR2004 - two ends alone are one of the ties
        tree.add(f"main path: {' -> '.join(case.name for case in found.main_path)}")
    stdout.print(tree)
    if found.truncated:
        stderr.print(TOO_MANY if found.partial else "more is recorded: raise --limit")
