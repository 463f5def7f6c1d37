"""Draw cases in columns of years and lanes of courts, with a line for each tie between them."""

from collections.abc import Sequence
from typing import Final

from graph.pictures.columns import heading
from graph.pictures.courts import LEVELS
from graph.pictures.frame import EDGE, Frame
from graph.pictures.layout import (
    GUTTER,
    INSIDE,
    NAME,
    STEP,
    TOLD,
    WIDE,
    WORDS,
    Placed,
    Plan,
    Route,
    plan,
)
from graph.pictures.lines import HEAD, ORDER, draw_end, style_of
from graph.pictures.model import Box, Picture, Source, Table
from graph.pictures.naming import KNOWN_FROM
from graph.pictures.sheet import INK, LINE, PALE, QUIET, Sheet, number

LANE_TEXT: Final = 12.0
LEAD: Final = "Each line runs from the words of the citing case to the case it cites."


def network_picture(
    title: str,
    boxes: Sequence[Box],
    source: Source,
    table: Table,
    *,
    description: str,
    left_out: str = "",
    linked: bool = True,
) -> Picture:
    """Return a picture of cases and the ties between them; the same always gives the same."""
    found = plan(boxes)
    frame = Frame(title, found.width)
    left = (frame.wide - found.width) / 2
    top = _axis(frame.sheet, found, left, frame.y + 26)
    _lanes(frame.sheet, found, frame.wide, top)
    for route in found.routes:
        _line(frame.sheet, route, left, top)
    for one in found.placed.values():
        _box(frame.sheet, one, left, top, linked=linked)
    frame.y = top + found.height
    used = {style_of(link.treatment) for box in boxes for link in box.links}
    if used:
        frame.note(LEAD)
        frame.legend([style for style in ORDER if style in used], "Lines:")
        frame.note(KNOWN_FROM)
    if left_out:
        frame.note(left_out, strong=True)
    return frame.finish(source, description, table, left_out, linked=linked)


def _axis(sheet: Sheet, found: Plan, left: float, y: float) -> float:
    """Write the years above the columns; return where the lanes begin."""
    for at, column in enumerate(found.columns):
        middle = left + at * (WIDE + GUTTER) + WIDE / 2
        sheet.text(
            middle, y, heading([b for b in column if not b.more]), 13, bold=True, anchor="middle"
        )
    return y + 10


def _lanes(sheet: Sheet, found: Plan, wide: float, top: float) -> None:
    for at, (lane, low, high) in enumerate(found.lanes):
        fill = PALE if at % 2 == 0 else "#fff"
        sheet.rect((EDGE / 2, top + low, wide - EDGE, high - low), fill=fill, stroke=LINE)
        sheet.text(EDGE / 2 + 5, top + low + 12, LEVELS[lane], LANE_TEXT - 1.5, fill=QUIET)


def _line(sheet: Sheet, route: Route, left: float, top: float) -> None:
    style = style_of(route.link.treatment)
    points = [(x + left, y + top) for x, y in route.points]
    (x, y), *rest = points
    d = [f"M{number(x)} {number(y)}"]
    if route.within_column:
        far = points[-1]
        out = x - GUTTER * 0.55
        end = far[0] - HEAD + 1
        d.append(_curve(out, y, out, far[1], end, far[1]))
        sheet.path("".join(d), thick=style.thick, dash=style.dash)
        draw_end(sheet, far[0], far[1], style, right=True)
        return
    for at, (to_x, to_y) in enumerate(rest):
        last = at == len(rest) - 1
        to_x = to_x + HEAD - 1 if last else to_x  # noqa: PLW2901 - the line ends where its head begins
        if at % 2 == 0:
            bend = (x - to_x) / 2
            d.append(_curve(x - bend, y, to_x + bend, to_y, to_x, to_y))
        else:
            d.append(f"H{number(to_x)}")
        x, y = to_x, to_y
    sheet.path("".join(d), thick=style.thick, dash=style.dash)
    draw_end(sheet, points[-1][0], points[-1][1], style)


def _curve(*values: float) -> str:
    return "C" + " ".join(map(number, values))


def _box(sheet: Sheet, one: Placed, left: float, top: float, *, linked: bool) -> None:
    x, y = one.x + left, one.y + top
    box = one.box
    sheet.rect(
        (x, y, WIDE, one.height), fill="#fff", stroke=INK, thick=2.4 if box.centre else 1.1,
        dash="4 3" if box.more else "", round_=5,
    )  # fmt: skip
    at = y + 6 + STEP - 4
    opened = linked and sheet.open_link(box.href, f"{box.name}, {box.told}")
    at = sheet.lines(x + INSIDE, at, one.name, NAME, STEP, bold=not box.more)
    at = sheet.lines(x + INSIDE, at, one.told, TOLD, STEP, fill=QUIET)
    if opened:
        sheet.close_link()
    if one.links:
        rule = at - STEP + 6.5
        sheet.path(f"M{number(x)} {number(rule)}h{WIDE}", stroke=LINE, thick=1)
        at += 5
    for link, words in one.links:
        bold = style_of(link.treatment).head == "bar"
        at = sheet.lines(x + INSIDE, at, words, WORDS, STEP, bold=bold)
