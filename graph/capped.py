"""Serialise an answer, but no more of its rows or triples than an answer may have."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Final, cast

import pyoxigraph as ox

from graph.errors import QueryRefused
from graph.spool import MOST_BYTES, Spool
from ontology.prefixes import PREFIXES

JSON: Final = ox.QueryResultsFormat.JSON
TSV: Final = ox.QueryResultsFormat.TSV
# What stands once for each row, whatever else it may stand in; CSV, like TSV, has a line for each.
BETWEEN_ROWS: Final = {JSON: b"},{", ox.QueryResultsFormat.XML: b"<result>"}
TOO_LARGE: Final = f"the answer has more than {MOST_BYTES >> 20} MB: ask for less of it"


def capped_rows(
    run: Callable[[], ox.QuerySolutions],
    form: ox.QueryResultsFormat,
    most: int,
    path: Path | None = None,
) -> tuple[Spool, bool]:
    """Write the rows of a query as a document; tell too whether there are more than ``most``.

    Nearly every answer is written once. Where there may be too many rows, the query runs again, as
    far as it goes: in TSV, where a row is a line, and its first rows are then written as wanted.

    Raises:
        QueryRefused: the document would be too large.
    """
    whole = Spool(path, mark=BETWEEN_ROWS.get(form, b"\n"))
    if _written(run(), form, whole) and whole.marks < most:
        return whole, False
    whole.close()
    lines = Spool(path and path.with_suffix(".tsv"), most_lines=most + 1)  # one names the columns
    all_rows = _written(run(), TSV, lines)
    kept = lines.close()
    if all_rows and not whole.too_large:
        return whole, False
    if all_rows or lines.too_large:
        raise QueryRefused("answer-size", TOO_LARGE)
    rows = (
        ox.parse_query_results(path=str(kept), format=TSV)
        if kept
        else ox.parse_query_results(lines.data(), format=TSV)
    )
    if not isinstance(rows, ox.QuerySolutions):
        raise TypeError("rows are no truth value")
    cut = Spool(path)
    fits = _written(rows, form, cut)
    if kept:
        kept.unlink()
    if not fits:
        raise QueryRefused("answer-size", TOO_LARGE)
    return cut, True


def _written(rows: ox.QuerySolutions, form: ox.QueryResultsFormat, spool: Spool) -> bool:
    """Write rows; tell whether all of them fitted."""
    try:
        rows.serialize(cast(IO[bytes], spool), format=form)
    except Exception:
        if not spool.full:
            raise
    return not spool.full


def capped_graph(
    triples: Iterable[ox.Triple], form: ox.RdfFormat, most: int | None, path: Path | None = None
) -> tuple[Spool, bool]:
    """Write triples as a document; tell too whether there are more than ``most`` of them.

    Raises:
        QueryRefused: the document would be too large.
    """
    first = _First(triples, most)
    spool = Spool(path)
    try:
        ox.serialize(first, cast(IO[bytes], spool), format=form, prefixes=dict(PREFIXES))
    except Exception as error:
        if not spool.full:
            raise
        raise QueryRefused("answer-size", TOO_LARGE) from error
    return spool, first.cut


class _First:
    """The first of some triples, and whether there were more."""

    def __init__(self, triples: Iterable[ox.Triple], most: int | None) -> None:
        self.cut = False
        self._triples, self._most = triples, most

    def __iter__(self) -> Iterator[ox.Triple]:
        for number, triple in enumerate(self._triples):
            if number == self._most:
                self.cut = True
                return
            yield triple
