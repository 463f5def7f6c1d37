"""Pages of cases: one case, and how the doctrine runs from one to another."""

from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.kept import kept_page
from api.pages.render import render
from api.pages.tools import tools
from api.signposts import signposts
from graph.as_of import AsOf
from graph.bluebook.cases import case_runs
from graph.bluebook.runs import html
from graph.cases import case_detail
from graph.chain import chain
from graph.citing import case_cite
from graph.description import types_of
from graph.elements import read_doctrine
from graph.errors import AmbiguousCase, NotFoundError, PrecedentError, SameCase
from graph.lineage import lineage, progeny
from graph.pictures.chain import chain_picture
from graph.pictures.drawing import draw_case_timeline, draw_neighbourhood, source_of
from graph.reliance import laws
from graph.step_filter import DEPTHS, StepFilter
from graph.strength import WEIGHT
from graph.treatment_status import treatment_status

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(kept_page)],
)

TIES: Final = 25
HOPS: Final = 4
DRAWN: Final = 15  # cases about a case that its page draws
GRAVE: Final = frozenset({"overruled", "abrogated", "overruled in part"})


@router.get("/cases/{key:path}")
def case_page(key: str, store: Store, response: Response, as_of: str = "") -> str:
    """Show one case: what it held, what became of it, what it rests on, what rests on it."""
    day = AsOf.read(as_of)
    detail = case_detail(store, key, day)
    case = detail.case
    response.headers["Link"] = signposts(case.iri, types_of(store, case.iri))
    wanted = StepFilter(as_of=day)
    return render(
        "case.html",
        detail=detail,
        status=treatment_status(store, case.iri, as_of=day),
        grave=GRAVE,
        picture=draw_neighbourhood(store, case.iri, wanted=wanted, most=DRAWN).svg,
        timeline=draw_case_timeline(store, case.iri, wanted=wanted, most=DRAWN).svg,
        rests_on=lineage(store, case.iri, limit=TIES, wanted=wanted),
        cited_by=progeny(store, case.iri, limit=TIES, wanted=wanted),
        laws=laws(store, relies_on=case.iri, limit=TIES, as_of=day),
        as_of=as_of,
        tools=tools(
            store, case.name, f"/cases/{case.key}", api=f"/api/v1/cases/{quote(case.key)}",
            as_of=day, iri=case.iri, brief={"key": case.key},
            authority=html(case_runs(case_cite(case))) if case.citation else None,
        ),
        data=dataset_of(store),
    )  # fmt: skip


@router.get("/chain")
def chain_page(
    store: Store,
    start: Annotated[str, Query(alias="from")] = "505 U.S. 144",
    end: Annotated[str, Query(alias="to")] = "murphy-v-ncaa",
    treatment: str = "",
    depth: str = "",
    element: str = "",
    dissents: bool = False,
    max_hops: Annotated[int, Query(ge=1, le=8)] = HOPS,
    as_of: str = "",
) -> str:
    """Show how the doctrine runs from one case to another, as a picture and in words."""
    fault: PrecedentError | None = None
    answer, picture = None, ""
    day = AsOf.read(as_of)
    asked = {"from": start, "to": end, "treatment": treatment, "depth": depth, "element": element}
    more = {
        "dissents": "true" if dissents else "",
        "max_hops": "" if max_hops == HOPS else str(max_hops),
    }
    wanted = StepFilter(
        (treatment,) if treatment else (), (), depth or None, element or None, dissents, day
    )
    try:
        answer = chain(store, start, end, wanted=wanted, max_hops=max_hops)
        picture = chain_picture(answer, source_of(store, day)).svg
    except (NotFoundError, AmbiguousCase, SameCase) as error:
        fault = error
    return render(
        "chain.html",
        chosen=asked | {"dissents": dissents, "max_hops": max_hops},
        answer=answer,
        picture=picture,
        treatments=list(WEIGHT),
        depths=DEPTHS,
        elements=list(read_doctrine(store).elements.values()),
        as_of=as_of,
        fault=fault,
        candidates=getattr(fault, "candidates", ()),
        tools=tools(
            store, f"how the doctrine runs from {start} to {end}", "/chain", asked | more,
            api="/api/v1/chains" if answer else None, as_of=day,
            brief={"key": start, "to": end} if answer and answer.chains else None,
        ),
        data=dataset_of(store),
    )  # fmt: skip
