"""Group the citations of a string: several authorities for one proposition (Bluebook rule 1.4)."""

import re
from collections.abc import Sequence
from typing import Final

from ingest.citation import CASE_LIKE, Found
from ingest.signals import LONGEST, printed_signal

# A semicolon parts the members of a string, after at most some words on the one before it.
SEMICOLON: Final = re.compile(r"[^;.()\n]{0,80};\s?(?:and\s)?(?:the\s|in\s)?")
# The Court's older style parts them with commas; in running text those part an enumeration instead.
COMMA: Final = re.compile(r",?\s?(?:(?P<word>and|or|with)\s)?(?:the\s|in\s)?", re.I)
# What became of a case later belongs to its citation (Bluebook rule 10.7), and the string goes on.
HISTORY: Final = re.compile(
    r",\s(?:cert(?:\.|iorari)\s\w+|aff'?(?:d|irmed)|rev'?(?:d|ersed)|vacated|appeal\s\w+"
    r"|reh(?:'g|earing)\s\w+)(?:\ssub\snom\.)?[^;.()\n]{0,40},?\s"
)
FARTHEST: Final = 200  # characters between two members


def group_strings(text: str, found: Sequence[Found]) -> None:
    """Lead each later member of a string of citations to the string's first member.

    A string is one sentence's run of authorities parted by semicolons or, under a signal, by commas
    and conjunctions. Citations inside a parenthesis make strings of their own; parallel citations
    and later history belong to the citation before them and are no members.
    """
    ends = _ends(found)
    open_: list[Found] = []  # the citations whose parentheses the next one may stand in
    for reference in found:
        if reference.head is not None or reference.kind == "internal":
            continue
        before = None
        while open_ and reference.name_start >= ends[open_[-1]]:
            before = open_.pop()
        if before is not None:
            gap = text[ends[before] : reference.name_start]
            if gap.startswith(",") and HISTORY.fullmatch(gap):
                ends[before] = max(ends[before], ends[reference])
                open_.append(before)
                continue
            if _parts_members(gap, before, reference):
                reference.string = before.string or before
        open_.append(reference)


def _ends(found: Sequence[Found]) -> dict[Found, int]:
    """Return where each citation ends with its parallels and their parentheses."""
    ends = {reference: reference.extent for reference in found}
    for reference in found:
        if reference.head is not None:
            ends[reference.head] = max(ends.get(reference.head, 0), reference.extent)
    return ends


def _parts_members(gap: str, before: Found, reference: Found) -> bool:
    """Tell whether nothing but a separator and a signal stands between two citations."""
    if len(gap) > FARTHEST:
        return False
    near = gap[-LONGEST:]
    signal = printed_signal(near)
    lead = gap[: len(gap) - len(near) + signal.start()] if signal else gap
    if SEMICOLON.fullmatch(lead):
        return True
    comma = COMMA.fullmatch(lead) if before.signal != "none" else None
    # A comma alone may part the places where one law is printed: Pub. L. 107-252, 116 Stat. 1666.
    cases = before.kind in CASE_LIKE and reference.kind in CASE_LIKE
    return comma is not None and bool(comma["word"] or (cases and lead.strip()))
