"""The command that asks what the texts themselves suggest, apart from what people recorded."""

from functools import partial
from typing import Annotated

import typer
from rich.table import Table

from api.answering import Found, answering
from api.answering import register as add
from api.answers.laws import candidate_list
from api.completion import case_option, law_option
from api.paging import Page
from api.terminal import stderr, stdout
from graph.answers import NOT_REVIEWED, Candidate, CandidatesAnswer
from graph.as_of import AsOf
from graph.store import PrecedentStore


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    add(app, (candidates,))


@answering()
def candidates(
    store: PrecedentStore,
    *,
    relies_on: Annotated[str | None, case_option("Only those citing this case.")] = None,
    law: Annotated[
        str | None,
        law_option("Only those about this law (slug or IRI)."),
    ] = None,
    as_of: AsOf,
    page: Page,
) -> Found:
    """List passages that may show a law resting on a precedent: extracted, not reviewed."""
    answer = candidate_list(store, relies_on, law, as_of, page)
    nothing = "no passage of the texts read ties such a law to such a case"
    return Found(answer, partial(_tell, answer.found), nothing if answer.empty else None)


def _tell(found: CandidatesAnswer) -> None:
    if found.items:
        stdout.print(_table(found))
        stderr.print("none of these counts as a law that relies on a case: read the passage first")


def _table(answer: CandidatesAnswer) -> Table:
    table = Table(title=f"{answer.total} candidates ({NOT_REVIEWED})", title_justify="left")
    for heading in ("law", "precedent", "what the words say", "where"):
        table.add_column(heading, overflow="fold")
    for found in answer.items:
        table.add_row(found.law_slug, found.precedent.name, _said(found), _where(found))
    return table


def _said(found: Candidate) -> str:
    words = [f"{w.kind}: {w.text} ({w.start}-{w.end})" for w in found.words]
    return "\n".join([*words, f"outcome: {found.outcome or 'not stated'}"])


def _where(found: Candidate) -> str:
    part = found.opinion_type + (f" ({found.author})" if found.author else "")
    return f"{found.found_in.name}, {part}\n{found.provenance}\n{found.document}"
