"""An answer has at most so many rows, in every format, and tells whether that is all."""

import csv
import io

import pyoxigraph as ox
import pytest

from graph.sparql import GRAPHS, ROWS, answer_query
from graph.store import PrecedentStore

VALUES = "VALUES ?x { 'a\nb' '},{' '<result>' 4 UNDEF }"
QUERY = f"SELECT ?x ?y {{ {VALUES.replace(chr(10), chr(92) + 'n')} }}"


@pytest.mark.parametrize("media_type", ROWS)
@pytest.mark.parametrize("most", [0, 1, 3, 4, 5, 9])
def test_rows_are_cut_after_the_cap(media_type: str, most: int) -> None:
    """The first rows are whole, whatever signs stand in them."""
    answer = answer_query(PrecedentStore.memory(), QUERY, media_type=media_type, most=most)
    if media_type == "text/csv":
        found = len(list(csv.reader(io.StringIO(answer.data.decode())))) - 1
    else:
        rows = ox.parse_query_results(answer.data, format=ROWS[media_type])
        assert isinstance(rows, ox.QuerySolutions)
        found = len(list(rows))

    assert found == min(most, 5)
    assert answer.truncated == (most < 5)


@pytest.mark.parametrize("media_type", GRAPHS)
def test_graphs_are_cut_after_the_cap(store: PrecedentStore, media_type: str) -> None:
    """And are documents of their format still."""
    query = "CONSTRUCT WHERE { ?s ac:year ?o }"
    cut = answer_query(store, query, media_type=media_type, most=2)
    whole = answer_query(store, query, media_type=media_type, most=100)

    assert cut.truncated
    assert not whole.truncated
    assert len(list(ox.parse(cut.data, format=GRAPHS[media_type]))) == 2
