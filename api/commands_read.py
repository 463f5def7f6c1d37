"""Commands that read texts: ingest, extract, build."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

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
    as_json: Annotated[
        bool, typer.Option("--json", help="The same as --format jsonl: one JSON object a line.")
    ] = False,
) -> None:
    """Print every citing reference in some texts; nothing is stored.

    Offsets count characters of the file decoded as UTF-8.
    """
    from ingest.pipeline import build_pipeline, read_references  # noqa: PLC0415 - spaCy is slow
    from ingest.rows import extraction_row, mention_row  # noqa: PLC0415
    from ingest.sources.files import Rejected, read_documents  # noqa: PLC0415

    kinds = _kinds(also)
    nlp, rejected, read = build_pipeline(), 0, 0
    for document in read_documents(paths):
        if isinstance(document, Rejected):
            rejected += 1
            stderr.print(f"[red]not taken:[/] {document.origin}: {document.reason}", soft_wrap=True)
            continue
        read += 1
        record = read_references(document, nlp)
        names = record.named if "mention" in kinds else ()
        for reference in sorted((*record.references, *names), key=lambda r: r.start):
            row = extraction_row(reference, document.stem)
            if as_json or row_format is RowFormat.jsonl:
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
            else:
                found = row["resolved"]
                target = (found and found["name"]) or row["unresolved_reason"] or ""
                sys.stdout.write(f"{row['start']:>8}  {row['kind']:12}  {row['text']}  {target}\n")
        for mention in record.mentions:
            if mention.kind in kinds:
                found_row = mention_row(mention, document.stem)
                sys.stdout.write(json.dumps(found_row, ensure_ascii=False) + "\n")
    if rejected:
        raise typer.Exit(FAILED)
    if not read:
        fail("no .txt, .html, .htm, .md or .json file in what was given", NOTHING_FOUND)


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
