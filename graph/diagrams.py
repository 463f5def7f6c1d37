"""Steps between cases as text that other programs draw: GraphML, DOT, Mermaid.

An arrow runs from the citing case to the case it cites, as in the pictures; its label is how it
treats it.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Final

import networkx as nx

from graph.answers import CaseSummary, Step

MERMAID_ARROWS: Final = {"follows": "-->", "applies": "-->", "extends": "-->"}
MERMAID_PLAIN: Final = "-.->"


def _cases(steps: Sequence[Step]) -> list[CaseSummary]:
    """Return each case once, oldest first."""
    found = {case.iri: case for step in steps for case in (step.cited, step.citing)}
    return sorted(found.values(), key=lambda case: (case.decided or str(case.year or ""), case.iri))


def _label(case: CaseSummary) -> str:
    citation = f", {case.citation}" if case.citation else ""
    return f"{case.name}{citation} ({case.year or 'n.d.'})"


def graphml(steps: Sequence[Step], about: Mapping[str, str]) -> str:
    """Return the steps as GraphML; ``about`` tells of the whole, such as its day and dataset."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.graph.update(about)
    for case in _cases(steps):
        told = {
            "name": case.name,
            "citation": case.citation,
            "key": case.key,
            "court": case.court,
            "year": case.year,
            "decided": case.decided,
        }
        graph.add_node(case.iri, **{name: value for name, value in told.items() if value})
    for step in steps:
        graph.add_edge(
            step.citing.iri,
            step.cited.iri,
            treatment=step.treatment,
            opinion_type=step.opinion_type,
            references=len(step.evidence),
            verified=all(evidence.verified is not False for evidence in step.evidence),
        )
    text = io.BytesIO()
    nx.write_graphml(graph, text, named_key_ids=True)
    return text.getvalue().decode() + "\n"


def dot(steps: Sequence[Step], about: Mapping[str, str]) -> str:
    """Return the steps in the language of Graphviz."""
    names = {case.iri: f"c{number}" for number, case in enumerate(_cases(steps), 1)}
    nodes = [
        f"  {names[case.iri]} [label={_quoted(_label(case))}, tooltip={_quoted(case.iri)}];"
        for case in _cases(steps)
    ]
    edges = [
        f"  {names[step.citing.iri]} -> {names[step.cited.iri]} [label={_quoted(_said(step))}];"
        for step in steps
    ]
    head = [f"// {name}: {value}" for name, value in about.items()]
    lines = [*head, "digraph precedent {", "  rankdir=RL;", "  node [shape=box];", *nodes, *edges]
    return "\n".join([*lines, "}"]) + "\n"


def mermaid(steps: Sequence[Step], about: Mapping[str, str]) -> str:
    """Return the steps as a Mermaid flowchart; a dotted arrow does not rest on what it leads to."""
    names = {case.iri: f"c{number}" for number, case in enumerate(_cases(steps), 1)}
    nodes = [f'  {names[case.iri]}["{_entities(_label(case))}"]' for case in _cases(steps)]
    edges = [
        f"  {names[step.citing.iri]} {MERMAID_ARROWS.get(step.treatment, MERMAID_PLAIN)}"
        f'|"{_entities(_said(step))}"| {names[step.cited.iri]}'
        for step in steps
    ]
    head = [f"%% {name}: {value}" for name, value in about.items()]
    return "\n".join(["flowchart RL", *head, *nodes, *edges]) + "\n"


def _said(step: Step) -> str:
    part = "" if step.opinion_type == "majority" else f" ({step.opinion_type})"
    return step.treatment + part


def _quoted(text: str) -> str:
    r"""Return a text as a DOT string.

    >>> print(_quoted('say "a\\b"'))
    "say \"a\\b\""
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _entities(text: str) -> str:
    """Return a text that may stand in a Mermaid label.

    >>> _entities('"A" <b> #1')
    '#quot;A#quot; #lt;b#gt; #35;1'
    """
    for sign, entity in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;")):
        text = text.replace(sign, entity)
    return " ".join(text.split())
