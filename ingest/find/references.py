"""Join what the finders see into one list of references without overlaps, in order of place."""

import re
from collections.abc import Iterable
from typing import Final

from ingest.citation import CASE_LIKE, Found
from ingest.find.books import find_books
from ingest.find.cases import find_cases
from ingest.find.law import find_law
from ingest.find.near import Places
from ingest.find.secondary import find_secondary
from ingest.find.short import find_short
from ingest.find.unreported import before_number, find_unreported
from ingest.names import LONGEST, name_before
from ingest.parentheses import Parentheses
from ingest.parentheticals import read_parentheticals

# Where two readings overlap, the one that says more wins.
RANK: Final = {
    "id": 0,
    "named_short": 1,
    "federalist": 2,
    "session_law": 3,
    "constitution": 3,
    "journal": 4,
    "full_case": 5,
    "short_case": 5,
    "treatise": 6,
    "statute": 7,
    "internal": 8,
    "supra": 2,
    "mention": 9,
}
# A parallel citation follows with nothing but a comma between.
PARALLEL_GAP: Final = re.compile(r"\s?,\s\[?|\s\[")
YEAR_FIRST: Final = re.compile(r"\s\((?P<year>1[6-9]\d\d)\)\s$")
# An article is named by its author and title, which begin after a signal, a semicolon, a
# parenthesis or a sentence; of several places the last is meant.
TITLE: Final = re.compile(
    r"(?s:.*)(?:^|[;(]\s?|[a-z)\"\]]\.\"?\s|\n"
    r"|\b(?:[Ss]ee|also|e\.g\.,|for example,|[Cc]f\.|[Aa]ccord,?|quoting|citing|in)\s)"
    r"(?!(?:[Ss]ee|But|Cf|Accord|E\.g)\b)(?P<title>[A-Z][^;()\n]{3,220}),\s"
)


def find_references(text: str) -> list[Found]:
    """Return every citing reference of a clean text, with names, parentheticals and parallels."""
    seen = Places(text)
    cases = sorted((*find_cases(seen), *find_unreported(seen)), key=lambda f: f.end)
    short = find_short(seen, [f.end for f in cases])
    found = without_overlaps(
        [*short, *cases, *find_law(seen), *find_secondary(seen), *find_books(seen)]
    )
    parentheses = Parentheses(text)
    floor = title_floor = 0
    for before, reference in zip([None, *found], found, strict=False):
        _join(text, before, reference)
        if reference.head is None and reference.kind in ("full_case", "short_case"):
            _name(text, reference, floor)
        if reference.kind in ("journal", "treatise"):
            _title(text, reference, title_floor)
        if reference.kind != "internal":
            read_parentheticals(parentheses, reference)
        reference.enclosed_by = parentheses.enclosing(reference.name_start)
        floor = reference.end
        if reference.kind != "constitution":  # which may be a word of the title that follows
            title_floor = reference.extent
    _share_with_parallels(found)
    return [f for f in _outside_titles(found) if not _is_other_number(f)]


def _name(text: str, reference: Found, floor: int) -> None:
    end = reference.start
    if text.startswith(") ", end - 2) and (
        dated := YEAR_FIRST.search(text, max(floor, end - 8), end)
    ):
        # An older style puts the year before the volume: Collector v. Day (1871) 11 Wall. 113.
        reference.year, end = int(dated["year"]), dated.start()
    end = before_number(text, end, floor)
    named = name_before(text, end, floor=floor)
    if named is None and reference.kind == "short_case":
        named = name_before(text, end, floor=floor, short=True)
    if named:
        reference.name_start, reference.name = named
    elif bare := name_before(text, end, floor=floor, short=True):
        # A shortened name before a full citation bounds the signal but names nobody anew.
        reference.name_start = bare[0]


def _is_other_number(reference: Found) -> bool:
    """Reports, orders and contracts have numbers and dates too; only a name makes a case of one."""
    return bool(reference.docket) and reference.name is None


def _title(text: str, reference: Found, floor: int) -> None:
    low = max(floor, reference.start - LONGEST)
    found = TITLE.fullmatch(text[low : reference.start])
    if found and reference.kind == "journal":
        reference.name_start, reference.name = low + found.start("title"), found["title"]


def _outside_titles(found: list[Found]) -> list[Found]:
    """Leave out provisions that are words of an article's title."""
    titles = [(f.name_start, f.start) for f in found if f.kind == "journal"]
    return [
        f
        for f in found
        if f.kind != "constitution" or not any(low <= f.start < high for low, high in titles)
    ]


def without_overlaps(found: Iterable[Found]) -> list[Found]:
    """Return references in order, keeping of those that overlap the longer or higher in rank."""
    kept: list[Found] = []
    for reference in sorted(found, key=lambda f: (f.start, -f.end)):
        if kept and reference.start < kept[-1].end:
            if _stronger(reference, kept[-1]):
                kept[-1] = reference
            continue
        kept.append(reference)
    return kept


def _stronger(one: Found, other: Found) -> bool:
    if {one.kind, other.kind} <= {"statute", "constitution"}:
        return (one.end - one.start) > (other.end - other.start)
    return (RANK[one.kind], other.end - other.start) < (RANK[other.kind], one.end - one.start)


def _join(text: str, before: Found | None, reference: Found) -> None:
    """Make a reference parallel to the one before it if it cites the same thing elsewhere."""
    if before is None or not PARALLEL_GAP.fullmatch(text, before.end, reference.start):
        return
    head = before.head or before
    same_thing = (
        (reference.kind == "full_case" and head.kind == "full_case")
        or (reference.kind == "short_case" and before.kind in CASE_LIKE)
        # Id., 158 U.S. 601 is the same parties' other case; id., at 161, 112 S. Ct. 2408 is not.
        or (reference.kind == "full_case" and before.kind in CASE_LIKE and bool(before.pin))
        or (reference.kind == "statute" and head.kind == "session_law" and bool(reference.reporter))
    )
    if same_thing and reference.reporter != before.reporter:
        reference.head = head
        if reference.kind == "full_case" and head.kind != "full_case":
            reference.kind = "short_case"


def _share_with_parallels(found: list[Found]) -> None:
    """The year and parentheticals stand after the last parallel and belong to all of them."""
    groups: dict[int, list[Found]] = {}
    for reference in found:
        if reference.head is not None:
            groups.setdefault(id(reference.head), [reference.head]).append(reference)
    for group in groups.values():
        last = group[-1]
        for member in group:
            member.year = last.year or member.year
            member.court = last.court or member.court
            member.parenthetical, member.weight = last.parenthetical, last.weight
            member.alias = last.alias
            member.extent = last.extent
            member.enclosed_by = group[0].enclosed_by
            member.name = group[0].name
