"""The commands that measure speed: bench answers, http, sparql, hostile, extract, cases."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from api.options import AsJson, Home
from api.terminal import (
    NOTHING_FOUND,
    USAGE,
    ensure_filled,
    fail,
    print_json,
    progress_bar,
    stderr,
    stdout,
    told_plainly,
)
from graph.home import data_home
from ingest.document import SourceDocument
from ingest.sources.annotated import bulk_documents
from ingest.sources.files import read_documents

bench = typer.Typer(help="Measure speed, as ratios to a peer in the same run.")


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(bench, name="bench")


@bench.callback(invoke_without_command=True)
def unless_told(asked: typer.Context) -> None:
    """Measure answers over the packaged graph where nothing else is asked for."""
    if asked.invoked_subcommand is None:
        answers()


@bench.command()
def answers(
    *,
    network: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="Fowler and Jeon's network: its folder."),
    ] = None,
    synthetic: Annotated[
        int | None, typer.Option(min=100, help="A network of so many cases, drawn by chance.")
    ] = None,
    sample: Annotated[
        int, typer.Option(min=10, help="Questions of each kind, over a network.")
    ] = 200,
    seed: Annotated[int, typer.Option(help="Of the drawn network and of the sample.")] = 1,
    evidence: Annotated[
        bool,
        typer.Option(help="Store all evidence of a reference, or only what answers walk along."),
    ] = True,
    graphs: Annotated[
        bool,
        typer.Option(help="Store each opinion's graph too, or only the merge that answers read."),
    ] = True,
    peers: Annotated[bool, typer.Option(help="Ask peers over the network too.")] = True,
    keep: Annotated[
        Path | None,
        typer.Option(help="A folder in which a network's store stays for the next time."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure answers over the packaged graph, or over a large network of citations."""
    if network is not None and synthetic is not None:
        fail("--network and --synthetic are two networks: measure one at a time", USAGE)
    with told_plainly(as_json=as_json), progress_bar() as progress:
        if network is None and synthetic is None:
            from api.bench.answers import measure, report_lines  # noqa: PLC0415 - spaCy is slow

            figures = measure(progress)
            _print(figures, report_lines(figures), as_json=as_json)
            return
        from api.bench.scale import measure as scale  # noqa: PLC0415 - networkx loads slowly
        from api.bench.scale.network import FowlerNetwork, SyntheticNetwork  # noqa: PLC0415

        with _folder(keep) as folder:
            report = scale.measure(
                FowlerNetwork(network) if network else SyntheticNetwork(synthetic or 0, seed),
                folder,
                count=sample,
                seed=seed,
                evidence=evidence,
                graphs=graphs,
                peers=peers,
                progress=progress,
            )
        _print(report, scale.report_lines(report), as_json=as_json)


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """Give the folder that was asked for, or one that goes when all is done."""
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    made = Path(tempfile.mkdtemp(prefix="precedent-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made)


@bench.command()
def sparql(
    *,
    seconds: Annotated[float, typer.Option(min=0.5, help="How long each server is asked.")] = 4.0,
    rounds: Annotated[int, typer.Option(min=1, help="How often; the median counts.")] = 3,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Measure /sparql beside oxigraph's server and rdflib-endpoint over the same data."""
    from api.bench import sparql as bench_sparql  # noqa: PLC0415 - only this command needs it

    with told_plainly(as_json=as_json), progress_bar() as progress:
        place = home or data_home()
        ensure_filled(place)
        with _folder(None) as folder:
            rows = bench_sparql.measure(
                place, folder, seconds=seconds, rounds=rounds, progress=progress
            )
    _print(rows, bench_sparql.report_lines(rows), as_json=as_json)


@bench.command()
def hostile(
    *,
    seconds: Annotated[float, typer.Option(min=1, help="How long each is asked.")] = 10.0,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Measure what others notice of a client whose queries are meant to do harm."""
    from api.bench import hostile as attack  # noqa: PLC0415 - only this command needs it

    with told_plainly(as_json=as_json), progress_bar() as progress:
        place = home or data_home()
        ensure_filled(place)
        with _folder(None) as folder:
            found = attack.measure(place, folder, seconds=seconds, progress=progress)
    _print(found, attack.report_lines(found), as_json=as_json)


@bench.command()
def http(
    *,
    seconds: Annotated[
        float, typer.Option(min=0.5, help="How long each server is asked each kind of question.")
    ] = 10.0,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Measure answers over HTTP, computed anew and kept, beside rdflib-endpoint."""
    from api.bench.served import measure as served  # noqa: PLC0415 - only this command needs it

    with told_plainly(as_json=as_json), progress_bar() as progress:
        place = home or data_home()
        ensure_filled(place)
        report = served.measure(place, seconds, progress)
    _print(report, served.report_lines(report), as_json=as_json)


@bench.command()
def extract(
    *,
    texts: Annotated[
        Path | None, typer.Option("--texts", help="Opinions to read; default our notes.")
    ] = None,
    bulk: Annotated[
        Path | None, typer.Option("--bulk", help="JSONL of texts, to see whether memory grows.")
    ] = None,
    rounds: Annotated[int, typer.Option(min=2, help="Times to read the bulk texts.")] = 3,
    as_json: AsJson = False,
) -> None:
    """Measure reading, beside eyecite and spaCy's tokenizer."""
    from api.bench.extract import measure, report_lines  # noqa: PLC0415 - spaCy loads slowly

    with told_plainly(as_json=as_json):
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
    _print(measured, report_lines(measured), as_json=as_json)


def _documents(texts: Path | None) -> list[SourceDocument]:
    with as_file(files("ingest") / "notes") as notes:
        found = list(read_documents([texts or notes]))
    for document in found:
        if not isinstance(document, SourceDocument):
            stderr.print(
                f"not taken: {document.origin}: {document.reason}", markup=False, soft_wrap=True
            )
    return [document for document in found if isinstance(document, SourceDocument)]


@bench.command()
def cases(
    *,
    distribution: Annotated[
        Path | None, typer.Option("--cases", help="eyecite's source distribution.")
    ] = None,
    write: Annotated[
        Path | None, typer.Option(help="Keep counts and citations in this file.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compare our reading of eyecite's own published test cases."""
    from api.bench.published_cases import (  # noqa: PLC0415 - spaCy loads slowly
        as_published,
        compare,
        newest_distribution,
        report_lines,
    )

    with told_plainly(as_json=as_json):
        distribution = distribution or newest_distribution()
        result = compare(distribution)
        if write:
            write.write_text(as_published(result, distribution), encoding="utf-8")
    _print(result, report_lines(result), as_json=as_json)


def _print(measured: object, lines: Iterable[str], *, as_json: bool) -> None:
    if as_json:
        print_json(measured)
        return
    for line in lines:
        stdout.print(line)
