"""Put a citation network into a store on disk, in the terms in which texts are stored.

``graph.quads`` writes one opinion that cites one case; what it wrote becomes a form that is filled
in for each case and each reference. So a million cases take minutes, and predicates are written in
one place still.
"""

import hashlib
import io
from collections.abc import Iterator
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


def fill(home: Path, network: Network, *, evidence: bool, progress: Progress) -> PrecedentStore:
    """Write a network into an empty data directory and return the snapshot that was published.

    With ``evidence`` each reference says all that one read in a text says, and each opinion names
    what it cites; without it, only what answers walk along, which takes a third of the room.
    """
    store = PrecedentStore.open_writer(home / "store")
    said = _statements(network, _Forms.of_model(evidence=evidence), progress)
    store.inner.bulk_load(io.BufferedReader(_Stream(said)), ox.RdfFormat.N_QUADS)
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
        yield forms.stamp_lines(case, hashlib.sha256(body.encode()).hexdigest())


@dataclass(frozen=True, slots=True)
class _Forms:
    """What stands in the graph of an opinion, with marks where cases differ."""

    opinion: str
    reference: str
    graph: str

    @classmethod
    def of_model(cls, *, evidence: bool) -> "_Forms":
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
                opinion += _both(quad)
            elif evidence or _is_walked(quad, citation):
                reference += _both(quad)
        return cls(opinion, reference, document_iri(record.case, record.kind))

    def case_lines(self, case: NetworkCase, sha256: str) -> str:
        """Return what an opinion says of its own case."""
        return _of_case(self.opinion, CITING, case).replace(SHA256, sha256)

    def reference_lines(
        self, case: NetworkCase, sha256: str, place: int, cited: NetworkCase, treatment: str
    ) -> str:
        """Return what an opinion says of a case that it cites in some place of its text."""
        start = place * PER_CASE
        end = start + len(cited.citation)
        marks = {
            citation_iri(SHA256, START, END): citation_iri(sha256, start, end),
            SHA256: sha256,
            f'"{START}"': f'"{start}"',
            f'"{END}"': f'"{end}"',
            str(treatment_property("mentions")): str(treatment_property(treatment)),
            concept_iri("treatment", "mentions"): concept_iri("treatment", treatment),
        }
        said = _of_case(_of_case(self.reference, CITING, case), CITED, cited)
        for mark, value in marks.items():
            said = said.replace(mark, value)
        return said

    def stamp_lines(self, case: NetworkCase, digest: str) -> str:
        """Return the content hash of an opinion's graph."""
        graph = ox.NamedNode(self.graph.replace(CITING.key, case.key))
        return _both(stamp(graph, digest))


def _is_walked(quad: ox.Quad, citation: str) -> bool:
    """Tell a quad that answers need to walk along a reference from one that is evidence."""
    subject = str(quad.subject)[1:-1]
    if CITED.key in subject:
        return False  # each case is described in its own graph
    words = ("type", "hasCitedEntity", "hasCitingEntity", "citingCase", "treatment", "opinionType")
    return subject != citation or quad.predicate.value.replace("#", "/").split("/")[-1] in words


def _both(quad: ox.Quad) -> str:
    """Return a quad in its graph and in the merge, as N-Quads."""
    triple = f"{quad.subject} {quad.predicate} {quad.object}"
    return f"{triple} {quad.graph_name} .\n{triple} .\n"


def _of_case(form: str, mark: NetworkCase, case: NetworkCase) -> str:
    name = case.name.replace("\\", "").replace('"', "'")
    if case.year is None:
        lines = form.splitlines(keepends=True)
        form = "".join(line for line in lines if f'"{mark.year}"' not in line)
    return (
        form.replace(mark.key, case.key)
        .replace(mark.citation, case.citation)
        .replace(mark.name, name)
        .replace(f'"{mark.year}"', f'"{case.year}"')
        .replace(mark.court, case.court)
    )


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
