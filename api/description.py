"""What the API says of itself: stable names, examples from real answers, errors as problems.

An example is a real answer, its lists cut to their first items (``api/examples``); a test holds
each against what the server answers now.
"""

import json
import threading
from functools import cache
from importlib.resources import files
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field

from api.rendering.formats import DRAWN, MEDIA, TABLES, THINGS

API: Final = "/api/v1/"
PROBLEM: Final = "application/problem+json"
JSON: Final = "application/json"
SENT: Final = "Body_"  # how FastAPI begins the name of what a client sends
TAGS: Final = {
    "cases": "Court decisions: find one, what it says, what became of it, what it rests on.",
    "search": "Everything at once, by whatever words.",
    "chains": "How the doctrine runs from one decision to another.",
    "status": "What became of decisions, what is exposed without one, which carry most weight.",
    "laws": "State laws and other measures, and the evidence that ties each to a precedent.",
    "standing": "What a law stands on, and two laws or two places side by side.",
    "elements": "What the doctrine says: rules, limits, exceptions, open questions.",
    "claims": "Claims of the public debate, held against the facts.",
    "candidates": "Leads that a program found in the texts, and nobody has reviewed.",
    "analyze": "A draft bill beside the record. Nothing that is sent is kept.",
    "stats": "What the graph holds, counted, and questions that can be asked by name.",
    "sparql": "For researchers: SPARQL 1.1, read only.",
    "linked data": "Things and terms by their IRI.",
    "pictures": "Chains, neighbourhoods, timelines and maps as pages for frames and as files.",
    "health": "Whether the server lives, and can answer.",
}
PICTURES: Final = ("image/svg+xml", "image/png", "application/pdf", "text/markdown")
# What is not JSON, by operation.
OTHER_FORMS: Final = {
    "draw_chain": PICTURES,
    "draw_neighbourhood": PICTURES,
    "show_chain": ("text/html",),
    "show_neighbourhood": ("text/html",),
    "draw_doctrine": PICTURES,
    "show_doctrine": ("text/html",),
    "draw_timeline": PICTURES,
    "show_timeline": ("text/html",),
    "draw_map": PICTURES,
    "show_map": ("text/html",),
    "get_oembed": ("application/json", "text/xml"),
    "query_by_get": ("application/sparql-results+json", "text/csv", "text/turtle", "text/html"),
    "query_by_post": ("application/sparql-results+json", "text/csv", "text/turtle", "text/html"),
    "get_vocabulary": ("text/turtle", "application/ld+json", "text/html"),
    "get_vocabulary_as": ("text/turtle", "application/ld+json", "text/html"),
}


class Problem(BaseModel):
    """What went wrong (RFC 9457); some kinds say more, such as the candidates of a name."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="The kind of problem, as an address")
    title: str = Field(description="The status in words")
    status: int = Field(description="The HTTP status")
    detail: str = Field(description="What is wrong with which value, and the rule it breaks")
    instance: str = Field(description="The path that was asked")


def operation_name(route: APIRoute) -> str:
    """Return the name of an operation, which is that of its function and stays."""
    return route.name


@cache
def example(operation: str) -> Any:  # noqa: ANN401 - JSON
    """Return the example of an operation, or None."""
    file = files("api") / "examples" / f"{operation}.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None


MAKING: Final = threading.Lock()


class DescribedAPI(FastAPI):
    """An application that describes itself at ``/openapi.json``, with examples and problems."""

    def openapi(self) -> dict[str, Any]:
        """Return the description, made once: it takes a second, whoever else waits for it."""
        with MAKING:
            if self.openapi_schema is None:
                self.openapi_schema = _described(self)
            return self.openapi_schema


def _described(app: FastAPI) -> dict[str, Any]:
    told = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        routes=app.routes,
        license_info=app.license_info,
        tags=[{"name": name, "description": words} for name, words in TAGS.items()],
    )
    schemas = told["components"]["schemas"]
    schemas["Problem"] = Problem.model_json_schema()
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for name, schema in schemas.items():
        if not name.startswith(SENT):
            _require_all(schema)
    for path, methods in told["paths"].items():
        for operation in methods.values():
            _complete(path, operation)
    return told


def _require_all(schema: dict[str, Any]) -> None:
    """Say of a record that is answered that none of its fields is ever left out."""
    properties = schema.get("properties", {})
    schema["required"] = list(properties)
    for told in properties.values():
        told.pop("default", None)


def _complete(path: str, operation: dict[str, Any]) -> None:
    """Add the example, the other forms and the errors of an operation."""
    name = operation["operationId"]
    responses = operation["responses"]
    responses.pop("422", None)
    if path.startswith(API):
        found = responses["200"]
        found["content"][JSON]["example"] = example(name)
        parameters = {p["name"]: p for p in operation.get("parameters", [])}
        for form in _forms(parameters):
            found["content"][MEDIA[form]] = {"schema": {"type": "string"}}
    for media in OTHER_FORMS.get(name, ()):
        responses["200"].setdefault("content", {})[media] = {"schema": {"type": "string"}}
    problem = {"$ref": "#/components/schemas/Problem"}
    responses["default"] = {
        "description": "What is wrong with the question: a name, a filter, a day, a form",
        "content": {PROBLEM: {"schema": problem}},
    }


def _forms(parameters: dict[str, Any]) -> list[str]:
    """Return the forms that an operation has beside JSON, as its parameter ``format`` says them."""
    said = parameters.get("format", {}).get("description", "")
    offered = next((f for f in (DRAWN, THINGS, TABLES) if ", ".join(f) in said), ())
    return [form for form in offered if form != "json"]
