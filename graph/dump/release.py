"""Write a release of the graph: the files wanted, a manifest with checksums, and a citation."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from graph.dump import columnar, network, rdf, tables
from graph.errors import DumpDamaged
from graph.iri import BASE
from graph.store import PrecedentStore

LICENSE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
NAME: Final = "anticommandeering"
TITLE: Final = "Anti-Commandeering Precedent Graph"
ABOUT: Final = (
    "Precedents of the anti-commandeering doctrine, how they treat each other, and the state laws"
    " that rely on them, with the evidence for each statement."
)
FORMATS: Final = ("nquads", "turtle", "trig", "jsonld", "rdf12", "graphml", "csv", "parquet")
NQUADS: Final = f"{NAME}.nq.gz"
MANIFEST_FILE: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class DumpFile:
    """A file of a release; ``size`` in bytes, ``sha256`` in hexadecimal."""

    name: str
    media_type: str
    title: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """What a folder of dumps holds, of which dataset, and up to when its facts were checked."""

    dataset: str
    as_of: str
    files: tuple[DumpFile, ...]


# File -> (format, media type, what it is). N-Quads go first: others are made of them.
FILES: Final[Mapping[str, tuple[str, str, str]]] = {
    NQUADS: ("nquads", "application/n-quads", "Everything, by the graph that says it (gzip)"),
    f"{NAME}.ttl": ("turtle", "text/turtle", "Everything, each triple once"),
    f"{NAME}.trig": ("trig", "application/trig", "Everything, by the graph that says it"),
    f"{NAME}.jsonld": ("jsonld", "application/ld+json", "Everything, by the graph that says it"),
    "reifiers.ttl": (
        "rdf12",
        "text/turtle;version=1.2",
        "What citations and assertions say, as RDF 1.2 reifiers",
    ),
    "case-citations.graphml": (
        "graphml",
        "application/graphml+xml",
        "Which case cites which, and how",
    ),
    **{f"{t.name}.csv": ("csv", "text/csv", t.title) for t in tables.TABLES},
    "csv-metadata.json": ("csv", "application/csvm+json", "What the columns of the tables mean"),
    **{
        f"{t.name}.parquet": ("parquet", "application/vnd.apache.parquet", t.title)
        for t in tables.TABLES
    },
}


def write_release(
    store: PrecedentStore,
    folder: Path,
    formats: Iterable[str] = FORMATS,
    *,
    progress: Callable[[str, int, int], None] = lambda _label, _done, _total: None,
) -> Release:
    """Write a release into a folder, the manifest last; the same dataset gives the same bytes.

    Raises:
        ValueError: one of the formats is none of ``FORMATS``.
    """
    wanted = set(formats)
    for name in sorted(wanted - set(FORMATS)):
        raise ValueError(f"{name!r} is no format: {', '.join(FORMATS)}")
    folder.mkdir(parents=True, exist_ok=True)
    nquads = folder / NQUADS
    rdf.write_nquads(store, nquads)
    names = [name for name, (form, _, _) in FILES.items() if form in wanted]
    for done, name in enumerate(names):
        progress(name, done, len(names))
        _write(store, nquads, folder / name)
    progress("checksums", len(names), len(names))
    if "nquads" not in wanted:
        nquads.unlink()
    release = Release(
        store.dataset_hash(), store.as_of(), tuple(_file(folder / name) for name in names)
    )
    _write_about(folder, release)
    return release


def _write(store: PrecedentStore, nquads: Path, path: Path) -> None:
    table = {table.name: table for table in tables.TABLES}.get(path.stem)
    if table is not None and path.suffix == ".csv":
        tables.write_table(store, table, path)
        return
    if table is not None:
        columnar.write_parquet(store, table, path, LICENSE)
        return
    match FILES[path.name][0]:
        case "turtle":
            rdf.write_turtle(store, path)
        case "trig":
            rdf.write_quads(nquads, path, ox.RdfFormat.TRIG)
        case "jsonld":
            rdf.write_quads(nquads, path, ox.RdfFormat.JSON_LD)
        case "rdf12":
            rdf.write_reifiers(store, path)
        case "graphml":
            network.write_graphml(store, path)
        case "csv":
            tables.write_metadata(path, LICENSE)


def _file(path: Path) -> DumpFile:
    _, media_type, title = FILES[path.name]
    return DumpFile(path.name, media_type, title, path.stat().st_size, sha256_of(path))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _write_about(folder: Path, release: Release) -> None:
    """Write what the release is: to check it, to cite it, and (last) to read it by programs."""
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in release.files)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    (folder / "CITATION.cff").write_text(citation(release), encoding="utf-8")
    told: dict[str, Any] = {"title": TITLE, "license": LICENSE} | asdict(release)
    (folder / MANIFEST_FILE).write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def citation(release: Release) -> str:
    """Return how to cite a release, in the Citation File Format 1.2.0."""
    return f"""\
cff-version: 1.2.0
type: dataset
message: To cite this dataset, name its version, which is a hash of all that it says.
title: "{TITLE}"
abstract: "{ABOUT}"
authors:
  - name: "Contributors to the {TITLE}"
version: "{release.dataset[:16]}"
date-released: "{release.as_of}"
license: CC0-1.0
url: "{BASE}dataset"
identifiers:
  - type: other
    value: "sha256:{release.dataset}"
    description: "Hash of the dataset"
"""


def read_release(folder: Path) -> Release | None:
    """Return what the manifest of a folder says, or None where there is no release."""
    try:
        told = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    files = tuple(DumpFile(**file) for file in told["files"])
    return Release(told["dataset"], told["as_of"], files)


def check_release(folder: Path) -> Release:
    """Return the release of a folder after looking at every file, and at what the N-Quads say.

    Raises:
        DumpDamaged: there is no release, a file is not what its checksum says, or the N-Quads,
            loaded into an empty store, are another dataset.
    """
    release = read_release(folder)
    if release is None:
        raise DumpDamaged(f"{folder}: no {MANIFEST_FILE}")
    for file in release.files:
        path = folder / file.name
        if not path.is_file() or sha256_of(path) != file.sha256:
            raise DumpDamaged(f"{path}: not the file whose SHA-256 the manifest has")
    if any(file.name == NQUADS for file in release.files):
        store = PrecedentStore.memory()
        rdf.load_nquads(store, folder / NQUADS)
        if store.dataset_hash() != release.dataset:
            raise DumpDamaged(f"{folder / NQUADS}: another dataset than {release.dataset[:16]}")
    return release
