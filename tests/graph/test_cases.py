"""A case is found by any of its names, and never chosen among several."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from graph.cases import case_detail, find_case, search_cases
from graph.errors import AmbiguousCase, UnknownCase
from graph.iri import BASE, document_iri
from graph.model import Authority, DocumentRecord, ReporterCitation
from graph.quads import quads_of
from graph.store import PrecedentStore


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("521 U.S. 898", id="citation"),
        pytest.param("521 U. S. 898", id="spaced citation"),
        pytest.param("Printz v. United States, 521 U.S. 898 (1997)", id="Bluebook"),
        pytest.param("us/521/898", id="path"),
        pytest.param(f"{BASE}id/case/us/521/898", id="IRI"),
        pytest.param("Printz v. United States", id="name"),
        pytest.param("printz", id="word of the name"),
        pytest.param("  Printz ", id="with blanks"),
    ],
)
def test_a_case_has_many_names(store: PrecedentStore, key: str) -> None:
    """Each way of writing it finds the same case."""
    assert find_case(store, key).citation == "521 U.S. 898"


@pytest.mark.parametrize(
    "key", ["", "Prin tz", "rintz", "1 U.S. 1", "us/1/1", 'a"b', "<x>", f"{BASE}id/case/ x"]
)
def test_what_names_no_case_is_unknown(store: PrecedentStore, key: str) -> None:
    """Parts of words, absent citations and broken IRIs find nothing and break nothing."""
    with pytest.raises(UnknownCase):
        find_case(store, key)


def test_a_shared_name_is_ambiguous(store: PrecedentStore) -> None:
    """Two decisions called New York v. United States are both listed, by year."""
    with pytest.raises(AmbiguousCase) as caught:
        find_case(store, "New York v. United States")

    assert [case.year for case in caught.value.candidates] == [1946, 1992]


def test_a_judgment_below_gives_way_to_the_decision_above_it(
    records: list[DocumentRecord],
) -> None:
    """Both bear the name; the one whose text was read is the Supreme Court's only one."""
    below = replace(
        records[1].references[1],
        start=90,
        end=95,
        authority=Authority(
            "case", "Printz v. United States", ReporterCitation("66", "F.3d", "1025"), year=1995
        ),
        treatment="history",
    )
    murphy = replace(records[1], references=(*records[1].references, below))
    store = PrecedentStore.memory()
    for record in (records[0], murphy):
        graph = ox.NamedNode(document_iri(record.case, record.kind))
        store.replace(graph, quads_of(record))

    assert find_case(store, "Printz v. United States").citation == "521 U.S. 898"
    assert search_cases(store, "Printz v. United States").total == 2


def test_search_lists_all_that_fit(store: PrecedentStore) -> None:
    """Search does not mind several answers, and pages through them."""
    assert search_cases(store, "new york").total == 2
    assert [case.year for case in search_cases(store, "new york", limit=1, offset=1).items] == [
        1992
    ]
    assert search_cases(store, "nobody v. nothing").total == 0


def test_detail_counts_what_stands_around_a_case(store: PrecedentStore) -> None:
    """Cases cited, cases citing, references unresolved, and the kinds of text read."""
    detail = case_detail(store, "521 U.S. 898")

    assert (detail.cites, detail.cited_by, detail.unresolved) == (3, 1, 1)
    assert detail.documents == ("opinion",)
    assert [(o.type, o.author) for o in detail.opinions] == [
        ("majority", "Scalia"),
        ("dissent", "Stevens"),
    ]
