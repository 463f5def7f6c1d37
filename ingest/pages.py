"""What printers and publishers put where a page turns: headers, running heads, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ingest.document import Structure

JUDGE: Final = r"[A-Z][A-Za-z'’]{2,20}, (?:C\. ?)?J\."
# "Cite as: 567 U. S. ____ (2012)   5" on right pages; "6   NEW YORK v. UNITED STATES" on left ones;
# below either, set apart, whose opinion it is. A form feed may stand before them.
HEADER: Final = re.compile(
    r"^[^\S\n]*(?:(?:\d{1,4}[^\S\n]+)?Cite as: \d{1,3} U\. ?S\. [_\d-]+ \(\d{4}\)[^\n]{0,60}"
    r"|\d{1,4}[^\S\n]{2,}[A-Z][A-Z.,&'’ -]{2,60} v\. [A-Z][A-Z.,&'’ -]{2,60})$"
    rf"(?:\s*?\n[^\S\n]*(?:Opinion of (?:the Court|{JUDGE})|Syllabus|Per Curiam"
    rf"|Statement of {JUDGE}|{JUDGE}, (?:concurring|dissenting)[^.\n]{{0,60}}"
    rf"|Appendix [A-Z ]{{0,3}}to opinion of [^\n]{{1,40}})[^\S\n]*$)?",
    re.M,
)
HAS_HEADERS: Final = "Cite as: "
FOOT_NUMBER: Final = re.compile(r"\n[^\S\n]*\d{1,4}[^\S\n]*$")
NOTE_RULE: Final = re.compile(r"\n[^\S\n]*—{5,}[^\S\n]*(?=\n)")  # over the notes of a slip opinion
ENDED: Final = (".", "?", "!", ":", '"', "”", "’")
# Page marks inside a text: [505 U.S. 144, 150] of FindLaw, "Page 505 U. S. 150" of Justia.
FINDLAW: Final = re.compile(r"\[(?P<at>\d{1,3} U\.? ?S\. \d{1,4}), (?P<page>\d{1,4})\]\s*")
JUSTIA: Final = re.compile(r"\[?\bPage \d{1,3} U\. ?S\. (?P<page>\d{1,4})\]?(?![\d,])[^\S\n]*")
TWICE: Final = 2  # a place that is marked once only may be a parallel citation in brackets


def page_turns(text: str) -> list[tuple[int, int]]:
    r"""Return (start, end) of what each page turn puts between two halves of a text.

    Where a sentence goes on across the turn one line break is left, so that a citation broken by
    it is whole; elsewhere the blank line that ends a paragraph.

    >>> text = "521\n\n  Cite as: 567 U. S. ____ (2012)   7\n\n  Syllabus\n\nU. S. 898"
    >>> [(start, end)] = page_turns(text)
    >>> text[:start] + text[end:]
    '521\nU. S. 898'
    """
    turns: list[tuple[int, int]] = []
    for header in HEADER.finditer(text) if HAS_HEADERS in text else ():
        floor = turns[-1][1] if turns else 0
        before = text[floor : header.start()].rstrip()
        if "\f" in text[floor + len(before) : header.end()]:
            before = FOOT_NUMBER.sub("", before).rstrip()
        start = floor + len(before)
        end = header.end()
        end += len(text[end : end + 400]) - len(text[end : end + 400].lstrip())
        left = 2 if before.endswith(ENDED) else 1
        start += min(left, len(text[start:end]) - len(text[start:end].lstrip("\n")))
        if start < end:
            turns.append((start, end))
    return turns


def notes_at_foot(text: str, turns: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the notes under a rule at the foot of each page of a slip opinion."""
    floor = 0
    for start, end in turns:
        rule = NOTE_RULE.search(text, floor, start)
        if rule:
            yield rule.start(), start
        floor = end


def page_marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, page) of marks that look like citations and tell where a page begins."""
    if "Page " in text:
        for mark in JUSTIA.finditer(text):
            yield mark.start(), mark.end(), mark["page"]
    marks = list(FINDLAW.finditer(text)) if "[" in text else []
    often = Counter(mark["at"] for mark in marks)
    for mark in marks:
        if often[mark["at"]] >= TWICE:
            yield mark.start(), mark.end(), mark["page"]


def with_pages(structure: Structure, pages: list[tuple[int, str]]) -> Structure:
    """Return a structure with more pages in order."""
    return Structure(structure.voices, structure.notes, tuple(sorted((*structure.pages, *pages))))
