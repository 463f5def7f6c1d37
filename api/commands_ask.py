"""Commands that ask the graph for cases: chain, lineage, progeny, case, cases."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.tree import Tree

from api.options import (
    AsJson,
    AsOfDay,
    Case,
    Court,
    Depth,
    Dissents,
    Element,
    Home,
    Treatment,
    step_filter,
)
from api.terminal import (
    NOTHING_FOUND,
    case_table,
    fail,
    open_store,
    print_json,
    stderr,
    stdout,
    told_plainly,
)
from graph import cases as graph_cases
from graph import lineage as graph_lineage
from graph.answers import CaseSummary, Evidence, LineageAnswer, Step
from graph.as_of import AsOf
from graph.case_answers import CaseElement, CaseOpinion, HistoryEvent
from graph.chain import chain as find_chain

ALL_EVIDENCE = 8


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (chain, lineage, progeny, case, cases):
        app.command()(command)


def named(case: CaseSummary) -> str:
    """Return a case as a line of text names it."""
    citation = f", {case.citation}" if case.citation else ""
    return f"{case.name}{citation} ({case.year or 'n.d.'})"


def on_day(day: str | None) -> str:
    """Return the day asked about as the end of a sentence, or nothing."""
    return f", as of {day}" if day else ""


def shown(evidence: Evidence) -> str:
    """Return one citing reference as a line of text: what, where, and how it is known."""
    where = evidence.opinion_type + (f" ({evidence.author})" if evidence.author else "")
    pin = f" at {evidence.pin}" if evidence.pin else ""
    signal = f" [{evidence.signal}]" if evidence.signal != "none" else ""
    doubt = "" if evidence.verified is not False else " UNVERIFIED"
    cue = f" “{evidence.cue}”" if evidence.cue else ""
    cue += f" by {evidence.treated_by}" if evidence.treated_by else ""
    date = f", as of {evidence.as_of}" if evidence.as_of else ""
    return f"{evidence.treatment}{cue}, {where}{pin}{signal}: {evidence.provenance}{date}{doubt}"


def chain(
    start: Annotated[str, typer.Argument(metavar="FROM", help="The earlier case.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="The later case.")],
    *,
    max_hops: Annotated[int, typer.Option(min=1, max=8, help="Longest line, in steps.")] = 4,
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many lines to show.")] = 5,
    treatment: Treatment = None,
    court: Court = None,
    depth: Depth = None,
    element: Element = None,
    dissents: Dissents = False,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Show how the doctrine runs from one case to a later one, with the evidence of each step."""
    with told_plainly(as_json=as_json):
        answer = find_chain(
            open_store(home),
            start,
            end,
            max_hops=max_hops,
            limit=limit,
            wanted=step_filter(treatment, court, depth, element, dissents, as_of),
        )
    if as_json:
        print_json(answer)
    for number, line in enumerate(() if as_json else answer.chains, 1):
        tree = Tree(f"{number}. {' -> '.join(case.name for case in line.cases)}")
        tree.add(named(line.cases[0]))
        for step in line.steps:
            _add_step(tree, step, named(step.citing))
        stdout.print(tree)
    if answer.main_path and not as_json:
        stdout.print(f"main path: {' -> '.join(case.name for case in answer.main_path.cases)}")
    if answer.truncated and not as_json:
        stderr.print("more lines are known: raise --limit")
    if not answer.chains:
        fail(
            f"no line of at most {max_hops} steps runs from {named(answer.start)}"
            f" to {named(answer.end)}{on_day(answer.as_of)}",
            NOTHING_FOUND,
        )


def _add_step(tree: Tree, step: Step, label: str, *, most: int = 4) -> None:
    branch = tree.add(f"{label}: {step.treatment}")
    for evidence in step.evidence[:most]:
        branch.add(shown(evidence))
    if len(step.evidence) > most:
        branch.add(f"+{len(step.evidence) - most} more (--json lists all)")


def lineage(
    key: Case,
    *,
    hops: Annotated[int, typer.Option(min=1, max=6, help="How many steps back.")] = 1,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many ties to show.")] = 40,
    treatment: Treatment = None,
    court: Court = None,
    depth: Depth = None,
    element: Element = None,
    dissents: Dissents = False,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Show the cases that a case rests on, the strongest ties first."""
    with told_plainly(as_json=as_json):
        answer = graph_lineage.lineage(
            open_store(home),
            key,
            max_hops=hops,
            limit=limit,
            wanted=step_filter(treatment, court, depth, element, dissents, as_of),
        )
    _print_lineage(answer, as_json=as_json)


def progeny(
    key: Case,
    *,
    hops: Annotated[int, typer.Option(min=1, max=6, help="How many steps on.")] = 1,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many ties to show.")] = 40,
    treatment: Treatment = None,
    court: Court = None,
    depth: Depth = None,
    element: Element = None,
    dissents: Dissents = False,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Show the cases that rest on a case, the strongest ties first."""
    with told_plainly(as_json=as_json):
        answer = graph_lineage.progeny(
            open_store(home),
            key,
            max_hops=hops,
            limit=limit,
            wanted=step_filter(treatment, court, depth, element, dissents, as_of),
        )
    _print_lineage(answer, as_json=as_json)


def _print_lineage(answer: LineageAnswer, *, as_json: bool) -> None:
    if as_json:
        print_json(answer)
    else:
        tree = Tree(f"{answer.direction} of {named(answer.case)}{on_day(answer.as_of)}")
        for step in answer.steps:
            one, other = step.citing, step.cited
            far = other if answer.direction == "lineage" else one
            through = answer.case not in (one, other)
            _add_step(tree, step, f"{one.name} cites {named(other)}" if through else named(far))
        if answer.treatments:
            told = ", ".join(f"{treatment} {number}" for treatment, number in answer.treatments)
            tree.add(f"in all {answer.total} ties: {told}")
        if len(answer.main_path) > 2:  # noqa: PLR2004 - two ends alone are one of the ties
            tree.add(f"main path: {' -> '.join(case.name for case in answer.main_path)}")
        stdout.print(tree)
    if not answer.steps:
        fail(
            f"no {answer.direction} of {named(answer.case)} is recorded{on_day(answer.as_of)}",
            NOTHING_FOUND,
        )
    if answer.truncated and not as_json:
        stderr.print("more is recorded: raise --limit")


def case(key: Case, *, as_of: AsOfDay = None, as_json: AsJson = False, home: Home = None) -> None:
    """Show what is recorded about one case."""
    with told_plainly(as_json=as_json):
        detail = graph_cases.case_detail(open_store(home), key, AsOf.read(as_of))
    if as_json:
        print_json(asdict(detail) | ({"as_of": as_of} if as_of else {}))
        return
    stdout.print(named(detail.case) + on_day(as_of), style="bold")
    rows = {
        "holding": detail.holding,
        "cited as": ", ".join(detail.parallel_citations),
        "docket": ", ".join(detail.dockets),
        "vote": detail.vote,
        "panel": ", ".join(detail.panel) or detail.sitting,
        "opinions": "\n             ".join(map(opinion_line, detail.opinions)),
        "history": "\n             ".join(map(history_line, detail.history)),
        "elements": "; ".join(map(element_line, detail.elements)),
        "state law": "; ".join(detail.state_laws_at_issue),
        "laws": ", ".join(law.slug for law in detail.laws_at_issue),
        "outcome": detail.outcome_for_state_law and f"state law {detail.outcome_for_state_law}",
        "texts read": ", ".join(detail.documents) or "none: curated facts only",
        "counts": f"cites {detail.cites} cases, cited by {detail.cited_by}, {detail.laws} laws rely"
        f" on it, {detail.unresolved} references unresolved",
        "unverified": ", ".join(detail.unverified_fields),
        "as of": detail.as_of,
    }
    for heading, value in rows.items():
        if value:
            stdout.print(f"{heading:>11}  {value}")


def opinion_line(opinion: CaseOpinion) -> str:
    """Return an opinion as a line of text: type, author, who joined, what it says."""
    words = [opinion.type, *([f"by {opinion.author}"] if opinion.author else [])]
    if opinion.posture:
        words.append(f"({opinion.posture})")
    told = " ".join(words)
    if opinion.joined_by:
        told += f", joined by {', '.join(opinion.joined_by)}"
    if opinion.joined_in_part_by:
        told += f", in part by {', '.join(opinion.joined_in_part_by)}"
    if opinion.verified is False:
        told += " UNVERIFIED"
    elif opinion.unverified_fields:
        told += f" [unverified: {', '.join(opinion.unverified_fields)}]"
    return f"{told}: {opinion.gist}" if opinion.gist else told


def history_line(event: HistoryEvent) -> str:
    """Return an event of history as a line of text: what happened, by which decision, when."""
    what = named(event.other) if event.other else event.citation
    date = f" ({event.date})" if event.date and not event.other else ""
    note = f": {event.note}" if event.note else ""
    doubt = "" if event.verified else " UNVERIFIED"
    return " ".join(word for word in (event.label, what) if word) + date + note + doubt


def element_line(element: CaseElement) -> str:
    """Return an element of the doctrine with the page on which the case speaks of it."""
    pin = f" at {element.pin}" if element.pin else ""
    doubt = " UNVERIFIED" if element.verified is False else ""
    return f"{element.label} ({element.stance}{pin}{doubt})"


def cases(
    text: Annotated[str, typer.Argument(help="Words of a name, or a citation.")] = "",
    *,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 20,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Search the cases by name or citation; without words, list the curated ones."""
    with told_plainly(as_json=as_json):
        answer = graph_cases.search_cases(
            open_store(home), text, limit=limit, as_of=AsOf.read(as_of)
        )
    if as_json:
        print_json(answer)
    elif answer.items:
        stdout.print(case_table(f"{answer.total} cases{on_day(as_of)}", answer.items))
    if not answer.total:
        fail(f"no case fits {text!r}{on_day(as_of)}", NOTHING_FOUND)
