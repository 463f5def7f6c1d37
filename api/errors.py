"""Errors as RFC 9457 problems: JSON for programs, a page for people."""

from dataclasses import asdict
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.negotiation import choose
from api.pages.render import render
from graph.errors import (
    AmbiguousCase,
    NotBuilt,
    NotFoundError,
    PrecedentError,
    QueryError,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    UnknownConcept,
)

PROBLEM: Final = "application/problem+json"
ABOUT: Final = "https://w3id.org/anticommandeering/problems/"
STATUS: Final[tuple[tuple[type[PrecedentError], int, str], ...]] = (
    (UnknownConcept, 404, "unknown-filter-value"),
    (NotFoundError, 404, "not-found"),
    (AmbiguousCase, 409, "ambiguous-name"),
    (QueryRefused, 403, "query-refused"),
    (QuerySyntaxError, 400, "query-syntax"),
    (QueryTimeout, 503, "query-timeout"),
    (QueryError, 400, "query-failed"),
    (NotBuilt, 503, "not-built"),
    (PrecedentError, 500, "failed"),
)


def problem(
    request: Request,
    status: int,
    kind: str,
    detail: str,
    **more: Any,  # noqa: ANN401 - extensions
) -> Response:
    """Return an error as a problem document, or as a page where the client asks for HTML."""
    title = HTTPStatus(status).phrase
    body = {"type": ABOUT + kind, "title": title, "status": status, "detail": detail}
    body |= {"instance": request.url.path, **more}
    headers = {"Vary": "Accept"}
    if choose(request.headers.get("accept"), [PROBLEM, "application/json", "text/html"]) == (
        "text/html"
    ):
        page = render("problem.html", title=title, problem=body)
        return Response(page, status, headers, media_type="text/html")
    return JSONResponse(body, status, headers, media_type=PROBLEM)


async def on_precedent_error(request: Request, error: Exception) -> Response:
    """Answer our own errors with their status, naming the value and the rule."""
    if not isinstance(error, PrecedentError):
        raise error
    status, kind = next((s, k) for cls, s, k in STATUS if isinstance(error, cls))
    more: dict[str, Any] = {}
    if isinstance(error, AmbiguousCase):
        more["candidates"] = [asdict(c) | {"key": c.key} for c in error.candidates]
    if isinstance(error, UnknownConcept):
        more["known"] = list(error.known)
    if isinstance(error, QueryRefused):
        more["rule"] = error.rule
    return problem(request, status, kind, str(error), **more)


async def on_validation_error(request: Request, error: Exception) -> Response:
    """Answer parameters that break a rule, each with its name, value and rule."""
    if not isinstance(error, RequestValidationError):
        raise error
    faults = [
        {"parameter": ".".join(map(str, e["loc"][1:])), "rule": e["msg"], "value": e.get("input")}
        for e in error.errors()
    ]
    told = "; ".join(f"{f['parameter']}: {f['rule']} (given {f['value']!r})" for f in faults)
    return problem(request, 422, "invalid-parameter", told, errors=faults)


async def on_http_error(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: unknown paths and wrong methods."""
    if not isinstance(error, HTTPException):
        raise error
    detail = f"{request.method} {request.url.path}: {error.detail}"
    answer = problem(request, error.status_code, "http", detail)
    answer.headers.update(error.headers or {})
    return answer


def add_handlers(app: FastAPI) -> None:
    """Let the application answer every error as a problem."""
    app.add_exception_handler(PrecedentError, on_precedent_error)
    app.add_exception_handler(RequestValidationError, on_validation_error)
    app.add_exception_handler(HTTPException, on_http_error)
