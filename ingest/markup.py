"""Read HTML as text, remembering where each character stood in the source."""

import html
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Final

from ingest.conventions import VOID, Meaning, is_block, meaning, voice_type
from ingest.document import Alignment, CleanText, Structure, Voice

PAGE: Final = re.compile(r"(?<!\*)\*?\s*(\d{1,4})")
# What a raised call or the label of a note says; 9<sup>th</sup> is neither.
LABEL: Final = re.compile(r"\s*(?:\d{1,3}|\*{1,3}|[†‡])\s*")
WRAPPED: Final = 45  # characters: a shorter line was broken on purpose
ENDED: Final = (".", "?", "!", ":", '"', "”", ")")


def html_text(source: str) -> CleanText:
    """Return the text of an HTML source with what its marks tell of opinions, notes and pages.

    Blocks become paragraphs, page numbers are left out, calls of notes are put in brackets.

    >>> clean = html_text('<p>See <i>Printz</i>, 521&nbsp;<b class="page-label">*9</b>U.S. 898</p>')
    >>> clean.text.strip().replace(chr(160), " "), clean.structure.pages
    ('See Printz, 521 U.S. 898', ((18, '9'),))
    """
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    return CleanText("".join(reader.pieces), (reader.alignment,), reader.structure())


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self.pieces: list[str] = []
        self.alignment = Alignment([0], [0], [0])
        self._length = 0
        self._open: list[tuple[str, Meaning | None, bool, int]] = []
        self._names: Counter[str] = Counter()
        self._within: Counter[Meaning | None] = Counter()
        self._line = ""
        self._voices: list[Voice] = []
        self._words: list[str] = []
        self._notes: list[tuple[int, int]] = []
        self._pages: list[tuple[int, str]] = []
        self._line_starts = [0]
        for at, character in enumerate(source):
            if character == "\n":
                self._line_starts.append(at + 1)

    def structure(self) -> Structure:
        """Return what the marks told; notes at the end of all are left to their numbers."""
        notes = self._notes if self._voices else []
        return Structure(tuple(self._voices), tuple(sorted(notes)), tuple(self._pages))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _put(self, text: str, *, width: int = 0, after: int = 0) -> None:
        """Add text that stands here, character for character or all of it for ``width`` ones."""
        self.pieces.append(text)
        self.alignment.starts.append(self._length)
        self.alignment.origins.append(self._at() + after)
        self.alignment.widths.append(width)
        self._length += len(text)
        self._line = text if "\n" in text else (self._line + text)[-2 * WRAPPED :]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "br":
            self._break()
        elif tag in VOID:
            self._paragraph(is_block(tag, attributes))
        else:
            block = is_block(tag, attributes)
            self._paragraph(block)
            what = meaning(tag, attributes)
            self._open.append((tag, what, block, self._length))
            self._names[tag] += 1
            self._within[what] += 1
            if what == "voice":
                kind, words = voice_type(tag, attributes) or "", attributes.get("author") or ""
                self._voices.append(Voice(self._length, kind, words))
                self._words = []

    def handle_endtag(self, tag: str) -> None:
        if not self._names[tag]:
            self._paragraph(is_block(tag, {}))
            return
        while self._open:
            name, what, block, start = self._open.pop()
            self._names[name] -= 1
            self._within[what] -= 1
            if what == "note":
                self._notes.append((start, self._length))
            elif what == "author" and self._voices and not self._voices[-1].words:
                voice = self._voices[-1]
                words = " ".join("".join(self._words).split())
                self._voices[-1] = Voice(voice.start, voice.type, words)
            if name == tag:
                self._paragraph(block)
                return

    def _muted(self) -> bool:
        return bool(self._within["unread"] or self._within["page"])

    def _paragraph(self, block: bool) -> None:
        if block and not self._muted():
            self._put("\n\n", width=1)

    def _break(self) -> None:
        """A line broken where it was full goes on; any other ends a paragraph."""
        line = self._line.rsplit("\n", 1)[-1].strip()
        full = len(line) >= WRAPPED and not line.endswith(ENDED)
        if not self._muted():
            self._put("\n" if full else "\n\n", width=1)

    def handle_data(self, data: str) -> None:
        if self._within["page"] and not self._within["unread"]:
            page = PAGE.fullmatch(data.strip())
            if page:
                self._pages.append((self._length, page[1]))
        elif not self._muted():
            if self._within["author"]:
                self._words.append(data)
            if self._labels() and LABEL.fullmatch(data):
                self._bracketed(data)
            else:
                # A line break in HTML is a space; only blocks make paragraphs.
                self._put(data if self._within["lines"] else data.replace("\n", " "))

    def _labels(self) -> bool:
        """A note of the Caselaw Access Project begins with a link that is its label."""
        if self._within["call"]:
            return True
        return len(self._open) > 1 and (self._open[-2][1], self._open[-1][0]) == ("note", "a")

    def _bracketed(self, data: str) -> None:
        """Keep a number apart from the word or the page that it was raised behind."""
        label = data.strip()
        first = data.index(label)
        self._put("[", width=1, after=first)
        self._put(label, after=first)
        self._put("]", width=1, after=first + len(label) - 1)

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def _entity(self, printed: str) -> None:
        """Old pages leave out the semicolon."""
        if self._muted():
            return
        closed = self._source.startswith(";", self._at() + len(printed))
        text = html.unescape(f"{printed};")
        if self._within["author"]:
            self._words.append(text)
        self._put(text, width=len(printed) + closed)
