"""Put a list in the order that is asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from api.faults import UnknownName

T = TypeVar("T")
Keys: TypeAlias = Mapping[str, Callable[[T], Any]]


def ordered(items: Iterable[T], sort: str | None, keys: Keys[T]) -> Sequence[T]:
    """Return items by some of the keys, ``-`` before one for the greatest first.

    Without ``sort`` the order stays; what has no value stands last either way.

    Raises:
        UnknownName: ``sort`` names no key of the list.

    >>> ordered(["b", "aa", "c"], "-length,word", {"length": len, "word": str})
    ['aa', 'b', 'c']
    """
    found = list(items)
    wanted = [part.strip() for part in (sort or "").split(",") if part.strip()]
    for name in wanted:
        if name.removeprefix("-") not in keys:
            raise UnknownName("sort", name, [*keys, *(f"-{key}" for key in keys)])
    for name in reversed(wanted):
        value = keys[name.removeprefix("-")]
        having = [item for item in found if value(item) is not None]
        lacking = [item for item in found if value(item) is None]
        found = sorted(having, key=value, reverse=name.startswith("-")) + lacking
    return found
