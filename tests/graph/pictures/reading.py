"""How tests read a picture that was drawn."""

import itertools
import re
import xml.etree.ElementTree as ET

from graph.pictures.fonts import width
from graph.pictures.model import Picture

SVG = "{http://www.w3.org/2000/svg}"
Area = tuple[float, float, float, float]


def xml(picture: Picture) -> ET.Element:
    """Return a picture's XML."""
    return ET.fromstring(picture.svg)  # noqa: S314 - our own text


def words(picture: Picture) -> str:
    """Return the words that a picture shows."""
    return " ".join(text.text or "" for text in xml(picture).iter(f"{SVG}text"))


def boxes(picture: Picture) -> list[Area]:
    """Return left, top, right and bottom of each rounded box."""
    found = []
    for rect in xml(picture).iter(f"{SVG}rect"):
        if rect.get("rx"):
            x, y, w, h = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
            found.append((x, y, x + w, y + h))
    return found


def texts(picture: Picture) -> list[Area]:
    """Return the area of each line of text."""
    found = []
    for text in xml(picture).iter(f"{SVG}text"):
        size = float(text.get("font-size", "0"))
        wide = width(text.text or "", size, bold=text.get("font-weight") == "700")
        x, y = float(text.get("x", "0")), float(text.get("y", "0"))
        x -= {"middle": wide / 2, "end": wide}.get(text.get("text-anchor", ""), 0)
        found.append((x, y - size * 0.75, x + wide, y + size * 0.2))
    return found


def overlapping(areas: list[Area]) -> list[tuple[Area, Area]]:
    """Return each two areas that share more than an edge."""
    return [
        (a, b)
        for a, b in itertools.combinations(areas, 2)
        if a[0] < b[2] - 0.2 and b[0] < a[2] - 0.2 and a[1] < b[3] - 0.2 and b[1] < a[3] - 0.2
    ]


def within(picture: Picture) -> bool:
    """Tell whether all words lie on the sheet."""
    wide, high = (float(xml(picture).get(name, "0")) for name in ("width", "height"))
    return all(a >= 0 and b >= 0 and c <= wide and d <= high for a, b, c, d in texts(picture))


def points_of(path: str) -> list[tuple[float, float]]:
    """Return points along a path of moves, curves and horizontal lines."""
    found: list[tuple[float, float]] = []
    for command, given in re.findall(r"([MCHLV])([^MCHLVZ]*)", path):
        values = [float(value) for value in given.split()]
        if command in "ML":
            found.append((values[0], values[1]))
        elif command == "H":
            start = found[-1]
            found += [(start[0] + (values[0] - start[0]) * t / 8, start[1]) for t in range(1, 9)]
        elif command == "C":
            x, y = found[-1]
            for t in (n / 12 for n in range(1, 13)):
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                found.append(
                    (
                        a * x + b * values[0] + c * values[2] + d * values[4],
                        a * y + b * values[1] + c * values[3] + d * values[5],
                    )
                )
    return found
