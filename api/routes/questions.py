"""Pages of the questions that anybody may ask: a form, the answer, and the SPARQL that gave it."""

import shlex
from typing import Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.faults import UnknownName
from api.kept import kept_page
from api.pages.render import render
from api.pages.tools import tools
from graph.asking import ask
from graph.competency import choices, competencies, filled, given_words, runnable
from graph.errors import PrecedentError, UnknownConcept

router = APIRouter(include_in_schema=False, dependencies=[Depends(kept_page)])

QUERY: Final = "application/sparql-query"
FILE: Final = ".rq"
MOST_ROWS: Final = 500


@router.get("/questions", response_class=HTMLResponse)
def questions_page(store: Store) -> str:
    """List the questions that anybody may ask."""
    found = competencies().values()
    return render(
        "questions.html",
        questions=found,
        tools=tools(store, "questions by name", "/questions"),
        data=dataset_of(store),
    )


@router.get("/questions/{name}.rq")
def question_file(name: str, store: Store, request: Request) -> Response:
    """Give the SPARQL of a question: about what is given, or with its parameters open."""
    given = _given(name, request)
    text = filled(store, name, given) if given else runnable(name)
    return Response(text, media_type=QUERY)


@router.get("/questions/{name}", response_class=HTMLResponse)
def question_page(name: str, store: Store, request: Request) -> HTMLResponse:
    """Ask a question on a form; its address with every parameter is the permalink."""
    given = _given(name, request)
    words = given_words(name, given)
    answer, fault = None, None
    try:
        answer = ask(store, name, given)
    except PrecedentError as error:
        fault = error
    as_csv = urlencode({**words, "format": "csv"})
    options = [word for key, value in words.items() for word in ("--param", f"{key}={value}")]
    command = ["precedent", "query", name, *options]
    page = render(
        "question.html",
        question=competencies()[name],
        fields=[
            (p, words[p.name], choices(store, p.type)) for p in competencies()[name].parameters
        ],
        answer=answer,
        fault=fault,
        sparql=answer.query if answer else "",
        asked=urlencode(words),
        table=str(request.url.replace(path=f"/api/v1/questions/{name}", query=as_csv)),
        command=shlex.join(command),
        most=MOST_ROWS,
        tools=tools(
            store, competencies()[name].asks, f"/questions/{name}", words,
            api=None if fault else f"/api/v1/questions/{name}", forms=("json", "csv"),
        ),
        data=dataset_of(store),
    )  # fmt: skip
    return HTMLResponse(page, status_code=422 if fault else 200)


def _given(name: str, request: Request) -> dict[str, str]:
    """Return what the address gives to a question.

    Raises:
        UnknownConcept: there is no such question.
        UnknownName: it has no such parameter.
    """
    if name not in competencies():
        raise UnknownConcept("named question", name, tuple(competencies()))
    known = [parameter.name for parameter in competencies()[name].parameters]
    for parameter in request.query_params:
        if parameter not in known:
            raise UnknownName("parameter", parameter, known)
    return dict(request.query_params)
