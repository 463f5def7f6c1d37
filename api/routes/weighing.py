"""Pages that weigh: what is exposed without a case or a rule; two laws or places side by side."""

from collections.abc import Callable
from typing import TypeVar

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.kept import kept_page
from api.pages.render import render
from api.pages.tools import tools
from graph.as_of import AsOf
from graph.beside import laws_beside, places_beside
from graph.elements import read_doctrine
from graph.errors import AmbiguousCase, NotFoundError, PrecedentError
from graph.exposure import CLASSES, exposure
from graph.facets import LawFilter
from graph.laws import every_law

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(kept_page)],
)

T = TypeVar("T")
MEANS = {
    "sole support": "nothing else of better evidence than inference is recorded",
    "one of several": "other support is recorded, and would remain",
    "indirect": "it is tied to a case that rests on what falls",
    "background": "it cites it, or is tied to it by inference only",
}


def _tried(ask: Callable[[], T]) -> tuple[T | None, PrecedentError | None]:
    """Return an answer, or what is wrong with the words of the question."""
    try:
        return ask(), None
    except (NotFoundError, AmbiguousCase) as error:
        return None, error


@router.get("/exposure")
def exposure_page(
    store: Store, case: str = "", element: str = "", topic: str = "", as_of: str = ""
) -> str:
    """Show what would lose which support without a case, a rule, or a case for a rule."""
    day = AsOf.read(as_of)
    answer, fault = None, None
    if case or element:
        answer, fault = _tried(
            lambda: exposure(
                store,
                case=case or None,
                element=element or None,
                wanted=LawFilter(topic=topic or None),
                as_of=day,
            )
        )
    asked = {"case": case, "element": element, "topic": topic}
    return render(
        "exposure.html",
        answer=answer,
        fault=fault,
        candidates=getattr(fault, "candidates", ()),
        chosen=asked,
        as_of=as_of,
        classes=[(name, MEANS[name]) for name in CLASSES],
        elements=list(read_doctrine(store).elements.values()),
        topics=sorted(every_law(store).values("topics")),
        tools=tools(
            store, _title(case, element), "/exposure", asked,
            api="/api/v1/exposure" if answer else None, as_of=day,
        ),
        data=dataset_of(store),
    )  # fmt: skip


def _title(case: str, element: str) -> str:
    return (
        f"what rests on {' for '.join(filter(None, (case, element)))}"
        if case or element
        else ("exposure")
    )


@router.get("/beside")
def beside_page(store: Store, one: str = "", other: str = "", as_of: str = "") -> str:
    """Show two laws side by side, or, where both are codes of places, the laws of two places."""
    day = AsOf.read(as_of)
    answer, fault = None, None
    places = bool(one) and len(one) <= len("US-CA") and len(other) <= len("US-CA")
    if one and other:
        both = places_beside if places else laws_beside
        answer, fault = _tried(lambda: both(store, one, other, as_of=day))
    asked = {"one": one, "other": other}
    return render(
        "beside.html",
        answer=answer,
        places=places,
        fault=fault,
        chosen=asked,
        as_of=as_of,
        tools=tools(
            store, f"{one} beside {other}", "/beside", asked,
            api=f"/api/v1/beside/{'places' if places else 'laws'}" if answer else None, as_of=day,
        ),
        data=dataset_of(store),
    )  # fmt: skip
