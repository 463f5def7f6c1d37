"""Citations of one authority in several reporters, as the annotations and the texts print them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from ingest.evaluation.keys import CiteKey, cite_key
from ingest.evaluation.rows import Row

Parallels: TypeAlias = Mapping[str, Mapping[CiteKey, set[CiteKey]]]

# A pin between two parallel citations: ", 161-166", ", ___", " and n. 10".
PINS: Final = r"(?:,? (?:[\d–-]+|[_-]{2,}|(?:and )?nn?\. ?\d+))*"
# 505 U.S. 144, 161, 112 S. Ct. 2408: the lookahead lets a second citation head the next pair.
SIDE_BY_SIDE: Final = re.compile(
    r"\b(?=(?P<volume>\d+) (?P<reporter>U\. ?S\.|S\. ?Ct\.) (?P<page>\d+|[_-]+)"
    rf"{PINS}, (?P<volume2>\d+) (?P<reporter2>S\. ?Ct\.|L\. ?[Ee]d\.(?: ?2d)?) (?P<page2>\d+))"
)


def known_parallels(gold: Sequence[Row], texts: Mapping[str, str]) -> Parallels:
    """Return {document: {citation: citations of the same authority}}.

    Where a text is at hand, citations printed side by side anywhere in it count too, since the
    annotations cover windows only.
    """
    same: dict[str, dict[CiteKey, set[CiteKey]]] = defaultdict(lambda: defaultdict(set))
    for row in gold:
        if row.kind == "full_case":
            official = cite_key(row.fields["resolved"] or row.fields)
            same[row.doc][official].add(cite_key(row.fields))
    for doc in {row.doc for row in gold} & texts.keys():
        _join(same[doc], _side_by_side(texts[doc]))
    return same


def _side_by_side(text: str) -> Iterable[tuple[CiteKey, CiteKey]]:
    for hit in SIDE_BY_SIDE.finditer(text):
        found = hit.groupdict()
        yield cite_key(found), cite_key({key.removesuffix("2"): found[key] for key in SECOND})


SECOND: Final = ("volume2", "reporter2", "page2")


def _join(same: dict[CiteKey, set[CiteKey]], pairs: Iterable[tuple[CiteKey, CiteKey]]) -> None:
    """Add pairs; what already stands for a citation that has a page stands for its pair too."""
    for one, other in pairs:
        has_page = one[2] is not None
        for key in {one, *same[one]} if has_page else {one}:
            same[key].add(other)
            same[other].add(key)
