"""Which status a law had on a day, from its intervals or from its dates of enactment and effect.

What a date leaves open stays open: a law "of 2009" may or may not have been there in June 2009,
and the answer says that it is not certain. Nothing is said of a day before a law was made.
"""

from dataclasses import replace
from typing import Final

from graph.answers import LawSummary
from graph.as_of import days
from graph.law_days import Interval, StatusOn

# The statuses in which a law, or a part of it, can be applied; a resolution is adopted.
IN_FORCE: Final = frozenset({"in-force", "partly-enjoined", "adopted"})
# What a law is when it begins, unless its record says otherwise.
LASTING: Final = frozenset({"in-force", "adopted", "pending"})


def covers(since: str | None, until: str | None, day: str) -> bool | None:
    """Tell whether a day lies in an interval; None where the precision of a date leaves it open.

    The day of ``until`` is no longer in the interval.

    >>> covers("2009-01-01", "2012-01-01", "2012-01-01"), covers("2009", None, "2009-06-01")
    (False, None)
    >>> covers("2009", None, "2010-01-01"), covers(None, "2012", "2010-01-01")
    (True, None)
    """
    begun, ended = _reached(since, day), _reached(until, day) if until else False
    if begun is False or ended is True:
        return False
    return True if begun and ended is False else None


def _reached(date: str | None, day: str) -> bool | None:
    """Tell whether a day is on or after a date, or None where nobody can tell."""
    span = days(date) if date else None
    if span is None:
        return None
    if day < span[0].isoformat():
        return False
    return True if day >= span[1].isoformat() else None


def on_day(law: LawSummary, day: str) -> LawSummary:
    """Return a law that says which status it had on a day."""
    return replace(law, status_on=status_on(law, day))


def status_on(law: LawSummary, day: str) -> StatusOn:
    """Return the status of a law on a day, by its intervals, else by its dates."""
    by_intervals = _by_intervals(law.statuses, day) if law.statuses else None
    status, certain, basis = by_intervals or _by_dates(law, day)
    stale = bool(law.as_of) and _reached(law.as_of, day) is True and day != law.as_of
    return StatusOn(day, status, certain, stale, basis)


def _by_intervals(intervals: tuple[Interval, ...], day: str) -> tuple[str | None, bool, str] | None:
    """Return what the intervals say of a day; None if it is later than all that they cover."""
    found = [(interval, covers(interval.since, interval.until, day)) for interval in intervals]
    for certain in (True, None):
        for interval, covered in reversed(found):
            if covered is certain:
                return interval.status, certain is True, _told(interval)
    since = intervals[0].since
    if since and _reached(since, day) is False:
        return None, True, f"before {since}, when its first status begins"
    return None


def _told(interval: Interval) -> str:
    words = [f"{interval.status.replace('-', ' ')}"]
    words += [f"from {interval.since}"] if interval.since else []
    words += [f"until {interval.until}"] if interval.until else []
    words += [f"(unverified: {', '.join(interval.unverified_fields)})"] * bool(
        interval.unverified_fields
    )
    return " ".join(words)


def _by_dates(law: LawSummary, day: str) -> tuple[str | None, bool, str]:
    status, effective, enacted = law.status or "", law.effective, law.enacted
    start, word = (effective, "in effect from") if effective else (enacted, "enacted")
    if start is None:
        return status, False, "no date of enactment or effect is recorded"
    begun = _reached(start, day)
    if begun is False and effective and _reached(enacted, day):
        return "pending", True, f"enacted {enacted}, in effect from {effective}"
    if begun is False:
        return None, True, f"before it was {word} {start}"
    doubt = "" if begun else f"; the day in {start} is not recorded"
    if status == "pending" and effective:
        return status, False, f"was to be {word} {start}; whether it is was not found"
    if status in LASTING:
        return status, begun is True, f"{word} {start}{doubt}"
    if _reached(law.as_of, day):
        return status, True, f"{status.replace('-', ' ')} when checked as of {law.as_of}"
    told = f"{word} {start}{doubt}; when it became {status.replace('-', ' ')} is not recorded"
    return "in-force", False, told
