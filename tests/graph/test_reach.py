"""Answers read what lies around the question, equal those of the whole graph, and say when not."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import between, reach
from graph.chain import chain
from graph.iri import authority_iri, document_iri
from graph.lineage import lineage, progeny
from graph.model import DocumentRecord, OpinionType, Treatment
from graph.projection import edges_from
from graph.quads import quads_of
from graph.step_filter import group_pairs
from graph.store import PrecedentStore
from graph.strength import kind, strength
from tests.graph.conftest import case, reference

CASES = [case(500, page, f"Case {page}", 1990 + page) for page in range(1, 8)]
FIRST, LAST = CASES[0], CASES[-1]
Cites = tuple[int, int, Treatment, OpinionType]
CITES = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.integers(0, 6),
        st.sampled_from(("follows", "distinguishes", "mentions", "history")),
        st.sampled_from(("majority", "dissent")),
    ),
    max_size=30,
)


class Watched(PrecedentStore):
    """A store in memory that counts what is asked of it and how much it tells."""

    queries = told = 0

    def select(self, sparql: str) -> list[dict[str, str]]:
        """Count a query and its rows."""
        found = super().select(sparql)
        self.queries, self.told = self.queries + 1, self.told + len(found)
        return found

    def rows(self, sparql: str) -> Iterator[tuple[str, ...]]:
        """Count a query and its rows."""
        found = list(super().rows(sparql))
        self.queries, self.told = self.queries + 1, self.told + len(found)
        return iter(found)


def filled(cites: Iterable[Cites], others: Iterable[DocumentRecord] = ()) -> Watched:
    """Return a store in which cases, by their number, cite one another so."""
    made: dict[int, list[Cites]] = {number: [] for number in range(len(CASES))}
    for cite in cites:
        made[cite[0]].append(cite)
    store = Watched.memory()
    for record in [*(opinion(number, found) for number, found in made.items()), *others]:
        name = ox.NamedNode(document_iri(record.case, record.kind))
        quads = [q for quad in quads_of(record) for q in (quad, merged(quad))]
        store.inner.extend([*quads, ox.Quad(name, name, name)])
    return store


def merged(quad: ox.Quad) -> ox.Quad:
    """Return a quad as the merge of all graphs has it."""
    return ox.Quad(quad.subject, quad.predicate, quad.object, ox.DefaultGraph())


def opinion(number: int, cites: list[Cites]) -> DocumentRecord:
    """Return the opinion of a case, with one reference for each time that it cites."""
    references = (
        reference(10 * at, CASES[cited], treatment, part)
        for at, (_, cited, treatment, part) in enumerate(cites)
    )
    return DocumentRecord(
        CASES[number], "opinion", f"{number:064}", "text", "test/1", references=tuple(references)
    )


def crowd(number: int) -> list[DocumentRecord]:
    """Return as many further cases, each of which cites the first case and the one before it."""
    many = [case(600, page, f"Other {page}", 1995) for page in range(number)]
    return [
        DocumentRecord(
            one, "opinion", f"a{at:063x}", "text", "test/1",
            references=(reference(10, FIRST), reference(20, many[at - 1])),
        )
        for at, one in enumerate(many)
    ]  # fmt: skip


def lines_of_the_whole_graph(store: PrecedentStore, hops: int) -> list[list[str]]:
    """Return every line from the first case to the last, read from the whole graph and ranked."""
    pairs = group_pairs(edges_from(store, map(authority_iri, CASES)))
    network: nx.DiGraph[object] = nx.DiGraph((cited, citing) for citing, cited in pairs)
    ends = authority_iri(FIRST), authority_iri(LAST)
    if not all(end in network for end in ends):
        return []

    def rank(path: list[str]) -> tuple[int, int, int, list[str]]:
        ranks = [strength(pairs[citing, cited]) for cited, citing in pairwise(path)]
        return (-min(map(kind, ranks)), -len(path), -sum(ranks), path)

    paths = nx.all_simple_paths(network, *ends, cutoff=hops)
    return sorted(([str(iri) for iri in path] for path in paths), key=rank)


@settings(max_examples=60, deadline=None)
@given(CITES, st.integers(1, 6))
def test_a_chain_is_that_of_the_whole_graph(cites: list[Cites], hops: int) -> None:
    """Reading from both ends finds the same lines as reading all there is, in the same order."""
    store = filled(cites)
    answer = chain(store, FIRST.name or "", LAST.name or "", max_hops=hops, limit=4)
    expected = lines_of_the_whole_graph(store, hops)

    assert [[c.iri for c in line.cases] for line in answer.chains] == expected[:4]
    assert answer.truncated == (len(expected) > 4)
    assert not answer.partial


@settings(max_examples=40, deadline=None)
@given(CITES, st.integers(1, 4))
def test_a_lineage_is_that_of_the_whole_graph(cites: list[Cites], hops: int) -> None:
    """The ties are those of every case fewer steps away than asked for."""
    store = filled(cites)
    last = authority_iri(LAST)
    pairs = group_pairs(edges_from(store, map(authority_iri, CASES)))
    network: nx.DiGraph[str] = nx.DiGraph([*pairs, (last, last)])
    near = nx.single_source_shortest_path_length(network, last, hops - 1)
    answer = lineage(store, "us/500/7", max_hops=hops)

    assert {(s.citing.iri, s.cited.iri) for s in answer.steps} == {p for p in pairs if p[0] in near}
    assert answer.total == len(answer.steps)


@pytest.fixture
def line() -> list[Cites]:
    """Return a line through all cases."""
    return [(number, number - 1, "follows", "majority") for number in range(1, 7)]


def test_what_a_chain_reads_does_not_grow_with_the_graph(line: list[Cites]) -> None:
    """A thousand cases that cite the earlier one, and one another, are neither asked for nor read."""
    small, large = filled(line, crowd(50)), filled(line, crowd(1000))
    answers = [chain(store, "us/500/1", "us/500/7", max_hops=6) for store in (small, large)]

    assert answers[0] == answers[1]
    assert [len(c.cases) for c in answers[0].chains] == [7]
    assert (small.queries, small.told) == (large.queries, large.told)


def test_what_a_lineage_reads_does_not_grow_with_the_graph(line: list[Cites]) -> None:
    """Cases that cite what the case cites are none of its lineage."""
    small, large = filled(line, crowd(50)), filled(line, crowd(1000))
    answers = [lineage(store, "us/500/7", max_hops=3) for store in (small, large)]

    assert answers[0] == answers[1]
    assert (small.queries, small.told) == (large.queries, large.told)


def test_an_answer_that_could_not_read_all_says_so(
    line: list[Cites], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is more than a mention is read first; counts are then the least there are."""
    monkeypatch.setattr(reach, "MOST_READ", 100)
    mentions: list[Cites] = [(1, 0, "mentions", "majority")] * 150
    answer = progeny(filled([*mentions, *line], crowd(40)), "us/500/1", max_hops=1)

    assert (answer.partial, answer.truncated) == (True, True)
    assert answer.total == 41
    assert {step.treatment for step in answer.steps} == {"follows"}


@pytest.mark.parametrize("most", ["MOST_WALKED", "MOST_WEIGHED"])
def test_a_chain_that_could_not_read_all_says_so(
    line: list[Cites], monkeypatch: pytest.MonkeyPatch, most: str
) -> None:
    """Lines may be missing, so no answer looks complete."""
    monkeypatch.setattr(between, most, 3)
    answer = chain(filled(line), "us/500/1", "us/500/7", max_hops=6)

    assert answer.chains == ()
    assert (answer.partial, answer.truncated) == (True, True)
