"""One search finds cases, laws, elements and claims, however they are asked for."""

from pathlib import Path

import pytest

from graph.as_of import AsOf
from graph.errors import UnknownConcept
from graph.home import open_reader
from graph.search import nicknames, search
from graph.search_words import WordIndex, asked_words
from graph.store import PrecedentStore


@pytest.fixture(scope="module")
def store(filled_home: Path) -> PrecedentStore:
    """Return a snapshot that nobody writes: its words are read once for all searches."""
    return open_reader(filled_home).store()


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("printz", "case", "printz-v-united-states"),
        ("Pritnz v Untied States", "case", "printz-v-united-states"),
        ("505 U.S. 144", "case", "new-york-v-united-states"),
        ("New York v. United States", "case", "new-york-v-united-states"),
        ("obamacare", "case", "nfib-v-sebelius"),
        ("SAPA", "law", "us-mo-sapa-2021"),
        ("Gov't Code 7284", "law", "us-ca-sb54-california-values-act"),
        ("dual soverignty", "element", "dual-sovereignty"),
        ("spending coercion", "element", "spending-coercion"),
    ],
)
def test_the_first_hit_is_what_was_meant(
    store: PrecedentStore, text: str, kind: str, key: str
) -> None:
    """By name, misspelt, by citation, by a name in common use, by code section, by slug."""
    best = search(store, text).items[0]

    assert (best.kind, best.key) == (kind, key)


def test_a_word_taken_for_another_is_told(store: PrecedentStore) -> None:
    """A reader sees what was searched for in place of what was typed."""
    assert search(store, "pritnz").understood == {"pritnz": "printz"}
    assert search(store, "printz").understood == {}


def test_a_word_that_nothing_has_is_told(store: PrecedentStore) -> None:
    """The hits have the other words."""
    found = search(store, "printz xyzzyplugh")

    assert found.missing == ("xyzzyplugh",)
    assert found.items[0].key == "printz-v-united-states"


@pytest.mark.parametrize("text", ["", "   ", "xyzzyplugh", "§§§"])
def test_what_nothing_fits_finds_nothing(store: PrecedentStore, text: str) -> None:
    """No words, unknown words, marks only."""
    assert search(store, text).total == 0


def test_hits_are_counted_by_kind_and_can_be_narrowed(store: PrecedentStore) -> None:
    """The counts stay those of all kinds."""
    every = search(store, "fugitive slave", limit=None)
    laws = search(store, "fugitive slave", kind="law", limit=None)

    assert {one.value: one.count for one in every.facets["kind"]}["law"] == laws.total > 10
    assert {hit.kind for hit in laws.items} == {"law"}
    assert every.facets == laws.facets
    with pytest.raises(UnknownConcept):
        search(store, "printz", kind="statute")


def test_nothing_later_than_the_day_is_found(store: PrecedentStore) -> None:
    """*Printz* was not decided in 1996, nor was California's act made in 2016."""
    before, then = AsOf.read("1996-12-31"), AsOf.read("1997-06-27")

    def found(text: str, day: AsOf) -> set[str]:
        return {hit.key for hit in search(store, text, as_of=day, limit=None).items}

    for text in ("printz", "521 U.S. 898"):
        assert "printz-v-united-states" not in found(text, before)
        assert "printz-v-united-states" in found(text, then)
    assert "us-ca-sb54-california-values-act" not in found("California Values Act", then)


@pytest.mark.parametrize("kind", ["case", "law"])
def test_every_nickname_is_of_one_record_and_finds_it_among_the_first(
    store: PrecedentStore, kind: str
) -> None:
    """A slug that no record has would be a dead line of the file."""
    for slug, names in nicknames()[kind].items():
        for name in names:
            first = [hit.key for hit in search(store, name, kind=kind).items[:5]]
            assert slug in first, name


def test_short_words_and_numbers_are_taken_as_they_are() -> None:
    """SAPA is not PAPA, and section 1373 is not 1378."""
    index = WordIndex.of([[("papa 1378", 1.0)]])

    assert index.near("sapa") == index.near("1373") == {}


def test_words_that_say_nothing_are_left_out_of_a_search() -> None:
    """Unless there are no others."""
    assert asked_words("the laws of New York") == ["laws", "new", "york"]
