"""Lines of precedent can be narrowed by treatment, court, depth and element."""

import pytest

from graph.chain import chain
from graph.errors import UnknownConcept, UnknownElement
from graph.lineage import lineage, progeny
from graph.step_filter import StepFilter
from graph.store import PrecedentStore


def test_only_the_treatments_asked_for_make_a_line(packaged: PrecedentStore) -> None:
    """Every step of each line is of one of them."""
    wanted = StepFilter(treatments=("follows", "applies"))
    answer = chain(packaged, "505 U.S. 144", "murphy-v-ncaa", wanted=wanted)

    assert answer.chains
    steps = [step for line in answer.chains for step in line.steps]
    assert {evidence.treatment for step in steps for evidence in step.evidence} <= {"follows", "applies"}  # fmt: skip


def test_only_courts_asked_for_are_walked(packaged: PrecedentStore) -> None:
    """The progeny of Printz in the Ninth Circuit is of that court."""
    answer = progeny(packaged, "521 U.S. 898", wanted=StepFilter(courts=("ca9",)), max_hops=1)

    assert answer.steps
    assert {step.citing.court for step in answer.steps} == {"ca9"}
    assert answer.total < progeny(packaged, "521 U.S. 898", max_hops=1).total


def test_an_element_keeps_a_line_on_its_subject(packaged: PrecedentStore) -> None:
    """Both cases of each step state the element or a narrower one."""
    wanted = StepFilter(element="anti-commandeering")
    answer = lineage(packaged, "murphy-v-ncaa", wanted=wanted)

    assert answer.steps
    assert answer.total < lineage(packaged, "murphy-v-ncaa").total


def test_depth_is_asked_of_what_was_read_in_a_text(store: PrecedentStore) -> None:
    """References without a known depth do not count as deep."""
    assert lineage(store, "us/521/898").steps
    assert not lineage(store, "us/521/898", wanted=StepFilter(depth="examined")).steps


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (StepFilter(treatments=("adores",)), "adores"),
        (StepFilter(depth="bottomless"), "bottomless"),
    ],
)
def test_words_that_no_step_has_are_refused(
    store: PrecedentStore, wanted: StepFilter, told: str
) -> None:
    """The error names the value."""
    with pytest.raises(UnknownConcept, match=told):
        chain(store, "us/505/144", "us/521/898", wanted=wanted)


def test_an_unknown_element_is_refused(packaged: PrecedentStore) -> None:
    """The error names it."""
    with pytest.raises(UnknownElement, match="free-beer"):
        lineage(packaged, "us/521/898", wanted=StepFilter(element="free-beer"))


def test_the_ties_are_counted_by_treatment(packaged: PrecedentStore) -> None:
    """The counts are of all ties, also of those that a limit leaves out."""
    answer = progeny(packaged, "521 U.S. 898", limit=3)

    assert len(answer.steps) == 3
    assert sum(number for _, number in answer.treatments) == answer.total > 3


def test_the_main_path_runs_between_the_ends(packaged: PrecedentStore) -> None:
    """New York leads to Murphy by Printz; a lineage's main path ends in its case."""
    line = chain(packaged, "505 U.S. 144", "murphy-v-ncaa").main_path
    roots = lineage(packaged, "murphy-v-ncaa").main_path

    assert line is not None
    assert [case.slug for case in line.cases][:2] == ["new-york-v-united-states", "printz-v-united-states"]  # fmt: skip
    assert len(line.steps) == len(line.cases) - 1
    assert roots[-1].slug == "murphy-v-ncaa"
