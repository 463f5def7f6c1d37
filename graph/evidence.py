"""Describe the steps of an answer: who cites whom, how, and every reference that shows it."""

from collections.abc import Iterable, Mapping, Sequence

from rdflib.namespace import DCTERMS

from graph.answers import CaseSummary, Evidence, Step
from graph.projection import (
    CitationEdge,
    Description,
    describe,
    first,
    notation,
    read_descriptions,
    summaries,
)
from graph.store import PrecedentStore
from graph.strength import strongest
from ontology.namespace import AC


def evidence_of(
    citation: str, about: Description, citing: CaseSummary, document: Description
) -> Evidence:
    """Return one citing reference as an answer shows it; ``document`` tells of its source.

    A curated reference is as of the day it was checked; what was read in a text is as of the day
    the citing case was decided.
    """

    def concept(predicate: str, default: str) -> str:
        value = first(about, predicate)
        return notation(value) if value else default

    def number(predicate: str) -> int | None:
        value = first(about, predicate)
        return int(value) if value else None

    def truth(predicate: str) -> bool | None:
        return {"true": True, "false": False}.get(first(about, predicate) or "")

    return Evidence(
        iri=citation,
        treatment=concept(AC.treatment, "mentions"),
        signal=concept(AC.signal, "none"),
        opinion_type=concept(AC.opinionType, "majority"),
        provenance=concept(AC.provenance, "curated"),
        author=first(about, AC.opinionAuthor),
        pin=first(about, AC.pinCite),
        cue=first(about, AC.treatmentCue),
        rule=first(about, AC.treatmentRule),
        treated_by=first(about, AC.treatedBy),
        depth=concept(AC.depth, "") or None,
        quoted=truth(AC.quotesAuthority),
        kind=first(about, AC.kind),
        basis=first(about, AC.basis),
        verified=truth(AC.verified),
        as_of=first(about, AC.asOf) or citing.decided,
        text=first(about, AC.citationText),
        extractor=first(about, AC.extractor),
        document=first(about, AC.sourceDocument),
        start=number(AC.start),
        end=number(AC.end),
        page=first(about, AC.onPage),
        in_footnote=truth(AC.inFootnote),
        source=first(document, DCTERMS.source),
        source_sha256=first(about, AC.sourceSha256),
    )


def steps_of(store: PrecedentStore, pairs: Iterable[Sequence[CitationEdge]]) -> tuple[Step, ...]:
    """Return one step for each group of references between the same two cases."""
    groups = [tuple(pair) for pair in pairs]
    cases = {iri for group in groups for edge in group for iri in (edge.citing, edge.cited)}
    named = summaries(store, cases)
    citing = {edge.citation: named[edge.citing] for group in groups for edge in group}

    def read(missing: list[str]) -> dict[str, tuple[Evidence]]:
        about = read_descriptions(store, missing)
        sources = {c: first(said, AC.sourceDocument) for c, said in about.items()}
        documents = describe(store, filter(None, sources.values()))
        return {
            citation: (
                evidence_of(
                    citation, said, citing[citation], documents.get(sources[citation] or "", {})
                ),
            )
            for citation, said in about.items()
        }

    shown = store.kept("evidence", citing, read)
    return tuple(_step(group, named, shown) for group in groups)


def _step(
    group: Sequence[CitationEdge],
    named: Mapping[str, CaseSummary],
    evidence: Mapping[str, tuple[Evidence]],
) -> Step:
    best = strongest(group)
    shown = sorted(
        (evidence[edge.citation][0] for edge in group),
        key=lambda e: (e.iri != best.citation, e.pin is None, e.start or 0, e.iri),
    )
    return Step(
        citing=named[best.citing],
        cited=named[best.cited],
        treatment=best.treatment,
        opinion_type=best.part,
        evidence=tuple(shown),
    )
