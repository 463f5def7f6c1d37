"""The map of the doctrine: every element on it, rules left and limits right."""

import re
import xml.etree.ElementTree as ET

import pytest

from graph.elements import read_doctrine
from graph.pictures.doctrine import doctrine_picture
from graph.pictures.model import Picture, Source
from graph.store import PrecedentStore
from tests.graph.pictures.reading import SVG, boxes, overlapping, texts, within, xml

HREF = "href"


@pytest.fixture(scope="module")
def picture(packaged: PrecedentStore) -> Picture:
    """Return the map of the packaged doctrine."""
    return doctrine_picture(read_doctrine(packaged), Source("2026-11-25", "a" * 64))


@pytest.fixture(scope="module")
def drawn(picture: Picture) -> ET.Element:
    """Return the picture's XML."""
    return xml(picture)


def places(drawn: ET.Element) -> dict[str, float]:
    """Return how far to the right each element's box stands."""
    found = {}
    for link in drawn.iter(f"{SVG}a"):
        words = link.find(f"{SVG}text")
        assert words is not None
        found[str(link.get(HREF)).rpartition("/")[2]] = float(words.get("x", "0"))
    return found


def test_every_element_is_drawn_and_leads_to_its_page(
    drawn: ET.Element, packaged: PrecedentStore
) -> None:
    """One link an element, all of them to this server."""
    links = [str(link.get(HREF)) for link in drawn.iter(f"{SVG}a")]

    assert all(re.fullmatch(r"/doctrine/[a-z-]+", link) for link in links)
    assert set(places(drawn)) == {e.slug for e in read_doctrine(packaged).elements.values()}


def test_rules_stand_left_of_the_root_and_limits_right(
    drawn: ET.Element, packaged: PrecedentStore
) -> None:
    """Only what bounds a limit stands on the limits' side though it restrains Congress."""
    at = places(drawn)
    root = at["anti-commandeering"]
    bounds = {"spending-coercion", "conditions-from-congress", "preemption-private-actors"}

    for element in read_doctrine(packaged).elements.values():
        if element.side == "limit" or element.slug in bounds:
            assert at[element.slug] > root, element.slug
        elif element.side == "rule" and element.slug != "anti-commandeering":
            assert at[element.slug] < root, element.slug


def test_the_map_is_told_in_words(picture: Picture, packaged: PrecedentStore) -> None:
    """A description and a table with a row for each element, for readers who do not see it."""
    rows = {row[0]: row for row in picture.table.rows}

    assert "Orders of federal courts (exception, settled)." in picture.description
    assert len(rows) == len(read_doctrine(packaged).elements)
    assert rows["Voluntary cooperation"][4] == "No conscription of state executive officers"


def test_what_is_not_settled_says_so_in_words_and_by_its_frame(picture: Picture) -> None:
    """A frame alone would be missed in a bad copy."""
    shown = " ".join(text.text or "" for text in xml(picture).iter(f"{SVG}text"))
    dashed = [r for r in xml(picture).iter(f"{SVG}rect") if r.get("stroke-dasharray")]

    assert "Political-process view (rejected)" in shown
    assert len(dashed) == sum(
        row[2] not in ("settled", "settled below") for row in picture.table.rows
    )


def test_no_box_and_no_word_of_the_map_overlaps(picture: Picture, packaged: PrecedentStore) -> None:
    """All is on the sheet, one box an element."""
    assert len(boxes(picture)) == len(read_doctrine(packaged).elements)
    assert overlapping(boxes(picture)) == []
    assert overlapping(texts(picture)) == []
    assert within(picture)
