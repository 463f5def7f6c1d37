"""Small records that answers have and the graph tells otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers import CaseSummary
from graph.law_days import LawRef


@dataclass(frozen=True, slots=True)
class LimitingCase:
    """A case that limits laws of an answer, and how many of them."""

    case: CaseSummary
    laws: int


@dataclass(frozen=True, slots=True)
class ThroughRecord:
    """A law tied to a later case that rests on the case asked about, and by which steps it does."""

    law: LawRef
    precedent: CaseSummary
    evidence_type: int
    element: str | None
    line: list[str]


def limiting(found: Iterable[tuple[CaseSummary, int]]) -> list[LimitingCase]:
    """Return the cases that limit laws, with their numbers."""
    return [LimitingCase(case, laws) for case, laws in found]
