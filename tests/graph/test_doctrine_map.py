"""The map of the doctrine: every element on it, rules left and limits right."""

import re
import xml.etree.ElementTree as ET

import pytest

from graph.doctrine_map import doctrine_svg
from graph.elements import read_doctrine
from graph.store import PrecedentStore

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture(scope="module")
def drawn(packaged: PrecedentStore) -> ET.Element:
    """Return the picture's XML."""
    return ET.fromstring(doctrine_svg(read_doctrine(packaged)))  # noqa: S314 - our own text


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


def test_the_map_is_told_in_words(drawn: ET.Element) -> None:
    """A title and a description stand for readers who do not see it."""
    desc = drawn.find(f"{SVG}desc")

    assert drawn.get("role") == "img"
    assert desc is not None
    assert "Orders of federal courts (exception, settled)." in (desc.text or "")


def test_the_same_doctrine_gives_the_same_map(packaged: PrecedentStore) -> None:
    """Nothing in the picture depends on the moment or on chance."""
    assert doctrine_svg(read_doctrine(packaged)) == doctrine_svg(read_doctrine(packaged))
