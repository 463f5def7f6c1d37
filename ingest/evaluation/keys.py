"""When two spellings are one answer: citations, pins, authors, titles."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

CiteKey: TypeAlias = tuple[str, str, str | None]

# What the same reporter is called elsewhere, letters and digits only.
SAME_REPORTER: Final = {
    "supctrep": "sct",
    "supct": "sct",
    "fed": "f",
    "fedcas": "fcas",
    "fedsupp": "fsupp",
}
# Volume 1 of these early reporters is this many volumes after volume 0 of the U.S. Reports
# (Bluebook table T1.1: 5 U.S. (1 Cranch)).
US_VOLUMES_BEFORE: Final = {
    "dall": 0,
    "cranch": 4,
    "wheat": 13,
    "pet": 25,
    "how": 41,
    "black": 65,
    "wall": 67,
}
TITLE_FILLER: Final = frozenset({"the", "of", "and", "v", "no", "nos", "ed", "in"})
RANK: Final = re.compile(r"\b(?:mr\.|chief justice|justice|c\. ?j\.|j\.)|\(.*")


def compact(value: object) -> str:
    """Return the letters and digits of a value, in lower case.

    >>> compact("L. Ed. 2d"), compact(None)
    ('led2d', '')
    """
    return "" if value is None else re.sub(r"[^a-z0-9]+", "", str(value).lower())


def cite_key(cite: Mapping[str, Any]) -> CiteKey:
    """Return what identifies a volume-reporter-page citation; a blank page is no page.

    >>> cite_key({"volume": "9", "reporter": "Wheat.", "page": "1"})
    ('22', 'us', '1')
    >>> cite_key({"volume": "570", "reporter": "U. S.", "page": "___"})
    ('570', 'us', None)
    """
    volume, reporter = compact(cite.get("volume")), compact(cite.get("reporter"))
    reporter = SAME_REPORTER.get(reporter, reporter)
    if reporter in US_VOLUMES_BEFORE and volume.isdigit():
        volume, reporter = str(int(volume) + US_VOLUMES_BEFORE[reporter]), "us"
    return volume, reporter, compact(cite.get("page")) or None


def pin_key(pin: object) -> str:
    """Return a pin without spaces, stops and the spelling of its dashes.

    >>> pin_key("at 761–762"), pin_key("----"), pin_key(None)
    ('761-762', '_', '')
    """
    text = re.sub("[‐‑‒–—−]", "-", str(pin or "").lower().strip())
    text = re.sub(r"(\d)\s*--?\s*(?=\d)", r"\1-", text)
    text = re.sub(r"[-_]{2,}", "_", text)
    return re.sub(r"^(?:at |pp?\. ?)|[\s.]|,$", "", text)


def first_page(pin: object) -> str | None:
    """Return the first page of a pin, outside any parenthesis.

    >>> first_page("918-919, and n. 10"), first_page("___ (slip op., at 14)")
    ('918', None)
    """
    page = re.search(r"\d+", pin_key(pin).partition("(")[0])
    return page.group() if page else None


def author_key(author: object) -> str:
    """Return a justice's surname without rank.

    >>> author_key("Mr. Chief Justice Stone (editor)")
    'stone'
    """
    return compact(RANK.sub("", str(author or "").lower()))


def same_title(one: object, other: object) -> bool:
    """Tell whether one title has every word of the other, or they share half of all words.

    >>> same_title("U.S. Const. art. I", "Const. art. I"), same_title("The Federalist", None)
    (True, False)
    """
    words, others = _title_words(one), _title_words(other)
    shared = len(words & others)
    if not shared:
        return False
    return shared == min(len(words), len(others)) or 2 * shared >= len(words | others)


def _title_words(title: object) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", str(title or "").lower())) - TITLE_FILLER
