"""What rests on a case or an element is sorted by what support would remain."""

import pytest

from graph.as_of import AsOf
from graph.errors import NothingAsked, UnknownElement
from graph.exposure import CLASSES, SUPPORTS, ExposureAnswer, exposure
from graph.facets import LawFilter
from graph.store import PrecedentStore


@pytest.fixture(scope="module")
def executives(packaged: PrecedentStore) -> ExposureAnswer:
    """Return what rests on the ban of conscripting executive officers."""
    return exposure(packaged, element="no-commandeering-executives")


def test_firearm_and_sanctuary_laws_rest_on_the_executive_rule(executives: ExposureAnswer) -> None:
    """Laws of both kinds are listed, each with its class."""
    found = {e.law.slug: e.exposure for e in executives.laws}

    assert found["us-ky-hb153-2023"] == "sole support"
    assert found["us-ca-sb54-california-values-act"] == "one of several"


def test_what_would_remain_stands_beside_a_law(executives: ExposureAnswer) -> None:
    """SB 54 keeps what courts held under Murphy, and nothing it keeps is about what falls."""
    values_act = next(
        e for e in executives.laws if e.law.slug == "us-ca-sb54-california-values-act"
    )

    assert "murphy-v-ncaa" in {tie.precedent.slug for tie in values_act.remaining}
    assert {tie.element for tie in values_act.lost} == {"no-commandeering-executives"}


def test_each_law_is_in_one_class_and_each_tie_in_one_place(packaged: PrecedentStore) -> None:
    """Lost, weakened, undecided and remaining ties make up a law's support."""
    answer = exposure(packaged, case="printz-v-united-states")

    assert sum(number for _, number in answer.laws_by_class) == len(answer.laws) > 20
    for found in answer.laws:
        assert found.exposure in CLASSES
        if found.exposure == "background":
            continue
        sorted_ties = [*found.lost, *(w.reliance for w in found.weakened)]
        sorted_ties += [*found.undecided, *found.remaining]
        support = [tie for tie in found.law.reliance if tie.bearing in SUPPORTS]
        assert sorted(t.iri for t in sorted_ties) == sorted(t.iri for t in support)


def test_a_law_exposed_through_a_later_case_shows_the_line(packaged: PrecedentStore) -> None:
    """New York is under Printz for dual sovereignty, and laws that rest on Printz for it."""
    answer = exposure(packaged, case="new-york-v-united-states")
    indirect = [e for e in answer.laws if e.exposure == "indirect"]

    assert indirect
    for found in indirect:
        assert found.lost == ()
        for weak in found.weakened:
            assert weak.line[0].cited.slug == "new-york-v-united-states"
            assert weak.line[-1].citing.iri == weak.reliance.precedent.iri


def test_a_citation_for_another_point_is_no_exposure(packaged: PrecedentStore) -> None:
    """Narrowed to one element, a case leaves laws that rest on it for another untouched."""
    whole = exposure(packaged, case="printz-v-united-states")
    narrowed = exposure(packaged, case="printz-v-united-states", element="dual-sovereignty")

    assert {e.law.slug for e in narrowed.laws} < {e.law.slug for e in whole.laws}
    assert all(tie.element == "dual-sovereignty" for e in narrowed.laws for tie in e.lost)


def test_a_tie_that_is_only_inferred_makes_nothing_depend(packaged: PrecedentStore) -> None:
    """Laws tied by structure alone are background, and the answer says how many they are."""
    answer = exposure(packaged, case="murphy-v-ncaa")
    inferred = [e for e in answer.laws if all(tie.evidence_type == 8 for tie in e.lost)]

    assert inferred
    assert all(e.exposure in ("background", "indirect") for e in inferred)
    assert any("inference" in line for line in answer.not_known)


def test_laws_that_ended_are_left_out_and_counted(packaged: PrecedentStore) -> None:
    """Personal liberty laws are gone; asked for by status, they are there."""
    answer = exposure(packaged, case="prigg-v-pennsylvania")
    historical = exposure(
        packaged, case="prigg-v-pennsylvania", wanted=LawFilter(status="historical")
    )

    assert not any("fugitive-slaves" in e.law.topics for e in answer.laws)
    assert any("left out" in line for line in answer.not_known)
    assert any("fugitive-slaves" in e.law.topics for e in historical.laws)


def test_later_cases_show_what_else_they_follow(packaged: PrecedentStore) -> None:
    """A case that rests on another one too is one of several."""
    answer = exposure(packaged, case="printz-v-united-states")
    several = [e for e in answer.cases if e.exposure == "one of several"]

    assert several
    assert all(e.remaining and e.elements for e in several)


def test_as_of_a_day_only_what_was_there_is_exposed(packaged: PrecedentStore) -> None:
    """In 2012 no law of 2017 rested on Printz."""
    answer = exposure(packaged, case="printz-v-united-states", as_of=AsOf.read("2012-06-01"))

    assert answer.laws
    assert all((e.law.enacted or "") <= "2012-06-01" for e in answer.laws)
    assert all((e.case.decided or str(e.case.year)) <= "2012-06-01" for e in answer.cases)


def test_something_must_be_asked_about(packaged: PrecedentStore) -> None:
    """Neither a case nor an element is no question; an unknown element is named."""
    with pytest.raises(NothingAsked, match="a case, an element, or both"):
        exposure(packaged)
    with pytest.raises(UnknownElement, match="free-beer"):
        exposure(packaged, element="free-beer")
