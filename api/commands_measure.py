"""Commands that measure: evaluate."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from api.options import AsJson
from api.terminal import USAGE, fail, print_json, progress_bar, stderr, stdout, told_plainly
from ingest.document import SourceDocument
from ingest.evaluation.evaluate import Evaluation
from ingest.evaluation.evaluate import evaluate as evaluation_of
from ingest.evaluation.published import accuracy_of, as_json
from ingest.evaluation.report import report_lines
from ingest.evaluation.rows import Fields, Row, gold_rows, moved, prediction_lines
from ingest.packaged import EXTRACTOR
from ingest.sources.annotated import read_lines, texts_of


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command()(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated references, one JSON object a line.")],
    *,
    texts: Annotated[
        Path | None, typer.Option("--texts", help="Folder of <doc>.txt or <doc>.html.")
    ] = None,
    pred: Annotated[
        Path | None,
        typer.Option("--pred", help="Score these rows of JSON, not our own reading."),
    ] = None,
    write: Annotated[
        Path | None, typer.Option("--write", help="Also keep the published figures in this file.")
    ] = None,
    json_wanted: AsJson = False,
) -> None:
    """Score extraction against annotated references: finding, fields, resolution, treatment."""
    if texts is None and pred is None:
        fail(
            "--texts DIR is needed to read the texts, or --pred FILE to score what was read", USAGE
        )
    if write and (pred or not texts):
        fail("--write keeps the figures of our own reading: give --texts and not --pred", USAGE)
    with told_plainly(as_json=json_wanted):
        rows = gold_rows(read_lines(gold), str(gold))
        predicted = prediction_lines(read_lines(pred), str(pred)) if pred else None
        documents = texts_of((row.doc for row in rows), texts) if texts else []
        sources = {document.stem: document.source for document in documents}
        _warn(moved(rows, sources))
        evaluation = evaluation_of(
            rows, predicted if predicted is not None else _read(documents), sources
        )
        if write:
            write.write_text(_published(evaluation, documents), encoding="utf-8")
    if json_wanted:
        print_json(evaluation)
        return
    for line in report_lines(evaluation):
        stdout.print(line, soft_wrap=True)


def _read(documents: list[SourceDocument]) -> list[Fields]:
    from ingest.pipeline import build_pipeline, read_references  # noqa: PLC0415 - spaCy is slow
    from ingest.rows import extraction_row  # noqa: PLC0415

    nlp, rows = build_pipeline(), list[Fields]()
    with progress_bar() as report:
        for done, document in enumerate(documents):
            report(document.stem, done, len(documents))
            found = read_references(document, nlp).references
            rows += [dict(extraction_row(reference, document.stem)) for reference in found]
        report("read", len(documents), len(documents))
    return rows


def _warn(rows: list[Row]) -> None:
    """Say that offsets and texts are not of one edition; the figures will suffer."""
    if rows:
        stderr.print(
            f"[yellow]warning:[/] {len(rows)} annotated texts are not what stands at their"
            f" offsets, first {rows[0].doc} at {rows[0].start}",
            soft_wrap=True,
        )


def _published(evaluation: Evaluation, documents: Iterable[SourceDocument]) -> str:
    decided = sorted(d.case.year for d in documents if d.case and d.case.year)
    accuracy = accuracy_of(
        evaluation,
        measured=datetime.datetime.now(datetime.UTC).date().isoformat(),
        extractor=EXTRACTOR,
        years=(decided[0], decided[-1]) if decided else None,
    )
    return as_json(accuracy)
