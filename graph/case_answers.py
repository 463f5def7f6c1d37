"""The records that tell all that is recorded about one case."""

from dataclasses import dataclass

from graph.answers import CaseSummary


@dataclass(frozen=True, slots=True)
class CaseOpinion:
    """One opinion of a case; ``posture`` says how its author stands to the judgment, if need be.

    ``verified`` is None where the opinion was only read, not recorded by a person.
    """

    iri: str
    type: str
    author: str | None = None
    posture: str | None = None
    joined_by: tuple[str, ...] = ()
    joined_in_part_by: tuple[str, ...] = ()
    gist: str | None = None
    note: str | None = None
    verified: bool | None = None
    unverified_fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """What a decision did to another of its dispute, or what became of it (Bluebook rule 10.7).

    ``date`` is that of the other decision or of the order, as precisely as is known.
    """

    iri: str
    action: str
    label: str
    abbreviation: str | None
    other: CaseSummary | None
    citation: str | None
    date: str | None
    note: str | None
    verified: bool
    as_of: str | None


@dataclass(frozen=True, slots=True)
class CaseElement:
    """An element of the doctrine that a case speaks of; without a source, on no stated page."""

    slug: str
    label: str
    stance: str
    pin: str | None = None
    opinion_type: str | None = None
    author: str | None = None
    verified: bool | None = None


@dataclass(frozen=True, slots=True)
class LawAtIssue:
    """A recorded law that was before the court."""

    iri: str
    slug: str
    title: str
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """All that is recorded about one case, with counts of what the graph says around it.

    ``checked`` is the day to which a person last checked the record against its sources.
    """

    case: CaseSummary
    parallel_citations: tuple[str, ...]
    dockets: tuple[str, ...]
    sitting: str | None
    panel: tuple[str, ...]
    vote: str | None
    holding: str | None
    role: str | None
    elements: tuple[CaseElement, ...]
    opinions: tuple[CaseOpinion, ...]
    history: tuple[HistoryEvent, ...]
    subsequent_history: tuple[str, ...]
    state_laws_at_issue: tuple[str, ...]
    laws_at_issue: tuple[LawAtIssue, ...]
    outcome_for_state_law: str | None
    note: str | None
    sources: tuple[str, ...]
    verified: bool | None
    unverified_fields: tuple[str, ...]
    doubtful_fields: tuple[str, ...]
    checked: str | None
    cites: int
    cited_by: int
    laws: int
    unresolved: int
    documents: tuple[str, ...]
