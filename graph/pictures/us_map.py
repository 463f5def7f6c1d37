"""The map of laws: how many each State has, as tiles of one size with letters and number."""

from collections import defaultdict
from typing import Final
from urllib.parse import quote

from graph.answers import LawsAnswer, LawSummary
from graph.pictures.frame import Frame
from graph.pictures.lawlists import LawsWanted, status_of, title_of
from graph.pictures.model import Picture, Source, Table
from graph.pictures.tile_map import EMPTY, WIDE, Look, Tile, draw_legend, draw_tiles
from graph.pictures.tiles import NAMES

# From how many laws on a tile looks so.
SHADES: Final = (
    (0, EMPTY),
    (1, Look("#e4e7eb", 1.2)),
    (2, Look("#c7ced6", 1.8)),
    (4, Look("#a3adb8", 2.6)),
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
    frame = Frame(f"{title_of(answer, asked)}, by State", WIDE)
    draw_tiles(
        frame,
        {state: _tile(state, len(found), query) for state, found in by_state.items()},
        linked=linked,
    )
    draw_legend(frame, _legend())
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


def _tile(state: str, count: int, query: str) -> Tile:
    href = f"/laws?{query}{'&' if query else ''}jurisdiction={quote(f'US-{state}')}"
    name = f"{state} {_many(count, 'law')}, {NAMES.get(state, state)}"
    return Tile(_look(count), str(count), href, name)


def _look(count: int) -> Look:
    return next(look for least, look in reversed(SHADES) if count >= least)


def _legend() -> list[tuple[Look, str]]:
    """Return what each shade means.

    >>> [words for _, words in _legend()]
    ['none recorded', '1', '2–3', '4 or more']
    """
    ends = [least - 1 for least, _ in SHADES[1:]]
    between = [
        (look, str(least) if least == end else f"{least}–{end}")
        for (least, look), end in zip(SHADES[1:], ends[1:], strict=False)
    ]
    least, look = SHADES[-1]
    return [(SHADES[0][1], "none recorded"), *between, (look, f"{least} or more")]


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
