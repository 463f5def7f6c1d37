"""The main path is the line that most lines run along, whatever circles a network has."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.main_path import main_path

NODES = st.sampled_from("abcdef")


def test_the_path_through_the_most_lines_is_taken() -> None:
    """All four lines from a to g pass d; the steps to and from it count most."""
    steps = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e"), ("e", "g"), ("d", "f"), ("f", "g"), ("a", "g")]  # fmt: skip

    assert main_path(steps, "a", "g") == ["a", "b", "d", "e", "g"]


def test_companions_that_cite_each_other_make_no_circle() -> None:
    """The steps between them are left out, and the line goes through one of them."""
    steps = [("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"), ("b", "d"), ("a", "c")]

    assert main_path(steps, "a", "d") == ["a", "b", "d"]


def test_no_line_is_an_empty_path() -> None:
    """Two cases that nothing joins, or that are not there, have none."""
    steps = [("a", "b"), ("c", "d")]

    assert main_path(steps, "a", "d") == []
    assert main_path(steps, "a", "x") == []


@given(st.lists(st.tuples(NODES, NODES)))
def test_a_main_path_is_a_path_of_the_network(pairs: list[tuple[str, str]]) -> None:
    """It runs from end to end along steps that are there, no case twice."""
    steps = [pair for pair in pairs if pair[0] != pair[1]]
    path = main_path(steps, "a", "f")

    assert len(set(path)) == len(path)
    assert all(step in steps for step in pairwise(path))
    if path:
        assert (path[0], path[-1]) == ("a", "f")
