"""Draw the doctrine on one page: what restrains Congress to the left, what leaves it free right.

The picture is built like that of a chain: one box an element, links to pages of this server only,
the kind of each line in its style and words, and a description for readers who do not see it.
"""

import re
import textwrap
from collections.abc import Iterable
from typing import Final, TypeAlias
from urllib.parse import quote
from xml.sax.saxutils import escape

import pygraphviz as pgv

from graph.element_answers import ElementSummary
from graph.elements import Doctrine
from graph.pictures.sheet import INK
from ontology.namespace import AC

FONT: Final = "Helvetica,Arial,sans-serif"
ROOT: Final = "anti-commandeering"
TITLE: Final = "Map of the anti-commandeering doctrine: rules to the left, limits to the right"
FRAMES: Final = {
    "settled": "rounded",
    "settled-below": "rounded",
    "contested": "rounded,dashed",
    "open": "rounded,dotted",
    "rejected": "rounded,diagonals",
    "overruled": "rounded,diagonals",
}
Limited: TypeAlias = tuple[ElementSummary, ...]

FILLS: Final = {"rule": "#eef4fb", "limit": "#fbf3e8", "open": "#ffffff"}
LEGEND: Final = (
    "Arrows: from a broader element to a narrower one.   Lines that end in a bar: to what limits"
    " the rule, or the part of it that the box names.   Dotted lines: to neighbouring doctrines.\\l"
    "Frames: solid settled, dashed contested, dotted open, cut corners given up.   In brackets:"
    " decisions that state or apply it, laws that rest on it, laws it limits.\\l"
)


def doctrine_svg(doctrine: Doctrine) -> str:
    """Return an SVG document that shows every element of the doctrine and how they hang together.

    The same doctrine gives the same picture.
    """
    graph = pgv.AGraph(directed=True, strict=False, rankdir="LR", nodesep="0.09", ranksep="0.55")
    graph.graph_attr.update(
        label=LEGEND, labelloc="b", labeljust="l", fontname=FONT, fontsize="12", fontcolor=INK,
        bgcolor="white", pad="0.2", splines="true", newrank="true",
    )  # fmt: skip
    graph.node_attr.update(
        shape="box", fontname=FONT, fontsize="12", color=INK, fontcolor=INK, margin="0.1,0.05",
    )  # fmt: skip
    graph.edge_attr.update(color=INK, arrowsize="0.7")
    for iri, element in doctrine.elements.items():
        limited = doctrine.linked(iri, str(AC.limitsElement))
        _add_element(graph, element, [e.label for e in limited if _told_in_words(element, e)])
        _add_lines(graph, element, doctrine.broader(iri), limited)
    drawn: bytes = graph.draw(format="svg", prog="dot")
    return _accessible(drawn.decode(), doctrine.elements.values())


def _counts(element: ElementSummary) -> str:
    return f"[{element.cases}, {element.laws}, {element.laws_limited}]"


def _told_in_words(element: ElementSummary, limited: ElementSummary) -> bool:
    return limited.slug != ROOT and (element.side != "rule" or limited.side == "rule")


def _add_element(graph: pgv.AGraph, element: ElementSummary, limited: list[str]) -> None:
    """Add a box; a limit names the parts of the rule that it limits, where it is not the whole."""
    lines = [*textwrap.wrap(element.label, 30), _counts(element)]
    lines += [line for name in limited for line in textwrap.wrap(f"limits: {name}", 36)]
    graph.add_node(
        element.slug,
        label="\n".join(lines),
        style=f"filled,{FRAMES.get(element.status, 'rounded')}",
        fillcolor=FILLS.get(element.side, "#ffffff"),
        penwidth="2" if element.slug == ROOT else "1",
        URL="/doctrine/" + quote(element.slug),
        target="_top",
        tooltip=f"{element.kind}, {element.status}: {element.definition}",
    )


def _add_lines(
    graph: pgv.AGraph, element: ElementSummary, broader: ElementSummary | None, limited: Limited
) -> None:
    """Lead rules leftward and limits rightward, so that the two sides stand apart."""
    barred = [other for other in limited if other.side != "rule" and element.side == "rule"]
    for other in barred:
        graph.add_edge(other.slug, element.slug, style="dashed", arrowhead="tee")
    if broader is not None and broader not in barred:
        if element.side == broader.side == "rule":
            graph.add_edge(element.slug, broader.slug, dir="back")
        else:
            graph.add_edge(broader.slug, element.slug)
    if broader is not None or barred or element.slug == ROOT:
        return
    if element.side == "rule":
        graph.add_edge(element.slug, ROOT, style="dotted", dir="none")
    else:
        head = "tee" if limited else "none"
        graph.add_edge(ROOT, element.slug, style="dashed" if limited else "dotted", arrowhead=head)


def _accessible(svg: str, elements: Iterable[ElementSummary]) -> str:
    """Give the picture a role, a title and a description; leave out the drawing tool's own."""
    told = " ".join(f"{e.label} ({e.kind}, {e.status})." for e in elements)
    svg = re.sub(r"<!--.*?-->\n?", "", svg[svg.index("<svg") :], flags=re.S)
    opening, _, rest = svg.partition(">")
    rest = re.sub(r"<title>[^<]*</title>\n?", "", rest)
    head = f'<title id="t">{escape(TITLE)}</title>\n<desc id="d">{escape(told)}</desc>\n'
    return f'{opening} role="img" aria-labelledby="t d">\n{head}{rest}'
