"""What can be wrong with how an answer is asked for: page, order, fields, format, parameters.

AskingError (PrecedentError)
    InvalidCursor, StaleCursor, ForeignCursor
    UnknownName
    NotOffered
    NotKept, NoRoom
    NotEmbeddable
    AskedTwice
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


class NotKept(AskingError):
    """A permanent address is of another state of the graph, and its picture was not kept."""

    def __init__(self, dataset: str, now: str) -> None:
        super().__init__(
            f"no picture of dataset {dataset} was kept under this address, and the graph is now"
            f" dataset {now}: leave out dataset= for the picture of today"
        )


class NoRoom(AskingError):
    """A picture cannot be given a permanent address, because it cannot be kept."""

    def __init__(self, dataset: str, reason: str) -> None:
        super().__init__(
            f"no permanent address under dataset {dataset}: {reason}; leave out dataset= for the"
            " picture of today"
        )


class NotEmbeddable(AskingError):
    """An address is none of this server's pages that can be shown elsewhere."""

    def __init__(self, url: str, rule: str) -> None:
        super().__init__(f"url {url!r} cannot be embedded: {rule}")


class AskedTwice(AskingError):
    """Two things are asked for, of which an answer can be only one."""
