"""Make a text fit for patterns without losing the place of a single character."""

import re
from typing import Final

from ingest.document import Alignment, CleanText, Markup
from ingest.markup import html_text

# One character for one character, so that these need no map.
SAME_LENGTH: Final = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u2008\u2005\t\f\v", " "),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc`", "'"),
    **dict.fromkeys("\u201c\u201d\u201f", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
}

# What is taken out of the text. Each pattern begins with a character, so that a search skips to it.
CARRIAGE_RETURN: Final = re.compile(r"\r(?=\n)")
HYPHENATED: Final = re.compile(r"-\n(?<=[a-z]-\n)(?=[a-z])")  # Da-\nkota
BROKEN_RANGE: Final = re.compile(r"\n(?<=\d[-–]\n)(?=\d)")  # 546-\n547
DOUBLE_SPACE: Final = re.compile(r" (?<=\S  ) *")
# Star pages, which may stand inside a citation: 304 U.S. [*115] 144; 505 *149 U.S. 144.
STAR_PAGES: Final = (
    re.compile(r"\[\*+\d{1,4}\]\s?"),
    re.compile(r"\*(?<=[\s(]\*)(?<!\bat\s\*)(?<!at\sp\.\s\*)\d{2,4}\s(?!\()"),
)
INVISIBLE: Final = re.compile("[\u00ad\u200b\u200c\u200d\ufeff]")
# A header of a slip opinion names the case at every page turn; it is not a citation.
PAGE_HEADER: Final = re.compile(r"\n[^\S\n]*Cite as: \d{3} U\. ?S\. [_\d]+ \(\d{4}\)[^\n]*(?=\n)")
EMPHASIS: Final = re.compile(r"\*(?<!\*\*)\*?(?=[^\s*])|\*(?<=[^\s*]\*)\*?(?!\*)")
# Only a blank line ends a paragraph; a single line break is typesetting.
LINE_BREAK: Final = re.compile(r"\n(?<=[^\n]\n)(?=[^\n])")

LINES: Final = (CARRIAGE_RETURN, HYPHENATED, BROKEN_RANGE)
OPINION_RULES: Final = (*LINES, *STAR_PAGES, INVISIBLE, PAGE_HEADER, DOUBLE_SPACE)
MARKDOWN_RULES: Final = (*LINES, INVISIBLE, EMPHASIS)


def clean_text(source: str, markup: Markup = "text") -> CleanText:
    """Return the clean text of a source with its alignment.

    >>> clean = clean_text("304 U.S. [*115] 144, 147")
    >>> clean.text, clean.source_span(0, len(clean.text))
    ('304 U.S. 144, 147', (0, 24))
    """
    clean = html_text(source) if markup == "html" else CleanText(source)
    text, alignments = clean.text, clean.alignments
    for character, same in SAME_LENGTH.items():
        text = text.replace(character, same)
    text = text.replace("\r", "\n") if "\n" not in text else text
    for pattern in OPINION_RULES if markup != "markdown" else MARKDOWN_RULES:
        text, alignment = _without(text, pattern)
        alignments = (alignment, *alignments) if alignment else alignments
    if markup != "html" and _wraps(text):
        text = LINE_BREAK.sub(" ", text)
    return CleanText(text, alignments)


def _wraps(text: str) -> bool:
    """Tell typeset lines from lines that are paragraphs: typeset ones end before 100 characters."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    return bool(lines) and max(lines) <= 100  # noqa: PLR2004 - the width of a page of type


def _without(text: str, pattern: re.Pattern[str]) -> tuple[str, Alignment | None]:
    """Return the text with each match taken out, and how it lies on the text before."""
    pieces: list[str] = []
    starts, origins = [0], [0]
    done = length = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        pieces.append(text[done:start])
        length += start - done
        starts.append(length)
        origins.append(end)
        done = end
    if not pieces:
        return text, None
    pieces.append(text[done:])
    return "".join(pieces), Alignment(starts, origins, [0] * len(starts))
