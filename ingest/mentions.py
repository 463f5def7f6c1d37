"""Find cases that running text names without a citation: *Printz* makes clear; overruled *Hammer*.

Only after the case was cited in full, only where the words around it speak of a decision, and only
where the short name fits one case of the text.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick

from graph.iri import reporter_slug
from graph.model import Authority
from ingest.citation import Found
from ingest.find.pins import PARAGRAPHS, STAR
from ingest.jurisdictions import STATE_NAMES
from ingest.names import SMALL, VERSUS

# Parties that hundreds of cases have tell none of them from the others.
EVERYONE: Final = frozenset(
    {"United States", "State", "People", "Commonwealth", "Government", "Congress", "Commissioner"}
    | {"Secretary", "Board", "City", "County", "Department", "Constitution", "Union", "Court"}
    | {"Philadelphia", "Chicago", "Boston", "Baltimore", "Washington"}
    | set(STATE_NAMES)
)
BODIES: Final = frozenset({"Commission", "Board", "Department", "Administration", "Agency"})
SUFFIX: Final = re.compile(
    r",?\s(?:Inc|Co|Corp|Ltd|Assn|Ass'n|Ry|R\. Co|et al|Comm'n|L\.L\.C|No\. \d+|ex rel)\b.*$"
)
PROCEDURAL: Final = re.compile(r"^(?:In re|Ex parte|(?:In the )?Matter of)\s")
SHORTEST: Final = 3  # letters of a name that is one word; of initials one more
MOST_WORDS: Final = 4
# Words of a decision, before or after its name.
BEFORE: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Uu]nder|[Ss]ince|[Uu]nlike|[Ss]ee(?:\salso)?|[Cc]f\.|[Ff]ollow(?:s|ed|ing)?"
    r"|[Dd]istinguish\w*|[Oo]verrul\w+|[Rr]eaffirm\w*|[Aa]pply\w*|[Ee]xtend\w*|[Rr]ead(?:s|ing)?"
    r"|[Cc]iting|[Qq]uoting|[Bb]oth|[Ll]imit\w*|[Aa]brogat\w+"
    r"|(?:holding|decision|rule|opinion|dissent|teaching|reasoning|doctrine)s?\s(?:of|in|from))"
    r"\s(?:the\s)?)$"
)
AFTER: Final = re.compile(
    r"(?:'s)?\s(?:held|holds|makes|made|recogniz\w+|conclud\w+|itself|Court\b|explain\w+"
    r"|establish\w+|reject\w+|involved|upheld|decision|opinion|rule|holding|doctrine|majority"
    r"|dissent|plurality|and its progeny|teaches|stands|controls|governs|forecloses|instructs"
    r"|suggests|indicates|confirms|cases?\b|(?:was|is|should be|must be)\s(?:\w+\s){0,3}"
    r"(?:overruled|decided|distinguishable|inapposite|wrong|controlling|correct))"
    r"|,\s(?:we|the Court|this Court|which)\b"
)
PAGES: Final = r"\d{1,5}(?:[-–]\d{1,5})?(?:,\s\d{1,5}(?:[-–]\d{1,5})?)*"
PAGE: Final = re.compile(
    rf",?\s(?:(?:at\s(?:p\.\s)?|p\.\s)(?P<pin>{PAGES}|{STAR})"
    rf"|(?:at\s)?(?P<paragraph>{PARAGRAPHS}))(?!\w)"
)
# A name within a longer word is none, and a party that another follows names another case.
GOES_ON: Final = re.compile(r"\w|\sv\.")
WITHIN: Final = re.compile(r"\w")
ACROSS: Final = 24  # characters before a name that can show what it is


def find_mentions(text: str, found: Sequence[Found], own: Authority | None = None) -> list[Found]:
    """Return the places that name a case cited in full before them, ``head`` being that citation.

    A name with a page behind it (*Printz*, at 935) is a named short form, without a head; any other
    is a ``mention``. The names of ``own``, the case that the text decides, are its parties here.
    """
    names = _short_names(found)
    for party in VERSUS.split(own.name) if own and own.name else ():
        names.pop(short_name(party) or "", None)
    if not names:
        return []
    starts = [f.name_start for f in found]
    mentions = []
    for start, end in _places(text, names):
        name = text[start:end]
        cited = names[name]
        if start < cited.extent or _inside(start, starts, found):
            continue
        if page := PAGE.match(text, end):
            pin = page["pin"] or page["paragraph"]
            mentions.append(Found(start, page.end(), "named_short", pin=pin, name=name))
        elif _speaks_of_a_decision(text, start, end):
            mentions.append(Found(start, end, "mention", name=name, head=cited))
    return mentions


def short_name(party: str) -> str | None:
    """Return a party's name as an opinion would shorten it to name the case, or None.

    >>> short_name("Steward Machine Co."), short_name("United States"), short_name("Printz")
    ('Steward Machine', None, 'Printz')
    >>> short_name("Ex parte Young")
    'Young'
    """
    name = SUFFIX.sub("", PROCEDURAL.sub("", party.strip())).strip(" ,.")
    name = name.removeprefix("The ").removeprefix("the ")
    words = name.split()
    if not words or len(words) > MOST_WORDS or name in EVERYONE or words[0] in EVERYONE:
        return None
    if words[-1] in BODIES:
        return None
    if not words[0][:1].isupper() or words[0].lower() in SMALL or "." in name:
        return None
    return name if len(name) >= SHORTEST + name.isupper() else None


def _short_names(found: Iterable[Found]) -> dict[str, Found]:
    """Return {short name: the first full citation of its case}, where it fits one case only."""
    fits: dict[str, dict[tuple[str | None, ...], Found]] = defaultdict(dict)
    for reference in found:
        if reference.kind != "full_case" or reference.head is not None or not reference.name:
            continue
        place = (reference.volume, reporter_slug(reference.reporter or ""), reference.page)
        for party in VERSUS.split(reference.name):
            if name := short_name(party):
                fits[name].setdefault(place, reference)
    return {name: next(iter(cases.values())) for name, cases in fits.items() if len(cases) == 1}


def _places(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where each name stands whole, the longest where several begin together.

    A pattern of all names would have to be compiled anew for each text, which takes longer than
    reading it; an automaton is there at once.
    """
    automaton = AhoCorasick(list(names))
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    done = 0
    for start, end in sorted(((a, z) for _, a, z in hits), key=lambda hit: (hit[0], -hit[1])):
        if (
            start >= done
            and not GOES_ON.match(text, end)
            and not WITHIN.match(text[start - 1 : start])
        ):
            done = end
            yield start, done


def _inside(at: int, starts: Sequence[int], found: Sequence[Found]) -> bool:
    place = bisect_left(starts, at + 1) - 1
    return place >= 0 and at < found[place].extent


def _speaks_of_a_decision(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - ACROSS) : start]
    if AFTER.match(text, end):
        return not before.endswith(" v. ")
    return bool(BEFORE.search(before))
