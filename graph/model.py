"""The records that pass between reading and storing: what a document says about authorities."""

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

AuthorityKind: TypeAlias = Literal[
    "case", "statute", "session_law", "constitution", "federalist", "journal", "treatise"
]
ReferenceKind: TypeAlias = Literal[
    "full_case",
    "short_case",
    "named_short",
    "supra",
    "id",
    "statute",
    "session_law",
    "constitution",
    "federalist",
    "journal",
    "treatise",
    "internal",
    "mention",
]
Treatment: TypeAlias = Literal[
    "overrules",
    "overrules-in-part",
    "abrogates",
    "limits",
    "questions",
    "criticizes",
    "declines-to-follow",
    "distinguishes",
    "follows",
    "applies",
    "extends",
    "quotes-only",
    "discusses",
    "mentions",
    "history",
]
OpinionType: TypeAlias = Literal[
    "syllabus",
    "majority",
    "plurality",
    "per-curiam",
    "concurrence",
    "dissent",
    "concurrence-dissent",
    "note",
]
Depth: TypeAlias = Literal["mentioned", "cited", "discussed", "examined"]
DocumentKind: TypeAlias = Literal["opinion", "note"]
MentionKind: TypeAlias = Literal["element", "law", "program", "outcome"]
THIS: Final = "this opinion"  # whose treatment a reference tells, unless another's is reported


@dataclass(frozen=True, slots=True)
class ReporterCitation:
    """Volume, reporter and first page: 521 U.S. 898. Pages stay text, for some are Roman."""

    volume: str
    reporter: str
    page: str

    def __str__(self) -> str:
        return f"{self.volume} {self.reporter} {self.page}"


@dataclass(frozen=True, slots=True)
class Authority:
    """What a citing reference points to, by the words that identify it (Bluebook rules 10 to 16).

    A case needs ``citation`` or, before it is paginated, ``docket`` with ``court`` and ``year``.
    Other authorities are named by ``name`` (a constitutional provision, a Federalist number, a
    book) or by ``volume``, ``reporter`` and ``section`` or ``page`` (a code, session laws, a
    journal).
    """

    kind: AuthorityKind
    name: str | None = None
    citation: ReporterCitation | None = None
    parallels: tuple[ReporterCitation, ...] = ()
    volume: str | None = None
    reporter: str | None = None
    page: str | None = None
    section: str | None = None
    year: int | None = None
    court: str | None = None
    docket: str | None = None


@dataclass(frozen=True, slots=True)
class CitingReference:
    """One place where a text refers to an authority; offsets count characters of the source text.

    Exactly one of ``authority`` and ``unresolved_reason`` is set; an ``internal`` reference
    (ante, post, supra within the opinion) has neither. ``string_to`` is the start of the first
    citation of the string that this one is a later member of; ``depth`` is that of the citing
    opinion's treatment of the authority in all its references; ``on_page`` is the page of the
    report that the reference itself stands on, where the source marks pages. Where words show the
    treatment, ``treatment_cue`` has them, ``treatment_rule`` names the rule that read them, and
    ``treatment_key`` is the one or few of them that the rule cannot do without.
    """

    start: int
    end: int
    text: str
    kind: ReferenceKind
    part: OpinionType
    author: str | None
    in_footnote: bool
    signal: str
    treatment: Treatment
    authority: Authority | None = None
    unresolved_reason: str | None = None
    candidates: tuple[Authority, ...] = ()
    volume: str | None = None
    reporter: str | None = None
    page: str | None = None
    section: str | None = None
    pin: str | None = None
    year: int | None = None
    court: str | None = None
    parenthetical: bool = False
    parallel_to: int | None = None
    treatment_cue: str | None = None
    treatment_rule: str | None = None
    treatment_key: str | None = None
    treated_by: str = THIS
    string_to: int | None = None
    quoted: bool = False
    depth: Depth | None = None
    on_page: str | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion of a case: its type, its author's surname, and who joined."""

    type: OpinionType
    author: str | None = None
    joined_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """How a recorded law is named and cited, for finding it in texts.

    ``state`` is the notation of its jurisdiction (us-ca; us for a compact); ``cite_checked`` is
    false where nobody has compared the citation with the code.
    """

    iri: str
    path: str
    slug: str
    title: str
    citation: str
    state: str
    state_name: str
    enacted: str = ""
    cite_checked: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an element, a law or a programme, or says what a court did.

    ``iri`` is what is named; an outcome names nothing. Offsets count characters of the source.
    """

    kind: MentionKind
    iri: str | None
    start: int
    end: int
    text: str
    part: OpinionType
    author: str | None = None


@dataclass(frozen=True, slots=True)
class RelianceCandidate:
    """A passage that may show a law resting on a precedent: extracted, and reviewed by nobody.

    ``start`` and ``end`` bound the sentences in which the law, the ``citation`` (its offsets) and
    the words of the court stand together; ``mentions`` are the places of those words.
    """

    law: str
    precedent: str
    part: OpinionType
    author: str | None
    start: int
    end: int
    citation: tuple[int, int]
    mentions: tuple[Mention, ...]
    element: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """All that one source document says: its case, its opinions, its citing references.

    ``named`` are cases that running text only names, once they were cited in full; ``mentions`` are
    laws, programmes and elements of the doctrine.
    """

    case: Authority
    kind: DocumentKind
    sha256: str
    origin: str
    extractor: str
    source_url: str | None = None
    decided: str | None = None
    slug: str | None = None
    opinions: tuple[Opinion, ...] = ()
    references: tuple[CitingReference, ...] = field(default=(), repr=False)
    named: tuple[CitingReference, ...] = field(default=(), repr=False)
    mentions: tuple[Mention, ...] = field(default=(), repr=False)
    candidates: tuple[RelianceCandidate, ...] = field(default=(), repr=False)
