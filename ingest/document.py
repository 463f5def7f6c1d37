"""What is read before anything is found in it: a source text, its clean form, its opinions."""

from array import array
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


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text fit for patterns, with the place in the source that each character came from."""

    text: str = field(repr=False)
    places: "array[int]" = field(repr=False)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of the clean characters ``start`` to ``end``, end excluded."""
        if start == end:
            at = self.places[start] if start < len(self.places) else len(self.places)
            return at, at
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True, slots=True)
class OpinionSpan:
    """A stretch of clean text that one voice speaks: an opinion, part of one, or its footnotes."""

    start: int
    end: int
    type: OpinionType
    author: str | None = None
    joined_by: tuple[str, ...] = ()
    in_footnote: bool = False
