"""The map of laws: every State a tile, its number in words, and what is not on it said."""

from itertools import pairwise

import pytest

from graph.answers import LawsAnswer
from graph.as_of import AsOf
from graph.errors import NoMembers
from graph.facets import LawFilter
from graph.pictures.drawing import draw_map, draw_members
from graph.pictures.lawlists import LawsWanted
from graph.pictures.model import Source
from graph.pictures.tiles import NAMES, tiles
from graph.pictures.us_map import SHADES, map_picture
from graph.reliance import laws
from graph.store import PrecedentStore
from tests.graph.pictures.reading import SVG, boxes, overlapping, texts, within, words, xml
from tests.graph.pictures.test_timeline import law

SOURCE = Source("2026-11-25", "d" * 64)


def test_every_state_and_the_district_have_a_tile() -> None:
    """51 tiles, none on another, and neighbours where a reader looks for them."""
    places = tiles()

    assert places.keys() == NAMES.keys()
    assert len(set(places.values())) == 51
    assert places["WA"][1] < places["OR"][1] < places["CA"][1]
    assert places["CA"][0] < places["NV"][0] + 1 < places["KS"][0] < places["VA"][0]


def test_the_map_counts_what_the_list_lists(packaged: PrecedentStore) -> None:
    """Each row of its table is a tile with that number; no States are added or lost."""
    wanted = LawFilter(topic="firearms")
    listed = laws(packaged, wanted=wanted, limit=None)
    picture = draw_map(packaged, LawsWanted(wanted))
    counted = {row[0]: int(row[1]) for row in picture.table.rows}

    assert sum(counted.values()) == sum(one.jurisdiction != "US" for one in listed.items)
    assert f"{sum(counted.values())} laws of {len(counted)} States." in words(picture)
    assert picture.title == "Laws on firearms, by State"


def test_what_is_not_of_one_state_is_said_below_the_map() -> None:
    """A compact has no tile."""
    compact = law(1, jurisdiction="US", jurisdiction_name="United States", record_kind="compact")
    picture = map_picture(LawsAnswer((compact, law(2)), 2, 3), LawsWanted(), SOURCE)

    assert "1 law of 1 State." in words(picture)
    assert picture.left_out == (
        "Not on the map: 1 record of several States or of the United States; 3 laws tied to it only"
        " by weaker evidence."
    )


def test_a_number_stands_on_every_tile_with_laws_so_that_shades_only_help() -> None:
    """Shades differ for a grey printer too, and the darkest leaves the letters readable."""
    many = tuple(law(n) for n in range(1, 8))
    picture = map_picture(LawsAnswer(many, 7, 0), LawsWanted(), SOURCE, "topic=x")
    links = [(a.get("href"), a.get("aria-label")) for a in xml(picture).iter(f"{SVG}a")]
    light = [int(look.fill[1:3], 16) for _, look in SHADES]

    assert links == [("/laws?topic=x&jurisdiction=US-OH", "OH 7 laws, Ohio")]
    assert all(one - other >= 20 for one, other in pairwise(light))
    assert contrast(SHADES[-1][1].fill, "#1f2933") >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.1 defines it."""
    lights = sorted(luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_nothing_on_the_map_overlaps() -> None:
    """Tiles, legend and notes stand apart, and all is on the sheet."""
    picture = map_picture(
        LawsAnswer((law(1),), 1, 0), LawsWanted(LawFilter(topic="firearms")), SOURCE
    )

    assert len(boxes(picture)) == 51 + len(SHADES)
    assert overlapping(boxes(picture)) == []
    assert overlapping(texts(picture)) == []
    assert within(picture)


def test_a_map_of_members_tells_who_belongs_since_when(packaged: PrecedentStore) -> None:
    """On the day asked for; the vote compact had sixteen members in June 2019."""
    picture = draw_members(packaged, "interstate-national-popular-vote", AsOf("2019-06-12"))
    rows = {row[0]: row for row in picture.table.rows}

    assert "On 2019-06-12: 16 members, 196 electoral votes of 270 needed." in words(picture)
    assert rows["Maryland"][1:3] == ("member", "2007-04-10")
    assert "Minnesota" not in rows
    assert overlapping(texts(picture)) == []
    assert within(picture)


def test_a_law_of_one_state_has_no_members(packaged: PrecedentStore) -> None:
    """The error says which measures have some."""
    with pytest.raises(NoMembers, match="only compacts"):
        draw_members(packaged, "us-mo-sapa-2021")
