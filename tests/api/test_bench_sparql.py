"""The measuring of ``/sparql``: what is asked, and that asking counts what was answered."""

import os
from pathlib import Path

import pytest

from api.bench.servers import OXIGRAPH, RDFLIB, Server, cpu_seconds
from api.bench.sparql import JSON, KINDS, Kind, _rows, load, questions
from graph.home import open_reader
from graph.sparql import run_query


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_questions_have_answers_of_the_size_that_is_told(filled_home: Path, kind: Kind) -> None:
    """Each over another case, in an order that chance gives and that stays the same."""
    store = open_reader(filled_home).store()
    found = questions(store, kind)

    assert len(found) == len(set(found)) > 5
    assert found == questions(store, kind)
    for query in found[:3]:
        low, high = kind.size
        assert low <= len(run_query(store, query, media_type=JSON)) <= high


def test_every_answer_is_counted_with_its_time_and_size(address: str) -> None:
    """Two processes with two connections each; a server that refuses is no measurement."""
    server = Server("ours", os.getpid(), int(address.rpartition(":")[2]), "/sparql")
    load(server, ["ASK {}"], seconds=0.5, concurrency=2)  # the first starts the processes
    found = load(server, ["ASK { ?s ?p ?o }", "ASK {}"], seconds=1, concurrency=4)

    assert found["rate"] > 1
    assert len(found["times"]) >= 4
    assert found["times"] == sorted(found["times"])
    assert 26 < found["bytes"] < 500
    with pytest.raises(ValueError, match="ours answers 400"):
        load(server, ["ASK {"], seconds=0.5, concurrency=2)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are read from /proc")
def test_processor_time_is_that_of_a_process_and_those_below() -> None:
    """It grows with work, and a process that is not there has none."""
    before = cpu_seconds(os.getpid()) or 0.0
    while (cpu_seconds(os.getpid()) or 0.0) < before + 0.03:
        sum(range(10_000))

    assert cpu_seconds(2**22 + 1) == 0


def test_a_row_holds_ratios_to_both_peers() -> None:
    """Of the median of the rounds."""
    one = {"times": [1.0, 2.0, 3.0], "bytes": 10.0, "cpu_ms": None}
    found = {
        ("one hop", "ours"): [one | {"rate": rate} for rate in (5.0, 60.0, 70.0)],
        ("one hop", OXIGRAPH): [one | {"rate": 120.0}],
        ("one hop", RDFLIB): [one | {"rate": 6.0}],
    }
    ours, oxigraph, _ = _rows(KINDS[0], 3, found)

    assert (ours["to_oxigraph"], ours["to_rdflib"]) == (0.5, 10.0)
    assert oxigraph["to_oxigraph"] == 1
    assert (ours["p50"], ours["cpu_ms"]) == (2.0, None)
