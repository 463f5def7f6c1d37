"""Find The Federalist and journals (Bluebook rules 15 and 16)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from reporters_db import JOURNALS

from graph.reporters import alternation, compact, standard
from ingest.citation import Found
from ingest.find.near import Places, words
from ingest.find.pins import AFTER_PAGE, AT, LIST

FEDERALIST: Final = re.compile(
    r"(?<![\w-])(?:Fed\s?eralist|FEDERALIST),?(?:\s[Pp]apers?|\sPAPERS?)?,?\s?"
    r"(?:(?:Nos?\.|NOS?\.|[Nn]umbers?|No|#)\s?|(?<=\s)(?=\d{1,2}\b))"
    r"(?P<numbers>(?:[1-8]?\d(?!\d)|[IVXL]+\b)"
    r"(?:(?:,\s(?:and\s)?|\sand\s|\s&\s|\s?[-–]\s?)(?:\d{1,2}(?!\d|,\sp|\s[A-Z])|[IVXL]+\b))*)"
    rf"(?:,?\s{AT}\s(?P<pin>{LIST}))?"
)
PAPERS: Final = words("eralist", "FEDERALIST")
# Journals that reporters-db does not list are known by their usual last words.
ANY_JOURNAL: Final = (
    r"(?:[A-Z][A-Za-z.&']{0,24}\s){0,4}(?=[A-Z])[A-Za-z.&']{0,24}?"
    r"(?:L\.\s?(?:Rev|J|Q|F)\.|Rev\.|J\.|Q\.)(?:\s?[A-Z][a-z]+\.){0,3}"
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


def find_secondary(seen: Places) -> Iterator[Found]:
    """Yield references to The Federalist and to journals."""
    text = seen.text
    for m in seen.near(FEDERALIST, PAPERS, before=5, after=80):
        start = m.start() - 4 * text.startswith(("The ", "THE "), max(0, m.start() - 4))
        name = federalist(m["numbers"])
        yield Found(start, m.end("numbers"), "federalist", name=name, pin=m["pin"])
    for m in journal_pattern().finditer(text):
        if standard(m["journal"]) is not None:
            continue  # N.J. and Ct. Cl. J. end as journals do
        reporter = _journals().get(compact(m["journal"]), _spaced(m["journal"]))
        pin = m["at"] or (m["pins"] or "").lstrip(", ") or None
        yield Found(m.start(), m.end(), "journal", m["volume"], reporter, m["page"], pin=pin)


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
