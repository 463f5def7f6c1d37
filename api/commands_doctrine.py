"""Commands about the doctrine itself: elements, element."""

from functools import partial
from typing import Annotated

import typer
from rich.table import Table

from api.answering import Found, answering
from api.answering import register as add
from api.answers.doctrine import element_list, one_element
from api.completion import element_argument
from api.paging import Page
from api.telling import named
from api.terminal import stdout
from graph.as_of import AsOf
from graph.element_answers import ElementDetail, ElementsAnswer, ElementSource, LawsByEvidence
from graph.store import PrecedentStore


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    add(app, (elements, element))


@answering()
def elements(
    store: PrecedentStore,
    *,
    kind: Annotated[str | None, typer.Option(help="Only this kind, e.g. exception.")] = None,
    side: Annotated[str | None, typer.Option(help="Only this side: rule, limit or open.")] = None,
    status: Annotated[str | None, typer.Option(help="Only this status, e.g. contested.")] = None,
    as_of: AsOf,
    page: Page,
) -> Found:
    """List the rules, limits, exceptions and open questions of the doctrine."""
    answer = element_list(store, kind, side, status, as_of, page)
    nothing = "no element of the doctrine is of all these" if answer.empty else None
    return Found(answer, partial(_tell_elements, answer.found), nothing)


def _tell_elements(found: ElementsAnswer) -> None:
    if found.items:
        stdout.print(_table(found))


def _table(answer: ElementsAnswer) -> Table:
    table = Table(title=f"{answer.total} elements", title_justify="left")
    for heading in ("key", "element", "kind", "side", "status", "cases", "laws", "limited"):
        table.add_column(heading, overflow="fold")
    for item in answer.items:
        counts = (str(item.cases), str(item.laws), str(item.laws_limited))
        table.add_row(item.slug, item.label, item.kind, item.side, item.status, *counts)
    return table


@answering()
def element(
    store: PrecedentStore,
    key: Annotated[
        str,
        element_argument("Slug, label or IRI of an element."),
    ],
    *,
    as_of: AsOf,
) -> Found:
    """Show one element: what it says, who states it, what limits it and what rests on it."""
    answer = one_element(store, key, as_of)
    return Found(answer, partial(_tell_element, answer.found))


def _tell_element(detail: ElementDetail) -> None:
    about = detail.element
    stdout.print(f"{about.label} ({about.kind}, {about.status})", style="bold")
    stdout.print(about.definition)
    if detail.note:
        stdout.print(detail.note)
    for heading, found in _lines(detail).items():
        if found:
            stdout.print(f"{heading}:")
        for line in found:
            stdout.print(f"- {line}")


def _lines(detail: ElementDetail) -> dict[str, list[str]]:
    return {
        "broader": [f"{e.label} ({e.slug})" for e in detail.broader],
        "narrower": [f"{e.label} ({e.slug})" for e in detail.narrower],
        "related": [f"{e.label} ({e.slug})" for e in detail.related],
        "limits beside it": [
            f"{limit.element.label} ({limit.element.slug}): {limit.element.kind},"
            f" {limit.element.status}; limits {limit.of}"
            for limit in detail.limits
        ],
        "it limits": [f"{e.label} ({e.slug})" for e in detail.limited],
        "sources": [_source(source) for source in detail.sources],
        "decisions that state or apply it": [named(case) for case in detail.cases],
        "laws that rest on it": _laws(detail.laws),
        "laws it limits": _laws(detail.laws_limited),
    }


def _laws(groups: tuple[LawsByEvidence, ...]) -> list[str]:
    return [
        f"type {group.evidence_type} ({group.label}): {law.title} [{law.slug}]"
        for group in groups
        for law in group.laws
    ]


def _source(source: ElementSource) -> str:
    part = f", {source.author or ''} {source.opinion_type}" if source.opinion_type else ""
    pin = f" at {source.pin}" if source.pin else ", page not given"
    doubt = "" if source.verified else " UNVERIFIED"
    return f"{source.stance}: {named(source.case)}{pin}{part}, as of {source.as_of}{doubt}"
