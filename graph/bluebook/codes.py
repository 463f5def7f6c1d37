"""Statutes by their code: of the Union, the fifty states, the District and the territories."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from graph.bluebook.law_parts import LawPart, sections, table
from graph.bluebook.names import state_names

MARK: Final = r"§|\btit\.|\bchs?\.|\barts?\.|\bpt\.|\bsec(?:tions?|s?\.)?\s*(?=\d)|(?<=\s)(?=\d)"
CITED: Final = re.compile(
    rf"(?:(?P<title>\d+[A-Z]?)\s+)?(?P<name>[^\W\d][^§\d]*?)[\s,]*(?P<rest>(?:{MARK}).*)?", re.I
)
ITEM: Final = r"[.–-]?[\w.:/()–-]*[\w)]"
LIST: Final = rf"{ITEM}(?:(?:,? (?:to|and|&)|,) {ITEM})*(?: et seq\.)?"
DIVISION: Final = re.compile(
    rf"(?:(?:tit|chs?|arts?|pt|subch)\. {LIST}(?:, |$|(?= \()))*(?:§§? {LIST})?", re.I
)
BEHIND: Final = re.compile(
    r"(?:tit\.\s*)?(?P<title>\d+(?:-?[A-Z])?),?\s*(?P<rest>§.*|ch\..*)", re.I
)


@dataclass(frozen=True, slots=True)
class Code:
    """A code by its standard name, and the jurisdiction whose it is."""

    name: str
    place: str


def read_code(text: str) -> LawPart | None:
    """Return the statute that a text cites, in whatever spelling; None if it cites none.

    >>> part = read_code("cal gov code 7284.6")
    >>> part.full if part else None
    "Cal. Gov't Code § 7284.6"
    >>> typed = ("720 ILCS 5/24-1", "8 USC 1373(a)", "RCW 10.93.160")
    >>> [part.full for part in map(read_code, typed) if part]
    ['720 Ill. Comp. Stat. 5/24-1', '8 U.S.C. § 1373(a)', 'Wash. Rev. Code § 10.93.160']
    """
    cited, behind = _parted(text)
    found = CITED.fullmatch(cited)
    code = _codes().get(_loose(found["name"])) if found else None
    if found is None or code is None:
        return None
    division = _division(code.name, found["title"], (found["rest"] or "").strip())
    if division is None:
        return None
    title, rest = division
    full = " ".join(filter(None, (title, code.name, rest)))
    whole = bool(title) or not rest  # 8 U.S.C. § 1373 keeps its title (rule 12.10)
    return LawPart("statute", full + behind, full if whole else rest)


def _parted(text: str) -> tuple[str, str]:
    """Return a citation and, apart, what stands in parentheses at its end: (West 2024)."""
    found = re.fullmatch(r"(.*?\S)((?:\s\([^()]*\))+)", " ".join(text.split()))
    return (found[1], found[2]) if found else (" ".join(text.split()), "")


def _division(name: str, title: str | None, rest: str) -> tuple[str | None, str] | None:
    """Return title and division as the code has them; None for what is not understood."""
    rest = re.sub(r"(§+)\s*", r"\1 ", rest)
    rest = re.sub(r"\b(tit|chs?|arts?|pt)\.\s*", lambda m: m[1].lower() + ". ", rest, flags=re.I)
    if name == "Ill. Comp. Stat.":
        bare = rest.removeprefix("§ ")
        known = title and re.fullmatch(r"\d+(?:/[\w.-]+)?(?: et seq\.)?", bare)
        return (title, bare) if known else None
    if name in table("before")["names"]:
        return (title, sections(rest)) if title and rest and _is_sections(rest) else None
    if name in table("behind")["names"]:
        return _with_title(title, rest)
    if title:
        return None
    if name in table("articles")["names"] and rest and not rest.startswith("art."):
        return (None, "art. " + sections(rest).lstrip("§ "))
    return (None, _told(rest)) if _understood(rest) else None


def _with_title(title: str | None, rest: str) -> tuple[None, str] | None:
    found = None if title else BEHIND.fullmatch(rest)
    number, behind = (found["title"], found["rest"]) if found else (title, rest)
    if number is None:
        return (None, rest) if rest.startswith("tit. ") and DIVISION.fullmatch(rest) else None
    if not _understood(behind):
        return None
    return (None, f"tit. {number}, {behind if behind.startswith('ch.') else sections(behind)}")


def _is_sections(rest: str) -> bool:
    return re.fullmatch(rf"(?:(?:§§?|sec(?:tions?|s?\.)?) ?)?{LIST}", rest, re.I) is not None


def _understood(rest: str) -> bool:
    return not rest or _is_sections(rest) or DIVISION.fullmatch(rest) is not None


def _told(rest: str) -> str:
    """Return a division with the right number of section signs."""
    head, sign, tail = rest.partition("§")
    if sign:
        return head + sections(tail.lstrip("§"))
    return sections(rest) if rest[:1].isdigit() or rest[:3].lower() == "sec" else rest


@cache
def _codes() -> dict[str, Code]:
    """Return {loose spelling: code}, each with and without what annotated codes add."""
    found: dict[str, Code] = {}
    for place, names in table("codes").items():
        for name, subject in product(names, table("subjects").get(place, [""])):
            _add(found, Code(name.format(subject), place))
    named = {code.name: code for code in found.values()}
    for other, name in table("also").items():
        found.setdefault(_loose(other), named[name])
        found.setdefault(_loose(other.removesuffix(" Ann.")), named[name])
    return found


def _add(found: dict[str, Code], code: Code) -> None:
    without = code.name.replace(" Ann.", "")
    for name in (code.name, without, without + " Ann."):
        found.setdefault(_loose(name), code)


@cache
def _loose(name: str) -> str:
    """Return a code's name as it is compared: words in short, no signs, states in short.

    >>> _loose("Cal. Gov't Code") == _loose("California Government Code") == _loose("cal gov code")
    True
    """
    words = re.findall(r"[a-z0-9&'’.]+", _abbreviated(name.lower()))
    bare = ["".join(ch for ch in word if ch.isalnum()) for word in words]
    return "".join(table("words").get(word, word) for word in bare if word not in ("", "and"))


def _abbreviated(name: str) -> str:
    for full, abbr in state_names():
        name = re.sub(rf"\b{full.lower()}\b", abbr.lower(), name)
    return name
