"""How deeply an opinion goes into each authority, on the four steps that citators print."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from graph.model import Authority, Depth
from ingest.citation import CASE_LIKE, Found
from ingest.sentences import Sentences

PAGE: Final = 400  # words: about a page of the United States Reports
PARAGRAPH: Final = 100  # words: about a paragraph of one
PLACES: Final = 3  # sentences of its own that make an authority discussed, however short
NEAR: Final = 1200  # characters over which a telling goes on between two references to one case
SHORT: Final = 3  # characters: what is left before a citation that is a sentence by itself
# A citation is no sentence by itself if so many characters of words stand before it.
LED: Final = re.compile(rf"(?:[\s\"'\[\]\d*().]*[^\s\"'\[\]\d*().]){{{SHORT}}}")

Key: TypeAlias = tuple[str | None, str | None, Authority]


@dataclass(slots=True)
class _Account:
    """What one opinion says of one authority."""

    references: list[Found] = field(default_factory=list)
    stretches: list[tuple[int, int]] = field(default_factory=list)
    quoted: bool = False
    explained: bool = False


def read_depths(
    text: str, found: Sequence[Found], sentences: Sentences, mentions: Sequence[Found] = ()
) -> None:
    """Set the depth of each reference and mention whose authority is known.

    The account of an authority is kept for each opinion of a text (its type and author; footnotes
    are the opinion's). To it belong the sentences that cite or name the authority, the sentence
    before a citation that is a sentence by itself, and whatever stands between two references to
    the authority less than ``NEAR`` characters apart with no other case between them. The later
    members of a string, and citations that another one quotes or cites, add no sentence. Then

    * ``examined``: the account has at least ``PAGE`` words;
    * ``discussed``: it has at least ``PARAGRAPH`` words, or ``PLACES`` sentences apart from each
      other, or two and a quotation;
    * ``cited``: it has a sentence, or a quotation, or an explanatory parenthetical;
    * ``mentioned``: none of these, that is in strings or within other citations only.

    The steps are those of citators, where stars or bars stand for more than a page, more than a
    paragraph, less than one, and a place in a list.
    """
    accounts: dict[Key, _Account] = {}
    before: Found | None = None
    for reference in _in_order(found, mentions):
        if reference.head is not None and reference.kind != "mention":
            continue
        if reference.authority is not None and reference.kind != "internal":
            account = accounts.setdefault(_key(reference, reference.authority), _Account())
            _add(text, account, reference, sentences, before)
        before = reference if reference.kind in (*CASE_LIKE, "mention") else before
    for account in accounts.values():
        depth = _depth(text, account)
        for reference in account.references:
            reference.depth = depth
    for reference in found:
        if reference.head is not None and reference.authority is not None:
            reference.depth = reference.head.depth


def _in_order(found: Sequence[Found], mentions: Sequence[Found]) -> Iterable[Found]:
    return sorted((*found, *mentions), key=lambda f: f.start) if mentions else found


def _key(reference: Found, authority: Authority) -> Key:
    span = reference.span
    return (span.type, span.author, authority) if span else (None, None, authority)


def _add(
    text: str, account: _Account, found: Found, sentences: Sentences, before: Found | None
) -> None:
    account.quoted |= found.quoted
    account.explained |= found.parenthetical
    last = account.references[-1] if account.references else None
    account.references.append(found)
    if found.string is not None or found.enclosed_by in ("quoting", "citing"):
        return
    start, end = sentences.span(found.name_start, found.extent)
    if before is not None and before is last and found.name_start - last.extent < NEAR:
        start = min(start, last.extent)
    elif not LED.match(text, start, found.name_start):
        start = min(start, sentences.before(start)[0])
    account.stretches.append((start, end))


def _depth(text: str, account: _Account) -> Depth:
    stretches = _merged(account.stretches)
    words = 0
    for start, end in stretches:
        words += text.count(" ", start, end)  # clean text has one space between two words
        if words >= PAGE:
            return "examined"
    apart = len(stretches)
    if words >= PARAGRAPH or apart >= PLACES or (apart > 1 and account.quoted):
        return "discussed"
    return "cited" if apart or account.quoted or account.explained else "mentioned"


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
