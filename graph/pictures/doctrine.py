"""The map of the doctrine: what restrains Congress to the left, what leaves it free to the right.

Each element is a box below the broader one. What a limit limits, and how many decisions and laws
hang on an element, stands in words in its box, so that no line crosses the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from graph.element_answers import ElementSummary
from graph.elements import Doctrine
from graph.pictures.fonts import width, wrapped
from graph.pictures.frame import EDGE, Frame
from graph.pictures.model import Picture, Source, Table
from graph.pictures.sheet import INK, PALE, QUIET, Sheet, number
from ontology.namespace import AC

ROOT: Final = "anti-commandeering"
TITLE: Final = "Map of the anti-commandeering doctrine: rules to the left, limits to the right"
COLUMN: Final = 400
BETWEEN: Final = 28
INDENT: Final = 20
LABEL: Final = 12.5
WORDS: Final = 11.0
STEP: Final = 14.5
GAP: Final = 7
DASHES: Final = {"contested": "7 4", "open": "2 3", "rejected": "1.5 5", "overruled": "1.5 5"}
HEADINGS: Final = {
    "rule": "What restrains Congress",
    "near": "Rules beside the doctrine",
    "limit": "What leaves Congress free, or binds the States",
    "open": "What is undecided",
}
NOTE: Final = (
    "A box stands below the broader one that it belongs to. Frames: solid settled, dashed"
    " contested, dotted open, faint given up; what is not settled says so. A limit is grey, and"
    " names what it limits where that is not the whole doctrine."
)
HEADER: Final = (
    "Element",
    "Side",
    "Status",
    "Below",
    "Limits",
    "Decisions",
    "Laws resting",
    "Laws limited",
)


@dataclass(frozen=True, slots=True)
class Place:
    """An element with how deep it stands below the first of its branch."""

    element: ElementSummary
    depth: int
    limits: tuple[ElementSummary, ...]
    children: tuple["Place", ...] = ()

    def walk(self) -> Iterator["Place"]:
        """Yield the element and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def doctrine_picture(doctrine: Doctrine, source: Source, *, linked: bool = True) -> Picture:
    """Return a picture of every element of the doctrine; the same always gives the same."""
    groups = _groups(doctrine)
    frame = Frame(TITLE, 2 * COLUMN + BETWEEN)
    root = next(place for place in groups["root"])
    left, right = float(EDGE), float(EDGE + COLUMN + BETWEEN)
    top = _root(frame, root, linked=linked)
    bottoms = []
    for x, kinds in ((left, ("rule", "near")), (right, ("limit", "open"))):
        y = top
        for kind in kinds:
            if groups[kind]:
                frame.sheet.text(x, y + 14, HEADINGS[kind], 14, bold=True)
                y = _branches(frame.sheet, groups[kind], x, y + 26, linked=linked) + 14
        bottoms.append(y)
    frame.y = max(bottoms)
    frame.note(NOTE)
    elements = doctrine.elements.values()
    told = " ".join(f"{e.label} ({_words(e.kind)}, {_words(e.status)})." for e in elements)
    rows = tuple(_row(place) for kind in groups for top_ in groups[kind] for place in top_.walk())
    return frame.finish(source, told, Table(HEADER, rows), "", linked=linked)


def _groups(doctrine: Doctrine) -> dict[str, list[Place]]:
    """Return the branches of the map by where they stand; those of the root are rules."""
    above = {iri: _above(doctrine, iri) for iri in doctrine.elements}

    def place(iri: str, depth: int) -> Place:
        below = [child for child, parent in above.items() if parent == iri]
        deeper = 0 if doctrine.elements[iri].slug == ROOT else depth + 1
        limits = doctrine.linked(iri, str(AC.limitsElement))
        return Place(
            doctrine.elements[iri], depth, limits, tuple(place(child, deeper) for child in below)
        )

    tops = [place(iri, 0) for iri, parent in above.items() if parent is None]
    root = next(top for top in tops if top.element.slug == ROOT)
    sides = {
        side: [top for top in tops if top.element.side == side and top is not root]
        for side in ("rule", "limit", "open")
    }
    alone = Place(root.element, 0, root.limits)
    return {
        "root": [alone],
        "rule": list(root.children),
        "near": sides["rule"],
        "limit": sides["limit"],
        "open": sides["open"],
    }


def _above(doctrine: Doctrine, iri: str) -> str | None:
    """Return what an element stands below: a limit that it bounds, else what is broader."""
    element = doctrine.elements[iri]
    iris = {other.slug: other_iri for other_iri, other in doctrine.elements.items()}
    bounded = [e for e in doctrine.linked(iri, str(AC.limitsElement)) if e.side != "rule"]
    if element.side == "rule" and bounded:
        return iris[bounded[0].slug]
    broader = doctrine.broader(iri)
    return iris[broader.slug] if broader else None


def _root(frame: Frame, place: Place, *, linked: bool) -> float:
    """Draw what all hangs on, in the middle; return where the branches begin."""
    x = frame.wide / 2 - COLUMN / 2
    y = frame.y + 22
    high = _box(frame.sheet, place, x, y, COLUMN, thick=2.4, linked=linked)
    middle, low = frame.wide / 2, y + high
    for side, end in ((EDGE + 8, False), (frame.wide - EDGE - 8, True)):
        edge = x if not end else x + COLUMN
        frame.sheet.path(
            f"M{number(edge)} {number(y + high / 2)}H{number(side)}V{number(low + 12)}"
        )
    frame.sheet.text(middle, low + 14, "rules  ←   →  limits", 11, fill=QUIET, anchor="middle")
    return low + 22


def _branches(sheet: Sheet, places: list[Place], x: float, y: float, *, linked: bool) -> float:
    for place in places:
        y = _branch(sheet, place, x, y, linked=linked)
    return y


def _branch(sheet: Sheet, place: Place, x: float, y: float, *, linked: bool) -> float:
    """Draw a box and those below it; return where the next one stands."""
    left = x + place.depth * INDENT
    high = _box(sheet, place, left, y, COLUMN - place.depth * INDENT, linked=linked)
    below = y + high
    y = below + GAP
    for child in place.children:
        middle = y + 12
        sheet.path(
            f"M{number(left + 9)} {number(below)}V{number(middle)}H{number(left + INDENT)}", thick=1
        )
        y = _branch(sheet, child, x, y, linked=linked)
    return y


def _box(
    sheet: Sheet, place: Place, x: float, y: float, wide: float, *, thick: float = 1.1, linked: bool
) -> float:
    """Draw the box of an element; return how high it is."""
    element = place.element
    room = wide - 16
    label = wrapped(_label(element), LABEL, room, bold=True)
    words = wrapped(_counts(place), WORDS, room)
    beside = len(label) == 1 and len(words) == 1 and (
        width(label[0], LABEL, bold=True) + width(words[0], WORDS) + 14 <= room
    )  # fmt: skip
    lines = 1 if beside else len(label) + len(words)
    high = lines * STEP + 8
    given_up = element.status in ("rejected", "overruled")
    sheet.rect(
        (x, y, wide, high), fill=PALE if element.side == "limit" else "#fff",
        stroke=QUIET if given_up else INK, thick=thick, dash=DASHES.get(element.status, ""),
        round_=4,
    )  # fmt: skip
    opened = linked and sheet.open_link("/doctrine/" + quote(element.slug), element.label)
    at = sheet.lines(x + 8, y + STEP, label, LABEL, STEP, bold=True)
    if opened:
        sheet.close_link()
    if beside:
        sheet.text(x + wide - 8, y + STEP, words[0], WORDS, fill=QUIET, anchor="end")
    else:
        sheet.lines(x + 8, at, words, WORDS, STEP, fill=QUIET)
    return high


def _label(element: ElementSummary) -> str:
    settled = element.status in ("settled", "settled-below")
    return element.label if settled else f"{element.label} ({_words(element.status)})"


def _counts(place: Place) -> str:
    element = place.element
    named = [e.label for e in place.limits if e.slug != ROOT]
    parts = [
        f"limits: {'; '.join(named)}" if named else "",
        f"{element.cases} {'decision' if element.cases == 1 else 'decisions'}",
        f"{element.laws} {'law rests' if element.laws == 1 else 'laws rest'} on it"
        if element.laws
        else "",
        f"it limits {element.laws_limited} {'law' if element.laws_limited == 1 else 'laws'}"
        if element.laws_limited
        else "",
    ]
    return " · ".join(part for part in parts if part)


def _words(notation: str) -> str:
    return notation.replace("-", " ")


def _row(place: Place) -> tuple[str, ...]:
    element = place.element
    return (
        element.label,
        element.side,
        _words(element.status),
        _words(element.broader or ""),
        "; ".join(limited.label for limited in place.limits),
        str(element.cases),
        str(element.laws),
        str(element.laws_limited),
    )
