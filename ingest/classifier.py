"""A small linear classifier for references whose treatment no words say outright.

The weights are our own, learned by ``python -m ingest.training`` from annotated references;
``docs/treatment-model.md`` says from which, and how well it does on opinions it has not seen.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TypedDict, cast

from graph.model import Treatment


class Model(TypedDict):
    """For each feature the weight it gives to each label, in the order of ``labels``."""

    labels: list[Treatment]
    weights: dict[str, list[float]]


@cache
def shipped() -> Model:
    """Return the model that the package ships."""
    text = (files("ingest") / "data" / "treatment-model.json").read_text("utf-8")
    return cast(Model, json.loads(text))


def classify(features: Sequence[str], model: Model | None = None) -> Treatment:
    """Return the label that the features speak for most.

    >>> weights = {"kind=id": [0.2, 0.7]}
    >>> classify(["kind=id"], {"labels": ["follows", "mentions"], "weights": weights})
    'mentions'
    """
    model = model or shipped()
    known = model["weights"]
    rows = [known[feature] for feature in features if feature in known]
    totals = [sum(column) for column in zip(*rows, strict=True)]
    return model["labels"][totals.index(max(totals))] if totals else "mentions"
