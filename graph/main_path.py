"""The main path of a network of cases: the line that most lines run along.

Search path count (Hummon and Doreian, Social Networks 11, 1989): a step counts for as much as there
are lines from the first case to the last that take it; the main path has the greatest sum. Cases
that cite one another, such as companions of one day, would make a circle: steps between them are
left out.
"""

from collections.abc import Iterable

import networkx as nx

from graph.walking import Ways, distances, in_order, ways_of


def main_path(steps: Iterable[tuple[str, str]], start: str, end: str) -> list[str]:
    """Return the main path between two cases, both included; empty where there is no line.

    ``steps`` run from the earlier case to the later. Between equals the longer path wins, then the
    first by IRI.

    >>> lines = [("a", "b"), ("b", "d"), ("a", "c"), ("c", "d"), ("b", "c"), ("d", "e")]
    >>> main_path(lines, "a", "e")
    ['a', 'b', 'c', 'd', 'e']
    """
    on, back = ways_of(dict.fromkeys(steps))
    useful = distances(on, start).keys() & distances(back, end).keys() | {start, end}
    on = {case: [later for later in on.get(case, ()) if later in useful] for case in useful}
    order = in_order(on, useful)
    if len(order) < len(useful):
        on = _without_circles(on)
        order = in_order(on, useful)
    _, back = ways_of((case, later) for case in on for later in on[case])
    before, after = _lines(on, order, start), _lines(back, reversed(order), end)
    best: dict[str, tuple[int, int, str]] = {start: (0, 0, "")}
    for case in order:
        if case in best:
            weight, length, _ = best[case]
            for later in sorted(on[case]):
                count = before[case] * after[later]
                found = (weight + count, length + 1)
                if count and (later not in best or found > best[later][:2]):
                    best[later] = (*found, case)
    return _path(best, start, end) if end in best else []


def _path(best: dict[str, tuple[int, int, str]], start: str, end: str) -> list[str]:
    """Return the cases from the first to the last, each of which tells the one before it."""
    path = [end]
    while path[-1] != start:
        path.append(best[path[-1]][2])
    return path[::-1]


def _without_circles(ways: Ways) -> dict[str, list[str]]:
    """Return the steps but those between cases that can be come to from one another."""
    network = nx.DiGraph((case, later) for case in ways for later in ways[case])
    network.add_nodes_from(ways)
    circle: dict[str, int] = {}
    for number, members in enumerate(nx.strongly_connected_components(network)):
        circle |= dict.fromkeys(members, number)
    return {
        case: [later for later in found if circle[later] != circle[case]]
        for case, found in ways.items()
    }


def _lines(ways: Ways, order: Iterable[str], start: str) -> dict[str, int]:
    """Return for each case how many lines reach it from the start."""
    order = list(order)
    found = dict.fromkeys(order, 0)
    found[start] = 1
    for case in order:
        for later in ways.get(case, ()):
            found[later] += found[case]
    return found
