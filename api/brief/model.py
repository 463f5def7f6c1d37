"""What a briefing says, before it takes a form."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.bluebook.runs import Runs, plain
from graph.pictures.model import Picture

CAUTION = (
    "This states evidence, never advice. That something is not found here does not say that it"
    " does not exist, nor that an authority is good law."
)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its heading; ``more`` tells how many rows were left out."""

    heading: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A statement with the authority that a note at the foot of the page cites for it."""

    text: str
    authority: Runs = ()


@dataclass(frozen=True, slots=True)
class Authorities:
    """One part of a table of authorities (S. Ct. R. 34.2): its heading, and what it lists."""

    heading: str
    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing: what is asked, the answer in short, a picture, tables, limits, authorities.

    ``doubts`` name what nobody has verified; ``source`` is the line that tells day and dataset.
    """

    title: str
    question: str
    answer: tuple[Note, ...]
    picture: Picture
    grids: tuple[Grid, ...]
    limits: tuple[Note, ...]
    authorities: tuple[Authorities, ...]
    doubts: tuple[str, ...]
    sources: tuple[str, ...]
    source: str
    day: str
    caution: str = field(default=CAUTION)


def sorted_runs(found: Iterable[Runs]) -> tuple[Runs, ...]:
    """Return authorities in alphabetical order, each once.

    >>> from graph.bluebook.runs import italic
    >>> [plain(r) for r in sorted_runs([italic("B v. C"), italic("a v. D"), italic("B v. C")])]
    ['a v. D', 'B v. C']
    """
    by_text = {plain(runs): runs for runs in found}
    return tuple(by_text[text] for text in sorted(by_text, key=str.casefold))
