"""Find the codes, session laws and bills of the states, and what federal agencies publish.

Each search begins at a word that the form cannot do without (Code, Stat., Laws, ILCS, Fed. Reg.)
and looks at the few characters around it, so that a text without law costs next to nothing.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from graph.reporters import alternation, compact
from ingest.citation import Found
from ingest.find.near import Places, words
from ingest.find.pins import AFTER_PAGE
from ingest.jurisdictions import STATE_PATTERN, state_named

BACK: Final = 80
SUBSECTIONS: Final = r"(?:\.?\s?\((?!(?:1[789]|20)\d\d\))\w{1,5}\))*"
SECTION: Final = rf"\d[\dA-Za-z]*(?:(?:--?|[–.:/])[\dA-Za-z]+)*{SUBSECTIONS}"
MORE: Final = (
    r"(?:(?:\s?[-–]\s?|\sto\s|,\s|,?\sand\s)(?!\d+\s(?:U\.|Stat|C\.|Fed|F\.|S\.))"
    rf"(?:{SECTION}|\(\w{{1,5}}\)))*"
)
SECTIONS: Final = rf"§§?\s?{SECTION}{MORE}"
PLACE: Final = (
    rf"(?:{SECTIONS}|[Tt]it\.\s[\d-]+[A-Za-z]?(?:,\s{SECTIONS})?"
    rf"|(?:c|ch|chap)s?\.\s[\d.-]*\d[A-Za-z]?\b(?:,\s{SECTIONS})?"
    r"|[Aa]rts?\.\s(?:[IVX]+\b|\d+(?:[.-]\d+)*)(?:,\s§§?\s?[\d-]+)?"
    r"|Nos?\.\s\d+(?:,\s§\s?\d+)?(?:,\sp\.\s\d+)?"
    rf"|\d{{1,4}}/{SECTION})"
)
WORD: Final = r"(?:[A-Z][A-Za-z'-]{0,15}\.?|&)"
GAP: Final = r"(?:(?<=\.)\s?|\s)"
YEAR: Final = r"1[789]\d\d|20\d\d"
NAME_ENDS: Final = words("Code", "Stat", "Law", "Acts")
ANCHOR: Final = re.compile(r"(?:Code|Stat|Laws?|Acts)(?=[s.,\s])")
HEAD: Final = re.compile(
    rf"(?<![\w.])(?:(?P<number>\d{{1,4}})\s)?(?P<code>(?P<state>{STATE_PATTERN})"
    rf"(?P<words>(?:{GAP}{WORD}){{0,6}}{GAP}))$"
)
TAIL: Final = re.compile(
    rf"s?\.?(?P<tail>(?:(?:(?<=\.)\s?|,?\s){WORD}){{0,5}}?)"
    rf"(?:,?\s?\([^()]{{2,40}}\)|,?\s?(?P<year>{YEAR})(?=,))?,?\s?"
    rf"(?:(?P<place>{PLACE})|(?P<page>(?<=\s)\d{{1,5}}\b(?!\s[A-Z])))"
)
INITIALS_PLACE: Final = re.compile(
    rf",?\s(?:(?:{YEAR}),?\s(?:Supp\.\s)?)?(?:§§?\s?|(?=\d+[A-Z]?[.:/-]\d)|(?<=R\.\s)|(?<=LR\s))"
    rf"(?P<section>{SECTION}{MORE})"
    rf"|,?\s(?P<chapter>(?:c|ch|chap)\.\s\d+[A-Z]?\b(?:,\s{SECTIONS})?)"
)
SESSION_WORDS: Final = re.compile(r"\b(?:Acts|Sess\.)|^Laws$")
NEVER_SESSION: Final = re.compile(r"\b(?:Ann|Code|Codified|Comp|Cons|Consol|Rev)\b")
TITLED: Final = re.compile(r"[Tt]it\.\s(?P<title>[\dA-Z-]+),\s§§?\s?(?P<section>.+)", re.S)
WITHIN_WORD: Final = re.compile(r"[\w.]")
NUMBER: Final = re.compile(r"(?<![\w.])(\d{1,3}(?:-[A-Z])?)\s$")


@dataclass(frozen=True, slots=True)
class Code:
    """A state's code: its name, initials that mean it, whether titles come first, examples."""

    state: str
    name: str
    examples: tuple[tuple[str, ...], ...]
    printed: tuple[str, ...] = ()
    titled: bool = False


@cache
def codes() -> tuple[Code, ...]:
    """Return the codes of all states as the data file lists them."""
    data = tomllib.loads((files("ingest") / "data" / "codes.toml").read_text("utf-8"))
    return tuple(
        Code(
            state=entry["state"],
            name=entry["name"],
            examples=tuple(tuple(example) for example in entry["examples"]),
            printed=tuple(entry.get("printed", ())),
            titled=entry.get("titled", False),
        )
        for entry in data["code"]
    )


@cache
def _initials() -> tuple[re.Pattern[str], dict[str, Code]]:
    known = {compact(word): code for code in codes() for word in code.printed}
    pattern = alternation(word for code in codes() for word in code.printed)
    return re.compile(rf"{pattern}(?=,?\s)"), known


@cache
def _titled_states() -> frozenset[str]:
    return frozenset(code.state for code in codes() if code.titled)


def find_codes(seen: Places) -> Iterator[Found]:
    """Yield state codes and session laws, bills, the Federal Register and executive orders."""
    for m in seen.near(ANCHOR, NAME_ENDS, before=0, after=6):
        yield from _named(seen.text, m)
    yield from _by_initials(seen.text)
    yield from _federal_register(seen)
    yield from _bills(seen)


def _named(text: str, anchor: re.Match[str]) -> Iterator[Found]:
    """Yield the citation of a code or of session laws whose name ends at an anchor."""
    tail = TAIL.match(text, anchor.end())
    if tail is None:
        return
    head = HEAD.search(text[max(0, anchor.start() - BACK) : anchor.start()])
    if head is None:
        return
    state, postal = state_named(head["state"])
    words = head["words"] + anchor[0] + text[anchor.end() : tail.end("tail")]
    name = code_name(state, words)
    start = max(0, anchor.start() - BACK)
    number, place = head["number"], tail["place"]
    year = tail["year"] or (number if number and re.fullmatch(YEAR, number) else None)
    if _is_session(words, place, year):
        begin = start + head.start("number" if number and year == number else "code")
        section = _section(place) if place else None
        yield Found(begin, tail.end(), "session_law", year, name, tail["page"], section=section)
    elif place:
        title = number if number and number != year and postal in _titled_states() else None
        begin = start + head.start("number" if title else "code")
        yield _statute(begin, tail.end(), name, place, title, titled=postal in _titled_states())


def _is_session(words: str, place: str | None, year: str | None) -> bool:
    """Tell a year's laws from a code: by the year, or by words that no code has."""
    if (place and place.startswith("§")) or NEVER_SESSION.search(words):
        return False
    return bool(year or (place and SESSION_WORDS.search(words.strip(" ,"))))


def _statute(
    start: int, end: int, name: str, place: str, title: str | None, *, titled: bool
) -> Found:
    within = TITLED.fullmatch(place) if titled else None
    if within:
        title, place = within["title"], within["section"]
    return Found(start, end, "statute", title, name, section=_section(place))


def _section(place: str) -> str:
    """Return a place in one spelling: c. 47 and chap. 47 are ch. 47, and a § says nothing.

    >>> _section("§ 922(s)"), _section("c. 269, § 10(j)"), _section("Art. 4995")
    ('922(s)', 'ch. 269, § 10(j)', 'art. 4995')
    """
    plain = re.sub(r"^(?:§§?\s?|c(?:hap|h)?s?\.(?=\s))", "", place)
    plain = f"ch.{plain}" if plain.startswith(" ") else plain
    return plain.replace("Tit.", "tit.").replace("Art.", "art.")


@cache
def _listed() -> dict[str, str]:
    return {_plain(code.name): code.name for code in codes()}


def code_name(state: str, words: str) -> str:
    """Return a code's name as the data file lists it, annotated or not; else spaced, without Ann.

    >>> code_name("Me.", "Rev.Stats.Ann.,"), code_name("N.J.", " Stat. ")
    ('Me. Rev. Stat. Ann.', 'N.J. Stat. Ann.')
    >>> code_name("Cal.", " Penal Code Ann. ")
    'Cal. Penal Code'
    """
    name = _plain(f"{state} {words}")
    return _listed().get(name, name)


def _plain(name: str) -> str:
    """Return a name in one spelling: spaced, Stat. for Stats., and without Ann."""
    bare = re.sub(r"(?:(?<=[.\s])|\b)Ann\.?", "", name.replace("Stats", "Stat"))
    spaced = re.sub(r"(?<=[a-z]\.)(?=[A-Z&])", " ", bare)
    tight = re.sub(r"\s+(?=,|$)|(?<=\s)\s+", "", spaced)
    return re.sub(r"\b(Comp|Gen|Rev|Stat)\b(?!\.)", r"\1.", tight).strip(" ,")


def _by_initials(text: str) -> Iterator[Found]:
    """Yield 720 ILCS 5/24-1, RCW 9.41.290 and the like."""
    pattern, known = _initials()
    for m in pattern.finditer(text):
        place = INITIALS_PLACE.match(text, m.end())
        if place is None or WITHIN_WORD.match(text, max(0, m.start() - 1), m.start()):
            continue
        code = known[compact(m[0])]
        start, title = m.start(), None
        if code.titled:
            number = NUMBER.search(text[max(0, m.start() - 5) : m.start()])
            if number is None:
                continue
            title, start = number[1], m.start() - len(number[0])
        section = place["section"] or _section(place["chapter"])
        yield Found(start, place.end(), "statute", title, code.name, section=section)


REGISTER: Final = re.compile(
    rf"Fed\.\s?Reg\.\s(?P<page>\d{{1,3}},\d{{3}}|\d{{1,6}})(?!\d)(?:[-–]\d+|{AFTER_PAGE})(?!\w)"
)
ORDER: Final = re.compile(r"Exec(?:\.|utive)\sOrder\sNos?\.\s?(?P<number>\d{1,2},?\d{3}|\d{1,3})")

REGISTERS: Final = words("Fed.")
ORDERS: Final = words("Exec.", "Executive")


def _federal_register(seen: Places) -> Iterator[Found]:
    text = seen.text
    for m in seen.near(REGISTER, REGISTERS, before=0, after=80):
        volume = NUMBER.search(text[max(0, m.start() - 5) : m.start()])
        if volume:
            page = m["page"].replace(",", "")
            pin = text[m.end("page") : m.end()].lstrip(", ")
            pin = f"{page}{pin}" if pin.startswith(("-", "–")) else pin
            start = m.start() - len(volume[0])
            yield Found(
                start, m.end(), "session_law", volume[1], "Fed. Reg.", page, pin=pin or None
            )
    for m in seen.near(ORDER, ORDERS, before=0, after=48):
        number = m["number"].replace(",", "")
        yield Found(m.start(), m.end(), "session_law", reporter="Exec. Order", section=number)


CONGRESS: Final = re.compile(
    r"(?<![\w.])(?P<house>H\.\s?R\.|S\.|[HS]\.\s?(?:J\.|Con\.)?\s?Res\.)\s(?P<number>\d{1,5})"
    r"(?P<cut>,\s(?P<congress>\d{1,3})(?:st|nd|rd|d|th)\s)$"
)
BILL: Final = re.compile(r"(?P<house>[SHA]\.\s?B\.)\s(?:No\.\s)?(?P<number>\d{1,5})(?!\w)")
CONGRESSES: Final = words("Cong.")
HOUSES: Final = words("B.")
OF_STATE: Final = re.compile(rf",\s[^();]{{3,70}}\((?P<state>{STATE_PATTERN})\s(?P<year>{YEAR})\)")


def _bills(seen: Places) -> Iterator[Found]:
    """Yield bills; one that names neither a state nor a Congress could be any state's."""
    text = seen.text
    for at in seen.of(CONGRESSES):
        low = max(0, at - 40)
        bill = CONGRESS.search(text[low:at])
        if bill:
            house = re.sub(r"(?<=\.)\s(?=R\.|Res\.|J\.|Con\.)", "", bill["house"])
            span = (low + bill.start(), low + bill.start("cut"))
            yield Found(*span, "session_law", bill["congress"], house, section=bill["number"])
    for m in seen.near(BILL, HOUSES, before=4, after=30):
        house = re.sub(r"\s", "", m["house"])
        state = OF_STATE.match(text, m.end())
        if text[m.start() - 1 : m.start()].isalnum():
            continue
        if state is None:
            yield Found(m.start(), m.end(), "session_law", section=f"{house} {m['number']}")
            continue
        name, _ = state_named(state["state"])
        yield Found(*m.span(), "session_law", state["year"], f"{name} {house}", section=m["number"])
