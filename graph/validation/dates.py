"""Rules about time: dates that exist, in the order in which things happen."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from graph.as_of import days
from graph.curated import DATED
from graph.validation.facts import Facts
from graph.validation.places import Place

Told = tuple[Place, str]

# What comes first, what follows, and how a person would say that it does not.
ORDER: Final = (
    ("enacted", "effective", "takes effect before it was enacted"),
    ("from", "until", "ends before it begins"),
)


def certainly_after(one: object, other: object) -> bool:
    """Tell whether every day that one date may mean is later than all that the other may mean.

    >>> certainly_after("2014-09", "2014"), certainly_after("2015", "2014-09")
    (False, True)
    """
    left, right = days(one), days(other)
    return left is not None and right is not None and left[0] > right[1]


def date_exists(facts: Facts) -> Iterator[Told]:
    """A date is a day, month or year of the calendar, written as ISO 8601."""
    for place in facts.fields(*DATED):
        if days(place.value) is None:
            yield place, "no ISO 8601 date (2018-05-14, 2018-05 or 2018) of the calendar"


def not_in_the_future(facts: Facts) -> Iterator[Told]:
    """Nothing was decided or checked later than today."""
    for place in facts.fields("as_of", "decided"):
        if certainly_after(place.value, facts.today.isoformat()):
            yield place, f"later than today, {facts.today.isoformat()}"


def in_order(facts: Facts) -> Iterator[Told]:
    """What follows is not dated before what it follows."""
    for first, then, told in ORDER:
        for place in facts.fields(then):
            before = place.beside(first)
            if certainly_after(before.value, place.value):
                yield place, f"{told} ({first} {before.value})"


def checked_after_it_happened(facts: Facts) -> Iterator[Told]:
    """A record is checked to a day that is not before what it records."""
    for entry in facts.checked:
        checked = entry.at("as_of")
        for key in ("enacted", "decided"):
            if certainly_after(entry.record.get(key), checked.value):
                yield checked, f"before it was {key} ({entry.record[key]})"


def times_of_a_status_in_turn(facts: Facts) -> Iterator[Told]:
    """Each time of a status begins when the one before has ended; the last is the status now."""
    for entry in facts.checked:
        times = entry.record.get("statuses", [])
        for number, (one, other) in enumerate(pairwise(times), 1):
            if certainly_after(one.get("until"), other.get("from")):
                told = f"begins before the one before it has ended ({one['until']})"
                yield entry.at("statuses", number, "from"), told
        if (
            times
            and "until" not in times[-1]
            and times[-1].get("status") != entry.record.get("status")
        ):
            yield entry.at("status"), f"the last time of a status is {times[-1].get('status')!r}"


def member_once_at_a_time(facts: Facts) -> Iterator[Told]:
    """A member that comes back had left before."""
    for entry in facts.checked:
        left: dict[object, object] = {}
        for number, member in enumerate(entry.record.get("members", [])):
            name = member.get("member")
            if name in left and (
                left[name] is None or certainly_after(left[name], member.get("from"))
            ):
                yield entry.at("members", number, "member"), "a member already on that day"
            left[name] = member.get("until")


def year_of_the_decision(facts: Facts) -> Iterator[Told]:
    """The year of a case is that of the day on which it was decided."""
    for place in facts.fields("decided"):
        year = place.beside("year")
        if year.value is not None and str(place.value)[:4] != str(year.value):
            yield year, f"the case was decided {place.value}"


def cites_what_is_older(facts: Facts) -> Iterator[Told]:
    """A case cites only what was decided no later than itself."""
    for place in facts.fields("to"):
        cited = facts.by_slug.get(str(place.value))
        if cited is None:
            continue
        citing_day, cited_day = (_decided(entry.record) for entry in (place.entry, cited))
        if certainly_after(cited_day, citing_day):
            yield place, f"decided {cited_day}, after the case that cites it ({citing_day})"


def _decided(record: dict[str, object]) -> object:
    return record.get("decided") or record.get("year")
