"""Scoring by hand-made rows: who answers whom, what counts as right, and which lines are refused."""

import json
from typing import Any

import pytest

from ingest.evaluation.evaluate import Evaluation, evaluate
from ingest.evaluation.intervals import share
from ingest.evaluation.rows import MalformedLine, gold_rows, prediction_lines

BEST = {"name": "Printz v. United States", "volume": "521", "reporter": "U.S.", "page": "898"}


def line(start: int, end: int, kind: str = "full_case", **fields: object) -> dict[str, Any]:
    """Return an annotated reference; the test states only what matters to it."""
    return {
        "doc": "one",
        "window": [0, 1000],
        "start": start,
        "end": end,
        "kind": kind,
        **{"volume": "521", "reporter": "U.S.", "page": "898", "pin": None, "year": None},
        **{"parallel_to": None, "resolved": BEST, "signal": "none", "part": "majority"},
        **{"author": "Scalia", "in_footnote": False, "treatment": "follows", "confidence": "sure"},
        **fields,
    }


def score(gold: list[dict[str, Any]], predictions: list[dict[str, Any]]) -> Evaluation:
    """Return the evaluation of predictions given as lines."""
    return evaluate(
        gold_rows(map(json.dumps, gold)), prediction_lines(map(json.dumps, predictions))
    )


def test_a_reference_answers_one_annotation_only() -> None:
    """Of two predictions over one annotated span the longer overlap counts; the other is extra."""
    found = score([line(10, 30)], [line(10, 20), line(12, 30)]).find["all"]

    assert (found.recall.right, found.precision.right, found.precision.n) == (1, 1, 2)


def test_what_lies_outside_the_windows_is_no_false_alarm() -> None:
    """Only the windows are annotated in full."""
    result = score([line(10, 30)], [line(10, 30), line(990, 1010), line(2000, 2010)])

    assert (result.predicted, result.inside_windows) == (3, 1)
    assert result.find["all"].f1 == 1


def test_a_short_form_taken_for_id_is_found_but_not_strictly() -> None:
    """Kinds of one family are forgiven in finding; another family is a miss."""
    gold = [line(10, 30, "short_case")]

    near = score(gold, [line(10, 30, "id")]).find["all"]
    far = score(gold, [line(10, 30, "statute")]).find["all"]

    assert (near.f1, near.strict_f1) == (1, 0)
    assert (far.f1, far.strict_f1) == (0, 0)


@pytest.mark.parametrize(
    ("resolved", "outcome"),
    [
        pytest.param(BEST, "right", id="the case itself"),
        pytest.param({**BEST, "name": None, "reporter": "U. S."}, "right", id="spelt otherwise"),
        pytest.param({**BEST, "page": "144"}, "wrong", id="another page"),
        pytest.param(None, "abstained", id="no answer"),
    ],
)
def test_resolution_tells_wrong_from_silent(resolved: dict[str, str] | None, outcome: str) -> None:
    """Silence costs recall, a wrong authority costs trust."""
    gold = [line(10, 30, "id"), line(50, 60, "id", resolved=BEST)]
    elsewhere = line(2000, 2010, "id")
    given = [line(10, 30, "id", resolved=resolved), elsewhere]
    result = score(gold, given).resolution["id"]

    assert getattr(result, outcome) == 1
    assert result.missed == 1


def test_a_parallel_citation_of_the_authority_is_right() -> None:
    """117 S. Ct. 2365 is Printz where the annotations say so."""
    parallel = {"volume": "117", "reporter": "S. Ct.", "page": "2365"}
    gold = [line(10, 30), line(32, 50, parallel_to=10, **parallel), line(60, 63, "id")]
    given = line(60, 63, "id", resolved={"name": None, **parallel})

    assert score(gold, [given]).resolution["id"].right == 1


def test_treatment_counts_labels_and_folds_them() -> None:
    """Limits read as questions is a wrong label and the right side of four."""
    gold = [line(10, 30, treatment="limits"), line(40, 60, treatment="overrules")]
    given = [line(10, 30, treatment="questions"), line(40, 60, treatment="overrules")]
    treatment = score(gold, given).sure.treatment

    assert treatment is not None
    assert treatment.label_of_all.accuracy.value == 0.5
    assert treatment.four_way_of_all.accuracy.value == 1
    assert (treatment.overrules.right, treatment.overrules.n) == (1, 1)
    assert treatment.confusion.labels == ("limits", "overrules")
    assert treatment.confusion.answers == ("limits", "overrules", "questions")
    assert treatment.confusion.counts == ((0, 0, 1), (0, 1, 0))


def test_a_field_that_nobody_offers_is_not_scored() -> None:
    """Predictions without a signal say nothing of signals."""
    given = line(10, 30)
    del given["signal"]
    agreement = score([line(10, 30)], [given]).all.fields

    assert agreement["signal"].of_all is None
    assert agreement["span exact"].of_all == share(1, 1)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param("{", "one JSON object", id="no JSON"),
        pytest.param("[1]", "one JSON object", id="a list"),
        pytest.param(json.dumps({"doc": "one"}), "must have 'window'", id="a key lacks"),
        pytest.param(json.dumps(line(30, 10)), "must come before", id="end before start"),
        pytest.param(json.dumps(line(-1, 10)), "an offset", id="negative"),
        pytest.param(json.dumps(line(10, 30, "brief")), "one of full_case", id="unknown kind"),
        pytest.param(json.dumps(line(10, 2000)), "within its window", id="outside its window"),
        pytest.param(json.dumps(line(1, 9, resolved="x")), "an object or null", id="resolved"),
        pytest.param(json.dumps(line(1, 9, confidence="?")), "'unsure'", id="confidence"),
    ],
)
def test_a_malformed_line_is_named_with_its_rule(text: str, rule: str) -> None:
    """The error tells the number of the line, blank lines counted."""
    with pytest.raises(MalformedLine) as caught:
        gold_rows([json.dumps(line(1, 9)), "", text], "gold.jsonl")

    assert "gold.jsonl, line 3: " in str(caught.value)
    assert rule in str(caught.value)


def test_no_annotations_are_no_measure() -> None:
    """A gold file without rows is refused rather than scored as nothing."""
    with pytest.raises(MalformedLine, match="at least one"):
        gold_rows([])
