"""Errors as RFC 9457 problems: JSON for programs, a page for people."""

from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.methods import allowed_methods
from api.negotiation import choose
from api.pages.render import render
from api.problems import problem, problem_of
from api.reply import NotModified
from graph.errors import PrecedentError

PROBLEM: Final = "application/problem+json"
NOT_ALLOWED: Final = 405
RETRY_AFTER: Final = 10  # seconds; no query runs longer


def answer(request: Request, body: dict[str, Any]) -> Response:
    """Return a problem as a document, or as a page where the client asks for HTML."""
    status = body["status"]
    body = {**body, "instance": request.url.path}
    headers = {"Vary": "Accept"}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = str(RETRY_AFTER)
    if choose(request.headers.get("accept"), [PROBLEM, "application/json", "text/html"]) == (
        "text/html"
    ):
        page = render("problem.html", title=body["title"], problem=body)
        return Response(page, status, headers, media_type="text/html")
    return JSONResponse(body, status, headers, media_type=PROBLEM)


async def on_precedent_error(request: Request, error: Exception) -> Response:
    """Answer our own errors with their status, naming the value and the rule."""
    if not isinstance(error, PrecedentError):
        raise error
    return answer(request, problem_of(error))


async def on_validation_error(request: Request, error: Exception) -> Response:
    """Answer parameters that break a rule, each with its name, value and rule."""
    if not isinstance(error, RequestValidationError):
        raise error
    faults = [
        {"parameter": ".".join(map(str, e["loc"][1:])), "rule": e["msg"], "value": e.get("input")}
        for e in error.errors()
    ]
    told = "; ".join(f"{f['parameter']}: {f['rule']} (given {f['value']!r})" for f in faults)
    return answer(request, problem(422, "invalid-parameter", told) | {"errors": faults})


async def on_http_error(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: unknown paths and wrong methods."""
    if not isinstance(error, HTTPException):
        raise error
    detail = f"{request.method} {request.url.path}: {error.detail}"
    told = answer(request, problem(error.status_code, "http", detail))
    told.headers.update(error.headers or {})
    if error.status_code == NOT_ALLOWED:
        told.headers["Allow"] = ", ".join(allowed_methods(request.app, request.scope))
    return told


async def on_unexpected_error(request: Request, _error: Exception) -> Response:
    """Answer a fault of this program without its inside; the framework raises it to the log."""
    detail = f"{request.method} {request.url.path}: a fault of the server, which its log records"
    return answer(request, problem(500, "unexpected", detail))


async def on_not_modified(_request: Request, error: Exception) -> Response:
    """Answer that the client has got the answer already (RFC 9110, section 15.4.5)."""
    if not isinstance(error, NotModified):
        raise error
    return Response(status_code=304, headers=error.headers)


def add_handlers(app: FastAPI) -> None:
    """Let the application answer every error as a problem."""
    app.add_exception_handler(NotModified, on_not_modified)
    app.add_exception_handler(PrecedentError, on_precedent_error)
    app.add_exception_handler(RequestValidationError, on_validation_error)
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(Exception, on_unexpected_error)
