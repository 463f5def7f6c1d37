"""Commands that draw: picture chain, neighbourhood, doctrine, timeline, map."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeAlias, cast

import typer

from api.completion import case_argument, case_option, element_option, law_argument
from api.embeds.files import MEDIA, FileForm, file_of
from api.options import AsOfDay, Case, Court, Depth, Dissents, Element, Home, Treatment, step_filter
from api.terminal import USAGE, fail, open_store, stderr, told_plainly
from api.whole_file import write_whole
from graph.as_of import AsOf
from graph.facets import LawFilter
from graph.pictures.drawing import (
    draw_case_timeline,
    draw_chain,
    draw_doctrine,
    draw_laws_timeline,
    draw_map,
    draw_members,
    draw_neighbourhood,
)
from graph.pictures.lawlists import LawsWanted
from graph.pictures.model import HARD_CAP, MOST_NODES, Picture
from graph.store import PrecedentStore

pictures = typer.Typer(
    no_args_is_help=True,
    help="Draw chains, neighbourhoods, the doctrine, timelines and maps: SVG, PNG, PDF, Markdown.",
)

Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="The file; its ending tells the form: .svg, .png, .pdf, .card.png, .md."
        " Without it SVG is printed.",
    ),
]
Most: TypeAlias = Annotated[
    int, typer.Option("--max-nodes", min=2, max=HARD_CAP, help="How many are drawn at most.")
]
RelyingOn: TypeAlias = Annotated[str | None, case_option("Laws that rely on this case.")]
AboutElement: TypeAlias = Annotated[
    str | None, element_option("Laws whose tie is about this element.")
]
Topic: TypeAlias = Annotated[
    str | None, typer.Option(help="Laws on this topic: firearms, real-id, ...")
]
Mechanism: TypeAlias = Annotated[
    str | None, typer.Option(help="Laws that work so: non-cooperation, data-sharing-ban, ...")
]
Status: TypeAlias = Annotated[
    str | None, typer.Option(help="Laws of this status: in-force, struck-down, ...")
]


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (chain, neighbourhood, doctrine, timeline, map_):
        pictures.command("map" if command is map_ else None)(command)
    app.add_typer(pictures, name="picture")


def chain(
    start: Annotated[str, case_argument("The earlier case.", "FROM")],
    end: Annotated[str, case_argument("The later case.", "TO")],
    *,
    max_hops: Annotated[int, typer.Option(min=1, max=8, help="Longest line, in steps.")] = 4,
    limit: Annotated[int, typer.Option(min=1, max=100, help="How many lines.")] = 3,
    treatment: Treatment = None,
    court: Court = None,
    depth: Depth = None,
    element: Element = None,
    dissents: Dissents = False,
    as_of: AsOfDay = None,
    max_nodes: Most = MOST_NODES,
    output: Output = None,
    home: Home = None,
) -> None:
    """Draw the strongest lines between two cases: years as columns, courts as lanes."""

    def draw(store: PrecedentStore) -> Picture:
        wanted = step_filter(treatment, court, depth, element, dissents, AsOf.read(as_of))
        return draw_chain(
            store, start, end, wanted=wanted, max_hops=max_hops, limit=limit, most=max_nodes,
            linked=False,
        )  # fmt: skip

    _give(draw, output, home)


def neighbourhood(
    key: Case,
    *,
    treatment: Treatment = None,
    court: Court = None,
    depth: Depth = None,
    element: Element = None,
    dissents: Dissents = False,
    as_of: AsOfDay = None,
    max_nodes: Most = MOST_NODES,
    output: Output = None,
    home: Home = None,
) -> None:
    """Draw a case between the cases that it cites and those that cite it."""

    def draw(store: PrecedentStore) -> Picture:
        wanted = step_filter(treatment, court, depth, element, dissents, AsOf.read(as_of))
        return draw_neighbourhood(store, key, wanted=wanted, most=max_nodes, linked=False)

    _give(draw, output, home)


def doctrine(*, as_of: AsOfDay = None, output: Output = None, home: Home = None) -> None:
    """Draw the map of the doctrine: rules to the left, limits to the right."""
    _give(lambda store: draw_doctrine(store, AsOf.read(as_of), linked=False), output, home)


def timeline(
    key: Annotated[
        str | None, case_argument("The case whose treatment is drawn; else laws are.")
    ] = None,
    *,
    topic: Topic = None,
    relies_on: RelyingOn = None,
    element: AboutElement = None,
    mechanism: Mechanism = None,
    status: Status = None,
    as_of: AsOfDay = None,
    max_nodes: Most = MOST_NODES,
    output: Output = None,
    home: Home = None,
) -> None:
    """Draw how a case was treated by year, or laws with what courts did with them."""
    wanted = _laws(topic, relies_on, element, mechanism, status)
    if key is None and wanted == LawsWanted():
        fail("nothing is asked about: give a case, --topic or --relies-on", USAGE)

    def draw(store: PrecedentStore) -> Picture:
        day = AsOf.read(as_of)
        if key is not None:
            steps = step_filter(None, None, None, None, False, day)
            return draw_case_timeline(store, key, wanted=steps, most=max_nodes, linked=False)
        return draw_laws_timeline(store, wanted, day, most=max_nodes, linked=False)

    _give(draw, output, home)


def map_(
    law: Annotated[
        str | None, law_argument("The compact or network whose members are drawn; else laws are.")
    ] = None,
    *,
    topic: Topic = None,
    relies_on: RelyingOn = None,
    element: AboutElement = None,
    mechanism: Mechanism = None,
    status: Status = None,
    as_of: AsOfDay = None,
    output: Output = None,
    home: Home = None,
) -> None:
    """Draw how many laws each State has, or who belongs to a compact."""
    wanted = _laws(topic, relies_on, element, mechanism, status)
    if law is not None and wanted != LawsWanted():
        fail("a map is of laws or of members: leave out the law, or what narrows laws", USAGE)
    if law is not None:
        key = law
        _give(lambda store: draw_members(store, key, AsOf.read(as_of), linked=False), output, home)
        return
    _give(lambda store: draw_map(store, wanted, AsOf.read(as_of), linked=False), output, home)


def _laws(
    topic: str | None,
    relies_on: str | None,
    element: str | None,
    mechanism: str | None,
    status: str | None,
) -> LawsWanted:
    facets = LawFilter(topic=topic, mechanism=mechanism, status=status)
    return LawsWanted(facets, relies_on, element)


def _give(
    draw: Callable[[PrecedentStore], Picture], output: Path | None, home: Path | None
) -> None:
    """Print a picture, or write it whole or not at all in the form that the file's ending names."""
    form = _form(output)
    with told_plainly():
        picture = draw(open_store(home))
        data = file_of(picture, form)
        if output is None:
            sys.stdout.write(data.decode())
            return
        write_whole(output, data)
    stderr.print(f"{output}: {len(data)} bytes", soft_wrap=True)
    if picture.left_out:
        stderr.print(picture.left_out, soft_wrap=True)


def _form(output: Path | None) -> FileForm:
    if output is None:
        return "svg"
    name = output.name.lower()
    form = next((form for form in ("card.png", *MEDIA) if name.endswith(f".{form}")), None)
    if form is None:
        fail(f"{output}: a picture ends in one of .{', .'.join(MEDIA)}", USAGE)
    return cast(FileForm, form)
