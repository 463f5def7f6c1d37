"""How many fields of a reference are read exactly: spans, pins, years, signals, parts, authors."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.evaluation.intervals import Share, share
from ingest.evaluation.keys import author_key, cite_key, compact, first_page, pin_key
from ingest.evaluation.match import Matching
from ingest.evaluation.rows import CASE_LIKE, Row


@dataclass(frozen=True, slots=True)
class Field:
    """A question asked of references: which field must be on offer, of which rows, and the answer.

    A prediction is right when its answer is the annotated one. ``constant`` tells the answers apart
    where saying always the same might do well.
    """

    offered_as: str
    answer: Callable[[Row], Hashable]
    asked_of: Callable[[Row], bool] = lambda row: True
    constant: Callable[[Row], Hashable] | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Right answers of the rows found, and of all rows, a row missed being wrong.

    Both are None where no prediction has the field; ``constant`` is what one answer would score.
    """

    n_gold: int
    of_found: Share | None
    of_all: Share | None
    constant: float | None = None


def _field(name: str, key: Callable[[object], Hashable]) -> Callable[[Row], Hashable]:
    return lambda row: key(row.fields.get(name))


def _is_full(row: Row) -> bool:
    return row.kind == "full_case"


def _signal(value: object) -> str:
    return compact(value or "none")


def _in_parallel(row: Row) -> str:
    return str(row.parallel_to)


FIELDS: Final[dict[str, Field]] = {
    "span exact": Field("start", lambda row: (row.start, row.end)),
    "volume": Field("volume", lambda row: cite_key(row.fields)[0], _is_full),
    "reporter": Field("reporter", lambda row: cite_key(row.fields)[1], _is_full),
    "page": Field("page", lambda row: cite_key(row.fields)[2], _is_full),
    "volume, reporter and page": Field("page", lambda row: cite_key(row.fields), _is_full),
    "pin": Field("pin", _field("pin", pin_key)),
    "pin, where printed": Field(
        "pin", _field("pin", pin_key), lambda row: bool(row.fields.get("pin"))
    ),
    "first page of the pin": Field(
        "pin", _field("pin", first_page), lambda row: first_page(row.fields.get("pin")) is not None
    ),
    "year": Field("year", _field("year", compact)),
    "year, where printed": Field(
        "year", _field("year", compact), lambda row: bool(row.fields.get("year"))
    ),
    "parallel grouping": Field(
        "parallel_to",
        _in_parallel,
        lambda row: row.kind in CASE_LIKE[:2],
        constant=lambda row: not row.parallel_to,
    ),
    "true parallel members": Field(
        "parallel_to", _in_parallel, lambda row: row.parallel_to is not None
    ),
    "signal": Field("signal", _field("signal", _signal), constant=lambda r: r.fields["signal"]),
    "signal, where given": Field(
        "signal",
        _field("signal", _signal),
        lambda row: bool(row.fields["signal"] != "none"),
        constant=lambda row: row.fields["signal"],
    ),
    "part": Field("part", _field("part", compact), constant=lambda row: row.fields["part"]),
    "author": Field("author", _field("author", author_key), constant=lambda r: r.fields["author"]),
    "in_footnote": Field(
        "in_footnote", _field("in_footnote", bool), constant=lambda row: row.fields["in_footnote"]
    ),
}


def agreement(
    matching: Matching, rows: Sequence[int], offered: frozenset[str]
) -> dict[str, Agreement]:
    """Return the agreement on every field, over the annotated rows with these indices."""
    return {name: _agreement(matching, rows, field, offered) for name, field in FIELDS.items()}


def _agreement(
    matching: Matching, rows: Sequence[int], field: Field, offered: frozenset[str]
) -> Agreement:
    asked = [g for g in rows if field.asked_of(matching.gold[g])]
    constant = None
    if field.constant:
        answers = Counter(field.constant(matching.gold[g]) for g in asked)
        constant = max(answers.values(), default=0) / (len(asked) or 1)
    if field.offered_as not in offered:
        return Agreement(len(asked), None, None, constant)
    answered = [(matching.gold[g], row) for g in asked if (row := matching.answer(g))]
    right = sum(field.answer(wanted) == field.answer(given) for wanted, given in answered)
    return Agreement(len(asked), share(right, len(answered)), share(right, len(asked)), constant)
