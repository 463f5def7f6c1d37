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
    """Return the references that stand in cases decided by a day."""
    found = list(edges)
    if as_of.day is None or not found:
        return found
    citing = summaries(store, {edge.citing for edge in found})
    return [edge for edge in found if as_of.has(date_of(citing[edge.citing]))]


def by_then(law: LawSummary, as_of: AsOf) -> LawSummary:
    """Return a law with its ties to precedents that had been decided by a day."""
    known = tuple(tie for tie in law.reliance if as_of.has(date_of(tie.precedent)))
    return law if known == law.reliance else replace(law, reliance=known)
