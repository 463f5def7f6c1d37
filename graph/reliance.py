"""Which state laws rely on a precedent, and with what evidence; the inverse of a law's footing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox

from graph.answers import CaseSummary, LawDetail, LawsAnswer, LawSummary, Litigation
from graph.cases import find_case
from graph.errors import UnknownConcept, UnknownLaw
from graph.facets import EVERY_LAW, LawFilter
from graph.iri import BASE, thing_iri
from graph.laws import Lawbook, read_laws
from graph.projection import describe, first
from graph.questions import question
from graph.store import PrecedentStore
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

SHOWN_TO: Final = 7  # type 8 is only inferred from structure: folded away unless asked for

Assertions = Mapping[str, list[tuple[str, str]]]


def laws(
    store: PrecedentStore,
    *,
    relies_on: str | None = None,
    wanted: LawFilter = EVERY_LAW,
    evidence_max: int | None = None,
    limit: int = 100,
    offset: int = 0,
) -> LawsAnswer:
    """Return laws, each with the assertions that tie it to a precedent, best evidence first.

    With ``relies_on`` only assertions about that case count; laws that it only limits, and laws
    that nothing better than ``evidence_max`` (1 to 8, 7 unless given) ties to it, are left out and
    counted. Without it every law is listed, unless ``evidence_max`` asks for laws with such a tie.

    Raises:
        UnknownCase, AmbiguousCase: ``relies_on`` does not name one case.
        UnknownConcept: a facet's value does not occur among the laws.
    """
    case = find_case(store, relies_on) if relies_on else None
    most = evidence_max or (SHOWN_TO if case else None)
    book = read_laws(store, _assertions(store, case))
    _check(store, book, wanted)
    fitting = [law for law in book.laws if wanted.fits(law)]
    of_kind = [law for law in fitting if wanted.of_kind(law)]
    limited = [law for law in of_kind if case and wanted.bearing is None and not _relies(law)]
    of_kind = [law for law in of_kind if law not in limited]
    shown = [law for law in of_kind if most is None or _best(law) <= most]
    folded = Counter(_best(law) for law in of_kind if law not in shown and law.reliance)
    ordered = sorted(shown, key=lambda law: (_best(law), law.jurisdiction, law.title))
    return LawsAnswer(
        tuple(ordered[offset : offset + limit]),
        len(ordered),
        folded.total(),
        tuple(sorted(folded.items())),
        _counted(shown),
        _counted(law for law in fitting if not wanted.of_kind(law)),
        len(limited),
        case,
    )


def _relies(law: LawSummary) -> bool:
    return any(tie.bearing in ("supports", "mixed") for tie in law.reliance)


def _counted(found: Iterable[LawSummary]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(law.record_kind for law in found).most_common())


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


def _check(store: PrecedentStore, book: Lawbook, wanted: LawFilter) -> None:
    """Refuse a facet value that no law of the graph has, rather than answer with an empty list."""
    if not list(wanted.unknown(book)):
        return
    for scheme, value, known in wanted.unknown(read_laws(store, _assertions(store, None))):
        raise UnknownConcept(scheme, value, known)


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
        effective=first(about, AC.effective),
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
