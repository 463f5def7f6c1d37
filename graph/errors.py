"""What can go wrong when the graph is asked or written.

PrecedentError
    NotFoundError
        UnknownCase, UnknownLaw, UnknownElement, UnknownClaim, UnknownConcept, NothingToCite,
        NotYetDecided, NoMembers
    AmbiguousCase
    SameCase
    InvalidDate, InvalidInteger
    UndatedQuestion, MissingParameter, UnaskedParameter
    CuratedFactError
    StoreError
        NotBuilt, StoreLocked, HomeNotWritable, DamagedStore
    DumpDamaged
    QueryError
        QueryRefused, QuerySyntaxError, QueryTimeout, QueryOverload
"""

import re
from pathlib import Path

from graph.answers import CaseSummary


class PrecedentError(Exception):
    """The base of every error that a user may meet; ``str`` of it is the sentence to show."""


class NotFoundError(PrecedentError):
    """Nothing in the graph has this name."""


class UnknownCase(NotFoundError):
    """No case in the graph has this slug, citation, IRI or name."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(
            f"no case fits {key!r}: give a slug (printz-v-united-states), a citation"
            " (521 U.S. 898), an IRI, or words of a name"
        )


class UnknownLaw(NotFoundError):
    """No law in the graph has this slug or IRI."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"no law fits {key!r}: give a slug or an IRI from the list of laws")


class UnknownElement(NotFoundError):
    """No element of the doctrine has this slug, label or IRI."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(
            f"no element of the doctrine fits {key!r}: `precedent elements` lists their slugs"
        )


class UnknownClaim(NotFoundError):
    """No claim has this path or IRI."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"no claim fits {key!r}: `precedent claims` lists them")


class NothingToCite(NotFoundError):
    """A text is no citation, and names no case and no law."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"nothing to cite fits {text!r}: give a citation (521 US 898), a case (a slug, or words"
            " of its name that fit one case only) or the slug of a law"
        )


class UnknownConcept(NotFoundError):
    """A filter names a word that its concept scheme does not have."""

    def __init__(self, scheme: str, value: str, known: tuple[str, ...]) -> None:
        self.scheme, self.value, self.known = scheme, value, known
        super().__init__(f"{value!r} is no {scheme}; the graph has: {', '.join(known)}")


class NotYetDecided(NotFoundError):
    """A case is asked for as of a day on which it had not been decided."""

    def __init__(self, case: CaseSummary, day: str) -> None:
        when = case.decided or case.year
        told = f"was decided {when}" if when else "has no date of decision on record"
        super().__init__(f"{case.name} ({case.key}) {told}, and as of {day} it is not there")


class NoMembers(NotFoundError):
    """A measure is asked for its members and is none that has any."""

    def __init__(self, law: str) -> None:
        super().__init__(f"{law!r} has no members: only compacts, networks and the like have some")


class AmbiguousCase(PrecedentError):
    """A name fits several cases; the error lists them instead of choosing."""

    def __init__(self, key: str, candidates: tuple[CaseSummary, ...]) -> None:
        self.key, self.candidates = key, candidates
        super().__init__(f"{key!r} fits {len(candidates)} cases; name one by slug or citation")


class SameCase(PrecedentError):
    """A line was asked for from a case to itself."""

    def __init__(self, case: CaseSummary) -> None:
        super().__init__(
            f"a chain needs two different cases, and both keys name {case.name} ({case.key})"
        )


class NothingAsked(PrecedentError):
    """A question leaves open what it is about."""

    def __init__(self, wanted: str) -> None:
        super().__init__(f"nothing is asked about: give {wanted}")


class UnreadableDraft(PrecedentError):
    """A draft is of no kind that can be read, is empty, too long, or broken."""

    def __init__(self, name: str, rule: str) -> None:
        super().__init__(f"{name}: {rule}")


class InvalidDate(PrecedentError):
    """A date as of which something is asked is no day of the calendar."""

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(
            f"as_of {value!r} is no day of the calendar: write it as YYYY-MM-DD, like 2018-05-14"
        )


class InvalidInteger(PrecedentError):
    """A parameter of a question is no whole number."""

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(f"{value!r} is no whole number: write it in digits, like 1997")


class CitationFactError(PrecedentError):
    """Citation facts cannot be written, or read back as they were written."""


class UndatedQuestion(PrecedentError):
    """A named question that is the same on every day is asked as of one."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the question {name!r} takes no as_of: its answer is not of a day")


class MissingParameter(PrecedentError):
    """A named question is asked without something that it needs."""

    def __init__(self, name: str, parameter: str, takes: tuple[str, ...]) -> None:
        self.parameter = parameter
        super().__init__(
            f"the question {name!r} needs the parameter {parameter!r}; it takes {', '.join(takes)}"
        )


class UnaskedParameter(PrecedentError):
    """A named question is given something that it does not ask for."""

    def __init__(self, name: str, parameter: str, takes: tuple[str, ...]) -> None:
        self.parameter = parameter
        what = f"it takes {', '.join(takes)}" if takes else "it takes none"
        super().__init__(f"the question {name!r} has no parameter {parameter!r}; {what}")


class CuratedFactError(PrecedentError):
    """A curated record breaks a rule; names the file, the record and the rule."""


class StoreError(PrecedentError):
    """The data directory cannot serve what was asked of it."""


class NotBuilt(StoreError):
    """The data directory holds no published snapshot yet."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"no graph has been built in {home}: run `precedent build`")


class StoreLocked(StoreError):
    """Another process is writing; one store has one writer."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"another process is writing to {home}; wait for it to end")


class HomeNotWritable(StoreError):
    """The data directory cannot be written."""

    def __init__(self, home: Path, reason: str) -> None:
        super().__init__(f"cannot write the data directory {home}: {reason}")


class DamagedStore(StoreError):
    """What lies in the data directory cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"the graph in {path} is damaged ({reason}): remove that directory and run"
            " `precedent build`"
        )


class DumpDamaged(PrecedentError):
    """A folder of dumps is not what its manifest says."""


class QueryError(PrecedentError):
    """A SPARQL query cannot be answered."""


class QueryRefused(QueryError):
    """A query breaks a rule of this endpoint."""

    def __init__(self, rule: str, detail: str) -> None:
        self.rule = rule
        super().__init__(detail)


class QuerySyntaxError(QueryError):
    """A query is not SPARQL 1.1; ``place`` is where, as far as that is known."""

    @property
    def place(self) -> tuple[int, int] | None:
        """The line and the column of the query at which it ceases to be SPARQL."""
        found = re.search(r"\berror at (\d+):(\d+)", str(self))
        return (int(found[1]), int(found[2])) if found else None


class QueryTimeout(QueryError):
    """A query ran longer than it may."""


class QueryOverload(QueryError):
    """More queries are asked at once than can be answered; the same query may be asked later."""
