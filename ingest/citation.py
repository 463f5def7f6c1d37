"""A citing reference while it is being worked on, in places of the clean text."""

from dataclasses import dataclass, field
from typing import Final

from graph.model import THIS, Authority, Depth, ReferenceKind, Treatment
from ingest.document import OpinionSpan

# The kinds that refer to a case, by itself or through an earlier citation (id. may mean a law too).
CASE_LIKE: Final = frozenset({"full_case", "short_case", "named_short", "supra", "id"})


@dataclass(slots=True, eq=False)
class Found:
    """One citing reference; finding fills the first fields, resolving and weighing the others.

    ``start`` and ``end`` bound the core as annotators mark it: from the volume (or the name of a
    named short form) to the last pin. ``name_start`` is where the case name before it begins, and
    ``extent`` where its last parenthetical ends. ``head`` is the first of its parallels, ``string``
    the first of its string of citations; both are None for the first itself.
    """

    start: int
    end: int
    kind: ReferenceKind
    volume: str | None = None
    reporter: str | None = None
    page: str | None = None
    section: str | None = None
    docket: str | None = None
    pin: str | None = None
    name: str | None = None
    year: int | None = None
    court: str | None = None
    name_start: int = -1
    extent: int = -1
    alias: str | None = None
    parenthetical: bool = False
    weight: str | None = None
    enclosed_by: str | None = None
    head: "Found | None" = None
    span: OpinionSpan | None = None
    signal: str = "none"
    treatment: Treatment = "mentions"
    cue: str | None = None
    rule: str | None = None
    treated_by: str = THIS
    string: "Found | None" = None
    quoted: bool = False
    depth: Depth | None = None
    authority: Authority | None = None
    unresolved_reason: str | None = None
    candidates: tuple[Authority, ...] = field(default=())

    def __post_init__(self) -> None:
        """Let a reference without a name or parenthetical begin and end with its core."""
        self.name_start = self.start if self.name_start < 0 else self.name_start
        self.extent = self.end if self.extent < 0 else self.extent
