"""Commands that run something: serve, query, doctor."""

import os
import platform
import socket
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from api.options import AsJson, Home
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
from graph.home import current_snapshot, data_home, open_reader
from graph.questions import names as question_names
from graph.sparql import check_query, run_query
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
    home: Home = None,
) -> None:
    """Serve the graph over HTTP: pages, /api/v1, /sparql, /embed and /docs."""
    import uvicorn  # noqa: PLC0415 - only this command needs a web server

    from api.app import create_app  # noqa: PLC0415

    place = home or data_home()
    with told_plainly():
        listener = _listen(host, port)
        if texts:
            from ingest import corpus  # noqa: PLC0415

            ensure_filled(place)
            with progress_bar() as report:
                for outcome in corpus.ingest(place, texts, progress=report):
                    if outcome.status == "rejected":
                        stderr.print(f"not taken: {outcome.origin}: {outcome.reason}", markup=False)
        app = create_app(reader(place))
    stderr.print(f"serving http://{host}:{port} (stop with Ctrl-C)")
    config = uvicorn.Config(app, log_level="warning")
    uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before any long work, so that a port in use is told at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        fail(f"cannot listen on {host} port {port}: {error.strerror}; try --port", FAILED)
    return listener


def query(
    text: Annotated[str, typer.Argument(help="A SPARQL query, a file that holds one, or '-'.")],
    *,
    media_type: Annotated[
        str, typer.Option("--format", help="json, xml, csv, tsv, ttl, nt or jsonld.")
    ] = "",
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Run a read-only SPARQL query over the graph."""
    wanted = {
        "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml",
        "csv": "text/csv",
        "tsv": "text/tab-separated-values",
        "ttl": "text/turtle",
        "nt": "application/n-triples",
        "jsonld": "application/ld+json",
    }
    if media_type and media_type not in wanted:
        fail(f"--format {media_type!r} is none of {', '.join(wanted)}", USAGE)
    with told_plainly():
        sparql = _query_text(text)
        rows = check_query(sparql) in ("SELECT", "ASK")
        chosen = media_type or ("json" if as_json and rows else "csv" if rows else "ttl")
        answer = run_query(open_store(home), sparql, media_type=wanted[chosen])
    sys.stdout.buffer.write(answer if answer.endswith(b"\n") else answer + b"\n")


def _query_text(text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    looks_like_path = "{" not in text and len(text) < os.pathconf("/", "PC_NAME_MAX")
    return Path(text).read_text(encoding="utf-8") if looks_like_path else text


def doctor(*, as_json: AsJson = False, home: Home = None) -> None:
    """Check the installation and the data directory, and say what is wrong."""
    place = home or data_home()
    state: dict[str, object] = {
        "precedent": version("anticommandeering"),
        "python": platform.python_version(),
        **{part: version(part) for part in PARTS},
        "data directory": str(place),
        "writable": os.access(place if place.exists() else place.parent, os.W_OK),
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
        state["problem"], healthy = str(error), False
    if as_json:
        print_json(state)
    else:
        for name, value in state.items():
            stdout.print(f"{name:>25}  {value}")
    if not healthy:
        raise typer.Exit(NOTHING_FOUND if not place.exists() else FAILED)
