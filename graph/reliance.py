"""Which state laws rely on a precedent, and with what evidence; the inverse of a law's footing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from graph.answers import CaseSummary, LawDetail, LawsAnswer, LawSummary, Litigation
from graph.cases import find_case
from graph.errors import UnknownConcept, UnknownLaw
from graph.iri import BASE, slug, thing_iri
from graph.laws import Lawbook, read_laws
from graph.projection import describe, first, notation
from graph.questions import question
from graph.store import PrecedentStore
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

SHOWN_TO: Final = 7  # type 8 is only inferred from structure: folded away unless asked for

Assertions = Mapping[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class LawFilter:
    """Facets that a law must have, each a notation: immigration-enforcement, US-CA, in-force."""

    topic: str | None = None
    jurisdiction: str | None = None
    status: str | None = None


def laws(
    store: PrecedentStore,
    *,
    relies_on: str | None = None,
    topic: str | None = None,
    jurisdiction: str | None = None,
    status: str | None = None,
    evidence_max: int = SHOWN_TO,
    limit: int = 100,
    offset: int = 0,
) -> LawsAnswer:
    """Return laws, each with the assertions that tie it to a precedent, best evidence first.

    With ``relies_on`` only assertions about that case count, and laws that nothing better than
    ``evidence_max`` (1 to 8) ties to it are left out and counted. A law without any assertion is
    listed only when no case is asked for.

    Raises:
        UnknownCase, AmbiguousCase: ``relies_on`` does not name one case.
        UnknownConcept: a facet's value does not occur among the laws.
    """
    case = find_case(store, relies_on) if relies_on else None
    book = read_laws(store, _assertions(store, case))
    wanted = LawFilter(topic, jurisdiction, status)
    _check(store, book, wanted)
    fitting = [law for law in book.laws if _fits(law, wanted)]
    shown = [law for law in fitting if _best(law) <= evidence_max or not (case or law.reliance)]
    folded = Counter(_best(law) for law in fitting if law not in shown)
    ordered = sorted(shown, key=lambda law: (_best(law), law.jurisdiction, law.title))
    return LawsAnswer(
        tuple(ordered[offset : offset + limit]),
        len(ordered),
        folded.total(),
        tuple(sorted(folded.items())),
        case,
    )


def _best(law: LawSummary) -> int:
    return min((reliance.evidence_type for reliance in law.reliance), default=9)


def _assertions(store: PrecedentStore, case: CaseSummary | None) -> Assertions:
    """Return {law: [(assertion, precedent)]}."""
    asked = question("laws-on", case=str(ox.NamedNode(case.iri))) if case else question("laws")
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in store.select(asked):
        pairs = found[row["law"]]
        if "assertion" in row:
            pairs.append((row["assertion"], row["precedent"]))
    return found


def _fits(law: LawSummary, wanted: LawFilter) -> bool:
    return (
        (wanted.topic is None or slug(wanted.topic) in map(slug, law.topics))
        and (wanted.jurisdiction is None or _within(law.jurisdiction, wanted.jurisdiction))
        and (wanted.status is None or slug(wanted.status) == slug(law.status or ""))
    )


def _within(jurisdiction: str, wanted: str) -> bool:
    """US-CA fits US-CA, us-ca and CA."""
    return jurisdiction.upper() in (wanted.upper(), f"US-{wanted.upper()}")


def _check(store: PrecedentStore, book: Lawbook, wanted: LawFilter) -> None:
    """Refuse a facet value that no law of the graph has, rather than answer with an empty list."""
    if not list(_unknown(book, wanted)):
        return
    for scheme, value, known in _unknown(read_laws(store, _assertions(store, None)), wanted):
        raise UnknownConcept(scheme, value, known)


def _unknown(book: Lawbook, wanted: LawFilter) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each facet whose value no law of the book has, with the values there are."""
    facets: list[tuple[str, str | None, Iterable[str]]] = [
        ("topic", wanted.topic, book.topics),
        ("status", wanted.status, book.statuses),
        ("jurisdiction", wanted.jurisdiction, book.jurisdictions),
    ]
    for scheme, value, known in facets:
        names = sorted(set(known))
        if value is not None and not any(slug(value) in (slug(n), slug(n)[3:]) for n in names):
            yield scheme, value, tuple(names)


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


def law_detail(store: PrecedentStore, key: str) -> LawDetail:
    """Return all that is recorded about one law, with every reliance assertion, weak ones too.

    Raises:
        UnknownLaw: nothing fits the key.
    """
    iri = find_law(store, key)
    about = describe(store, [iri])[iri]
    rows = store.select(
        f"SELECT DISTINCT ?a ?p {{ ?a <{AC.relyingLaw}> <{iri}> ; <{AC.precedent}> ?p }}"
    )
    book = read_laws(store, {iri: [(row["a"], row["p"]) for row in rows]})
    return LawDetail(
        law=book.laws[0],
        summary=first(about, AC.summary),
        federal_law_resisted=first(about, AC.federalLawResisted),
        mechanisms=tuple(map(notation, about.get(str(AC.mechanism), []))),
        effective=first(about, AC.effective),
        record_kind=first(about, AC.recordKind),
        verification=first(about, AC.verification),
        citation_checked=first(about, AC.citationChecked),
        note=first(about, AC.note),
        sources=tuple(about.get(PREFIXES["dcterms"] + "source", [])),
        litigation=_litigation(store, iri),
    )


def _litigation(store: PrecedentStore, law: str) -> tuple[Litigation, ...]:
    found = store.select(question("litigation", law=str(ox.NamedNode(law))))
    described = describe(store, [row["outcome"] for row in found]) if found else {}
    return tuple(
        Litigation(
            case_name=first(about, AC.caseName) or "",
            outcome=first(about, AC.outcome) or "",
            citation=first(about, PREFIXES["dcterms"] + "bibliographicCitation"),
            source=first(about, PREFIXES["dcterms"] + "source"),
            case_iri=first(about, AC.outcomeCase),
        )
        for _, about in sorted(described.items())
    )
