"""What the package itself ships to be read, and whether a data directory was filled from it."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from graph.errors import NotBuilt
from graph.home import current_snapshot

# Names the software on every edge it extracts, so that a figure can be traced to a release.
EXTRACTOR: Final = f"anticommandeering/{version('anticommandeering')}"

FOLDERS: Final = ("ontology", "graph/facts", "ingest/notes", "ingest/data")
STAMP_FILE: Final = "built"


def packaged_stamp() -> str:
    """Return one hash of the packaged facts, notes and vocabulary and the extractor's version."""
    digest = hashlib.sha256(EXTRACTOR.encode())
    for entry in packaged_files():
        digest.update(entry.name.encode() + entry.read_bytes())
    return digest.hexdigest()


def packaged_files() -> Iterator[Traversable]:
    """Yield every file that a data directory is filled from."""
    for folder in FOLDERS:
        package, _, inner = folder.partition("/")
        yield from _files_in(files(package) / inner if inner else files(package))


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    """Yield the data files of a folder and of those within it, in order of name."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _files_in(entry)
        elif not entry.name.endswith((".py", ".pyc", ".typed")):
            yield entry


def is_current(home: Path) -> bool:
    """Tell whether a data directory holds a snapshot filled from what this package ships."""
    try:
        current_snapshot(home)
        return (home / STAMP_FILE).read_text().strip() == packaged_stamp()
    except (NotBuilt, OSError):
        return False


def mark_current(home: Path) -> None:
    """Record that a data directory has been filled from what this package ships."""
    (home / STAMP_FILE).write_text(packaged_stamp() + "\n")
