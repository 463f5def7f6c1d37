"""The facts that are checked, among all the facts they may refer to."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from graph.curated import NESTED, PLACES
from graph.errors import CuratedFactError
from graph.reading import Record, completed, outline, read_records
from graph.validation.places import Entry, Fault, Place

# A field that only records of one kind have, so that a file of one's own needs no name for it.
SIGNS: Final = {"cases": "court", "jurisdictions": "iso3166", "laws": "jurisdiction"}
SIGNS_TOLD: Final = ", ".join(f"{kind} have the field {sign!r}" for kind, sign in SIGNS.items())
ID: Final = re.compile(r"[a-z0-9.-]+(?:/[a-z0-9.-]+)*")
FOLDER: Final = "graph/facts"


@dataclass
class Facts:
    """The records to check, those they may name, and the day on which they are checked."""

    checked: Sequence[Entry]
    beside: Sequence[Entry] = ()
    today: datetime.date = field(default_factory=lambda: datetime.datetime.now(datetime.UTC).date())

    @cached_property
    def every(self) -> list[Entry]:
        """All records, those that are checked last."""
        return [*self.beside, *self.checked]

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Yield the checked records of a kind."""
        return (entry for entry in self.checked if entry.kind == kind)

    @cached_property
    def places(self) -> list[Place]:
        """Every checked value."""
        return [place for entry in self.checked for place in entry.places()]

    def fields(self, *keys: str) -> Iterator[Place]:
        """Yield every checked value of these fields, wherever they stand."""
        return (place for place in self.places if place.key in keys)

    @cached_property
    def iris(self) -> set[str]:
        """The IRIs of all records."""
        return {entry.iri for entry in self.every}

    @cached_property
    def by_slug(self) -> dict[str, Entry]:
        """The records that have a slug, by it."""
        return {str(e.record["slug"]): e for e in self.every if "slug" in e.record}


def packaged_files() -> Iterator[tuple[str, str, Traversable]]:
    """Yield (kind, name, file) of every packaged file of facts."""
    root = files("graph") / "facts"
    for kind in PLACES:
        one = root / f"{kind}.yaml"
        if one.is_file():
            yield kind, f"{FOLDER}/{kind}.yaml", one
            continue
        for entry in sorted((root / kind).iterdir(), key=lambda e: e.name):
            if entry.name.endswith(".yaml"):
                yield kind, f"{FOLDER}/{kind}/{entry.name}", entry


def load(paths: Iterable[Path] = ()) -> tuple[Facts, list[Fault]]:
    """Return the packaged facts, or those of some files, and what keeps any from being read.

    A folder stands for the YAML files in it. Records of other packaged files may be referred to.

    Raises:
        OSError: a path cannot be read.
    """
    asked_for = list(paths)
    wanted = {file.resolve(): file for path in asked_for for file in _files_of(path)}
    checked: list[Entry] = []
    beside: list[Entry] = []
    faults: list[Fault] = []
    for kind, name, entry in packaged_files():
        asked = not asked_for or wanted.pop(Path(str(entry)).resolve(), None) is not None
        found, wrong = read_entries(name, entry.read_bytes(), kind)
        (checked if asked else beside).extend(found)
        faults += wrong if asked else []
    for path in wanted.values():
        found, wrong = read_entries(str(path), path.read_bytes())
        checked += found
        faults += wrong
    return Facts(checked, beside), faults


def _files_of(path: Path) -> list[Path]:
    """Return a file, or the YAML files of a folder; of the packaged facts those with records."""
    if not path.is_dir():
        return [path]
    records = {Path(str(entry)).resolve() for _, _, entry in packaged_files()}
    own = Path(str(files("graph") / "facts")).resolve()
    found = (file for file in sorted(path.rglob("*.yaml")))
    return [f for f in found if f.resolve() in records or not f.resolve().is_relative_to(own)]


def read_entries(
    name: str, data: bytes, kind: str | None = None
) -> tuple[list[Entry], list[Fault]]:
    """Return the records of one file, and the faults that stand in the way of reading it."""

    def unreadable(told: str, line: int | None = None, record: object = "", at: str = "") -> Fault:
        return Fault(name, str(record), at, "readable", "", told, line)

    try:
        text = data.decode("utf-8")
        records = read_records(name, text)
    except UnicodeDecodeError as error:
        return [], [unreadable(f"not UTF-8 at byte {error.start}")]
    except CuratedFactError as error:
        mark = getattr(error.__cause__, "problem_mark", None)
        return [], [unreadable(str(error), mark.line + 1 if mark else None)]
    stands = outline(text)
    if stands.aliased:
        return [], [unreadable("an alias (*name) is not read: write it out", stands.aliased[0])]
    found, faults = [], []
    for number, record in enumerate(records):
        of = kind or kind_of(record)
        told = f"nothing tells its kind: {SIGNS_TOLD}" if of is None else malformed(record)
        if of is None or told:
            faults.append(unreadable(told or "", stands.lines[(number,)], record["id"]))
        else:
            found.append(Entry(name, of, number, completed(of, record), stands.lines))
    for path in stands.repeated:
        told, record = "this key stands twice in its record", records[int(path[0])]["id"]
        at = ".".join(map(str, path[1:]))
        faults.append(unreadable(told, stands.lines[path], record, at))
    return found, faults


def kind_of(record: Record) -> str | None:
    """Return the kind of a record by the field that only its kind has, or None.

    >>> kind_of({"id": "us-ut/1", "jurisdiction": "us-ut"})
    'laws'
    """
    return next((kind for kind, sign in SIGNS.items() if sign in record), None)


def malformed(record: Record) -> str | None:
    """Return why a record cannot be looked into, or None.

    >>> malformed({"id": "us-ut/1", "relies_on": "printz-v-united-states"})
    'relies_on is a list of records'
    """
    if not ID.fullmatch(str(record["id"])):
        return f"the id {record['id']!r} is no path of lower-case words: us-ut/code/63g-16-201"
    for key, value in record.items():
        if not isinstance(key, str):
            return f"the key {key!r} is no word"
        items = value if isinstance(value, list) else [value]
        if any(isinstance(item, dict) for item in items) != (key in NESTED):
            return f"{key} is {'a list of records' if key in NESTED else 'no record'}"
        if key in NESTED and not (
            isinstance(value, list) and all(isinstance(item, dict) for item in items)
        ):
            return f"{key} is a list of records"
    return None
