"""Pages about this site: how accurate the reading is."""

from functools import cache

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.dependencies import Store
from api.pages.render import render
from api.schemas import dataset_of
from ingest.evaluation.published import Accuracy, load_accuracy
from ingest.evaluation.wording import in_percent, measured_on, table

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


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
        share=in_percent,
        data=dataset_of(store),
    )
