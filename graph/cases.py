"""Find a case by any of its names, search cases, and tell all that is recorded about one."""

import re
from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import RDFS
from rdflib.namespace import DCTERMS

from graph.answers import CaseSummary, SearchAnswer
from graph.as_of import ALWAYS, AsOf
from graph.bluebook import parse_reporter_citation
from graph.case_answers import CaseDetail
from graph.case_days import date_of, made_by, require_decided
from graph.case_facets import EVERY_CASE, CaseFilter
from graph.decisions import elements_of, history_of, laws_at_issue, opinions_of
from graph.errors import AmbiguousCase, UnknownCase
from graph.iri import BASE, SUPREME, case_iri, thing_iri
from graph.projection import (
    CitationEdge,
    Description,
    describe,
    edges_from,
    edges_to,
    first,
    notation,
    summaries,
    terms,
)
from graph.questions import question
from graph.store import PrecedentStore
from ontology.namespace import AC

NAME_WORD = re.compile(r"[^\s]+")
PATH = re.compile(r"[a-z0-9]+(?:/[a-z0-9.-]+){2}")


def find_case(store: PrecedentStore, key: str) -> CaseSummary:
    """Return the one case a key names: an IRI, a path, a slug, a citation, or words of its name.

    Raises:
        UnknownCase: nothing fits.
        AmbiguousCase: a citation or name fits several cases, which the error lists.
    """
    key = key.strip()
    found = _identified(store, key) or _named(store, key)
    if not found:
        raise UnknownCase(key)
    if len(found) > 1:
        raise AmbiguousCase(key, _sorted(store, found))
    return summaries(store, found)[next(iter(found))]


def _identified(store: PrecedentStore, key: str) -> set[str]:
    """Return the cases with this identifier; a citation finds its case under any parallel."""
    if key.startswith(BASE + "id/case/"):
        return _existing(store, key)
    if PATH.fullmatch(key):
        return _existing(store, thing_iri("case", key))
    citation = parse_reporter_citation(key)
    if citation is not None:
        found = _existing(store, case_iri(citation))
        return found or _with_identifier(store, str(citation))
    return _with_identifier(store, key)


def _existing(store: PrecedentStore, iri: str) -> set[str]:
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return set()
    return {iri} if store.query(f"ASK {{ {node} a <{AC.Case}> }}") else set()


def _with_identifier(store: PrecedentStore, identifier: str) -> set[str]:
    rows = store.select(question("cases-identified", identifier=str(ox.Literal(identifier))))
    return {row["case"] for row in rows}


def _named(store: PrecedentStore, text: str) -> set[str]:
    """Return the cases whose name is this text, else those whose name has all its words.

    A judgment below has the parties of the decision above it. Where the Supreme Court decided one
    case of this very name that is recorded or whose text was read, other courts' give way to it.
    """
    names = _names(store, text)
    whole = {case for case, name in names if name.casefold() == text.casefold()}
    highest = {case for case in whole if case.startswith(SUPREME)}
    if len(highest) == 1 and _held(store, highest):
        return _held(store, whole)
    return whole or {case for case, _ in names}


def _held(store: PrecedentStore, cases: set[str]) -> set[str]:
    """Return those of these cases that a person recorded or whose text was read."""
    rows = store.select(question("cases-held", cases=terms(cases)))
    return {row["case"] for row in rows}


def _names(store: PrecedentStore, text: str) -> list[tuple[str, str]]:
    words = NAME_WORD.findall(text.casefold())
    if not words:
        return []
    condition = " && ".join(f"CONTAINS(LCASE(?name), {ox.Literal(word)})" for word in words)
    rows = store.select(question("cases-named", condition=condition))
    return [(row["case"], row["name"]) for row in rows if _has_words(row["name"], words)]


def _has_words(name: str, words: list[str]) -> bool:
    """Every word asked for begins a word of the name: 'print' is in Printz, 'rint' is not."""
    starts = [part.strip("(,.'’") for part in name.casefold().replace("-", " ").split()]
    return all(any(start.startswith(word.strip("(,.")) for start in starts) for word in words)


def _sorted(store: PrecedentStore, cases: set[str]) -> tuple[CaseSummary, ...]:
    """Curated cases first, then by year and name."""
    found = summaries(store, cases).values()
    return tuple(sorted(found, key=lambda c: (not c.curated, c.year or 0, c.name, c.iri)))


def search_cases(
    store: PrecedentStore,
    text: str,
    *,
    wanted: CaseFilter = EVERY_CASE,
    limit: int | None = 20,
    offset: int = 0,
    as_of: AsOf = ALWAYS,
) -> SearchAnswer:
    """Return the cases that a citation or words of a name fit; no text fits all curated cases.

    With a day ``as_of``, cases decided later and cases without a date are left out; with no
    ``limit`` all are returned.

    Raises:
        UnknownConcept, UnknownElement: a filter asks for what no case has.
    """
    text = text.strip()
    if text:
        found = _identified(store, text) or {case for case, _ in _names(store, text)}
    else:
        recorded = f"?case a <{AC.Case}> ; <{RDFS.label}> ?name"
        rows = store.select(f"SELECT DISTINCT ?case {{ {recorded} }}")
        found = {row["case"] for row in rows}
    known = (case for case in _sorted(store, found) if as_of.has(date_of(case)))
    ordered = tuple(wanted.among(store, known))
    end = None if limit is None else offset + limit
    return SearchAnswer(ordered[offset:end], len(ordered), as_of.day)


def case_detail(store: PrecedentStore, key: str, as_of: AsOf = ALWAYS) -> CaseDetail:
    """Return all that is recorded about one case, with counts of what stands around it.

    With a day ``as_of``, what happened later is left out: history, cases that cite it, laws that
    rely on it.

    Raises:
        UnknownCase, AmbiguousCase: the key does not name one case.
        NotYetDecided: the case had not been decided on the day.
    """
    case = require_decided(find_case(store, key), as_of)
    about = describe(store, [case.iri])[case.iri]
    cites = _spoken(made_by(store, edges_from(store, [case.iri]), as_of))
    cited_by = _spoken(made_by(store, edges_to(store, [case.iri]), as_of))
    return CaseDetail(
        case=case,
        parallel_citations=_citations(case, about),
        dockets=tuple(about.get(str(AC.docket), [])),
        sitting=first(about, AC.sitting),
        panel=tuple(about.get(str(AC.panelMember), [])),
        vote=first(about, AC.vote),
        holding=first(about, AC.holding),
        role=_notation(about, str(AC.role)),
        elements=elements_of(store, case.iri),
        opinions=opinions_of(store, about),
        history=tuple(e for e in history_of(store, case.iri) if as_of.has(e.date)),
        subsequent_history=() if as_of.day else tuple(about.get(str(AC.subsequentHistory), [])),
        state_laws_at_issue=tuple(about.get(str(AC.stateLawAtIssue), [])),
        laws_at_issue=laws_at_issue(store, case.iri),
        outcome_for_state_law=first(about, AC.outcomeForStateLaw),
        note=first(about, AC.note),
        sources=tuple(about.get(str(DCTERMS.source), [])),
        verified={"true": True, "false": False}.get(first(about, AC.verified) or ""),
        unverified_fields=tuple(about.get(str(AC.unverifiedField), [])),
        doubtful_fields=tuple(about.get(str(AC.doubtfulField), [])),
        checked=first(about, AC.asOf),
        cites=len({edge.cited for edge in cites}),
        cited_by=len({edge.citing for edge in cited_by}),
        laws=_laws(store, case.iri, as_of),
        unresolved=_count(
            store,
            f"?c a <{AC.UnresolvedCitation}> ; <{AC.citingCase}> {ox.NamedNode(case.iri)}",
            "c",
        ),
        documents=_documents(store, case.iri),
    )


def _spoken(edges: Iterable[CitationEdge]) -> list[CitationEdge]:
    """Leave out what a case note says in its own voice: its case does not cite that."""
    return [edge for edge in edges if edge.part != "note"]


def _citations(case: CaseSummary, about: Description) -> tuple[str, ...]:
    """Return where a case is reported, the official reporter first."""
    found = about.get(str(AC.reporterCitation), [])
    return tuple(sorted(found, key=lambda text: (text != case.citation, text)))


def _notation(about: Description, predicate: str) -> str | None:
    concept = first(about, predicate)
    return notation(concept) if concept else None


def _count(store: PrecedentStore, pattern: str, variable: str) -> int:
    rows = store.select(f"SELECT (COUNT(DISTINCT ?{variable}) AS ?n) {{ {pattern} }}")
    return int(rows[0]["n"])


def _laws(store: PrecedentStore, case: str, as_of: AsOf) -> int:
    """Return how many laws that rely on a case had been made by a day."""
    made = f"?law <{AC.reliesOn}> {ox.NamedNode(case)}"
    if as_of.day:
        made += f" ; <{AC.enacted}> ?enacted FILTER(STR(?enacted) <= {as_of.term})"
    return _count(store, made, "law")


def _documents(store: PrecedentStore, case: str) -> tuple[str, ...]:
    """Return the kinds of text of this case that were read: opinion, note."""
    node = ox.NamedNode(case)
    rows = store.select(
        f"SELECT DISTINCT ?kind {{ ?d <{AC.about}> {node} ; <{AC.documentKind}> ?kind }}"
    )
    return tuple(sorted(row["kind"] for row in rows))
