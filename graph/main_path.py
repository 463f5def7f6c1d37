"""The main path of a network of cases: the line that most lines run along.

Search path count (Hummon and Doreian, Social Networks 11, 1989): a step counts for as much as there
are lines from the first case to the last that take it; the main path has the greatest sum. Cases
that cite one another, such as companions of one day, would make a circle: steps between them are
left out.
"""

from collections.abc import Iterable

import networkx as nx


def main_path(steps: "nx.DiGraph[str]", start: str, end: str) -> list[str]:
    """Return the main path between two cases, both included; empty where there is no line.

    ``steps`` run from the earlier case to the later. Between equals the longer path wins, then the
    first by IRI.

    >>> lines = [("a", "b"), ("b", "d"), ("a", "c"), ("c", "d"), ("b", "c"), ("d", "e")]
    >>> main_path(nx.DiGraph(lines), "a", "e")
    ['a', 'b', 'c', 'd', 'e']
    """
    if start not in steps or end not in steps:
        return []
    network = _without_circles(steps.subgraph(on_some_way(steps, start, end)))
    order = [case for group in nx.topological_generations(network) for case in sorted(group)]
    before = _lines(network, order, start)
    after = _lines(network.reverse(copy=False), reversed(order), end)
    best: dict[str, tuple[int, int, list[str]]] = {start: (0, 0, [start])}
    for case in order:
        if case in best:
            weight, length, path = best[case]
            for later in sorted(network.successors(case)):
                count = before[case] * after[later]
                found = (weight + count, length + 1, [*path, later])
                if count and (later not in best or found[:2] > best[later][:2]):
                    best[later] = found
    return best[end][2] if end in best else []


def on_some_way(steps: "nx.DiGraph[str]", start: str, end: str) -> set[str]:
    """Return the cases that lie on some way between two others, with both.

    >>> sorted(on_some_way(nx.DiGraph([("a", "b"), ("b", "c"), ("b", "d")]), "a", "c"))
    ['a', 'b', 'c']
    """
    network: nx.DiGraph[object] = nx.DiGraph(steps.edges)  # the stubs want nodes of any kind
    found = nx.descendants(network, start) & nx.ancestors(network, end)
    return {str(case) for case in found} | {start, end}


def _without_circles(steps: "nx.DiGraph[str]") -> "nx.DiGraph[str]":
    network: nx.DiGraph[str] = nx.DiGraph(steps)
    for circle in list(nx.strongly_connected_components(network)):
        if len(circle) > 1:
            network.remove_edges_from(list(network.subgraph(circle).edges))
    return network


def _lines(network: "nx.DiGraph[str]", order: Iterable[str], start: str) -> dict[str, int]:
    """Return for each case how many lines reach it from the start."""
    found = dict.fromkeys(network, 0)
    found[start] = 1
    for case in order:
        for later in network.successors(case):
            found[later] += found[case]
    return found
