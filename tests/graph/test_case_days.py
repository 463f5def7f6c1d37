"""Chains, lineages and searches as of a day: what was decided later is not there."""

import pytest

from graph.as_of import AsOf
from graph.case_days import date_of
from graph.cases import case_detail, search_cases
from graph.chain import chain
from graph.errors import NotYetDecided
from graph.lineage import lineage, progeny
from graph.model import DocumentRecord
from graph.step_filter import StepFilter
from graph.store import PrecedentStore

BEFORE_MURPHY = AsOf.read("2018-05-13")
OF_MURPHY = AsOf.read("2018-05-14")
BEFORE_PRINTZ = AsOf.read("1997-06-26")
NEW_YORK, PRINTZ, MURPHY = "505 U.S. 144", "521 U.S. 898", "584 U.S. 453"


def names(store: PrecedentStore, key: str, day: AsOf) -> set[str]:
    """Return the names of the cases that cite a case as of a day."""
    return {step.citing.name for step in progeny(store, key, wanted=StepFilter(as_of=day)).steps}


def test_a_case_decided_later_cites_nothing_yet(store: PrecedentStore) -> None:
    """The day of the decision is the first on which it counts."""
    assert names(store, NEW_YORK, BEFORE_MURPHY) == {"Printz v. United States"}
    assert names(store, NEW_YORK, OF_MURPHY) == {"Printz v. United States", "Murphy v. NCAA"}
    assert names(store, NEW_YORK, BEFORE_PRINTZ) == set()


def test_a_line_runs_only_through_what_had_been_decided(store: PrecedentStore) -> None:
    """And the answer says as of which day it is."""
    early = chain(store, NEW_YORK, PRINTZ, wanted=StepFilter(as_of=BEFORE_MURPHY))

    assert len(early.chains) == 1
    assert early.as_of == "2018-05-13"
    assert chain(store, NEW_YORK, MURPHY, wanted=StepFilter(as_of=OF_MURPHY)).chains
    assert chain(store, NEW_YORK, MURPHY).as_of is None


def test_asking_for_a_case_before_its_decision_is_refused(store: PrecedentStore) -> None:
    """The error names the case, its date and the day."""
    with pytest.raises(NotYetDecided, match="decided 2018-05-14, and as of 2018-05-13"):
        chain(store, NEW_YORK, MURPHY, wanted=StepFilter(as_of=BEFORE_MURPHY))
    with pytest.raises(NotYetDecided, match="Murphy"):
        lineage(store, MURPHY, wanted=StepFilter(as_of=BEFORE_MURPHY))
    with pytest.raises(NotYetDecided, match="Murphy"):
        progeny(store, MURPHY, wanted=StepFilter(as_of=BEFORE_MURPHY))
    with pytest.raises(NotYetDecided, match="Murphy"):
        case_detail(store, MURPHY, BEFORE_MURPHY)


def test_a_search_leaves_out_what_was_decided_later(store: PrecedentStore) -> None:
    """With the total that fits the day."""
    every = search_cases(store, "v.")
    early = search_cases(store, "v.", as_of=BEFORE_PRINTZ)

    assert {case.name for case in every.items} - {case.name for case in early.items} == {
        "Printz v. United States",
        "Murphy v. NCAA",
    }
    assert early.total == every.total - 2
    assert early.as_of == "1997-06-26"


def test_counts_around_a_case_are_those_of_the_day(store: PrecedentStore) -> None:
    """Cited by one more once Murphy has been decided."""
    assert case_detail(store, PRINTZ, BEFORE_MURPHY).cited_by == 0
    assert case_detail(store, PRINTZ, OF_MURPHY).cited_by == 1
    assert case_detail(store, PRINTZ).cited_by == 1


def test_a_case_known_by_its_year_counts_from_its_first_day(
    store: PrecedentStore, records: list[DocumentRecord]
) -> None:
    """Testa is cited, and its text was not read; the year is all there is."""
    testa = search_cases(store, "Testa v. Katt").items[0]

    assert date_of(testa) == "1947"
    assert search_cases(store, "Testa v. Katt", as_of=AsOf.read("1947-01-01")).total == 1
    assert search_cases(store, "Testa v. Katt", as_of=AsOf.read("1946-12-31")).total == 0
