"""Pages, paragraphs and notes within an authority, as rule 3 of The Bluebook prints them."""

import re
from typing import Final

LONG: Final = 3  # digits from which repeated ones are dropped
RANGE: Final = re.compile(r"(?P<star>\*?)(?P<low>\d+)\s*[-–—]+\s*\*?(?P<high>\d+)")
NOTE: Final = re.compile(
    r"(?:(?P<page>[*\d][\d*–]*)\s*,?\s*)?(?P<and>&\s*)?"
    r"(?:nn\.?\s*(?P<several>\d+(?:[–,& \d]*\d)?)|n\.?\s*(?P<notes>\d+(?:–\d+)?))"
)


def pages(low: str, high: str) -> str:
    """Return a range of pages: repeated digits go, but two always stay (rule 3.2(a)).

    >>> pages("935", "936"), pages("1461", "1477"), pages("98", "102"), pages("1098", "1102")
    ('935–36', '1461–77', '98–102', '1098–102')
    >>> pages("200", "205"), pages("7", "9")
    ('200–05', '7–9')
    """
    if len(low) != len(high) or len(high) < LONG:
        return f"{low}–{high}"
    same = next((at for at in range(len(high)) if low[at] != high[at]), len(high))
    return f"{low}–{high[min(same, len(high) - 2) :]}"


def written(pin: str) -> str:
    """Return a pin in standard form: pages, star pages, paragraphs, and notes on pages.

    >>> written("935-936"), written("161, 188"), written("931, n. 15; 935")
    ('935–36', '161, 188', '931 n.15, 935')
    >>> written("931 nn. 15-16"), written("931 & n.15"), written("*5-6"), written("para 10")
    ('931 nn.15–16', '931 & n.15', '*5–6', '¶ 10')
    """
    text = re.sub(r"\s*;\s*", ", ", " ".join(pin.split()).strip(" ,.;"))
    text = re.sub(r"^(?:at|p\.|pp\.)\s+(?=[\d*])", "", text, flags=re.I)
    text = re.sub(r"(?:\bparas?\.?|¶+)\s*(?=\d)", "¶ ", text, flags=re.I)
    text = RANGE.sub(_ranged, text)
    text = NOTE.sub(_noted, text)
    if text.startswith("¶ ") and re.search(r"[–,]", text):
        text = "¶" + text
    return re.sub(r"\s*,\s*", ", ", text)


def _ranged(found: re.Match[str]) -> str:
    return found["star"] + pages(found["low"], found["high"])


def _noted(found: re.Match[str]) -> str:
    notes = found["several"] or found["notes"]
    note = ("nn." if found["several"] or "–" in notes else "n.") + notes
    beside = "& " if found["and"] else ""
    return f"{found['page']} {beside}{note}" if found["page"] else note


def first_page(pin: str) -> int | None:
    """Return the first page that a pin names, or None for a note alone.

    >>> first_page("931 n.15"), first_page("n.15"), first_page("*5")
    (931, None, 5)
    """
    found = re.match(r"\*?(\d+)", pin)
    return int(found[1]) if found else None
