"""Find books by volume, page or section: treatises, papers, dictionaries, Restatements.

Bluebook rules 12.9.4 and 15. A book is named as printed; only Farrand's Records, which opinions
cite by his name alone, has one name.
"""

import re
from collections.abc import Iterator
from typing import Final

from ingest.citation import Found
from ingest.find.near import Places, near, words

PAPERS: Final = (
    r"(?:(?:(?:M(?:ax|\.) )?Farrand, )?(?:The )?Records of the Federal Convention(?: of 1787)?"
    r"|(?:M(?:ax|\.) )?Farrand"
    r"|(?:Black's Law|(?:[A-Z][A-Za-z']{0,24} ){1,6}English|Webster's(?: [A-Z][a-z]+){1,4})"
    r" Dictionary"
    r"|Documentary History of the Ratification of the Constitution"
    r"|Debates? on the (?:Federal )?Constitution|Elliot's Debates"
    r"|(?:Writings|Works|Papers) of [A-Z][\w. ]{1,40}?|Works)"
)
VOLUME: Final = r"(?:(?P<volume>\d{1,2}|[IVX]{1,4})\s)?"
AUTHOR: Final = (
    r"(?:[A-Z]\.\s?){0,3}[A-Z][a-z'’]+(?:\s(?:&|and)\s(?:[A-Z]\.\s?){0,3}[A-Z][a-z]+){0,3}"
)
TITLE: Final = (
    r"[A-Z][A-Za-z'’:-]*(?:,?\s(?:[A-Z][A-Za-z'’:-]*|of|the|and|in|on|to|an|a|for|from|with)){1,16}"
)
# Works known by one word: Blackstone's Commentaries, Wigmore on Evidence.
ONE_WORD: Final = r"(?:Commentaries|Evidence|Contracts|Torts|Trusts|Institutes|Debates)"
# A book begins its own citation: what only ends in a name is the report of some agency.
OPENING: Final = (
    r"(?:(?<=[.;(\]\n]\s)|(?<=[Ss]ee\s)|(?<=also\s)|(?<=g\.,\s)|(?<=[Cc]f\.\s)|(?<=quoting\s)|(?<=citing\s)|(?<=\n)|(?=\d)|(?=[IVX]+\s))"
    r"(?<!\w)"
)
EDITION_YEAR: Final = re.compile(r"\([^()]*\b(1[5-9]\d\d|20\d\d)\)")
EDITION: Final = r"(?:,\s\d+[a-z]{1,2}\sed\.|\s\([^()]{3,40}\))?"
PAPER: Final = re.compile(
    rf"(?<![\w.]){VOLUME}(?P<title>{PAPERS}){EDITION}(?:,\s[Vv]ol\.\s[\dIVX]+)?,?\s?(?:p{{1,2}}\.\s|at\s)?(?P<pin>\d{{1,4}}(?:[-–]\d{{1,4}})?(?:,\s\d{{1,4}}(?:[-–]\d{{1,4}})?)*(?!\d|\s[A-Z]))"
)
PAPER_WORDS: Final = words(
    *("Records of the Fed", "Documentary Hist", "Debate", "Elliot's", "Writings of", "Works"),
    *("Papers of", "Farrand"),
)
DICTIONARIES: Final = words(" Dictionary")
RESTATEMENTS: Final = words("Restatement ")
# Farrand alone is his Records.
FARRAND: Final = "Records of the Federal Convention of 1787"
RESTATEMENT: Final = re.compile(
    r"(?P<title>Restatement\s(?:\((?:First|Second|Third|Fourth)\)\s)?(?:\(?[Oo]f\s)?(?:the\s)?(?:Law\s(?:of\s)?)?"
    r"[A-Z][A-Za-z]{0,24}(?:,?\s(?:(?:of|the|and)\s){0,2}[A-Z][A-Za-z]{0,24}){0,6}"
    r"(?:\s\((?:First|Second|Third|Fourth)\))?),?\s"
    r"(?P<pin>§§?\s?\d+[A-Z]?(?:[-–,]\s?\d+[A-Z]?)*)"
)
# What follows a title: a section, a page, or the parenthesis with the year after a page.
BOOK_WORDS: Final = words(" §", " p. ", " pp. ", " (", " *")
BOOK_PLACE: Final = re.compile(
    r"(?<=[\w,)])\s§§?\s?\d|(?<=[\w,)])\s\*\d|\sp{1,2}\.\s\d|(?<=\d)\s\([\w.,\s]{0,60}\d{4}\)"
)
# A title ends in a word, an edition or a volume, and no reporter or code does: 505 U.S. 144 (1992).
TITLE_ENDS: Final = (
    r"(?:[a-z'’]{2}|[A-Z]{3}|[a-z]\s[IVX]{1,5}|[Vv]ol\.\s[\dIVX]{1,5}"
    r"|\sed\.|[a-z.]\s\([^()]{3,40}\)),?"
)
TITLE_END: Final = re.compile(rf"{TITLE_ENDS}$")
PAGED_TITLE: Final = re.compile(
    rf"{TITLE_ENDS}\s\d{{1,4}}(?:[-–]\d{{1,4}})?(?:,\sn\.\s\d{{1,4}})?$"
)
SOME_PAGES: Final = r"pp?\.\s\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?)*"
SOME_SECTIONS: Final = (
    r"(?:§\s?\d+(?:[-–]\d+)?|§§\s?\d+(?:[-–]\d+)?(?:,\s(?:and\s)?\d+(?:[-–]\d+)?(?!\d|\s[A-Z]))*)"
    r"(?:,\sp{1,2}\.\s\d+(?:[-–]\d+)?)?"
)
BOOK: Final = re.compile(
    rf"{OPENING}{VOLUME}(?P<author>{AUTHOR})"
    rf"(?:,\s(?P<title>{TITLE}|{ONE_WORD})|'s (?P<his>{ONE_WORD}))"
    rf"{EDITION}(?:,\s(?P<vol>[Vv]ol\.\s[\dIVX]+))?"
    rf"(?:,?\s(?P<section>{SOME_SECTIONS})|,?\s(?P<pages>{SOME_PAGES})"
    r"|,?\s(?P<star>\*\d{1,3}(?:[-–]\*?\d{1,3})?)"
    r"|\s(?P<page>\d{1,4}(?:[-–]\d{1,4})?(?:,\sn\.\s\d+)?)(?=\s\((?:[\w.,\s]*\d{4})\)))(?!\w)"
)


def find_books(seen: Places) -> Iterator[Found]:
    """Yield references to books."""
    papers = seen.near(PAPER, PAPER_WORDS, before=24, after=200)
    dictionaries = seen.near(PAPER, DICTIONARIES, before=64, after=48)
    for m in (*papers, *dictionaries):
        title = FARRAND if "Farrand" in m["title"] else m["title"].removeprefix("The ")
        yield _work(m, title, m["pin"])
    for m in seen.near(RESTATEMENT, RESTATEMENTS, before=0, after=120):
        yield Found(*m.span(), "treatise", name=" ".join(m["title"].split()), pin=m["pin"])
    for m in near(seen.text, BOOK, _book_places(seen), before=260, after=60):
        title = m["title"] or m["his"]
        if " v. " in title or re.search(r"\b(?:U\.S|Stat|Cong|Supp)\b", m[0]):
            continue
        pages = (m["pages"] or "").removeprefix("pp. ").removeprefix("p. ")
        pin = m["section"] or pages or m["star"] or m["page"]
        name = f"{m['author']}, {title}"
        yield _work(m, name, pin)


def _book_places(seen: Places) -> Iterator[int]:
    """Yield where a page or section stands behind what can be the end of a book's title."""
    text = seen.text
    for at in seen.of(BOOK_WORDS):
        if BOOK_PLACE.match(text, at):
            ending = PAGED_TITLE if text.startswith(" (", at) else TITLE_END
            if ending.search(text, max(0, at - 64), at):
                yield at


def _work(m: re.Match[str], name: str, pin: str | None) -> Found:
    """Return a book, with the year of its edition where that stands before the page."""
    found = Found(m.start(), m.end(), "treatise", m["volume"], name=name, pin=pin)
    if edition := EDITION_YEAR.search(m[0]):
        found.year = int(edition[1])
    return found
