"""The neighbourhood of a case: what it cites to the left, what cites it to the right."""

from dataclasses import replace

from graph.answers import CaseSummary, LineageAnswer
from graph.lineage import lineage, progeny
from graph.pictures.model import Picture, Source
from graph.pictures.neighbourhood import neighbourhood_picture
from graph.store import PrecedentStore
from tests.graph.pictures.reading import SVG, boxes, overlapping, words, xml

SOURCE = Source("2026-11-25", "869d792f9cb043d6123093d886f6fbdb", "2020-01-01")


def sides(store: PrecedentStore) -> tuple[LineageAnswer, LineageAnswer]:
    """Return what Printz cites and what cites it."""
    return (
        lineage(store, "us/521/898", max_hops=1, limit=75),
        progeny(store, "us/521/898", max_hops=1, limit=75),
    )


def crowded(store: PrecedentStore) -> Picture:
    """Return a picture of Printz with thirty cases that cite it."""
    back, on = sides(store)
    later = [
        CaseSummary(f"x:{n}", f"Case {n} v. State", "1 F.4th 1", f"c{n}", "ca9", 2000 + n)
        for n in range(30)
    ]
    steps = tuple(replace(on.steps[0], citing=case) for case in later)
    return neighbourhood_picture(back, replace(on, steps=steps, total=50), SOURCE)


def test_the_case_stands_between_what_it_cites_and_what_cites_it(store: PrecedentStore) -> None:
    """New York left, Murphy right, each with the words of its tie, and the day below."""
    picture = neighbourhood_picture(*sides(store), SOURCE)
    places = {text.text: float(text.get("x", "0")) for text in xml(picture).iter(f"{SVG}text")}

    assert places["505 U.S. 144 (1992)"] < places["521 U.S. 898 (1997)"]
    assert places["521 U.S. 898 (1997)"] < places["584 U.S. 453 (2018)"]
    assert "follows Printz" in words(picture)
    assert "As of 2020-01-01." in words(picture)
    assert picture.left_out == ""


def test_a_crowd_is_cut_and_counted(store: PrecedentStore) -> None:
    """25 cases are drawn; a box at their end, a note and the description count the rest."""
    picture = crowded(store)
    drawn = len(picture.table.rows) + 1

    assert drawn == 25
    assert len(boxes(picture)) == drawn + 1
    more = 50 - (24 - 2)  # two are cited by Printz
    assert f"+{more} more" in words(picture)
    assert f"left out: {more} more that cite it." in words(picture)
    assert f"{more} more that cite it" in picture.description
    assert overlapping(boxes(picture)) == []


def test_a_case_alone_is_drawn_alone(store: PrecedentStore) -> None:
    """Nothing cites it here and it cites nothing: one box, and the words say so."""
    back, on = sides(store)
    alone, uncited = (replace(side, steps=(), total=0) for side in (back, on))
    picture = neighbourhood_picture(alone, uncited, SOURCE)

    assert len(boxes(picture)) == 1
    assert "No ties are recorded." in picture.description
