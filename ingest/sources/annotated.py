"""Read annotated references and the texts they stand in from disk."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from graph.errors import PrecedentError
from ingest.document import SourceDocument
from ingest.sources.files import Rejected, read_document

# Where both forms of a text lie there, offsets count characters of the first.
SUFFIXES: Final = (".txt", ".html", ".htm", ".md")


class TextMissing(PrecedentError):
    """A text that annotations refer to is not at hand, or cannot be read."""


def read_lines(path: Path) -> list[str]:
    """Return the lines of a JSONL file.

    Raises:
        TextMissing: the file is not there or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise TextMissing(f"there is no file {path}") from error
    except UnicodeDecodeError as error:
        raise TextMissing(f"{path} is not UTF-8: byte {error.start}") from error


def texts_of(stems: Iterable[str], folder: Path) -> list[SourceDocument]:
    """Return the document of each name, sorted.

    Raises:
        TextMissing: a name has no text in the folder, or one that cannot be taken.
    """
    documents = []
    for stem in sorted(set(stems)):
        paths = (folder / f"{stem}{suffix}" for suffix in SUFFIXES)
        path = next((path for path in paths if path.is_file()), None)
        if path is None:
            raise TextMissing(f"no text of {stem!r}: there is no {folder / stem}.txt or .html")
        document = read_document(path)
        if isinstance(document, Rejected):
            raise TextMissing(f"{document.origin}: {document.reason}")
        documents.append(document)
    return documents


def bulk_documents(path: Path) -> Iterator[SourceDocument]:
    """Yield the texts of a JSONL file, or of every one in a folder: objects with ``text``.

    Raises:
        TextMissing: there is no such file, or a line has no text.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    for file in files:
        for number, line in enumerate(read_lines(file), start=1):
            if line.strip():
                yield _bulk_document(file, number, line)


def _bulk_document(file: Path, number: int, line: str) -> SourceDocument:
    try:
        entry = json.loads(line)
        source = str(entry["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise TextMissing(f"{file}, line {number}: it must be an object with 'text'") from error
    digest = hashlib.sha256(source.encode()).hexdigest()
    return SourceDocument(f"{file}:{number}", str(entry.get("id", number)), source, digest)
