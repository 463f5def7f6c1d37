"""The card for links: always of one size, its title once, its words large enough."""

import re

import pytest

from graph.facets import LawFilter
from graph.pictures.card import card_svg
from graph.pictures.drawing import draw_doctrine, draw_laws_timeline, draw_map
from graph.pictures.lawlists import LawsWanted
from graph.pictures.model import Picture
from graph.pictures.printing import size_of
from graph.store import PrecedentStore


def pictures(store: PrecedentStore) -> list[Picture]:
    """Return a wide, a square and a tall picture."""
    firearms = LawsWanted(LawFilter(topic="firearms"))
    return [draw_map(store, firearms), draw_laws_timeline(store, firearms), draw_doctrine(store)]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_card_has_one_size_and_readable_words(packaged: PrecedentStore, number: int) -> None:
    """What is too tall is cut below rather than made too small; the title is not said twice."""
    picture = pictures(packaged)[number]
    card = card_svg(picture)
    inner = re.search(r'<svg x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)" viewBox="0 ([\d.]+) ([\d.]+) ([\d.]+)"', card)  # fmt: skip
    assert inner is not None
    left, wide, high, top, seen_wide, seen_high = map(float, inner.groups())

    assert size_of(card) == (1200, 630)
    assert left + wide <= 1200
    assert wide / seen_wide >= 0.6
    assert abs(wide / seen_wide - high / seen_high) < 0.01
    assert top > 40
    assert "<a " not in card
