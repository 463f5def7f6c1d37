"""A question may be asked as of a day: what is a day, and what had happened by then."""

import pytest

from graph.as_of import ALWAYS, AsOf
from graph.errors import InvalidDate


@pytest.mark.parametrize("text", ["2018", "2018-05", "2018-02-30", "20180514", "May 14, 2018", "x"])
def test_what_is_no_day_is_refused_with_the_form_that_is(text: str) -> None:
    """The error names the value and shows a date that would do."""
    with pytest.raises(InvalidDate, match="YYYY-MM-DD, like 2018-05-14") as caught:
        AsOf.read(text)

    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(
    ("date", "had_happened"),
    [
        ("2018-05-14", True),
        ("2018-05-15", False),
        ("2018-05", True),
        ("2018-06", False),
        ("2018", True),
        ("2019", False),
        (None, False),
    ],
)
def test_a_date_counts_from_the_first_day_it_may_mean(date: str | None, had_happened: bool) -> None:
    """What bears no date is not known to have happened."""
    assert AsOf.read("2018-05-14").has(date) is had_happened


def test_without_a_day_everything_counts() -> None:
    """Also what bears no date."""
    assert AsOf.read(None) == AsOf.read("") == ALWAYS
    assert ALWAYS.has(None)
    assert ALWAYS.has("2031-01-01")


def test_the_day_is_a_literal_for_questions() -> None:
    """Compared as text with the text of dates of any precision."""
    assert AsOf.read("2018-05-14").term == '"2018-05-14"'
    assert ALWAYS.term == '"9999-12-31"'
