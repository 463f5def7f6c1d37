"""Cases and citing references as of a day: what was decided later is not there."""

from collections.abc import Iterable
from dataclasses import replace

from graph.answers import CaseSummary, LawSummary
from graph.as_of import AsOf
from graph.errors import NotYetDecided
from graph.projection import CitationEdge, summaries
from graph.store import PrecedentStore


def date_of(case: CaseSummary) -> str | None:
    """Return when a case was decided, as precisely as is known.

    >>> date_of(CaseSummary("urn:x", "Doe v. Roe", year=1997))
    '1997'
    """
    return case.decided or (str(case.year) if case.year else None)


def require_decided(case: CaseSummary, as_of: AsOf) -> CaseSummary:
    """Return a case that had been decided by a day.

    Raises:
        NotYetDecided: it had not, or nothing tells when it was.
    """
    if not as_of.has(date_of(case)):
        raise NotYetDecided(case, str(as_of.day))
    return case


def made_by(
    store: PrecedentStore, edges: Iterable[CitationEdge], as_of: AsOf
) -> list[CitationEdge]:
    """Return the references of cases decided by a day to what is not later than themselves.

    A case note speaks of later cases in its own voice, which its case does not.
    """
    found = list(edges)
    if as_of.day is None or not found:
        return found
    named = summaries(store, {case for edge in found for case in (edge.citing, edge.cited)})
    dates = {iri: date_of(case) for iri, case in named.items()}

    def known(edge: CitationEdge) -> bool:
        citing, cited = dates[edge.citing], dates[edge.cited]
        return as_of.has(citing) and (cited is None or citing is None or cited <= citing)

    return [edge for edge in found if known(edge)]


def by_then(law: LawSummary, as_of: AsOf) -> LawSummary:
    """Return a law with its ties to precedents that had been decided by a day."""
    known = tuple(tie for tie in law.reliance if as_of.has(date_of(tie.precedent)))
    return law if known == law.reliance else replace(law, reliance=known)
