"""Match the words of a search with the words of a text, allowing for slips of the pen."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

WORD: Final = re.compile(r"[a-z0-9]+")
MARKS: Final = re.compile(r"['’.]")
LITTLE: Final = "a an and at by for in of on or re s the to v versus vs what which who"
SMALL: Final = frozenset(LITTLE.split(" "))
EXACT: Final = 1.0
BEGINS: Final = 0.9
SLIP: Final = 0.7  # one letter wrong, left out, added, or two that changed places
TWO_SLIPS: Final = 0.5
SHORTEST_START: Final = 3
ONE_FROM: Final = 5  # letters from which a slip is allowed: "sapa" is not "papa"
TWO_FROM: Final = 9


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower-case ASCII; a point or an apostrophe parts none.

    >>> words_of("Cal. Gov't Code § 7284.6"), words_of("U.S. v. Lopez")
    (['cal', 'govt', 'code', '72846'], ['us', 'v', 'lopez'])
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return WORD.findall(MARKS.sub("", plain))


def asked_words(text: str) -> list[str]:
    """Return the words of a search that say something, or all of them if none does.

    >>> asked_words("Printz v. the United States"), asked_words("what of it")
    (['printz', 'united', 'states'], ['it'])
    """
    words = list(dict.fromkeys(words_of(text)))
    return [word for word in words if word not in SMALL] or words


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Which entries have a word, and how much it counts there: {word: {entry: weight}}."""

    places: Mapping[str, Mapping[int, float]]

    @classmethod
    def of(cls, entries: Iterable[Iterable[tuple[str, float]]]) -> "WordIndex":
        """Return the index of entries, each some texts with their weights; the highest counts."""
        places: dict[str, dict[int, float]] = defaultdict(dict)
        for number, texts in enumerate(entries):
            for text, weight in texts:
                for word in words_of(text):
                    found = places[word]
                    found[number] = max(weight, found.get(number, 0.0))
        return cls(places)

    def scores(self, word: str) -> dict[int, float]:
        """Return {entry: how well it has this word, from 0 to 1}."""
        found: dict[int, float] = {}
        for known, closeness in self.near(word).items():
            for entry, weight in self.places[known].items():
                found[entry] = max(found.get(entry, 0.0), closeness * weight)
        return found

    def near(self, word: str) -> dict[str, float]:
        """Return the known words that may be meant, with how sure that is.

        Slips are allowed for only where no known word is the one asked for or begins with it.

        >>> index = WordIndex.of([[("Printz v. United States", 1.0)]])
        >>> index.near("printz"), index.near("pritnz"), index.near("prin"), index.near("rintz")
        ({'printz': 1.0}, {'printz': 0.7}, {'printz': 0.9}, {'printz': 0.7})
        """
        found = {word: EXACT} if word in self.places else {}
        if word.endswith("s") and word[:-1] in self.places:
            found[word[:-1]] = BEGINS
        if len(word) >= SHORTEST_START:
            for known in self.places:
                if known.startswith(word) and known != word:
                    found[known] = BEGINS
        return found or self._misspelt(word)

    def _misspelt(self, word: str) -> dict[str, float]:
        if len(word) < ONE_FROM or word.isdigit():
            return {}
        slips = 2 if len(word) >= TWO_FROM else 1
        hits = process.extract(
            word, self.places.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        return {
            known: SLIP if distance < TWO_FROM and distance <= 1 else TWO_SLIPS
            for known, distance, _ in hits
            if not known.isdigit()
        }
