"""What is read before anything is found in it: a source text, its clean form, its opinions."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from graph.model import Authority, DocumentKind, OpinionType

Markup: TypeAlias = Literal["text", "markdown", "html", "json"]


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One file as it was read; ``source`` is its text, decoded and otherwise untouched."""

    origin: str
    stem: str
    source: str = field(repr=False)
    sha256: str
    markup: Markup = "text"
    kind: DocumentKind = "opinion"
    case: Authority | None = None
    decided: str | None = None
    slug: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a text lies on the one it was made from: runs of characters, each with its origin.

    Run ``i`` begins at ``starts[i]`` of the new text and at ``origins[i]`` of the old one. Its
    characters follow one for one where ``widths[i]`` is 0; otherwise the whole run stands for that
    many characters, as a section sign does for ``&sect;``.
    """

    starts: list[int] = field(repr=False)
    origins: list[int] = field(repr=False)
    widths: list[int] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters ``start`` to ``end``, end excluded, came from."""
        first = bisect_right(self.starts, start) - 1
        origin = self.origins[first]
        begin = origin if self.widths[first] else origin + start - self.starts[first]
        if start == end:
            return begin, begin
        last = bisect_right(self.starts, end - 1) - 1
        origin, width = self.origins[last], self.widths[last]
        return begin, origin + (width or end - self.starts[last])

    def forward(self, at: int) -> int:
        """Return where a place of the old text came to lie; what was taken out lies at its gap."""
        run = bisect_right(self.origins, at) - 1
        place = self.starts[run] + max(0, at - self.origins[run])
        return min(place, self.starts[run + 1]) if run + 1 < len(self.starts) else place


@dataclass(frozen=True, slots=True)
class Voice:
    """Where a source's own marks begin an opinion, with the type and the words they give."""

    start: int
    type: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """What the marks of a source tell of its text, in places of that text.

    ``notes`` are (start, end) of footnotes that stand inside their own opinion; ``pages`` are
    (start, number) of pages of the report, each from where it begins.
    """

    voices: tuple[Voice, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    pages: tuple[tuple[int, str], ...] = ()

    def moved(self, forward: Callable[[int], int]) -> "Structure":
        """Return the same on a text that was made from this one."""
        return Structure(
            tuple(Voice(forward(v.start), v.type, v.words) for v in self.voices),
            tuple((forward(start), forward(end)) for start, end in self.notes),
            tuple((forward(at), page) for at, page in self.pages),
        )

    def page_at(self, at: int) -> str | None:
        """Return the page that a place stands on, as far as pages are marked before it."""
        before = bisect_right(self.pages, at, key=lambda page: page[0]) - 1
        return self.pages[before][1] if before >= 0 else None


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text fit for patterns; ``alignments`` lead back to the source, the latest step first."""

    text: str = field(repr=False)
    alignments: tuple[Alignment, ...] = field(default=(), repr=False)
    structure: Structure = field(default=Structure(), repr=False)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of the clean characters ``start`` to ``end``, end excluded."""
        for alignment in self.alignments:
            start, end = alignment.span(start, end)
        return start, end


@dataclass(frozen=True, slots=True)
class OpinionSpan:
    """A stretch of clean text that one voice speaks: an opinion, part of one, or its footnotes."""

    start: int
    end: int
    type: OpinionType
    author: str | None = None
    joined_by: tuple[str, ...] = ()
    in_footnote: bool = False
