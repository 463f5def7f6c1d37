"""Introductory signals, and how they carry through a string of authorities (Bluebook rule 1.2)."""

import re
from typing import Final

from ingest.citation import Found

# The signal as printed before a citation, and the signal it is; the first that fits counts.
SIGNALS: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:and\s)?see\salso,?\s(?:e\.\s?g\.,?)?", "see also"),
    (r"and\ssee,?", "see also"),
    (r"but\ssee,?\s?(?:e\.\s?g\.,?)?", "but see"),
    (r"see,?\s(?:for\sexample|e\.\s?g\.),?", "see, e.g."),
    (r"see\sgenerally,?", "see generally"),
    (r"(?:but\s)?compare,?(?:\se\.\s?g\.,?)?", "compare"),
    (r"but\scf\.,?", "but cf."),
    (r"cf\.,?(?:\se\.\s?g\.,?)?", "cf."),
    (r"contra,?", "contra"),
    (r"accord,?", "accord"),
    (r"e\.\s?g\.,?", "e.g."),
    (r"see,?", "see"),
)
BEFORE: Final = re.compile(
    r"(?:^|(?<=[\s(.,;\"'\])—–-]))(?:"
    + "|".join(f"(?P<s{number}>{words})" for number, (words, _) in enumerate(SIGNALS))
    # ... the Legal Tender Case (Juilliard v. Greenman), and 2 id., at 27, are preceded by words.
    + r")\s?(?:the\s)?"
    r"(?:(?:[A-Z][a-z]+\s){1,3}(?:in\s|\((?:[^()]{3,60}\),\s)?)|(?:\d{1,2}|[IVX]{1,4})\s)?$",
    re.I,
)
WITH: Final = re.compile(r"\s?[;,]?\s?(?:and\s)?with\s(?:the\s)?")
# Only a semicolon, a comma or "and" parts members of one string of authorities.
SAME_STRING: Final = re.compile(
    r"\s?(?:[^;.()]{0,80}(?=;))?(?:[;,](?:\sand)?|,?\s?and)\s?(?:the\s|(?:\d{1,2}|[IVX]{1,4})\s(?=$))?(?:(?:cert\.|certiorari)\s\w+,\s|[^;.]{0,40}d,\s)?"
    r"|,\scert\.\s\w+(?:\ssub\snom\.)?,\s(?:\S+\s){0,8}"
)
REACH: Final = 420
# A letter or two of each signal: without any of them there is none to look for.
TRACES: Final = ("see", "e.", "comp", "cf", "contr", "acco")
LONGEST: Final = 90  # characters of a signal with what may stand between it and the name


def read_signals(text: str, found: list[Found]) -> None:
    """Set the signal of each reference; parallels share their head's."""
    before: Found | None = None
    for reference in found:
        if reference.head is not None:
            reference.signal = reference.head.signal
            reference.extent = max(reference.extent, reference.head.extent)
            continue
        quoted = reference.enclosed_by in ("quoting", "citing", "overruling", "overruled")
        reference.signal = "none" if quoted else _signal(text, reference, before)
        inside = before is not None and reference.start < before.extent
        if not quoted and not inside:
            before = reference


def _signal(text: str, reference: Found, before: Found | None) -> str:
    floor = max(before.end, min(before.extent, reference.name_start)) if before else 0
    lead = text[max(floor, reference.name_start - REACH) : reference.name_start]
    if before and before.signal in ("compare", "with") and WITH.fullmatch(lead):
        return "with"
    near = lead[-LONGEST:]
    printed = printed_signal(near)
    if printed and not _is_verb(printed[0], near[: printed.start()]):
        number = next(int(name[1:]) for name, words in printed.groupdict().items() if words)
        return SIGNALS[number][1]
    if before and before.signal != "none" and SAME_STRING.fullmatch(lead):
        return before.signal
    return "none"


def printed_signal(words: str) -> re.Match[str] | None:
    """Return the signal that some words end in, with what may stand between it and a name."""
    lowered = words.lower()
    return BEFORE.search(words) if any(trace in lowered for trace in TRACES) else None


def _is_verb(printed: str, lead: str) -> bool:
    """Tell the verb of a running sentence, as in "we see", from a signal."""
    return printed[0].islower() and len(lead) > 1 and lead[-1].isspace() and lead[-2].islower()
