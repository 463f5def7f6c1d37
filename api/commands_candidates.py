"""The command that asks what the texts themselves suggest, apart from what people recorded."""

from typing import Annotated

import typer
from rich.table import Table

from api.options import AsJson, AsOfDay, Home
from api.terminal import (
    NOTHING_FOUND,
    fail,
    open_store,
    print_json,
    stderr,
    stdout,
    told_plainly,
)
from graph.answers import NOT_REVIEWED, Candidate, CandidatesAnswer
from graph.as_of import AsOf
from graph.candidates import candidates as find_candidates


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(candidates)


def candidates(
    *,
    relies_on: Annotated[str | None, typer.Option(help="Only those citing this case.")] = None,
    law: Annotated[
        str | None, typer.Option(help="Only those about this law (slug or IRI).")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 100,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """List passages that may show a law resting on a precedent: extracted, not reviewed."""
    with told_plainly(as_json=as_json):
        answer = find_candidates(
            open_store(home),
            relies_on=relies_on,
            law=law,
            limit=limit,
            as_of=AsOf.read(as_of),
        )
    if as_json:
        print_json(answer)
    elif answer.items:
        stdout.print(_table(answer))
        stderr.print("none of these counts as a law that relies on a case: read the passage first")
    if not answer.total:
        fail("no passage of the texts read ties such a law to such a case", NOTHING_FOUND)


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
