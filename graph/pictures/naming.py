"""How cases and ties are named in the little room of a picture."""

import re
from typing import Final

from graph.answers import CaseSummary, Step

SOURCES: Final = {"extracted-opinion": "O", "extracted-note": "N", "curated": "C"}
KNOWN_FROM: Final = (
    "Known from: O the opinion's text, N a case note, C a curated record; ? with a part that nobody"
    " has verified."
)
PUBLIC: Final = re.compile(r"(United States|People|State|Commonwealth|Ex parte|In re)\b", re.I)
SHORT: Final = 28
PIN: Final = 22


def short_name(name: str) -> str:
    """Return the party by which a case is called in running text.

    >>> short_name("Printz v. United States"), short_name("United States v. Darby")
    ('Printz', 'Darby')
    >>> short_name("Hodel v. Virginia Surface Mining & Reclamation Ass'n, Inc.")
    'Hodel'
    >>> short_name("National Federation of Independent Business v. Sebelius")
    'Sebelius'
    """
    first, _, second = name.partition(" v. ")
    party = second if second and (PUBLIC.match(first) or len(first) > SHORT) else first
    if len(party) <= SHORT:
        return party
    words = party.split()
    while len(words) > 1 and len(" ".join(words)) > SHORT:
        words.pop()
    return " ".join(words)


def told(case: CaseSummary) -> str:
    """Return the citation and year of a case."""
    return f"{case.citation or 'not yet reported'} ({case.year or 'n.d.'})"


def named(case: CaseSummary) -> str:
    """Return the name of a case with its year."""
    return f"{case.name} ({case.year})" if case.year else case.name


def pin_of(step: Step) -> str:
    """Return the pages where the strongest reference of a step stands, or nothing."""
    found = next((e.pin for e in step.evidence if e.pin and e.treatment == step.treatment), None)
    if found and len(found) > PIN:
        found = re.sub(r",[^,]*$", " ...", found[:PIN])
    return found or ""


def known_from(step: Step) -> str:
    """Return the letters that tell how a step is known, with a mark for doubt."""
    letters = sorted({SOURCES.get(e.provenance, "?") for e in step.evidence})
    doubt = "?" if any(e.verified is False for e in step.evidence) else ""
    return "".join(letters) + doubt


def words_of(step: Step) -> str:
    """Return what a step says, short: treatment, of what, where, how often, how it is known."""
    pin = f", at {pin_of(step)}" if pin_of(step) else ""
    part = "" if step.opinion_type == "majority" else f" ({step.opinion_type.replace('-', ' ')})"
    treatment = step.treatment.replace("-", " ")
    return f"{treatment} {short_name(step.cited.name)}{pin}{part} [{known_from(step)}]"


def row_of(step: Step) -> tuple[str, ...]:
    """Return a step as a row of the table beside a picture."""
    return (
        named(step.citing),
        step.treatment.replace("-", " "),
        named(step.cited),
        pin_of(step),
        step.opinion_type.replace("-", " "),
        str(len(step.evidence)),
        known_from(step),
    )


HEADER: Final = (
    "Citing case",
    "Treatment",
    "Cited case",
    "At",
    "Opinion",
    "References",
    "Known from",
)
