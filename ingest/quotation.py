"""Tell whether the words around a citation are quoted from the authority that it cites."""

import re
from collections.abc import Sequence
from typing import Final

from ingest.citation import Found
from ingest.sentences import Sentences
from ingest.signals import BEFORE, LONGEST

# A mark that closes, with no more than a footnote call, brackets or punctuation after it.
# A single mark, which closes a quotation within another, needs a stop before it: else a genitive.
CLOSES: Final = re.compile(
    r"(?:\"(?<=\S\")|'(?<=[.,;?!]'))['.,;:)\]]*(?:\s?\[\d{1,3}\]|\d{1,2})?[\s.,;:(\[—-]*$"
)
PHRASE: Final = re.compile(r"\"[^\s\"][^\"]*\s[^\"]*\s[^\"]*\"")  # three words are no mere title
OPENS_PARAGRAPH: Final = "\n\n"
# A parenthesis that quotes, or that says how a quotation was changed (Bluebook rule 5.2).
QUOTES: Final = re.compile(r"\(\s?(?:[^()\"\n]{0,120}\s)?\"")
CHANGED: Final = re.compile(
    r"\((?:[^()\n]{0,60}\b)?(?:emphasis\s(?:added|deleted|omitted|in|supplied|original)"
    r"|(?:quotation\smarks?|quotations?|citations?|footnotes?|alterations?|brackets|ellips[ei]s)"
    r"(?:,?\s(?:and|or)?\s?[a-z]+){0,4}\s(?:omitted|in\soriginal|deleted|altered|adopted))",
    re.I,
)
# The authority is named first and then speaks: As Printz put it, 521 U.S., at 919, "...".
SPEAKS: Final = re.compile(
    r",?\s?(?:(?:this|the|we|our|it|court|justice\s\w+|chief\sjustice\s\w+)\s){0,4}"
    r"(?:(?:has|have|had|also|there|further|once|then|expressly)\s){0,2}"
    r"(?:said|says|stated|states|held|holds|wrote|writes|explained|explains|observed|observes"
    r"|declared|declares|noted|notes|concluded|reasoned|recognized|emphasized|described|put\sit"
    r"|remarked|announced)(?:\s(?:that|as))?[,:]?\s?\"",
    re.I,
)
REACH: Final = 400  # characters after a citation in which a quotation may begin
NEAR: Final = 40  # characters before it in which one may end
# Under these a quotation before the citation may be its own (Bluebook rule 1.2(a)); under "cf." or
# "see also" the words come from elsewhere and the citation only stands beside them.
DIRECT: Final = frozenset({"none", "see", "e.g.", "see, e.g.", "accord"})


def read_quotations(text: str, found: Sequence[Found], sentences: Sentences) -> None:
    """Set whether each citation is one of a quotation.

    It is if a quotation mark closes right before it (its signal and name aside, and not for the
    later members of a string), if it gives a page and no signal for the sentence before it and that
    sentence quotes three words or more which no other citation claims, if its own parenthesis
    quotes or says how a quotation was altered, if it stands in a parenthesis that begins with
    "quoting", or if it is said to speak and a quotation follows. Parallel citations share what
    their first one is.
    """
    for place, reference in enumerate(found):
        if reference.head is not None:
            reference.quoted = reference.head.quoted
        elif reference.kind != "internal":
            inside = found[place + 1].name_start if place + 1 < len(found) else len(text)
            reference.quoted = (
                reference.enclosed_by == "quoting"
                or _closes_before(text, reference)
                or _quotes_after(text, reference, inside)
                or _supports_quotation(text, reference, sentences, found[place - 1 : place])
            )


def _closes_before(text: str, reference: Found) -> bool:
    if reference.string is not None or reference.signal not in DIRECT:
        return False
    lead = text[max(0, reference.name_start - LONGEST - NEAR) : reference.name_start]
    if '"' not in lead and "'" not in lead:
        return False
    signal = BEFORE.search(lead[-LONGEST:]) if reference.signal != "none" else None
    lead = lead[: len(lead) - len(lead[-LONGEST:]) + signal.start()] if signal else lead
    closing = CLOSES.search(lead[-NEAR:])
    return closing is not None and (
        OPENS_PARAGRAPH not in closing[0] or lead.rstrip().endswith('"')
    )


def _supports_quotation(
    text: str, reference: Found, sentences: Sentences, before: Sequence[Found]
) -> bool:
    """Look at the sentence before a citation that is a sentence by itself."""
    if reference.pin is None or reference.signal != "none" or reference.string is not None:
        return False
    start, _ = sentences.span(reference.name_start, reference.extent)
    if text[start : reference.name_start].strip("\"'()[] \n"):
        return False
    floor = before[0].extent if before else 0
    begin, end = sentences.before(start)
    if OPENS_PARAGRAPH in text[end - len(OPENS_PARAGRAPH) : end]:
        return False
    return PHRASE.search(text, max(floor, begin), max(floor, end)) is not None


def _quotes_after(text: str, reference: Found, inside: int) -> bool:
    """Look at the citation's own parentheses, up to another citation inside them."""
    own = text[reference.end : min(reference.extent, max(inside, reference.end))]
    if '"' in own and QUOTES.search(own):
        return True
    if "(" in own and CHANGED.search(text, reference.end, reference.extent):
        return True
    return SPEAKS.match(text, reference.extent, reference.extent + REACH) is not None
