"""Commands that make the facts which the package ships."""

import difflib
import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from api.options import AsJson
from api.terminal import (
    INVALID,
    NOTHING_FOUND,
    fail,
    print_json,
    progress_bar,
    stderr,
    stdout,
    told_plainly,
)
from graph.citation_facts import DOCUMENTS, fact_files

if TYPE_CHECKING:
    from graph.model import DocumentRecord

SHOWN: Final = 3  # differing lines of a file

facts = typer.Typer(no_args_is_help=True, help="Make the facts that the package ships from texts.")

Texts = Annotated[Path, typer.Option("--texts", help="Folder of opinions.", exists=True)]
Folder = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Folder of the facts; by default the package's own."),
]
Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit 4 where the folder differs.")
]


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(facts, name="facts")


@facts.callback()
def group() -> None:
    """Keep the name of the facts in the command, whatever facts are added."""


@facts.command()
def citations(
    *, texts: Texts, output: Folder = None, check: Check = False, as_json: AsJson = False
) -> None:
    """Read what opinions near the doctrine cite, and keep it as facts without a sentence.

    An opinion is near if its case is a curated one or if it cites three or more curated cases.
    """
    from ingest.citation_facts import read_facts  # noqa: PLC0415 - spaCy loads slowly
    from ingest.document import SourceDocument  # noqa: PLC0415
    from ingest.sources.files import read_documents  # noqa: PLC0415

    folder = output or Path(str(files("graph") / "facts" / "citations"))
    with told_plainly(as_json=as_json):
        with progress_bar() as report:
            documents = [d for d in read_documents([texts]) if isinstance(d, SourceDocument)]
            records = read_facts(documents, progress=report)
        written = fact_files(records)
        if not records:
            fail(f"no opinion in {texts} is near the doctrine", NOTHING_FOUND)
        different = list(_differences(folder, written))
        if not check:
            _write(folder, written)
    _show(records, written, different, as_json=as_json)
    if check and different:
        fail(f"{folder} is not what these texts give: run `precedent facts citations`", INVALID)


def _differences(folder: Path, written: dict[str, str]) -> Iterator[str]:
    """Yield each file that differs from what was read, with the first lines that do."""
    for name in sorted(_ours(folder) | written.keys()):
        old = _text(folder / name).splitlines()
        new = written.get(name, "").splitlines()
        if old != new:
            lines = difflib.unified_diff(old, new, lineterm="", n=0)
            told = (line for line in lines if not line.startswith(("---", "+++", "@@")))
            yield "\n".join([name, *islice(told, SHOWN)])


def _write(folder: Path, written: dict[str, str]) -> None:
    """Put the files of facts in a folder; those of documents that are no longer near go."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in _ours(folder) - written.keys():
        (folder / name).unlink(missing_ok=True)
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _ours(folder: Path) -> set[str]:
    """Return the files that the list of documents in a folder tells of, itself included."""
    documents = json.loads(_text(folder / DOCUMENTS) or "[]")
    names = {document["name"] for document in documents}
    listed = {DOCUMENTS} if documents else set()
    return listed | {f"{n}{end}" for n in names for end in (".csv", ".authorities.csv")}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _show(
    records: "list[DocumentRecord]",
    written: dict[str, str],
    different: list[str],
    *,
    as_json: bool,
) -> None:
    counted = {r.slug or r.origin: len(r.references) + len(r.named) for r in records}
    size = sum(len(text.encode()) for text in written.values())
    if as_json:
        summary = {"references": counted, "total": sum(counted.values()), "bytes": size}
        print_json(summary | {"different": [told.partition("\n")[0] for told in different]})
        return
    for name, number in sorted(counted.items()):
        stdout.print(f"{number:>6}  {name}")
    stdout.print(f"{sum(counted.values()):>6}  in {len(counted)} opinions, {size:,} bytes")
    for told in different:
        stderr.print(told, markup=False, soft_wrap=True)
