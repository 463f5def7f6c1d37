"""Commands that run something: serve, query, doctor."""

import os
import platform
import socket
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Final

import typer

from api.options import AsJson, AsOfDay, Home
from api.shelf import MOST_KEPT
from api.terminal import (
    FAILED,
    NOTHING_FOUND,
    USAGE,
    ensure_filled,
    fail,
    open_store,
    print_json,
    progress_bar,
    reader,
    stderr,
    stdout,
    told_plainly,
)
from graph.as_of import AsOf
from graph.competency import competencies, filled
from graph.errors import QuerySyntaxError, UnaskedParameter, UndatedQuestion
from graph.home import current_snapshot, data_home, is_writable, open_reader
from graph.query_pool import QueryPool
from graph.questions import asked_by_name, for_day, parameters, query_text
from graph.questions import names as question_names
from graph.sparql import QueryForm, check_query, is_empty, run_query
from ingest.packaged import is_current

PARTS = ("fastapi", "networkx", "pyoxigraph", "rdflib", "spacy", "uvicorn")


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (serve, query, doctor):
        app.command()(command)


def version_line() -> str:
    """Return the version with the dataset's hash, if one has been built."""
    try:
        dataset = open_reader().store().dataset_hash()[:16]
    except Exception:  # noqa: BLE001 - --version must answer whatever the data directory holds
        dataset = "not built"
    return f"precedent {version('anticommandeering')} (dataset {dataset})"


def serve(
    *,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    texts: Annotated[
        list[Path] | None, typer.Option("--ingest", help="Read these texts first.")
    ] = None,
    keep: Annotated[
        int, typer.Option(min=0, metavar="MEGABYTES", help="Keep so much of answers; 0 keeps none.")
    ] = MOST_KEPT,
    home: Home = None,
) -> None:
    """Serve the graph over HTTP: pages, /api/v1, /sparql, /embed and /docs."""
    import uvicorn  # noqa: PLC0415 - only this command needs a web server

    from api.app import create_app  # noqa: PLC0415

    place = home or data_home()
    with told_plainly():
        listener = listen(host, port)
        if texts:
            from ingest import corpus  # noqa: PLC0415

            ensure_filled(place)
            with progress_bar() as report:
                for outcome in corpus.ingest(place, texts, progress=report):
                    if outcome.status == "rejected":
                        stderr.print(f"not taken: {outcome.origin}: {outcome.reason}", markup=False)
        found = reader(place)
        app = create_app(found, keep_megabytes=keep)
        app.state.pool = QueryPool(found, in_memory=True)
        app.state.pool.warm()
    stderr.print(f"serving http://{host}:{port} (stop with Ctrl-C)")
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """Take the port before any long work, so that a port in use is told at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once (TCP_NODELAY) only where a socket names its protocol;
    # otherwise each answer after the first of a connection waits some 40 ms for the client.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        fail(f"cannot listen on {host} port {port}: {error.strerror}; try --port", FAILED)
    return listener


FORMATS: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
}


def query(
    text: Annotated[
        str, typer.Argument(help="A SPARQL query, a file that holds one, the name of one, or '-'.")
    ],
    *,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=WORDS", help="What a named question is given; may be repeated."),
    ] = None,
    as_of: AsOfDay = None,
    media_type: Annotated[
        str, typer.Option("--format", help="json, xml, csv, tsv, ttl, nt, jsonld, rdf, trig or nq.")
    ] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON: rows as results, a graph as JSON-LD.")
    ] = False,
    home: Home = None,
) -> None:
    """Run a read-only SPARQL query over the graph; $as_of in it stands for the day asked about."""
    if media_type and media_type not in FORMATS:
        fail(f"--format {media_type!r} is none of {', '.join(FORMATS)}", USAGE)
    with told_plainly(as_json=as_json):
        day = AsOf.read(as_of)
        public = text in competencies()
        if day.day and (public or (text in asked_by_name() and not parameters(text))):
            raise UndatedQuestion(text)
        given = _given(text, param or [])
        store = open_store(home)
        sparql = filled(store, text, given) if public else for_day(_query_text(text), day)
        form = _form(text, sparql)
        rows = form in ("SELECT", "ASK")
        plain = ("json" if rows else "jsonld") if as_json else "csv" if rows else "ttl"
        chosen = FORMATS[media_type or plain]
        answer = run_query(store, sparql, media_type=chosen)
    sys.stdout.buffer.write(answer if answer.endswith(b"\n") else answer + b"\n")
    sys.stdout.buffer.flush()
    if form != "ASK" and is_empty(answer, chosen):
        fail("the query found nothing", NOTHING_FOUND)


def _given(name: str, words: list[str]) -> dict[str, str]:
    """Return what a question is given, by parameter; any other query takes nothing.

    Raises:
        UnaskedParameter: the question has no such parameter.
    """
    taken = tuple(p.name for p in competencies()[name].parameters) if name in competencies() else ()
    given: dict[str, str] = {}
    for word in words:
        parameter, parted, value = word.partition("=")
        if not parted:
            fail(f"--param {word!r} is no NAME=WORDS", USAGE)
        if parameter not in taken:
            raise UnaskedParameter(name, parameter, taken)
        given[parameter] = value
    return given


def _query_text(text: str) -> str:
    """Return the query that an argument holds or names."""
    if text == "-":
        return sys.stdin.read()
    if "{" in text or len(text) > os.pathconf("/", "PC_NAME_MAX"):
        return text
    if text in asked_by_name():
        return query_text(text)
    if text.endswith((".rq", ".sparql")) or Path(text).is_file():
        return Path(text).read_text(encoding="utf-8")
    return text


def _form(text: str, sparql: str) -> QueryForm:
    """Return the form of a query; say how a word was read that is neither file nor query.

    Raises:
        QuerySyntaxError, QueryRefused: see ``check_query``.
    """
    try:
        return check_query(sparql)
    except QuerySyntaxError as error:
        if text != sparql:
            raise
        told = f"{text!r} is no file, so it was read as SPARQL: {error}"
        raise QuerySyntaxError(told) from error


def doctor(*, as_json: AsJson = False, home: Home = None) -> None:
    """Check the installation and the data directory, and say what is wrong."""
    place = home or data_home()
    state: dict[str, object] = {
        "precedent": version("anticommandeering"),
        "python": platform.python_version(),
        **{part: version(part) for part in PARTS},
        "data directory": str(place),
        "writable": is_writable(place),
        "filled from this package": is_current(place),
    }
    try:
        state["snapshot"] = current_snapshot(place).name
        store = open_reader(place).store()
        state |= {"dataset": store.dataset_hash(), "quads": len(store), "as of": store.as_of()}
        state["texts"] = sum("/id/document/" in graph for graph in store.graphs())
        state["named questions"] = len(question_names())
        healthy = True
    except Exception as error:  # noqa: BLE001 - the doctor reports whatever is broken
        no_folder = place.exists() and not place.is_dir()
        told = f"{place} is a file, and the data directory must be a folder"
        state["problem"], healthy = told if no_folder else str(error), False
    if as_json:
        print_json(state)
    else:
        for name, value in state.items():
            stdout.print(f"{name:>25}  {value}")
    if not healthy:
        raise typer.Exit(NOTHING_FOUND if not place.exists() else FAILED)
