"""Count how many of some things have which value: the facets beside a list."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value that narrows a list when it is given as a filter, and how many items have it."""

    value: str
    count: int
    label: str | None = None


Facets: TypeAlias = Mapping[str, tuple[FacetCount, ...]]


def facet(
    values: Iterable[Iterable[str]],
    labels: Mapping[str, str] | None = None,
    *,
    by_value: bool = False,
) -> tuple[FacetCount, ...]:
    """Return how many items have each value, most often first, or ``by_value``.

    ``values`` has the values of each item; an item counts once for each that it has.

    >>> facet([["US-CA"], ["US-MO"], ["US-CA"]], {"US-CA": "California"})[0]
    FacetCount(value='US-CA', count=2, label='California')
    """
    counts = Counter(value for item in values for value in set(item))
    order = sorted(counts, key=lambda value: (0 if by_value else -counts[value], value))
    known = labels or {}
    return tuple(FacetCount(value, counts[value], known.get(value)) for value in order)
