"""Pictures that were given a permanent address, kept as they were when they got it.

A picture is kept in the data directory under the dataset that it was drawn from and the question
that it answers. What is kept is never thrown away by the program: when the dataset has changed, its
permanent address still gives the same picture.
"""

import gzip
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from api.faults import NoRoom, NotKept
from graph.home import pictures_of
from graph.pictures.model import Picture, Table
from graph.store import PrecedentStore

MOST_KEPT: Final = 10_000  # pictures of one dataset; some 8 kB each
SHORT: Final = 16  # signs of a dataset's hash in an address


class Pins:
    """The kept pictures of a data directory."""

    def __init__(self, home: Path) -> None:
        self._folder = pictures_of(home)

    def picture(
        self, store: PrecedentStore, dataset: str, question: str, draw: Callable[[], Picture]
    ) -> Picture:
        """Return the picture of a question under a dataset; of today's, it is drawn and kept.

        Raises:
            NotKept: the dataset is not today's, and no such picture of it was kept.
            NoRoom: so many pictures of the dataset are kept that no more may be, or the data
                directory cannot be written.
        """
        path = self._path(dataset, question)
        if path.is_file():
            return _read(path)
        if dataset != short_hash(store):
            raise NotKept(dataset, short_hash(store))
        picture = draw()
        _write(path, picture, dataset)
        return picture

    def keep(self, store: PrecedentStore, question: str, picture: Picture) -> bool:
        """Keep a picture of today's dataset; return False where there is no room for it."""
        path = self._path(short_hash(store), question)
        try:
            if not path.is_file():
                _write(path, picture, short_hash(store))
        except NoRoom:
            return False
        return True

    def _path(self, dataset: str, question: str) -> Path:
        return (
            self._folder / dataset / f"{hashlib.sha256(question.encode()).hexdigest()[:40]}.json.gz"
        )


def short_hash(store: PrecedentStore) -> str:
    """Return the start of a dataset's hash, by which addresses name it."""
    return store.dataset_hash()[:SHORT]


def _read(path: Path) -> Picture:
    kept = json.loads(gzip.decompress(path.read_bytes()))
    table = kept.pop("table")
    rows = tuple(tuple(row) for row in table["rows"])
    return Picture(**kept, table=Table(tuple(table["header"]), rows))


def _write(path: Path, picture: Picture, dataset: str) -> None:
    """Write a picture whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if sum(1 for _ in os.scandir(path.parent)) >= MOST_KEPT:
            raise NoRoom(dataset, f"{MOST_KEPT} pictures are kept already")
        half = path.with_suffix(f".{os.getpid()}.half")
        half.write_bytes(gzip.compress(json.dumps(asdict(picture)).encode(), mtime=0))
        half.replace(path)
    except OSError as error:
        raise NoRoom(dataset, error.strerror or str(error)) from error
