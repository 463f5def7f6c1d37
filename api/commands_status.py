"""Commands about the weight of cases: status, exposure, authority."""

from functools import partial
from typing import Annotated

import typer
from rich.table import Table
from rich.tree import Tree

from api.answering import Found, answering
from api.answering import register as add
from api.answers.doctrine import authority_list
from api.answers.weight import case_status, exposed
from api.completion import case_option, element_option
from api.options import Case, Dissents
from api.paging import Page
from api.telling import named, shown
from api.terminal import stderr, stdout
from graph.answers import LawSummary, Reliance, Step
from graph.as_of import AsOf
from graph.authority import AuthorityAnswer
from graph.exposure import ExposedLaw, ExposureAnswer
from graph.facets import LawFilter
from graph.store import PrecedentStore
from graph.treatment_status import OverruledSupport, StatusAnswer


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    add(app, (status, exposure, authority))


@answering()
def status(
    store: PrecedentStore,
    key: Case,
    *,
    max_hops: Annotated[
        int, typer.Option("--hops", min=1, max=4, help="How far back overruled support.")
    ] = 2,
    as_of: AsOf,
) -> Found:
    """Show how later cases treat a case, by whom and in which words; not found is not good law."""
    answer = case_status(store, key, as_of, max_hops)
    return Found(answer, partial(_tell_status, answer.found))


def _tell_status(found: StatusAnswer) -> None:
    stdout.print(_status_tree(found))
    stdout.print(found.coverage)


def _status_tree(answer: StatusAnswer) -> Tree:
    on = f" as of {answer.as_of}" if answer.as_of else ""
    tree = Tree(f"{named(answer.case)}: {answer.standing}{on} ({answer.basis})")
    counted = tree.add(f"treated in {answer.citing_cases} later cases")
    for count in answer.counts:
        numbers = ((count.by_court, "by the court"), (count.by_separate, "in separate opinions"))
        told = ", ".join(f"{number} {where}" for number, where in numbers if number)
        counted.add(f"{count.treatment}: {told}")
    for words, steps in (
        ("negative treatment by courts", answer.negative),
        ("told of others, or by courts without the power", answer.reported),
        ("in separate opinions, which are not the court's", answer.separate),
    ):
        _add_steps(tree, words, steps)
    for element in answer.elements:
        told = ", ".join(f"{done.value} {done.count}" for done in element.treatments)
        tree.add(f"for {element.label} [{element.element}]: {told}")
    if answer.rests_on_overruled:
        risk = tree.add("rests on authority that was overruled")
        for support in answer.rests_on_overruled:
            risk.add(_overruled(support))
    return tree


def _add_steps(tree: Tree, words: str, steps: tuple[Step, ...]) -> None:
    branch = tree.add(words) if steps else None
    for step in steps:
        if branch is not None:
            branch.add(f"{named(step.citing)}: {shown(step.evidence[0])}")


def _overruled(support: OverruledSupport) -> str:
    line = " -> ".join(
        [named(support.line[0].citing), *(f"{s.treatment} {named(s.cited)}" for s in support.line)]
    )
    later = f", itself overruled by {named(support.since[0])}" if support.since else ""
    return f"{line}: overruled by {named(support.act.citing)}{later}"


@answering()
def authority(
    store: PrecedentStore,
    *,
    element: Annotated[
        str | None,
        element_option("Only cases that state this element: slug or label."),
    ] = None,
    dissents: Dissents = False,
    as_of: AsOf,
    page: Page,
) -> Found:
    """List the cases that carry most authority in the doctrine, by PageRank, HITS and citations."""
    answer = authority_list(store, element, dissents, as_of, page)
    nothing = "no recorded case of this kind cites another" if answer.empty else None
    return Found(answer, partial(_tell_authority, answer.found), nothing)


def _tell_authority(found: AuthorityAnswer) -> None:
    if found.items:
        stdout.print(_authority_table(found))


def _authority_table(answer: AuthorityAnswer) -> Table:
    of = f" for {answer.element}" if answer.element else ""
    on = f", as of {answer.as_of}" if answer.as_of else ""
    title = f"{answer.total} cases{of} with {answer.citations} citations among them{on}"
    table = Table(title=title, title_justify="left")
    for heading in ("rank", "case", "PageRank", "authority", "hub", "cited in", "by all"):
        table.add_column(heading, overflow="fold")
    for item in answer.items:
        measures = (f"{item.pagerank:.4f}", f"{item.authority:.4f}", f"{item.hub:.4f}")
        counts = (str(item.cited_in), str(item.cited_by_all))
        table.add_row(str(item.rank), named(item.case), *measures, *counts)
    return table


@answering()
def exposure(
    store: PrecedentStore,
    *,
    case: Annotated[
        str | None,
        case_option("What if this case is overruled: slug, citation or name."),
    ] = None,
    element: Annotated[
        str | None,
        element_option("What if this element is: slug or label; both: narrowed."),
    ] = None,
    topic: Annotated[str | None, typer.Option(help="Only laws of this topic.")] = None,
    jurisdiction: Annotated[str | None, typer.Option(help="Only laws of this one.")] = None,
    law_status: Annotated[
        str | None, typer.Option("--status", help="Only laws of this status; else in force.")
    ] = None,
    as_of: AsOf,
) -> Found:
    """Show which laws and cases would lose which support, and what support would remain."""
    wanted = LawFilter(topic=topic, jurisdiction=jurisdiction, status=law_status)
    answer = exposed(store, case, element, wanted, as_of)
    nothing = None if answer.rows else "nothing recorded here rests on it"
    return Found(answer, partial(_print_exposure, answer.found), nothing)


def _print_exposure(answer: ExposureAnswer) -> None:
    about = [named(answer.case)] if answer.case else []
    about += [f"{answer.element.label} [{answer.element.slug}]"] if answer.element else []
    tree = Tree(f"if there were no {' for '.join(about)}")
    for name, number in answer.laws_by_class:
        branch = tree.add(f"laws, {name}: {number}")
        for law in answer.laws:
            if law.exposure == name:
                _add_law(branch, law)
    for name, number in answer.cases_by_class:
        branch = tree.add(f"cases, {name}: {number}")
        for found in answer.cases:
            if found.exposure == name:
                others = ", ".join(case.name for case in found.remaining)
                branch.add(named(found.case) + (f"; also follows {others}" if others else ""))
    if answer.limits:
        bounds = "; ".join(f"{named(case)} ({number})" for case, number in answer.limits)
        tree.add(f"limits already beside these laws: {bounds}")
    stdout.print(tree)
    for line in answer.not_known:
        stderr.print(f"not known: {line}", soft_wrap=True)


def _add_law(tree: Tree, found: ExposedLaw) -> None:
    branch = tree.add(_law_line(found.law))
    for tie in found.lost:
        branch.add(f"rests on it: {_tie(tie)}")
    for weak in found.weakened:
        through = " <- ".join(named(step.citing) for step in weak.line)
        branch.add(f"rests on it through {through}: {_tie(weak.reliance)}")
    for tie in found.undecided:
        branch.add(f"does not say for which element: {_tie(tie)}")
    for tie in found.remaining:
        branch.add(f"remains: {_tie(tie)}")


def _law_line(law: LawSummary) -> str:
    doubt = "" if law.verified else " [unverified]"
    return f"{law.jurisdiction} {law.title} [{law.slug}]{doubt}"


def _tie(tie: Reliance) -> str:
    element = f", {tie.element_label}" if tie.element_label else ""
    return f"{tie.precedent.name}{element} (evidence {tie.evidence_type}: {tie.evidence_label})"
