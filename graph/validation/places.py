"""Where a value stands in the facts: its file, record, field and line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.curated import NESTED, PLACES, record_iri
from graph.reading import Path, Record


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule broken at one place; ``line`` counts from 1 and is None where no file is read."""

    file: str
    record: str
    field: str
    rule: str
    value: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of one file; ``kind`` is a key of ``PLACES``, ``number`` its place from 0."""

    file: str
    kind: str
    number: int
    record: Record
    lines: Mapping[Path, int] = field(default_factory=dict, repr=False)

    @property
    def iri(self) -> str:
        """The IRI that the record describes."""
        return record_iri(PLACES[self.kind][0], str(self.record["id"]))

    @property
    def holder(self) -> str:
        """The class of the record: its own word for it, else that of its kind."""
        return str(self.record.get("type") or PLACES[self.kind][1] or "Thing")

    def at(self, *path: str | int) -> "Place":
        """Return the place of a path, whether anything stands there or not."""
        value: Any = self.record
        for step in path:
            known = step in value if isinstance(value, dict) else isinstance(step, int)
            value = value[step] if known else None
            if value is None:
                break
        return Place(self, path, value, self.holder)

    def places(self) -> Iterator["Place"]:
        """Yield the place of every value that is neither a list nor a nested record."""
        yield from _walk(self, self.record, self.holder, ())


@dataclass(frozen=True, slots=True)
class Place:
    """A value and where it stands; ``holder`` is the class of the record that has it."""

    entry: Entry
    path: Path
    value: Any
    holder: str

    @property
    def key(self) -> str:
        """The name of the field, without the number of an item."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def field(self) -> str:
        """The whole way to the field: ``relies_on[0].on``; the numbers count from 0."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)
        return "".join(steps).lstrip(".")

    @property
    def line(self) -> int | None:
        """The line of the field, else of what holds it, else of the record."""
        for end in range(len(self.path), -1, -1):
            line = self.entry.lines.get((self.entry.number, *self.path[:end]))
            if line is not None:
                return line
        return None

    @property
    def above(self) -> Path:
        """The way to the record, or nested record, that has the field."""
        return self.path[: max(n for n, step in enumerate(self.path) if isinstance(step, str))]

    @property
    def record(self) -> Record:
        """The record, or nested record, that has the field."""
        record: Record = self.entry.at(*self.above).value if self.above else self.entry.record
        return record

    def beside(self, key: str) -> "Place":
        """Return the place of another field of the same record or nested record."""
        return replace(self.entry.at(*self.above, key), holder=self.holder)

    def fault(self, rule: str, message: str) -> Fault:
        """Return what is wrong here."""
        shown = "" if self.value is None or isinstance(self.value, list) else str(self.value)
        name = str(self.entry.record["id"])
        return Fault(self.entry.file, name, self.field, rule, shown, message, self.line)


def _walk(entry: Entry, record: Record, holder: str, above: Path) -> Iterator[Place]:
    for key, value in record.items():
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            path = (*above, key, number) if isinstance(value, list) else (*above, key)
            if key in NESTED and isinstance(item, dict):
                yield from _walk(entry, item, NESTED[key][1], path)
            else:
                yield Place(entry, path, item, holder)
