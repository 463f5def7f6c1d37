"""Score predicted references against annotated ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.evaluation import fields, treatment
from ingest.evaluation.finding import Finding, finding
from ingest.evaluation.match import Matching, match
from ingest.evaluation.parallels import known_parallels
from ingest.evaluation.resolution import Resolution, resolution
from ingest.evaluation.rows import Fields, Row, inside_windows
from ingest.evaluation.treatment import Treatment


@dataclass(frozen=True, slots=True)
class Scope:
    """The agreement over all annotated rows, or over those the annotator was sure of.

    ``treatment`` is None where no prediction tells one.
    """

    rows: int
    fields: dict[str, fields.Agreement]
    treatment: Treatment | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every figure of one comparison; ``resolution`` is empty where nothing was resolved."""

    documents: int
    windows: int
    annotated: int
    predicted: int
    inside_windows: int
    find: dict[str, Finding]
    resolution: dict[str, Resolution]
    all: Scope
    sure: Scope


def evaluate(
    gold: Sequence[Row], predictions: Sequence[Fields], texts: Mapping[str, str] | None = None
) -> Evaluation:
    """Return how well predictions agree with annotations.

    ``texts`` gives the source of each document, to learn which citations are parallel.
    """
    inside = [_with_head(row, gold) for row in inside_windows(predictions, gold)]
    matching = match(gold, inside)
    offered = frozenset(key for p in predictions for key, value in p.items() if value is not None)
    sure = [g for g, row in enumerate(gold) if row.fields["confidence"] == "sure"]
    return Evaluation(
        documents=len({row.doc for row in gold}),
        windows=len({row.window for row in gold}),
        annotated=len(gold),
        predicted=len(predictions),
        inside_windows=len(inside),
        find=finding(matching),
        resolution=_resolution(matching, texts or {}) if "resolved" in offered else {},
        all=_scope(matching, range(len(gold)), offered),
        sure=_scope(matching, sure, offered),
    )


def _resolution(matching: Matching, texts: Mapping[str, str]) -> dict[str, Resolution]:
    return resolution(matching, known_parallels(matching.gold, texts))


def _scope(matching: Matching, rows: Sequence[int], offered: frozenset[str]) -> Scope:
    return Scope(
        rows=len(rows),
        fields=fields.agreement(matching, rows, offered),
        treatment=treatment.treatment(matching, rows) if "treatment" in offered else None,
    )


def _with_head(row: Row, gold: Iterable[Row]) -> Row:
    """Return a prediction whose parallel group starts where the annotated one does.

    Its head may begin a few characters off; another member of the group will not do.
    """
    to = row.parallel_to
    if to is None:
        return row
    heads = (g for g in gold if g.doc == row.doc and g.parallel_to is None)
    head = next((g.start for g in heads if g.start <= to < g.end), to)
    return replace(row, fields={**row.fields, "parallel_to": head})
