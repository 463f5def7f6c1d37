"""Which prediction answers which annotated reference: one to one, by overlap of spans."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from ingest.evaluation.rows import CASE_LIKE, SHORT_FORMS, Row, Window

Pairs: TypeAlias = Mapping[int, int]

# Kinds that two careful readers may confuse; every other kind stands alone.
FAMILY: Final = {
    **dict.fromkeys(CASE_LIKE, "case"),
    "journal": "secondary",
    "treatise": "secondary",
}


@dataclass(frozen=True, slots=True)
class Matching:
    """Annotated rows, the predictions inside their windows, and who answers whom (by index).

    ``strict`` pairs those of the same kind only.
    """

    gold: Sequence[Row]
    predicted: Sequence[Row]
    pairs: Pairs
    strict: Pairs

    def answer(self, index: int) -> Row | None:
        """Return the prediction that answers an annotated row, if one does."""
        return self.predicted[self.pairs[index]] if index in self.pairs else None


def match(gold: Sequence[Row], predicted: Sequence[Row]) -> Matching:
    """Pair annotated rows with predictions of their window."""
    return Matching(gold, predicted, _pairs(gold, predicted, False), _pairs(gold, predicted, True))


def _pairs(gold: Sequence[Row], predicted: Sequence[Row], strict: bool) -> Pairs:
    """The longest overlap goes first, then the nearer edges, then the same kind."""
    by_window: dict[Window, list[tuple[int, Row]]] = defaultdict(list)
    for p, row in enumerate(predicted):
        by_window[row.window].append((p, row))
    admitted = _admitted_kinds(gold)
    ranked = []
    for g, row in enumerate(gold):
        for p, given in by_window[row.window]:
            overlap = min(row.end, given.end) - max(row.start, given.start)
            same = given.kind in admitted[g]
            if overlap > 0 and (same or (not strict and _family(row) == _family(given))):
                distance = abs(row.start - given.start) + abs(row.end - given.end)
                ranked.append((-overlap, distance, not same, g, p))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, g, p in sorted(ranked):
        if g not in pairs and p not in taken:
            pairs[g] = p
            taken.add(p)
    return pairs


def _family(row: Row) -> str:
    return FAMILY.get(row.kind, row.kind)


def _admitted_kinds(gold: Sequence[Row]) -> list[tuple[str, ...]]:
    """Return the kinds that each row may be called: a parallel of a short form is short or full."""
    kinds = {(row.doc, row.start): row.kind for row in gold}
    return [
        ("full_case", "short_case")
        if row.parallel_to is not None and kinds.get((row.doc, row.parallel_to)) in SHORT_FORMS
        else (row.kind,)
        for row in gold
    ]
