"""A graph is replaced whole or not at all, and readers see only what was published."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import DamagedStore, HomeNotWritable, NotBuilt, StoreLocked
from graph.home import current_snapshot, open_reader, writing
from graph.store import PrecedentStore

GRAPH = ox.NamedNode("urn:graph:one")
PREDICATE = ox.NamedNode("urn:p")


def quads(count: int, *, graph: ox.NamedNode = GRAPH, word: str = "value") -> list[ox.Quad]:
    """Return some quads of one graph."""
    return [
        ox.Quad(ox.NamedNode(f"urn:s{n}"), PREDICATE, ox.Literal(f"{word} {n}"), graph)
        for n in range(count)
    ]


def test_replacing_with_the_same_quads_changes_nothing() -> None:
    """The second write is not a write, and the dataset's hash stays."""
    store = PrecedentStore.memory()
    first = store.replace(GRAPH, quads(3))
    before = store.dataset_hash()
    second = store.replace(GRAPH, reversed(quads(3)))

    assert (first, second) == (True, False)
    assert store.dataset_hash() == before


def test_replacing_leaves_nothing_of_the_old_graph() -> None:
    """What the new version does not say is gone."""
    store = PrecedentStore.memory()
    store.replace(GRAPH, quads(5))
    store.replace(GRAPH, quads(2, word="new"))

    rows = store.select("SELECT ?o { ?s <urn:p> ?o } ORDER BY ?o")
    assert [row["o"] for row in rows] == ["new 0", "new 1"]


def test_awkward_literals_survive_a_write() -> None:
    """Quotes, backslashes, line breaks and non-ASCII come back as they went in."""
    text = 'a "quoted" \\ back\nslash — § 1373(a) “curly” \t tab'
    store = PrecedentStore.memory()
    store.replace(GRAPH, [ox.Quad(ox.NamedNode("urn:s"), PREDICATE, ox.Literal(text), GRAPH)])

    assert [row["o"] for row in store.select("SELECT ?o { ?s <urn:p> ?o }")] == [text]


def test_dropping_a_graph_removes_its_hash() -> None:
    """A dropped graph leaves the dataset as it was before."""
    store = PrecedentStore.memory()
    empty = store.dataset_hash()
    store.replace(GRAPH, quads(2))

    assert (store.drop(GRAPH), store.drop(GRAPH)) == (True, False)
    assert (store.dataset_hash(), len(store)) == (empty, 0)


def test_a_triple_of_several_graphs_counts_once() -> None:
    """The default graph is the merge of the named graphs, not a bag of their triples."""
    store = PrecedentStore.memory()
    other = ox.NamedNode("urn:graph:two")
    store.replace(GRAPH, quads(3))
    store.replace(other, quads(5, graph=other))
    count = "SELECT (COUNT(?s) AS ?n) { ?s <urn:p> ?o }"

    assert store.select(count) == [{"n": "5"}]
    store.replace(other, quads(1, graph=other))
    assert store.select(count) == [{"n": "3"}]
    store.drop(GRAPH)
    assert store.select(count) == [{"n": "1"}]
    store.drop(other)
    assert store.select("SELECT * { ?s ?p ?o }") == []


def test_the_merge_is_no_part_of_what_is_counted_or_carried_out() -> None:
    """It repeats the named graphs, so size, dataset and dump are theirs alone."""
    store = PrecedentStore.memory()
    store.replace(GRAPH, quads(4))

    assert len(store) == len(store.to_dataset()) == 5  # four and the manifest's stamp


def test_a_store_of_version_0_1_0_is_merged_when_it_is_opened(tmp_path: Path) -> None:
    """Stores were written without a merge once; what they hold is asked and written as any other."""
    old = ox.Store(str(tmp_path / "store"))
    other = ox.NamedNode("urn:graph:two")
    old.extend([*quads(3), *quads(2, graph=other)])
    old.flush()
    del old
    rows = "SELECT ?s { ?s <urn:p> ?o }"
    before = PrecedentStore.open_snapshot(tmp_path / "store")

    assert (before.is_merged(), len(before), len(before.select(rows))) == (False, 5, 5)
    after = PrecedentStore.open_writer(tmp_path / "store")
    assert (after.is_merged(), len(after), len(after.select(rows))) == (True, 5, 3)


def test_rdflib_carries_a_dataset_out_and_in() -> None:
    """A dataset that went through rdflib has the same hash."""
    one, other = PrecedentStore.memory(), PrecedentStore.memory()
    one.replace(GRAPH, quads(4))
    changed = other.add_dataset(one.to_dataset())

    assert changed == 1
    assert other.dataset_hash() == one.dataset_hash()


def test_a_reader_moves_to_the_newest_snapshot(home: Path) -> None:
    """A reader opened before a write sees it after the writer has published."""
    with writing(home) as store:
        store.replace(GRAPH, quads(1))
    reader = open_reader(home)
    before = len(reader.store())
    with writing(home) as store:
        store.replace(GRAPH, quads(9))
        during = len(reader.store())

    assert (before, during, len(reader.store())) == (2, 2, 10)


def test_a_failed_write_publishes_nothing(home: Path) -> None:
    """An error inside the writer leaves readers where they were."""
    with writing(home) as store:
        store.replace(GRAPH, quads(1))
    before = current_snapshot(home)
    with pytest.raises(RuntimeError, match="stopped"), writing(home) as store:
        store.replace(GRAPH, quads(2))
        raise RuntimeError("stopped")

    assert current_snapshot(home) == before


def test_a_second_writer_is_refused(home: Path) -> None:
    """One store has one writer."""
    with writing(home), pytest.raises(StoreLocked, match=str(home)), writing(home):
        pass


def test_reading_before_anything_was_built_says_so(home: Path) -> None:
    """The error names the command that builds the graph."""
    with pytest.raises(NotBuilt, match="precedent build"):
        open_reader(home).store()


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """A data directory that cannot be made is told as such."""
    (tmp_path / "file").write_text("x")

    with pytest.raises(HomeNotWritable, match="file"), writing(tmp_path / "file"):
        pass


@pytest.mark.parametrize("kept", [0, 100])
def test_a_damaged_snapshot_names_its_directory_and_the_remedy(home: Path, kept: int) -> None:
    """Files cut short are no store; removing the directory and building again is what helps."""
    with writing(home) as store:
        store.replace(GRAPH, quads(50))
    snapshot = current_snapshot(home)
    for file in snapshot.iterdir():
        data = file.read_bytes()
        file.unlink()  # the writer's store has hard links to the same files
        file.write_bytes(data[:kept])
    with pytest.raises(DamagedStore, match=r"precedent build") as caught:
        open_reader(home).store()

    assert str(snapshot) in str(caught.value)
    shutil.rmtree(snapshot)
    with writing(home):
        pass
    assert len(open_reader(home).store()) == 51


WRITER = """
import sys
from pathlib import Path
import pyoxigraph as ox
from graph.home import writing
with writing(Path(sys.argv[1])) as store:
    print("ready", flush=True)
    for turn in range(1000):
        graph = ox.NamedNode(f"urn:graph:{turn % 3}")
        store.replace(graph, [
            ox.Quad(ox.NamedNode(f"urn:s{n}"), ox.NamedNode("urn:p"), ox.Literal(str(turn)), graph)
            for n in range(500)
        ])
"""


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.02, 0.05, 0.11, 0.23, 0.4])
def test_a_killed_writer_leaves_each_graph_whole(home: Path, delay: float) -> None:
    """Whenever the writer dies, every graph holds one version entire, and opens again."""
    command = [sys.executable, "-c", WRITER, str(home)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    time.sleep(delay)
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    writer.stdout.close()

    with writing(home) as store:
        for graph in store.graphs():
            rows = store.select(f"SELECT ?s ?o {{ GRAPH <{graph}> {{ ?s <urn:p> ?o }} }}")
            assert len(rows) == 500
            assert len({row["o"] for row in rows}) == 1
