"""How The Bluebook names courts in a citation (rule 10.4, table T1), by their id in courts-db."""

from functools import cache
from typing import Final

from courts_db import courts

# Where courts-db writes out what table T10 abbreviates; the Supreme Court goes without saying.
OWN_LABELS: Final = {"scotus": "", "mnd": "D. Minn."}


@cache
def court_labels() -> dict[str, str]:
    """Return how The Bluebook names each court.

    >>> court_labels()["ca9"], court_labels()["scotus"]
    ('9th Cir.', '')
    """
    found = {court["id"]: str(court["citation_string"]) for court in courts}
    return found | OWN_LABELS


def untold(label: str, reporter: str) -> str | None:
    """Return what of a court's label its reporter does not tell (rule 10.4(b)).

    >>> untold("Mass.", "Mass."), untold("Cal. Ct. App.", "Cal. App. 4th")
    (None, None)
    >>> untold("Ariz. Ct. App.", "Ariz."), untold("9th Cir.", "F.3d")
    ('Ct. App.', '9th Cir.')
    """
    said, printed = label.split(), reporter.split()
    if not said or not printed or said[0] != printed[0]:
        return label or None
    rest = said[1:]
    return None if not rest or rest[-1] in printed else " ".join(rest)
