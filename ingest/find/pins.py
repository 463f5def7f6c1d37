"""The patterns of pinpoint pages that every form of citation shares (Bluebook rule 3.2)."""

import re
from typing import Final

DASH: Final = r"\s?(?:-{1,2}|–|—)\s?"
BLANK: Final = r"(?:_{2,}(?!_)|-{2,}(?!-)|—{1,3}(?!—))"
# 2006-Ohio-856 begins with a year and is no page.
NUMBER: Final = r"\d{1,5}(?!\d|:\d|-[A-Z])"
# A number that begins the next citation is no pin: 505 U.S. 144, 112 S. Ct. 2408.
NOT_NEXT: Final = (
    r"(?!\s(?:[A-Z][A-Za-z.&']*\.?\s?){1,5}(?:\(\w+\)\s)?[\d_§]|\s[Ii]d\.\s?\d|\s?U\.\s?S|\sStat\."
    r"|\s[A-Z][A-Za-z. ]{0,16}\d?d?,\s(?:(?:at\s)?\d|at\s(?:--|__)))"
)
# Databases count their own pages with stars, and neutral citations paragraphs.
STAR: Final = rf"\*\d{{1,3}}(?!\d)(?:{DASH}\*?\d{{1,3}}(?!\d))?"
STARS: Final = (
    rf"{STAR}(?:,?\s?(?:and\s|&\s)?{STAR})*(?:(?:,\s|\s?)(?:&\s)?nn?\.\s?\d{{1,3}}(?!\d))?"
)
PARAGRAPH: Final = rf"¶{{1,2}}\s?\d{{1,4}}(?!\d)(?:{DASH}\d{{1,4}}(?!\d))?"
# Only where no list goes on behind, which would read the same numbers again.
PARAGRAPHS: Final = rf"{PARAGRAPH}(?:(?:,\s|,?\sand\s|\s&\s)\d{{1,4}}(?!\d|\s[A-Z]|-))*"
BLANKS: Final = rf"{BLANK}(?:(?:-|–|\s[-–]\s){BLANK})?"
PAGE: Final = rf"(?:{NUMBER}(?:{DASH}{NUMBER})?|{BLANKS}|{STAR}|{PARAGRAPH}|passim\b)"
NOTE: Final = (
    rf"(?:&\s?)?(?:nn?\.|notes?)\s?(?:\d{{1,3}}|\*)(?:(?:{DASH}|,\s?(?:and\s)?|\sand\s|\s?&\s?)"
    rf"\d{{1,3}}(?!\d){NOT_NEXT})*"
)
ITEM: Final = rf"(?:(?:and\s|p{{1,2}}\.\s)?(?:{NOTE}|{PAGE}{NOT_NEXT}(?:\s(?:and\s)?{NOTE})?))"
# After "at": one item at once, then more behind commas.
LIST: Final = rf"{ITEM}(?:,\s?{ITEM}|\s&\s{NOTE}|\s?and\s{ITEM})*"
# After a first page: every item behind a comma.
AFTER_PAGE: Final = rf"(?:,\s?{LIST}|\s{PARAGRAPHS})?"
AT: Final = r"(?:at|p{1,2}\.)"
SLIP: Final = re.compile(r"\s?(?:\(\d{4}\)\s)?(\(slip op\.,? at [\d–-]+\))")


def slip_pin(text: str, end: int) -> str | None:
    """Return the page of a slip opinion that follows a blank pin, with its parentheses."""
    found = SLIP.match(text, end)
    return found[1] if found else None
