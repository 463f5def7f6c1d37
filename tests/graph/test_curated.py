"""Curated facts load whole, conform to the shapes, and refuse what is not known."""

from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from pyshacl import validate
from rdflib import RDF, BNode, Graph, URIRef

from graph import curated
from graph.curated import curated_graph, known_cases, known_parallels
from graph.errors import CuratedFactError
from graph.iri import BASE
from ontology.loading import load_shapes
from ontology.namespace import AC


@pytest.fixture(scope="module")
def graph(facts: Graph) -> Graph:
    """Return the curated facts, loaded once."""
    return facts


def test_no_fact_hangs_on_a_blank_node(graph: Graph) -> None:
    """Every thing has an IRI, so that graphs can be compared line by line."""
    assert len(graph) > 5000
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)


def test_the_facts_conform_to_the_shapes(graph: Graph) -> None:
    """SHACL finds nothing to complain about."""
    conforms, _, report = validate(graph, shacl_graph=load_shapes())

    assert conforms, report


def test_a_decision_has_its_elements_sources_and_doubts(graph: Graph) -> None:
    """Printz states doctrine elements, from named sources, with the date of checking."""
    printz = URIRef(BASE + "id/case/us/521/898")

    assert len(set(graph.objects(printz, AC.states))) >= 10
    assert str(graph.value(printz, AC.asOf)) == "2026-11-22"
    assert str(graph.value(printz, AC.slug)) == "printz-v-united-states"


def test_laws_are_of_many_topics_places_and_kinds(graph: Graph) -> None:
    """Red and blue states, old and new, statutes and compacts."""
    laws = set(graph.subjects(AC.jurisdiction))

    assert len(laws) >= 100
    assert len(set(graph.objects(None, AC.topic))) >= 15
    assert len({graph.value(law, AC.jurisdiction) for law in laws}) >= 30
    assert len({graph.value(law, RDF.type) for law in laws}) >= 6


def test_dates_are_typed_by_what_is_known(graph: Graph) -> None:
    """A day, a month or a year; none is filled up with guesses."""
    kinds = {str(date.datatype).rpartition("#")[2] for date in graph.objects(None, AC.enacted)}  # type: ignore[attr-defined]

    assert kinds == {"date", "gYearMonth", "gYear"}


def test_a_parallel_citation_leads_to_the_official_one() -> None:
    """117 S. Ct. 2365 is Printz, and 117 S. Ct. 1590 is a case that Printz cites unpaginated."""
    known = known_parallels()

    assert str(known["sct/117/2365"]) == "521 U.S. 898"
    assert str(known["sct/117/1590"]) == "520 U.S. 564"


BAD = [
    pytest.param("cases", {"role": "sage"}, "'sage' is no role", id="concept"),
    pytest.param("cases", {"elements": ["no-such-element"]}, "no-such-element", id="element"),
    pytest.param("cases", {"colour": "red"}, "'colour' is no property", id="property"),
    pytest.param("cases", {"as_of": "last week"}, "'last week' is no ISO 8601 date", id="date"),
    pytest.param(
        "laws",
        {"relies_on": [{"on": "nobody-v-nothing", "evidence": "1", "source": "x"}]},
        "nobody-v-nothing",
        id="case",
    ),
    pytest.param("laws", {"jurisdiction": "us-zz"}, "us-zz", id="jurisdiction"),
]


@pytest.mark.parametrize(("kind", "change", "said"), BAD)
def test_a_record_that_names_what_is_not_known_is_refused(
    monkeypatch: pytest.MonkeyPatch, kind: str, change: dict[str, object], said: str
) -> None:
    """The error names the record's value; nothing is loaded in part."""
    records = {name: list(curated._records(name)) for name in curated.PLACES}
    records[kind][0] = records[kind][0] | change
    monkeypatch.setattr(curated, "_records", lambda name: iter(records[name]))

    with pytest.raises(CuratedFactError, match=said):
        curated_graph()


def test_two_records_with_one_id_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy left behind does not silently merge with its original."""
    records = {name: list(curated._records(name)) for name in curated.PLACES}
    records["laws"].append(records["laws"][0])
    monkeypatch.setattr(curated, "_records", lambda name: iter(records[name]))

    with pytest.raises(CuratedFactError, match="two records have this id"):
        curated_graph()


def test_every_file_of_facts_is_read() -> None:
    """No YAML file lies unread beside the others."""
    folder = Path(str(files("graph") / "facts"))
    written = {
        record["id"]
        for path in folder.rglob("*.yaml")
        if path.name != "parallels.yaml"
        for record in yaml.safe_load(path.read_text(encoding="utf-8"))
    }
    read = {record["id"] for kind in curated.PLACES for record in curated._records(kind)}

    assert written == read


def test_a_neighbouring_case_is_recorded_and_is_no_precedent_of_the_doctrine(graph: Graph) -> None:
    """Lopez has a record; that a law and Lopez stand in one passage says nothing of reliance."""
    lopez, printz = f"{BASE}id/case/us/514/549", f"{BASE}id/case/us/521/898"

    assert graph.value(URIRef(lopez), AC.holding)
    assert printz in known_cases()
    assert lopez not in known_cases()
    assert len(known_cases()) >= 140
