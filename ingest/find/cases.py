"""Find citations of cases by reporter: full, short, and those whose reporter is ``Id.`` itself."""

import re
from collections.abc import Iterator
from functools import cache

from graph.model import ReporterCitation
from graph.reporters import reporter_pattern, standard
from ingest.citation import Found
from ingest.find.near import Places, words
from ingest.find.pins import AFTER_PAGE, AT, BLANK, LIST, slip_pin

# 41 U.S. (16 Pet.) 539; 11 Wall. (78 U.S.) 113
NOMINATIVE = r"(?:\s\((?P<nominative>\d{1,3}\s[A-Z][A-Za-z.\s]{1,9})\))?"
# 5243-P; 7M; 1234(A), a page of a table; lxiv, before the first page.
ROMAN = r"(?=[ivxlc]{2})c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)"
FIRST_PAGE = rf"(?:\d{{1,5}}(?:(?:-?[A-Z]|\([AU]\))(?![\w-]))?(?!\d)|{ROMAN})"


@cache
def case_pattern() -> re.Pattern[str]:
    """Return the one pattern that finds full and short forms of every reporter."""
    reporter = reporter_pattern()
    return re.compile(
        rf"(?P<volume>[\d-](?<![\w§$.,-].)(?:(?<=\d)\d{{0,3}}|(?<=-)--))\s(?P<reporter>{reporter}){NOMINATIVE}"
        rf"(?:,?\s{AT}\s(?P<at>{LIST})"
        rf"|,?\s(?P<page>{FIRST_PAGE}|{BLANK})(?P<pins>{AFTER_PAGE})(?!\w|\sU\.\s?S\.\s?C))"
    )


LATER_VOLUME = re.compile(
    rf"(?P<volume>\d(?<![\w§.]\d)\d{{0,2}})\s[Ii]d\.\s(?P<page>\d{{1,5}})(?P<pins>{AFTER_PAGE})(?!\w)"
)


OF_CODE = re.compile(r",?\s(?:Supp\.\s\d{4},?\s)?§")
# The Federal Cases are numbered: 28 Fed. Cas. No. 16,700, p. 622.
NUMBERED = re.compile(
    rf"(?P<volume>\d(?<![\w§.]\d)\d{{0,2}})\s(?:Fed\.|F\.)\s?Cas\.\s(?:p\.\s\d+,\s)?No\.\s[\d,]{{1,6}}\d"
    rf"(?:,?\s{AT}\s(?P<pins>{LIST}))?"
)

FEDERAL_CASES = words("Cas. No.", "Cas.No.", " No. ")
SAME_REPORTER = words(" Id. ", " id. ")


def find_cases(seen: Places) -> Iterator[Found]:
    """Yield full and short case citations in order of place."""
    text = seen.text
    for m in case_pattern().finditer(text):
        reporter = standard(m["reporter"])
        if reporter is None or _is_oklahoma_statute(text, m):
            continue
        if m["at"]:
            at_pin = _with_slip(text, m["at"], m.end())
            yield Found(m.start(), m.end(), "short_case", m["volume"], reporter, pin=at_pin)
            continue
        page = m["page"] if m["page"][0] not in "_-—" else None
        pin: str | None = m["pins"].lstrip(", ") or None
        at = _official(m["volume"], reporter, m["nominative"])
        found = Found(m.start(), m.end(), "full_case", *at, page, pin=pin)
        found.pin = _with_slip(text, pin, m.end()) if pin else slip_pin(text, m.end())
        yield found
    for m in seen.near(NUMBERED, FEDERAL_CASES, before=24, after=60):
        yield Found(m.start(), m.end(), "full_case", m["volume"], "F. Cas.", pin=m["pins"])
    for m in seen.near(LATER_VOLUME, SAME_REPORTER, before=4, after=60):
        pin = m["pins"].lstrip(", ") or None
        yield Found(m.start(), m.end(), "full_case", m["volume"], "Id.", m["page"], pin=pin)


def _is_oklahoma_statute(text: str, m: re.Match[str]) -> bool:
    """91 O.S. 296 is of the Ohio State Reports, but 21 O.S. 2011, § 701.7 a section of a code."""
    return m["reporter"].startswith("O.") and bool(OF_CODE.match(text, m.end()))


def _official(volume: str, reporter: str, beside: str | None) -> tuple[str, str]:
    """Return the volume of the U.S. Reports where a nominative citation prints both."""
    if beside and re.fullmatch(r"\d+\sU\.\s?S\.", beside):
        return beside.split()[0], "U.S."
    return volume, reporter


def _with_slip(text: str, pin: str, end: int) -> str:
    slip = slip_pin(text, end)
    return f"{pin} {slip}" if slip else pin


def reporter_citation(found: Found) -> ReporterCitation | None:
    """Return the citation of a full form whose page is known."""
    if found.volume and found.reporter and found.page:
        return ReporterCitation(found.volume, found.reporter, found.page)
    return None
