"""Read HTML as text, remembering where each character stood in the source."""

import html
from html.parser import HTMLParser
from typing import Final

from ingest.document import Alignment, CleanText

BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "center", "div", "dd", "dl", "dt"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("ol", "p", "pre", "section", "table", "td", "th", "tr", "ul", "opinion", "author"),
    }
)
UNREAD: Final = frozenset(
    {"script", "style", "head", "title", "template", "noscript", "page-number", "page_number"}
)
PAGE_MARKS: Final = frozenset({"page-number", "star-pagination", "pagenumber", "page-label"})
VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "col"})


def html_text(source: str) -> CleanText:
    """Return the text of an HTML source; blocks become paragraphs, page numbers are left out.

    >>> clean = html_text("<p>See <i>Printz</i>, 521&nbsp;U.S. 898</p>")
    >>> clean.text.strip().replace(chr(160), " ")
    'See Printz, 521 U.S. 898'
    """
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    return CleanText("".join(reader.pieces), (reader.alignment,))


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self.pieces: list[str] = []
        self.alignment = Alignment([0], [0], [0])
        self._length = 0
        self._unread: list[str] = []
        self._line_starts = [0]
        for at, character in enumerate(source):
            if character == "\n":
                self._line_starts.append(at + 1)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _put(self, text: str, *, width: int = 0) -> None:
        """Add text that stands here, character for character or all of it for ``width`` ones."""
        if self._unread:
            return
        self.pieces.append(text)
        self.alignment.starts.append(self._length)
        self.alignment.origins.append(self._at())
        self.alignment.widths.append(width)
        self._length += len(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = set((dict(attrs).get("class") or "").split())
        if tag in VOID:
            self._paragraph(tag)
        elif self._unread or tag in UNREAD or classes & PAGE_MARKS:
            self._unread.append(tag)
        else:
            self._paragraph(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            while self._unread.pop() != tag:
                continue
        else:
            self._paragraph(tag)

    def _paragraph(self, tag: str) -> None:
        if tag in BLOCKS:
            self._put("\n\n", width=1)

    def handle_data(self, data: str) -> None:
        # A line break in HTML is a space; only blocks make paragraphs.
        self._put(data.replace("\n", " "))

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def _entity(self, printed: str) -> None:
        """Old pages leave out the semicolon."""
        closed = self._source.startswith(";", self._at() + len(printed))
        self._put(html.unescape(f"{printed};"), width=len(printed) + closed)
