"""The passage that a reference stands in: what comes before and after it, and its company."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final

from ingest.citation import CASE_LIKE, Found
from ingest.sentences import Sentences
from ingest.signals import printed_signal

# Members of one enumeration: nothing but commas, conjunctions and signals between them.
ENUMERATED: Final = re.compile(
    r"[\s,;.\"'*]*(?:(?:and|or|nor|see|also|cf\.|accord|in|of|its(?:\s[a-z]+)?|the|e\.g\.),?\s*)*",
    re.I,
)
OPENING: Final = re.compile(r"[\s\"'\[\]\d*().]+")
SHORT: Final = 3  # characters: what is left before a citation that is a sentence by itself


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One case-like reference where it stands; all texts are of its sentence unless said.

    ``before`` runs from the sentence's start to the enumeration that the reference is in, ``after``
    from the end of that enumeration to the sentence's end. ``proposition`` is what the reference
    supports: the words before it, or the whole sentence before where it is a sentence by itself.
    """

    found: Found
    before: str
    after: str
    proposition: str
    next: str
    alone: bool
    place: int
    company: int
    enumerated: int
    others: Sequence[Found] = field(repr=False)

    @property
    def lead(self) -> str:
        """The last words before the reference's enumeration."""
        return self.before[-160:]


def passages(text: str, found: Sequence[Found], sentences: Sentences) -> list[Passage]:
    """Return the passage of each reference to or mention of a case, parallels left out."""
    heads = [f for f in found if (f.head is None and f.kind in CASE_LIKE) or f.kind == "mention"]
    spans = [sentences.span(f.name_start, f.extent) for f in heads]
    result: list[Passage] = []
    for _, members in groupby(zip(heads, spans, strict=True), key=lambda pair: pair[1][0]):
        group = list(members)
        references, (start, end) = [f for f, _ in group], group[-1][1]
        result += _of_sentence(text, sentences, references, start, end)
    return result


def _of_sentence(
    text: str, sentences: Sentences, group: list[Found], start: int, end: int
) -> list[Passage]:
    lead = _lead(text[start : group[0].name_start])
    alone = len(lead.strip()) < SHORT
    earlier = text[slice(*sentences.before(start))] if alone else ""
    following = text[slice(*sentences.after(end))][:160]
    runs = _runs(text, group)
    result = []
    for place, reference in enumerate(group):
        first, last = runs[place][0], runs[place][-1]
        before = text[start : first.name_start]
        result.append(
            Passage(
                found=reference,
                before=before,
                after=text[last.extent : end],
                proposition=earlier if alone else text[start : reference.name_start],
                next=following,
                alone=alone,
                place=place,
                company=len(group),
                enumerated=len(runs[place]),
                others=group[:place],
            )
        )
    return result


def _lead(words: str) -> str:
    """Return the words before the first citation of a sentence without its signal."""
    signal = printed_signal(words[-60:])
    words = words[: len(words) - len(words[-60:]) + signal.start()] if signal else words
    opening = OPENING.match(words)
    return words[opening.end() :] if opening else words


def _runs(text: str, group: list[Found]) -> list[list[Found]]:
    """Return for each member of a sentence the enumeration it is in."""
    runs: list[list[Found]] = [[group[0]]]
    for one, other in pairwise(group):
        between = text[one.extent : max(one.extent, other.name_start)]
        joined = len(between) < 60 and ENUMERATED.fullmatch(between) and not other.enclosed_by  # noqa: PLR2004
        if joined:
            runs[-1].append(other)
        else:
            runs.append([other])
    return [run for run in runs for _ in run]
