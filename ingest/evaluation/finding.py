"""How many annotated references are found, and how many of those found are annotated."""

from collections import defaultdict
from dataclasses import dataclass

from ingest.evaluation.intervals import Interval, Share, bootstrap, share
from ingest.evaluation.match import Matching
from ingest.evaluation.rows import KINDS, Window


@dataclass(frozen=True, slots=True)
class Finding:
    """Precision over predictions of a kind, recall over annotated rows of it.

    ``strict_f1`` asks that the kind be right too; only the figures of all kinds have an interval.
    """

    precision: Share
    recall: Share
    f1: float
    strict_f1: float
    f1_interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What was annotated in a window, what of it was found, and what was found beside it."""

    annotated: int = 0
    found: int = 0
    extra: int = 0


def finding(matching: Matching) -> dict[str, Finding]:
    """Return the figures of all kinds together and of each kind."""
    kinds = {name: _of_kind(matching, name) for name in KINDS}
    return {"all": _of_kind(matching, None), **kinds}


def _of_kind(matching: Matching, kind: str | None) -> Finding:
    gold, predicted, pairs = matching.gold, matching.predicted, matching.pairs
    wanted = [g for g, row in enumerate(gold) if kind in (None, row.kind)]
    given = [p for p, row in enumerate(predicted) if kind in (None, row.kind)]
    answering = set(pairs.values())
    precision = share(sum(p in answering for p in given), len(given))
    recall = share(sum(g in pairs for g in wanted), len(wanted))
    both = (precision.value or 0) + (recall.value or 0)
    strictly = sum(g in matching.strict for g in wanted)
    return Finding(
        precision,
        recall,
        f1=2 * (precision.value or 0) * (recall.value or 0) / (both or 1),
        strict_f1=2 * strictly / (len(wanted) + len(given) or 1),
        f1_interval=_interval(matching) if kind is None else None,
    )


def _interval(matching: Matching) -> Interval | None:
    annotated: dict[Window, int] = defaultdict(int)
    found: dict[Window, int] = defaultdict(int)
    extra: dict[Window, int] = defaultdict(int)
    for g, row in enumerate(matching.gold):
        annotated[row.window] += 1
        found[row.window] += g in matching.pairs
    answering = set(matching.pairs.values())
    for p, row in enumerate(matching.predicted):
        extra[row.window] += p not in answering
    counts = {w: Counts(annotated[w], found[w], extra[w]) for w in annotated}
    return bootstrap(counts, _f1)


def _f1(windows: list[Counts]) -> float:
    found = sum(w.found for w in windows)
    occurring = sum(w.annotated + w.found + w.extra for w in windows)
    return 2 * found / occurring if occurring else 0.0
