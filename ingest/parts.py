"""Divide a text among its voices: syllabus, opinion of the Court, separate opinions, footnotes."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from graph.model import DocumentKind, OpinionType
from ingest.document import OpinionSpan, Structure
from ingest.footnotes import with_footnotes
from ingest.headings import NOTE, NOTE_PARTS, SYLLABUS, Heading, headings
from ingest.voices import heading_of, is_known

UNMARKED: Final = Structure()
AUTHOR_LINE: Final = 400  # characters: a heading this near to a mark repeats it
SECTION: Final = re.compile(r"\n[^\S\n]*(?P<label>[IVX]{1,5}|[A-H]|[1-9])[^\S\n]*$", re.M)
PART_LIST: Final = re.compile(
    r"opinion of the Court with respect to Parts? (?P<list>[^;]+?)(?:, an\s|;|$)"
)


def opinion_spans(
    text: str, kind: DocumentKind = "opinion", structure: Structure = UNMARKED
) -> list[OpinionSpan]:
    """Return stretches that cover the text in order, each with its opinion's type and author.

    Where the source marks its opinions and footnotes, its marks come before the words of headings.
    """
    if kind == "note":
        return _note_spans(text)
    spans = _spoken(text, _all_headings(text, structure))
    return _cut(spans, structure.notes) if structure.notes else with_footnotes(text, spans)


def _all_headings(text: str, structure: Structure) -> list[Heading]:
    """Return marked opinions, and those that headings begin inside of them."""
    marked = [heading_of(voice) for voice in structure.voices if is_known(voice.type)]
    if not marked:
        return headings(text)
    starts = [heading.start for heading in marked]

    def inside(heading: Heading) -> bool:
        before = bisect_right(starts, heading.start + 1) - 1
        return before >= 0 and heading.start - starts[before] > AUTHOR_LINE

    printed = (h for h in headings(text) if h.type not in ("majority", "plurality"))
    return sorted((*marked, *filter(inside, printed)), key=lambda heading: heading.start)


def _cut(spans: list[OpinionSpan], notes: Sequence[tuple[int, int]]) -> list[OpinionSpan]:
    """Return the stretches with footnotes that stand inside them cut out."""
    result: list[OpinionSpan] = []
    waiting = deque(note for note in notes if note[0] < note[1])
    for span in spans:
        at = span.start
        while waiting and waiting[0][0] < span.end:
            start, end = waiting.popleft()
            start, end = max(start, at), min(end, span.end)
            if start >= end:
                continue
            result.append(replace(span, start=at, end=start))
            result.append(replace(span, start=start, end=end, in_footnote=True))
            at = end
        result.append(replace(span, start=at))
    return [span for span in result if span.end > span.start]


def _spoken(text: str, found: list[Heading]) -> list[OpinionSpan]:
    if not found:
        return [OpinionSpan(0, len(text), "majority")]
    syllabus = SYLLABUS.search(f"\n{text}")
    head_end = found[0].start
    spans = [OpinionSpan(0, head_end, "syllabus")] if head_end or syllabus else []
    ends = [*(heading.start for heading in found[1:]), len(text)]
    for heading, end in zip(found, ends, strict=True):
        spans += _by_section(text, heading, end)
    return spans


def _by_section(text: str, heading: Heading, end: int) -> list[OpinionSpan]:
    """Give the Parts that do not speak for the Court to the plurality."""
    whole = OpinionSpan(heading.start, end, heading.type, heading.author, heading.joined_by)
    listed = PART_LIST.search(heading.court_parts or "")
    if listed is None:
        return [whole]
    court = court_parts(listed["list"])
    marks: list[tuple[int, tuple[str, ...]]] = [
        (heading.start, ()),
        *_sections(text, heading.end, end),
    ]
    spans: list[OpinionSpan] = []
    for (start, path), (stop, _) in zip(marks, [*marks[1:], (end, ())], strict=True):
        of_court = not path or any(path[: len(part)] == part for part in court)
        kind: OpinionType = "majority" if of_court else "plurality"
        if spans and spans[-1].type == kind:
            spans[-1] = replace(spans[-1], end=stop)
        else:
            spans.append(replace(whole, start=start, end=stop, type=kind))
    return spans


def court_parts(listed: str) -> list[tuple[str, ...]]:
    """Return the Parts of a list as paths.

    >>> court_parts("Parts I, II, and III-C")
    [('I',), ('II',), ('III', 'C')]
    """
    found = re.findall(r"\b([IVX]+)(?:[-–—]([A-H]))?(?:[-–—]([1-9]))?\b", listed)
    return [tuple(step for step in steps if step) for steps in found]


def _sections(text: str, start: int, end: int) -> list[tuple[int, tuple[str, ...]]]:
    """Return where each numbered section begins, with its path: ('III', 'A', '2')."""
    path: tuple[str, ...] = ()
    found: list[tuple[int, tuple[str, ...]]] = []
    for mark in SECTION.finditer(text, start, end):
        label = mark["label"]
        # C and D are letters unless a Roman numeral is due, which these Parts never reach.
        depth = 2 if label.isdigit() else 1 if label in "ABCDEFGH" else 0
        path = (*path[:depth], label)
        found.append((mark.start(), path))
    return found


def _note_spans(text: str) -> list[OpinionSpan]:
    marks = list(NOTE.finditer(text))
    spans = [OpinionSpan(0, marks[0].start() if marks else len(text), "note")]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        part = NOTE_PARTS.get(mark["title"].strip().lower(), "note")
        author = mark["author"] if part != "note" else None
        spans.append(OpinionSpan(mark.start(), end, part, author))
    return [span for span in spans if span.end > span.start]


def span_at(spans: Sequence[OpinionSpan], at: int) -> OpinionSpan:
    """Return the stretch that holds a place."""
    low, high = 0, len(spans) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if spans[middle].start <= at else (low, middle - 1)
    return spans[low]
