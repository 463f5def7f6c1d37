"""Dumps: the same bytes for the same dataset, the same dataset from the bytes, offered over HTTP."""

import asyncio
import csv
import gzip
import hashlib
import json
import os
import random
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import networkx as nx
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
import yaml
from filelock import FileLock

from api.app import create_app
from api.signposts import is_ours, local_path
from api.vocabulary import vocabulary_triples
from graph.description import is_known
from graph.dump import rdf, tables
from graph.dump.release import (
    FILES,
    FORMATS,
    NQUADS,
    Release,
    read_release,
    sha256_of,
    write_release,
)
from graph.home import dumps_of, open_reader
from graph.store import PrecedentStore
from ontology.namespace import AC
from tests.program import run

OURS = re.compile(r'https://w3id\.org/anticommandeering/[^\s"<>|\\^`{},]*')


@pytest.fixture(scope="module")
def store(filled_home: Path) -> PrecedentStore:
    """Return the packaged graph."""
    return open_reader(filled_home).store()


@pytest.fixture(scope="session")
def folder(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a whole release, written once for all processes."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / "release"
    with FileLock(base / "release.lock"):
        if not (folder / "manifest.json").exists():
            write_release(open_reader(filled_home).store(), folder)
    return folder


@pytest.fixture(scope="session")
def release(folder: Path) -> Release:
    """Return what the manifest of that folder says."""
    release = read_release(folder)
    assert release is not None
    return release


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.slow
def test_a_dump_loaded_into_an_empty_store_is_the_same_dataset_and_dumps_the_same_bytes(
    store: PrecedentStore, release: Release, folder: Path, tmp_path: Path
) -> None:
    """By the hash of all that it says, graph by graph, and whatever was written when."""
    loaded = PrecedentStore.open_writer(tmp_path / "store")
    try:
        assert rdf.load_nquads(loaded, folder / NQUADS) == len(store.graphs()) > 30
        assert loaded.graphs() == store.graphs()
        assert loaded.dataset_hash() == store.dataset_hash()
        assert write_release(loaded, tmp_path / "again") == release
    finally:
        loaded.close()


def test_every_form_is_there_with_its_checksum(release: Release, folder: Path) -> None:
    """The manifest, SHA256SUMS and the files agree, and nothing half-written stays."""
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    manifest = json.loads((folder / "manifest.json").read_text())

    assert [file.name for file in release.files] == list(FILES) == list(sums)
    assert {FILES[file.name][0] for file in release.files} == set(FORMATS)
    for file in release.files:
        data = (folder / file.name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == file.sha256 == sums[file.name]
        assert len(data) == file.size > 1_000
    assert manifest["dataset"] == release.dataset
    assert {p.name for p in folder.iterdir()} - set(FILES) == {
        "manifest.json",
        "SHA256SUMS",
        "CITATION.cff",
    }


def test_the_rdf_forms_say_the_same(release: Release, folder: Path, store: PrecedentStore) -> None:
    """TriG and JSON-LD have every quad, Turtle every triple."""
    assert release.dataset == store.dataset_hash()
    with gzip.open(folder / NQUADS) as lines:
        quads = set(lines.read().splitlines())
    stem = str(folder / "anticommandeering")
    trig = {f"{q} .".encode() for q in ox.parse(path=f"{stem}.trig", format=ox.RdfFormat.TRIG)}
    jsonld = {
        f"{q} .".encode() for q in ox.parse(path=f"{stem}.jsonld", format=ox.RdfFormat.JSON_LD)
    }
    turtle = {q.triple for q in ox.parse(path=f"{stem}.ttl", format=ox.RdfFormat.TURTLE)}

    assert len(quads) > 200_000
    assert trig == quads
    assert jsonld == quads
    assert len(turtle) == len({quad.rpartition(b" <")[0] for quad in quads})


def test_reifiers_say_who_is_the_evidence_of_a_triple(
    release: Release, folder: Path, store: PrecedentStore
) -> None:
    """Each reified triple is asserted, here and in the store; citations and laws have some."""
    assert release.files
    found = [
        q.triple for q in ox.parse(path=str(folder / "reifiers.ttl"), format=ox.RdfFormat.TURTLE)
    ]
    reified = [t.object for t in found if t.predicate == rdf.REIFIES]
    said = {t for t in found if t.predicate != rdf.REIFIES}
    bears = {ox.NamedNode(str(AC.reliesOn)), ox.NamedNode(str(AC.limitedBy))}
    assertions = {r["iri"] for r in rows(folder, "reliance") if r["precedent"]}
    of_laws = {
        t.subject.value
        for t in found
        if isinstance(t.object, ox.Triple)
        and isinstance(t.subject, ox.NamedNode)
        and t.object.predicate in bears
    }

    assert len(reified) > 10_000
    assert set(reified) == said
    assert len(of_laws) > 250
    assert of_laws <= assertions
    assert all(
        next(
            store.inner.quads_for_pattern(t.subject, t.predicate, t.object, ox.DefaultGraph()), None
        )
        for t in said
    )


def test_the_network_reads_as_a_graph_of_cases(release: Release, folder: Path) -> None:
    """Networkx reads it; a dissent's references are told from the court's."""
    assert release.files
    path = folder / "case-citations.graphml"
    graph = nx.read_graphml(path, force_multigraph=True)
    base = "https://w3id.org/anticommandeering/id/case/us/"
    ties = graph.get_edge_data(base + "521/898", base + "505/144")

    assert ET.parse(path).getroot().tag.endswith("graphml")  # noqa: S314 - our own file
    assert graph.number_of_nodes() > 1_000
    assert graph.nodes[base + "521/898"]["year"] == 1997
    assert {tie["part"] for tie in ties.values()} >= {"majority", "stevens-dissent"} or {
        tie["part"] for tie in ties.values()
    } >= {"majority", "dissent"}
    assert sum(tie["references"] for tie in ties.values()) > 5


def test_the_tables_hold_what_the_graph_says(release: Release, folder: Path) -> None:
    """A row for each thing, values as the graph has them, doubts with them."""
    assert release.files
    by_name = {table.name: rows(folder, table.name) for table in tables.TABLES}
    printz = next(r for r in by_name["cases"] if r["slug"] == "printz-v-united-states")
    of_printz = [r for r in by_name["reliance"] if r["precedent"] == printz["iri"]]

    assert all(len(found) > 40 for found in by_name.values())
    assert printz["decided"] == "1997-06-27"
    assert "521 U.S. 898" in printz["citations"].split(tables.SEPARATOR)
    assert len(of_printz) > 20
    assert {r["evidence_type"] for r in of_printz} <= set("12345678")
    assert any(r["doubtful_fields"] for r in by_name["laws"])
    # A column that is empty everywhere would be a property that nobody uses.
    assert [
        (name, column)
        for name, found in by_name.items()
        for column in found[0]
        if column not in ("as_of", "doubtful_fields", "sources")
        and not any(row[column] for row in found)
    ] == []


def test_no_value_has_the_sign_that_parts_values(
    release: Release, folder: Path, store: PrecedentStore
) -> None:
    """Else a cell could not be taken apart again."""
    assert release.files
    props = {str(c.prop) for table in tables.TABLES for c in table.columns}
    held = [
        quad.object.value
        for prop in props
        for quad in store.inner.quads_for_pattern(None, ox.NamedNode(prop), None, ox.DefaultGraph())
        if isinstance(quad.object, ox.Literal)
    ]

    assert len(held) > 10_000
    assert [value for value in held if tables.SEPARATOR in value] == []


def test_the_metadata_of_the_tables_fits_them(release: Release, folder: Path) -> None:
    """Each table and column in its order, each with the property that it holds."""
    assert release.files
    told = json.loads((folder / "csv-metadata.json").read_text())

    assert told["@context"][0] == "http://www.w3.org/ns/csvw"
    assert len(told["tables"]) == 7
    for table in told["tables"]:
        with (folder / table["url"]).open(encoding="utf-8", newline="") as lines:
            head = next(csv.reader(lines))
        columns = table["tableSchema"]["columns"]
        assert [column["name"] for column in columns] == head
        assert all(column["propertyUrl"].startswith("http") for column in columns[1:])


def test_the_parquet_tables_say_what_the_csv_tables_say(release: Release, folder: Path) -> None:
    """Row by row, with numbers, truth values and lists for what is text in CSV."""
    assert release.files
    for table in tables.TABLES:
        found = pq.read_table(folder / f"{table.name}.parquet")
        told = found.to_pylist()
        plain = [{name: in_csv(value) for name, value in row.items()} for row in told]

        assert found.num_rows == len(told) > 40
        assert plain == rows(folder, table.name)
        for column in table.columns:
            said = found.schema.field(column.name).metadata
            assert said[b"property"].decode() == str(column.prop)
        assert b"publicdomain" in found.schema.metadata[b"license"]


def in_csv(value: object) -> str:
    """Return a value of a Parquet table as a cell of a CSV table has it."""
    if isinstance(value, list):
        return tables.SEPARATOR.join(map(in_csv, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def test_a_parquet_table_has_the_types_that_programs_count_with(
    release: Release, folder: Path
) -> None:
    """Offsets and years are numbers, several values a list, and one that can be one is one."""
    assert release.files
    cases = pq.read_table(folder / "cases.parquet")
    citations = pq.read_table(folder / "citations.parquet")
    printz = next(r for r in cases.to_pylist() if r["slug"] == "printz-v-united-states")

    assert printz["year"] == [1997]
    assert "521 U.S. 898" in printz["citations"]
    assert pc.max(citations["start"]).as_py() > 10_000
    assert set(citations["in_footnote"].unique().to_pylist()) == {True, False, None}


def test_the_citation_file_names_the_version(release: Release, folder: Path) -> None:
    """What the Citation File Format asks for, and the hash."""
    told = yaml.safe_load((folder / "CITATION.cff").read_text())

    assert {"cff-version", "message", "title", "authors"} <= told.keys()
    assert told["version"] == release.dataset[:16]
    assert told["license"] == "CC0-1.0"


def test_the_command_writes_the_forms_wanted(filled_home: Path, tmp_path: Path) -> None:
    """Only those; a form that is none is refused with exit code 2 and all that there are."""
    done = run(filled_home, "dump", str(tmp_path / "d"), "--formats", "graphml,csv", "--json")
    wrong = run(filled_home, "dump", str(tmp_path / "e"), "--formats", "xlsx")

    assert done.returncode == 0, done.stderr
    assert {FILES[f["name"]][0] for f in json.loads(done.stdout)["files"]} == {"graphml", "csv"}
    assert not (tmp_path / "d" / NQUADS).exists()
    assert wrong.returncode == 2
    assert "nquads, turtle" in wrong.stderr
    assert not (tmp_path / "e").exists()


def test_the_check_finds_a_file_that_was_changed(
    filled_home: Path, release: Release, folder: Path, tmp_path: Path
) -> None:
    """Exit code 4 and the file's name; a folder without a release likewise."""
    name = next(file.name for file in release.files if file.name == "claims.csv")
    shutil.copy(folder / "manifest.json", tmp_path)
    told = json.loads((tmp_path / "manifest.json").read_text())
    told["files"] = [file for file in told["files"] if file["name"] == name]
    (tmp_path / "manifest.json").write_text(json.dumps(told))
    shutil.copy(folder / name, tmp_path)
    whole = run(filled_home, "dump", str(tmp_path), "--check")
    (tmp_path / name).write_text("iri\n")
    changed = run(filled_home, "dump", str(tmp_path), "--check")
    none = run(filled_home, "dump", str(tmp_path / "nothing"), "--check")

    assert whole.returncode == 0, whole.stderr
    assert (changed.returncode, none.returncode) == (4, 4)
    assert name in changed.stderr


def test_the_server_offers_the_dumps_by_version(
    own_home: Path, release: Release, folder: Path
) -> None:
    """A list as page and as JSON, each file with its bytes; nothing else of the disk."""
    version = release.dataset[:16]
    place = dumps_of(own_home) / version
    html = {"Accept": "text/html"}

    async def ask() -> list[httpx.Response]:
        transport = httpx.ASGITransport(create_app(open_reader(own_home)))
        async with httpx.AsyncClient(transport=transport, base_url="http://ours") as client:
            empty = await client.get("/dumps", headers=html)
            place.mkdir(parents=True)
            for name in ("claims.csv", "manifest.json", "SHA256SUMS"):
                shutil.copy(folder / name, place)
            return [
                empty,
                await client.get("/dumps", headers=html),
                await client.get("/dumps", headers={"Accept": "application/json"}),
                await client.get(f"/dumps/{version}/claims.csv"),
                await client.get(f"/dumps/{version}/..%2F..%2Fcurrent"),
            ]

    empty, page, told, file, unknown = asyncio.run(ask())

    assert "precedent dump" in empty.text
    assert f'href="/dumps/{version}/claims.csv"' in page.text
    assert [one["dataset"] for one in told.json()["items"]] == [release.dataset]
    assert file.content == (folder / "claims.csv").read_bytes()
    assert sha256_of(folder / "claims.csv") in page.text
    assert "immutable" in file.headers["cache-control"]
    assert unknown.status_code == 404


def ours_in(folder: Path, name: str) -> set[str]:
    """Return every IRI of ours that stands in a file of a release; a text may hold others."""
    path = folder / name
    if name == NQUADS or name.endswith(".ttl"):
        form = ox.RdfFormat.N_QUADS if name == NQUADS else ox.RdfFormat.TURTLE
        found = set()
        with gzip.open(path) if name == NQUADS else path.open("rb") as data:
            for quad in ox.parse(data, format=form):  # type: ignore[arg-type]
                found |= {quad.subject, quad.predicate, quad.object, quad.graph_name}
        nodes = {term.value for term in found if isinstance(term, ox.NamedNode)}
    elif name.endswith(".parquet"):
        nodes = set(re.findall(OURS, json.dumps(pq.read_table(path).to_pylist())))
    else:
        nodes = set(re.findall(OURS, path.read_text()))
    return {iri for iri in nodes if is_ours(iri)}


@pytest.mark.slow
def test_every_iri_in_every_dump_leads_to_what_is_said_of_it(
    client: httpx.Client, release: Release, folder: Path, store: PrecedentStore
) -> None:
    """The routes describe what they know, and are asked for a sample of each file.

    TriG, JSON-LD and N-Quads have the same quads, and Turtle the same triples.
    """
    terms = {str(t.subject)[1:-1] for t in vocabulary_triples()}
    names = [f.name for f in release.files if not f.name.endswith((".trig", "ld", ".json"))]
    by_file = {name: ours_in(folder, name) for name in names}
    everything = set().union(*by_file.values())
    draw = random.Random(20261126)  # noqa: S311 - not for secrets
    sample = {iri for found in by_file.values() for iri in draw.sample(sorted(found), 3)}

    assert len(everything) > 15_000
    assert all(len(found) > 40 for found in by_file.values())
    assert [iri for iri in everything if iri not in terms and not is_known(store, iri)] == []
    for iri in sorted(sample):
        data = client.get(
            local_path(iri).partition("#")[0],
            headers={"Accept": "application/n-triples"},
            follow_redirects=True,
        )
        assert data.status_code == 200, iri
        assert f"<{iri}>" in data.text, iri
