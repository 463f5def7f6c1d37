"""Read the parentheses after a citation: court and year, weight, explanation."""

import re
from functools import cache
from typing import Final

from courts_db import courts

from graph.reporters import compact
from ingest.citation import Found
from ingest.parentheses import Parentheses

YEAR: Final = re.compile(
    r"\s?\((?P<court>(?:[A-Z0-9][^()\d]{0,40}?|\d(?:st|nd|d|rd|th)\s[^()\d]{0,12}?|CA(?:\d{1,2}|DC|Fed\.?)"
    r"|[A-Z]{2,4}(?:\s[A-Z][a-z]+\.?)?|Tex\.\s?App\.\s?[—-]{1,2}[A-Z][^()]{2,40}?|[^()\d]{0,20}\d(?:st|nd|d|rd|th)[^()\d]{0,12}?),?\s)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s)?(?P<year>1[6-9]\d\d|20\d\d)(?:,\s(?:no\s)?(?:pet|writ|review|cert)\b[^()]{0,30})?\)"
)
# A parenthesis that says how much an authority weighs or how it is quoted explains nothing.
WEIGHT: Final = re.compile(
    r"^(?:per curiam|(?:joint |plurality )?opinion|plurality|in chambers|en banc|table|mem|original"
    r"|emphasis|citations?\s|internal|alterations?|footnotes?|brackets|ellips|as quoted|as taken"
    r"|quoting|citing|overrul|abrogat|superseded|rev'?d|aff'?d|reversed|affirmed|cert|slip op"
    r"|hereinafter|hereafter|same\)"
    r"|[^()]{0,60}\b(?:C\. ?)?JJ?\.(?:,|\)|$)"
    r"|[A-Z][\w. ]{0,40} ed\b|\d+\w{0,2} ed\.|[^()]{0,40}ed\. \d{4}"
    r"|(?-i:[A-Z])[A-Za-z ]{0,30}?(?:\s[IVX]+)?$)",  # a short name; "holding so" is none
    re.I,
)
EDITION: Final = re.compile(r"\s?\([^()]{0,60}?(?P<year>1[6-9]\d\d|20\d\d)\)")
CASES: Final = ("full_case", "short_case", "named_short", "id", "supra")
MORE: Final = re.compile(r"\]|,?\set\sseq\.")
ALIAS: Final = re.compile(r"[A-Z][A-Za-z ]+\s[IVX]+")


def read_parentheticals(parentheses: Parentheses, found: Found) -> None:
    """Fill year, court, weight, alias and extent of a reference from the parentheses after it."""
    text, at = parentheses.text, found.extent
    if text.startswith(("]", ",", " e"), at) and (more := MORE.match(text, at)):
        at = more.end()
    if not text.startswith((" (", "(", "\n("), at):
        found.extent = at
        return
    dated = (YEAR if found.kind in CASES else EDITION).match(text, at)
    if dated:
        found.year, at = int(dated["year"]), dated.end()
        if found.kind in CASES and dated["court"]:
            found.court = court_id(dated["court"])
    for start, end in parentheses.following(at):
        at = end
        _read(text[start + 1 : end - 1], found)
    found.extent = at


def _read(inside: str, found: Found) -> None:
    if not inside.strip():
        return
    if WEIGHT.match(inside):
        found.weight = found.weight or inside
        if ALIAS.fullmatch(inside):
            found.alias = inside
    else:
        found.parenthetical = True


@cache
def _courts() -> dict[str, str]:
    """Return {compact abbreviation: id}, also for the Supreme Court's own style (CA9, DC)."""
    known: dict[str, str] = {}
    for court in courts:
        if court["citation_string"]:
            known.setdefault(compact(court["citation_string"]), court["id"])
    known |= {f"CA{number}": f"ca{number}" for number in range(1, 12)}
    return known | {"CADC": "cadc", "CAFed": "cafc", "DC": "dcd", "CADCCir": "cadc", "US": "scotus"}


@cache
def court_id(printed: str) -> str | None:
    """Return the courts-db id of a court as a citation abbreviates it, or None.

    >>> court_id("9th Cir."), court_id("CA9"), court_id("D. Mont.")
    ('ca9', 'ca9', 'mtd')
    >>> court_id("Tex. App.—Houston [14th Dist.]")
    'texapp'
    """
    text = re.split("—|--", printed)[0].strip(" ,")
    text = re.sub(r"(?<=\d)d\b", lambda m: "d", text)
    return _courts().get(compact(text)) or _courts().get(compact(text.replace("2nd", "2d")))
