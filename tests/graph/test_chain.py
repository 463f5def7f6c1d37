"""Lines of cases run over what the Court said, the strongest first."""

import pytest

from graph.chain import chain
from graph.errors import AmbiguousCase, SameCase, UnknownCase
from graph.lineage import lineage, progeny
from graph.step_filter import StepFilter
from graph.store import PrecedentStore


def test_a_line_through_more_cases_comes_before_an_equal_shorter_one(store: PrecedentStore) -> None:
    """New York reaches Murphy through Printz first, and directly second."""
    answer = chain(store, "505 U.S. 144", "584 U.S. 453")

    lines = [[case.year for case in line.cases] for line in answer.chains]
    assert lines == [[1992, 1997, 2018], [1992, 2018]]


def test_a_step_carries_its_pin_part_and_provenance(store: PrecedentStore) -> None:
    """Each step says where the citing opinion stands and how we know."""
    step = chain(store, "us/505/144", "us/521/898").chains[0].steps[0]

    assert (step.treatment, step.opinion_type) == ("follows", "majority")
    assert [(e.pin, e.provenance, e.author) for e in step.evidence] == [
        ("188", "extracted-opinion", "Scalia")
    ]


def test_the_order_of_the_two_cases_does_not_matter(store: PrecedentStore) -> None:
    """The older case is always the start."""
    assert chain(store, "us/584/453", "us/505/144") == chain(store, "us/505/144", "us/584/453")


def test_a_dissent_makes_no_line_unless_asked(store: PrecedentStore) -> None:
    """Testa is cited by a dissent alone, so no line of the Court runs from it."""
    assert chain(store, "330 U.S. 386", "521 U.S. 898").chains == ()
    assert (
        len(chain(store, "330 U.S. 386", "521 U.S. 898", wanted=StepFilter(dissents=True)).chains)
        == 1
    )


def test_max_hops_bounds_a_line(store: PrecedentStore) -> None:
    """With one hop only the direct citation is a line."""
    answer = chain(store, "505 U.S. 144", "584 U.S. 453", max_hops=1)

    assert [len(line.steps) for line in answer.chains] == [1]


def test_no_line_is_an_empty_answer(store: PrecedentStore) -> None:
    """Two cases that nothing joins give no chain and no error."""
    assert chain(store, "326 U.S. 572", "330 U.S. 386").chains == ()


def test_an_unknown_case_is_refused_by_name(store: PrecedentStore) -> None:
    """The error repeats what was asked for."""
    with pytest.raises(UnknownCase, match="999 U\\.S\\. 1"):
        chain(store, "999 U.S. 1", "521 U.S. 898")


@pytest.mark.parametrize("other", ["us/521/898", "Printz v. United States"])
def test_a_case_has_no_line_to_itself(store: PrecedentStore, other: str) -> None:
    """Whatever the two keys are, they must name two cases."""
    with pytest.raises(SameCase, match="two different cases"):
        chain(store, "521 U.S. 898", other)


def test_two_cases_of_one_name_are_listed_not_chosen(store: PrecedentStore) -> None:
    """New York v. United States is 505 U.S. 144 and 326 U.S. 572."""
    with pytest.raises(AmbiguousCase) as caught:
        chain(store, "New York v. United States", "521 U.S. 898")

    assert {case.citation for case in caught.value.candidates} == {"505 U.S. 144", "326 U.S. 572"}


def test_lineage_lists_what_the_court_rests_on(store: PrecedentStore) -> None:
    """The dissent's authority is left out; the strongest tie comes first."""
    steps = lineage(store, "521 U.S. 898", max_hops=1).steps

    assert [(s.cited.year, s.treatment) for s in steps] == [(1992, "follows"), (1946, "mentions")]


def test_progeny_lists_what_rests_on_a_case(store: PrecedentStore) -> None:
    """A note's own voice is not the Court's, so only the majority's citation counts."""
    steps = progeny(store, "521 U.S. 898").steps

    assert [(s.citing.year, len(s.evidence)) for s in steps] == [(2018, 1)]


def test_a_limit_says_that_it_cut(store: PrecedentStore) -> None:
    """An answer that left something out is marked truncated."""
    answer = lineage(store, "521 U.S. 898", limit=1)

    assert (len(answer.steps), answer.truncated) == (1, True)


def test_a_line_of_authority_does_not_run_over_an_overruling(packaged: PrecedentStore) -> None:
    """What a case overruled it does not rest on, so such a line comes after one that only cites."""
    lines = chain(packaged, "maryland-v-wirtz", "469 U.S. 528", limit=50).chains
    hostile = [any(step.treatment == "overrules" for step in line.steps) for line in lines]

    assert True in hostile
    assert False in hostile
    assert hostile == sorted(hostile)
