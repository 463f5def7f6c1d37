"""Read HTML as text, remembering where each character stood in the source."""

import html
from array import array
from html.parser import HTMLParser
from typing import Final

from ingest.document import CleanText

BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "center", "div", "dd", "dl", "dt"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("ol", "p", "pre", "section", "table", "td", "th", "tr", "ul", "opinion", "author"),
    }
)
UNREAD: Final = frozenset({"script", "style", "head", "title", "template", "noscript"})
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
    return CleanText("".join(reader.pieces), reader.places)


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self.places: array[int] = array("L")
        self._unread: list[str] = []
        self._line_starts = [0]
        for at, character in enumerate(source):
            if character == "\n":
                self._line_starts.append(at + 1)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _put(self, text: str, at: int, *, step: int) -> None:
        if not self._unread:
            self.pieces.append(text)
            self.places.extend(at + step * offset for offset in range(len(text)))

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
            self._put("\n\n", self._at(), step=0)

    def handle_data(self, data: str) -> None:
        # A line break in HTML is a space; only blocks make paragraphs.
        self._put(data.replace("\n", " "), self._at(), step=1)

    def handle_entityref(self, name: str) -> None:
        self._put(html.unescape(f"&{name};"), self._at(), step=0)

    def handle_charref(self, name: str) -> None:
        self._put(html.unescape(f"&#{name};"), self._at(), step=0)
