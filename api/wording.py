"""Words that the pages, the tables and the command line share."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from typing import Any, Final

from graph.answers import Evidence, Litigation, Reliance, Step
from graph.law_days import Interval

PLURALS: Final = {
    "set-of-applications": "sets of applications",
    "coordination": "networks of governors",
}
NAMES: Final = ("name", "title", "label", "text", "case", "law", "element", "iri")


def counted(kinds: Iterable[tuple[str, int]]) -> str:
    """Return counts by kind of record in words, each kind apart.

    >>> counted((("law", 97), ("judicial-rule", 1), ("set-of-applications", 2)))
    '97 laws, 1 judicial rule, 2 sets of applications'
    """
    return ", ".join(f"{count} {_named(kind, count)}" for kind, count in kinds)


def _named(kind: str, count: int) -> str:
    one = kind.replace("-", " ")
    return one if count == 1 else PLURALS.get(kind, f"{one}s")


def brief(value: Any) -> str:  # noqa: ANN401 - any part of a record
    """Return a value as the cell of a table, several parted by semicolons, a record by its name.

    >>> brief(None), brief(True), brief((1997, "Printz")), brief((("follows", 3), ("limits", 1)))
    ('', 'true', '1997; Printz', 'follows 3; limits 1')
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case (str(), int()):
            return f"{value[0]} {value[1]}"
        case tuple() | list():
            return "; ".join(map(brief, value))
        case Mapping():
            return "; ".join(f"{name} {brief(part)}" for name, part in value.items())
        case Reliance():
            return f"{value.precedent.name} ({value.bearing}, evidence {value.evidence_type})"
        case Litigation():
            return f"{value.case_name}: {value.disposition}"
        case Interval():
            return f"{value.status} {value.since or '?'} to {value.until or 'now'}"
        case Step():
            return f"{value.citing.name} {value.treatment} {value.cited.name}"
        case Evidence():
            return f"{value.opinion_type}{f' at {value.pin}' if value.pin else ''}"
        case _ if is_dataclass(value):
            found = (getattr(value, name, None) for name in NAMES)
            return brief(next((name for name in found if name is not None), ""))
    return str(value)
