"""Read a YAML file of facts as a person writes it, and tell on which line each thing stands.

Plain YAML 1.1 reads ``on`` as true and 2026-05-01 as a date object. Here words are words: only
``true`` and ``false`` are truth values, and a date is its text, with or without quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import yaml

from graph.errors import CuratedFactError

Record: TypeAlias = dict[str, Any]
Path: TypeAlias = tuple[str | int, ...]

# The loader in C reads the same language ten times as fast; a build of PyYAML may lack it.
BASE: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOT_RESOLVED: Final = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
DEFAULTS: Final[dict[str, Record]] = {
    "laws": {"record_kind": "law", "verified": False},
    "cases": {"verified": False},
}
TRUTH: Final = re.compile("true|false")


class FactLoader(BASE):  # type: ignore[misc, valid-type]
    """A safe loader for which dates, yes, no and on are text."""


FactLoader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag not in NOT_RESOLVED]
    for sign, resolvers in BASE.yaml_implicit_resolvers.items()
}
FactLoader.add_implicit_resolver("tag:yaml.org,2002:bool", TRUTH, ["t", "f"])


def completed(kind: str, record: Record) -> Record:
    """Return a record with what it is unless it says otherwise: a law, that nobody has verified.

    >>> completed("laws", {"id": "us-ut/1", "verified": True})
    {'record_kind': 'law', 'verified': True, 'id': 'us-ut/1'}
    """
    return DEFAULTS.get(kind, {}) | record


def read_records(name: str, text: str) -> list[Record]:
    """Return the records of a file; every one is a mapping with an id.

    >>> read_records("laws.yaml", "- {id: us-ut/1, enacted: 2026-03-04, on: true}")
    [{'id': 'us-ut/1', 'enacted': '2026-03-04', 'on': True}]

    Raises:
        CuratedFactError: the text is not YAML or no list of records.
    """
    try:
        data = yaml.load(text, FactLoader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise CuratedFactError(f"{name} is not YAML: {error}") from error
    if not isinstance(data, list) or not all(isinstance(r, dict) and "id" in r for r in data):
        raise CuratedFactError(f"{name}: every record is a mapping with an id")
    return data


@dataclass(frozen=True, slots=True)
class Outline:
    """Where each record, key and item of a file stands; lines count from 1.

    ``repeated`` are keys that their mapping has already, of which YAML keeps the last; ``aliased``
    are the lines of things that the file gives a second time by an alias (``*name``).
    """

    lines: dict[Path, int]
    repeated: tuple[Path, ...] = ()
    aliased: tuple[int, ...] = ()


def outline(text: str) -> Outline:
    r"""Return the outline of a YAML text.

    >>> outline("- id: a\n  topics:\n  - firearms\n").lines[0, "topics", 0]
    3
    >>> outline("- id: a\n  slug: b\n  slug: c\n").repeated
    ((0, 'slug'),)
    """
    lines: dict[Path, int] = {}
    repeated, aliased = [], []
    seen: set[int] = set()
    root = yaml.compose(text, FactLoader)
    waiting: list[tuple[Path, yaml.Node]] = [((), root)] if root else []
    while waiting:
        path, node = waiting.pop()
        if id(node) in seen:
            aliased.append(node.start_mark.line + 1)
            continue
        seen.add(id(node))
        for step, mark, value in _parts(node):
            place = (*path, step)
            if place in lines:
                repeated.append(place)
            lines[place] = mark.line + 1
            waiting.append((place, value))
    return Outline(lines, tuple(repeated), tuple(sorted(aliased)))


def _parts(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Mark, yaml.Node]]:
    if isinstance(node, yaml.SequenceNode):
        yield from ((number, item.start_mark, item) for number, item in enumerate(node.value))
    elif isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), key.start_mark, value) for key, value in node.value)
