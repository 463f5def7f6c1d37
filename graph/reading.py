"""Read a YAML file of facts as a person writes it, and tell on which line each thing stands.

Plain YAML 1.1 reads ``on`` as true and 2026-05-01 as a date object. Here words are words: only
``true`` and ``false`` are truth values, and a date is its text, with or without quotes.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import yaml

from graph.errors import CuratedFactError

Record: TypeAlias = dict[str, Any]
Path: TypeAlias = tuple[str | int, ...]

# The loader in C reads the same language ten times as fast; a build of PyYAML may lack it.
BASE: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOT_RESOLVED: Final = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
TRUTH: Final = re.compile("true|false")


class FactLoader(BASE):  # type: ignore[misc, valid-type]
    """A safe loader for which dates, yes, no and on are text."""


FactLoader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag not in NOT_RESOLVED]
    for sign, resolvers in BASE.yaml_implicit_resolvers.items()
}
FactLoader.add_implicit_resolver("tag:yaml.org,2002:bool", TRUTH, ["t", "f"])


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


def lines_of(text: str) -> dict[Path, int]:
    r"""Return the line (from 1) of every record, key and item of a file, by its path.

    >>> lines_of("- id: a\n  topics:\n  - firearms\n")[0, "topics", 0]
    3
    """
    root = yaml.compose(text, FactLoader)
    return dict(_lines(root, ())) if root else {}


def repeated_keys(text: str) -> list[tuple[Path, int]]:
    r"""Return the path and line of each key that its mapping has already; YAML keeps the last.

    >>> repeated_keys("- id: a\n  slug: b\n  slug: c\n")
    [((0, 'slug'), 3)]
    """
    root = yaml.compose(text, FactLoader)
    seen: set[Path] = set()
    again = []
    for path, line in _lines(root, ()) if root else ():
        if path in seen:
            again.append((path, line))
        seen.add(path)
    return again


def _lines(node: yaml.Node, path: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield (*path, number), item.start_mark.line + 1
            yield from _lines(item, (*path, number))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), key.start_mark.line + 1
            yield from _lines(value, (*path, key.value))
