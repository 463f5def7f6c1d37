"""What an error of ours is as an RFC 9457 problem, for HTTP and for ``--json`` alike."""

from dataclasses import asdict
from http import HTTPStatus
from typing import Any, Final

from api.faults import (
    AskingError,
    ForeignCursor,
    InvalidCursor,
    NoRoom,
    NotEmbeddable,
    NotKept,
    NotOffered,
    StaleCursor,
    UnknownName,
)
from graph.errors import (
    AmbiguousCase,
    DamagedStore,
    InvalidDate,
    InvalidInteger,
    MissingParameter,
    NotBuilt,
    NotFoundError,
    NothingAsked,
    PrecedentError,
    QueryError,
    QueryOverload,
    QueryRefused,
    QuerySyntaxError,
    QueryTimeout,
    SameCase,
    UnaskedParameter,
    UndatedQuestion,
    UnknownConcept,
    UnreadableDraft,
)

ABOUT: Final = "https://w3id.org/anticommandeering/problems/"
STATUS: Final[tuple[tuple[type[PrecedentError], int, str], ...]] = (
    (UnknownConcept, 404, "unknown-filter-value"),
    (NotFoundError, 404, "not-found"),
    (AmbiguousCase, 409, "ambiguous-name"),
    (SameCase, 422, "same-case"),
    (InvalidDate, 422, "invalid-date"),
    (InvalidInteger, 422, "invalid-integer"),
    (NothingAsked, 422, "nothing-asked"),
    (UnreadableDraft, 422, "unreadable-draft"),
    (UndatedQuestion, 422, "undated-question"),
    (MissingParameter, 422, "missing-parameter"),
    (UnaskedParameter, 422, "unknown-name"),
    (StaleCursor, 410, "stale-cursor"),
    (InvalidCursor, 422, "invalid-cursor"),
    (ForeignCursor, 422, "foreign-cursor"),
    (UnknownName, 422, "unknown-name"),
    (NotOffered, 406, "not-offered"),
    (NotKept, 410, "not-kept"),
    (NoRoom, 507, "no-room"),
    (NotEmbeddable, 404, "not-embeddable"),
    (AskingError, 422, "asked-wrongly"),
    (QueryRefused, 403, "query-refused"),
    (QuerySyntaxError, 400, "query-syntax"),
    (QueryTimeout, 503, "query-timeout"),
    (QueryOverload, 503, "overload"),
    (QueryError, 400, "query-failed"),
    (NotBuilt, 503, "not-built"),
    (DamagedStore, 503, "damaged"),
    (PrecedentError, 500, "failed"),
)


def problem(status: int, kind: str, detail: str) -> dict[str, Any]:
    """Return the members that every problem has."""
    title = HTTPStatus(status).phrase
    return {"type": ABOUT + kind, "title": title, "status": status, "detail": detail}


def problem_of(error: PrecedentError) -> dict[str, Any]:
    """Return one of our errors as a problem that names the value, the rule and the choices."""
    status, kind = next((s, k) for cls, s, k in STATUS if isinstance(error, cls))
    told = problem(status, kind, str(error))
    if isinstance(error, AmbiguousCase):
        told["candidates"] = [asdict(c) | {"key": c.key} for c in error.candidates]
    if isinstance(error, NotOffered):
        told["offered"] = error.offered
    if isinstance(error, UnknownConcept | UnknownName):
        told["known"] = list(error.known)
    if isinstance(error, QuerySyntaxError) and error.place:
        told["line"], told["column"] = error.place
    if isinstance(error, QueryRefused):
        told["rule"] = error.rule
    return told
