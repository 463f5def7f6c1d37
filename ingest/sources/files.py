"""Read case texts from disk; whatever cannot be read is named with the rule it breaks."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ingest.document import Markup, SourceDocument
from ingest.sources.identify import Identity, front_matter, identify
from ingest.sources.identify_json import identify_json

MARKUPS: Final[dict[str, Markup]] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
# The longest opinion of the Supreme Court is about 1.3 MB; no case text comes near this.
MOST_BYTES: Final = 50_000_000
MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that was not taken, and why."""

    origin: str
    reason: str


def read_documents(paths: Iterable[Path]) -> Iterator[SourceDocument | Rejected]:
    """Yield each text under these paths; folders are walked, in order of names.

    A ``manifest.json`` beside the texts (a list of ``slug``, ``case_name``, ``citation``, ``court``
    and ``year``) tells which case a file is, where its own head does not, and where it came from
    (``url``, or ``source_repo``, ``commit`` and ``path`` on GitHub).
    """
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if _is_text(p) and p.is_file())
            for file in sorted(inside):
                yield read_document(file)
        elif path.exists():
            yield read_document(path)
        else:
            yield Rejected(str(path), "there is no such file or folder")


def _is_text(path: Path) -> bool:
    """Leave out lists of cases, ours and those of the Caselaw Access Project."""
    return path.suffix.lower() in MARKUPS and not path.name.endswith((MANIFEST, "Metadata.json"))


def read_document(path: Path) -> SourceDocument | Rejected:
    """Return one text, or the rule that it breaks."""
    origin = str(path)
    if path.suffix.lower() not in MARKUPS:
        return Rejected(origin, f"{path.suffix!r} is none of {', '.join(MARKUPS)}")
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            return Rejected(
                origin, f"it has {size:,} bytes, and a case text may have {MOST_BYTES:,} at most"
            )
        data = path.read_bytes()
    except OSError as error:
        return Rejected(origin, f"it cannot be read: {error.strerror}")
    if not data.strip():
        return Rejected(origin, "the file is empty")
    if b"\x00" in data:
        return Rejected(origin, "it is a binary file, not a text")
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Rejected(origin, f"it is not UTF-8: byte {error.start} is {data[error.start]:#04x}")
    if len(source.split()) == 0:
        return Rejected(origin, "the file is empty")
    return _document(path, source, hashlib.sha256(data).hexdigest())


def _document(path: Path, source: str, sha256: str) -> SourceDocument | Rejected:
    markup = MARKUPS[path.suffix.lower()]
    try:
        identity = front_matter(source) or _of_opinion(path, source, markup)
    except ValueError as error:
        return Rejected(str(path), str(error))
    return SourceDocument(
        origin=str(path),
        stem=path.stem,
        source=source,
        sha256=sha256,
        markup=markup,
        kind=identity.kind,
        case=identity.case,
        decided=identity.decided,
        slug=identity.slug,
        url=identity.url,
    )


def _of_opinion(path: Path, source: str, markup: Markup) -> Identity:
    """Return what the manifest says, completed by what only the head of the text tells."""
    named = _from_manifest(path)
    head = identify_json(source) if markup == "json" else identify(source, markup)
    return named.completed(head) if named else head


def _from_manifest(path: Path) -> Identity | None:
    """Return what a manifest beside the file says of it.

    Raises:
        ValueError: the manifest is not a list of records.
    """
    manifest = path.with_name(MANIFEST)
    if not manifest.is_file():
        return None
    try:
        entries: list[dict[str, Any]] = json.loads(manifest.read_text(encoding="utf-8"))
        if not isinstance(entries, list):
            raise TypeError(entries)
        entry = next((e for e in entries if e["slug"] == path.stem), None)
        return Identity.of_entry(entry) if entry else None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{MANIFEST} beside it is not a list of cases: {error!r}") from error
