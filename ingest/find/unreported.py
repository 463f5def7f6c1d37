"""Find cases that no volume of a reporter holds, by number: databases, neutral citations, dockets.

Westlaw and Lexis (Bluebook rule 10.8.1), the states' neutral citations (rule 10.3.3), the Tax
Court's memoranda (table T1.1), loose-leaf services (rule 19), Louisiana's docket form and slip
opinions by docket number. Each is looked for only near a word that it cannot do without.
"""

import re
from collections.abc import Iterator
from typing import Final

from ingest.citation import Found
from ingest.find.near import Places, words
from ingest.find.pins import DASH, PARAGRAPHS, STARS

YEAR: Final = r"(?:1[789]|20)\d\d"
AT_STARS: Final = rf"(?:,?\sat\s(?:p\.\s)?(?P<stars>{STARS}))?"
DATABASE: Final = re.compile(
    rf"(?<![\w.-])(?P<volume>{YEAR})\s(?P<reporter>WL|(?:[A-Z][\w.&']*\s){{1,6}}LEXIS)"
    rf"\s(?P<page>\d{{1,8}})(?!\w){AT_STARS}"
)
NEUTRAL: Final = re.compile(
    rf"(?<![\w.-])(?P<volume>{YEAR})"
    r"(?:-(?P<dashed>Ohio|NM(?:SC|CA|CERT)|NC(?:SC|COA|BC))-(?P<number>\d{1,5})"
    r"|\s(?P<illinois>IL(?:\sApp\.?\s\(\d\w{1,2}\))?)\s(?P<docket>\d{5,6}(?:WC)?(?:-[A-Z]{1,2})?))(?!\w)"
    rf"(?:,?\s(?:at\s)?(?P<paragraph>{PARAGRAPHS}))?"
)
TAX: Final = re.compile(
    r"(?<!\w)T\.\s?C\.\s(?P<series>Memo|Summ(?:ary|\.)\sOp(?:inion|\.))\.?(?:\s\((?:CCH|RIA|P-H)\))?"
    rf"\s(?P<volume>{YEAR})-(?P<page>\d{{1,3}})(?!\w){AT_STARS}"
)
SERVICE: Final = re.compile(
    r"(?<![\w.])(?:(?P<volume>\d{1,4}(?:-\d)?)\s(?=[A-Z]))?"
    r"(?P<reporter>(?:[A-Z][A-Za-z'.]{0,24}\s|&\s){1,6}\((?:CCH|BNA|RIA)\))"
    r"\s(?:¶\s?|P\s?|par\.\s)(?P<page>\d{1,3},\d{3}(?:\.\d+)?|\d{1,6}(?:\.\d+)?)(?!\w)"
)
# Louisiana gives its courts' numbers without "No." before the date: 98-1165 (La. 5/18/99).
LOUISIANA: Final = re.compile(
    rf"(?<![\w.-])(?P<docket>\d{{2,4}}[\s-](?:[A-Z]{{1,4}}-)?\d{{1,5}})"
    rf"(?:,?\s(?:pp?\.|at)\s(?P<pin>\d{{1,3}}(?:{DASH}\d{{1,3}})?))?"
    r"\s\((?P<court>La\.(?:\s?App\.\s(?P<circuit>\d)\w{0,2}\sCir\.?)?),?\s"
    r"\d{1,2}/\d{1,2}/(?P<year>\d{4}|\d{2})\)"
)
# A docket number identifies its case together with the court and date behind it.
NUMBER: Final = (
    r"No\.\s(?:(?:Civ|CV|CIV|Civ\.A|Crim|CR)\.?\s?)?"
    r"(?P<docket>(?=[\w.()]*[-:/]|\w*\d{4}|\d\d\s[A-Z])(?:[A-Z]\.?-?)?\d[\w:.()/-]{1,28}(?:\s[A-Z]{1,3}\s\d{2,5})?)"
)
DOCKET: Final = re.compile(
    rf"{NUMBER}(?:,?\s\([A-Z]{{2,4}}\))?(?:,\sslip\sop\.(?:,?\sat\s(?P<pin>\d{{1,3}}(?:{DASH}\d{{1,3}})?))?)?"
    r"(?=\s\([^()]{0,40}?(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s)(?:1[89]|20)\d\d\))"
)
# What may stand between a case's name and its citation.
BETWEEN: Final = re.compile(rf"{NUMBER}(?:,?\s\([A-Z]{{2,4}}\))?,\s$")
OF_WHAT: Final = re.compile(r"\b(?:Case|Docket|Civ(?:il|\.)(?:\sAction|\sA\.)?)\s$")
DATABASES: Final = words(" WL ", " LEXIS ")
STATES: Final = words("-Ohio-", "-N", " IL ")
MEMORANDA: Final = words("C. Memo", "C. Summ")
SERVICES: Final = words("(CCH)", "(BNA)", "(RIA)")
OF_LOUISIANA: Final = words("(La.")
NUMBERS: Final = words("No. ")
TAX_SERIES: Final = {"Memo": "T.C. Memo."}


def find_unreported(seen: Places) -> Iterator[Found]:
    """Yield cases by the number that a database, court, service or docket gave them."""
    text = seen.text
    for m in seen.near(DATABASE, DATABASES, before=48, after=48):
        yield Found(*m.span(), "full_case", m["volume"], m["reporter"], m["page"], pin=m["stars"])
    for m in seen.near(NEUTRAL, STATES, before=5, after=64):
        reporter, page = m["dashed"] or _spelled(m["illinois"]), m["number"] or m["docket"]
        yield Found(*m.span(), "full_case", m["volume"], reporter, page, pin=m["paragraph"])
    for m in seen.near(TAX, MEMORANDA, before=4, after=72):
        series = TAX_SERIES.get(m["series"], "T.C. Summary Opinion")
        yield Found(*m.span(), "full_case", m["volume"], series, m["page"], pin=m["stars"])
    for m in seen.near(SERVICE, SERVICES, before=64, after=24):
        page = m["page"].replace(",", "")
        yield Found(*m.span(), "full_case", m["volume"], m["reporter"], page)
    for m in seen.near(LOUISIANA, OF_LOUISIANA, before=40, after=40):
        yield _louisiana(m)
    for at in seen.of(NUMBERS):
        if docket := DOCKET.match(text, at):
            span = _of_what(text, at), docket.end()
            yield Found(*span, "full_case", docket=docket["docket"], pin=docket["pin"])


def _spelled(illinois: str) -> str:
    return illinois.replace("App.", "App")


def _of_what(text: str, at: int) -> int:
    """Return where a number begins with its kind: Civil Action No. 17-5720."""
    low = max(0, at - 20)
    kind = OF_WHAT.search(text[low:at])
    return low + kind.start() if kind else at


def _louisiana(m: re.Match[str]) -> Found:
    """Return a docket cite whose court and date, in figures, stand right behind it."""
    year = int(m["year"])
    if len(m["year"]) == len("99"):
        year += 1900 if year > 50 else 2000  # noqa: PLR2004 - the form dates from 1993
    court = "lactapp" if m["circuit"] else "la"
    docket = m["docket"].replace(" ", "-")
    found = Found(*m.span(), "full_case", docket=docket, pin=m["pin"], year=year, court=court)
    found.reporter = f"La. App. {m['circuit']} Cir." if m["circuit"] else "La."
    return found


def before_number(text: str, end: int, floor: int) -> int:
    """Return where a name ends that a docket number parts from its citation; else ``end``.

    >>> text = "Doe v. Roe, No. 17-5720, 2017 WL 4081821"
    >>> text[: before_number(text, 25, 0)]
    'Doe v. Roe, '
    """
    low = max(floor, end - 60)
    number = text.rfind("No", low, end)
    if number < 0:
        return end
    found = BETWEEN.search(text, low, end)
    return _of_what(text, found.start()) if found else end
