"""What is read before anything is found in it: a source text, its clean form, its opinions."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from graph.model import Authority, DocumentKind, OpinionType

Markup: TypeAlias = Literal["text", "markdown", "html"]


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


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text fit for patterns; ``alignments`` lead back to the source, the latest step first."""

    text: str = field(repr=False)
    alignments: tuple[Alignment, ...] = field(default=(), repr=False)

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
