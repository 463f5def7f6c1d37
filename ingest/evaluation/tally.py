"""Count answers by label, so that F1 over many windows is the sum of their counts."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Label: TypeAlias = Hashable


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each label was annotated, answered, and answered rightly."""

    annotated: Counter[Label] = field(default_factory=Counter)
    answered: Counter[Label] = field(default_factory=Counter)
    right: Counter[Label] = field(default_factory=Counter)

    def add(self, wanted: Label, given: Label) -> None:
        """Count one answer."""
        self.annotated[wanted] += 1
        self.answered[given] += 1
        if wanted == given:
            self.right[wanted] += 1


def tally(answers: Iterable[tuple[Label, Label]]) -> Tally:
    """Return the counts of (annotated, answered) pairs."""
    counts = Tally()
    for wanted, given in answers:
        counts.add(wanted, given)
    return counts


def macro_f1(tallies: Sequence[Tally], labels: Sequence[Label]) -> float:
    """Return the mean F1 of the labels that occur, 0 where none does.

    >>> macro_f1([tally([("follows", "follows"), ("limits", "follows")])], ["follows"])
    0.6666666666666666
    """
    scores = []
    for label in labels:
        occurs = sum(t.annotated[label] + t.answered[label] for t in tallies)
        if occurs:
            scores.append(2 * sum(t.right[label] for t in tallies) / occurs)
    return sum(scores) / len(scores) if scores else 0.0
