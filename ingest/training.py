"""Learn the weights of the treatment classifier from annotated references.

    python -m ingest.training GOLD.jsonl TEXTS [--write]

prints how rules alone and rules with the classifier do on documents left out of the training, and
with ``--write`` renews ``data/treatment-model.json``. It needs scikit-learn (dependency group
``train``), which the package itself does not.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from graph.model import Treatment
from ingest.citation import CASE_LIKE, Found
from ingest.classifier import Model, classify
from ingest.clean import clean_text
from ingest.component import Setting
from ingest.document import SourceDocument
from ingest.features import features
from ingest.parts import opinion_spans
from ingest.passages import passages
from ingest.pipeline import build_pipeline
from ingest.sentences import Sentences
from ingest.sources.files import read_documents
from ingest.treatment import read_acts

MODEL: Final = Path(__file__).parent / "data" / "treatment-model.json"
STRENGTH: Final = 0.3  # inverse of the L2 penalty, chosen on documents left out
UNSURE: Final = 0.5  # the weight of a row that its annotator marked unsure
# What words say outright is not for the classifier to guess.
LEARNED: Final = frozenset({"follows", "discusses", "mentions", "quotes-only", "distinguishes"})
FOUR: Final = {"follows": "positive", "distinguishes": "distinguishes"} | dict.fromkeys(
    ("overrules", "overrules-in-part", "limits", "questions", "criticizes", "declines-to-follow"),
    "negative",
)


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated reference: what its annotator said and what is known of it."""

    doc: str
    label: str
    sure: bool
    told: tuple[str, ...]
    by_words: str | None


def examples(gold: Iterable[dict[str, object]], texts: Path) -> list[Example]:
    """Return an example for each annotated reference to a case that is found at its place."""
    rows = {(row["doc"], row["start"]): row for row in gold if row["parallel_to"] is None}
    paths = [texts / f"{doc}.txt" for doc in sorted({str(doc) for doc, _ in rows})]
    result: list[Example] = []
    for document in read_documents(paths):
        if isinstance(document, SourceDocument):
            for start, found, told, by_words in _told(document):
                row = rows.get((document.stem, start))
                if row and row["kind"] in CASE_LIKE and found.kind in CASE_LIKE:
                    sure = row["confidence"] == "sure"
                    label = str(row["treatment"])
                    result.append(Example(document.stem, label, sure, tuple(told), by_words))
    return result


def _told(document: SourceDocument) -> Iterable[tuple[int, Found, list[str], str | None]]:
    nlp, clean = build_pipeline(), clean_text(document.source, document.markup)
    doc = nlp.make_doc(clean.text)
    spans = tuple(opinion_spans(clean.text, document.kind))
    doc._.setting = Setting(clean.text, spans, document.case)
    found: list[Found] = nlp(doc)._.citations
    for reference in found:
        reference.cue = reference.rule = None
    read = passages(
        clean.text, found, Sentences(clean.text, [(f.name_start, f.extent) for f in found])
    )
    undecided = read_acts(clean.text, read, document.case)
    for passage, told in zip(read, features(read), strict=True):
        start, _ = clean.source_span(passage.found.start, passage.found.end)
        yield start, passage.found, told, None if passage in undecided else passage.found.treatment


def learn(rows: Sequence[Example]) -> Model:
    """Return the model that fits the rows which no words decide."""
    rows = [row for row in rows if row.by_words is None and row.label in LEARNED]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([dict.fromkeys(row.told, 1) for row in rows])
    fitted = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False).fit(
        table, [row.label for row in rows], sample_weight=[1 if r.sure else UNSURE for r in rows]
    )
    names = vectorizer.get_feature_names_out()
    weights = {
        str(name): [round(float(row[place]), 3) for row in fitted.coef_]
        for place, name in enumerate(names)
    }
    return {
        "labels": [cast(Treatment, str(label)) for label in fitted.classes_],
        "weights": weights,
    }


def left_out(rows: Sequence[Example]) -> float:
    """Return the share of sure rows right in four classes, each document left out in turn."""

    def held(row: Example) -> Callable[[Example], str]:
        model = models[row.doc]
        return lambda example: example.by_words or classify(example.told, model)

    models = {doc: learn([r for r in rows if r.doc != doc]) for doc in {r.doc for r in rows}}
    return _right(rows, lambda row: held(row)(row))


def _right(rows: Sequence[Example], answer: Callable[[Example], str]) -> float:
    sure = [row for row in rows if row.sure]
    return sum(_four(row.label) == _four(answer(row)) for row in sure) / len(sure)


def _four(label: str) -> str:
    return FOUR.get(label, "neutral")


def by_rule(row: Example) -> str:
    """What the signal and the company say by themselves, as annotators were told to read them."""
    if row.by_words:
        return row.by_words
    light = {f"signal={s}" for s in ("see also", "see, e.g.", "e.g.", "cf.", "accord")}
    many = {"enumerated=3", "enumerated=4"}
    return "mentions" if (light | many) & set(row.told) else "follows"


def main() -> None:
    """Learn, print the figures, and write the model if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--write", action="store_true", help="renew the shipped model")
    options = parser.parse_args()
    gold = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines()]
    rows = examples(gold, options.texts)
    model = learn(rows)
    print(f"rows {len(rows)}, sure {sum(row.sure for row in rows)}")
    print(f"rules alone, sure rows, four classes: {_right(rows, by_rule):.3f}")
    print(f"with the classifier, document left out: {left_out(rows):.3f}")
    fit = _right(rows, lambda row: row.by_words or classify(row.told, model))
    print(f"with the classifier, the rows it learned from: {fit:.3f}")
    if options.write:
        MODEL.write_text(json.dumps(model, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
