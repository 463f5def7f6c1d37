"""Pages about this site: how accurate the reading is, and what of the facts is verified."""

from functools import cache

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.kept import kept_page
from api.pages.render import render
from api.pages.tools import tools
from graph.coverage import wording
from graph.coverage.measure import Coverage, packaged_coverage
from graph.stats import stats
from ingest.evaluation.published import Accuracy, load_accuracy
from ingest.evaluation.wording import in_percent, measured_on, table
from ontology.concepts import labels_of

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(kept_page)],
)


@router.get("/about")
def about_page(store: Store) -> str:
    """Say what this is, what it is not, how a thing is known, and on what scale."""
    labels = labels_of("evidence")
    counts = stats(store).items
    texts = next(c for c in counts if c.question == "stats-texts")
    return render(
        "about.html",
        scale=sorted(labels.items()),
        counts="; ".join(f"{c.name} texts: {c.n}" for c in texts.counts),
        tools=tools(store, "about", "/about", api="/api/v1/stats", forms=("json", "csv")),
        data=dataset_of(store),
    )


@cache
def _published() -> Accuracy:
    return load_accuracy()


@router.get("/about/accuracy")
def accuracy_page(store: Store) -> str:
    """Show the published figures of extraction, by kind, with what they rest on."""
    accuracy = _published()
    return render(
        "accuracy.html",
        accuracy=accuracy,
        measured_on=measured_on(accuracy),
        table=table(accuracy),
        tools=tools(store, "how accurate the reading is", "/about/accuracy"),
        share=in_percent,
        data=dataset_of(store),
    )


@cache
def _coverage() -> Coverage:
    return packaged_coverage()


@router.get("/about/coverage")
def coverage_page(store: Store) -> str:
    """Show what share of the curated facts is verified, field by field, and every gap."""
    coverage = _coverage()
    return render(
        "coverage.html",
        headline=wording.headline(coverage),
        kind_head=wording.KIND_HEAD,
        kinds=wording.kind_rows(coverage),
        field_head=wording.FIELD_HEAD,
        fields=list(wording.field_rows(coverage)),
        tools=tools(store, "what is verified", "/about/coverage"),
        gaps=wording.gaps_by_kind(coverage),
        pages={"cases": "/cases/", "laws": "/laws/", "doctrine": "/doctrine/"},
        data=dataset_of(store),
    )
