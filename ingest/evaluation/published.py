"""The figures that are published: one file, from which the README and the site are written."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

from ingest.evaluation.evaluate import Evaluation
from ingest.evaluation.intervals import Interval, Share
from ingest.evaluation.treatment import Confusion

Unit: TypeAlias = Literal["%", "F1"]

FILE: Final = "accuracy.json"
DIGITS: Final = 6

RESOLVED: Final = {
    "short_case": "right authority, short forms (505 U.S., at 161)",
    "id": "right authority, *id.* and *ibid.*",
    "named_short": "right authority, named short forms (*New York*, supra)",
    "supra": "right authority, other *supra*",
}
READ: Final = {
    "volume, reporter and page": "volume, reporter and page of full citations",
    "pin": "pin",
    "year": "year",
    "parallel grouping": "parallel citations grouped",
    "signal": "signal",
    "part": "opinion part",
    "author": "author of the opinion",
    "in_footnote": "in a footnote or not",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure with its 95 % interval and the number of rows it rests on."""

    what: str
    unit: Unit
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class KindFound:
    """How well one kind of reference is found."""

    kind: str
    precision: float | None
    recall: float | None
    f1: float
    annotated: int


@dataclass(frozen=True, slots=True)
class KindResolved:
    """How the references of one kind were resolved."""

    kind: str
    right: int
    wrong: int
    abstained: int
    missed: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What was measured, when, with which release, on what, and what came out."""

    measured: str
    extractor: str
    annotated: int
    windows: int
    opinions: int
    years: tuple[int, int] | None
    figures: tuple[Figure, ...]
    found: tuple[KindFound, ...]
    resolved: tuple[KindResolved, ...]
    confusion: Confusion | None


def accuracy_of(
    evaluation: Evaluation, *, measured: str, extractor: str, years: tuple[int, int] | None
) -> Accuracy:
    """Return what is published of an evaluation, rounded as it is kept."""
    treatment = evaluation.all.treatment
    return Accuracy(
        measured=measured,
        extractor=extractor,
        annotated=evaluation.annotated,
        windows=evaluation.windows,
        opinions=evaluation.documents,
        years=years,
        figures=tuple(_figures(evaluation)),
        found=tuple(_found(evaluation)),
        resolved=tuple(
            KindResolved(kind, row.right, row.wrong, row.abstained, row.missed)
            for kind, row in evaluation.resolution.items()
        ),
        confusion=treatment.confusion if treatment else None,
    )


def _found(evaluation: Evaluation) -> Iterator[KindFound]:
    for kind, row in evaluation.find.items():
        if row.recall.n:
            precision, recall = _rounded(row.precision.value), _rounded(row.recall.value)
            yield KindFound(kind, precision, recall, round(row.f1, DIGITS), row.recall.n)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _figures(evaluation: Evaluation) -> Iterator[Figure]:
    """Yield the headline figures; one that rests on no row is left out."""
    found = evaluation.find["all"]
    yield from _f1("citing references found, F1", found.f1, found.f1_interval, found.recall.n)
    for kind, what in RESOLVED.items():
        if kind in evaluation.resolution:
            yield from _share(what, evaluation.resolution[kind].of_all)
    if "all" in evaluation.resolution:
        answered = evaluation.resolution["all"].of_answered
        yield from _share("of all answers given to these, right", answered)
    for name, what in READ.items():
        yield from _share(what, evaluation.all.fields[name].of_all)
    yield from _of_treatment(evaluation)


def _of_treatment(evaluation: Evaluation) -> Iterator[Figure]:
    every, sure = evaluation.all.treatment, evaluation.sure.treatment
    if not every or not sure:
        return
    label, n = every.label_of_all, len(every.annotated)
    yield from _share(f"treatment, {n} labels, accuracy", label.accuracy)
    yield from _f1(
        f"treatment, {n} labels, macro-F1",
        label.macro_f1,
        label.macro_f1_interval,
        label.accuracy.n,
    )
    four = "treatment, negative, distinguishes, positive or neutral"
    yield from _share(four, every.four_way_of_all.accuracy)
    yield from _share(f"{four}, rows marked sure", sure.four_way_of_all.accuracy)
    yield from _share("overruling seen as overruling", every.overrules)


def _share(what: str, share: Share | None) -> Iterator[Figure]:
    if share and share.value is not None and share.low is not None and share.high is not None:
        ends = round(share.low, DIGITS), round(share.high, DIGITS)
        yield Figure(what, "%", round(share.value, DIGITS), *ends, share.n)


def _f1(what: str, value: float, interval: Interval | None, n: int) -> Iterator[Figure]:
    if interval:
        ends = round(interval[0], DIGITS), round(interval[1], DIGITS)
        yield Figure(what, "F1", round(value, DIGITS), *ends, n)


def as_json(accuracy: Accuracy) -> str:
    """Return the text of the file, one figure a line."""
    lines = []
    for key, value in asdict(accuracy).items():
        if isinstance(value, tuple) and value and isinstance(value[0], dict):
            rows = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in value)
            lines.append(f"  {json.dumps(key)}: [\n{rows}\n  ]")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_json(text: str) -> Accuracy:
    """Return the record that a file holds."""
    kept: Mapping[str, Any] = json.loads(text)
    confusion = kept["confusion"]
    return Accuracy(
        measured=kept["measured"],
        extractor=kept["extractor"],
        annotated=kept["annotated"],
        windows=kept["windows"],
        opinions=kept["opinions"],
        years=tuple(kept["years"]) if kept["years"] else None,
        figures=tuple(Figure(**row) for row in kept["figures"]),
        found=tuple(KindFound(**row) for row in kept["found"]),
        resolved=tuple(KindResolved(**row) for row in kept["resolved"]),
        confusion=confusion
        and Confusion(
            tuple(confusion["labels"]),
            tuple(confusion["answers"]),
            tuple(tuple(row) for row in confusion["counts"]),
        ),
    )


def load_accuracy() -> Accuracy:
    """Return the figures that this package was released with."""
    return from_json((files("ingest") / "evaluation" / FILE).read_text(encoding="utf-8"))
