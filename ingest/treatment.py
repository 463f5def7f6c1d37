"""Tell how a citing sentence treats an authority: a first set of rules over cue words.

The labels are those of the treatment scheme; each decision keeps the words it rests on, so that a
reader can disagree with it.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, cast

from graph.model import Treatment
from ingest.citation import Found
from ingest.find.references import CASE_LIKE

# A sentence ends at a period before a capital, unless the word before it is an abbreviation.
ABBREVIATED: Final = (
    *("v", "Co", "Inc", "Corp", "Stat", "No", "Art", "cl", "Const", "See, e.g", "Cf", "Id", "Assn"),
    *("Dist", "Supp", "Ed", "Cas", "Wheat", "Wall", "Cranch", "How", "Pet", "Comm'n", "rel", "Rev"),
)
SENTENCE_END: Final = re.compile(
    # The mark comes first and what may not stand before it after: most places fail at once.
    r"[.?!](?<![A-Z].)(?<!\b[A-Z][a-z].)"
    + "".join(rf"(?<!\b{re.escape(word)}.)" for word in ABBREVIATED)
    + r"[\"')\]]*\s+(?=[A-Z\"'(\[*])|\n\n+"
)
HISTORY: Final = re.compile(
    r"(?:cert(?:iorari)?\.?\s(?:granted|denied|dism)|probable jurisdiction"
    r"|aff'?d|rev'?d|affirmed|affirming|reversed|reversing|remand\w*|vacat\w+"
    r"|judgment (?:below|of the (?:Court of Appeals|District Court))"
    r"|(?:Court of Appeals|District Court|Circuit)[^.;]{0,60}"
    r"(?:held|reversed|affirmed|upheld|ruled))"
)
OVERRULED_BY: Final = re.compile(
    r"\(?overruled (?:on other grounds )?(?:by|in)\s(?P<by>[^,;)]{3,60})", re.I
)
OVERRULES: Final = re.compile(r"overrul(?:e|es|ed|ing)\b", re.I)
STRING: Final = 3  # members from which a string cite supports rather than rests a proposition
LIGHT_SIGNALS: Final = frozenset(
    {"see also", "see, e.g.", "e.g.", "cf.", "accord", "see generally"}
)
REACH: Final = 700


@dataclass(frozen=True, slots=True)
class Rule:
    """One cue and what it shows."""

    treatment: Treatment
    cue: re.Pattern[str]
    where: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of ``data/treatment.toml`` in their order."""
    data = tomllib.loads((files("ingest") / "data" / "treatment.toml").read_text("utf-8"))
    return tuple(
        Rule(cast(Treatment, row["treatment"]), re.compile(row["cue"], re.I), row["where"])
        for row in data["rule"]
    )


def sentence(text: str, found: Found) -> tuple[int, int]:
    """Return where the sentence with a reference begins and ends."""
    low = max(0, found.name_start - REACH)
    start = low
    for end in SENTENCE_END.finditer(text, low, found.name_start):
        start = end.end()
    following = SENTENCE_END.search(text, found.extent, found.extent + REACH)
    return start, following.start() + 1 if following else min(len(text), found.extent + REACH)


def read_treatments(text: str, found: list[Found]) -> None:
    """Set treatment, cue and acting case of each reference; parallels share their head's."""
    spans = [sentence(text, reference) for reference in found]
    for place, reference in enumerate(found):
        if reference.head is not None:
            reference.treatment = reference.head.treatment
            reference.cue, reference.treated_by = reference.head.cue, reference.head.treated_by
            continue
        others = sum(
            1
            for at in range(max(0, place - 12), min(len(found), place + 13))
            if found[at].head is None
            and found[at].kind in CASE_LIKE
            and spans[at][0] == spans[place][0]
        )
        _weigh(text, reference, spans[place], others)


def _weigh(text: str, reference: Found, span: tuple[int, int], members: int) -> None:
    if reference.kind not in CASE_LIKE:
        quoted = text[span[0] : reference.start].count('"') >= 2  # noqa: PLR2004 - a pair of marks
        reference.treatment = "discusses" if quoted else "mentions"
        return
    if _overruled(text, reference) or _by_parenthesis(reference):
        return
    if _by_cue(text, reference, span):
        return
    history = HISTORY.search(text, max(span[0], reference.name_start - 90), reference.name_start)
    history = history or HISTORY.match(text, reference.extent + 2)
    if history and reference.signal == "none":
        reference.treatment, reference.cue = "history", history[0]
        return
    reference.treatment = _plain(reference, members)


def _plain(reference: Found, members: int) -> Treatment:
    """Without a cue the signal and the company tell whether a proposition rests on a case."""
    if reference.signal in LIGHT_SIGNALS:
        return "discusses" if reference.parenthetical else "mentions"
    if members >= STRING:
        return "discusses" if reference.parenthetical else "mentions"
    if reference.kind == "named_short" and reference.pin is None:
        return "discusses"
    return "follows"


def _overruled(text: str, reference: Found) -> bool:
    """X (overruled by Y), and (overruling X): the act is another case's, which is named."""
    after = OVERRULED_BY.match(text, reference.extent) or OVERRULED_BY.search(
        text, reference.end, min(reference.extent, reference.end + 160)
    )
    if after:
        reference.treatment, reference.cue = "overrules", after[0].strip("( ")
        reference.treated_by = after["by"].strip()
        return True
    lead = text[max(0, reference.name_start - 60) : reference.name_start]
    act = re.search(r"overrul(?:e|es|ed|ing)\s(?:[a-z]+\s){0,5}$", lead, re.I)
    if act and not re.search(r"\b(?:not|never|nor|without)\b", lead):
        reference.treatment, reference.cue = "overrules", act[0].strip()
        return True
    return False


def _by_parenthesis(reference: Found) -> bool:
    if reference.enclosed_by == "quoting":
        reference.treatment = "quotes-only"
    elif reference.enclosed_by == "citing":
        reference.treatment = "mentions"
    return reference.enclosed_by in ("quoting", "citing")


def _by_cue(text: str, reference: Found, span: tuple[int, int]) -> bool:
    before = text[max(span[0], reference.name_start - 160) : reference.name_start]
    after = text[reference.extent : min(span[1], reference.extent + 110)]
    for rule in rules():
        for side in (before, after):
            cue = rule.cue.search(side)
            if cue:
                reference.treatment, reference.cue = rule.treatment, cue[0]
                return True
    if OVERRULES.search(after) and reference.signal == "none":
        reference.treatment, reference.cue = "overrules", "overruled"
        return True
    return False
