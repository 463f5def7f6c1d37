"""A timeline: every event as a mark on a line of years, the chief ones as rows in their lanes."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.pictures.fonts import width, wrapped
from graph.pictures.frame import EDGE, SMALL, Frame
from graph.pictures.model import Picture, Source, Table
from graph.pictures.sheet import INK, LINE, PALE, QUIET, Sheet, number

WIDE: Final = 760
YEAR: Final = 54  # the room for a year before its rows
LANE: Final = 62
ROW: Final = 17.0
NAME: Final = 12.5
WORDS: Final = 11.5
DOT: Final = 9.0  # how much room a mark takes on the line of years


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day (or in a month or year), as a row of a timeline.

    Its date has at least a year. ``weight`` tells which events are rows where not all are.
    """

    date: str
    lane: int
    mark: str
    name: str
    words: str
    href: str
    weight: float = 0


def timeline_picture(
    title: str,
    events: Sequence[Event],
    lanes: Sequence[str],
    legend: Mapping[str, str],
    source: Source,
    *,
    most: int,
    left_out: str = "",
    note: str = "",
    linked: bool = True,
) -> Picture:
    """Return a timeline of some events, at most so many of them as rows.

    ``legend`` says what each kind of mark means, ``note`` what else is to be known, and
    ``left_out`` what is not among the events.
    """
    chosen = sorted(events, key=lambda event: (-event.weight, event.date, event.name))[:most]
    rows = sorted(chosen, key=lambda event: (event.date, event.name))
    used = sorted({event.lane for event in events})
    frame = Frame(title, WIDE)
    if events:
        frame.y = _years(frame.sheet, events, frame.y + 20, frame.wide)
        frame.y = _rows(
            frame.sheet, rows, used, [lanes[lane] for lane in used], frame.y, linked=linked
        )
    more = len(events) - len(rows)
    hidden = f"+{more} more, which are marks on the line of years alone." if more else ""
    if hidden:
        frame.sheet.text(EDGE + YEAR, frame.y + 16, hidden, WORDS, bold=True)
        frame.y += 18
    _legend(frame, {mark: legend[mark] for mark in legend if any(e.mark == mark for e in events)})
    said = " ".join(part for part in (hidden, left_out) if part)
    if note:
        frame.note(note)
    if left_out:
        frame.note(left_out, strong=True)
    table = Table(
        ("Date", "Where", "What", "How"),
        tuple((event.date, lanes[event.lane], event.name, event.words) for event in rows),
    )
    told = " ".join(f"{event.date}: {event.name}, {event.words}." for event in rows)
    return frame.finish(source, told or "Nothing is recorded.", table, said, linked=linked)


def _years(sheet: Sheet, events: Sequence[Event], top: float, wide: float) -> float:
    """Draw every event on a line of years, stacked where they would touch; return the foot."""
    first, last = (int(pick(event.date[:4] for event in events)) for pick in (min, max))
    span = max(last - first, 1)
    left, room = EDGE + 14, wide - 2 * EDGE - 28
    stacks: dict[int, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (event.date, event.name)):
        x = (int(event.date[:4]) - first) / span * room
        stacks[round(x / DOT)].append(event)
    high = max(len(stack) for stack in stacks.values())
    line = top + high * DOT + 8
    for slot, stack in stacks.items():
        for at, event in enumerate(stack):
            draw_mark(sheet, event.mark, left + slot * DOT, line - 8 - at * DOT, 3.4)
    sheet.path(f"M{number(left - 10)} {number(line)}H{number(left + room + 10)}", thick=1.2)
    for year in _ticks(first, last):
        x = left + (year - first) / span * room
        sheet.path(f"M{number(x)} {number(line)}v5", thick=1)
        sheet.text(x, line + 17, str(year), 11, fill=QUIET, anchor="middle")
    return line + 28


def _ticks(first: int, last: int) -> list[int]:
    """Return the years to be written below the line: both ends and round ones between.

    >>> _ticks(1997, 2026)
    [1997, 2005, 2010, 2015, 2020, 2026]
    """
    step = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100) if (last - first) / step <= 8)  # noqa: PLR2004 - as many words as fit
    inner = range(first - first % step + step, last, step)
    kept = [year for year in inner if year - first >= step * 0.7 and last - year >= step * 0.7]
    return sorted({first, *kept, last})


def _rows(
    sheet: Sheet,
    rows: Sequence[Event],
    used: Sequence[int],
    names: Sequence[str],
    y: float,
    *,
    linked: bool,
) -> float:
    """Draw a row for each event, with its mark in its lane; return the foot."""
    words_at = EDGE + YEAR + len(used) * LANE + 12
    sized = [_sized(event, WIDE + EDGE - words_at) for event in rows]
    y = _lanes(sheet, names, y + 22, sum(high for _, _, high in sized))
    before = ""
    for event, (name, words, high) in zip(rows, sized, strict=True):
        if event.date[:4] != before:
            before = event.date[:4]
            sheet.path(f"M{EDGE} {number(y)}H{EDGE + WIDE}", stroke=LINE, thick=0.8)
            sheet.text(EDGE, y + ROW - 3, before, NAME, bold=True)
        x = EDGE + YEAR + used.index(event.lane) * LANE + LANE / 2
        draw_mark(sheet, event.mark, x, y + ROW / 2 + 1, 5)
        opened = linked and sheet.open_link(event.href, event.name)
        below = sheet.lines(words_at, y + ROW - 3, name, NAME, ROW - 1, bold=True)
        if opened:
            sheet.close_link()
        sheet.lines(words_at, below, words, WORDS, ROW - 2, fill=QUIET)
        y += high
    return y


def _lanes(sheet: Sheet, names: Sequence[str], y: float, high: float) -> float:
    """Draw the lanes with their names above; return where the rows begin."""
    for at, name in enumerate(names):
        left = EDGE + YEAR + at * LANE
        for line, part in enumerate(reversed(wrapped(name, 10, LANE))):
            sheet.text(left + LANE / 2, y - line * 11, part, 10, fill=QUIET, anchor="middle")
        if at % 2 == 0:
            sheet.rect((left, y + 6, LANE, high), fill=PALE)
        sheet.path(
            f"M{number(left + LANE / 2)} {number(y + 6)}v{number(high)}", stroke=LINE, thick=1
        )
    return y + 6


def _sized(event: Event, room: float) -> tuple[list[str], list[str], float]:
    name = wrapped(event.name, NAME, room, bold=True)
    words = wrapped(event.words, WORDS, room)
    return name, words, len(name) * (ROW - 1) + len(words) * (ROW - 2) + 8


def _legend(frame: Frame, legend: Mapping[str, str]) -> None:
    x, y = float(EDGE) + 6, frame.y + 24
    for mark, says in legend.items():
        room = 14 + width(says, SMALL) + 22
        if x + room > frame.wide - EDGE + 22:
            x, y = EDGE + 6, y + 18
        draw_mark(frame.sheet, mark, x, y - 4, 5)
        frame.sheet.text(x + 11, y, says, SMALL)
        x += room
    frame.y = y


def _circle(sheet: Sheet, x: float, y: float, r: float, fill: str) -> None:
    d = f"M{number(x - r)} {number(y)}a{number(r)} {number(r)} 0 1 0 {number(2 * r)} 0"
    sheet.path(f"{d}a{number(r)} {number(r)} 0 1 0 {number(-2 * r)} 0Z", fill=fill, thick=1.3)


def _square(sheet: Sheet, x: float, y: float, r: float, fill: str) -> None:
    sheet.rect((x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8), fill=fill, stroke=INK, thick=1.3)


def _triangle(sheet: Sheet, x: float, y: float, r: float) -> None:
    left, right, foot = number(x - r), number(x + r), number(y + r * 0.8)
    sheet.path(f"M{left} {foot}H{right}L{number(x)} {number(y - r)}Z", fill="#fff", thick=1.5)


def _cross(sheet: Sheet, x: float, y: float, r: float) -> None:
    low, high = number(y + r), number(y - r)
    left, right = number(x - r), number(x + r)
    sheet.path(f"M{left} {high}L{right} {low}M{left} {low}L{right} {high}", thick=2.2)


MARKS: Final[Mapping[str, Callable[[Sheet, float, float, float], None]]] = {
    "disc": lambda sheet, x, y, r: _circle(sheet, x, y, r, INK),
    "ring": lambda sheet, x, y, r: _circle(sheet, x, y, r, "#fff"),
    "dot": lambda sheet, x, y, r: _circle(sheet, x, y, r * 0.35, INK),
    "square": lambda sheet, x, y, r: _square(sheet, x, y, r, INK),
    "frame": lambda sheet, x, y, r: _square(sheet, x, y, r, "#fff"),
    "triangle": _triangle,
    "cross": _cross,
}


def draw_mark(sheet: Sheet, mark: str, x: float, y: float, r: float) -> None:
    """Draw a mark; each kind has a shape of its own."""
    MARKS[mark](sheet, x, y, r)
