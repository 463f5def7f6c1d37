"""Read laws and their reliance assertions out of the store, as answers show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from rdflib import RDFS, SKOS
from rdflib.namespace import DCTERMS

from graph.answers import CaseSummary, LawSummary, Litigation, Reliance
from graph.law_days import Interval
from graph.projection import Description, describe, first, notation, summaries, terms
from graph.questions import question
from graph.store import PrecedentStore
from ontology.namespace import AC
from ontology.prefixes import PREFIXES


@dataclass(frozen=True, slots=True)
class Lawbook:
    """Laws by IRI order, with the measures that answer each: {law: {measures}}."""

    laws: tuple[LawSummary, ...]
    answered: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _values: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def values(self, facet: str) -> frozenset[str]:
        """Return the values of a facet that occur: "topics", "status", "jurisdiction", ..."""
        if facet not in self._values:
            found = (getattr(law, facet) for law in self.laws)
            self._values[facet] = frozenset(
                v for value in found for v in ([value] if isinstance(value, str) else value or ())
            )
        return self._values[facet]


# The laws of each published snapshot, which nobody changes; read once and dropped with it.
_read: WeakKeyDictionary[PrecedentStore, Lawbook] = WeakKeyDictionary()


def every_law(store: PrecedentStore) -> Lawbook:
    """Return all laws with all that ties each to a precedent."""
    if store in _read:
        return _read[store]
    assertions: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in store.select(question("laws")):
        pairs = assertions[row["law"]]
        if "assertion" in row:
            pairs.append((row["assertion"], row["precedent"]))
    book = read_laws(store, assertions)
    if store.fixed:
        _read[store] = book
    return book


def read_laws(store: PrecedentStore, assertions: Mapping[str, list[tuple[str, str]]]) -> Lawbook:
    """Return the laws of a mapping {law: [(assertion, precedent)]} with all that ties them."""
    about = describe(store, assertions)
    pairs = [pair for found in assertions.values() for pair in found]
    claims = describe(store, [assertion for assertion, _ in pairs]) if pairs else {}
    cases = summaries(store, {precedent for _, precedent in pairs}) if pairs else {}
    linked = {iri for law in about.values() for iri in law.get(str(AC.jurisdiction), [])}
    linked |= {c for claim in claims.values() for c in claim.get(str(AC.evidenceType), [])}
    linked |= {c for claim in claims.values() for c in claim.get(str(AC.onElement), [])}
    labels = {iri: _label(value, iri) for iri, value in describe(store, linked).items()}
    recorded, suits = _intervals(store, about), _litigation(store, about)
    return Lawbook(
        tuple(
            law_summary(
                iri,
                about[iri],
                labels,
                tuple(
                    reliance(assertion, claims[assertion], cases[precedent], labels)
                    for assertion, precedent in sorted(found)
                ),
                tuple(recorded.get(iri, ())),
                tuple(suits.get(iri, ())),
            )
            for iri, found in sorted(assertions.items())
        ),
        _answered(store, about),
    )


def _intervals(store: PrecedentStore, laws: Iterable[str]) -> dict[str, list[Interval]]:
    """Return the recorded intervals of the status of each of these laws, in order."""
    rows = store.select(question("status-intervals", laws=terms(laws)))
    described = describe(store, [row["interval"] for row in rows]) if rows else {}
    found: dict[str, list[Interval]] = defaultdict(list)
    for row in rows:
        found[row["law"]].append(_interval(described[row["interval"]]))
    for intervals in found.values():
        intervals.sort(key=lambda interval: interval.since or "")
    return found


def _interval(about: Description) -> Interval:
    return Interval(
        status=notation(first(about, AC.status) or ""),
        since=first(about, AC.validFrom),
        until=first(about, AC.validUntil),
        sources=tuple(about.get(PREFIXES["dcterms"] + "source", [])),
        unverified_fields=tuple(about.get(str(AC.unverifiedField), [])),
    )


def _litigation(store: PrecedentStore, laws: Iterable[str]) -> dict[str, list[Litigation]]:
    """Return what courts did with each of these laws, in the order of the record."""
    rows = store.select(question("litigation", laws=terms(laws)))
    described = describe(store, [row["outcome"] for row in rows]) if rows else {}
    found: dict[str, list[Litigation]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["outcome"]):
        found[row["law"]].append(_suit(described[row["outcome"]]))
    return found


def _suit(about: Description) -> Litigation:
    return Litigation(
        case_name=first(about, AC.caseName) or "",
        outcome=first(about, AC.outcome) or "",
        disposition=notation(first(about, AC.disposition) or ""),
        citation=first(about, str(DCTERMS.bibliographicCitation)),
        source=first(about, str(DCTERMS.source)),
        case_iri=first(about, AC.outcomeCase),
    )


def _answered(store: PrecedentStore, laws: Iterable[str]) -> dict[str, frozenset[str]]:
    rows = store.select(question("counterparts", laws=terms(laws)))
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["way"] == str(AC.answeredBy):
            found[row["law"]].add(row["other"])
    return {law: frozenset(others) for law, others in found.items()}


def _label(about: Description, iri: str) -> str:
    return first(about, str(SKOS.prefLabel)) or first(about, str(RDFS.label)) or notation(iri)


def reliance(
    iri: str, claim: Description, precedent: CaseSummary, labels: Mapping[str, str]
) -> Reliance:
    """Return one sourced assertion that a law rests on a precedent."""
    evidence = first(claim, AC.evidenceType) or ""
    element = first(claim, AC.onElement)
    confidence = first(claim, AC.confidence)
    return Reliance(
        iri=iri,
        precedent=precedent,
        evidence_type=int(notation(evidence)),
        evidence_label=labels[evidence],
        bearing=notation(first(claim, AC.bearing) or "supports"),
        element=notation(element) if element else None,
        element_label=first(claim, AC.elementText) or (labels[element] if element else None),
        source=first(claim, AC.evidenceSource),
        confidence=notation(confidence) if confidence else None,
        as_of=first(claim, AC.asOf),
    )


def law_summary(
    iri: str,
    about: Description,
    labels: Mapping[str, str],
    ties: tuple[Reliance, ...],
    statuses: tuple[Interval, ...] = (),
    litigation: tuple[Litigation, ...] = (),
) -> LawSummary:
    """Return one law as lists show it, its best evidence first."""
    jurisdiction = first(about, AC.jurisdiction) or ""
    status = first(about, AC.status)
    instrument = first(about, AC.instrument)
    return LawSummary(
        iri=iri,
        title=first(about, str(DCTERMS.title)) or notation(iri),
        slug=first(about, AC.slug) or iri.partition("/id/law/")[2],
        record_kind=notation(first(about, AC.recordKind) or "law"),
        jurisdiction=notation(jurisdiction).upper(),
        jurisdiction_name=labels.get(jurisdiction, notation(jurisdiction).upper()),
        citation=first(about, str(DCTERMS.bibliographicCitation)),
        instrument=notation(instrument) if instrument else None,
        status=notation(status) if status else None,
        as_of=first(about, AC.asOf),
        enacted=first(about, AC.enacted),
        topics=tuple(map(notation, about.get(str(AC.topic), []))),
        mechanisms=tuple(map(notation, about.get(str(AC.mechanism), []))),
        verified=first(about, AC.verified) == "true",
        unverified_fields=tuple(about.get(str(AC.unverifiedField), [])),
        doubtful_fields=tuple(about.get(str(AC.doubtfulField), [])),
        reliance=tuple(sorted(ties, key=lambda tie: (tie.evidence_type, tie.iri))),
        effective=first(about, AC.effective),
        statuses=statuses,
        litigation=litigation,
    )
