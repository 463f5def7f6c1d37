"""The command that counts what the graph holds: stats."""

import typer
from rich.table import Table

from api.options import AsJson, AsOfDay, Home
from api.terminal import open_store, print_json, stdout, told_plainly
from graph.as_of import AsOf
from graph.stats import Count, Counts
from graph.stats import stats as count_all


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(stats)


def stats(*, as_of: AsOfDay = None, as_json: AsJson = False, home: Home = None) -> None:
    """Count what the graph holds: by kind of record, topic, place, evidence and checking."""
    from api.schemas import with_dataset  # noqa: PLC0415 - the HTTP schemas load slowly

    with told_plainly(as_json=as_json):
        day = AsOf.read(as_of)
        store = open_store(home)
        answer = count_all(store, day)
    if as_json:
        print_json(with_dataset(store, answer, day))
        return
    for counts in answer.items:
        stdout.print(_table(counts))
    stdout.print(f"as of {day.day or store.as_of()}; dataset {store.dataset_hash()[:16]}")


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
