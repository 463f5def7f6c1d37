"""Small records that answers have and the graph tells otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.answers import CaseSummary


@dataclass(frozen=True, slots=True)
class LimitingCase:
    """A case that limits laws of an answer, and how many of them."""

    case: CaseSummary
    laws: int


def limiting(found: Iterable[tuple[CaseSummary, int]]) -> list[LimitingCase]:
    """Return the cases that limit laws, with their numbers."""
    return [LimitingCase(case, laws) for case, laws in found]
