"""Cases are weighed by the citations among those that state the doctrine."""

import pytest

from graph.as_of import AsOf
from graph.authority import authority
from graph.errors import UnknownElement
from graph.store import PrecedentStore


def test_pagerank_of_all_cases_adds_up_to_one(packaged: PrecedentStore) -> None:
    """Nothing is lost in a network with sinks, and every case of it is ranked."""
    answer = authority(packaged, limit=1000)

    assert len(answer.items) == answer.total > 100
    assert sum(item.pagerank for item in answer.items) == pytest.approx(1, abs=1e-3)
    assert [item.rank for item in answer.items] == list(range(1, answer.total + 1))


def test_new_york_leads_among_cases_that_state_the_rule(packaged: PrecedentStore) -> None:
    """It is cited by most of them and follows few."""
    answer = authority(packaged, element="anti-commandeering", limit=3)

    assert answer.element == "anti-commandeering"
    assert answer.items[0].case.slug == "new-york-v-united-states"
    assert min(item.authority for item in answer.items) > 0


def test_before_printz_nothing_cites_printz(packaged: PrecedentStore) -> None:
    """As of a day the network holds what had been decided."""
    answer = authority(packaged, as_of=AsOf.read("1996-01-01"), limit=1000)

    assert "printz-v-united-states" not in {item.case.slug for item in answer.items}
    assert all((item.case.year or 0) <= 1996 for item in answer.items)


def test_citations_in_dissents_count_only_when_asked(packaged: PrecedentStore) -> None:
    """Separate opinions add citations."""
    assert authority(packaged, dissents=True).citations > authority(packaged).citations


def test_an_unknown_element_is_named(packaged: PrecedentStore) -> None:
    """The error repeats what was asked for."""
    with pytest.raises(UnknownElement, match="free-beer"):
        authority(packaged, element="free-beer")
