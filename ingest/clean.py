"""Make a text fit for patterns without losing the place of a single character."""

import re
from array import array
from collections.abc import Callable
from typing import Final

from ingest.document import CleanText, Markup
from ingest.markup import html_text

# One character for one character, so that these need no map.
SAME_LENGTH: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u2008\u2005\t\r\f\v", " "),
        **dict.fromkeys("\u2018\u2019\u201b\u02bc`", "'"),
        **dict.fromkeys("\u201c\u201d\u201f", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
    }
)

# What each rule takes out of the text: (pattern, what stays in its place).
RULES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    # A word hyphenated over a line: Da-\nkota.
    (re.compile(r"(?<=[a-z])-\n(?=[a-z])"), ""),
    # Star pages, which may stand inside a citation: 304 U.S. [*115] 144; 505 *149 U.S. 144.
    (re.compile(r"\[\*+\d{1,4}\]\s?"), ""),
    (re.compile(r"(?<=[\s(])\*\d{2,4}\s"), ""),
    # Soft hyphens and zero-width marks.
    (re.compile("[\u00ad\u200b\u200c\u200d\ufeff]"), ""),
    # A header of a slip opinion names the case at every page turn; it is not a citation.
    (re.compile(r"\n[^\S\n]*Cite as: \d{3} U\. ?S\. [_\d]+ \(\d{4}\)[^\n]*(?=\n)"), ""),
)
EMPHASIS: Final = (re.compile(r"(?<!\*)\*{1,2}(?=[^\s*])|(?<=[^\s*])\*{1,2}(?!\*)"), "")
# Only a blank line ends a paragraph; a single line break is typesetting.
LINE_BREAK: Final = (re.compile(r"(?<=[^\n])\n(?=[^\n])"), " ")


def clean_text(source: str, markup: Markup = "text") -> CleanText:
    """Return the clean text of a source with its offset map.

    >>> clean = clean_text("304 U.S. [*115] 144, 147")
    >>> clean.text, clean.source_span(0, len(clean.text))
    ('304 U.S. 144, 147', (0, 24))
    """
    if markup == "html":
        clean = html_text(source)
    else:
        clean = CleanText(source, array("L", range(len(source))))
    clean = CleanText(clean.text.translate(SAME_LENGTH), clean.places)
    rules = RULES if markup != "markdown" else (RULES[0], RULES[3], EMPHASIS)
    if markup != "html" and _wraps(clean.text):
        rules = (*rules, LINE_BREAK)
    for pattern, left in rules:
        clean = _replaced(clean, pattern, lambda _, left=left: left)  # type: ignore[misc]
    return clean


def _wraps(text: str) -> bool:
    """Tell typeset lines from lines that are paragraphs: typeset ones end before 100 characters."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    return bool(lines) and max(lines) <= 100  # noqa: PLR2004 - the width of a page of type


def _replaced(
    clean: CleanText, pattern: re.Pattern[str], left: Callable[[re.Match[str]], str]
) -> CleanText:
    """Return the text with each match replaced by what stays of it, at the match's place."""
    pieces: list[str] = []
    places: array[int] = array("L")
    done = 0
    for match in pattern.finditer(clean.text):
        pieces.append(clean.text[done : match.start()])
        places.extend(clean.places[done : match.start()])
        stays = left(match)
        pieces.append(stays)
        places.extend(clean.places[match.start()] for _ in stays)
        done = match.end()
    if not done:
        return clean
    pieces.append(clean.text[done:])
    places.extend(clean.places[done:])
    return CleanText("".join(pieces), places)
