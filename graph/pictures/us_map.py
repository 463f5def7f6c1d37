"""The map of laws: how many each State has, as tiles of one size with letters and number."""

from collections import defaultdict
from typing import Final
from urllib.parse import quote

from graph.answers import LawsAnswer, LawSummary
from graph.pictures.fonts import width
from graph.pictures.frame import EDGE, SMALL, Frame
from graph.pictures.lawlists import LawsWanted, status_of, title_of
from graph.pictures.model import Picture, Source, Table
from graph.pictures.sheet import INK, QUIET, Sheet
from graph.pictures.tiles import NAMES, tiles

TILE: Final = 60
APART: Final = 6
# From how many laws on a tile looks so: fill, and how thick its frame is.
SHADES: Final = (
    (0, "#ffffff", 0.8),
    (1, "#e4e7eb", 1.2),
    (2, "#c7ced6", 1.8),
    (4, "#a3adb8", 2.6),
)
HEADER: Final = ("State", "Laws", "Which, with their status")
LISTED: Final = 6  # titles that a row of the table gives


def map_picture(
    answer: LawsAnswer, asked: LawsWanted, source: Source, query: str = "", *, linked: bool = True
) -> Picture:
    """Return a map of how many of some laws each State has; every one of them must be listed.

    ``query`` is what leads from a tile to the list of its laws.
    """
    by_state: dict[str, list[LawSummary]] = defaultdict(list)
    for law in answer.items:
        by_state[law.jurisdiction.removeprefix("US-")].append(law)
    states = sum(state in NAMES for state in by_state)
    counted = sum(len(found) for state, found in by_state.items() if state in NAMES)
    frame = Frame(f"{title_of(answer, asked)}, by State", 11 * (TILE + APART) - APART)
    left, top = (frame.wide - 11 * (TILE + APART) + APART) / 2, frame.y + 24
    for state, (column, row) in tiles().items():
        at = (left + column * (TILE + APART), top + row * (TILE + APART))
        _tile(frame.sheet, state, len(by_state.get(state, ())), at, query, linked=linked)
    frame.y = top + 8 * (TILE + APART)
    _legend(frame)
    told = f"{_many(counted, 'law')} of {_many(states, 'State')}."
    frame.note(told, strong=True)
    left_out = _left_out(answer, by_state)
    if left_out:
        frame.note(left_out)
    rows = tuple(
        (NAMES[state], str(len(by_state[state])), _titles(by_state[state]))
        for state in sorted(NAMES, key=NAMES.__getitem__)
        if by_state.get(state)
    )
    described = " ".join(f"{name} {count}." for name, count, _ in rows)
    table = Table(HEADER, rows)
    return frame.finish(source, f"{told} {described}", table, left_out, linked=linked)


def _tile(
    sheet: Sheet, state: str, count: int, at: tuple[float, float], query: str, *, linked: bool
) -> None:
    x, y = at
    fill, thick = next((f, t) for least, f, t in reversed(SHADES) if count >= least)
    middle = x + TILE / 2
    opened = bool(count) and linked and sheet.open_link(
        f"/laws?{query}{'&' if query else ''}jurisdiction={quote(f'US-{state}')}",
        f"{state} {_many(count, 'law')}, {NAMES[state]}",
    )  # fmt: skip
    sheet.rect((x, y, TILE, TILE), fill=fill, stroke=INK if count else QUIET, thick=thick, round_=4)
    ink = INK if count else QUIET
    sheet.text(
        middle, y + (26 if count else 35), state, 15, bold=bool(count), fill=ink, anchor="middle"
    )
    if count:
        sheet.text(middle, y + 46, str(count), 14, anchor="middle")
    if opened:
        sheet.close_link()


def _legend(frame: Frame) -> None:
    x, y = float(EDGE), frame.y + 12
    for at, (least, fill, thick) in enumerate(SHADES):
        last = SHADES[at + 1][0] - 1 if at + 1 < len(SHADES) else None
        words = (
            f"{least} or more"
            if last is None
            else (f"{least}–{last}" if last > least else str(least))
        )
        words = "none recorded" if last == 0 else words
        frame.sheet.rect((x, y - 12, 18, 16), fill=fill, stroke=INK, thick=thick, round_=2)
        frame.sheet.text(x + 25, y, words, SMALL)
        x += 25 + width(words, SMALL) + 22
    frame.y = y


def _left_out(answer: LawsAnswer, by_state: dict[str, list[LawSummary]]) -> str:
    """Say what is listed, or fits, and is not on the map."""
    parts = []
    elsewhere = sum(len(found) for state, found in by_state.items() if state not in NAMES)
    if elsewhere:
        parts.append(f"{_many(elsewhere, 'record')} of several States or of the United States")
    if answer.folded:
        parts.append(f"{_many(answer.folded, 'law')} tied to it only by weaker evidence")
    return f"Not on the map: {'; '.join(parts)}." if parts else ""


def _titles(found: list[LawSummary]) -> str:
    named = [f"{law.title} ({status_of(law)})" for law in found[:LISTED]]
    more = [f"+{len(found) - LISTED} more"] if len(found) > LISTED else []
    return "; ".join([*named, *more])


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
