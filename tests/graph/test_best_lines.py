"""The strongest lines are found in order, without listing all that there are."""

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.best_lines import MOST_LISTED, Lines
from graph.strength import KINDS, kind

NODES = "abcdefg"
PAIRS = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda p: p[0] != p[1])
STEPS = st.dictionaries(PAIRS, st.integers(KINDS, 5 * KINDS - 1), max_size=25)


def low(case: str) -> bool:
    """Return whether a case is of another court: two of them are."""
    return case in "cd"


def all_lines(steps: dict[tuple[str, str], int], hops: int) -> list[tuple[str, ...]]:
    """Return every line from a to g, ranked as the rule is stated."""
    network: nx.DiGraph[object] = nx.DiGraph(steps.keys())
    if "a" not in network or "g" not in network:
        return []
    found = [tuple(map(str, path)) for path in nx.all_simple_paths(network, "a", "g", cutoff=hops)]

    def rank(path: tuple[str, ...]) -> tuple[int, bool, int, int, tuple[str, ...]]:
        strengths = [steps[step] for step in pairwise(path)]
        return (-min(map(kind, strengths)), any(map(low, path[1:-1])), -len(path), -sum(strengths), path)  # fmt: skip

    return sorted(found, key=rank)


@settings(deadline=None)
@given(STEPS, st.integers(1, 6), st.integers(1, 6))
def test_lines_are_those_of_the_whole_network_in_their_order(
    steps: dict[tuple[str, str], int], hops: int, limit: int
) -> None:
    """Ranking all simple paths of the network gives the same, circles and all."""
    expected = all_lines(steps, hops)
    lines = Lines(steps, "a", "g", max_hops=hops, below=low)

    assert lines.best(limit) == expected[:limit]


@settings(deadline=None)
@given(STEPS, st.integers(1, 6))
def test_lines_are_counted(steps: dict[tuple[str, str], int], hops: int) -> None:
    """A line that a case comes twice in is none, and is not counted."""
    useful = {step for path in all_lines(steps, hops) for step in pairwise(path)}
    lines = Lines({s: steps[s] for s in useful}, "a", "g", max_hops=hops, below=low)

    assert lines.count() == len(all_lines(steps, hops))


def test_a_dense_network_is_searched_within_bounds() -> None:
    """Of the millions of lines through seven layers of thirty cases, the strongest come at once."""
    layers = [["a"], *([f"{layer}-{n:02}" for n in range(30)] for layer in range(7)), ["g"]]
    steps = {(one, two): KINDS for near, far in pairwise(layers) for one in near for two in far}
    steps["2-07", "3-11"] = KINDS + 9
    lines = Lines(steps, "a", "g", max_hops=8, below=lambda _: False)

    assert [path[3:5] for path in lines.best(3)] == [("2-07", "3-11")] * 3
    assert lines.count() == MOST_LISTED + 1
    assert len(lines.best(10**6)) == MOST_LISTED


def test_dead_ends_are_not_tried_for_ever() -> None:
    """Companions that all cite one another make ends without number where lines are long."""
    ring = [f"{n:02}" for n in range(12)]
    steps = {(one, two): KINDS for one in ring for two in ring if one != two}
    steps |= {("a", "00"): KINDS, ("11", "g"): KINDS}
    lines = Lines(steps, "a", "g", max_hops=30, below=lambda _: False)

    assert 0 <= len(lines.best(MOST_LISTED)) < MOST_LISTED
