"""Choose a media type by the ``Accept`` header (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence


def preferences(accept: str) -> list[tuple[str, float]]:
    """Return the media ranges of a header with their weights; a broken weight counts as 0.

    >>> preferences("text/csv;q=0.5, application/json")
    [('text/csv', 0.5), ('application/json', 1.0)]
    """
    found = []
    for item in accept.split(","):
        media, *parameters = (part.strip() for part in item.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                weight = _number(value)
        if media:
            found.append((media.lower(), weight))
    return found


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def choose(accept: str | None, offered: Sequence[str]) -> str | None:
    """Return the offered type that a client likes best, the first offered among equals, or None.

    >>> choose("text/html, */*;q=0.1", ["text/turtle", "text/html"])
    'text/html'
    >>> choose("image/png", ["text/turtle"]) is None
    True
    """
    if not accept:
        return offered[0]
    ranges = preferences(accept)
    weighed = [(_weight(media, ranges), -place) for place, media in enumerate(offered)]
    best, place = max(weighed)
    return offered[-place] if best > 0 else None


def _weight(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the weight of the most specific range that covers a media type."""
    family = media.partition("/")[0] + "/*"
    for wanted in (media, family, "*/*"):
        weights = [weight for name, weight in ranges if name == wanted]
        if weights:
            return max(weights)
    return 0.0
