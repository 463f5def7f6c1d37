"""Our figures are those that the annotations' own script gives, on good answers and on bad ones."""

import importlib.util
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ingest.evaluation.evaluate import Evaluation, Scope, evaluate
from ingest.evaluation.rows import Fields, Row

pytestmark = pytest.mark.slow

FIELD_NAMES = {  # what the script calls the fields that we call otherwise
    "full_case volume": "volume",
    "full_case reporter": "reporter",
    "full_case page": "page",
    "full_case all three": "volume, reporter and page",
    "pin's first page": "first page of the pin",
    "parallel, true members": "true parallel members",
}
AGREEMENTS = ("label_of_found", "label_of_all", "four_way_of_found", "four_way_of_all")


@pytest.fixture(scope="module")
def script(shared: Path) -> ModuleType:
    """Return the script that came with the annotations."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield every number of a nested report with the path to it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from figures(inner, f"{path}/{key}")
    elif isinstance(value, (list, tuple)):
        for place, inner in enumerate(value):
            yield from figures(inner, f"{path}/{place}")
    elif value is not None:
        yield path, value


def renamed(scores: dict[str, Any]) -> dict[str, Any]:
    """Return the script's report in our words."""
    report = {"find": scores["find"], "resolution": scores["resolution"]}
    for scope in ("all", "sure"):
        by_name = scores[f"attributes, {scope} rows"]
        report[f"{scope} fields"] = {FIELD_NAMES.get(k, k): v for k, v in by_name.items()}
        report[f"{scope} treatment"] = treatment = dict(scores[f"treatment, {scope} rows"])
        counts = treatment.pop("rows")
        counts.pop("n_gold")
        treatment["constant"] = counts.pop("constant")
        treatment["annotated"] = counts
    return report


def ours(evaluation: Evaluation) -> dict[str, Any]:
    """Return our report with intervals of F1 rounded as the script rounds them."""
    scores = asdict(evaluation)
    interval = scores["find"]["all"]["f1_interval"]
    scores["find"]["all"]["f1_interval"] = interval and [round(end, 3) for end in interval]
    report = {"find": scores["find"], "resolution": scores["resolution"]}
    for name, scope in (("all", evaluation.all), ("sure", evaluation.sure)):
        report[f"{name} fields"] = scores[name]["fields"]
        report[f"{name} treatment"] = treatment_of(scope)
    return report


def treatment_of(scope: Scope) -> dict[str, Any]:
    """Return our figures of treatment laid out as the script lays them out."""
    assert scope.treatment is not None
    report: dict[str, Any] = {
        "constant": scope.treatment.constant,
        "annotated": scope.treatment.annotated,
    }
    for name in AGREEMENTS:
        agreement = asdict(getattr(scope.treatment, name))
        f1 = {f"f1 {label}": value for label, value in agreement.pop("f1").items()}
        interval = agreement["macro_f1_interval"]
        agreement["macro_f1_interval"] = interval and [round(end, 3) for end in interval]
        view, _, rows = name.partition("_of_")
        report[f"{view.replace('_', '-')} of_{rows}"] = agreement | f1
    return report


def spoiled(predictions: list[Fields], seed: int) -> list[Fields]:
    """Return predictions of which many are dropped, moved, called something else, or exchanged."""
    chance = random.Random(seed)  # noqa: S311 - a spoiler, no secret
    swapped = ("kind", "pin", "year", "signal", "author", "part", "treatment", "resolved")
    changed: list[Fields] = []
    for row in predictions:
        if chance.random() < 0.1:
            continue
        fields = dict(row)
        fields["start"] += chance.choice((0, 0, 0, -3, 2))
        fields["end"] += chance.choice((0, 0, 0, 4))
        for key in swapped:
            if chance.random() < 0.2:
                fields[key] = chance.choice((chance.choice(predictions)[key], None, row[key]))
        fields["kind"] = fields["kind"] or row["kind"]
        if chance.random() < 0.1:
            fields["parallel_to"] = row["start"] - chance.randrange(30)
        changed.append(fields)
    return changed


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
@pytest.mark.parametrize("with_texts", [True, False], ids=["texts", "no texts"])
def test_every_figure_is_the_scripts_own(
    shared: Path,
    script: ModuleType,
    gold: list[Row],
    texts: dict[str, str],
    predicted: list[Fields],
    seed: int | None,
    with_texts: bool,
) -> None:
    """Shares, intervals, F1, outcomes of resolution and label scores agree to nine digits."""
    predictions = predicted if seed is None else spoiled(predicted, seed)
    lines = (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    folder = shared / "opinions" if with_texts else None
    scores = script.score([json.loads(line) for line in lines], predictions, folder)

    theirs = dict(figures(renamed(scores)))
    found = dict(figures(ours(evaluate(gold, predictions, texts if with_texts else None))))
    extra = {path for path in found.keys() - theirs.keys() if "/constant" not in path}

    assert len(theirs) > 500
    assert theirs.keys() - found.keys() == set()
    assert extra == set()
    assert {path: found[path] for path in theirs} == pytest.approx(theirs, abs=1e-9)
