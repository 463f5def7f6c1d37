"""Read who speaks from the marks of a source: the type and the author line of an opinion."""

import re
from typing import Final

from graph.model import OpinionType
from ingest.document import Voice
from ingest.headings import NAME, TITLE, Heading, names_in, opinion_type, surname

# The words of the Caselaw Access Project and of CourtListener (010combined says nothing).
TYPES: Final[dict[str, OpinionType]] = {
    "majority": "majority",
    "unanimous": "majority",
    "lead": "majority",
    "lead-opinion": "majority",
    "015unamimous": "majority",  # so spelled there
    "020lead": "majority",
    "plurality": "plurality",
    "025plurality": "plurality",
    "concurrence": "concurrence",
    "030concurrence": "concurrence",
    "concurring-in-part-and-dissenting-in-part": "concurrence-dissent",
    "035concurrenceinpart": "concurrence-dissent",
    "dissent": "dissent",
    "040dissent": "dissent",
    "per-curiam": "per-curiam",
}
SAYS: Final = re.compile(r"\b(?:concurr|dissent)")
JOINED: Final = re.compile(r"\bwhom\s.{3,260}?\sjoin")
AUTHOR: Final = (
    re.compile(rf"(?:{TITLE}|\bJudge)\s(?P<name>{NAME})"),
    re.compile(rf"(?P<name>{NAME}),\s(?:(?:C|Ch|P|A)\.\s?)?(?:JJ?\.|Justice|Judge)"),
    re.compile(rf"(?P<name>{NAME}),\s(?:Chief|Circuit|District|Senior|Presiding|Associate)\s"),
    re.compile(rf"(?:[A-Z][\w.]*\s){{0,3}}(?P<name>{NAME})\.?$"),
)


def is_known(kind: str) -> bool:
    """Tell whether a publisher's type of an opinion says what it is."""
    return kind in TYPES


def author_of(words: str) -> str | None:
    """Return the surname that an author line gives.

    >>> author_of("Mr. Justice McReynolds delivered"), author_of("SCALIA, J., dissenting.")
    ('McReynolds', 'Scalia')
    >>> author_of("POSNER, Circuit Judge."), author_of("PER CURIAM.")
    ('Posner', None)
    """
    if "per curiam" in words.lower():
        return None
    for pattern in AUTHOR:
        found = pattern.match(words.strip()) or (
            pattern.search(words) if pattern is AUTHOR[0] else None
        )
        if found:
            return surname(found["name"])
    return None


def heading_of(voice: Voice) -> Heading:
    """Return the heading of an opinion that its source marks; printed words outdo the type."""
    words = voice.words
    kind = TYPES.get(voice.type, "majority")
    joined: tuple[str, ...] = ()
    if "per curiam" in words.lower():
        kind = "per-curiam"
    elif SAYS.search(words):
        kind = opinion_type(words)
        joining = JOINED.search(words)
        joined = names_in(joining[0]) if joining else ()
    court = words if "respect to Part" in words else None
    return Heading(voice.start, voice.start, kind, author_of(words), joined, court)
