"""The records that answer a question; others render them as JSON, text, HTML or SVG."""

from dataclasses import dataclass
from typing import Final

from graph.law_days import Interval, LawRef, MembersOn, StatusOn

NOT_REVIEWED: Final = "extracted, not reviewed"


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case as every answer names it; ``curated`` tells a reviewed record from a cited name."""

    iri: str
    name: str
    citation: str | None = None
    slug: str | None = None
    court: str | None = None
    year: int | None = None
    decided: str | None = None
    curated: bool = False

    @property
    def key(self) -> str:
        """The shortest word that names the case in a URL: its slug, else the IRI's path."""
        return self.slug or self.iri.partition("/id/case/")[2]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One citing reference behind an edge: where it stands, what it does, and how we know.

    ``depth`` (mentioned, cited, discussed, examined) is that of the whole opinion's treatment of
    the authority; ``quoted`` is None where nobody has looked, as for curated references. ``cue``
    has the key words that a rule (``rule``) read the treatment from; without a rule, place and
    company of the reference told. ``treated_by`` names another case whose treatment is reported.
    ``page`` is the page that the reference stands on, ``source`` where the text came from.
    """

    iri: str
    treatment: str
    signal: str
    opinion_type: str
    provenance: str
    author: str | None = None
    pin: str | None = None
    cue: str | None = None
    rule: str | None = None
    treated_by: str | None = None
    depth: str | None = None
    quoted: bool | None = None
    kind: str | None = None
    basis: str | None = None
    verified: bool | None = None
    as_of: str | None = None
    document: str | None = None
    source: str | None = None
    source_sha256: str | None = None
    start: int | None = None
    end: int | None = None
    page: str | None = None
    in_footnote: bool | None = None
    text: str | None = None
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One case citing an earlier one, with the strongest treatment and all the evidence for it."""

    citing: CaseSummary
    cited: CaseSummary
    treatment: str
    opinion_type: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A line of cases, oldest first: step i is the case at i + 1 citing the case at i."""

    cases: tuple[CaseSummary, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ChainAnswer:
    """How the doctrine runs from one case to a later one, the strongest line first.

    ``total`` counts the lines that can be listed. ``partial``: more lies between the two than one
    answer reads or lists, so that lines may be missing.
    """

    start: CaseSummary
    end: CaseSummary
    chains: tuple[Chain, ...]
    truncated: bool = False
    as_of: str | None = None
    main_path: Chain | None = None
    total: int = 0
    partial: bool = False


@dataclass(frozen=True, slots=True)
class LineageAnswer:
    """The cases a case rests on (lineage) or that rest on it (progeny), by steps away from it.

    ``partial``: more references lie within reach than one answer reads, so that ``total`` and
    ``treatments`` are the least there are.
    """

    case: CaseSummary
    direction: str
    max_hops: int
    steps: tuple[Step, ...]
    truncated: bool = False
    as_of: str | None = None
    total: int = 0
    treatments: tuple[tuple[str, int], ...] = ()
    main_path: tuple[CaseSummary, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Reliance:
    """A sourced assertion that a precedent bears on a law; ``evidence_type`` runs from 1 to 8.

    ``bearing`` is supports, limits, mixed or background: only the first and the third say that the
    law rests on the precedent.
    """

    iri: str
    precedent: CaseSummary
    evidence_type: int
    evidence_label: str
    bearing: str
    element: str | None = None
    element_label: str | None = None
    source: str | None = None
    confidence: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Litigation:
    """What a court did with a law; ``disposition`` is upheld, struck-down, pending, ..."""

    case_name: str
    outcome: str
    disposition: str
    citation: str | None = None
    source: str | None = None
    case_iri: str | None = None


@dataclass(frozen=True, slots=True)
class LawSummary:
    """A state law or another measure with the assertions that tie it to precedents.

    ``record_kind`` tells a law from a resolution, a compact, a proposal, a statement; only records
    of kind law count as laws. ``status_on`` is set where a day was asked for.
    """

    iri: str
    title: str
    slug: str
    record_kind: str
    jurisdiction: str
    jurisdiction_name: str
    citation: str | None
    instrument: str | None
    status: str | None
    as_of: str | None
    enacted: str | None
    topics: tuple[str, ...]
    mechanisms: tuple[str, ...]
    verified: bool
    effective: str | None = None
    statuses: tuple[Interval, ...] = ()
    litigation: tuple[Litigation, ...] = ()
    unverified_fields: tuple[str, ...] = ()
    doubtful_fields: tuple[str, ...] = ()
    reliance: tuple[Reliance, ...] = ()
    status_on: StatusOn | None = None

    @property
    def key(self) -> str:
        """The word that names the law in a URL."""
        return self.slug


@dataclass(frozen=True, slots=True)
class LawThrough:
    """A law, the assertion that ties it to a later case, and the steps from that case back.

    Every case of the line states the element that the assertion is about.
    """

    law: LawRef
    tie: Reliance
    line: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class LawsAnswer:
    """Laws that fit a question; ``folded`` counts those left out for their weak evidence.

    ``by_kind`` counts what is listed by kind of record, ``other_kinds`` what fits but is of a kind
    that was not asked for, such as proposals, statements and aggregates. ``limited`` counts laws
    that the case does not support but limit; ``uncertain`` those listed whose status on the day
    asked for is not certain. ``limits`` are the cases that limit laws of the list, with how many,
    ``counters`` the measures that answer them or that mandate help in the same field.
    ``by_decade`` counts by decade of enactment, ``by_disposition`` by what a court did with them.
    ``through`` are laws tied not to the case but to a later one that rests on it.
    """

    items: tuple[LawSummary, ...]
    total: int
    folded: int
    folded_by_type: tuple[tuple[int, int], ...] = ()
    by_kind: tuple[tuple[str, int], ...] = ()
    other_kinds: tuple[tuple[str, int], ...] = ()
    limited: int = 0
    uncertain: int = 0
    limits: tuple[tuple[CaseSummary, int], ...] = ()
    counters: tuple[LawRef, ...] = ()
    by_decade: tuple[tuple[int, int], ...] = ()
    by_disposition: tuple[tuple[str, int], ...] = ()
    as_of: str | None = None
    relies_on: CaseSummary | None = None
    through: tuple[LawThrough, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a passage, what they are (law, element, outcome, citation), and where they stand."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may show a law resting on a precedent: a lead to follow, not a finding.

    ``review`` says so in every rendering; ``outcome`` is what the passage says of the law, if it
    does, and ``treatment`` how its citation treats the precedent.
    """

    iri: str
    law_iri: str
    law_slug: str
    law_title: str
    jurisdiction: str
    precedent: CaseSummary
    found_in: CaseSummary
    opinion_type: str
    provenance: str
    document: str
    start: int
    end: int
    words: tuple[Words, ...]
    citation_iri: str
    treatment: str
    source_sha256: str
    extractor: str
    author: str | None = None
    element: str | None = None
    element_label: str | None = None
    outcome: str | None = None
    review: str = NOT_REVIEWED


@dataclass(frozen=True, slots=True)
class CandidatesAnswer:
    """Candidates that fit a question; none of them counts as a law that relies on a case."""

    items: tuple[Candidate, ...]
    total: int
    relies_on: CaseSummary | None = None
    law: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class LawDetail:
    """All that is recorded about one law."""

    law: LawSummary
    summary: str | None
    federal_law_resisted: str | None
    verification: str | None
    citation_checked: str | None
    note: str | None
    sources: tuple[str, ...]
    votes: tuple[str, ...] = ()
    code: str | None = None
    session_law: str | None = None
    bill: str | None = None
    answers: tuple[LawRef, ...] = ()
    answered_by: tuple[LawRef, ...] = ()
    members: MembersOn | None = None
    consent: str | None = None
    consent_citation: str | None = None
    consent_note: str | None = None


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Cases that fit a search, curated ones first."""

    items: tuple[CaseSummary, ...]
    total: int
    as_of: str | None = None
