"""How The Bluebook names courts in a citation (rule 10.4, tables T1 and T7)."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from courts_db import courts

SERIES: Final = re.compile(r"(?:\s(?:2d|3d|\dth)|(?<=\.)(?:2d|3d|\dth))$")
PARTS: Final = {"c": "C.D.", "e": "E.D.", "m": "M.D.", "n": "N.D.", "s": "S.D.", "w": "W.D."}


@cache
def _table() -> Mapping[str, Any]:
    text = (files("graph") / "bluebook" / "courts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def court_labels() -> dict[str, str]:
    """Return how The Bluebook names each court; one that no table of ours has, as courts-db does.

    >>> labels = court_labels()
    >>> labels["ca3"], labels["scotus"], labels["nynd"], labels["wvsd"], labels["mnd"]
    ('3d Cir.', '', 'N.D.N.Y.', 'S.D.W. Va.', 'D. Minn.')
    >>> labels["cacb"], labels["njb"], labels["ny"], labels["calctapp"]
    ('Bankr. C.D. Cal.', 'Bankr. D.N.J.', 'N.Y.', 'Cal. Ct. App.')
    """
    found = {court["id"]: str(court["citation_string"]) for court in courts}
    return found | own_labels()


@cache
def own_labels() -> dict[str, str]:
    """Return the courts of our own table."""
    table, found = _table(), dict[str, str]()
    for start, (state, parts) in table["districts"].items():
        for part in parts or (""):
            _district(found, start + part, PARTS[part], state)
        if not parts:
            _district(found, start, "D.", state)
    for section in ("former", "federal", "highest", "states"):
        found |= table[section]
    return found


def _district(found: dict[str, str], start: str, part: str, state: str) -> None:
    label = part + ("" if state[1] == "." else " ") + state  # D.N.J., but D. Mass. (rule 6.1(a))
    found |= {start + "d": label, start + "b": "Bankr. " + label}


@cache
def court_ids() -> dict[str, str]:
    """Return {label: id} of our own table, to read a court in a citation.

    >>> court_ids()["9th Cir."], court_ids()["S.D.N.Y."]
    ('ca9', 'nysd')
    """
    return {label: court for court, label in own_labels().items() if label}


def untold(label: str, reporter: str) -> str | None:
    """Return what of a court's label its reporter does not tell (rule 10.4(b)).

    >>> untold("Mass.", "Mass."), untold("Cal. Ct. App.", "Cal. App. 4th")
    (None, None)
    >>> untold("Ariz. Ct. App.", "Ariz."), untold("9th Cir.", "F.3d")
    ('Ct. App.', '9th Cir.')
    >>> untold("N.Y. App. Div.", "N.Y.S.2d"), untold("Cal. Ct. App.", "Cal. Rptr. 3d")
    ('App. Div.', 'Ct. App.')
    >>> untold("N.J. Super. Ct. App. Div.", "N.J. Super."), untold("N.Y. App. Div.", "A.D.3d")
    ('App. Div.', 'N.Y. App. Div.')
    """
    title = SERIES.sub("", reporter)
    told = _table()["told"].get(title)
    if told and (label + " ").startswith(told + " "):
        return label.removeprefix(told).strip() or None
    state = next((abbr for abbr in _states() if label == abbr or label.startswith(abbr + " ")), "")
    if not state or not _tells(title, state):
        return label or None
    return label.removeprefix(state).strip() or None


def _tells(title: str, state: str) -> bool:
    return title == state or title.startswith((state + " ", state + "S."))


@cache
def _states() -> tuple[str, ...]:
    return tuple(sorted(_table()["highest"].values(), key=len, reverse=True))
