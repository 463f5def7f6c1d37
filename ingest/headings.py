"""The headings under which reporters print opinions, from 1 Cranch to today's slip opinions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.model import OpinionType

NAME: Final = (
    r"(?:Mc|Mac|O'|D'|Van |VAN |De |DE )?[A-Z](?:[A-Z']+|[a-z]+)(?:\s?(?:DEVANTER|Devanter))?"
)
TITLE: Final = r"(?:MR\.\s|Mr\.\s)?(?:CHIEF\s|Chief\s)?(?:JUSTICE|Justice)"
PERSON: Final = rf"(?:{TITLE}\s(?P<name>{NAME})|(?P<the>THE CHIEF JUSTICE|The Chief Justice))"
ANOTHER: Final = rf"(?:,?\s(?:and\s)?(?:MR\.\s|Mr\.\s)?(?:JUSTICE|Justice)\s{NAME})*"

# Headings stand at the start of a line. A pattern that begins with the line break before it is
# found by skipping from break to break, so texts are searched with one break put before them.
OF_COURT: Final = re.compile(
    rf"\n(?:{PERSON}|(?P<short>{NAME}), (?:C\. ?J|Ch\. J|J)\.),?[^.\n]{{0,90}}?"
    r"\s(?P<verb>delivered|announced)\s(?P<what>the (?:opinion|judgment)[^\n]*)"
)
SEPARATE: Final = re.compile(
    rf"(?:(?<=\n)|(?<=\s)(?=[A-Z .]{{0,30}}(?:JUSTICE|Justice) [A-Z']{{2}}))"
    rf"(?P<all>{TITLE}\s{NAME}{ANOTHER})"
    r"(?P<joined>,\s(?:with\s)?whom\s[^\n]{3,260}?\sjoins?\b[^.\n]{0,90}?)?"
    r",?\s\(?(?P<how>(?:concurring|dissenting)[^.:\n)]{0,120})(?:[.:)]|$)"
)
SEPARATELY: Final = re.compile(r"(?:concurr|dissent)ing")
OPINION_OF: Final = re.compile(
    rf"\n(?:The )?(?P<how>(?i:separate|dissenting|concurring)) opinion of {TITLE}\s(?P<name>{NAME})"
    r"(?P<joined>,\swhom[^\n]{3,90}?\sjoins?)?\.?[^\S\n]*$",
    re.M,
)
BARE: Final = re.compile(
    rf"\n(?:{TITLE}\s(?P<name>{NAME})|(?P<short>[A-Z']{{4,}}), J)\.[^\S\n]*$", re.M
)
PER_CURIAM: Final = re.compile(r"\nPER CURIAM\.?\s*(?:$|(?=[A-Z]))", re.M)
SYLLABUS: Final = re.compile(r"\n[^\S\n]*(?:Syllabus|SYLLABUS)[^\S\n]*\*?[^\S\n]*$", re.M)
NOTE: Final = re.compile(r"^##\s+(?P<title>[^\n(]+?)(?:\s*\((?P<author>[^)\n]+)\))?\s*$", re.M)
# A "separate opinion" says in neither word where it stands.
SEPARATE_TYPE: Final[OpinionType] = "concurrence-dissent"
NOTE_PARTS: Final[dict[str, OpinionType]] = {
    "opinion of the court": "majority",
    "per curiam": "per-curiam",
    "plurality": "plurality",
    "concurrence": "concurrence",
    "dissent": "dissent",
    "joint dissent": "dissent",
    "concurrence in part and dissent in part": "concurrence-dissent",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """Where an opinion begins, whose it is, and for which Parts it speaks for the Court."""

    start: int
    end: int
    type: OpinionType
    author: str | None
    joined_by: tuple[str, ...] = ()
    court_parts: str | None = None


def surname(name: str) -> str:
    """Return a name in ordinary capitals: O'CONNOR is O'Connor, McREYNOLDS McReynolds.

    >>> surname("O'CONNOR"), surname("McREYNOLDS"), surname("VAN DEVANTER")
    ("O'Connor", 'McReynolds', 'Van Devanter')
    """
    prefix, rest = ("Mc", name[2:]) if name.startswith("Mc") else ("", name)
    return prefix + re.sub(r"[A-Za-z]+", lambda m: m[0].capitalize(), rest)


def names_in(text: str) -> tuple[str, ...]:
    """Return the surnames of the Justices that a text names.

    >>> names_in("with whom Justice SOUTER and Justice BREYER join")
    ('Souter', 'Breyer')
    """
    return tuple(surname(m[1]) for m in re.finditer(rf"(?:JUSTICE|Justice)\s({NAME})", text))


def headings(text: str) -> list[Heading]:
    """Return the headings of a text in order; an opinion of the Court comes before the others."""
    padded = f"\n{text}"  # so that a break at a place here is a line that starts there in the text
    found = [*_of_court(padded), *_per_curiam(padded)]
    first = min((heading.start for heading in found), default=0)
    found += [h for h in _separate(padded) if h.start > first]
    starts: dict[int, Heading] = {}
    for heading in sorted(found, key=lambda h: (h.start, -h.end)):
        if not any(known.start <= heading.start < known.end for known in starts.values()):
            starts[heading.start] = heading
    return list(starts.values())


def _of_court(text: str) -> list[Heading]:
    matches = list(OF_COURT.finditer(text))
    # "BURGER, C.J., delivered ..." is the syllabus naming the line-up where a heading follows.
    titled = [m for m in matches if not m["short"]]
    return [
        Heading(
            m.start(),
            m.end() - 1,
            "majority" if "opinion" in m["what"] else "plurality",
            surname(m["name"] or m["short"]) if m["name"] or m["short"] else None,
            court_parts=m["what"] if "respect to Part" in m["what"] else None,
        )
        for m in (titled or matches)
    ]


def _per_curiam(text: str) -> list[Heading]:
    return [Heading(m.start(), m.end() - 1, "per-curiam", None) for m in PER_CURIAM.finditer(text)]


def _separate(text: str) -> list[Heading]:
    found = [
        Heading(
            m.start("all") - 1,
            m.end() - 1,
            opinion_type(m["how"]),
            ", ".join(names_in(m["all"])) or None,
            names_in(m["joined"] or ""),
        )
        for m in _in_lines_with(text, SEPARATELY, SEPARATE)
    ]
    for m in OPINION_OF.finditer(text):
        kind = opinion_type(m["how"].lower()) if "sep" not in m["how"].lower() else SEPARATE_TYPE
        joined = names_in(m["joined"] or "")
        found.append(Heading(m.start(), m.end() - 1, kind, surname(m["name"]), joined))
    for m in BARE.finditer(text):
        name = surname(m["name"] or m["short"])
        found.append(Heading(m.start(), m.end() - 1, _seriatim_type(text, m.end()), name))
    return found


def _in_lines_with(
    text: str, word: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in the lines that have a word in them, each line once."""
    done = 0
    for mark in word.finditer(text):
        if mark.start() < done:
            continue
        start, end = text.rfind("\n", 0, mark.start()) + 1, text.find("\n", mark.end())
        done = end if end >= 0 else len(text)
        yield from pattern.finditer(text, start, done)


def _seriatim_type(text: str, start: int) -> OpinionType:
    """An opinion under a bare name says itself, near its start, whether it dissents."""
    opening = text[start : start + 1500].lower()
    return (
        "dissent" if re.search(r"\bi (?:must |respectfully )?dissent\b", opening) else "concurrence"
    )


def opinion_type(how: str) -> OpinionType:
    """Return the type that a heading's words name.

    >>> opinion_type("concurring in part and dissenting in part"), opinion_type("dissenting")
    ('concurrence-dissent', 'dissent')
    """
    concurs, dissents = "concur" in how, "dissent" in how
    if concurs and dissents:
        return "concurrence-dissent"
    return "dissent" if dissents else "concurrence"
