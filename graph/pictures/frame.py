"""What stands around every picture: title above, legend, notes and source below."""

from collections.abc import Sequence
from typing import Final

from graph.pictures.fonts import width, wrapped
from graph.pictures.lines import HEAD, Style, draw_end
from graph.pictures.model import Picture, Source, Table
from graph.pictures.sheet import INK, QUIET, Sheet, document

EDGE: Final = 20
TITLE: Final = 19.0
SMALL: Final = 11.5
SAMPLE: Final = 44  # how long the sample of a line is in the legend
NARROWEST: Final = 560


def title_foot(title: str, wide: float) -> float:
    """Return where the title of a picture of this width ends."""
    lines = wrapped(title, TITLE, wide - 2 * EDGE, bold=True)
    return EDGE + TITLE + (len(lines) - 1) * 24 + 8


class Frame:
    """Builds a picture from the top down: title, what it shows, legend, notes, source."""

    def __init__(self, title: str, wide: float) -> None:
        self.title = title
        self.sheet = Sheet()
        self.wide = max(wide, NARROWEST) + 2 * EDGE
        self.y = EDGE + TITLE
        lines = wrapped(title, TITLE, self.wide - 2 * EDGE, bold=True)
        self.y = self.sheet.lines(EDGE, self.y, lines, TITLE, 24, bold=True) - 6

    def legend(self, styles: Sequence[Style], lead: str) -> None:
        """Show what each kind of line says."""
        self.y += 22
        x = float(EDGE)
        self.sheet.text(x, self.y, lead, SMALL, fill=QUIET)
        x += width(lead, SMALL) + 16
        for style in styles:
            room = SAMPLE + 8 + width(style.says, SMALL) + 20
            if x + room > self.wide - EDGE + 20:
                x, self.y = EDGE, self.y + 18
            middle = self.y - 4
            self.sheet.path(
                f"M{x + SAMPLE:.0f} {middle:.0f}H{x + HEAD - 1:.0f}", thick=style.thick,
                dash=style.dash,
            )  # fmt: skip
            draw_end(self.sheet, x, middle, style)
            self.sheet.text(x + SAMPLE + 8, self.y, style.says, SMALL)
            x += room

    def note(self, words: str, *, strong: bool = False) -> None:
        """Write a note over the whole width."""
        lines = wrapped(words, SMALL, self.wide - 2 * EDGE, bold=strong)
        fill = INK if strong else QUIET
        self.y = self.sheet.lines(EDGE, self.y + 18, lines, SMALL, 15, bold=strong, fill=fill) - 15

    def finish(
        self, source: Source, description: str, table: Table, left_out: str, *, linked: bool
    ) -> Picture:
        """Return the whole picture, its source last."""
        self.note(source.line())
        told = " ".join(part for part in (description, left_out, source.line()) if part)
        size = (round(self.wide), round(self.y + EDGE))
        svg = document(self.sheet.marks, size, self.title, told, linked=linked)
        return Picture(self.title, told, svg, table, source.line(), left_out)
