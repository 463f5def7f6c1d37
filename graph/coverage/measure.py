"""Measure which fields of which records have been verified."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from graph.curated import NESTED
from graph.doubts import NOT_FACTS, fields_meant, leads_somewhere
from graph.reading import Record
from graph.validation.facts import Facts, load
from graph.validation.places import Entry

# A record, or a nested one, that has any of these says by it where it comes from.
SOURCES: Final = ("sources", "source", "citations", "citation", "bluebook")
# By what a nested record is called; the first of these fields that it has.
ABOUT: Final = ("to", "case", "on", "member", "case_name", "status")


@dataclass(frozen=True, slots=True)
class FieldShare:
    """In how many records of a kind a field is recorded, and in how many it was verified."""

    field: str
    recorded: int
    verified: int


@dataclass(frozen=True, slots=True)
class KindShare:
    """The fields of one kind of record; ``clear`` counts records in which nothing is in doubt."""

    kind: str
    records: int
    clear: int
    fields: tuple[FieldShare, ...]

    @property
    def recorded(self) -> int:
        """How many values are recorded in all fields."""
        return sum(share.recorded for share in self.fields)

    @property
    def verified(self) -> int:
        """How many of them were verified."""
        return sum(share.verified for share in self.fields)


@dataclass(frozen=True, slots=True)
class Gap:
    """What nobody has verified of one record, in the words of its compiler."""

    kind: str
    record: str
    name: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares by kind of record, and every gap, in the order of the facts."""

    kinds: tuple[KindShare, ...]
    gaps: tuple[Gap, ...]

    @property
    def recorded(self) -> int:
        """How many values are recorded."""
        return sum(kind.recorded for kind in self.kinds)

    @property
    def verified(self) -> int:
        """How many of them were verified."""
        return sum(kind.verified for kind in self.kinds)


@dataclass
class _Tally:
    """What has been counted of one kind so far."""

    records: int = 0
    clear: int = 0
    recorded: Counter[str] = field(default_factory=Counter)
    verified: Counter[str] = field(default_factory=Counter)

    def add(self, record: Record, doubts: frozenset[str], *, checked: bool) -> None:
        """Count the facts of one record."""
        facts = [key for key in record if key not in NOT_FACTS and key not in NESTED]
        self.records += 1
        self.clear += checked and not doubts
        self.recorded.update(facts)
        self.verified.update(key for key in facts if checked and key not in doubts)

    def share(self, kind: str) -> KindShare:
        """Return the shares, fields that most records have first."""
        rows = (FieldShare(key, n, self.verified[key]) for key, n in self.recorded.most_common())
        return KindShare(kind, self.records, self.clear, tuple(rows))


def packaged_coverage() -> Coverage:
    """Return the coverage of the facts that this package ships."""
    return coverage_of(load()[0])


def coverage_of(facts: Facts) -> Coverage:
    """Return the coverage of the checked facts.

    A value is verified when its record says so, or is of a kind that names sources only and one of
    its sources can be opened (a nested record follows the one around it where it says neither), and
    when no entry of ``unverified`` is about its field. Kinds of record that say nothing of their
    checking, as the list of jurisdictions, are left out.
    """
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    gaps = []
    speaking = {e.kind for e in facts.checked if "verified" in e.record or _sources(e.record)}
    for entry in facts.checked:
        if entry.kind in speaking:
            record = entry.record
            doubted = _doubted(record, entry.kind)
            tallies[entry.kind].add(record, doubted, checked=_verified(record))
        for kind, record, checked in _nested(entry):
            tallies[kind].add(record, _doubted(record, entry.kind), checked=checked)
        doubts = tuple(_doubts(entry))
        if doubts:
            gaps.append(Gap(entry.kind, str(entry.record["id"]), _name(entry.record), doubts))
    shares = (tally.share(kind) for kind, tally in tallies.items())
    return Coverage(tuple(share for share in shares if share.fields), tuple(gaps))


def _verified(record: Record) -> bool:
    """Tell whether a record was verified, by its word or else by a source that can be opened."""
    return bool(record.get("verified", any(map(leads_somewhere, _sources(record)))))


def _nested(entry: Entry) -> Iterator[tuple[str, Record, bool]]:
    """Yield (kind, record, whether it was verified) of each record nested in another."""
    around = entry.record.get("verified") is not False
    for key in NESTED:
        for part in entry.record.get(key, []):
            sources = _sources(part)
            sound = not sources or any(map(leads_somewhere, sources))
            yield key, part, part.get("verified", around) is not False and sound


def _sources(record: Record) -> list[object]:
    found: list[object] = []
    for key in SOURCES:
        value = record.get(key, [])
        found += value if isinstance(value, list) else [value]
    return found


def _doubted(record: Record, kind: str) -> frozenset[str]:
    entries: Iterable[str] = record.get("unverified", [])
    return frozenset(key for entry in entries for key in fields_meant(entry, kind, record))


def _doubts(entry: Entry) -> Iterator[str]:
    """Yield what is in doubt of a record and of what is nested in it, with where it stands."""
    if entry.record.get("verified") is False:
        yield "the whole record"
    yield from entry.record.get("unverified", [])
    for key in NESTED:
        for part in entry.record.get(key, []):
            told = list(part.get("unverified", []))
            if part.get("verified") is False:
                told.insert(0, "not compared with the source")
            yield from (f"{_of(key, part)}: {doubt}" for doubt in told)


def _of(key: str, part: Mapping[str, object]) -> str:
    """Return a few words for a nested record: its field and what it is about."""
    about = next(
        (part[k] for k in ("to", "case", "member", "case_name", "status") if k in part), ""
    )
    return f"{key.replace('_', ' ')} {about}".strip()


def _name(record: Record) -> str:
    return str(record.get("title") or record.get("name") or record["id"])
