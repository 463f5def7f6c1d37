"""Laws by what is not a code: constitutions, session laws, public laws, orders, bills."""

import re
from functools import cache
from typing import Final

from graph.bluebook.law_parts import (
    MONTH,
    LawPart,
    ordinals,
    place_pattern,
    places,
    table,
    thousands,
)

BILL: Final = (
    r"(?:[HSA]\.J\.R\.|[HS]\.C\.R\.|Legis\. Res\.|[HSA]\.B\.|[HS]\.F\.|[LH]\.D\.|H\.R\.|[HSA]\.)"
    r" ?\d[\w-]*"
)
NUMBER: Final = r"(?:chs?\.|Nos?\.|p\.) [\w–-]+(?:(?:,| and) [\w–-]+)*"
CONST: Final = re.compile(rf"(?P<place>{place_pattern()}|US)\s[Cc]onst\.?\s+(?P<rest>.+)")
ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
TENS: Final = ("", "X", "XX")
PUBLIC: Final = re.compile(
    r"Pub\.? ?L\.? (?:No\. ?)?(?P<law>\d+[-–]\d+)(?P<rest>(?:, § [\w.()]+)?(?:, \d+ Stat\. \d+.*)?)"
    r"(?P<year> \(\d{4}\))?"
)
STATUTES_AT_LARGE: Final = re.compile(
    r"(?:Act of .+, ch\. \d+, )?\d+ Stat\. \d+(?:, \d+)?(?: \(\d{4}\))?"
)
STATE_ACT: Final = re.compile(
    r"(?P<own>Ill\. |Conn\. |D\.C\. )?(?P<what>Pub\. Acts?|Law) (?P<rest>\d+-\d+.*)"
)
PAMPHLET: Final = re.compile(
    rf"(?P<act>Act of {MONTH} \d+, (?P<year>\d{{4}})), P\.L\. (?P<page>\d+), (?P<no>No\. \d+)"
)
ORDER: Final = re.compile(
    rf"(?P<place>(?:{place_pattern()}) )?(?P<what>Exec\. (?:Order|Directive)) (?:No\. ?)?"
    r"(?P<number>[\w-]+(?:,\d+)?)(?P<rest>(?:, \d+ Fed\. Reg\. [\d,]+)?(?: \([^()]*\d{4}\)))"
)
BILL_CITED: Final = re.compile(rf"{BILL}(?P<rest>.*)")
BARE_YEAR: Final = re.compile(r"\((\d{4}(?:[–-]\d{2})?)\)$")


def read_instrument(text: str, place: str | None = None) -> LawPart | None:
    """Return the law that a text cites otherwise than by a code; None if it cites none.

    ``place`` is the jurisdiction whose law it is, to be named where the text does not.

    >>> read = lambda text, place=None: getattr(read_instrument(text, place), "full", None)
    >>> read("US Const amend 10"), read("Pub. L. 85-684, 72 Stat. 635 (1958)")
    ('U.S. Const. amend. X', 'Pub. L. No. 85-684, 72 Stat. 635 (1958)')
    >>> read("S.B. 54, 2017 Cal. Stat. ch. 495"), read("1843 Mass. Acts 33 (ch. 69)")
    ('2017 Cal. Stat. ch. 495 (S.B. 54)', 'ch. 69, 1843 Mass. Acts 33')
    >>> read("Exec. Order 13768, 82 Fed. Reg. 8799 (Jan. 30, 2017)")
    'Exec. Order No. 13,768, 82 Fed. Reg. 8799 (Jan. 30, 2017)'
    >>> read("S.B. 89 (2010)", "us-sd")
    'S.B. 89 (S.D. 2010)'
    """
    text = ordinals(" ".join(text.split()))
    return (
        _constitution(text)
        or _public_law(text)
        or _pamphlet(text)
        or _session(text)
        or _state_act(text, place)
        or _order(text)
        or _bill(text, place)
    )


def _constitution(text: str) -> LawPart | None:
    found = CONST.fullmatch(text)
    if found is None:
        return None
    place = "U.S." if found["place"] == "US" else found["place"]
    rest = re.sub(r"\b(art|amend|cl|pt)\b\.?", r"\1.", found["rest"])
    rest = re.sub(r"§\s*", "§ ", rest)
    if place == "U.S.":
        rest = re.sub(r"(art|amend)\. (\d+)", lambda m: f"{m[1]}. {_roman(int(m[2]))}", rest)
    full = f"{place} Const. {rest}"
    return LawPart("constitution", full, full)


def _roman(number: int) -> str:
    """Return a number up to 29 in Roman figures, as the articles and amendments bear."""
    tens, ones = divmod(number, 10)
    return TENS[tens] + (ROMANS[ones - 1] if ones else "")


def _public_law(text: str) -> LawPart | None:
    if STATUTES_AT_LARGE.fullmatch(text):
        return LawPart("session-law", text, re.sub(r" \(\d{4}\)$", "", text))
    found = PUBLIC.fullmatch(text)
    if found is None:
        return None
    short = f"Pub. L. No. {found['law'].replace('–', '-')}"
    return LawPart("session-law", short + found["rest"] + (found["year"] or ""), short)


def _pamphlet(text: str) -> LawPart | None:
    """Read Pennsylvania's own form, whose P.L. is the page of the pamphlet laws."""
    found = PAMPHLET.fullmatch(text)
    if found is None:
        return None
    place = f"{found['year']} Pa. Laws {found['page']}"
    return LawPart("session-law", f"{found['act']}, {found['no']}, {place}", place)


@cache
def _session_pattern() -> re.Pattern[str]:
    names = [name for names in table("sessions").values() for name in names]
    every = sorted([*names, *table("sessions_also")], key=len, reverse=True)
    return re.compile(
        rf"(?P<act>Act of {MONTH} \d+, \d{{4}}, )?(?:(?P<bill>{BILL}(?: / {BILL})?), )?"
        r"(?P<volume>\d{4}(?:[–-]\d{2})?|\d{1,3}) "
        rf"(?P<name>{'|'.join(map(re.escape, every))})"
        rf"(?P<session>,? (?:\d\w+ )?Spec\. Sess\.(?: [IVX]+)?,?)?"
        rf"(?: (?P<page>\d+)(?: \((?P<chapter>ch\. \d+)\))?| (?P<number>{NUMBER}))?"
        r"(?P<rest>(?: \([^()]*\))*)"
    )


def _session(text: str) -> LawPart | None:
    found = _session_pattern().fullmatch(text)
    if found is None:
        return None
    name = table("sessions_also").get(found["name"], found["name"])
    volume = f"{found['volume']} {name}{found['session'] or ''}"
    before = f"{found['chapter']}, " if found["chapter"] else ""
    at = found["page"] or found["number"]
    short = before + volume + (f" {at}" if at else "")
    bill = f" ({found['bill']})" if found["bill"] else ""
    return LawPart("session-law", (found["act"] or "") + short + bill + found["rest"], short)


def _state_act(text: str, place: str | None) -> LawPart | None:
    found = STATE_ACT.fullmatch(text)
    if found is None:
        return None
    abbr = table("places").get(place or "", "")
    own = found["own"] or (f"{abbr} " if abbr else "")
    full = f"{own}{found['what']} {found['rest']}"
    return LawPart("session-law", full, full.partition(" (")[0]) if own else None


def _order(text: str) -> LawPart | None:
    found = ORDER.fullmatch(text)
    if found is None:
        return None
    register = re.sub(
        r"Fed\. Reg\. ([\d,]+)", lambda m: f"Fed. Reg. {thousands(m[1].rstrip(','))}", found["rest"]
    )
    head = f"{found['place'] or ''}{found['what']} No. {thousands(found['number'])}"
    return LawPart("order", head + register, head)


def _bill(text: str, place: str | None) -> LawPart | None:
    found = BILL_CITED.fullmatch(text)
    if found is None or not re.fullmatch(r"(?:,| /| \().*", found["rest"]):
        return None
    abbr = table("places").get(place or "", "")
    bare = BARE_YEAR.search(text)
    told = any(f"({known} " in text for known in places())
    full = BARE_YEAR.sub(rf"({abbr} \1)", text) if bare and abbr and not told else text
    return LawPart("bill", full, re.split(r",| \(", text)[0])
