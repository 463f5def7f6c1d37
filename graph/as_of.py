"""The date as of which a question is asked, and what had happened by then.

A date that is known only by month or year counts from its first day, here as in the questions that
compare dates as text: what was decided in 2018 had been decided on any day of 2018.
"""

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Final, Self

import pyoxigraph as ox

from graph.errors import InvalidDate

# Later than anything recorded: asked as of this day, a question leaves nothing out.
END_OF_TIME: Final = "9999-12-31"


@dataclass(frozen=True, slots=True)
class AsOf:
    """A day of the calendar; without one, everything recorded counts.

    >>> AsOf.read("2018-05-14").has("2018-05"), AsOf.read("2018-05-14").has("2018-06-01")
    (True, False)
    >>> AsOf.read(None).has("2031"), AsOf.read("2018-05-14").has(None)
    (True, False)
    """

    day: str | None = None

    @classmethod
    def read(cls, text: str | None) -> Self:
        """Return the day that a text names; None and the empty text name none.

        Raises:
            InvalidDate: the text is no day of the calendar written as YYYY-MM-DD.
        """
        if not text:
            return cls()
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError as error:
            raise InvalidDate(text) from error
        if day.isoformat() != text:
            raise InvalidDate(text)
        return cls(text)

    @property
    def term(self) -> str:
        """The day as a SPARQL term; a question compares the text of dates with it."""
        return str(ox.Literal(self.day or END_OF_TIME))

    def has(self, date: str | None) -> bool:
        """Tell whether what bears this date had happened; what has no date is not known to have."""
        return self.day is None or (date is not None and date <= self.day)


ALWAYS: Final = AsOf()


def days(value: object) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day that a date of a day, month or year may mean, or None.

    >>> days("2014-02")[1].isoformat(), days(1850)[0].isoformat(), days("2014-02-30")
    ('2014-02-28', '1850-01-01', None)
    """
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value))
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last_day = day or calendar.monthrange(first.year, last_month)[1]
        return first, datetime.date(first.year, last_month, last_day)
    except (ValueError, calendar.IllegalMonthError):
        return None
