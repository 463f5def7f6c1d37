"""Read the sections that a law's citation gives, and tell whether a printed section is one of them.

Sections are compared number by number, so that § 7284.6 lies in §§ 7284-7284.12; where a code
counts in decimals (§§ 752.051-.0565), as decimals.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from ingest.jurisdictions import STATE_PATTERN

Key: TypeAlias = tuple[tuple[int, float, str], ...]

NUMBER: Final = r"\d[\dA-Za-z]*(?:[-.:/]\d?[\dA-Za-z]+)*"
PART: Final = re.compile(
    rf"{STATE_PATTERN}\s?(?P<code>.*?),?\s(?:§§?|(?P<chapter>ch\.))\s(?P<list>{NUMBER}[^;(\[]*)"
)
SPAN: Final = re.compile(
    rf"(?P<low>(?:(?<=,\s)\.)?{NUMBER})(?:\s?(?:\sto\s|–)\s?(?P<high>[-.]?{NUMBER}))?"
)
# What every code is called tells no code from another.
GENERIC: Final = frozenset({"Code", "Ann", "Stat", "Rev", "Comp", "Law", "Laws", "Gen", "Cent"})


@dataclass(frozen=True, slots=True)
class Sections:
    """Some sections of one code: ``words`` and ``numbers`` tell it from other codes of the State.

    >>> low, = read_sections("Cal. Gov't Code §§ 7284–7284.12", "us-ca/gov/7284")
    >>> low.words, low.holds("7284.6"), low.holds("7285")
    (('Gov',), True, False)
    """

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    low: str
    high: str

    def holds(self, section: str) -> bool:
        """Tell whether a printed section, without its subsections, is one of these."""
        decimal = bool(re.search(r"\.0", self.low + self.high))
        low, at, high = (_key(text, decimal) for text in (self.low, section, self.high))
        return low <= at <= high

    def fits(self, code: str) -> bool:
        """Tell whether the words printed before a section name this code."""
        return all(re.search(rf"\b{word[:3]}", code, re.I) for word in self.words) and all(
            re.search(rf"\b{number}\b", code) for number in self.numbers
        )


@lru_cache(maxsize=10_000)
def _key(section: str, decimal: bool) -> Key:
    found: list[tuple[int, float, str]] = []
    for mark, digits, letters in re.findall(r"([-.:/]?)(?:(\d+)|([A-Za-z]+))", section):
        if letters:
            found.append((1, 0, letters.lower()))
        else:
            found.append((0, float(f"0.{digits}" if decimal and mark == "." else digits), ""))
    return tuple(found)


def read_sections(citation: str, path: str, *, checked: bool = True) -> Iterator[Sections]:
    """Yield the sections that a law's citation gives; ``path`` is that of the law's IRI.

    *Et seq.* is read to the end of its hundred, and only where the citation was checked. A chapter
    is a law only if the law is named by it: many laws stand in a chapter.
    """
    for part in citation.split(";"):
        found = PART.match(part.partition("amending")[0].strip())
        if not found:
            continue
        code, listed = found["code"], found["list"]
        words = tuple(w for w in re.findall(r"[A-Z][a-z]+", code) if w not in GENERIC)
        numbers = tuple(re.findall(r"\b(?:\d[\w-]*|[IVXL]+$)", code))
        before = ""
        for span in SPAN.finditer(listed):
            low = _whole(before, span["low"]) if before else span["low"]
            high = _whole(low, span["high"] or low)
            if found["chapter"]:
                if path.rpartition("/")[2] != low:
                    continue
                high = f"{low}.999999"
            elif "et seq" in listed and checked:
                high = _end_of_hundred(low)
            yield Sections(words, numbers, low, high)
            before = low


def _whole(first: str, later: str) -> str:
    """Return a section with what it leaves out from the one before it.

    >>> _whole("30-20-101", "-106"), _whole("752.051", ".0565"), _whole("201", "502")
    ('30-20-106', '752.0565', '502')
    """
    if later[0] not in "-.":
        return later
    return first[: first.rindex(later[0])] + later


def _end_of_hundred(section: str) -> str:
    """Return the last section that *et seq.* is taken to reach.

    >>> _end_of_hundred("127.800"), _end_of_hundred("61-7B-1")
    ('127.899', '61-7B-99')
    """
    stem, last = re.fullmatch(r"(.*?)(\d+)", section, re.S).groups()  # type: ignore[union-attr]
    end = str(int(last) // 100 * 100 + 99)
    return stem + end.zfill(len(last))
