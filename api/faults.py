"""What can be wrong with how an answer is asked for: page, order, fields, format, parameters.

AskingError (PrecedentError)
    InvalidCursor, StaleCursor, ForeignCursor
    UnknownName
    NotOffered
"""

from collections.abc import Iterable

from graph.errors import PrecedentError


class AskingError(PrecedentError):
    """An answer is asked for in a way that it cannot be given."""


class InvalidCursor(AskingError):
    """A cursor is none that an answer gave."""

    def __init__(self, cursor: str) -> None:
        super().__init__(f"cursor {cursor!r} is none: take it from `next` of the page before")


class StaleCursor(AskingError):
    """A cursor is of a list over another state of the graph, which has other pages."""

    def __init__(self, was: str, now: str) -> None:
        super().__init__(
            f"the cursor is of dataset {was}, and the graph is now dataset {now}: begin the list"
            " again without a cursor"
        )


class ForeignCursor(AskingError):
    """A cursor is of a list that was asked for by other parameters."""

    def __init__(self) -> None:
        super().__init__(
            "the cursor is of another list: give it with the same filters, day and order as the"
            " page before (limit, fields and format may change)"
        )


class UnknownName(AskingError):
    """A parameter names something that the answer does not have; ``known`` is what it has."""

    def __init__(self, parameter: str, value: str, known: Iterable[str]) -> None:
        self.parameter, self.value, self.known = parameter, value, tuple(known)
        super().__init__(f"{parameter} {value!r} is none of: {', '.join(self.known)}")


class NotOffered(AskingError):
    """An answer is asked for in a form that it does not have; ``offered`` has {name: type}."""

    def __init__(self, wanted: str, offered: dict[str, str]) -> None:
        self.wanted, self.offered = wanted, offered
        forms = ", ".join(f"{name} ({media})" for name, media in offered.items())
        super().__init__(f"no answer as {wanted}; there are: {forms}")
