"""Give only the fields that are asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from api.faults import UnknownName

Wanted: TypeAlias = dict[str, "Wanted"]


def wanted_fields(text: str | None, record: type) -> Wanted | None:
    """Return the fields that a text like ``name,precedent.slug`` names, as a tree; None: all.

    Raises:
        UnknownName: the record has no such field.

    >>> from graph.answers import Step
    >>> wanted_fields("treatment,citing.name,citing.year", Step)
    {'treatment': {}, 'citing': {'name': {}, 'year': {}}}
    """
    names = [part.strip() for part in (text or "").split(",") if part.strip()]
    if not names:
        return None
    tree: Wanted = {}
    for name in names:
        branch, at = tree, record
        for part in name.split("."):
            known = parts(at)
            if part not in known:
                raise UnknownName("fields", name, known)
            branch, at = branch.setdefault(part, {}), known[part]
    return tree


def thinned(value: Any, wanted: Wanted) -> Any:  # noqa: ANN401 - any part of a record
    """Return a record, or each record of a list, with the wanted fields alone."""
    if not wanted:
        return value
    if isinstance(value, tuple | list):
        return [thinned(item, wanted) for item in value]
    if isinstance(value, Mapping):
        return {name: thinned(value[name], inner) for name, inner in wanted.items()}
    if is_dataclass(value):
        return {name: thinned(getattr(value, name), inner) for name, inner in wanted.items()}
    return value


@cache
def parts(record: type) -> dict[str, type]:
    """Return the fields of a record, each with the record that its values are, or ``NoneType``."""
    if not is_dataclass(record):
        return {}
    hints = get_type_hints(record)
    return {field.name: inner(hints[field.name]) for field in fields_of(record)}


def inner(hint: Any) -> type:  # noqa: ANN401 - a type hint
    """Return the record within a hint, such as ``tuple[Step, ...]``; else ``NoneType``.

    >>> inner(str | None).__name__
    'NoneType'
    """
    return next((kind for kind in _leaves(hint) if is_dataclass(kind)), NoneType)


def _leaves(hint: Any) -> Iterator[type]:  # noqa: ANN401 - a type hint
    if get_origin(hint) in (tuple, list, Union, UnionType):
        for part in get_args(hint):
            yield from _leaves(part)
    elif isinstance(hint, type):
        yield hint
