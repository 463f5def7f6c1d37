"""Hold a draft bill beside what is recorded: what it cites and echoes, how it works, who did alike.

An answer states likeness and its reasons, never whether a bill would stand. Nothing of the draft is
kept, written or logged.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from weakref import WeakKeyDictionary

from graph.answers import CaseSummary, LawSummary, Litigation
from graph.as_of import ALWAYS, AsOf
from graph.counterparts import limits
from graph.element_answers import ElementSummary
from graph.elements import Doctrine, read_doctrine
from graph.iri import authority_iri
from graph.laws import every_law
from graph.likeness import Likeness
from graph.model import CitingReference, DocumentRecord
from graph.projection import describe, first, summaries
from graph.store import PrecedentStore
from graph.treatment_status import overruled
from ingest.doctrine import program_iri, read_data
from ingest.document import SourceDocument
from ingest.mechanisms import Shown, find_mechanisms
from ingest.pipeline import read_references
from ingest.programs_of_laws import programs_of
from ontology.concepts import labels_of
from ontology.namespace import AC

MOST_ALIKE: Final = 12
# How much each kind of likeness counts; together 1.
BY_MECHANISM: Final = 0.35
BY_PROGRAM: Final = 0.3
BY_WORDS: Final = 0.35
LEAST: Final = 0.12  # less than this is chance
BAD_ENDS: Final = ("struck-down", "enjoined", "partly-enjoined")
KINDS: Final = frozenset({"law", "resolution", "compact", "judicial-rule"})


@dataclass(frozen=True, slots=True)
class Cited:
    """An authority that the draft cites, and who overruled it; ``case`` if the graph has it."""

    text: str
    start: int
    end: int
    kind: str
    name: str | None
    case: CaseSummary | None
    unresolved_reason: str | None
    overruled_by: tuple[CaseSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the draft, and where they stand in it, in characters."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Engaged:
    """An element of the doctrine or a federal programme with the words that name it."""

    key: str
    label: str
    words: tuple[Said, ...]
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """A recorded law that is like the draft, and why: what both do, concern and say."""

    law: LawSummary
    score: float
    mechanisms: tuple[str, ...]
    programs: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InCourt:
    """What a court did with a law that is like the draft."""

    law_slug: str
    law_title: str
    litigation: Litigation


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft beside the record. ``warnings`` are laws alike that courts struck down or enjoined.

    ``limits`` are elements that bound those the draft engages, ``limiting_cases`` the cases that
    limit the laws alike, with how many of them.
    """

    characters: int
    cited: tuple[Cited, ...]
    elements: tuple[Engaged, ...]
    programs: tuple[Engaged, ...]
    mechanisms: tuple[Engaged, ...]
    alike: tuple[Alike, ...]
    warnings: tuple[InCourt, ...]
    in_court: tuple[InCourt, ...]
    limits: tuple[ElementSummary, ...]
    limiting_cases: tuple[tuple[CaseSummary, int], ...]
    notes: tuple[str, ...]


def compare(
    store: PrecedentStore,
    draft: SourceDocument,
    *,
    jurisdiction: str | None = None,
    as_of: AsOf = ALWAYS,
) -> Comparison:
    """Return a draft beside what is recorded; laws of its own ``jurisdiction`` are left out.

    As of a day, only laws made by then and overrulings decided by then count.
    """
    record = read_references(draft)
    doctrine = read_doctrine(store)
    mechanisms = find_mechanisms(draft.source)
    programs = _named(record, "program", _program_names())
    elements = _named(record, "element", {i: e.label for i, e in doctrine.elements.items()})
    sides = {element.slug: element.side for element in doctrine.elements.values()}
    alike = _alike(store, draft.source, mechanisms, programs, jurisdiction, as_of)
    suits = [InCourt(a.law.slug, a.law.title, suit) for a in alike for suit in a.law.litigation]
    return Comparison(
        characters=len(draft.source),
        cited=_cited(store, record, as_of),
        elements=tuple(replace(e, side=sides[e.key]) for e in elements),
        programs=programs,
        mechanisms=tuple(_mechanism(shown) for shown in mechanisms),
        alike=alike,
        warnings=tuple(s for s in suits if s.litigation.disposition in BAD_ENDS),
        in_court=tuple(s for s in suits if s.litigation.disposition not in BAD_ENDS),
        limits=_limits(doctrine, elements),
        limiting_cases=limits(a.law for a in alike),
        notes=tuple(_notes(record, mechanisms, alike)),
    )


def _named(record: DocumentRecord, kind: str, labels: Mapping[str, str]) -> tuple[Engaged, ...]:
    found: dict[str, list[Said]] = {}
    for mention in record.mentions:
        if mention.kind == kind and mention.iri:
            words = Said(mention.text, mention.start, mention.end)
            found.setdefault(mention.iri, []).append(words)
    return tuple(
        Engaged(iri.rpartition("/")[2], labels.get(iri, iri.rpartition("/")[2]), tuple(words[:3]))
        for iri, words in found.items()
    )


def _program_names() -> dict[str, str]:
    return {program_iri(key): entry["name"] for key, entry in read_data("programs").items()}


def _mechanism(shown: Shown) -> Engaged:
    words = tuple(Said(*place) for place in shown.words)
    return Engaged(shown.mechanism, labels_of("mechanism")[shown.mechanism], words)


def _cited(store: PrecedentStore, record: DocumentRecord, as_of: AsOf) -> tuple[Cited, ...]:
    cases = {
        authority_iri(ref.authority)
        for ref in record.references
        if ref.authority and ref.authority.kind == "case"
    }
    known = summaries(store, cases) if cases else {}
    ended = overruled(store, cases, as_of) if cases else {}
    by = {edge.citing for edges in ended.values() for edge in edges}
    named = summaries(store, by) if by else {}
    return tuple(
        _one(ref, known, {c: tuple(named[e.citing] for e in es) for c, es in ended.items()})
        for ref in record.references
        if ref.kind != "internal" and ref.parallel_to is None and not _own_section(ref)
    )


def _own_section(ref: CitingReference) -> bool:
    """Section 2, without a code, is a section of the draft itself."""
    return ref.kind == "statute" and ref.authority is None and ref.reporter is None


def _one(
    ref: CitingReference,
    known: Mapping[str, CaseSummary],
    ended: Mapping[str, tuple[CaseSummary, ...]],
) -> Cited:
    iri = authority_iri(ref.authority) if ref.authority else ""
    case = known.get(iri)
    recorded = case if case is not None and (case.year or case.curated) else None
    return Cited(
        text=ref.text,
        start=ref.start,
        end=ref.end,
        kind=ref.kind,
        name=ref.authority.name if ref.authority else None,
        case=recorded,
        unresolved_reason=ref.unresolved_reason,
        overruled_by=tuple(dict.fromkeys(ended.get(iri, ()))),
    )


def _alike(
    store: PrecedentStore,
    text: str,
    mechanisms: Iterable[Shown],
    programs: Iterable[Engaged],
    jurisdiction: str | None,
    as_of: AsOf,
) -> tuple[Alike, ...]:
    book = _book(store)
    done = {shown.mechanism for shown in mechanisms}
    about = {program.key for program in programs}
    words = book.likeness.scores(text)
    most = max(words.values(), default=0.0) or 1.0
    found = []
    for law in every_law(store).laws:
        if law.record_kind not in KINDS or law.jurisdiction == _place(jurisdiction):
            continue
        if not as_of.has(law.enacted):
            continue
        shared = done & set(law.mechanisms)
        same = about & book.programs[law.iri]
        score = (
            BY_MECHANISM * len(shared) / (len(done | set(law.mechanisms)) or 1)
            + BY_PROGRAM * len(same) / (len(about | book.programs[law.iri]) or 1)
            + BY_WORDS * words[law.iri] / most
        )
        if score >= LEAST and (shared or same):
            said = book.likeness.shared(law.iri, text)
            found.append(
                Alike(law, round(score, 3), tuple(sorted(shared)), tuple(sorted(same)), said)
            )
    found.sort(key=lambda a: (-a.score, a.law.jurisdiction, a.law.title))
    return tuple(found[:MOST_ALIKE])


def _place(jurisdiction: str | None) -> str | None:
    if jurisdiction is None:
        return None
    code = jurisdiction.upper()
    return code if code.startswith("US-") else f"US-{code}"


@dataclass(frozen=True, slots=True)
class _Book:
    likeness: Likeness
    programs: Mapping[str, frozenset[str]]


_read: WeakKeyDictionary[PrecedentStore, _Book] = WeakKeyDictionary()


def _book(store: PrecedentStore) -> _Book:
    """Return the words and programmes of every law, read once for each snapshot."""
    if store in _read:
        return _read[store]
    laws = every_law(store).laws
    about = describe(store, [law.iri for law in laws])
    texts = {
        law.iri: " ".join(
            [
                law.title,
                first(about[law.iri], AC.summary) or "",
                first(about[law.iri], AC.federalLawResisted) or "",
                *law.topics,
                *law.mechanisms,
            ]
        )
        for law in laws
    }
    book = _Book(Likeness(texts), programs_of(texts))
    _read[store] = book
    return book


def _limits(doctrine: Doctrine, elements: Iterable[Engaged]) -> tuple[ElementSummary, ...]:
    slugs = {element.key for element in elements}
    counted: Counter[str] = Counter()
    for iri, element in doctrine.elements.items():
        if element.slug in slugs:
            counted.update(limit.element.iri for limit in doctrine.limits_of(iri))
    return tuple(doctrine.elements[iri] for iri, _ in counted.most_common(8))


def _notes(
    record: DocumentRecord, mechanisms: list[Shown], alike: tuple[Alike, ...]
) -> Iterable[str]:
    if not any(ref.authority for ref in record.references):
        yield "the draft cites no authority that could be identified"
    if not mechanisms:
        yield "no words of the draft show a mechanism that is known here"
    if not alike:
        yield "no recorded law is like it: that is a statement about this record, not about the law"
    yield "likeness is of words, programmes and mechanisms; it does not say that a bill would stand"
