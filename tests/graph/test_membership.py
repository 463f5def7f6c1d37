"""Who belonged to a compact on a day, and how many electoral votes that was."""

import pyoxigraph as ox
import pytest

from graph.as_of import AsOf
from graph.law_days import MembersOn
from graph.law_detail import law_detail
from graph.membership import electors
from graph.questions import question
from graph.store import PrecedentStore

POPULAR_VOTE = "interstate-national-popular-vote"


@pytest.fixture(scope="module")
def store(packaged: PrecedentStore) -> PrecedentStore:
    """Return the packaged facts."""
    return packaged


def members(store: PrecedentStore, slug: str, day: str) -> MembersOn:
    """Return the members of a compact on a day."""
    found = law_detail(store, slug, AsOf.read(day)).members
    assert found is not None
    return found


# As its promoters counted at the time, each under the apportionment of the day.
VOTES = [
    ("2007-04-09", 0, 0),
    ("2009-05-01", 5, 61),
    ("2010-12-31", 7, 74),
    ("2014-05-01", 11, 165),
    ("2019-05-25", 15, 189),
    ("2024-04-15", 18, 209),
    ("2026-04-13", 19, 222),
]


@pytest.mark.parametrize(("day", "total", "votes"), VOTES)
def test_the_electoral_votes_of_a_compact_depend_on_the_day(
    store: PrecedentStore, day: str, total: int, votes: int
) -> None:
    """States accede, and a census gives and takes votes."""
    found = members(store, POPULAR_VOTE, day)

    assert (found.total, found.electoral_votes, found.votes_needed) == (total, votes, 270)


@pytest.mark.parametrize(("day", "total", "votes"), VOTES[1:])
def test_sparql_alone_counts_the_same(
    store: PrecedentStore, day: str, total: int, votes: int
) -> None:
    """What the function adds up, the named questions add up in the store."""
    compact = law_detail(store, POPULAR_VOTE).law.iri
    values = {"law": str(ox.NamedNode(compact)), "as_of": str(ox.Literal(day))}

    assert store.select(question("members-on-a-day", **values)) == [{"members": str(total)}]
    assert store.select(question("electoral-votes-on-a-day", **values)) == [
        {"electoral_votes": str(votes)}
    ]


@pytest.mark.parametrize("day", ["2004-11-02", "2016-11-08", "2024-11-05"])
def test_an_apportionment_gives_538_electors(store: PrecedentStore, day: str) -> None:
    """Fifty states and the District, none with fewer than three."""
    found = electors(store, day)

    assert (len(found), sum(found.values()), min(found.values())) == (51, 538, 3)


def test_a_state_that_left_and_came_back_is_a_member_twice(store: PrecedentStore) -> None:
    """New Jersey was out of the greenhouse-gas market from 2012 to 2019."""
    days = ("2011-12-31", "2012-01-01", "2019-12-31", "2020-01-01")
    found = [members(store, "interstate-rggi", day) for day in days]

    assert ["US-NJ" in {m.jurisdiction for m in f.members} for f in found] == [
        True,
        False,
        False,
        True,
    ]
    assert [m.jurisdiction for m in found[1].left] == ["US-NJ"]
    assert [f.total for f in found] == [10, 9, 9, 10]


def test_a_member_whose_first_day_is_unknown_counts_from_when_it_was_seen(
    store: PrecedentStore,
) -> None:
    """Before that day it is listed as uncertain, and it is marked."""
    early = members(store, "interstate-medical-licensure-compact", "2018-01-01")
    late = members(store, "interstate-medical-licensure-compact", "2020-01-01")
    guam = next(m for m in late.members if m.jurisdiction == "US-GU")

    assert "US-GU" in {m.jurisdiction for m in early.uncertain}
    assert (guam.since, guam.seen, guam.unverified_fields) == (None, "2019-04", ("from",))


def test_applications_are_counted_towards_what_they_need(store: PrecedentStore) -> None:
    """Nineteen of thirty-four; Nebraska's ends in 2027."""
    now = members(store, "interstate-convention-of-states-applications", "2026-01-28")
    later = members(store, "interstate-convention-of-states-applications", "2027-02-01")

    assert (now.total, now.members_needed, now.electoral_votes) == (19, 34, None)
    assert later.total == 18


@pytest.mark.parametrize(
    ("day", "total"), [("2014-01-01", 19), ("2018-01-01", 28), ("2024-01-01", 27)]
)
def test_rescinded_applications_no_longer_count(
    store: PrecedentStore, day: str, total: int
) -> None:
    """As the lists of those years counted balanced-budget applications."""
    assert members(store, "interstate-balanced-budget-applications", day).total == total


def test_a_compact_says_how_it_stands_with_congress(store: PrecedentStore) -> None:
    """The consent question is answered for every compact."""
    asked = {
        slug: law_detail(store, slug).consent
        for slug in (POPULAR_VOTE, "interstate-waterfront-commission-compact", "interstate-rggi")
    }

    assert set(asked.values()) == {"not-sought", "consented"}
    assert law_detail(store, "interstate-waterfront-commission-compact").consent_citation


def test_a_law_of_one_state_has_no_members(store: PrecedentStore) -> None:
    """None, and not an empty list, which would look like a compact that nobody joined."""
    assert law_detail(store, "us-ca-sb54-california-values-act").members is None


def test_every_member_has_a_source_or_says_what_is_not_verified(store: PrecedentStore) -> None:
    """No membership stands on nothing."""
    rows = store.select(
        "PREFIX ac: <https://w3id.org/anticommandeering/ns#>"
        " PREFIX dcterms: <http://purl.org/dc/terms/>"
        " SELECT ?m { ?m a ac:Membership FILTER NOT EXISTS { ?m dcterms:source ?s }"
        " FILTER NOT EXISTS { ?m ac:unverifiedField ?f } }"
    )

    assert rows == []
