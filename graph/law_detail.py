"""All that is recorded about one law, as of a day."""

import pyoxigraph as ox

from graph.answers import LawDetail
from graph.as_of import ALWAYS, AsOf
from graph.case_days import by_then
from graph.counterparts import counterparts_of
from graph.errors import UnknownLaw
from graph.iri import BASE, thing_iri
from graph.laws import every_law
from graph.membership import members_on
from graph.projection import describe, first, notation
from graph.questions import question
from graph.standing import on_day
from graph.store import PrecedentStore
from ontology.namespace import AC
from ontology.prefixes import PREFIXES


def find_law(store: PrecedentStore, key: str) -> str:
    """Return the IRI of the law a key names: its IRI, its path under ``id/law/``, or its slug.

    Raises:
        UnknownLaw: nothing fits.
    """
    iri = key if key.startswith(BASE) else thing_iri("law", key)
    if not any(ch in iri for ch in '<>" {}|\\^`') and store.query(
        f"ASK {{ <{iri}> <{AC.jurisdiction}> ?jurisdiction }}"
    ):
        return iri
    rows = store.select(question("law-named", identifier=str(ox.Literal(key))))
    if not rows:
        raise UnknownLaw(key)
    return rows[0]["law"]


def law_detail(store: PrecedentStore, key: str, as_of: AsOf = ALWAYS) -> LawDetail:
    """Return all that is recorded about one law, with every reliance assertion, weak ones too.

    Its status and its members are those of the day asked for, else of the day to which the facts
    were last checked.

    Raises:
        UnknownLaw: nothing fits the key.
    """
    iri = find_law(store, key)
    about = describe(store, [iri])[iri]
    book = every_law(store)
    law = next(law for law in book.laws if law.iri == iri)
    day = as_of.day or store.as_of()
    answers, answered_by = counterparts_of(book, iri)
    consent = first(about, AC.congressionalConsent)
    return LawDetail(
        law=by_then(on_day(law, day), as_of),
        summary=first(about, AC.summary),
        federal_law_resisted=first(about, AC.federalLawResisted),
        verification=first(about, AC.verification),
        citation_checked=first(about, AC.citationChecked),
        note=first(about, AC.note),
        sources=tuple(about.get(PREFIXES["dcterms"] + "source", [])),
        votes=tuple(about.get(str(AC.legislativeVote), [])),
        code=first(about, AC.codeCitation),
        session_law=first(about, AC.sessionLaw),
        bill=first(about, AC.billNumber),
        answers=answers,
        answered_by=answered_by,
        members=members_on(store, iri, about, day),
        consent=notation(consent) if consent else None,
        consent_citation=first(about, AC.consentCitation),
        consent_note=first(about, AC.consentNote),
    )
