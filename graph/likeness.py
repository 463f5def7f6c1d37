"""How like a text is to each of some others, by the words they share.

The cosine of tf-idf vectors (Salton and Buckley 1988): a word counts for more the oftener a text
has it and the fewer texts do. Words are cut to a stem by their first letters, which is enough to
bring *enforce* and *enforcement* together.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

WORD: Final = re.compile(r"[a-z]{3,}")
STEM: Final = 7
# Words that every bill has.
COMMON: Final = frozenset(
    (
        *("the", "and", "for", "any", "that", "this", "with", "not", "shall", "may", "state"),
        *("states", "law", "laws", "act", "acts", "section", "under", "such", "person", "persons"),
        *("from", "its", "has", "have", "been", "are", "was", "were", "which", "who", "other"),
        *("than", "all"),
    )
)


class Likeness:
    """The texts of some things, ready to be compared with another text.

    >>> known = Likeness({"a": "jails hold no one on detainers", "b": "driver licences and data"})
    >>> known.scores("a detainer holds a person in jail")["a"] > 0.3
    True
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        counts = {key: Counter(_stems(text)) for key, text in texts.items()}
        known = Counter(stem for counted in counts.values() for stem in counted)
        self._weight = {stem: math.log(len(texts) / n) + 1 for stem, n in known.items()}
        self._vectors = {key: self._vector(counted) for key, counted in counts.items()}

    def scores(self, text: str) -> dict[str, float]:
        """Return {key: how like, from 0 to 1}."""
        wanted = self._vector(Counter(_stems(text)))
        return {key: _dot(wanted, vector) for key, vector in self._vectors.items()}

    def shared(self, key: str, text: str, *, most: int = 6) -> tuple[str, ...]:
        """Return the words of a text that weigh most in its likeness to a thing."""
        vector = self._vectors[key]
        stems: dict[str, str] = {}
        for word in WORD.findall(text.lower()):
            if (stem := word[:STEM]) in vector and word not in COMMON:
                stems.setdefault(stem, word)
        heaviest = sorted(stems, key=lambda stem: (-vector[stem] * self._weight[stem], stem))
        return tuple(stems[stem] for stem in heaviest[:most])

    def _vector(self, counted: Counter[str]) -> dict[str, float]:
        raw = {
            s: (1 + math.log(n)) * self._weight[s] for s, n in counted.items() if s in self._weight
        }
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {stem: value / length for stem, value in raw.items()}


def _stems(text: str) -> list[str]:
    return [word[:STEM] for word in WORD.findall(text.lower()) if word not in COMMON]


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other.get(stem, 0.0) for stem, value in one.items())
