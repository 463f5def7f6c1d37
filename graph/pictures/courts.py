"""The lanes of a picture: at which level a court stands."""

from functools import cache
from typing import Final

from courts_db import courts

LEVELS: Final = (
    "Supreme Court",
    "Courts of appeals",
    "Federal trial courts",
    "State courts",
    "Other",
)


@cache
def _levels() -> dict[str, int]:
    return {court["id"]: _level(court) for court in courts}


def _level(court: dict[str, str]) -> int:
    if court["id"] == "scotus":
        return 0
    if court["system"] == "federal":
        return 1 if "Court of Appeals" in court["name"] else 2
    return 3 if court["system"] == "state" else 4


def level_of(court: str | None) -> int:
    """Return the number of the level of a court, named by its id in courts-db.

    >>> [LEVELS[level_of(court)] for court in ("scotus", "ca9", "cand", "mich", None)]
    ['Supreme Court', 'Courts of appeals', 'Federal trial courts', 'State courts', 'Other']
    """
    return _levels().get(court or "", len(LEVELS) - 1)
