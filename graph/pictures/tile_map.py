"""Draw the States as tiles: letters, a second line, and a look that a legend explains."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.pictures.fonts import width
from graph.pictures.frame import EDGE, SMALL, Frame
from graph.pictures.sheet import INK, QUIET
from graph.pictures.tiles import tiles

TILE: Final = 60
APART: Final = 6
WIDE: Final = 11 * (TILE + APART) - APART
HIGH: Final = 8 * (TILE + APART)


@dataclass(frozen=True, slots=True)
class Look:
    """How a tile is filled and framed; what tells it apart never hangs on a hue."""

    fill: str = "#ffffff"
    thick: float = 0.8
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """What stands on the tile of a State: a line below its letters, and where it leads."""

    look: Look
    line: str
    href: str = ""
    name: str = ""


EMPTY: Final = Look()


def draw_tiles(frame: Frame, on: Mapping[str, Tile], *, linked: bool) -> None:
    """Draw every State, those that have nothing pale."""
    left, top = (frame.wide - WIDE) / 2, frame.y + 24
    for state, (column, row) in tiles().items():
        x, y = left + column * (TILE + APART), top + row * (TILE + APART)
        _draw(frame, state, on.get(state), x, y, linked=linked)
    frame.y = top + HIGH


def _draw(frame: Frame, state: str, tile: Tile | None, x: float, y: float, *, linked: bool) -> None:
    sheet, middle = frame.sheet, x + TILE / 2
    look = tile.look if tile else EMPTY
    opened = tile is not None and linked and sheet.open_link(tile.href, tile.name)
    sheet.rect(
        (x, y, TILE, TILE), fill=look.fill, stroke=INK if tile else QUIET, thick=look.thick,
        dash=look.dash, round_=4,
    )  # fmt: skip
    if tile is None:
        sheet.text(middle, y + 35, state, 15, fill=QUIET, anchor="middle")
    else:
        sheet.text(middle, y + 26, state, 15, bold=True, anchor="middle")
        sheet.text(middle, y + 46, tile.line, 14, anchor="middle")
    if opened:
        sheet.close_link()


def draw_legend(frame: Frame, looks: Sequence[tuple[Look, str]]) -> None:
    """Show what each look means."""
    x, y = float(EDGE), frame.y + 12
    for look, words in looks:
        frame.sheet.rect(
            (x, y - 12, 18, 16), fill=look.fill, stroke=INK, thick=look.thick, dash=look.dash,
            round_=2,
        )  # fmt: skip
        frame.sheet.text(x + 25, y, words, SMALL)
        x += 25 + width(words, SMALL) + 22
    frame.y = y
