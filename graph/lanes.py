"""Who may run a query now, and who waits: so many at once, and so many of each client."""

import asyncio
from collections import Counter, deque
from typing import Final

from graph.errors import QueryOverload

BUSY: Final = "all query processes are busy; try again later"


class Lane:
    """A few places, given in the order of asking, but to no client more than its share."""

    def __init__(self, places: int, *, share: int, most_waiting: int, most_of_client: int) -> None:
        self._free = places
        self._share = share
        self._most_waiting = most_waiting
        self._most_of_client = most_of_client
        self._running: Counter[str] = Counter()
        self._present: Counter[str] = Counter()  # who runs or waits
        self._waiting: deque[tuple[str, asyncio.Future[None]]] = deque()

    def present(self, client: str) -> int:
        """Return how many queries of a client run or wait here."""
        return self._present[client]

    def try_enter(self, client: str) -> bool:
        """Take a place, if there is one for this client."""
        if not self._free or self._running[client] >= self._share:
            return False
        self._free -= 1
        self._running[client] += 1
        self._present[client] += 1
        return True

    async def enter(self, client: str, seconds: float) -> None:
        """Take a place, waiting for so long at most.

        Raises:
            QueryOverload: there is none in that time, or too many wait already.
        """
        if not self._waiting and self.try_enter(client):
            return
        present = self._present[client]
        if len(self._waiting) >= self._most_waiting or present >= self._most_of_client:
            raise QueryOverload(f"{present} queries of yours run or wait; try again later")
        loop = asyncio.get_running_loop()
        place = loop.create_future()
        timer = loop.call_later(seconds, _too_late, place)
        self._present[client] += 1
        self._waiting.append((client, place))
        self._admit()
        try:
            await place
        except BaseException:
            if place.done() and not place.cancelled() and place.exception() is None:
                self.leave(client)  # it was given and is not wanted any more
            else:
                self._forget(client, place)
            raise
        finally:
            timer.cancel()

    def leave(self, client: str) -> None:
        """Give the place back, to whoever waits for it."""
        self._free += 1
        _less(self._running, client)
        _less(self._present, client)
        self._admit()

    def _admit(self) -> None:
        """Give free places to those who wait and have not their share."""
        for client, place in list(self._waiting):
            if not self._free:
                return
            if self._running[client] < self._share and not place.done():
                self._waiting.remove((client, place))
                self._free -= 1
                self._running[client] += 1
                place.set_result(None)

    def _forget(self, client: str, place: "asyncio.Future[None]") -> None:
        if (client, place) in self._waiting:
            self._waiting.remove((client, place))
        _less(self._present, client)


def _too_late(place: "asyncio.Future[None]") -> None:
    if not place.done():
        place.set_exception(QueryOverload(BUSY))


def _less(counts: Counter[str], name: str) -> None:
    """Count one less, and keep no name that counts nothing."""
    counts[name] -= 1
    if counts[name] <= 0:
        del counts[name]
