"""A shelf of answers as they were sent: those of one dataset, and no more than so many bytes."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

MEGABYTE: Final = 1_000_000
MOST_KEPT: Final = 64  # megabytes
LARGEST: Final = 1 / 16  # of all that is kept, for one answer
OVERHEAD: Final = 1000  # bytes that an answer takes beside what was sent

Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it was sent."""

    headers: Sequence[tuple[bytes, bytes]]
    body: bytes

    @property
    def size(self) -> int:
        """How many bytes it takes to keep this."""
        return OVERHEAD + len(self.body) + sum(len(n) + len(v) for n, v in self.headers)


class Shelf:
    """Answers of one dataset by key, at most so many bytes of them."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._dataset = ""
        self._sent: OrderedDict[Key, Sent] = OrderedDict()

    def __len__(self) -> int:
        return len(self._sent)

    def move_to(self, dataset: str) -> None:
        """Forget everything unless it is of this dataset."""
        if dataset != self._dataset:
            self._dataset, self.size = dataset, 0
            self._sent.clear()

    def get(self, key: Key) -> Sent | None:
        """Return what was put here, and count it as used."""
        found = self._sent.get(key)
        if found is not None:
            self._sent.move_to_end(key)
        return found

    def put(self, key: Key, dataset: str, sent: Sent) -> None:
        """Keep an answer that was computed from a dataset, unless that is gone or it is too big."""
        if not dataset.startswith(self._dataset) or sent.size > self.most * LARGEST:
            return
        if (old := self._sent.pop(key, None)) is not None:
            self.size -= old.size
        self._sent[key] = sent
        self.size += sent.size
        while self.size > self.most:
            self.size -= self._sent.popitem(last=False)[1].size
