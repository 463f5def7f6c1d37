"""How well treatments agree: by label, folded into four, and where a case is overruled.

Asked of the references that are cases and head their parallel group, since parallels copy the
treatment of the first.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from ingest.evaluation.intervals import Interval, Share, bootstrap, share
from ingest.evaluation.match import Matching
from ingest.evaluation.rows import CASE_LIKE, Window
from ingest.evaluation.tally import Tally, macro_f1

View: TypeAlias = Callable[[str], str]

FEWEST_ROWS: Final = 5  # a label seen less often says nothing about a mean
MISSED: Final = "not found"
FOUR: Final = ("distinguishes", "negative", "neutral", "positive")
FOLDED: Final = {
    **dict.fromkeys(("overrules", "overrules-in-part", "limits", "questions"), "negative"),
    **dict.fromkeys(("criticizes", "declines-to-follow"), "negative"),
    "distinguishes": "distinguishes",
    "follows": "positive",
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Accuracy, the mean F1 of the labels, and each label's F1."""

    accuracy: Share
    macro_f1: float
    macro_f1_interval: Interval | None
    f1: dict[str, float]


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often each annotated label (a line) was answered with each label (a column)."""

    labels: tuple[str, ...]
    answers: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Treatment:
    """Agreement over some rows; of rows found, and of all rows, a row missed being wrong."""

    annotated: dict[str, int]
    constant: float
    label_of_found: Agreement
    label_of_all: Agreement
    four_way_of_found: Agreement
    four_way_of_all: Agreement
    overrules: Share
    confusion: Confusion


def fold(label: str) -> str:
    """Return which of four a label is: negative, distinguishes, positive or neutral.

    >>> fold("limits"), fold("follows"), fold("history")
    ('negative', 'positive', 'neutral')
    """
    return FOLDED.get(label, "neutral")


def treatment(matching: Matching, rows: Sequence[int]) -> Treatment:
    """Return the agreement on the treatment of the annotated rows with these indices."""
    heads = [
        g
        for g in rows
        if matching.gold[g].parallel_to is None and matching.gold[g].kind in CASE_LIKE
    ]
    annotated = Counter(_annotated(matching, g) for g in heads)
    frequent = sorted(label for label, n in annotated.items() if n >= FEWEST_ROWS)
    found = [g for g in heads if g in matching.pairs]
    overruled = [g for g in heads if _annotated(matching, g) == "overrules"]
    return Treatment(
        annotated=dict(annotated.most_common()),
        constant=max(annotated.values(), default=0) / (len(heads) or 1),
        label_of_found=_agreement(matching, found, str, frequent),
        label_of_all=_agreement(matching, heads, str, frequent),
        four_way_of_found=_agreement(matching, found, fold, FOUR),
        four_way_of_all=_agreement(matching, heads, fold, FOUR),
        overrules=share(
            sum(_answered(matching, g) == "overrules" for g in overruled), len(overruled)
        ),
        confusion=_confusion(matching, heads),
    )


def _annotated(matching: Matching, g: int) -> str:
    return str(matching.gold[g].fields["treatment"])


def _answered(matching: Matching, g: int) -> str:
    answer = matching.answer(g)
    return str(answer.fields.get("treatment")) if answer else MISSED


def _agreement(
    matching: Matching, rows: Sequence[int], view: View, labels: Sequence[str]
) -> Agreement:
    windows: dict[Window, Tally] = {}
    for g in rows:
        answer = view(_answered(matching, g)) if g in matching.pairs else None
        counts = windows.setdefault(matching.gold[g].window, Tally())
        counts.add(view(_annotated(matching, g)), answer)
    tallies = list(windows.values())
    right = sum(t.right.total() for t in tallies)
    return Agreement(
        accuracy=share(right, len(rows)),
        macro_f1=macro_f1(tallies, labels),
        macro_f1_interval=bootstrap(windows, lambda drawn: macro_f1(drawn, labels)),
        f1={label: macro_f1(tallies, [label]) for label in labels},
    )


def _confusion(matching: Matching, rows: Sequence[int]) -> Confusion:
    counts = Counter((_annotated(matching, g), _answered(matching, g)) for g in rows)
    labels = tuple(sorted({wanted for wanted, _ in counts}))
    others = {given for _, given in counts} - set(labels)
    answers = (*labels, *sorted(others, key=lambda given: (given == MISSED, given)))
    return Confusion(
        labels, answers, tuple(tuple(counts[label, a] for a in answers) for label in labels)
    )
