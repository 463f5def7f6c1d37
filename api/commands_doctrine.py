"""Commands about the doctrine itself: elements, element."""

from typing import Annotated

import typer
from rich.table import Table

from api.commands_ask import named
from api.options import AsJson, AsOfDay, Home
from api.terminal import NOTHING_FOUND, fail, open_store, print_json, stdout, told_plainly
from graph.as_of import AsOf
from graph.element_answers import ElementDetail, ElementsAnswer, ElementSource, LawsByEvidence
from graph.elements import element_detail
from graph.elements import elements as find_elements


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (elements, element):
        app.command()(command)


def elements(
    *,
    kind: Annotated[str | None, typer.Option(help="Only this kind, e.g. exception.")] = None,
    side: Annotated[str | None, typer.Option(help="Only this side: rule, limit or open.")] = None,
    status: Annotated[str | None, typer.Option(help="Only this status, e.g. contested.")] = None,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """List the rules, limits, exceptions and open questions of the doctrine."""
    with told_plainly(as_json=as_json):
        answer = find_elements(
            open_store(home), kind=kind, side=side, status=status, as_of=AsOf.read(as_of)
        )
    if as_json:
        print_json(answer)
    elif answer.items:
        stdout.print(_table(answer))
    if not answer.total:
        fail("no element of the doctrine is of all these", NOTHING_FOUND)


def _table(answer: ElementsAnswer) -> Table:
    table = Table(title=f"{answer.total} elements", title_justify="left")
    for heading in ("key", "element", "kind", "side", "status", "cases", "laws", "limited"):
        table.add_column(heading, overflow="fold")
    for item in answer.items:
        counts = (str(item.cases), str(item.laws), str(item.laws_limited))
        table.add_row(item.slug, item.label, item.kind, item.side, item.status, *counts)
    return table


def element(
    key: Annotated[str, typer.Argument(help="Slug, label or IRI of an element.")],
    *,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Show one element: what it says, who states it, what limits it and what rests on it."""
    with told_plainly(as_json=as_json):
        detail = element_detail(open_store(home), key, AsOf.read(as_of))
    if as_json:
        print_json(detail)
        return
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
