"""A large network is stored as texts are, asked in processes of their own, and reported."""

import csv
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest

from api.bench.scale.apart import timed
from api.bench.scale.asking import samples
from api.bench.scale.filling import PER_CASE, fill
from api.bench.scale.network import FowlerNetwork, Network, NetworkCase, SyntheticNetwork
from graph.chain import chain
from graph.iri import document_iri
from graph.lineage import lineage
from graph.model import Authority, CitingReference, DocumentRecord, Opinion, ReporterCitation
from graph.quads import quads_of
from graph.store import PrecedentStore
from graph.treatment_status import treatment_status
from ingest.corpus import quiet
from tests.api.test_bench import bench

SMALL = SyntheticNetwork(120, seed=3)


def authority(case: NetworkCase) -> Authority:
    """Return a case of a network as an opinion cites it."""
    volume, _, rest = case.citation.partition(" ")
    reporter, _, page = rest.rpartition(" ")
    citation = ReporterCitation(volume, reporter, page)
    return Authority("case", case.name, citation, year=case.year, court=case.court)


def record(network: Network, number: int, sha256: str) -> DocumentRecord:
    """Return an opinion of a network as reading its text would give it."""
    references = tuple(
        CitingReference(
            place * PER_CASE,
            place * PER_CASE + len(network.case(cite.cited).citation),
            "44444 U.S. 55555",
            "full_case",
            "majority",
            None,
            in_footnote=False,
            signal="none",
            treatment=cite.treatment,
            authority=authority(network.case(cite.cited)),
            depth="cited",
        )
        for place, cite in enumerate(network.cites(number))
    )
    return DocumentRecord(
        authority(network.case(number)),
        "opinion",
        sha256,
        "network",
        "network/1",
        opinions=(Opinion("majority"),),
        references=references,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> PrecedentStore:
    """Return the small network, stored with all evidence."""
    return fill(tmp_path_factory.mktemp("network"), SMALL, evidence=True, progress=quiet)


@pytest.mark.parametrize("number", [0, 60, 119])
def test_a_network_is_stored_as_texts_are(store: PrecedentStore, number: int) -> None:
    """The graph of a case has the quads that reading its opinion would give, and no others."""
    name = ox.NamedNode(document_iri(authority(SMALL.case(number)), "opinion"))
    stored = set(store.inner.quads_for_pattern(None, None, None, name))
    sha256 = next(iter(values(stored, "sourceSha256")))
    texts = values(stored, "citationText")
    expected = set(quads_of(record(SMALL, number, sha256)))

    assert texts == {SMALL.case(cite.cited).citation for cite in SMALL.cites(number)}
    assert without_texts(stored) == without_texts(expected)


def values(quads: set[ox.Quad], name: str) -> set[str]:
    """Return the literals of one of our properties."""
    found = {quad.object for quad in quads if quad.predicate.value.endswith(f"#{name}")}
    return {literal.value for literal in found if isinstance(literal, ox.Literal)}


def without_texts(quads: set[ox.Quad]) -> set[ox.Quad]:
    """Return quads without the words of citations."""
    return {quad for quad in quads if not quad.predicate.value.endswith("#citationText")}


def test_what_is_walked_gives_the_same_lines(store: PrecedentStore, tmp_path: Path) -> None:
    """Without evidence a network takes less room, and its answers name the same cases."""
    lean = fill(tmp_path, SMALL, evidence=False, progress=quiet)
    asked = samples(SMALL, 20, seed=5)

    assert len(lean) < len(store) / 2
    for pair in asked["chain"]:
        full, bare = (chain(one, *pair) for one in (store, lean))
        assert [[c.iri for c in line.cases] for line in full.chains] == [
            [c.iri for c in line.cases] for line in bare.chains
        ]
    for (key,) in asked["lineage"]:
        assert lineage(lean, key).treatments == lineage(store, key).treatments


def test_the_merge_alone_is_what_answers_read(store: PrecedentStore, tmp_path: Path) -> None:
    """Without the graphs of opinions there is a third of the room, and answers stay the same."""
    merge = fill(tmp_path, SMALL, evidence=True, graphs=False, progress=quiet)
    asked = samples(SMALL, 20, seed=5)

    assert (len(merge), len(merge.inner)) == (0, len(list(default(store))))
    assert set(default(merge)) == set(default(store))
    for kind, answer in (("chain", chain), ("lineage", lineage), ("status", treatment_status)):
        for keys in asked[kind]:
            assert answer(merge, *keys) == answer(store, *keys)


def default(store: PrecedentStore) -> Iterator[ox.Quad]:
    """Yield what the merge of a store says, without the stamps of graphs."""
    every = store.inner.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return (quad for quad in every if not quad.predicate.value.endswith("#contentSha256"))


def test_most_chains_that_are_asked_have_a_line(store: PrecedentStore) -> None:
    """Nine of ten pairs come from a walk along citations; the sample is the same each time."""
    asked = samples(SMALL, 20, seed=5)
    lines = [chain(store, *pair).chains for pair in asked["chain"]]

    assert asked == samples(SMALL, 20, seed=5)
    assert sum(map(bool, lines)) >= 18


def test_fowlers_network_is_read_as_it_is(tmp_path: Path) -> None:
    """Citing stands before cited; a case has its parties, its year, its place in the reports."""
    with (tmp_path / "fowler_judicial.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerows([("caseid", "usid", "parties", "year"), (1, "505US144", "New York", 1992)])
        rows.writerow((2, "521US898", "Printz", ""))
    (tmp_path / "fowler_allcites.txt").write_text("2 1\n")
    network = FowlerNetwork(tmp_path)

    assert network.size == 2
    assert network.case(0) == NetworkCase("us/505/144", "New York", "505 U.S. 144", 1992, "scotus")
    assert network.case(1).year is None
    assert [[cite.cited for cite in network.cites(number)] for number in (0, 1)] == [[], [0]]


def sleeper(length: float) -> Callable[[Sequence[str]], object]:
    """Return what takes so many seconds to answer."""
    return lambda _: time.sleep(length)


def test_questions_are_timed_until_time_runs_out() -> None:
    """What did not come in time is not counted, and the report says so."""
    quick = timed(sleeper, (0.01,), [("a",)] * 3, seconds=60)
    slow = timed(sleeper, (60.0,), [("a",)] * 3, seconds=4)

    assert (quick.asked, quick.stopped) == (3, False)
    assert 10 <= quick.p50 <= quick.p95 <= quick.worst
    assert quick.peak_megabytes > 1
    assert (slow.asked, slow.stopped) == (0, True)


@pytest.mark.slow
def test_a_drawn_network_is_measured(tmp_path: Path) -> None:
    """The command tells sizes, the load of the machine, and four kinds of questions."""
    asked = ("answers", "--synthetic", "120", "--sample", "10", "--no-peers")
    done = bench(tmp_path, *asked, "--json", "--keep", str(tmp_path / "kept"))
    told = json.loads(done.stdout)
    again = bench(tmp_path, *asked, "--keep", str(tmp_path / "kept"))

    assert [row["question"] for row in told["rows"]] == ["chain", "lineage", "progeny", "status"]
    assert all(row["timing"]["asked"] == 10 for row in told["rows"])
    assert (told["cases"], told["built_in"] > 0) == (120, True)
    assert "built in" not in again.stdout
    assert "load average" in again.stdout
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["synthetic-network-of-120-cases"]  # fmt: skip
