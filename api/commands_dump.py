"""The command that writes the whole graph as files, and checks such files: dump."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from api.options import AsJson, Home
from api.terminal import USAGE, fail, open_store, print_json, progress_bar, stdout, told_plainly
from graph.dump.release import FORMATS, Release, check_release, write_release
from graph.home import data_home, dumps_of


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(dump)


def dump(
    folder: Annotated[
        Path | None,
        typer.Argument(help="Where to write; by default where `precedent serve` offers it."),
    ] = None,
    *,
    formats: Annotated[
        str, typer.Option(help=f"Which forms, parted by commas; all: {', '.join(FORMATS)}.")
    ] = ",".join(FORMATS),
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing: look whether the folder's files are whole."),
    ] = False,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Write the whole graph as RDF, tables and a network, with checksums and a citation."""
    wanted = [word.strip() for word in formats.split(",") if word.strip()]
    if not wanted or set(wanted) - set(FORMATS):
        fail(f"--formats {formats!r}: give some of {', '.join(FORMATS)}", USAGE)
    with told_plainly(as_json=as_json):
        if folder is None:
            version = open_store(home).dataset_hash()[:16]
            folder = dumps_of(home or data_home()) / version
        if check:
            release = check_release(folder)
        else:
            store = open_store(home)
            with progress_bar() as report:
                release = write_release(store, folder, wanted, progress=report)
    if as_json:
        print_json({"folder": str(folder)} | asdict(release))
    else:
        _tell(folder, release, check=check)


def _tell(folder: Path, release: Release, *, check: bool) -> None:
    table = Table("file", "bytes", "what it is", title_justify="left")
    table.title = f"{folder}: {'whole' if check else 'written'}"
    for file in release.files:
        table.add_row(file.name, f"{file.size:,}", file.title)
    stdout.print(table)
    stdout.print(f"as of {release.as_of}; dataset {release.dataset[:16]}")
