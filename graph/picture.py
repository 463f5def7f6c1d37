"""Draw a line of cases as SVG: older cases left, an arrow from each citing case to what it cites.

Treatment shows in the line's style and words, never in colour alone; the picture carries a title
and a description for readers who do not see it, and links only to pages of this server.
"""

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

import pygraphviz as pgv

from graph.answers import CaseSummary, ChainAnswer, Step

MOST_NODES: Final = 25
FONT: Final = "Helvetica,Arial,sans-serif"
INK: Final = "#1f2933"
STYLES: Final = {
    "follows": ("solid", "normal"),
    "applies": ("solid", "normal"),
    "extends": ("solid", "normal"),
    "distinguishes": ("dashed", "empty"),
    "limits": ("dashed", "tee"),
    "questions": ("dashed", "tee"),
    "criticizes": ("dashed", "tee"),
    "declines-to-follow": ("dashed", "tee"),
    "overrules": ("bold", "tee"),
    "overrules-in-part": ("bold", "tee"),
    "abrogates": ("bold", "tee"),
}
PLAIN: Final = ("dotted", "open")
SOURCES: Final = {"extracted-opinion": "O", "extracted-note": "N", "curated": "C"}
LEGEND: Final = (
    "Arrows run from the citing case to the case it cites.   Solid: rests on it.   Dashed:"
    " distinguishes or limits it.   Dotted: discusses or mentions it.\\l"
    "Known from:  O the opinion's text   N a case note   C a curated record"
    "   ? with a part that nobody has verified\\l"
)


def chain_svg(answer: ChainAnswer) -> str:
    """Return an SVG document that shows the lines of a chain, at most 25 cases.

    The same answer gives the same picture.
    """
    cases, steps, drawn_lines = _fitting(answer)
    more = answer.truncated or drawn_lines < len(answer.chains)
    left_out = f"{drawn_lines} of the lines known are drawn; there are more." if more else ""
    legend = f"{left_out}\\l{LEGEND}" if left_out else LEGEND
    graph = pgv.AGraph(directed=True, strict=False, rankdir="LR", nodesep="0.6", ranksep="1.1")
    graph.graph_attr.update(
        label=legend, labelloc="b", labeljust="l", fontname=FONT, fontsize="11", fontcolor=INK,
        bgcolor="white", pad="0.3",
    )  # fmt: skip
    graph.node_attr.update(
        shape="box", style="rounded", fontname=FONT, fontsize="13", color=INK, fontcolor=INK,
        margin="0.18,0.12",
    )  # fmt: skip
    graph.edge_attr.update(fontname=FONT, fontsize="11", color=INK, fontcolor=INK)
    for year, members in sorted(_by_year(cases).items()):
        names = [_add_case(graph, case) for case in members]
        if len(names) > 1:
            graph.add_subgraph(names, name=f"year{year}", rank="same")
    for step in steps:
        _add_step(graph, step)
    drawn: bytes = graph.draw(format="svg", prog="dot")
    return _accessible(drawn.decode(), answer, steps, left_out)


def _fitting(answer: ChainAnswer) -> tuple[list[CaseSummary], list[Step], int]:
    """Return the cases and steps of as many whole lines as fit, strongest first, and how many."""
    cases = {case.iri: case for case in (answer.start, answer.end)}
    steps: dict[tuple[str, str], Step] = {}
    lines = 0
    for line in answer.chains:
        if len(cases | {case.iri: case for case in line.cases}) > MOST_NODES:
            break
        cases |= {case.iri: case for case in line.cases}
        steps |= {(step.citing.iri, step.cited.iri): step for step in line.steps}
        lines += 1
    return list(cases.values()), list(steps.values()), lines


def _by_year(cases: Iterable[CaseSummary]) -> dict[int, list[CaseSummary]]:
    years: dict[int, list[CaseSummary]] = defaultdict(list)
    for case in sorted(cases, key=lambda case: case.iri):
        years[case.year or 0].append(case)
    return years


def _add_case(graph: pgv.AGraph, case: CaseSummary) -> str:
    name = "\n".join(
        textwrap.fill(part, 26) for part in case.name.replace(" v. ", " v.|").split("|")
    )
    graph.add_node(
        case.iri,
        label=f"{name}\n{case.citation or 'not yet reported'} ({case.year or 'n.d.'})",
        URL="/cases/" + quote(case.key),
        target="_top",
        tooltip=case.name,
    )
    return case.iri


def _add_step(graph: pgv.AGraph, step: Step) -> None:
    style, head = STYLES.get(step.treatment, PLAIN)
    text = step_text(step)
    graph.add_edge(
        step.cited.iri, step.citing.iri, dir="back", arrowtail=head, style=style,
        label=textwrap.fill(text, 26), labeltooltip=text, edgetooltip=text,
    )  # fmt: skip


def step_text(step: Step) -> str:
    """Return what a step says: treatment, where in the opinion, how often, how it is known."""
    with_pin = next((e for e in step.evidence if e.pin and e.treatment == step.treatment), None)
    pin = f", at {with_pin.pin}" if with_pin and with_pin.pin else ""
    if len(pin) > 24:  # noqa: PLR2004 - what an arrow can carry
        pin = re.sub(r",[^,]*$", " ...", pin[:24])
    letters = sorted({SOURCES.get(e.provenance, "?") for e in step.evidence})
    doubt = "?" if any(e.verified is False for e in step.evidence) else ""
    times = f", {len(step.evidence)} references" if len(step.evidence) > 1 else ""
    return f"{step.treatment} ({step.opinion_type}{pin}{times}) [{''.join(letters)}{doubt}]"


def _accessible(svg: str, answer: ChainAnswer, steps: list[Step], left_out: str) -> str:
    """Give the picture a role, a title and a description; leave out the drawing tool's own."""
    title = f"How the doctrine runs from {_named(answer.start)} to {_named(answer.end)}"
    told = [f"{s.citing.name} {step_text(s)} {s.cited.name}" for s in steps]
    described = ". ".join(told) or "No line of the Court's opinions connects the two"
    described = f"{described}. {left_out}" if left_out else f"{described}."
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<!--.*?-->\n?", "", svg, flags=re.S)
    opening, _, rest = svg.partition(">")
    rest = re.sub(r"<title>[^<]*</title>\n?", "", rest)
    head = f'<title id="t">{escape(title)}</title>\n<desc id="d">{escape(described)}</desc>\n'
    return f'{opening} role="img" aria-labelledby="t d">\n{head}{rest}'


def _named(case: CaseSummary) -> str:
    return f"{case.name} ({case.year})" if case.year else case.name
