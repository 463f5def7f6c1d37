"""Make a text fit for patterns without losing the place of a single character."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from ingest.document import Alignment, CleanText, Markup
from ingest.json_text import json_text
from ingest.markup import html_text
from ingest.pages import notes_at_foot, page_marks, page_turns, with_pages

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
INDENT: Final = re.compile(r" (?:(?<=\n )|(?<=\A )) *")
# Star pages, which may stand inside a citation: 304 U.S. [*115] 144; 505 *149 U.S. 144.
STAR_PAGES: Final = (
    re.compile(r"\[\*+\d{1,4}\]\s?"),
    re.compile(r"\*(?<=[\s(]\*)(?<!\bat\s\*)(?<!at\sp\.\s\*)\d{2,4}\s(?!\()"),
)
INVISIBLE: Final = re.compile("[\u00ad\u200b\u200c\u200d\ufeff]")
EMPHASIS: Final = re.compile(r"\*(?<!\*\*)\*?(?=[^\s*])|\*(?<=[^\s*]\*)\*?(?!\*)")
# Only a blank line ends a paragraph; a single line break is typesetting.
LINE_BREAK: Final = re.compile(r"\n(?<=[^\n]\n)(?=[^\n])")

LINES: Final = (CARRIAGE_RETURN, HYPHENATED, BROKEN_RANGE)
OPINION_RULES: Final = (*LINES, *STAR_PAGES, INVISIBLE, DOUBLE_SPACE, INDENT)
MARKDOWN_RULES: Final = (*LINES, INVISIBLE, EMPHASIS)


READERS: Final[Mapping[Markup, Callable[[str], CleanText]]] = {
    "html": html_text,
    "json": json_text,
}


def clean_text(source: str, markup: Markup = "text") -> CleanText:
    """Return the clean text of a source with its alignment.

    >>> clean = clean_text("304 U.S. [*115] 144, 147")
    >>> clean.text, clean.source_span(0, len(clean.text))
    ('304 U.S. 144, 147', (0, 24))
    """
    read = READERS[markup](source) if markup in READERS else CleanText(source)
    clean = _without_turns(read) if markup != "markdown" else read
    text = clean.text
    for character, same in SAME_LENGTH.items():
        text = text.replace(character, same)
    text = text.replace("\r", "\n") if "\n" not in text else text
    clean = replace(clean, text=text)
    for pattern in OPINION_RULES if markup != "markdown" else MARKDOWN_RULES:
        clean = _without(clean, [m.span() for m in pattern.finditer(clean.text)], pattern)
    if markup in READERS or _wraps(clean.text):
        clean = replace(clean, text=LINE_BREAK.sub(" ", clean.text))
    return clean


def _without_turns(clean: CleanText) -> CleanText:
    """Take out what stands where pages turn, and keep what it tells."""
    turns = page_turns(clean.text)
    notes = (*clean.structure.notes, *notes_at_foot(clean.text, turns))
    clean = replace(clean, structure=replace(clean.structure, notes=notes))
    marks = list(page_marks(clean.text))
    pages = [(end, page) for _, end, page in marks]
    clean = replace(clean, structure=with_pages(clean.structure, pages))
    return _without(clean, sorted([*turns, *((start, end) for start, end, _ in marks)]))


def _wraps(text: str) -> bool:
    """Tell typeset lines from lines that are paragraphs: typeset ones end before 100 characters."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    return bool(lines) and max(lines) <= 100  # noqa: PLR2004 - the width of a page of type


def _without(
    clean: CleanText, spans: list[tuple[int, int]], pattern: re.Pattern[str] | None = None
) -> CleanText:
    """Return a text with stretches taken out, its marks moved with it; star pages are kept."""
    if not spans:
        return clean
    text = clean.text
    pieces: list[str] = []
    alignment = Alignment([0], [0], [0])
    pages: list[tuple[int, str]] = []
    done = length = 0
    for start, end in spans:
        if start < done:
            continue
        pieces.append(text[done:start])
        length += start - done
        alignment.starts.append(length)
        alignment.origins.append(end)
        alignment.widths.append(0)
        done = end
        if pattern in STAR_PAGES:
            pages.append((length, text[start:end].strip("[*] \n")))
    pieces.append(text[done:])
    structure = with_pages(clean.structure.moved(alignment.forward), pages)
    return CleanText("".join(pieces), (alignment, *clean.alignments), structure)
