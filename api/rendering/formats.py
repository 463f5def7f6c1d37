"""The forms of answers by name and media type, and which of them a client wants."""

from collections.abc import Sequence
from typing import Final

from api.answers.answer import Answer
from api.faults import NotOffered
from api.negotiation import choose

MEDIA: Final = {
    "json": "application/json",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "ttl": "text/turtle",
    "graphml": "application/graphml+xml",
    "dot": "text/vnd.graphviz",
    "mermaid": "text/vnd.mermaid",
}
TABLES: Final = ("json", "csv")
THINGS: Final = (*TABLES, "jsonld", "ttl")
DRAWN: Final = (*THINGS, "graphml", "dot", "mermaid")


def offered_for(answer: Answer | None) -> tuple[str, ...]:
    """Return the forms that an answer has; without one, all that any answer has."""
    if answer is None:
        return tuple(MEDIA)
    if answer.steps is not None:
        return DRAWN
    return THINGS if answer.things else TABLES


def choose_format(name: str | None, accept: str | None, offered: Sequence[str]) -> str:
    """Return the form that ``format=`` names, else the one that ``Accept`` likes best.

    Raises:
        NotOffered: it is none of those that the answer has.

    >>> choose_format(None, "text/csv, application/json;q=0.5", TABLES)
    'csv'
    """
    media = {MEDIA[form]: form for form in offered}
    if name is not None:
        if name not in offered:
            raise NotOffered(repr(name), {form: MEDIA[form] for form in offered})
        return name
    chosen = choose(accept, list(media))
    if chosen is None:
        raise NotOffered(str(accept), {form: MEDIA[form] for form in offered})
    return media[chosen]
