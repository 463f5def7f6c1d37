"""Days and years as citations print them (table T12)."""

from typing import Final

MONTHS: Final = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)  # fmt: skip


def day_words(day: str | None) -> str | None:
    """Return a day in words, as precisely as it is known.

    >>> day_words("2025-11-17"), day_words("2018-05"), day_words("1997"), day_words(None)
    ('Nov. 17, 2025', 'May 2018', '1997', None)
    """
    if not day:
        return None
    year, *rest = day.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}".strip()


def year_of(day: str | None) -> str | None:
    """Return the year of a day.

    >>> year_of("1997-06-27"), year_of(None)
    ('1997', None)
    """
    return day[:4] if day else None
