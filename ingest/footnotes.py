"""Give each footnote to the opinion that calls it, wherever a publisher has printed it."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final, TypeAlias

from ingest.document import OpinionSpan

# Both begin with a character that a search skips to: the break before a line, or the bracket.
BLOCK: Final = re.compile(
    r"\n[^\S\n]*(?:\[?(?:FOOTNOTES?|NOTES)\]?:?|\[FOOTNOTES?,[^\n\]]{1,80}\])[^\S\n]*$", re.M
)
# A call stands in brackets, or where the printer raised it behind a word or a mark.
CALL: Final = re.compile(
    r"[\[\d](?:(?<=\[)\d{1,3}\]|(?<=\d)(?<=[a-z.,;:\"')\]]\d)\d{0,2}"
    r"(?=[\s\"')\]]|$))"
)
NOTE: Final = re.compile(r"\[(?<![^\n]\[)(?P<number>\d{1,3}|\*{1,3}|[a-z])\](?=\s|$)", re.M)
# Without brackets a number at the start of a paragraph is a note's where notes are known to be.
PLAIN: Final = re.compile(r"(?<=\n\n)(?P<number>\d{1,3})\.?[^\S\n](?=\S)")
OF_CAPTION: Final = re.compile(r"\W*\d?\.?\s?Together with\b")  # printed with an asterisk or as 1
FEWEST: Final = 5  # numbered paragraphs up to the end of a text that are notes without a heading
FEWEST_CALLS: Final = 3  # of them, in the text before
Group: TypeAlias = list[tuple[int, int]]


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
        groups = _groups(_notes(text, start, span.end)) or [[(start, 0)]]
        groups[0][0] = (start, groups[0][0][1])
        bodies = [replace(w, end=min(w.end, start)) for w in waiting]
        owners = _owners(text, groups, _merged(bodies) or [span])
        ends = [group[0][0] for group in groups[1:]] + [span.end]
        for group, end, owner in zip(groups, ends, owners, strict=True):
            result += _voiced(text, group, end, owner, bodies)
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
    return min(starts) if starts else _tail(text, span)


def _tail(text: str, span: OpinionSpan) -> int | None:
    """Return where the notes begin that fill the end of a text without a heading or brackets.

    From a number 1 on, each numbered paragraph is the next one or begins again.
    """
    if span.end < len(text.rstrip()):
        return None
    marks = _marks(PLAIN, text, span.start, span.end)
    first = len(marks)
    while first and (marks[first - 1][1] <= 1 or _follows(marks, first - 1)):
        first -= 1
    run = marks[first:]
    if len(run) < FEWEST or run[0][1] > 1:
        return None
    # The paragraphs of a decree are numbered too, and nothing calls them.
    called = calls(text, replace(span, start=0, end=run[0][0]))
    return run[0][0] if len(called) >= FEWEST_CALLS else None


def _follows(marks: Group, place: int) -> bool:
    return place > 0 and marks[place][1] == marks[place - 1][1] + 1


def _notes(text: str, start: int, end: int) -> Group:
    """Return (place, number) of each note; those without brackets count where none has any."""
    return _marks(NOTE, text, start, end) or _marks(PLAIN, text, start, end)


def _marks(pattern: re.Pattern[str], text: str, start: int, end: int) -> Group:
    found = pattern.finditer(text, start, end)
    return [
        (m.start(), 0 if OF_CAPTION.match(text, m.start()) else _number(m["number"])) for m in found
    ]


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else 0


def _groups(marks: Group) -> list[Group]:
    """Return the runs of notes numbered from 1."""
    groups: list[Group] = []
    for mark in marks:
        if not groups or (mark[1] == 1 and any(number for _, number in groups[-1])):
            groups.append([mark])
        else:
            groups[-1].append(mark)
    return groups


def _voiced(
    text: str, group: Group, end: int, owner: OpinionSpan, bodies: list[OpinionSpan]
) -> list[OpinionSpan]:
    """Give the notes of one opinion its voice, and each that of the Part which calls it.

    Where some Parts speak for the Court and others for a plurality, so do the notes to them.
    """
    parts = [b for b in bodies if owner.start <= b.start < owner.end]
    whole = replace(owner, start=group[0][0], end=end, in_footnote=True)
    if len(parts) < 2:  # noqa: PLR2004 - one Part has one voice
        return [whole]
    starts, called = [part.start for part in parts], calls(text, owner)
    spans: list[OpinionSpan] = []
    for at, number in group:
        kind = parts[bisect_right(starts, called.get(number, owner.start)) - 1].type
        if spans and spans[-1].type == kind:
            continue
        if spans:
            spans[-1] = replace(spans[-1], end=at)
        spans.append(replace(whole, start=at, type=kind))
    return spans


def calls(text: str, span: OpinionSpan) -> dict[int, int]:
    """Return {number of a note: where a stretch of text calls it}: the run 1, 2, 3, ... in order.

    One number may be missing, for a copy may have lost it.
    """
    places: dict[int, int] = {}
    last = 0
    for call in CALL.finditer(text, span.start, span.end):
        number = int(call[0].strip("[]"))
        if number == last + 1 or (places and number == last + 2):
            places[number], last = call.start(), number
    return places


def _owners(text: str, groups: list[Group], opinions: list[OpinionSpan]) -> list[OpinionSpan]:
    """Align groups to opinions in order so that numbers of notes and of calls differ least."""
    called = [max(calls(text, opinion), default=0) for opinion in opinions]
    highest = [max(number for _, number in group) for group in groups]
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
                choices.append((cost + abs(count - highest[g - 1]), (*owners, o - 1)))
            if choices:
                best[g, o] = min(choices)
    owners = best.get((len(groups), len(opinions)), (0, ()))[1]
    # More groups than opinions: what is left over belongs to the last voice.
    padded = [*owners, *[len(opinions) - 1] * (len(groups) - len(owners))]
    return [opinions[owner] for owner in padded]
