"""Commands about the claims of the public debate: claims, claim."""

from functools import partial
from typing import Annotated

import typer
from rich.table import Table

from api.answering import Found, answering
from api.answering import register as add
from api.answers.claims import claim_list, one_claim
from api.paging import Page
from api.terminal import stdout
from graph.as_of import AsOf
from graph.claims import ClaimDetail, ClaimsAnswer, Recomputed
from graph.store import PrecedentStore
from ontology.prefixes import sparql_prologue


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    add(app, (claims, claim))


@answering()
def claims(
    store: PrecedentStore,
    *,
    verdict: Annotated[str | None, typer.Option(help="Only this verdict, e.g. outdated.")] = None,
    article: Annotated[str | None, typer.Option(help="Only claims of this article.")] = None,
    as_of: AsOf,
    page: Page,
) -> Found:
    """List claims of the public debate with the verdict on each and what was found."""
    answer = claim_list(store, verdict, article, as_of, page)
    nothing = "no claim is of both" if answer.empty else None
    return Found(answer, partial(_tell_claims, answer.found), nothing)


def _tell_claims(found: ClaimsAnswer) -> None:
    if found.items:
        stdout.print(_table(found))


def _table(answer: ClaimsAnswer) -> Table:
    counted = ", ".join(f"{count} {verdict}" for verdict, count in answer.by_verdict)
    table = Table(title=f"{answer.total} claims: {counted}", title_justify="left")
    for heading in ("key", "claim", "verdict", "found", "as of"):
        table.add_column(heading, overflow="fold")
    for item in answer.items:
        table.add_row(item.key, item.claim, item.verdict, item.value_found, item.as_of)
    return table


@answering()
def claim(
    store: PrecedentStore,
    key: Annotated[str, typer.Argument(help="Key or IRI of a claim: confederation-essay/07.")],
    *,
    as_of: AsOf,
) -> Found:
    """Show one claim: verdict, sources, and what its query answers now."""
    answer = one_claim(store, key, as_of)
    return Found(answer, partial(_tell_claim, answer.found))


def _tell_claim(detail: ClaimDetail) -> None:
    about = detail.claim
    stdout.print(f"{about.claim}: {about.verdict}", style="bold")
    stdout.print(f"claimed by {about.article.author or 'an unnamed author'},", end=" ")
    stdout.print(f"{about.article.title} ({about.article.published})")
    for heading, value in _lines(detail).items():
        if value:
            stdout.print(f"{heading:>14}  {value}")


def _lines(detail: ClaimDetail) -> dict[str, str | None]:
    about = detail.claim
    return {
        "value claimed": about.value_claimed,
        "value found": about.value_found,
        "as of": about.as_of,
        "note": about.note,
        "unverified": ", ".join(about.unverified_fields),
        "question": detail.asks,
        "answer then": _told(detail.then),
        "answer now": _told(detail.now),
        "answer once": _told(detail.once),
        "verdict of data": detail.verdict_by_data,
        "concerns": ", ".join(concern.slug for concern in detail.concerns),
        "sources": "\n                ".join(about.sources),
        "query": "\n" + detail.query.removeprefix(sparql_prologue()) if detail.query else None,
    }


def _told(answer: Recomputed | None) -> str | None:
    if answer is None:
        return None
    day = f" (as of {answer.as_of})" if answer.as_of else ""
    shown = f": {answer.shown}" if answer.shown else ""
    return f"{answer.value if answer.value is not None else 'nothing'}{day}{shown}"
