"""Commands that read texts: ingest, extract, build."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.options import AsJson, Home
from api.terminal import (
    FAILED,
    NOTHING_FOUND,
    USAGE,
    ensure_filled,
    fail,
    print_json,
    progress_bar,
    stderr,
    stdout,
    told_plainly,
)
from graph.home import data_home, open_reader
from ingest.packaged import is_current

if TYPE_CHECKING:
    from ingest.document import SourceDocument
    from ingest.sources.files import Rejected

Paths = Annotated[list[Path], typer.Argument(help="Text, HTML or Markdown files, or folders.")]


class RowFormat(StrEnum):
    """How extracted references are printed."""

    jsonl = "jsonl"
    table = "table"


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (ingest, extract, build):
        app.command()(command)


def ingest(paths: Paths, *, as_json: AsJson = False, home: Home = None) -> None:
    """Read opinions and put what they cite into the graph; a changed text replaces the old one."""
    from ingest import corpus  # noqa: PLC0415 - spaCy loads slowly; help must not wait for it

    place = home or data_home()
    with told_plainly(as_json=as_json):
        ensure_filled(place)
        with progress_bar() as report:
            outcomes = corpus.ingest(place, paths, progress=report)
    if as_json:
        print_json([asdict(outcome) for outcome in outcomes])
    written = [o for o in outcomes if o.status != "rejected"]
    for outcome in outcomes:
        if outcome.status == "rejected":
            stderr.print(f"[red]not taken:[/] {outcome.origin}: {outcome.reason}", soft_wrap=True)
        elif not as_json:
            stdout.print(
                f"{outcome.status:>9}  {outcome.case}: {outcome.citations} references,"
                f" {outcome.unresolved} unresolved"
            )
    if not outcomes:
        fail("no .txt, .html, .htm, .md or .json file in what was given", NOTHING_FOUND)
    if len(written) < len(outcomes):
        raise typer.Exit(FAILED)


def extract(
    paths: Paths,
    *,
    row_format: Annotated[
        RowFormat, typer.Option("--format", help="One JSON object a line, or a table.")
    ] = RowFormat.jsonl,
    also: Annotated[
        str, typer.Option(help="Also what names these: cases,elements,laws,programs (JSON lines).")
    ] = "",
    processes: Annotated[
        int, typer.Option(min=1, max=64, help="Read in so many processes at once.")
    ] = 1,
    as_json: Annotated[
        bool, typer.Option("--json", help="The same as --format jsonl: one JSON object a line.")
    ] = False,
) -> None:
    """Print every citing reference in some texts; nothing is stored.

    Offsets count characters of the file decoded as UTF-8.
    """
    from ingest.pipeline import read_many  # noqa: PLC0415 - spaCy is slow
    from ingest.rows import json_lines, table_lines  # noqa: PLC0415
    from ingest.sources.files import read_documents  # noqa: PLC0415

    as_lines = json_lines if as_json or row_format is RowFormat.jsonl else table_lines
    rejected: list[Rejected] = []
    read = 0
    taken = _taken(read_documents(paths), rejected)
    for lines in read_many(taken, partial(as_lines, kinds=_kinds(also)), processes=processes):
        read += 1
        sys.stdout.write(lines)
    if rejected:
        raise typer.Exit(FAILED)
    if not read:
        fail("no .txt, .html, .htm, .md or .json file in what was given", NOTHING_FOUND)


def _taken(
    documents: Iterable["SourceDocument | Rejected"], rejected: "list[Rejected]"
) -> Iterator["SourceDocument"]:
    """Yield the documents that can be read, and say of the others why they cannot."""
    from ingest.sources.files import Rejected  # noqa: PLC0415

    for document in documents:
        if isinstance(document, Rejected):
            rejected.append(document)
            stderr.print(f"[red]not taken:[/] {document.origin}: {document.reason}", soft_wrap=True)
        else:
            yield document


def _kinds(also: str) -> set[str]:
    """Return the kinds of mention that were asked for by the names of their groups."""
    from ingest.rows import ALSO  # noqa: PLC0415

    wanted = {name.strip() for name in also.split(",") if name.strip()}
    if unknown := sorted(wanted - ALSO.keys()):
        fail(f"--also {', '.join(unknown)!r} is none of {', '.join(ALSO)}", USAGE)
    return {ALSO[name] for name in wanted}


def build(
    *,
    force: Annotated[bool, typer.Option("--force", help="Build even if it is current.")] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Fill the data directory with the packaged facts and case notes."""
    from ingest import corpus  # noqa: PLC0415 - spaCy loads slowly; help must not wait for it

    place = home or data_home()
    with told_plainly(as_json=as_json):
        if force or not is_current(place):
            with progress_bar() as report:
                corpus.fill(place, progress=report)
        store = open_reader(place).store()
        state = {"home": str(place), "dataset": store.dataset_hash(), "quads": len(store)}
    if as_json:
        print_json(state)
    else:
        stdout.print(f"{state['quads']} quads in {place}, dataset {state['dataset']}")
