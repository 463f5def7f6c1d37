"""Put a citation network into a store on disk, in the terms in which texts are stored.

``graph.quads`` writes one opinion that cites one case; what it wrote becomes a form that is filled
in for each case and each reference. So predicates are written in one place still.
"""

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from api.bench.scale.network import Network, NetworkCase
from graph.home import publish
from graph.iri import citation_iri, document_iri
from graph.model import Authority, CitingReference, DocumentRecord, Opinion, ReporterCitation
from graph.quads import quads_of
from graph.store import PrecedentStore, stamp
from ingest.corpus import Progress
from ontology.concepts import concept_iri, treatment_property

CITING: Final = NetworkCase("us/11111/22222", "@citing@", "11111 U.S. 22222", 33333, "@court@")
CITED: Final = NetworkCase("us/44444/55555", "@cited@", "44444 U.S. 55555", 66666, "@its court@")
SHA256: Final = "f" * 64
START, END = 777777, 888888
PER_CASE: Final = 1000  # characters that a reference stands after the one before it
TOLD: Final = 500  # cases between two reports of progress
AT_ONCE: Final = 1 << 20  # bytes that are handed over together


def fill(
    home: Path, network: Network, *, evidence: bool, graphs: bool = True, progress: Progress
) -> PrecedentStore:
    """Write a network into an empty data directory and return the snapshot that was published.

    With ``evidence`` each reference says all that one read in a text says, and each opinion names
    what it cites; without it, only what answers walk along, which takes a third of the room.
    Without ``graphs`` only their merge is stored, which is all that answers read; that takes less
    than a third of the room again.
    """
    store = PrecedentStore.open_writer(home / "store")
    forms = _Forms.of_model(evidence=evidence, graphs=graphs)
    said = io.BufferedReader(_Stream(_statements(network, forms, progress)), AT_ONCE)
    store.inner.bulk_load(said, ox.RdfFormat.N_QUADS, lenient=True)  # no IRI is read, all are made
    progress("compacting", network.size, network.size)
    store.inner.optimize()
    path = publish(home, store)
    store.close()
    return PrecedentStore.open_snapshot(path)


def _statements(network: Network, forms: "_Forms", progress: Progress) -> Iterator[str]:
    for number in range(network.size):
        if number % TOLD == 0:
            progress(f"writing the {network.title}", number, network.size)
        case = network.case(number)
        sha256 = hashlib.sha256(case.key.encode()).hexdigest()
        said = [forms.case_lines(case, sha256)]
        said += [
            forms.reference_lines(case, sha256, place, network.case(cite.cited), cite.treatment)
            for place, cite in enumerate(network.cites(number))
        ]
        body = "".join(said)
        yield body
        yield forms.stamp_lines(case, body)


@dataclass(frozen=True, slots=True)
class _Form:
    """Statements with names where cases differ; ``undated`` are those of a case without a year."""

    dated: str
    undated: str

    @classmethod
    def of(cls, lines: str, marks: Mapping[str, str], year: int | None) -> "_Form":
        """Put the names in place of their marks."""
        kept = [line for line in lines.splitlines(keepends=True) if f'"{year}"' not in line]
        dated, undated = lines.replace("%", "%%"), "".join(kept).replace("%", "%%")
        for mark, name in {**marks, f'"{year}"': '"%(year)s"'}.items():
            dated, undated = dated.replace(mark, name), undated.replace(mark, name)
        return cls(dated, undated)

    def filled(self, case: NetworkCase, values: Mapping[str, object]) -> str:
        """Return the statements with the case's own words, and with other values by their names."""
        name = case.name.replace("\\", "").replace('"', "'")
        form = self.undated if case.year is None else self.dated
        own = {"key": case.key, "citation": case.citation, "name": name, "court": case.court}
        return form % {**own, "year": case.year, **values}


def _marks(case: NetworkCase) -> dict[str, str]:
    names = ("key", "citation", "name", "court")
    return {getattr(case, name): f"%({name})s" for name in names}


@dataclass(frozen=True, slots=True)
class _Forms:
    """What stands in the graph of an opinion: of the opinion itself, and of each reference."""

    opinion: _Form
    reference: _Form
    graph: str
    graphs: bool

    @classmethod
    def of_model(cls, *, evidence: bool, graphs: bool) -> "_Forms":
        """Make the forms from what ``graph.quads`` writes."""
        record = DocumentRecord(
            _authority(CITING), "opinion", SHA256, "network", "network/1",
            opinions=(Opinion("majority"),), references=(_reference(),),
        )  # fmt: skip
        citation = citation_iri(SHA256, START, END)
        opinion, reference = "", ""
        for quad in quads_of(record):
            about_reference = citation in str(quad) or CITED.key in str(quad)
            if not about_reference:
                opinion += _lines(quad, graphs=graphs)
            elif evidence or _is_walked(quad, citation):
                reference += _lines(quad, graphs=graphs)
        marks = {
            citation: "%(reference)s",
            SHA256: "%(sha256)s",
            f'"{START}"': '"%(start)s"',
            f'"{END}"': '"%(end)s"',
            f"<{treatment_property('mentions')}>": "<%(treats)s>",
            f"<{concept_iri('treatment', 'mentions')}>": "<%(treatment)s>",
            CITING.key: "%(citing)s",
        }
        return cls(
            _Form.of(opinion, {SHA256: "%(sha256)s"} | _marks(CITING), CITING.year),
            _Form.of(reference, marks | _marks(CITED), CITED.year),
            document_iri(record.case, record.kind),
            graphs,
        )

    def case_lines(self, case: NetworkCase, sha256: str) -> str:
        """Return what an opinion says of its own case."""
        return self.opinion.filled(case, {"sha256": sha256})

    def reference_lines(
        self, case: NetworkCase, sha256: str, place: int, cited: NetworkCase, treatment: str
    ) -> str:
        """Return what an opinion says of a case that it cites in some place of its text."""
        start = place * PER_CASE
        end = start + len(cited.citation)
        values = {
            "reference": citation_iri(sha256, start, end),
            "sha256": sha256,
            "start": start,
            "end": end,
            "treats": treatment_property(treatment),
            "treatment": concept_iri("treatment", treatment),
            "citing": case.key,
        }
        return self.reference.filled(cited, values)

    def stamp_lines(self, case: NetworkCase, body: str) -> str:
        """Return the content hash of an opinion's graph, where it has one."""
        if not self.graphs:
            return ""
        graph = ox.NamedNode(self.graph.replace(CITING.key, case.key))
        return _lines(stamp(graph, hashlib.sha256(body.encode()).hexdigest()), graphs=True)


def _is_walked(quad: ox.Quad, citation: str) -> bool:
    """Tell a quad that answers need to walk along a reference from one that is evidence."""
    subject = str(quad.subject)[1:-1]
    if CITED.key in subject:
        return False  # each case is described in its own graph
    words = ("type", "hasCitedEntity", "hasCitingEntity", "citingCase", "treatment", "opinionType")
    return subject != citation or quad.predicate.value.replace("#", "/").split("/")[-1] in words


def _lines(quad: ox.Quad, *, graphs: bool) -> str:
    """Return a quad in the merge, and in its graph too, as N-Quads."""
    triple = f"{quad.subject} {quad.predicate} {quad.object}"
    return (f"{triple} {quad.graph_name} .\n" if graphs else "") + f"{triple} .\n"


def _authority(case: NetworkCase) -> Authority:
    volume, reporter, page = case.citation.split()
    citation = ReporterCitation(volume, reporter, page)
    return Authority("case", case.name, citation, year=case.year, court=case.court)


def _reference() -> CitingReference:
    return CitingReference(
        START, END, CITED.citation, "full_case", "majority", None, in_footnote=False,
        signal="none", treatment="mentions", authority=_authority(CITED), depth="cited",
    )  # fmt: skip


class _Stream(io.RawIOBase):
    """Text made piece by piece, as a file to read from."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = piece.encode()
        taken = self._left[: len(buffer)]
        buffer[: len(taken)] = taken
        self._left = self._left[len(taken) :]
        return len(taken)
