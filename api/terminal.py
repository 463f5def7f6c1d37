"""What every command shares: data on stdout, everything else on stderr, and the exit codes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pydantic_core
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from api.faults import AskingError
from api.problems import problem, problem_of
from graph.errors import (
    AmbiguousCase,
    DumpDamaged,
    HomeNotWritable,
    InvalidDate,
    InvalidInteger,
    MissingParameter,
    NotFoundError,
    NothingAsked,
    PrecedentError,
    QuerySyntaxError,
    SameCase,
    UnaskedParameter,
    UndatedQuestion,
    UnknownConcept,
    UnreadableDraft,
)
from graph.home import SnapshotReader, data_home, has_snapshot, open_reader
from graph.store import PrecedentStore
from ingest.packaged import is_current

Report = Callable[[str, int, int], None]

OK: Final = 0
FAILED: Final = 1
USAGE: Final = 2
NOTHING_FOUND: Final = 3
INVALID: Final = 4

EXITS: Final[tuple[tuple[type[PrecedentError], int], ...]] = (
    (UnknownConcept, USAGE),  # there is no such word, which is another thing than finding nothing
    (NotFoundError, NOTHING_FOUND),
    (AmbiguousCase, USAGE),
    (SameCase, USAGE),
    (InvalidDate, USAGE),
    (InvalidInteger, USAGE),
    (NothingAsked, USAGE),
    (UnreadableDraft, USAGE),
    (UndatedQuestion, USAGE),
    (MissingParameter, USAGE),
    (UnaskedParameter, USAGE),
    (AskingError, USAGE),
    (QuerySyntaxError, USAGE),
    (DumpDamaged, INVALID),
)

# What goes into a file or a pipe is never cut to the width of a screen.
stdout = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 4096)
stderr = Console(stderr=True, highlight=False)


@contextmanager
def told_plainly(*, as_json: bool = False) -> Iterator[None]:
    """Turn our own errors into one sentence on stderr and the right exit code.

    With ``as_json`` the problem stands on stdout too, so that a script can read the candidates.
    """
    try:
        yield
    except PrecedentError as error:
        code = next((code for kind, code in EXITS if isinstance(error, kind)), FAILED)
        if as_json:
            print_json(problem_of(error) | {"exit": code})
        if isinstance(error, AmbiguousCase):
            stderr.print("[red]error:[/] ", end="")
            stderr.print(str(error), markup=False, soft_wrap=True)
            stderr.print(case_table("fits", error.candidates))
            raise typer.Exit(code) from error
        fail(str(error), code)
    except OSError as error:
        told = f"{error.strerror or error}: {error.filename}"
        if as_json:
            print_json(problem(500, "failed", told) | {"exit": FAILED})
        fail(told, FAILED)


def fail(message: str, code: int) -> None:
    """Print an error and leave with an exit code."""
    stderr.print("[red]error:[/] ", end="")
    stderr.print(message, markup=False, soft_wrap=True)
    raise typer.Exit(code)


def reader(home: Path | None) -> SnapshotReader:
    """Return a reader of the data directory, filled from the package on first use."""
    ensure_filled(home or data_home())
    return open_reader(home or data_home())


def open_store(home: Path | None) -> PrecedentStore:
    """Return the newest snapshot's store, filling the data directory on first use."""
    return reader(home).store()


def ensure_filled(home: Path) -> None:
    """Fill a data directory unless it already holds what this package ships."""
    if not is_current(home):
        from ingest import corpus  # noqa: PLC0415 - spaCy loads slowly; answers rarely need it

        try:
            with progress_bar() as report:
                corpus.fill(home, progress=report)
        except HomeNotWritable:
            # Whoever may only read still gets what another version has put there.
            if not has_snapshot(home):
                raise
            stderr.print(f"{home} was filled by another version and cannot be written: answering")
            stderr.print("from what it holds")


@contextmanager
def progress_bar() -> Iterator[Report]:
    """Show a bar on stderr while something long runs; nothing when stderr is no terminal."""
    columns = (
        TextColumn("[progress.description]{task.description:40.40}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=stderr) as bar:
        task = bar.add_task("starting", total=None)

        def report(label: str, done: int, total: int) -> None:
            bar.update(task, description=label, completed=done, total=total)

        yield report


def print_json(value: Any) -> None:  # noqa: ANN401 - any record that answers a question
    """Print a record as JSON on stdout."""
    shown = pydantic_core.to_json(value, indent=2)
    sys.stdout.write(shown.decode() + "\n")


def case_table(title: str, cases: Any) -> Table:  # noqa: ANN401 - any iterable of summaries
    """Return a table that names cases so that each row can be typed back as a key."""
    table = Table(title=title, title_justify="left")
    for heading in ("key", "case", "citation", "year"):
        table.add_column(heading, overflow="fold")
    for case in cases:
        table.add_row(case.key, case.name, case.citation or "", str(case.year or ""))
    return table
