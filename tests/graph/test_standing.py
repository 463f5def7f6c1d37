"""What was the law on a day: certain where dates tell it, and openly uncertain where they do not."""

import pytest

from graph.as_of import AsOf
from graph.facets import LawFilter
from graph.law_days import StatusOn
from graph.law_detail import law_detail
from graph.reliance import laws
from graph.store import PrecedentStore


@pytest.fixture(scope="module")
def store(packaged: PrecedentStore) -> PrecedentStore:
    """Return the packaged facts."""
    return packaged


def status(store: PrecedentStore, slug: str, day: str) -> StatusOn:
    """Return the status of a law on a day."""
    found = law_detail(store, slug, AsOf.read(day)).law.status_on
    assert found is not None
    return found


MISSOURI = "us-mo-sapa-2021"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-08-27", None),
        ("2021-08-28", "in-force"),
        ("2023-03-06", "in-force"),
        ("2023-03-07", "struck-down"),
        ("2026-01-01", "struck-down"),
    ],
)
def test_a_law_that_was_struck_down_has_its_status_by_day(
    store: PrecedentStore, day: str, expected: str | None
) -> None:
    """The day on which an interval ends belongs to the next one."""
    found = status(store, MISSOURI, day)

    assert (found.status, found.certain) == (expected, True)


def test_a_law_enacted_and_not_yet_in_effect_is_pending(store: PrecedentStore) -> None:
    """The California Values Act was signed in October 2017 and held from January 2018."""
    between = status(store, "us-ca-sb54-california-values-act", "2017-11-01")

    assert (between.status, between.certain) == ("pending", True)
    assert "2018-01-01" in between.basis


def test_a_year_does_not_tell_which_day(store: PrecedentStore) -> None:
    """Minnesota refused REAL ID in 2009; whether by June of that year is not recorded."""
    june, next_year = (status(store, "us-mn-real-id", day) for day in ("2009-06-01", "2010-06-01"))

    assert (june.status, june.certain) == ("in-force", False)
    assert (next_year.status, next_year.certain) == ("in-force", True)


def test_the_end_of_an_old_law_that_nobody_recorded_stays_open(store: PrecedentStore) -> None:
    """An act of 1843 that is historical today may or may not have been there in 1870."""
    later = status(store, "us-ma-1843-latimer-law", "1870-01-01")

    assert (later.status, later.certain) == ("in-force", False)
    assert "not recorded" in later.basis


def test_a_day_after_the_last_check_is_said_to_be_so(store: PrecedentStore) -> None:
    """The record of 2019 does not vouch for 2026."""
    assert status(store, "us-ca-sb54-california-values-act", "2026-01-01").stale
    assert not status(store, "us-ca-sb54-california-values-act", "2019-01-01").stale


def test_adult_use_cannabis_is_counted_by_day(store: PrecedentStore) -> None:
    """Twenty-four states and the District on October 3, 2025; two states at the end of 2013."""
    day = AsOf.read("2025-10-03")
    late = laws(store, wanted=LawFilter("cannabis-adult-use"), as_of=day, limit=99)
    early = laws(
        store, wanted=LawFilter("cannabis-adult-use"), as_of=AsOf.read("2013-12-31"), limit=99
    )

    assert late.total == len({law.jurisdiction for law in late.items}) == 25
    assert "US-DC" in {law.jurisdiction for law in late.items}
    assert {law.jurisdiction for law in early.items} == {"US-CO", "US-WA"}
    assert "gonzales-v-raich" in {case.slug for case, _ in late.limits}


def test_a_list_of_a_day_counts_those_that_are_not_certain(store: PrecedentStore) -> None:
    """A doubtful law is listed, marked and counted."""
    answer = laws(store, wanted=LawFilter("real-id"), as_of=AsOf.read("2009-07-15"), limit=99)
    doubtful = [law for law in answer.items if law.status_on and not law.status_on.certain]

    assert len(doubtful) == answer.uncertain > 0
    assert all(law.status_on and law.status_on.basis for law in answer.items)


def test_any_status_lists_all_that_had_been_made(store: PrecedentStore) -> None:
    """Struck down or repealed laws are asked for by name of their status, or all together."""
    day = AsOf.read("2026-01-01")
    struck = laws(store, wanted=LawFilter("firearms", status="struck-down"), as_of=day)
    every = laws(store, wanted=LawFilter("firearms", status="any"), as_of=day, limit=99)

    assert MISSOURI in {law.slug for law in struck.items}
    assert {law.slug for law in struck.items} < {law.slug for law in every.items}


def test_counter_instruments_stand_beside_a_list(store: PrecedentStore) -> None:
    """Laws that withhold help are listed with those that require it, and with what answers them."""
    wanted = LawFilter("immigration-enforcement", mechanism="non-cooperation")
    answer = laws(store, wanted=wanted, limit=99)
    counters = {ref.slug for ref in answer.counters}

    assert "us-tx-sb4-2017" in counters
    assert not counters & {law.slug for law in answer.items}
    assert "us-tx-sb8-2025" not in {
        ref.slug for ref in laws(store, wanted=wanted, as_of=AsOf.read("2018-06-01")).counters
    }


def test_a_law_and_the_one_that_answers_it_name_each_other(store: PrecedentStore) -> None:
    """The link is written once and read both ways."""
    order = law_detail(store, "us-va-eo47-2025-youngkin")
    directive = law_detail(store, "us-va-executive-directive-1-2026")

    assert [ref.slug for ref in order.answered_by] == ["us-va-executive-directive-1-2026"]
    assert [ref.slug for ref in directive.answers] == ["us-va-eo47-2025-youngkin"]
