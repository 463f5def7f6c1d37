"""An answer as a table in CSV (RFC 4180): its columns follow from the type of its rows alone."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from api.answers.answer import Answer
from api.fields import Wanted, inner
from api.wording import brief

Path: TypeAlias = tuple[str, ...]

WITHIN = 2  # records within records that get columns of their own; deeper ones are named


def csv_of(answer: Answer, wanted: Wanted | None = None) -> str:
    """Return the rows of an answer, each with the day and the dataset that it is of.

    A record within a row has its fields as columns (``case.name``); several values share a cell,
    parted by semicolons, and records among them are told in a few words.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    every = paths(answer.row) if is_dataclass(answer.row) else _named(answer)
    columns = [path for path in every if wanted is None or _within(path, wanted)]
    writer.writerow([*map(".".join, columns), "answered_as_of", "answered_from"])
    source = (answer.body["as_of"], answer.body["dataset"])
    writer.writerows([*(_cell(row, path) for path in columns), *source] for row in answer.rows)
    return text.getvalue()


def _named(answer: Answer) -> tuple[Path, ...]:
    """Return the columns of an answer whose rows are mappings, which names them itself."""
    return tuple((name,) for name in answer.body["columns"])


@cache
def paths(record: type, depth: int = WITHIN) -> tuple[Path, ...]:
    """Return the columns of a record.

    >>> from graph.answers import LawSummary
    >>> [".".join(path) for path in paths(LawSummary)][:3]
    ['iri', 'title', 'slug']
    """
    return tuple(_columns(record, depth))


def _columns(record: type, depth: int) -> Iterator[Path]:
    hints = get_type_hints(record)
    for field in fields(record):
        within = _alone(hints[field.name])
        if within is not None and depth:
            yield from ((field.name, *path) for path in paths(within, depth - 1))
        else:
            yield (field.name,)


def _alone(hint: Any) -> type | None:  # noqa: ANN401 - a type hint
    """Return the record that a hint promises one of at most, or None."""
    if get_origin(hint) in (Union, UnionType):
        parts = [part for part in get_args(hint) if part is not type(None)]
        return _alone(parts[0]) if len(parts) == 1 else None
    found = inner(hint)
    return found if is_dataclass(found) and hint is found else None


def _within(path: Path, wanted: Wanted) -> bool:
    """Tell whether a column belongs to the wanted fields: ``case.name`` belongs to ``case``."""
    branch = wanted
    for part in path:
        if part not in branch:
            return False
        branch = branch[part]
        if not branch:
            return True
    return True


def _cell(row: Any, path: Path) -> str:  # noqa: ANN401 - any record
    value = row
    for part in path:
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
    return brief(value)
