"""Commands about what a law stands on, and two laws or places side by side: footing, beside."""

from functools import partial
from typing import Annotated

import typer
from rich.table import Table
from rich.tree import Tree

from api.answering import Found, answering
from api.answering import register as add
from api.answers.standing import law_footing, two_laws, two_places
from api.completion import law_argument
from api.telling import named
from api.terminal import stdout
from graph.as_of import AsOf
from graph.beside import LawsBeside, PlacesBeside, Share, Side
from graph.facets import LawFilter
from graph.footing import FootingAnswer, Pillar
from graph.store import PrecedentStore

MOST_SHOWN = 8


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    add(app, (footing, beside))


@answering()
def footing(
    store: PrecedentStore,
    key: Annotated[str, law_argument("Slug, path or IRI of a law.")],
    *,
    as_of: AsOf,
) -> Found:
    """Show what a law stands on: its precedents, what became of each, and what bounds it."""
    answer = law_footing(store, key, as_of)
    return Found(answer, partial(_tell_footing, answer.found))


def _tell_footing(found: FootingAnswer) -> None:
    doubt = "" if found.law.verified else " [unverified]"
    tree = Tree(f"{found.law.title} ({found.law.jurisdiction}){doubt}")
    for words, pillars in (("stands on", found.pillars), ("bounded by", found.bounds)):
        branch = tree.add(words) if pillars else tree
        for pillar in pillars:
            _add_pillar(branch, pillar)
    if not found.pillars:
        tree.add("no precedent is recorded that it stands on")
    stdout.print(tree)


def _add_pillar(tree: Tree, pillar: Pillar) -> None:
    ended = "; ".join(f"OVERRULED by {named(case)}" for case in pillar.overruled_by)
    branch = tree.add(named(pillar.precedent) + (f": {ended}" if ended else ""))
    for tie in pillar.ties:
        about = f", {tie.element_label}" if tie.element_label else ""
        branch.add(f"{tie.bearing} (evidence {tie.evidence_type}: {tie.evidence_label}){about}")
    for step in pillar.rests_on:
        pin = step.evidence[0].pin
        branch.add(f"{step.treatment} {named(step.cited)}" + (f" at {pin}" if pin else ""))


@answering()
def beside(
    store: PrecedentStore,
    one: Annotated[str, typer.Argument(help="A law (slug) or a place (US-CA).")],
    other: Annotated[str, typer.Argument(help="Another of the same kind.")],
    *,
    topic: Annotated[str | None, typer.Option(help="Of two places: only this topic.")] = None,
    status: Annotated[str | None, typer.Option(help="Of two places: only this status.")] = None,
    as_of: AsOf,
) -> Found:
    """Show two laws, or the laws of two places, side by side."""
    if _is_place(one) and _is_place(other):
        answer = two_places(store, one, other, LawFilter(topic=topic, status=status), as_of)
        return Found(answer, partial(_tell_places, answer.found))
    answer = two_laws(store, one, other, as_of)
    return Found(answer, partial(_tell_laws, answer.found))


def _is_place(text: str) -> bool:
    """US-CA and CA are places; a law's slug is longer."""
    return len(text.upper().removeprefix("US-")) == len("CA")


def _tell_laws(found: LawsBeside) -> None:
    table = Table(title_justify="left")
    for heading in ("", found.one.title, found.other.title):
        table.add_column(heading, overflow="fold")
    table.add_row("where", found.one.jurisdiction, found.other.jurisdiction)
    table.add_row("status", found.one.status or "", found.other.status or "")
    table.add_row("enacted", found.one.enacted or "", found.other.enacted or "")
    courts = [
        "; ".join(f"{s.case_name}: {s.disposition}" for s in law.litigation)
        for law in (found.one, found.other)
    ]
    table.add_row("in court", *courts)
    stdout.print(table)
    for what in ("mechanisms", "topics", "precedents", "elements"):
        stdout.print(f"{what}: {_share(getattr(found, what))}")


def _share(share: Share) -> str:
    told = (
        ("both", share.both),
        ("only the first", share.only_one),
        ("only the second", share.only_other),
    )
    return "; ".join(f"{who} {', '.join(values)}" for who, values in told if values) or "none"


def _tell_places(found: PlacesBeside) -> None:
    for side in (found.one, found.other):
        stdout.print(_side(side))
    stdout.print(f"topics: {_share(found.topics)}")
    stdout.print(f"precedents: {_share(found.precedents)}")


def _side(side: Side) -> Tree:
    tree = Tree(f"{side.name}: {len(side.laws)} measures recorded")
    counts = ", ".join(f"{count.value} {count.count}" for count in side.by_topic[:MOST_SHOWN])
    tree.add(f"topics: {counts or 'none'}")
    ways = ", ".join(f"{count.value} {count.count}" for count in side.by_mechanism[:MOST_SHOWN])
    tree.add(f"mechanisms: {ways or 'none'}")
    for relied in side.precedents[:MOST_SHOWN]:
        tree.add(f"relies on {named(relied.case)}: {relied.laws}")
    for suit in side.in_court[:MOST_SHOWN]:
        tree.add(f"in court: {suit.case_name}: {suit.disposition}")
    return tree
