"""The command that searches everything: search."""

from functools import partial
from typing import Annotated

import typer
from rich.table import Table

from api.answering import Found, answering
from api.answering import register as add
from api.answers.search import search_list
from api.paging import Page
from api.terminal import stderr, stdout
from graph.as_of import AsOf
from graph.search import Found as Hits
from graph.store import PrecedentStore


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    add(app, (search,))


@answering()
def search(
    store: PrecedentStore,
    text: Annotated[str, typer.Argument(help="Words, a nickname, or a citation.")],
    *,
    kind: Annotated[str | None, typer.Option(help="Only these: case, law, element, claim.")] = None,
    as_of: AsOf,
    page: Page,
) -> Found:
    """Search cases, laws, elements and claims at once; slips of the pen are allowed for."""
    answer = search_list(store, text, kind, as_of, page)
    nothing = f"nothing here has the words {text!r}" if answer.empty else None
    return Found(answer, partial(_tell, answer.found), nothing)


def _tell(found: Hits) -> None:
    for word, taken in found.understood.items():
        stderr.print(f"{word!r} was taken for {taken!r}")
    if found.missing:
        stderr.print(f"nothing has all the words; left out: {', '.join(found.missing)}")
    counted = ", ".join(f"{one.count} {one.value}" for one in found.facets["kind"])
    table = Table(title=f"{found.total} found: {counted}", title_justify="left")
    for heading in ("kind", "name", "about", "slug or key"):
        table.add_column(heading, overflow="fold")
    for hit in found.items:
        table.add_row(hit.kind, hit.title, hit.about, hit.key)
    stdout.print(table)
