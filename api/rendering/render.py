"""Give an answer the form that is wanted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import pydantic_core

from api.answers.answer import Answer
from api.faults import UnknownName
from api.fields import Wanted, thinned, wanted_fields
from api.rendering.formats import MEDIA, TABLES, choose_format, offered_for
from api.rendering.linked import jsonld_of, turtle_of
from api.rendering.tables import csv_of
from graph.answers import Step
from graph.diagrams import dot, graphml, mermaid

Renderer: TypeAlias = Callable[[Answer, Wanted | None], bytes]

ALWAYS_TOLD: Final = ("as_of", "dataset")


@dataclass(frozen=True, slots=True)
class Rendering:
    """An answer in one form."""

    data: bytes
    media_type: str


def render(
    answer: Answer, form: str, fields: str | None = None, *, pretty: bool = False
) -> Rendering:
    """Return an answer in a form, with only the fields that are asked for; ``pretty`` for people.

    Raises:
        NotOffered: the answer does not have this form.
        UnknownName: there is no such field.
    """
    choose_format(form, None, offered_for(answer))
    if fields and form not in TABLES:
        raise UnknownName("format", f"{form}, with fields", TABLES)
    wanted = wanted_fields(fields, answer.row if form == "csv" else answer.shape)
    if form == "json" and pretty:
        data = pydantic_core.to_json(json_body(answer, wanted), indent=2) + b"\n"
        return Rendering(data, MEDIA[form])
    return Rendering(RENDERERS[form](answer, wanted), MEDIA[form])


def json_body(answer: Answer, wanted: Wanted | None) -> dict[str, object]:
    """Return the JSON of an answer; what says of which day and dataset it is never goes missing."""
    if wanted is None:
        return dict(answer.body)
    if answer.listed:
        return {**answer.body, "items": thinned(answer.body["items"], wanted)}
    kept: Wanted = {name: {} for name in ALWAYS_TOLD} | wanted
    return {name: thinned(answer.body[name], inner) for name, inner in kept.items()}


def _json(answer: Answer, wanted: Wanted | None) -> bytes:
    return pydantic_core.to_json(json_body(answer, wanted))


def _csv(answer: Answer, wanted: Wanted | None) -> bytes:
    return csv_of(answer, wanted).encode()


def _drawn(draw: Callable[[Sequence[Step], Mapping[str, str]], str]) -> Renderer:
    """Return what renders an answer by drawing its steps, with its day and dataset."""

    def rendered(answer: Answer, _wanted: Wanted | None) -> bytes:
        about = {name: str(answer.body[name]) for name in ALWAYS_TOLD}
        return draw(answer.steps or (), about).encode()

    return rendered


RENDERERS: Final[dict[str, Renderer]] = {
    "json": _json,
    "csv": _csv,
    "jsonld": lambda answer, _: jsonld_of(answer),
    "ttl": lambda answer, _: turtle_of(answer),
    "graphml": _drawn(graphml),
    "dot": _drawn(dot),
    "mermaid": _drawn(mermaid),
}
