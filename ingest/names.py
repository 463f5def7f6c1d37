"""Case names as opinions print them (Bluebook rule 10.2): where they begin before a citation."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Final

LONGEST: Final = 260
MOST_WORDS: Final = 16
LONGEST_SHIP: Final = 48
SHORTEST_WORD: Final = 3  # longer ones before a period end a sentence

_WORDS: Final = tomllib.loads((files("ingest") / "data" / "names.toml").read_text("utf-8"))
SMALL: Final = frozenset(_WORDS["small"])
OPENERS: Final = frozenset(_WORDS["openers"])
NUMBERED: Final = frozenset(_WORDS["numbered"])
ENDERS: Final = frozenset(_WORDS["enders"])
PARTICLES: Final = frozenset(_WORDS["particles"])
ABBREVIATIONS: Final = frozenset(_WORDS["abbreviations"])
# Of the small words, those that a name goes on across when it is read from its end.
WITHIN: Final = SMALL - frozenset({"in", "on", "to", "at", "by", "upon", "per", "a", "an"})
# The last place that no name goes across, found from the end.
BOUNDARY: Final = re.compile(
    r'(?s:.*)(?:[;()"\n\[\]:]|--|—|\d{3,},|\b(?:supra|infra|ante|post),?\s)'
)
VERSUS: Final = re.compile(r"\sv(?:s)?\.\s")
UNVERSUS: Final = re.compile(r"\b(?:In re|Ex parte|Matter of|In the Matter of|Ex rel\.)\s[A-Z]")
BROKEN: Final = re.compile(r"(?<=[a-z])-\s(?=[a-z]{2})")  # a word parted where a page ended
A_WORD: Final = re.compile(r"\S+")
WORD_AND_SPACE: Final = re.compile(r"\S+\s+")
STARTS: Final = re.compile(r"['\[]?[A-Z]")
NO_NAME: Final = re.compile(r"Parts?\b|nn?\.|Sections?\b|Art\.|Nos?\.")
CASES: Final = re.compile(r"\bCases?,?$")
# A ship is a case's only party: The Amistad, The Daniel Ball.
SHIP: Final = re.compile(
    r"\bThe\s(?!(?:Court|State|Government|Act|District|Circuit|Supreme|Chief|Federalist|Attorney|President|Secretary)\b)"
    r"(?:[A-Z][a-z'-]+\s?){1,3}(?<!'s)$"
)


def name_before(
    text: str, end: int, *, floor: int = 0, short: bool = False
) -> tuple[int, str] | None:
    """Return (start, name) of the case name that ends right before a place, or None.

    ``floor`` is where the reference before ended: a name never reaches into its neighbour. With
    ``short`` a name without a second party will do, as in *Gregory*, supra.

    >>> name_before("as in Printz v. United States, ", 31)
    (6, 'Printz v. United States')
    >>> name_before("See Ex parte Young, ", 20)
    (4, 'Ex parte Young')
    >>> name_before("See Garcia v. Transit Au- thority, ", 35)
    (4, 'Garcia v. Transit Authority')
    """
    low = max(floor, end - LONGEST)
    window = text[low:end].rstrip(" ,")
    boundary = BOUNDARY.match(window)
    cut = boundary.end() if boundary else 0
    versus = last(VERSUS.finditer(window, cut))
    if versus is None:
        return _unopposed(window, cut, low, short=short)
    defendant = BROKEN.sub("", window[versus.end() :])
    if not _is_party(defendant):
        # The second party ended a sentence ago: what stands here is another, shortened name.
        return _unopposed(window, versus.end(), low, short=short) if short else None
    start = _party_start(window, cut, versus.start())
    if start is None:
        return None
    return low + start, BROKEN.sub("", " ".join(window[start:].split()))


def _is_party(text: str) -> bool:
    """Tell whether words can be one party: capitals, small words between, no sentence end."""
    words = text.split()
    if not words or len(words) > MOST_WORDS or not _capital(words[0]):
        return False
    if any(not _capital(word) and word.strip(",").lower() not in SMALL for word in words):
        return False
    return not any(_ends_sentence(word) and _capital(after) for word, after in pairwise(words))


def last(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    """Return the last of some matches, or None."""
    found = None
    for match in matches:
        found = match
    return found


def _capital(word: str) -> bool:
    first = word[1:2] if word[:1] in "'[" else word[:1]
    return first == "&" or "A" <= first <= "Z" or "0" <= first <= "9"


def _ends_sentence(word: str) -> bool:
    """A word of more than three letters before a period ends a sentence, unless abbreviated."""
    if not word.endswith(".") or word in ABBREVIATIONS:
        return False
    if word in ENDERS:
        return True
    letters = word.strip(".,")
    if letters.isdigit():
        return True
    plain = letters.lower() == letters[:1].lower() + letters[1:]
    return plain and "." not in letters and len(letters) > SHORTEST_WORD


def _party_start(window: str, cut: int, end: int) -> int | None:
    """Return where the first party begins, walking back over its words."""
    words = [(m.start(), m[0]) for m in A_WORD.finditer(window, 0, end) if m.start() >= cut]
    first: int | None = None
    for at, word in reversed(words):
        plain = word.strip(",'\"").lower()
        if _capital(word):
            if first is not None and _ends_sentence(word):
                break
            if plain in OPENERS and not (plain == "the" or _keeps(window, at)):
                break
            if word.lower() in NUMBERED and first is not None:
                break
            first = at
        elif plain not in WITHIN or first is None:
            break
        elif plain in PARTICLES:
            first = at
    if first is None:
        return None
    return _without_openers(window, first, end)


def _keeps(window: str, at: int) -> bool:
    """In re and Ex parte belong to the name that they open."""
    return bool(UNVERSUS.match(window, at))


def _without_openers(window: str, start: int, end: int) -> int | None:
    """Leave out words such as See, In and The court in that begin a sentence and not the name."""
    while start < end:
        word = A_WORD.match(window, start, end)
        if word is None:
            return None
        plain = word[0].strip(",").lower()
        if plain in OPENERS and plain != "the" and not _keeps(window, start):
            following = WORD_AND_SPACE.match(window, start)
            if following is None:
                return None
            start = following.end()
        elif plain in SMALL - PARTICLES and not _capital(word[0]):
            start += len(word[0]) + 1
        else:
            return start
    return None


def _unopposed(window: str, cut: int, low: int, *, short: bool) -> tuple[int, str] | None:
    """Return a name without a second party: In re Debs, the Passenger Cases, Gregory (supra)."""
    opened = last(UNVERSUS.finditer(window, cut))
    if opened and _is_party(window[opened.end() - 1 :]):
        return low + opened.start(), window[opened.start() :]
    if not short and not CASES.search(window):
        ship = SHIP.search(window, max(cut, len(window) - LONGEST_SHIP))
        return (low + ship.start(), ship[0]) if ship else None
    start = _party_start(window, cut, len(window))
    if start is None:
        return None
    name = window[start:].removeprefix("the ").removeprefix("The ")
    if not STARTS.match(name) or NO_NAME.match(name) or not _is_party(name):
        return None
    return low + len(window) - len(name), name
