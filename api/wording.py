"""Words that the pages and the command line share."""

from collections.abc import Iterable
from typing import Final

PLURALS: Final = {
    "set-of-applications": "sets of applications",
    "coordination": "networks of governors",
}


def counted(kinds: Iterable[tuple[str, int]]) -> str:
    """Return counts by kind of record in words, each kind apart.

    >>> counted((("law", 97), ("judicial-rule", 1), ("set-of-applications", 2)))
    '97 laws, 1 judicial rule, 2 sets of applications'
    """
    return ", ".join(f"{count} {_named(kind, count)}" for kind, count in kinds)


def _named(kind: str, count: int) -> str:
    one = kind.replace("-", " ")
    return one if count == 1 else PLURALS.get(kind, f"{one}s")
