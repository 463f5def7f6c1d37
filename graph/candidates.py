"""Read reliance candidates out of the store: passages extracted from texts that nobody reviewed.

They are told apart from reliance assertions everywhere: they have a class and properties of their
own, and no answer about which laws rely on a case counts them.
"""

from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox
from rdflib.namespace import DCTERMS, SKOS

from graph.answers import Candidate, CandidatesAnswer, CaseSummary, Words
from graph.as_of import ALWAYS, AsOf
from graph.case_days import date_of
from graph.cases import find_case
from graph.law_detail import find_law
from graph.projection import Description, describe, first, notation, summaries
from graph.questions import question
from graph.store import PrecedentStore
from ontology.namespace import AC

LINKED: Final = (AC.hasMention, AC.candidateCitation, AC.candidateLaw, AC.candidateElement)


def candidates(
    store: PrecedentStore,
    *,
    relies_on: str | None = None,
    law: str | None = None,
    limit: int | None = 100,
    offset: int = 0,
    as_of: AsOf = ALWAYS,
) -> CandidatesAnswer:
    """Return candidates in order of law, precedent and place, with the words that show each.

    Only passages of cases decided by the day ``as_of`` are among them.

    Raises:
        UnknownCase, AmbiguousCase: ``relies_on`` does not name one case.
        UnknownLaw: ``law`` names no law.
    """
    case = find_case(store, relies_on) if relies_on else None
    wanted = find_law(store, law) if law else None
    fixed = [
        f"VALUES ?{name} {{ {ox.NamedNode(iri)} }}"
        for name, iri in (("precedent", case and case.iri), ("law", wanted))
        if iri
    ]
    rows = store.select(question("candidates", fixed=" ".join(fixed)))
    found = _read(store, [row["candidate"] for row in rows]) if rows else []
    found = [c for c in found if as_of.has(date_of(c.found_in))]
    ordered = sorted(found, key=lambda c: (c.law_slug, c.precedent.key, c.document, c.start))
    shown = tuple(ordered[offset : None if limit is None else offset + limit])
    return CandidatesAnswer(shown, len(ordered), case, wanted, as_of.day)


def _read(store: PrecedentStore, iris: list[str]) -> list[Candidate]:
    about = describe(store, iris)
    linked = {value for a in about.values() for key in LINKED for value in a.get(str(key), [])}
    beside = describe(store, linked)
    named = summaries(
        store,
        {a[str(key)][0] for a in about.values() for key in (AC.candidatePrecedent, AC.citingCase)},
    )
    return [_candidate(iri, about[iri], beside, named) for iri in iris]


def _candidate(
    iri: str,
    about: Description,
    beside: Mapping[str, Description],
    named: Mapping[str, CaseSummary],
) -> Candidate:
    def one(predicate: str) -> str:
        return about[str(predicate)][0]

    law = beside[one(AC.candidateLaw)]
    citation = beside[one(AC.candidateCitation)]
    element = first(about, AC.candidateElement)
    return Candidate(
        iri=iri,
        law_iri=one(AC.candidateLaw),
        law_slug=first(law, AC.slug) or one(AC.candidateLaw).partition("/id/law/")[2],
        law_title=first(law, str(DCTERMS.title)) or notation(one(AC.candidateLaw)),
        jurisdiction=notation(first(law, AC.jurisdiction) or "").upper(),
        precedent=named[one(AC.candidatePrecedent)],
        found_in=named[one(AC.citingCase)],
        opinion_type=notation(one(AC.opinionType)),
        provenance=notation(one(AC.provenance)),
        document=one(AC.sourceDocument),
        start=int(one(AC.start)),
        end=int(one(AC.end)),
        words=tuple(_words(about, beside, citation)),
        citation_iri=one(AC.candidateCitation),
        treatment=notation(first(citation, AC.treatment) or "mentions"),
        source_sha256=one(AC.sourceSha256),
        extractor=one(AC.extractor),
        author=first(about, AC.opinionAuthor),
        element=notation(element) if element else None,
        element_label=first(beside[element], str(SKOS.prefLabel)) if element else None,
        outcome=first(about, AC.statedOutcome),
    )


def _words(
    about: Description, beside: Mapping[str, Description], citation: Description
) -> Iterable[Words]:
    """Return the words of a passage in order of place, those of its citation among them."""
    shown = [(citation, "citation", AC.citationText)]
    for mention in about[str(AC.hasMention)]:
        shown.append(
            (beside[mention], first(beside[mention], AC.mentionKind) or "", AC.mentionText)
        )
    found = [
        Words(
            kind, first(at, text) or "", int(first(at, AC.start) or 0), int(first(at, AC.end) or 0)
        )
        for at, kind, text in shown
    ]
    return sorted(found, key=lambda words: words.start)
