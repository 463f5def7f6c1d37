"""Commands about cases: case, cases."""

from functools import partial
from typing import Annotated

import typer

from api.answering import Found, answering
from api.answering import register as add
from api.answers.cases import case_list, one_case
from api.options import Case
from api.paging import Page
from api.telling import named, on_day
from api.terminal import case_table, stderr, stdout
from graph.answers import SearchAnswer
from graph.as_of import AsOf
from graph.case_answers import CaseDetail, CaseElement, CaseOpinion, HistoryEvent
from graph.case_facets import CaseFilter
from graph.store import PrecedentStore


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    add(app, (case, cases))


@answering()
def case(store: PrecedentStore, key: Case, *, as_of: AsOf) -> Found:
    """Show what is recorded about one case."""
    answer = one_case(store, key, as_of)
    return Found(answer, partial(_tell_case, answer.found, as_of.day))


def _tell_case(detail: CaseDetail, day: str | None) -> None:
    stdout.print(named(detail.case) + on_day(day), style="bold")
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
        "checked": detail.checked,
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


@answering()
def cases(
    store: PrecedentStore,
    text: Annotated[str, typer.Argument(help="Words of a name, or a citation.")] = "",
    *,
    court: Annotated[str | None, typer.Option(help="Only this court: scotus, ca9.")] = None,
    year: Annotated[int | None, typer.Option(help="Only decided in this year.")] = None,
    decade: Annotated[int | None, typer.Option(help="Only of this decade: 1990.")] = None,
    area: Annotated[str | None, typer.Option(help="Only of this area: firearms.")] = None,
    element: Annotated[
        str | None, typer.Option(help="Only cases that state this element, or a narrower one.")
    ] = None,
    as_of: AsOf,
    page: Page,
) -> Found:
    """Search the cases by name or citation; without words, list the curated ones."""
    wanted = CaseFilter(court, year, decade, area, element)
    answer = case_list(store, text, wanted, as_of, page)
    fits = f"fits {text!r}" if text else "is of all these"
    nothing = f"no case {fits}{on_day(as_of.day)}" if answer.empty else None
    return Found(answer, partial(_tell_cases, answer.found), nothing)


def _tell_cases(found: SearchAnswer) -> None:
    if found.items:
        stdout.print(case_table(f"{found.total} cases{on_day(found.as_of)}", found.items))
    if len(found.items) < found.total:
        stderr.print("more fit: raise --limit")
