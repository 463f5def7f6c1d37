"""Which laws of other places are like a law."""

import pytest

from graph.as_of import AsOf
from graph.errors import UnknownLaw
from graph.iri import thing_iri
from graph.law_detail import find_law
from graph.siblings import siblings
from graph.store import PrecedentStore


def test_siblings_share_a_topic_and_a_means_and_are_of_other_places(
    packaged: PrecedentStore,
) -> None:
    """Those that share most come first."""
    found = siblings(packaged, find_law(packaged, "us-mo-sapa-2021"))
    shared = [len(one.topics) * 10 + len(one.mechanisms) for one in found]

    assert "us-ky-hb153-2023" in {one.law.slug for one in found}
    assert all(one.topics and one.mechanisms for one in found)
    assert "US-MO" not in {one.law.jurisdiction for one in found}
    assert shared == sorted(shared, reverse=True)


def test_as_of_a_day_laws_made_later_are_no_siblings(packaged: PrecedentStore) -> None:
    """Kentucky acted in 2023."""
    iri = find_law(packaged, "us-mo-sapa-2021")

    found = siblings(packaged, iri, AsOf.read("2022-01-01"), most=99)

    assert found
    assert "us-ky-hb153-2023" not in {one.law.slug for one in found}


def test_a_law_that_nobody_recorded_has_no_siblings(packaged: PrecedentStore) -> None:
    """The error names it."""
    with pytest.raises(UnknownLaw, match="no-such-law"):
        siblings(packaged, thing_iri("law", "no-such-law"))
