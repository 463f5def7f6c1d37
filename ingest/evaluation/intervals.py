"""How far a figure may be trusted: Wilson intervals for shares, a bootstrap over windows for F1."""

import random
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final, TypeAlias, TypeVar

Interval: TypeAlias = tuple[float, float]
T = TypeVar("T")
Key = TypeVar("Key", bound=Hashable)

Z_95: Final = 1.96
DRAWS: Final = 500
TAIL: Final = 40  # one value in forty lies below a 95 % interval, and one above
SEED: Final = 20240601


@dataclass(frozen=True, slots=True)
class Share:
    """How many of n are right, with the Wilson 95 % interval; no value where n is 0.

    The interval takes rows as independent. Rows of one window are not, so it is too narrow.
    """

    right: int
    n: int
    value: float | None
    low: float | None
    high: float | None


def share(right: int, n: int) -> Share:
    """Return a share with its interval (E. B. Wilson, 22 J. Am. Stat. Ass'n 209 (1927)).

    >>> share(9, 10)
    Share(right=9, n=10, value=0.9, low=0.5958436145024278, high=0.9821242504842789)
    """
    if n == 0:
        return Share(0, 0, None, None, None)
    p, z2 = right / n, Z_95 * Z_95
    middle, scale = p + z2 / (2 * n), 1 + z2 / n
    half = Z_95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return Share(right, n, p, max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale))


def bootstrap(clusters: Mapping[Key, T], statistic: Callable[[list[T]], float]) -> Interval | None:
    """Return the 95 % interval of a statistic when whole clusters are drawn again.

    The seed is fixed: one set of answers has one interval.
    """
    if not clusters:
        return None
    names = sorted(clusters)  # type: ignore[type-var] # windows, which compare
    chance = random.Random(SEED)  # noqa: S311 - statistics, no secret
    values = sorted(
        statistic([clusters[name] for name in chance.choices(names, k=len(names))])
        for _ in range(DRAWS)
    )
    return values[DRAWS // TAIL], values[-1 - DRAWS // TAIL]
