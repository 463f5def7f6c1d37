"""One page of a list after the other, by cursors that know what they are pages of.

A cursor is bound to the dataset and to the question: asked of another state of the graph or with
other filters it is refused, for its place would mean another one.
"""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Final

from api.faults import ForeignCursor, InvalidCursor, StaleCursor
from graph.store import PrecedentStore

LIMIT: Final = 100
MOST: Final = 1000
SHORT: Final = 16  # digits of a hash that tell one from another


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted, and in which order: ``sort`` is like ``-year,name``."""

    limit: int = LIMIT
    cursor: str | None = None
    sort: str | None = None

    def window(self, store: PrecedentStore, *asked: object) -> "Window":
        """Return the part of the list that ``asked`` (its name and all its filters) describes.

        Raises:
            InvalidCursor, StaleCursor, ForeignCursor: the cursor is not one of this list.
        """
        dataset = store.dataset_hash()[:SHORT]
        question = hashlib.sha256(repr((asked, self.sort)).encode()).hexdigest()[:SHORT]
        start = 0
        if self.cursor:
            was, of, start = _read(self.cursor)
            if was != dataset:
                raise StaleCursor(was, dataset)
            if of != question:
                raise ForeignCursor
        return Window(start, self.limit, dataset, question)


@dataclass(frozen=True, slots=True)
class Window:
    """A part of one list: from ``start``, at most ``limit`` items."""

    start: int
    limit: int
    dataset: str
    question: str

    @property
    def stop(self) -> int:
        """The place after the last item."""
        return self.start + self.limit

    def after(self, total: int) -> str | None:
        """Return the cursor of the next page, or None where this is the last.

        >>> page = Window(0, 10, "d", "q")
        >>> page.after(10) is None, _read(page.after(11) or "")
        (True, ('d', 'q', 10))
        """
        if self.stop >= total:
            return None
        place = json.dumps([self.dataset, self.question, self.stop], separators=(",", ":"))
        return urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _read(cursor: str) -> tuple[str, str, int]:
    """Return the dataset, the question and the place that a cursor names."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        dataset, question, start = json.loads(urlsafe_b64decode(padded.encode("ascii")))
    except (ValueError, TypeError) as error:
        raise InvalidCursor(cursor) from error
    if not (isinstance(dataset, str) and isinstance(question, str) and type(start) is int):
        raise InvalidCursor(cursor)
    if start < 0:
        raise InvalidCursor(cursor)
    return dataset, question, start
