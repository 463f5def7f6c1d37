"""Walk along steps between cases; plain dictionaries take a fraction of a graph library's time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

Ways = Mapping[str, Sequence[str]]  # where one can go from each case


def ways_of(steps: Iterable[tuple[str, str]]) -> tuple[Ways, Ways]:
    """Return where steps lead from each case, and where each case is come to from.

    >>> on, back = ways_of([("a", "b"), ("a", "c")])
    >>> dict(on), dict(back)
    ({'a': ['b', 'c']}, {'b': ['a'], 'c': ['a']})
    """
    on: dict[str, list[str]] = defaultdict(list)
    back: dict[str, list[str]] = defaultdict(list)
    for one, other in steps:
        on[one].append(other)
        back[other].append(one)
    return dict(on), dict(back)


def distances(ways: Ways, start: str, most: int | None = None) -> dict[str, int]:
    """Return how many steps it is to each case that can be come to, within ``most`` steps.

    >>> distances({"a": ["b"], "b": ["c"], "c": ["a"]}, "a", 1)
    {'a': 0, 'b': 1}
    """
    found = {start: 0}
    frontier = [start]
    while frontier and (most is None or found[frontier[0]] < most):
        reached = []
        for case in frontier:
            hops = found[case] + 1
            for other in ways.get(case, ()):
                if other not in found:
                    found[other] = hops
                    reached.append(other)
        frontier = reached
    return found


def in_order(ways: Ways, cases: Collection[str]) -> list[str]:
    """Return cases so that no step leads back, each as early as can be, and then by name.

    Cases that lie in a circle or behind one are left out.

    >>> in_order({"a": ["c", "b"], "b": ["c"]}, "abc")
    ['a', 'b', 'c']
    """
    before = dict.fromkeys(cases, 0)
    for case in cases:
        for other in ways.get(case, ()):
            before[other] += 1
    generation = [case for case, count in before.items() if not count]
    ordered: list[str] = []
    while generation:
        ordered += sorted(generation)
        freed = []
        for case in generation:
            for other in ways.get(case, ()):
                before[other] -= 1
                if not before[other]:
                    freed.append(other)
        generation = freed
    return ordered
