"""The command that counts what the graph holds: stats."""

from functools import partial

import typer
from rich.table import Table

from api.answering import Found, answering
from api.answering import register as add
from api.answers.answer import Answer
from api.answers.held import counts
from api.paging import Page
from api.terminal import stdout
from graph.as_of import AsOf
from graph.stats import Count, Counts
from graph.store import PrecedentStore


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    add(app, (stats,))


@answering()
def stats(store: PrecedentStore, *, as_of: AsOf, page: Page) -> Found:
    """Count what the graph holds: by kind of record, topic, place, evidence and checking."""
    answer = counts(store, as_of, page)
    return Found(answer, partial(_tell, answer))


def _tell(answer: Answer) -> None:
    for one in answer.body["items"]:
        stdout.print(_table(one))
    stdout.print(f"as of {answer.body['as_of']}; dataset {answer.body['dataset'][:16]}")


def _table(counts: Counts) -> Table:
    table = Table(title=f"{counts.asks} ({counts.question})", title_justify="left")
    table.add_column("what", overflow="fold")
    table.add_column("how many", justify="right")
    for count in counts.counts:
        table.add_row(count.name, _number(count))
    return table


def _number(count: Count) -> str:
    """Return a count as a table shows it: 3, or 3 of 4 (75 %)."""
    if not count.of:
        return str(count.n)
    return f"{count.n} of {count.of} ({100 * count.n / count.of:.0f} %)"
