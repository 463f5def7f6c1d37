"""Find The Federalist, journals and books (Bluebook rules 15 and 16)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from reporters_db import JOURNALS

from graph.reporters import alternation, compact, standard
from ingest.citation import Found
from ingest.find.near import near, places
from ingest.find.pins import AFTER_PAGE, AT, LIST

FEDERALIST: Final = re.compile(
    r"(?<![\w-])(?:Fed\s?eralist|FEDERALIST),?(?:\s[Pp]apers?|\sPAPERS?)?,?\s?"
    r"(?:(?:Nos?\.|NOS?\.|[Nn]umbers?|No|#)\s?|(?<=\s)(?=\d{1,2}\b))"
    r"(?P<numbers>(?:[1-8]?\d(?!\d)|[IVXL]+\b)"
    r"(?:(?:,\s(?:and\s)?|\sand\s|\s&\s|\s?[-–]\s?)(?:\d{1,2}(?!\d|,\sp|\s[A-Z])|[IVXL]+\b))*)"
    rf"(?:,?\s{AT}\s(?P<pin>{LIST}))?"
)
# Journals that reporters-db does not list are known by their usual last words.
ANY_JOURNAL: Final = (
    r"(?:[A-Z][A-Za-z.&']{0,24}\s){0,4}(?=[A-Z])[A-Za-z.&']{0,24}?"
    r"(?:L\.\s?(?:Rev|J|Q|F)\.|Rev\.|J\.|Q\.)(?:\s?[A-Z][a-z]+\.){0,3}"
)
PAPERS: Final = (
    r"(?:(?:(?:M(?:ax|\.) )?Farrand, )?(?:The )?Records of the Federal Convention(?: of 1787)?|(?:M(?:ax|\.) )?Farrand"
    r"|(?:Black's Law|(?:[A-Z][A-Za-z']+ ){1,6}English|Webster's(?: [A-Z][a-z]+){1,4}) Dictionary"
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
PAPER_WORDS: Final = (
    *("Records of the Fed", "Documentary Hist", "Debate", "Elliot's", "Writings of", "Works"),
    *("Papers of", "Farrand"),
)
# Farrand alone is his Records.
FARRAND: Final = "Records of the Federal Convention of 1787"
RESTATEMENT: Final = re.compile(
    r"(?P<title>Restatement\s(?:\((?:First|Second|Third|Fourth)\)\s)?(?:\(?[Oo]f\s)?(?:the\s)?(?:Law\s(?:of\s)?)?"
    r"[A-Z][A-Za-z]+(?:,?\s(?:(?:of|the|and)\s){0,2}[A-Z][A-Za-z]+){0,6}"
    r"(?:\s\((?:First|Second|Third|Fourth)\))?),?\s"
    r"(?P<pin>§§?\s?\d+[A-Z]?(?:[-–,]\s?\d+[A-Z]?)*)"
)
# What follows a title: a section, a page, or the parenthesis with the year after a page.
BOOK_WORDS: Final = (" §", " p. ", " pp. ", " (", " *")
BOOK_PLACE: Final = re.compile(
    r"(?<=[\w,)])\s§§?\s?\d|(?<=[\w,)])\s\*\d|\sp{1,2}\.\s\d|(?<=\d)\s\([\w.,\s]{0,60}\d{4}\)"
)
BOOK: Final = re.compile(
    rf"{OPENING}{VOLUME}(?P<author>{AUTHOR})(?:,\s(?P<title>{TITLE}|{ONE_WORD})|'s (?P<his>{ONE_WORD})){EDITION}(?:,\s(?P<vol>[Vv]ol\.\s[\dIVX]+))?"
    r"(?:,?\s(?P<section>§§?\s?\d+(?:[-–]\d+)?(?:,\sp{1,2}\.\s\d+(?:[-–]\d+)?)?)|,?\s(?P<pages>pp?\.\s\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?)*)"
    r"|,?\s(?P<star>\*\d{1,3}(?:[-–]\*?\d{1,3})?)|\s(?P<page>\d{1,4}(?:[-–]\d{1,4})?(?:,\sn\.\s\d+)?)(?=\s\((?:[\w.,\s]*\d{4})\)))(?!\w)"
)


@cache
def journal_pattern() -> re.Pattern[str]:
    """Return the pattern of a journal's volume, title and page, or of its short form."""
    listed = alternation(name for name in JOURNALS if "." in name or " " in name)
    return re.compile(
        rf"(?P<volume>\d(?<![\w.]\d)\d{{0,3}})\s(?P<journal>{listed}|{ANY_JOURNAL})"
        rf"(?:,?\s{AT}\s(?P<at>{LIST})|\s(?P<page>\d{{1,4}}(?!\d))(?P<pins>{AFTER_PAGE}))(?!\w)"
    )


@cache
def _journals() -> dict[str, str]:
    return {compact(name): name for name in JOURNALS}


def find_secondary(text: str) -> Iterator[Found]:
    """Yield references to The Federalist, to journals and to books with a page or section."""
    for m in near(text, FEDERALIST, places(text, ("eralist", "FEDERALIST")), before=5, after=80):
        start = m.start() - 4 * text.startswith(("The ", "THE "), max(0, m.start() - 4))
        name = federalist(m["numbers"])
        yield Found(start, m.end("numbers"), "federalist", name=name, pin=m["pin"])
    for m in journal_pattern().finditer(text):
        if standard(m["journal"]) is not None:
            continue  # N.J. and Ct. Cl. J. end as journals do
        reporter = _journals().get(compact(m["journal"]), _spaced(m["journal"]))
        pin = m["at"] or (m["pins"] or "").lstrip(", ") or None
        yield Found(m.start(), m.end(), "journal", m["volume"], reporter, m["page"], pin=pin)
    for m in (
        *near(text, PAPER, places(text, PAPER_WORDS), before=24, after=200),
        *near(
            text,
            PAPER,
            places(text, ("h Dictionary", "l Dictionary", "w Dictionary")),
            before=64,
            after=48,
        ),
    ):
        title = FARRAND if "Farrand" in m["title"] else m["title"].removeprefix("The ")
        yield _work(m, title, m["pin"])
    for m in near(text, RESTATEMENT, places(text, ("Restatement ",)), before=0, after=120):
        yield Found(*m.span(), "treatise", name=" ".join(m["title"].split()), pin=m["pin"])
    for m in near(text, BOOK, _book_places(text), before=260, after=60):
        title = m["title"] or m["his"]
        if " v. " in title or re.search(r"\b(?:U\.S|Stat|Cong|Supp)\b", m[0]):
            continue
        pages = (m["pages"] or "").removeprefix("pp. ").removeprefix("p. ")
        pin = m["section"] or pages or m["star"] or m["page"]
        name = f"{m['author']}, {title}"
        yield _work(m, name, pin)


def _book_places(text: str) -> Iterator[int]:
    return (at for at in places(text, BOOK_WORDS) if BOOK_PLACE.match(text, at))


def _work(m: re.Match[str], name: str, pin: str | None) -> Found:
    """Return a book, with the year of its edition where that stands before the page."""
    found = Found(m.start(), m.end(), "treatise", m["volume"], name=name, pin=pin)
    if edition := EDITION_YEAR.search(m[0]):
        found.year = int(edition[1])
    return found


def federalist(numbers: str) -> str:
    """Return the name of one or several papers.

    >>> federalist("27"), federalist("3, 4 and 5")
    ('The Federalist No. 27', 'The Federalist Nos. 3, 4, 5')
    >>> federalist("XLIV"), federalist("15–16")
    ('The Federalist No. 44', 'The Federalist Nos. 15-16')
    """
    listed = re.sub(r",?\s(?:and|&)\s", ", ", numbers).replace("–", "-").replace(" - ", "-")
    listed = re.sub(r"[IVXL]+", lambda m: str(_arabic(m[0])), listed)
    return f"The Federalist {'No.' if listed.isdigit() else 'Nos.'} {listed}"


def _arabic(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[sign] for sign in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _spaced(journal: str) -> str:
    return re.sub(r"(?<=[a-z]\.)(?=[A-Z])", " ", journal)
