"""What narrows a list of laws: topic, place, status, kind of record, instrument, bearing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from graph.answers import LawSummary
from graph.iri import slug
from graph.laws import Lawbook
from graph.standing import IN_FORCE

# What a state or states adopted; a proposal, a statement or an aggregate is listed only on demand.
ADOPTED: Final = ("law", "resolution", "compact", "judicial-rule")
EVERY_KIND: Final = "all"
ANY: Final = "any"


@dataclass(frozen=True, slots=True)
class LawFilter:
    """Facets that a law must have, each a notation: immigration-enforcement, US-CA, in-force.

    ``kind`` is a kind of record, or ``all``; without it a list holds what was adopted.
    """

    topic: str | None = None
    jurisdiction: str | None = None
    status: str | None = None
    kind: str | None = None
    instrument: str | None = None
    mechanism: str | None = None
    bearing: str | None = None
    disposition: str | None = None

    def fits(self, law: LawSummary) -> bool:
        """Tell whether a law has every facet but the kind, which is counted apart."""
        return (
            _among(self.topic, law.topics)
            and (self.jurisdiction is None or _within(law.jurisdiction, self.jurisdiction))
            and self._has_status(law)
            and _among(self.instrument, [law.instrument or ""])
            and _among(self.mechanism, law.mechanisms)
            and _among(self.bearing, [tie.bearing for tie in law.reliance])
            and _among(self.disposition, [suit.disposition for suit in law.litigation])
        )

    def _has_status(self, law: LawSummary) -> bool:
        """Tell whether a law has the status, on the day asked for if there is one.

        On a day, laws that were in force are meant unless another status is named; ``any`` means
        all that had been made.
        """
        if law.status_on is None:
            return self.status in (None, ANY) or _among(self.status, [law.status or ""])
        if self.status is None:
            return law.status_on.status in IN_FORCE
        return law.status_on.status is not None and (
            self.status == ANY or slug(self.status) == law.status_on.status
        )

    def of_kind(self, law: LawSummary) -> bool:
        """Tell whether a record is of the kind asked for."""
        if self.kind is None:
            return law.record_kind in ADOPTED
        return self.kind == EVERY_KIND or slug(self.kind) == law.record_kind

    def unknown(self, book: Lawbook) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield each facet whose value no law of the book has, with the values there are."""
        facets: list[tuple[str, str | None, Iterable[str]]] = [
            ("topic", self.topic, book.values("topics")),
            ("status", self.status, {*book.values("status"), *IN_FORCE, ANY}),
            ("jurisdiction", self.jurisdiction, book.values("jurisdiction")),
            ("kind", self.kind, {*book.values("record_kind"), EVERY_KIND}),
            ("instrument", self.instrument, book.values("instrument")),
            ("mechanism", self.mechanism, book.values("mechanisms")),
            ("bearing", self.bearing, {tie.bearing for law in book.laws for tie in law.reliance}),
            (
                "disposition",
                self.disposition,
                {suit.disposition for law in book.laws for suit in law.litigation},
            ),
        ]
        for scheme, value, known in facets:
            names = sorted(known)
            if value is not None and not any(slug(value) in (slug(n), slug(n)[3:]) for n in names):
                yield scheme, value, tuple(names)


EVERY_LAW: Final = LawFilter()


def _among(wanted: str | None, values: Iterable[str]) -> bool:
    return wanted is None or slug(wanted) in map(slug, values)


def _within(jurisdiction: str, wanted: str) -> bool:
    """US-CA fits US-CA, us-ca and CA."""
    return jurisdiction.upper() in (wanted.upper(), f"US-{wanted.upper()}")
