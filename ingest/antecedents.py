"""What stands before an *id.*: a source it means that is not read, a quotation, a case by name."""

import re
from collections.abc import Iterable
from typing import Final

from ingest.citation import Found

# Sources that are not read here. One of them after a citation is what an id. means then.
PLACE: Final = r"(?:pp?\.\s)?[A-Za-z]{0,3}\d+(?!\d|th|st|nd|d\b)"
UNREAD: Final = re.compile(
    r"\b(?:H\.\s?(?:R\.\s?)?|S\.\s?|Sen\.\s|House\s|Senate\s)(?:Conf\.\s?)?(?:Rep|Doc|Report)\b\.?\s?No\."
    r"|\bCong\.\s?(?:Rec|Globe|Deb)\."
    r"|\bApp\.\s(?:to\s(?:Pet|Brief|Juris)|in\sNo\.|" + PLACE + ")"
    r"|\b(?:Brief|Pet\.|Petition|Memorandum|Mem\.)\sfor\s[A-Z]"
    r"|\b[A-Z]\w+\sBrief\s\d"
    r"|\bTr\.\s(?:of\sOral\sArg\.\s)?\d"
    r"|\bRecord,?\s" + PLACE + r"|\bR\.\s\d+[,.;]"
    r"|\bHearings?\s(?:\d|on\s[A-Z]|[Bb]efore\s(?:the|a)\s(?:\w+\s)?(?:Sub)?[Cc]ommittee)"
)
MARKS: Final = frozenset('"“”')
FIRST_PAGE: Final = re.compile(r"(?:p{1,2}\. )?(\d+)")
NEARBY: Final = 30  # pages between two that one opinion of the same decision may take up
CLOSED: Final = re.compile(r'["”],?\s*$')
LONGEST_NAMING: Final = 1500  # characters between the name of a case and the id. that goes with it


def unread_between(text: str, start: int, end: int) -> bool:
    """Tell whether a source that is not read stands between two places.

    >>> unread_between("H. R. Rep. No. 103-344, p. 8 (1993). It notes that. Ibid.", 0, 52)
    True
    >>> unread_between("New York, 5 Cal. App. 4th 12. Ibid.", 0, 30)
    False
    """
    return UNREAD.search(text, start, end) is not None


def quotation_before(text: str, at: int) -> int | None:
    """Return where the quotation begins that closes right before a place, or None.

    A citation inside it is the quoted author's: *id.* means what the quotation was taken from.

    >>> text = 'He said: "It is so, Hodel, supra, at 288." Ibid.'
    >>> quotation_before(text, text.index("Ibid"))
    9
    """
    closed = CLOSED.search(text, max(0, at - 12), at)
    if closed is None:
        return None
    paragraph = text.rfind("\n\n", 0, at) + 1
    if text[closed.start()] == '"':
        opened = text.rfind('"', paragraph, closed.start())
        return _first_paragraph(text, opened) if opened >= 0 else None
    deep = 0
    for place in range(closed.start(), paragraph - 1, -1):
        deep += (text[place] == "”") - (text[place] == "“")
        if deep == 0:
            return _first_paragraph(text, place)
    return None


def _first_paragraph(text: str, opened: int) -> int:
    """Return where a quotation of several paragraphs begins: each opens it, the last closes it."""
    while text[opened - 2 : opened] == "\n\n":
        before = text.rfind("\n\n", 0, opened - 2)
        begins, ends = text[before + 2 : before + 3], text[opened - 3 : opened - 2]
        if before < 0 or begins not in MARKS or ends in MARKS:
            break
        opened = before + 2
    return opened


def last_named(text: str, start: int, end: int, names: Iterable[str]) -> str | None:
    """Return the name of which a text says last that something was said *in* it.

    >>> last_named("We said so in Printz, and then in New York:", 0, 43, ["Printz", "New York"])
    'New York'
    """
    within = text[max(start, end - LONGEST_NAMING) : end]
    at = {name: max(within.rfind(f" {word} {name}") for word in ("in", "In")) for name in names}
    last = max(at, key=lambda name: at[name], default=None)
    return last if last is not None and at[last] >= 0 else None


def is_page_of(inside: Found, reference: Found) -> bool:
    """Tell whether an id. means the opinion that *ante* or *post* stood for right before it.

    It does without a page of its own, or with one near to that page: a case has others.
    """
    own, other = first_page(reference.pin), first_page(inside.pin)
    return own is None or (other is not None and abs(own - other) <= NEARBY)


def first_page(pin: str | None) -> int | None:
    """Return the first page of a pin, or None.

    >>> first_page("161-166, n. 10"), first_page("n. 16"), first_page("___")
    (161, None, None)
    """
    found = FIRST_PAGE.match(pin or "")
    return int(found[1]) if found else None
