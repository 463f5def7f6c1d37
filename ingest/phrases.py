"""Find many phrases in one pass over the tokens of a Doc, however many phrases there are.

A phrase is written as it is printed, in lower or upper case alike. ``{a|b|}`` stands for one of
some words or endings, and `` ... `` for up to six tokens within a sentence.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

Piece: TypeAlias = dict[int, list[list[int]]]

GAP: Final = re.compile(r"\s\.\.\.\s")
CHOICE: Final = re.compile(r"\{([^{}]*)\}")
WIDEST_GAP: Final = 6
# A gap reaches over no end of a sentence, a clause or a paragraph.
BARRIERS: Final = (*".?!;", *("\n" * number for number in range(1, 5)))


class Hit(NamedTuple):
    """One phrase in a Doc: the key it was given under, first token, and token after the last."""

    key: str
    start: int
    end: int


def spellings(phrase: str) -> list[str]:
    """Return every way in which a phrase without gaps may be printed.

    >>> spellings("commandeer{|ing} {a|the} State")[:3]
    ['commandeer a State', 'commandeer the State', 'commandeering a State']
    """
    pieces = CHOICE.split(phrase)
    choices = [p.split("|") if odd else [p] for p, odd in zip(pieces, itertools.cycle((0, 1)))]
    return [" ".join("".join(words).split()) for words in itertools.product(*choices)]


class Phrasebook:
    """Phrases by key, compiled for one pipeline.

    The matcher looks for whole phrases and for the first pieces of those with gaps; what follows
    a first piece is looked for only there, so a first piece should be a rare one.
    """

    def __init__(self, nlp: Language, phrases: Mapping[str, Iterable[str]]) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._barriers = frozenset(nlp.vocab.strings.add(mark) for mark in BARRIERS)
        self._whole: dict[int, str] = {}
        self._gapped: dict[int, tuple[str, list[Piece]]] = {}
        for key, written in phrases.items():
            for number, phrase in enumerate(written):
                self._add(nlp, key, f"{key} {number}", GAP.split(phrase))

    def _add(self, nlp: Language, key: str, name: str, pieces: list[str]) -> None:
        first, *later = [[nlp.make_doc(text) for text in spellings(piece)] for piece in pieces]
        self._matcher.add(name, first)
        if later:
            self._gapped[nlp.vocab.strings[name]] = (key, [_piece(docs) for docs in later])
        else:
            self._whole[nlp.vocab.strings[name]] = key

    def find(self, doc: Doc) -> list[Hit]:
        """Return the phrases in a Doc in order of place; of one key, none overlaps another."""
        found: list[Hit] = []
        words: list[int] = doc.to_array("LOWER").tolist()
        for match, start, end in self._matcher(doc):
            if match in self._whole:
                found.append(Hit(self._whole[match], start, end))
            else:
                key, later = self._gapped[match]
                if last := self._follow(words, end, later):
                    found.append(Hit(key, start, last))
        return list(_outermost(found))

    def _follow(self, words: list[int], end: int, later: Iterable[Piece]) -> int:
        """Return where the last of some pieces ends if each follows within the gap, else 0."""
        for piece in later:
            for at in range(end, min(end + WIDEST_GAP + 1, len(words))):
                word = words[at]
                rests = piece.get(word, ())
                fitting = (rest for rest in rests if words[at + 1 : at + 1 + len(rest)] == rest)
                if rests and (rest := next(fitting, None)) is not None:
                    end = at + 1 + len(rest)
                    break
                if word in self._barriers:
                    return 0
            else:
                return 0
        return end


def _piece(docs: Iterable[Doc]) -> Piece:
    """Return {lower form of the first token: [lower forms of the rest]}, the longest first."""
    piece: Piece = {}
    for first, *rest in ([token.lower for token in doc] for doc in docs):
        piece.setdefault(first, []).append(rest)
    return {first: sorted(rests, key=len, reverse=True) for first, rests in piece.items()}


def _outermost(hits: list[Hit]) -> Iterator[Hit]:
    """Leave out a hit that overlaps a longer or earlier one of the same key."""
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= reach.get(hit.key, 0):
            reach[hit.key] = hit.end
            yield hit
