"""Many cases and ties of any shape: boxes apart, lines around them, arrows back in time."""

import random

import pytest

from graph.pictures.columns import columns_of
from graph.pictures.layout import WIDE, Plan, plan
from graph.pictures.model import Box, Link, Source, Table
from graph.pictures.network import network_picture
from graph.pictures.placing import stack
from tests.graph.pictures.reading import boxes as drawn_boxes
from tests.graph.pictures.reading import overlapping, points_of, texts, within, xml

TREATMENTS = ("follows", "distinguishes", "overrules", "mentions", "questions")


def crowd(seed: int, cases: int, ties: int) -> list[Box]:
    """Return cases of random years and courts that cite earlier ones."""
    chance = random.Random(seed)  # noqa: S311 - the same in each run
    years = sorted(chance.randint(1790, 2026) for _ in range(cases))
    links: list[list[Link]] = [[] for _ in years]
    for _ in range(ties):
        to, of = sorted(chance.sample(range(cases), 2))
        words = "follows a case of a rather long name, at 912, 920"[: chance.randint(12, 49)]
        links[of].append(Link(f"c{to}", words, chance.choice(TREATMENTS)))
    names = ["Party " * chance.randint(1, 9) + f"v. Other {n}" for n in range(cases)]
    return [
        Box(f"c{n}", names[n], f"{n} U.S. {n} ({year})", year, chance.randint(0, 3), "/cases/x",
            tuple(links[n]))
        for n, year in enumerate(years)
    ]  # fmt: skip


CROWDS = [(seed, cases, ties) for seed in range(6) for cases, ties in ((8, 12), (25, 40))]


@pytest.mark.parametrize(("seed", "cases", "ties"), [*CROWDS, (1, 75, 140)])
def test_boxes_and_words_never_overlap(seed: int, cases: int, ties: int) -> None:
    """Whatever the cases and ties are; and all is on the sheet."""
    picture = network_picture(
        "A crowd", crowd(seed, cases, ties), Source("2026-01-01", "f" * 64), Table((), ()),
        description="",
    )  # fmt: skip

    assert len(drawn_boxes(picture)) == cases
    assert overlapping(drawn_boxes(picture)) == []
    assert overlapping(texts(picture)) == []
    assert within(picture)


@pytest.mark.parametrize(("seed", "cases", "ties"), CROWDS)
def test_no_line_runs_through_a_box(seed: int, cases: int, ties: int) -> None:
    """A line that passes a column keeps clear of its boxes."""
    picture = network_picture(
        "A crowd", crowd(seed, cases, ties), Source("2026-01-01", "f" * 64), Table((), ()),
        description="",
    )  # fmt: skip
    lines = [
        points_of(str(path.get("d")))
        for path in xml(picture).iter("{http://www.w3.org/2000/svg}path")
        if "C" in str(path.get("d"))
    ]

    assert len(lines) == ties
    for line in lines:
        for left, top, right, bottom in drawn_boxes(picture):
            inside = [
                (x, y) for x, y in line if left + 1 < x < right - 1 and top + 1 < y < bottom - 1
            ]
            assert inside == []


def test_a_tie_within_a_column_is_the_exception() -> None:
    """Lines run from right to left; cases of one year may cite each other."""
    found = plan(crowd(3, 25, 40))
    same = [route for route in found.routes if route.within_column]

    for route in found.routes:
        (start, _), (end, _) = route.points[0], route.points[-1]
        assert route in same or end < start
    assert len(same) <= 2


def test_years_are_joined_until_they_fit_the_page_and_stay_in_order() -> None:
    """Six columns where nothing forbids it, in the order of time; ties keep years apart."""
    free = columns_of(crowd(1, 25, 0))
    tied = columns_of(
        [
            Box(
                f"c{n}",
                "A v. B",
                "",
                1990 + n,
                0,
                links=(Link(f"c{n - 1}", "", "follows"),) if n else (),
            )
            for n in range(9)
        ]
    )

    assert len(free) == 6
    assert [box.year for column in free for box in column] == sorted(
        box.year for column in free for box in column
    )
    assert len(tied) == 9


def test_what_stands_for_many_stands_at_its_end() -> None:
    """Earlier ones in the first column, later ones in the last."""
    boxes = [
        *crowd(2, 12, 0),
        Box("less", "+9 more", "", 1700, 0, more=True),
        Box("more", "+7 more", "", 2030, 0, more=True),
    ]
    found: Plan = plan(boxes)

    assert found.placed["less"].x == 0
    assert found.placed["more"].x + WIDE == found.width


def test_things_stand_as_near_as_may_be_to_their_place_without_overlap() -> None:
    """Those that want the same place share the way; what is free stands where it wants."""
    found = stack([10, 12, 300], [20, 20, 20], 5, 0, 400)

    assert found[1] - found[0] == 25
    assert found[2] == 300
    assert found[0] >= 10
