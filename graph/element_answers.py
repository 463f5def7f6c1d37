"""The records that answer a question about the doctrine itself."""

from dataclasses import dataclass

from graph.answers import CaseSummary, LawSummary


@dataclass(frozen=True, slots=True)
class ElementSummary:
    """An element of the doctrine as every answer names it.

    ``side`` tells whether it restrains Congress (rule), leaves it free (limit) or is undecided
    (open). ``cases`` state or apply it, ``laws`` rest on it and ``laws_limited`` are bounded by it;
    each counts what is tied to this element itself, not to narrower ones.
    """

    iri: str
    slug: str
    label: str
    kind: str
    side: str
    status: str
    definition: str
    broader: str | None = None
    cases: int = 0
    laws: int = 0
    laws_limited: int = 0


@dataclass(frozen=True, slots=True)
class ElementSource:
    """Where a decision states an element, and whether somebody saw it on that page."""

    case: CaseSummary
    stance: str
    pin: str | None
    verified: bool
    opinion_type: str | None = None
    author: str | None = None
    note: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class ElementLimit:
    """An element that stands against another, or against the broader element ``of``."""

    element: ElementSummary
    of: str
    of_label: str


@dataclass(frozen=True, slots=True)
class LawsByEvidence:
    """The laws whose best evidence (1 to 8) for being tied to an element is of one type."""

    evidence_type: int
    label: str
    laws: tuple[LawSummary, ...]


@dataclass(frozen=True, slots=True)
class ElementDetail:
    """All that is recorded about one element of the doctrine, with its limits beside it."""

    element: ElementSummary
    alt_labels: tuple[str, ...]
    note: str | None
    broader: tuple[ElementSummary, ...]
    narrower: tuple[ElementSummary, ...]
    related: tuple[ElementSummary, ...]
    limits: tuple[ElementLimit, ...]
    limited: tuple[ElementSummary, ...]
    sources: tuple[ElementSource, ...]
    cases: tuple[CaseSummary, ...]
    laws: tuple[LawsByEvidence, ...]
    laws_limited: tuple[LawsByEvidence, ...]
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class ElementsAnswer:
    """The elements of the doctrine that fit a question, broader ones before narrower ones."""

    items: tuple[ElementSummary, ...]
    total: int
    as_of: str | None = None
