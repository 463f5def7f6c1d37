"""Commands about the claims of the public debate: claims, claim."""

from typing import Annotated

import typer
from rich.table import Table

from api.options import AsJson, AsOfDay, Home
from api.terminal import NOTHING_FOUND, fail, open_store, print_json, stdout, told_plainly
from graph.as_of import AsOf
from graph.claims import ClaimDetail, ClaimsAnswer, Recomputed, claim_detail
from graph.claims import claims as find_claims
from ontology.prefixes import sparql_prologue


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (claims, claim):
        app.command()(command)


def claims(
    *,
    verdict: Annotated[str | None, typer.Option(help="Only this verdict, e.g. outdated.")] = None,
    article: Annotated[str | None, typer.Option(help="Only claims of this article.")] = None,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """List claims of the public debate with the verdict on each and what was found."""
    with told_plainly(as_json=as_json):
        answer = find_claims(
            open_store(home), verdict=verdict, article=article, as_of=AsOf.read(as_of)
        )
    if as_json:
        print_json(answer)
    elif answer.items:
        stdout.print(_table(answer))
    if not answer.total:
        fail("no claim is of both", NOTHING_FOUND)


def _table(answer: ClaimsAnswer) -> Table:
    counted = ", ".join(f"{count} {verdict}" for verdict, count in answer.by_verdict)
    table = Table(title=f"{answer.total} claims: {counted}", title_justify="left")
    for heading in ("key", "claim", "verdict", "found", "as of"):
        table.add_column(heading, overflow="fold")
    for item in answer.items:
        table.add_row(item.key, item.claim, item.verdict, item.value_found, item.as_of)
    return table


def claim(
    key: Annotated[str, typer.Argument(help="Key or IRI of a claim: confederation-essay/07.")],
    *,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Show one claim: verdict, sources, and what its query answers now."""
    with told_plainly(as_json=as_json):
        detail = claim_detail(open_store(home), key, AsOf.read(as_of))
    if as_json:
        print_json(detail)
        return
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
