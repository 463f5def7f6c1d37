"""Put the application together."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.description import DescribedAPI, operation_name
from api.docs import add_docs
from api.embeds.sharing import add_sharing
from api.errors import add_handlers
from api.framing import add_framing
from api.kept import add_kept
from api.methods import add_methods
from api.routes import (
    about,
    analyze,
    briefs,
    candidates,
    cases,
    chains,
    cite,
    claims,
    dataset,
    doctrine,
    dumps,
    elements,
    embed,
    health,
    home,
    law_pages,
    laws,
    linked_data,
    oembed,
    pages,
    questions,
    search,
    sparql,
    sparql_page,
    standing,
    stats,
    status,
    vocabulary,
    weighing,
)
from api.shelf import MOST_KEPT
from api.sparql_door import add_sparql_door
from graph.bluebook import parse_reporter_citation
from graph.home import SnapshotReader, open_reader
from graph.query_pool import QueryPool


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Read what the first answers would wait for; stop the query processes at the end."""
    threading.Thread(target=_make_ready, args=(app,), daemon=True).start()
    yield
    app.state.pool.close()


def _make_ready(app: FastAPI) -> None:
    """Make the description of the API, and read the reporters' spellings: two seconds together."""
    app.openapi()
    parse_reporter_citation("521 U.S. 898")


def create_app(
    reader: SnapshotReader | None = None, *, keep_megabytes: float = MOST_KEPT
) -> FastAPI:
    """Return the application that answers from a data directory (by default the user's).

    It keeps so many megabytes of answers.
    """
    app = DescribedAPI(
        title="The Anti-Commandeering Precedent Graph",
        version=version("anticommandeering"),
        description="Which precedents a case stands on, how a line of cases runs, and which state"
        " laws rely on them, with the evidence for each. It states evidence, never advice.",
        license_info={"name": "Apache-2.0 (code), CC0-1.0 (facts)"},
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=operation_name,
        lifespan=lifespan,
    )
    app.state.reader = reader or open_reader()
    app.state.pool = QueryPool(app.state.reader)
    modules = (
        analyze,
        briefs,
        search,
        standing,  # these three before cases, whose keys are paths
        status,
        chains,
        cases,
        cite,
        laws,
        candidates,
        elements,
        claims,
        sparql,
        sparql_page,
        stats,
        linked_data,
        vocabulary,
        dumps,
        dataset,
        health,
        home,
        weighing,
        law_pages,
        pages,
        questions,
        doctrine,
        embed,
        oembed,
        about,
    )
    for module in modules:
        app.include_router(module.router)
    static = Path(str(files("api") / "pages" / "static"))
    app.mount("/static", StaticFiles(directory=static), name="static")
    add_docs(app)
    add_handlers(app)
    add_sharing(app)
    add_kept(app, app.state.reader, keep_megabytes)
    add_methods(app)
    add_sparql_door(app, keep_megabytes)
    add_framing(app)
    return app
