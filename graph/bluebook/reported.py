"""Citations of cases as text: read one, write one (The Bluebook, rules 10 and T1)."""

import re
from functools import cache
from typing import Final

from graph.iri import NOMINATIVE as COUNTED_ON
from graph.model import ReporterCitation
from graph.reporters import reporter_pattern, standard

# The volume of the early reports stands beside the nominative one: 41 U.S. (16 Pet.) 539.
NOMINATIVE: Final = r"(?:\s\(\d{1,3}\s[A-Z][a-z]+\.?\))?"

ABBREVIATED: Final = {
    "dall": "Dall.",
    "cranch": "Cranch",
    "wheat": "Wheat.",
    "pet": "Pet.",
    "how": "How.",
    "black": "Black",
    "wall": "Wall.",
}
LAST_NOMINATIVE: Final = 90  # 23 Wall., the last volume that bears a reporter's name


@cache
def _citation() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<volume>\d{{1,4}})\s(?P<reporter>{reporter_pattern()}){NOMINATIVE}"
        r"\s(?P<page>\d{1,6})(?!\w)"
    )


def parse_reporter_citation(text: str) -> ReporterCitation | None:
    """Return the first reporter citation in a text, its reporter in the standard abbreviation.

    A nominative volume in parentheses is dropped: the volume of the U.S. Reports says the same.

    >>> str(parse_reporter_citation("505 U. S. 144"))
    '505 U.S. 144'
    >>> str(parse_reporter_citation("Prigg v. Pennsylvania, 41 U.S. (16 Pet.) 539 (1842)"))
    '41 U.S. 539'
    >>> parse_reporter_citation("Printz") is None
    True
    """
    found = _citation().search(re.sub(r"\s+", " ", text.strip()))
    if found is None:
        return None
    reporter = standard(found["reporter"])
    return ReporterCitation(found["volume"], reporter, found["page"]) if reporter else None


def with_nominative(citation: ReporterCitation) -> str:
    """Return a citation with the early reporter's own volume beside it (table T1.1).

    >>> with_nominative(ReporterCitation("41", "U.S.", "539"))
    '41 U.S. (16 Pet.) 539'
    >>> with_nominative(ReporterCitation("521", "U.S.", "898"))
    '521 U.S. 898'
    """
    volume = int(citation.volume) if citation.reporter == "U.S." else LAST_NOMINATIVE + 1
    if volume > LAST_NOMINATIVE:
        return str(citation)
    reporter, before = max(
        (item for item in COUNTED_ON.items() if item[1] < volume), key=lambda item: item[1]
    )
    early = f"{volume - before} {ABBREVIATED[reporter]}"
    return f"{citation.volume} {citation.reporter} ({early}) {citation.page}"


def case_citation(
    name: str,
    citation: ReporterCitation | str,
    *,
    court: str | None = None,
    year: int | None = None,
) -> str:
    """Return a full case citation (rule 10.1); the Supreme Court goes without saying (rule 10.4).

    >>> case_citation("Printz v. United States", "521 U.S. 898", year=1997)
    'Printz v. United States, 521 U.S. 898 (1997)'
    >>> case_citation("Brown v. EPA", "521 F.2d 827", court="9th Cir.", year=1975)
    'Brown v. EPA, 521 F.2d 827 (9th Cir. 1975)'
    """
    place = " ".join(str(word) for word in (court, year) if word)
    return f"{name}, {citation}" + (f" ({place})" if place else "")
