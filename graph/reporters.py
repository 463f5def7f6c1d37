"""The reporters of cases in every spelling that reporters-db records, and their pattern."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from reporters_db import EDITIONS, VARIATIONS_ONLY

# Words that are reporters too, but far more often something else after a number: 5 May 10, 3 SEC 2.
NOT_AFTER_NUMBERS: Final = frozenset(
    {"at", "id", "in", "may", "mar", "nov", "dec", "jan", "sec", "art", "ch", "no", "nos"}
)


def compact(text: str) -> str:
    """Return a reporter's letters and digits alone: U. S. and U.S. are both US.

    >>> compact("F. Supp. 2d"), compact("F. (2d)")
    ('FSupp2d', 'F2d')
    """
    return re.sub(r"[^A-Za-z0-9&]", "", text)


@cache
def spellings() -> dict[str, str]:
    """Return {compact spelling: standard abbreviation} of every edition of every case reporter."""
    found = {compact(name): editions[0] for name, editions in VARIATIONS_ONLY.items()}
    found |= {compact(name): name for name in EDITIONS}
    return {key: name for key, name in found.items() if key.lower() not in NOT_AFTER_NUMBERS}


@lru_cache(maxsize=10_000)
def standard(reporter: str) -> str | None:
    """Return the standard abbreviation of a reporter however it is spaced, or None.

    An abbreviation printed just as it is listed is that one, since periods alone tell the North
    Dakota Reports (N.D.) from the state's neutral citations (ND).

    >>> standard("U. S."), standard("S.Ct."), standard("L.Ed.2d"), standard("F. (2d)")
    ('U.S.', 'S. Ct.', 'L. Ed. 2d', 'F.2d')
    """
    return reporter if reporter in EDITIONS else spellings().get(compact(reporter))


def flexible(text: str) -> str:
    """Return a pattern for an abbreviation that tolerates missing or added spaces."""
    words = re.findall(r"[A-Za-z0-9'’&]+|[^A-Za-z0-9'’&\s]", text)
    pieces = [rf"\(?{re.escape(w)}\)?" if w in ("2d", "3d", "4th") else re.escape(w) for w in words]
    # A period may be followed by a space or not; two words need one.
    joined = pieces[0]
    for before, word, piece in zip(words, words[1:], pieces[1:], strict=False):
        gap = r"\s+" if before[-1].isalnum() and word[0].isalnum() else r"\s*"
        joined += ("" if word == "." else gap) + piece
    return joined


def alternation(names: Iterable[str]) -> str:
    """Return one pattern for many abbreviations, longest first, grouped by first letter."""
    by_letter: dict[str, set[str]] = defaultdict(set)
    for name in names:
        by_letter[name[0]].add(name)
    groups = []
    for letter in sorted(by_letter):
        tails = [
            flexible(name)[len(re.escape(letter)) :]
            for name in sorted(by_letter[letter], key=lambda n: (-len(n), n))
        ]
        groups.append(f"{re.escape(letter)}(?:{'|'.join(dict.fromkeys(tails))})")
    return f"(?:{'|'.join(groups)})"


@cache
def reporter_pattern() -> str:
    """Return the pattern of any case reporter's abbreviation."""
    known = spellings()
    names = {name for name in (*EDITIONS, *VARIATIONS_ONLY) if compact(name) in known}
    return alternation(names)
