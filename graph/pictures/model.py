"""What a picture is before and after it is drawn."""

from dataclasses import dataclass
from typing import Final

MOST_NODES: Final = 25  # drawn unless more are asked for
HARD_CAP: Final = 75  # drawn at most


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picture's facts come from: the day they were checked, the dataset, the day asked."""

    checked: str
    dataset: str
    day: str | None = None

    def line(self) -> str:
        """Return the line that stands under every picture.

        >>> Source("2026-11-25", "869d792f9cb043d6", "2018-05-14").line()
        'As of 2018-05-14. Facts checked to 2026-11-25, dataset 869d792f9cb0. Evidence, not advice.'
        """
        day = f"As of {self.day}. " if self.day else ""
        checked = f"Facts checked to {self.checked}, dataset {self.dataset[:12]}."
        return f"{day}{checked} Evidence, not advice."


@dataclass(frozen=True, slots=True)
class Table:
    """The same facts as rows of words, for readers who do not see the picture."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that has been drawn, with what it says in words.

    ``source`` is the line that tells of which day and dataset it is; ``left_out`` tells how much
    did not fit, and is empty where all is drawn.
    """

    title: str
    description: str
    svg: str
    table: Table
    source: str
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie of a box to an earlier one: the words it starts at, and how its line looks."""

    to: str
    words: str
    treatment: str


@dataclass(frozen=True, slots=True)
class Box:
    """A case in a picture of lines; ``lane`` is the level of its court, ``more`` stands for many.

    ``href`` leads to a page of this server; nothing else is ever linked.
    """

    key: str
    name: str
    told: str
    year: int
    lane: int
    href: str = ""
    links: tuple[Link, ...] = ()
    centre: bool = False
    more: bool = False
