"""Citation networks to measure answers on: Fowler and Jeon's, and one drawn by chance."""

import random
from array import array
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Final, Protocol

from graph.model import Treatment
from ingest.sources.networks import read_fowler, read_fowler_cases

# What citing references do in the opinions that were read: how many of a thousand do what.
TREATMENTS: Final[dict[Treatment, int]] = {
    "mentions": 640,
    "discusses": 180,
    "follows": 90,
    "quotes-only": 40,
    "applies": 25,
    "distinguishes": 15,
    "history": 4,
    "limits": 2,
    "questions": 2,
    "overrules": 1,
    "extends": 1,
}
FIRST_YEAR: Final = 1789
LAST_YEAR: Final = 2025
CITED: Final = (1.9, 0.9)  # how many cases one cites: mean and spread of a log-normal curve
A_VOLUME: Final = 400  # cases
RECENT: Final = 0.25  # share of references that go to cases of the years just before
COPIED: Final = 0.6  # share of references that go where earlier ones went


@dataclass(frozen=True, slots=True)
class NetworkCase:
    """A case as a network knows it; ``key`` is the path of its IRI, us/505/144."""

    key: str
    name: str
    citation: str
    year: int | None
    court: str


@dataclass(frozen=True, slots=True)
class Cite:
    """One case citing another: which, by number, and how it treats it."""

    cited: int
    treatment: Treatment


class Network(Protocol):
    """Cases by number, each with those it cites."""

    @property
    def title(self) -> str:
        """What the network is called."""

    @property
    def size(self) -> int:
        """How many cases there are."""

    def case(self, number: int) -> NetworkCase:
        """Return a case."""

    def cites(self, number: int) -> Sequence[Cite]:
        """Return what a case cites."""


@dataclass(frozen=True)
class FowlerNetwork:
    """Fowler and Jeon's network of the majority opinions of the Supreme Court to 2002.

    It does not say how a case treats another: every reference is a mention.
    """

    folder: Path

    @property
    def title(self) -> str:
        """What the network is called."""
        return "Fowler's network"

    @cached_property
    def _network(self) -> tuple[list[NetworkCase], list[list[Cite]]]:
        drawn, named = read_fowler(self.folder), read_fowler_cases(self.folder)
        numbers = {key: number for number, key in enumerate(drawn)}
        cases = [_of_the_supreme_court(key, *named[key]) for key in drawn]
        cites = [
            [Cite(numbers[other], "mentions") for other in sorted(drawn[key]) if other != key]
            for key in drawn
        ]
        return cases, cites

    @property
    def size(self) -> int:
        """How many cases there are."""
        return len(self._network[0])

    def case(self, number: int) -> NetworkCase:
        """Return a case."""
        return self._network[0][number]

    def cites(self, number: int) -> Sequence[Cite]:
        """Return what a case cites."""
        return self._network[1][number]


def _of_the_supreme_court(key: str, name: str, year: int | None) -> NetworkCase:
    _, volume, page = key.split("/")
    return NetworkCase(key, name, f"{volume} U.S. {page}", year, "scotus")


# Reporter's path and printed form, court, and share of all cases.
COURTS: Final = (
    ("us", "U.S.", "scotus", 0.02),
    ("f3d", "F.3d", "ca9", 0.06),
    ("f2d", "F.2d", "ca2", 0.12),
    ("fsupp2d", "F. Supp. 2d", "nysd", 0.2),
    ("ne2d", "N.E.2d", "ny", 0.3),
    ("p3d", "P.3d", "cal", 0.3),
)


@dataclass(frozen=True)
class SyntheticNetwork:
    """A network drawn by chance from a seed, as citation networks grow.

    Later years have more cases; a case cites earlier ones only, ten on average. Six of ten
    references go where earlier ones went, so that a few cases are cited by very many (preferential
    attachment), and a quarter go to cases just before.

    >>> network = SyntheticNetwork(1000, seed=7)
    >>> all(cite.cited < 500 for cite in network.cites(500))
    True
    >>> network.cites(900) == SyntheticNetwork(1000, seed=7).cites(900)
    True
    """

    size: int
    seed: int = 1
    _drawn: dict[str, "array[int]"] = field(default_factory=dict, repr=False, compare=False)

    @property
    def title(self) -> str:
        """What the network is called."""
        return f"synthetic network of {self.size:,} cases"

    def case(self, number: int) -> NetworkCase:
        """Return a case; its court comes from its number, its year from its place."""
        share = _fraction(self.seed, number)
        place = bisect(COURT_BOUNDS, share)
        path, printed, court, _ = COURTS[min(place, len(COURTS) - 1)]
        volume, page = 1000 + number // A_VOLUME, 1 + number % A_VOLUME
        years = LAST_YEAR - FIRST_YEAR
        year = FIRST_YEAR + int(years * (number / self.size) ** 0.4)
        name = f"Party {number} v. Respondent {number * 7919 % self.size}"
        return NetworkCase(
            f"{path}/{volume}/{page}", name, f"{volume} {printed} {page}", year, court
        )

    def cites(self, number: int) -> Sequence[Cite]:
        """Return what a case cites."""
        cited, starts = self._edges()
        kinds = list(TREATMENTS)
        return [
            Cite(
                other, kinds[bisect(TREATED_BOUNDS, _fraction(number, other) * TREATED_BOUNDS[-1])]
            )
            for other in cited[starts[number] : starts[number + 1]]
        ]

    def _edges(self) -> "tuple[array[int], array[int]]":
        """Return the cited cases in order of the citing ones, and where each one's begin."""
        if not self._drawn:
            self._drawn["cited"], self._drawn["starts"] = self._draw()
        return self._drawn["cited"], self._drawn["starts"]

    def _draw(self) -> "tuple[array[int], array[int]]":
        chance = random.Random(self.seed)  # noqa: S311 - a drawing that can be repeated, no secret
        cited, starts = array("l"), array("l", [0])
        near = max(10, self.size // 50)
        for number in range(self.size):
            wanted = min(number, round(chance.lognormvariate(*CITED)))
            found: set[int] = set()
            for _ in range(wanted):
                how = chance.random()
                if how < COPIED and cited:
                    found.add(cited[int(chance.random() * len(cited))])
                elif how < COPIED + RECENT:
                    found.add(number - 1 - int(chance.random() * min(near, number)))
                else:
                    found.add(int(chance.random() * number))
            cited.extend(sorted(found))
            starts.append(len(cited))
        return cited, starts


def _fraction(*numbers: int) -> float:
    """Return a number of [0, 1) that some whole numbers always give, spread evenly.

    >>> 0 <= _fraction(3, 4) < 1, _fraction(3, 4) == _fraction(3, 4)
    (True, True)
    """
    mixed = 0x9E3779B9
    for number in numbers:
        mixed = (mixed ^ number) * 0x2545F4914F6CDD1D & 0xFFFFFFFFFFFFFFFF
        mixed ^= mixed >> 29
    return (mixed >> 11) / (1 << 53)


COURT_BOUNDS: Final = list(accumulate(share for *_, share in COURTS))
TREATED_BOUNDS: Final = list(accumulate(TREATMENTS.values()))
