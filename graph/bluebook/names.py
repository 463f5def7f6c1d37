"""Case names as citations abbreviate them (rule 10.2.2), and what names a case in short."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

VERSUS: Final = " v. "
# A name without adversaries is left as it is, but for these.
MATTERS: Final = ("In re ", "Ex parte ")
# Before a place they make it the whole of a party, which is not abbreviated.
WHOLE: Final = re.compile(r"\b(?:City|Cities|Town|Village|State|Commonwealth|People|Territory) of$")
FIRM: Final = re.compile(r"(?:Ass'n|Bros\.|Co\.|Corp\.|R\.R\.|Ry\.|P'ship|L\.P\.|Ltd\.)")
INC: Final = re.compile(r",? (?:Inc\.|Ltd\.|L\.L\.C\.)$")
LOCAL: Final = re.compile(r"\b(?:County|Cnty\.|City|Town|Village) of\b|(?:County|Cnty\.)$")
OFFICE: Final = re.compile(
    r"\b(?:Att'y Gen\.|Attorney General|Governor|Bd\.|Dep't|Comm'n|District of Columbia|Collector|"
    r"State of|Commonwealth|People)(?!\w)|^State$"
)
PLACES: Final = frozenset({"Georgia", "Idaho", "Iowa", "Ohio", "Utah", "Alaska", "Washington"})


@cache
def _table(section: str) -> Mapping[str, str]:
    text = (files("graph") / "bluebook" / "names.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)[section]
    return found


@cache
def state_names() -> tuple[tuple[str, str], ...]:
    """Return (name, abbreviation) of the states whose names are shortened, the longest first."""
    found = {**_table("states"), "Georgia": "Ga.", "Washington": "Wash."}
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def _pattern(section: str) -> re.Pattern[str]:
    words = sorted(_table(section), key=len, reverse=True)
    plural = r"s?" if section == "words" else ""
    return re.compile(rf"(?<![\w.'’-])(?:{'|'.join(map(re.escape, words))}){plural}(?![\w'’-])")


def abbreviated(name: str) -> str:
    """Return a case name as a citation abbreviates it; words that are not sure stay.

    >>> abbreviated("National Federation of Independent Business v. Sebelius")
    "Nat'l Fed'n of Indep. Bus. v. Sebelius"
    >>> abbreviated("New York v. United States"), abbreviated("City of New York v. United States")
    ('New York v. United States', 'City of New York v. United States')
    >>> abbreviated("Hodel v. Virginia Surface Mining & Reclamation Ass'n, Inc.")
    "Hodel v. Va. Surface Mining & Reclamation Ass'n"
    """
    if VERSUS in name:
        return VERSUS.join(_party(party) for party in name.split(VERSUS))
    start = next((start for start in MATTERS if name.startswith(start)), None)
    return start + _party(name.removeprefix(start)) if start else name


def _party(party: str) -> str:
    """Abbreviate one side; one word is a surname or a place, and stays."""
    head, related, tail = party.partition(" ex rel. ")
    if related:
        return _party(head) + related + _party(tail)
    if party in _table("states") or party in PLACES or " " not in party:
        return party
    text = _pattern("words").sub(_word, party)
    text = _pattern("states").sub(lambda found: _state(text, found), text)
    return INC.sub("", text) if FIRM.search(INC.sub("", text)) else text


def _word(found: re.Match[str]) -> str:
    table, word = _table("words"), found[0]
    if word in table:
        return table[word]
    short = table[word.removesuffix("s")]
    return short[:-1] + "s." if short.endswith(".") else short + "s"


def _state(party: str, found: re.Match[str]) -> str:
    before, after = party[: found.start()].rstrip(), party[found.end() :]
    if WHOLE.search(before) or re.match(r" (?:City|River|Island|[A-Z]\.)", after):
        return found[0]
    if before and not before.endswith((" of", " of the", "&")):
        return found[0]  # Haaland v. Virginia Smith: not the state
    return _table("states")[found[0]]


def short_name(name: str) -> str:
    """Return what names a case in short: the party that litigates more seldom (rule 10.9).

    >>> short_name("Printz v. United States"), short_name("United States v. Lopez")
    ('Printz', 'Lopez')
    >>> short_name("Shelby County v. Holder"), short_name("Haaland v. Brackeen")
    ('Shelby Cnty.', 'Brackeen')
    >>> short_name("New York v. United States"), short_name("FERC v. Mississippi")
    ('New York', 'FERC')
    >>> short_name("National Federation of Independent Business v. Sebelius")
    "Nat'l Fed'n of Indep. Bus."
    """
    sides = abbreviated(name).split(VERSUS)
    if len(sides) == 1:
        start = next((start for start in MATTERS if name.startswith(start)), "")
        return sides[0].removeprefix(start)
    return min(sides[0], sides[-1], key=_frequent)


def _frequent(party: str) -> int:
    """Return how often a party litigates: a private one least, the United States most."""
    if party == "United States":
        return 4
    agency = party.isupper() and " " not in party
    place = party in _table("states") or party in PLACES
    if place or agency or OFFICE.search(party):
        return 3
    if party in _table("officers")["names"]:
        return 2
    return 1 if LOCAL.search(party) else 0
