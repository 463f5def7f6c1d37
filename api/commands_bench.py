"""The command that measures speed: bench."""

from enum import StrEnum
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from api.options import AsJson
from api.terminal import NOTHING_FOUND, fail, print_json, progress_bar, stderr, stdout, told_plainly
from ingest.document import SourceDocument
from ingest.sources.annotated import bulk_documents
from ingest.sources.files import read_documents


class What(StrEnum):
    """What is measured."""

    answers = "answers"
    extract = "extract"
    cases = "cases"


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(bench)


def bench(
    what: Annotated[
        What,
        typer.Argument(
            help="answers: reading and answering; extract: reading beside eyecite and spaCy;"
            " cases: our reading of eyecite's own published test cases."
        ),
    ] = What.answers,
    *,
    texts: Annotated[
        Path | None, typer.Option("--texts", help="extract: opinions to read; default our notes.")
    ] = None,
    bulk: Annotated[
        Path | None,
        typer.Option("--bulk", help="extract: JSONL of texts, to see whether memory grows."),
    ] = None,
    rounds: Annotated[int, typer.Option(min=2, help="extract: times to read the bulk texts.")] = 3,
    distribution: Annotated[
        Path | None, typer.Option("--cases", help="cases: eyecite's source distribution.")
    ] = None,
    write: Annotated[
        Path | None, typer.Option(help="cases: keep counts and citations in this file.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure speed, as ratios to a peer in the same run; or compare with a peer's test cases."""
    with told_plainly(as_json=as_json):
        match what:
            case What.answers:
                _answers(as_json)
            case What.extract:
                _extract(texts, bulk, rounds, as_json)
            case What.cases:
                _cases(distribution, write, as_json)


def _answers(as_json: bool) -> None:
    from api.bench.answers import measure, report_lines  # noqa: PLC0415 - builds a graph of its own

    with progress_bar() as report:
        figures = measure(report)
    if as_json:
        print_json(figures)
        return
    for line in report_lines(figures):
        stdout.print(line)


def _extract(texts: Path | None, bulk: Path | None, rounds: int, as_json: bool) -> None:
    from api.bench.extract import measure, report_lines  # noqa: PLC0415 - spaCy loads slowly

    documents = _documents(texts)
    many = list(bulk_documents(bulk)) if bulk else []
    if not documents or (bulk and not many):
        fail("no text in what was given", NOTHING_FOUND)
    with progress_bar() as report:
        measured = measure(
            documents,
            bulk=many,
            rounds=rounds,
            progress=report,
            warn=lambda message: stderr.print(message, markup=False, soft_wrap=True),
        )
    if as_json:
        print_json(measured)
        return
    for line in report_lines(measured):
        stdout.print(line)


def _documents(texts: Path | None) -> list[SourceDocument]:
    with as_file(files("ingest") / "notes") as notes:
        found = list(read_documents([texts or notes]))
    for document in found:
        if not isinstance(document, SourceDocument):
            stderr.print(
                f"not taken: {document.origin}: {document.reason}", markup=False, soft_wrap=True
            )
    return [document for document in found if isinstance(document, SourceDocument)]


def _cases(distribution: Path | None, write: Path | None, as_json: bool) -> None:
    from api.bench.published_cases import (  # noqa: PLC0415 - spaCy loads slowly
        as_published,
        compare,
        newest_distribution,
        report_lines,
    )

    distribution = distribution or newest_distribution()
    result = compare(distribution)
    if write:
        write.write_text(as_published(result, distribution), encoding="utf-8")
    if as_json:
        print_json(result)
        return
    for line in report_lines(result):
        stdout.print(line)
