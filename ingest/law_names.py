"""By what names a text may mean a recorded law: from its title and bill, and popular ones.

A name is read only where it can mean one law. Some names tell the law alone, among them those that
name its State; others count where the State is named in the same paragraph, or once the text has
named the law; a bill number where State and year are.
"""

import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from graph.curated import known_laws
from graph.model import KnownLaw


class Needs(StrEnum):
    """What must be near a name before it counts."""

    nothing = "alone"
    state = "state"
    year = "year"


NAMED: Final = re.compile(
    r"\b(?:Acts?|Laws?|Directive|Compact|Ordinance|Resolutions|Initiative|Proposition \d+"
    r"|Initiative \d+|Amendment \d+|Measure \d+)\b"
)
# A title-case name has no small word but these.
SMALL: Final = frozenset({"and", "of", "for", "the", "to", "with", "on", "in", "our", "not"})
BILL: Final = re.compile(r"\b(?P<house>[SHA])\.?\s?(?P<form>[BF])\.?\s(?P<number>\d+(?:-\d+)?)\b")
HOUSES: Final = {"S": "Senate", "H": "House", "A": "Assembly"}
FORMS: Final = {"B": "Bill", "F": "File"}


@cache
def popular() -> dict[str, Any]:
    """Return {slug: entry} of ``data/laws.toml``."""
    return tomllib.loads((files("ingest") / "data" / "laws.toml").read_text("utf-8"))


@cache
def law_phrases() -> dict[str, list[str]]:
    """Return {"need slug": phrases} for all recorded laws."""
    found: dict[str, list[str]] = {}
    for law in known_laws():
        for need, phrase in _phrases(law):
            found.setdefault(f"{need} {law.slug}", []).append(phrase)
    return found


def _phrases(law: KnownLaw) -> Iterator[tuple[Needs, str]]:
    entry = popular().get(law.slug, {})
    yield from ((Needs.nothing, phrase) for phrase in entry.get("names", ()))
    yield from ((Needs.state, phrase) for phrase in entry.get("in_state", ()))
    for name in names_in(law.title):
        alone = law.state == "us" or law.state_name in name
        yield Needs.nothing if alone else Needs.state, name
    for bill in bills_in(f"{law.title}; {law.citation}") if law.state != "us" else ():
        yield Needs.year, bill


def names_in(title: str) -> list[str]:
    """Return the names that a title holds.

    >>> names_in("Driver's License Access and Privacy Act (Green Light Law)")
    ["Driver's License Access and Privacy Act", 'Green Light Law']
    >>> names_in("Pennsylvania act of 1826 on fugitives and kidnapping")
    []
    """
    parts = [part.strip(" \"'") for part in re.split(r"[();:]", title)]
    return [part for part in parts if NAMED.search(part) and _is_title_case(part)]


def _is_title_case(part: str) -> bool:
    words = part.split()
    return len(words) > 1 and all(w[0].isupper() or w[0].isdigit() or w in SMALL for w in words)


def bills_in(text: str) -> list[str]:
    """Return how a text may print the bills that a title or citation names, as one phrase each.

    >>> bills_in("California Values Act (SB 54)")
    ['{SB|S.B.|S. B.|Senate Bill|Senate Bill No.} 54']
    """
    found = {(m["house"], m["form"], m["number"]) for m in BILL.finditer(text)}
    return [
        f"{{{h}{f}|{h}.{f}.|{h}. {f}.|{HOUSES[h]} {FORMS[f]}|{HOUSES[h]} {FORMS[f]} No.}} {number}"
        for h, f, number in sorted(found)
    ]
