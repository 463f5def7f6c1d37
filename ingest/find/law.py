"""Find enacted law: constitutions, codes, session laws (Bluebook rules 11, 12 and 14)."""

import re
from collections.abc import Iterator
from typing import Final

from ingest.citation import Found
from ingest.find.codes import find_codes
from ingest.find.near import Places, words
from ingest.find.pins import AFTER_PAGE
from ingest.jurisdictions import FULL_NAMES, STATE_PATTERN, abbreviated

UNITS: Final = (
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
)
TEENS: Final = (
    *("Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth"),
    *("Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth"),
)
ORDINALS: Final = (*UNITS, *TEENS, "Twentieth", *(f"Twenty-{u.lower()}" for u in UNITS[:7]))
ORDINAL: Final = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
NUMBERED: Final = rf"(?:{ORDINAL}|\d{{1,2}}(?:st|nd|d|rd|th))"
NUMBERS: Final = r"\d+(?:\s?(?:,\s|[-–]|\sand\s|,\sand\s)\s?\d+(?!\s?[A-Z(]))*"
ARTICLE: Final = (
    r"(?:arts?\.(?=\s[IVX])|(?<=Const\.\s)arts?\.|(?<=Const\.,\s)arts?\.|Arts?\.?|[Aa]rticles?)"
    r"\s(?:[IVX]+|\d{1,2})(?:-[A-E])?\b(?!-)\.?"
    rf"(?:,?\s(?:§§?|[Ss]ec(?:tion|s?\.))\s?{NUMBERS}(?:-?[a-z]\b)?(?:\([a-z\d]{{1,2}}\))*(?:,?\s(?:cls?\.|[Cc]lause)\s?"
    rf"(?:{NUMBERS}|one|two|three|four))?|,\s(?:cls?\.|[Cc]lause)\s?(?:{NUMBERS}|one|two|three|four))?"
)
CONSTITUTION: Final = re.compile(
    r"(?<!\w)(?=[§AaSsFfTtEeNn\d])(?:(?P<bluebook>(?<=Const\.\s)amends?\.\s[IVX]+(?:,\s§\s?\d+)?)"
    rf"|(?P<within>(?:§\s?\d+|[Ss]ection\s\d+|(?i:{NUMBERED})\ssection)\s(?:of|to)\s(?:the\s)?"
    rf"(?:(?i:{NUMBERED})\s(?:[Aa]mendment|[Aa]rticle)|{ARTICLE}|Amdt\.\s\d+))"
    rf"|(?P<article>{ARTICLE})"
    rf"|(?P<third>(?i:{NUMBERED})\sarticle\sof\sthe\s[Cc]onstitution)"
    rf"|(?P<amendment>(?:(?:{ORDINAL}|{ORDINAL.lower()})(?:,\s|,?\sand\s)){{0,6}}"
    rf"(?:{ORDINAL}|{ORDINAL.lower()})\s[Aa]mendments?\b)"
    r"|(?P<amdt>Am(?:dt|end)s?\.\s(?:\d{1,2}|[IVX]+)\b))"
)
PROVISIONS: Final = words(
    *("mendment", "mends.", "mend. ", "mdt.", "rticle", "Art. ", "art. ", "Arts. ", "arts. "),
    *("Art ", "Arts "),
)
ANY_NUMBERED: Final = re.compile(NUMBERED.lower())
NUMBERED_SECTION: Final = re.compile(rf"({NUMBERED.lower()})\ssection")
A_SECTION: Final = re.compile(r"(?:§§?|sec(?:tion|s?\.))\s?([\d,\s–-]*\d(?:-?[a-z]\b)?)")
A_CLAUSE: Final = re.compile(r"(?:cls?\.|clause)\s?([\d,\s–-]*\d|one|two|three|four)")
# Before the provision: Ohio Const., Art. XVIII; Ill. Const. 1970, art. I; Mass. Const. pt. 1, art.
OF_STATE: Final = re.compile(
    rf"\b(?P<state>{FULL_NAMES}|{STATE_PATTERN})\s?Const(?:\.|itution)"
    r"(?:\s(?:of\s)?1[789]\d\d)?,?(?:\s(?P<part>pt\.\s(?:\d|First|Second|[IV]+)),?)?\s$"
)
# Behind it: article I, section 28, of the California Constitution.
STATE_AFTER: Final = re.compile(
    rf",?\s(?:of|to)\s(?:the\s(?:Constitution\sof\s(?:the\sState\sof\s)?)?|our\s)?"
    rf"(?P<state>{FULL_NAMES})(?P<end>(?:'s)?\s(?:State\s)?[Cc]onstitution)?"
)
SPELLED: Final = {"one": "1", "two": "2", "three": "3", "four": "4"}
# A year in parentheses is the edition's and no subsection.
SUBSECTIONS: Final = r"(?:\.?\s?\((?!1[6-9]\d\d\)|20\d\d\))\w{1,5}\))*"
SECTION: Final = rf"\d[\dA-Za-z]*(?:[-–.:]\d*[A-Za-z\d]+)*{SUBSECTIONS}"
MORE: Final = (
    r"(?:(?:\s?[-–]\s?|\sto\s|,\s|,?\sand\s)(?!\d+\sU\.|\d+\sStat|\d+\sC\.)"
    rf"(?:{SECTION}|\(\w{{1,5}}\)))*"
)
CODE: Final = re.compile(
    r"(?P<volume>\d(?<![\w.]\d)\d{0,2})\s(?P<code>U\.\s?S\.\s?C\.(?:\s?A\.|\s?S\.)?|C\.\s?F\.\s?R\.|CFR)"
    rf",?(?:\s\([^)]{{3,40}}\))?,?\s(?:(?:§§?|[Ss]ec\.|[Pp]arts?|[Pp]ts?\.)\s?)?(?P<section>{SECTION}{MORE})"
)
FIRST_SECTION: Final = re.compile(rf"(?P<first>{SECTION})(?P<more>.*)", re.S)
BARE: Final = re.compile(
    rf"[§Ss](?<![\w§].)(?:(?:(?<=§)§?\s?(?P<sign>\d{SECTION[2:]}{MORE}))"
    rf"|(?:ections?|ec\.(?<=Sec\.))\s(?P<word>\d[\dA-Za-z]*(?:\.(?=\s\())?{SUBSECTIONS}"
    rf"(?:\s(?:and|or)\s\d[\dA-Za-z]*{SUBSECTIONS})*))(?!\w)"
)
ORDINAL_SECTION: Final = re.compile(
    r"(?P<ordinal>\d(?<![\w§]\d)\d?(?:st|nd|d|rd|th))\ssection(?!\w)"
)
STAT: Final = re.compile(
    rf"(?P<volume>\d(?<![\w.]\d)\d{{0,2}})\sStat\.(?:\sL\.)?\s(?P<page>\d{{1,5}}(?!\d)){AFTER_PAGE}(?!\w)"
)
PUBLIC_LAW: Final = re.compile(
    r"Pub(?:lic)?\.?\s?L(?:aw|\.)\s(?:No\.\s)?(?P<number>\d{2,3}[-–]\d{1,4})"
)
KINGS: Final = ("Vict", "Geo", "Edw", "Wm", "Will", "Eliz", "Car", "Hen")
REIGNS: Final = words(*(f" {king}." for king in KINGS))
CODES: Final = words("U.S.C", "U. S. C", "U. S.C", "U.S. C", "C.F.R", "C. F. R", "CFR")
STATUTES: Final = words(" Stat.")
PUBLIC: Final = words("Pub")
ONE_SECTION: Final = words("§", "Section", "section", "Sec.")
A_NUMBERED_SECTION: Final = words(" section")
VICT: Final = re.compile(
    r"\d{1,2}(?:\s&\s\d{1,2})?\s(?:Vict|Geo|Edw|Wm|Will|Eliz|Car|Hen)\.[^;()\n]{0,12}?,\sc\.\s\d+"
)


def find_law(seen: Places) -> Iterator[Found]:
    """Yield constitutional provisions, code sections and session laws."""
    yield from _constitutions(seen)
    for m in seen.near(CODE, CODES, before=5, after=160):
        code = "C.F.R." if m["code"].startswith("C") else "U.S.C."
        yield Found(m.start(), m.end(), "statute", m["volume"], code, section=m["section"])
    yield from find_codes(seen)
    for m in seen.near(STAT, STATUTES, before=4, after=240):
        pin = m.string[m.end("page") : m.end()].lstrip(", ") or None
        yield Found(m.start(), m.end(), "session_law", m["volume"], "Stat.", m["page"], pin=pin)
    for m in seen.near(PUBLIC_LAW, PUBLIC, before=0, after=40):
        number = m["number"].replace("–", "-")
        yield Found(m.start(), m.end(), "session_law", reporter="Pub. L.", section=number)
    for m in seen.near(VICT, REIGNS, before=12, after=40):
        yield Found(m.start(), m.end(), "session_law", name=re.sub(r"\s+", " ", m[0]))
    for m in seen.near(BARE, ONE_SECTION, before=0, after=240):
        yield Found(m.start(), m.end(), "statute", section=m["sign"] or m["word"])
    for m in seen.near(ORDINAL_SECTION, A_NUMBERED_SECTION, before=5, after=10):
        section = re.sub(r"\D", "", m["ordinal"])
        yield Found(m.start(), m.end(), "statute", section=section)


def _constitutions(seen: Places) -> Iterator[Found]:
    text = seen.text
    for m in seen.near(CONSTITUTION, PROVISIONS, before=64, after=80):
        end = m.end() - (m[0].endswith(".") and not m["bluebook"])
        start = m.start()
        work = _state_constitution(text, start, end)
        yield Found(start, end, "constitution", name=provision(text[start:end], work))


def _state_constitution(text: str, start: int, end: int) -> str | None:
    """Return the constitution that words right before or behind a provision name, if a State's."""
    if before := OF_STATE.search(text[max(0, start - 60) : start]):
        part = f" {before['part']}," if before["part"] else ""
        return f"{abbreviated(before['state'])} Const.{part}"
    behind = STATE_AFTER.match(text, end)
    if behind and (behind["end"] or "Constitution" in behind[0]):
        return f"{abbreviated(behind['state'])} Const."
    return None


def provision(printed: str, constitution: str | None = None) -> str:
    """Return a provision's name in Bluebook form (rule 11); a State's constitution is given.

    >>> provision("Art. I, §8, cl. 18"), provision("Tenth Amendment")
    ('U.S. Const. art. I, § 8, cl. 18', 'U.S. Const. amend. X')
    >>> provision("§5 of the Fourteenth Amendment")
    'U.S. Const. amend. XIV, § 5'
    >>> provision("10th section of the 1st article")
    'U.S. Const. art. I, § 10'
    """
    work = constitution or "U.S. Const."
    text = printed.lower()
    words = [o for o in ANY_NUMBERED.findall(text) if f"{o} section" not in text]
    section = A_SECTION.search(text)
    number = section[1] if section else None
    spelled = NUMBERED_SECTION.search(text)
    if spelled:
        number = str(_value(spelled[1]))
    clause = A_CLAUSE.search(text)
    tail = (
        f", § {number}"
        if number and not re.search(r"[,–]|-\d|\d\s", number)
        else f", §§ {number}"
        if number
        else ""
    )
    if clause:
        tail += f", cl. {SPELLED.get(clause[1], clause[1])}"
    if "am" in text and (words or "amd" in text or "amend" in text):
        numerals = [roman(_value(word)) for word in words] or [
            _numeral(text, r"am(?:dt|end)s?\.\s(\w+)")
        ]
        return f"{work} {'amends.' if len(numerals) > 1 else 'amend.'} {', '.join(numerals)}{tail}"
    article = (
        roman(_value(words[-1]))
        if words
        else _numeral(text, r"art(?:icle)?s?\.?\s(\w+(?:-[a-e]\b)?)")
    )
    return f"{work} art. {article}{tail}"


def _numeral(text: str, pattern: str) -> str:
    found = re.search(pattern, text)
    number = found[1] if found else ""
    return roman(int(number)) if number.isdigit() else number.upper()


def _value(ordinal: str) -> int:
    if ordinal[0].isdigit():
        return int(re.sub(r"\D", "", ordinal))
    return [o.lower() for o in ORDINALS].index(ordinal) + 1


def roman(number: int) -> str:
    """Return a Roman numeral.

    >>> roman(14), roman(27)
    ('XIV', 'XXVII')
    """
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    result = ""
    for value, sign in signs:
        while number >= value:
            result, number = result + sign, number - value
    return result
