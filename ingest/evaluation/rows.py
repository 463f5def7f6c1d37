"""Annotated and predicted references as records, read from lines of JSON.

A gold line has the keys of ``GOLD_KEYS``; more keys do no harm. ``start`` and ``end`` count
characters of the text that ``doc`` names, and ``window`` is the stretch in which every reference is
annotated. A prediction needs the keys of ``PREDICTION_KEYS``; a row of ``precedent extract`` has
them all.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, get_args

from graph.errors import PrecedentError
from graph.model import ReferenceKind

Window: TypeAlias = tuple[str, int, int]
Fields: TypeAlias = Mapping[str, Any]

# A case that is only named is no citing reference to the annotators.
KINDS: Final[tuple[str, ...]] = tuple(k for k in get_args(ReferenceKind) if k != "mention")
CASE_LIKE: Final = ("full_case", "short_case", "named_short", "supra", "id")
# What points back to a case named before; only the context tells which.
SHORT_FORMS: Final = CASE_LIKE[1:]

WORDS: Final = ("signal", "part", "treatment", "confidence")
NULLABLE_WORDS: Final = ("volume", "reporter", "page", "pin", "author")
GOLD_KEYS: Final = (
    *("doc", "window", "start", "end", "kind", *NULLABLE_WORDS, "year"),
    *("parallel_to", "resolved", *WORDS, "in_footnote"),
)
PREDICTION_KEYS: Final = ("doc", "start", "end", "kind")
# What a prediction may leave out, but must give in this form.
ALWAYS: Final = ("resolved", "parallel_to")


class MalformedLine(PrecedentError):
    """A line of annotations or predictions breaks a rule; names the line and the rule."""

    def __init__(self, origin: str, number: int, rule: str) -> None:
        self.number, self.rule = number, rule
        super().__init__(f"{origin}, line {number}: {rule}")


@dataclass(frozen=True, slots=True)
class Row:
    """One reference, annotated or predicted; ``fields`` holds the line as it was read."""

    doc: str
    start: int
    end: int
    kind: str
    window: Window
    fields: Fields

    @property
    def parallel_to(self) -> int | None:
        """Return the start of the first citation of the parallel group this one belongs to."""
        given: int | None = self.fields.get("parallel_to")
        return given


def gold_rows(lines: Iterable[str], origin: str = "gold") -> list[Row]:
    """Return the annotated references of a JSONL text.

    Raises:
        MalformedLine: a line breaks a rule of the form.
    """
    rows = []
    for number, fields in _objects(lines, origin):
        if broken := _broken(fields, GOLD_KEYS):
            raise MalformedLine(origin, number, broken)
        start, end = fields["window"]
        rows.append(_row(fields, (fields["doc"], start, end)))
    if not rows:
        raise MalformedLine(origin, 1, "it must have at least one annotated reference")
    return rows


def prediction_lines(lines: Iterable[str], origin: str = "predictions") -> list[Fields]:
    """Return the predicted references of a JSONL text, as ``precedent extract`` prints them.

    Raises:
        MalformedLine: a line breaks a rule of the form.
    """
    predictions = []
    for number, fields in _objects(lines, origin):
        if broken := _broken(fields, PREDICTION_KEYS):
            raise MalformedLine(origin, number, broken)
        predictions.append(fields)
    return predictions


def inside_windows(predictions: Iterable[Fields], gold: Iterable[Row]) -> list[Row]:
    """Return the predictions whose whole span lies in an annotated window, window by window."""
    by_doc: dict[str, list[Fields]] = {}
    for fields in predictions:
        by_doc.setdefault(fields["doc"], []).append(fields)
    return [
        _row(fields, window)
        for window in sorted({row.window for row in gold})
        for fields in by_doc.get(window[0], ())
        if window[1] <= fields["start"] and fields["end"] <= window[2]
    ]


def _row(fields: Fields, window: Window) -> Row:
    return Row(fields["doc"], fields["start"], fields["end"], fields["kind"], window, fields)


def _objects(lines: Iterable[str], origin: str) -> Iterator[tuple[int, Fields]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise MalformedLine(origin, number, f"it must be one JSON object ({error})") from error
        if not isinstance(fields, dict):
            raise MalformedLine(origin, number, "it must be one JSON object")
        yield number, fields


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_window(value: object) -> bool:
    match value:
        case [start, end]:
            return _is_count(start) and _is_count(end)
    return False


def _is_pages(value: object) -> bool:
    """Tell a number as text, or as a number where the annotator's tool wrote one, or nothing."""
    return value is None or isinstance(value, str) or _is_count(value)


RULES: Final[dict[str, tuple[str, Callable[[object], bool]]]] = {
    "doc": ("a name", lambda value: isinstance(value, str) and bool(value)),
    "window": ("two offsets", _is_window),
    "start": ("an offset", _is_count),
    "end": ("an offset", _is_count),
    "kind": (f"one of {', '.join(KINDS)}", lambda value: value in KINDS),
    "year": ("a year or null", _is_pages),
    "parallel_to": ("an offset or null", lambda value: value is None or _is_count(value)),
    "resolved": ("an object or null", lambda value: value is None or isinstance(value, dict)),
    "in_footnote": ("true or false", lambda value: isinstance(value, bool)),
    "confidence": ("'sure' or 'unsure'", lambda value: value in ("sure", "unsure")),
    **dict.fromkeys(NULLABLE_WORDS, ("a text or null", _is_pages)),
    **dict.fromkeys(WORDS[:3], ("a text", lambda value: isinstance(value, str))),
}


def _broken(fields: Fields, needed: tuple[str, ...]) -> str | None:
    """Return the first rule that a line breaks."""
    for key in needed:
        if key not in fields:
            return f"it must have {key!r}"
    for key, (wanted, holds) in RULES.items():
        if (key in needed or key in ALWAYS) and key in fields and not holds(fields[key]):
            return f"{key!r} must be {wanted}, not {fields[key]!r}"
    start, end = fields["start"], fields["end"]
    if start >= end:
        return f"'start' must come before 'end', not {start} and {end}"
    if "window" in needed and not fields["window"][0] <= start < end <= fields["window"][1]:
        return f"the reference must lie within its window {fields['window']}"
    return None


def moved(rows: Iterable[Row], texts: Mapping[str, str]) -> list[Row]:
    """Return the annotated rows whose text is not what stands at their offsets."""
    return [
        row
        for row in rows
        if row.doc in texts
        and row.fields.get("text", texts[row.doc][row.start : row.end])
        != texts[row.doc][row.start : row.end]
    ]
