"""Serialise the rows of a query, but no more of them than an answer may have."""

from collections.abc import Callable
from typing import IO, Final, cast

import pyoxigraph as ox

JSON: Final = ox.QueryResultsFormat.JSON
TSV: Final = ox.QueryResultsFormat.TSV
# What stands once for each row, whatever else it may stand in; CSV, like TSV, has a line for each.
BETWEEN_ROWS: Final = {JSON: b"},{", ox.QueryResultsFormat.XML: b"<result>"}
MOST_BYTES: Final = 64 << 20


class _Full(Exception):
    """As much was written as may be."""


class _Writer:
    """Takes what is written up to a number of bytes and of lines."""

    def __init__(self, most_bytes: int, most_lines: int | None = None) -> None:
        self.parts: list[bytes] = []
        self.full = False
        self._bytes, self._lines = most_bytes, most_lines

    def write(self, data: bytes) -> int:
        """Take a part, and stop the writing where it is enough."""
        self.parts.append(bytes(data))
        self._bytes -= len(data)
        if self._lines is not None:
            self._lines -= data.count(b"\n")
        if self._bytes < 0 or (self._lines is not None and self._lines < 0):
            self.full = True
            raise _Full
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is written is here already."""


def capped_rows(
    run: Callable[[], ox.QuerySolutions], form: ox.QueryResultsFormat, most: int
) -> tuple[bytes, bool]:
    """Return the rows of a query as a document, and whether there are more than ``most`` of them.

    Nearly every answer is written once. Where there may be too many rows, the query runs again, as
    far as it goes: in TSV, where a row is a line, and its first rows are then written as wanted.
    """
    whole = _written(run(), form, _Writer(MOST_BYTES))
    if whole is not None and whole.count(BETWEEN_ROWS.get(form, b"\n")) <= most:
        return whole, False
    writer = _Writer(MOST_BYTES, most + 1)  # a line for the names of the columns
    if _written(run(), TSV, writer) is not None:
        rows = b"".join(writer.parts)
        if rows.count(b"\n") <= most + 1 and whole is not None:
            return whole, False
    lines = b"".join(writer.parts).split(b"\n")[:-1][: most + 1]
    first = ox.parse_query_results(b"\n".join(lines) + b"\n", format=TSV)
    if not isinstance(first, ox.QuerySolutions):
        raise TypeError("rows are no truth value")
    return first.serialize(format=form) or b"", True


def _written(rows: ox.QuerySolutions, form: ox.QueryResultsFormat, writer: _Writer) -> bytes | None:
    """Return all that was written, or None if there was too much of it."""
    try:
        rows.serialize(cast(IO[bytes], writer), format=form)
    except Exception:
        if not writer.full:
            raise
        return None
    return b"".join(writer.parts)
