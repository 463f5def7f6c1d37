"""What holds for every picture over the facts that are shipped, of whatever kind."""

import io
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from graph.as_of import AsOf
from graph.facets import LawFilter
from graph.home import open_reader
from graph.pictures.drawing import (
    draw_case_timeline,
    draw_chain,
    draw_doctrine,
    draw_laws_timeline,
    draw_map,
    draw_members,
    draw_neighbourhood,
)
from graph.pictures.lawlists import LawsWanted
from graph.pictures.model import Picture
from graph.pictures.printing import png_of
from graph.step_filter import StepFilter
from graph.store import PrecedentStore
from tests.graph.pictures.reading import SVG, boxes, overlapping, texts, within, words, xml
from tests.graph.pictures.test_chain import greyish
from tests.graph.pictures.test_us_map import contrast

Draw = Callable[[PrecedentStore], Picture]
TOPICS = ("immigration-enforcement", "firearms", "fugitive-slaves", "cannabis-adult-use", "real-id")
CASES = (
    "printz-v-united-states",
    "murphy-v-ncaa",
    "national-league-of-cities-v-usery",
    "921 F.3d 865",
)
THEN = AsOf("2018-05-14")


def laws_on(topic: str) -> LawsWanted:
    """Return the laws on a topic."""
    return LawsWanted(LawFilter(topic=topic))


DRAWN: dict[str, Draw] = {
    "chain": lambda s: draw_chain(s, "505 U.S. 144", "murphy-v-ncaa"),
    "chain of many lines": lambda s: draw_chain(s, "505 U.S. 144", "921 F.3d 865", limit=60),
    "chain over a century": lambda s: draw_chain(
        s, "prigg-v-pennsylvania", "printz-v-united-states", limit=40
    ),
    "chain as of a day": lambda s: draw_chain(
        s, "505 U.S. 144", "printz", wanted=StepFilter(as_of=THEN)
    ),
    "neighbourhood of 75": lambda s: draw_neighbourhood(s, CASES[0], most=75),
    "doctrine": draw_doctrine,
    "map of members": lambda s: draw_members(s, "interstate-national-popular-vote"),
    "map of all": lambda s: draw_map(s, LawsWanted()),
    "map of a case": lambda s: draw_map(s, LawsWanted(relies_on=CASES[0]), THEN),
    **{f"neighbourhood of {case}": partial(draw_neighbourhood, case=case) for case in CASES},
    **{f"timeline of {case}": partial(draw_case_timeline, case=case) for case in CASES},
    **{
        f"timeline of {topic}": partial(draw_laws_timeline, asked=laws_on(topic), most=75)
        for topic in TOPICS
    },
    **{f"map of {topic}": partial(draw_map, asked=laws_on(topic)) for topic in TOPICS},
}


@pytest.fixture(scope="module")
def whole(filled_home: Path) -> PrecedentStore:
    """Return the newest snapshot of all that is shipped."""
    return open_reader(filled_home).store()


@pytest.mark.parametrize("kind", DRAWN)
def test_a_picture_is_whole_readable_and_told_in_words(whole: PrecedentStore, kind: str) -> None:
    """Nothing overlaps or is cut; title, description, source and table are there; twice the same."""
    picture = DRAWN[kind](whole)
    root = xml(picture)

    assert overlapping(boxes(picture)) == []
    assert overlapping(texts(picture)) == []
    assert within(picture)
    assert root.findtext(f"{SVG}title") == picture.title
    assert len(root.findtext(f"{SVG}desc") or "") > 60
    assert f"dataset {whole.dataset_hash()[:12]}." in words(picture)
    assert picture.table.rows
    assert {len(row) for row in picture.table.rows} == {len(picture.table.header)}
    assert DRAWN[kind](whole) == picture


@pytest.mark.parametrize("kind", DRAWN)
def test_a_picture_needs_no_colour_and_its_words_stand_out(
    whole: PrecedentStore, kind: str
) -> None:
    """Every colour is a grey, and every word has the contrast of WCAG AA on what it stands on."""
    picture = DRAWN[kind](whole)
    colours = set(re.findall(r'"#([0-9a-f]{6})"', picture.svg))

    assert all(greyish(colour) for colour in colours)
    for text, area in zip(xml(picture).iter(f"{SVG}text"), texts(picture), strict=True):
        ground = ground_of(picture, ((area[0] + area[2]) / 2, (area[1] + area[3]) / 2))
        assert contrast(str(text.get("fill")), ground) >= 4.5, (text.text, ground)


def ground_of(picture: Picture, point: tuple[float, float]) -> str:
    """Return the colour of the last rectangle drawn under a point."""
    found = "#ffffff"
    for rect in xml(picture).iter(f"{SVG}rect"):
        x, y, w, h = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
        if x <= point[0] <= x + w and y <= point[1] <= y + h and rect.get("fill") != "none":
            found = str(rect.get("fill"))
    return "#ffffff" if found == "#fff" else found


def test_a_print_without_colour_is_the_same_print(whole: PrecedentStore) -> None:
    """In grey no pixel is far from what it was."""
    image = Image.open(io.BytesIO(png_of(DRAWN["chain"](whole).svg, 1))).convert("RGB")
    grey = image.convert("L").convert("RGB")
    far = max(abs(a - b) for a, b in zip(image.tobytes(), grey.tobytes(), strict=True))

    assert far < 24
