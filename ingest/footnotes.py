"""Give each footnote to the opinion that calls it, wherever a publisher has printed it."""

import re
from dataclasses import replace
from typing import Final

from ingest.document import OpinionSpan

# Both begin with a character that a search skips to: the break before a line, or the bracket.
BLOCK: Final = re.compile(r"\n[^\S\n]*\[?(?:FOOTNOTES?|NOTES)\]?:?[^\S\n]*$", re.M)
# A call stands in brackets, or where the printer raised it behind a word or a mark.
CALL: Final = re.compile(
    r"[\[\d](?:(?<=\[)\d{1,3}\]|(?<=\d)(?<=[a-z.,;:\"')\]]\d)\d{0,2}"
    r"(?=[\s\"')\]]|$))"
)
NOTE: Final = re.compile(r"\[(?<![^\n]\[)(?P<number>\d{1,3}|\*{1,3}|[a-z])\](?=\s|$)", re.M)


def with_footnotes(text: str, spans: list[OpinionSpan]) -> list[OpinionSpan]:
    """Return the stretches with footnotes cut out of them and given their opinion's voice.

    Publishers print notes after each opinion or all at the end; the numbers start again with each
    opinion, and the calls left in its text tell which group of notes is whose.
    """
    result: list[OpinionSpan] = []
    waiting: list[OpinionSpan] = []
    for span in spans:
        if span.type != "syllabus":
            waiting.append(span)
        start = _notes_start(text, span)
        if start is None:
            result.append(span)
            continue
        if start > span.start:
            result.append(replace(span, end=start))
        groups = _groups(text, start, span.end)
        bodies = [replace(w, end=min(w.end, start)) for w in waiting]
        owners = _owners(text, groups, _merged(bodies) or [span])
        for (begin, end, _), owner in zip(groups, owners, strict=True):
            result.append(replace(owner, start=begin, end=end, in_footnote=True))
        last = owners[-1]
        waiting = [w for w in waiting if w.start > last.start]
    return result


def _merged(spans: list[OpinionSpan]) -> list[OpinionSpan]:
    """Join the stretches of one opinion, so that its notes have one owner."""
    merged: list[OpinionSpan] = []
    for span in spans:
        if merged and merged[-1].author == span.author and span.type in ("majority", "plurality"):
            merged[-1] = replace(merged[-1], end=span.end)
        else:
            merged.append(span)
    return merged


def _notes_start(text: str, span: OpinionSpan) -> int | None:
    block = BLOCK.search(text, span.start, span.end)
    note = NOTE.search(text, span.start, span.end)
    starts = [match.start() for match in (block, note) if match]
    return min(starts) if starts else None


def _groups(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return (start, end, highest number) of each run of notes numbered from 1."""
    marks = [
        (m.start(), int(m["number"]) if m["number"].isdigit() else 0)
        for m in NOTE.finditer(text, start, end)
    ]
    groups: list[list[int]] = []
    for at, number in marks:
        if not groups or (number == 1 and groups[-1][1] >= 1):
            groups.append([at, number])
        else:
            groups[-1][1] = max(groups[-1][1], number)
    if not groups:
        return [(start, end, 0)]
    groups[0][0] = start
    ends = [group[0] for group in groups[1:]] + [end]
    return [(g[0], stop, g[1]) for g, stop in zip(groups, ends, strict=True)]


def calls(text: str, span: OpinionSpan) -> int:
    """Return how many notes a stretch of text calls: the longest run 1, 2, 3, ... in order."""
    number = 0
    for call in CALL.finditer(text, span.start, span.end):
        number += int(call[0].strip("[]")) == number + 1
    return number


def _owners(
    text: str, groups: list[tuple[int, int, int]], opinions: list[OpinionSpan]
) -> list[OpinionSpan]:
    """Align groups to opinions in order so that numbers of notes and of calls differ least."""
    called = [calls(text, opinion) for opinion in opinions]
    # best[g][o]: (cost, owners) of placing the first g groups among the first o opinions.
    best: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {(0, 0): (0, ())}
    for o, count in enumerate(called, 1):
        for g in range(len(groups) + 1):
            choices = []
            if (g, o - 1) in best:
                cost, owners = best[g, o - 1]
                choices.append((cost + count, owners))
            if g and (g - 1, o - 1) in best:
                cost, owners = best[g - 1, o - 1]
                choices.append((cost + abs(count - groups[g - 1][2]), (*owners, o - 1)))
            if choices:
                best[g, o] = min(choices)
    owners = best.get((len(groups), len(opinions)), (0, ()))[1]
    # More groups than opinions: what is left over belongs to the last voice.
    padded = [*owners, *[len(opinions) - 1] * (len(groups) - len(owners))]
    return [opinions[owner] for owner in padded]
