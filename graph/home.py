"""The data directory: the writer's store, the snapshots readers see, the switch between."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from graph.errors import HomeNotWritable, NotBuilt, StoreLocked
from graph.store import PrecedentStore

KEPT_SNAPSHOTS = 3  # a reader may still be opening the one before the newest


def data_home() -> Path:
    """Return the data directory: ``PRECEDENT_HOME``, else the platform's place for user data."""
    named = os.environ.get("PRECEDENT_HOME")
    return Path(named).expanduser() if named else user_data_path("precedent", appauthor=False)


def current_snapshot(home: Path) -> Path:
    """Return the snapshot that readers should see.

    Raises:
        NotBuilt: nothing has been published in this directory.
    """
    try:
        path = home / "snapshots" / (home / "current").read_text().strip()
    except OSError as error:
        raise NotBuilt(home) from error
    if not path.is_dir():
        raise NotBuilt(home)
    return path


def dumps_of(home: Path) -> Path:
    """Return where a data directory keeps dumps for readers, a folder for each version."""
    return home / "dumps"


def pictures_of(home: Path) -> Path:
    """Return where a data directory keeps pictures with a permanent address, by dataset."""
    return home / "pictures"


def has_snapshot(home: Path) -> bool:
    """Tell whether a data directory holds anything to read."""
    try:
        return current_snapshot(home).is_dir()
    except NotBuilt:
        return False


def is_writable(home: Path) -> bool:
    """Tell whether a data directory can be written, or made where it does not exist."""
    place = next(place for place in (home, *home.absolute().parents) if place.exists())
    return place.is_dir() and os.access(place, os.W_OK)


@contextmanager
def writing(home: Path) -> Iterator[PrecedentStore]:
    """Hold the one writer's lock; publish a snapshot at the end if the dataset has changed.

    Raises:
        StoreLocked: another process is writing.
        HomeNotWritable: the directory cannot be written.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / "writer.lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise StoreLocked(home) from error
    except OSError as error:
        raise HomeNotWritable(home, error.strerror or str(error)) from error
    try:
        store = PrecedentStore.open_writer(home / "store")
        try:
            yield store
            publish(home, store)
        finally:
            store.close()
    finally:
        lock.release()


def publish(home: Path, store: PrecedentStore) -> Path:
    """Make the store's present state the snapshot that readers see; an atomic switch."""
    name = store.dataset_hash()[:16]
    path = home / "snapshots" / name
    if not path.is_dir():
        half = home / "snapshots" / f".{name}.{os.getpid()}"
        half.parent.mkdir(exist_ok=True)
        shutil.rmtree(half, ignore_errors=True)
        store.backup(half)
        half.rename(path)
    switch = home / f".current.{os.getpid()}"
    switch.write_text(name + "\n")
    switch.replace(home / "current")
    os.utime(path)
    _prune(home, path)
    return path


def _prune(home: Path, newest: Path) -> None:
    """Remove snapshots that no reader will open again, and halves that a crash left behind."""
    kept = sorted(
        (path for path in (home / "snapshots").iterdir() if not path.name.startswith(".")),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )[:KEPT_SNAPSHOTS]
    for path in (home / "snapshots").iterdir():
        if path not in kept and path != newest:
            shutil.rmtree(path, ignore_errors=True)


class SnapshotReader:
    """Gives the newest published snapshot; moves on when another one is published."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._store: PrecedentStore | None = None
        self._current = str(home / "current")
        self._switch: tuple[int, int, Path] | None = None

    def store(self) -> PrecedentStore:
        """Return the store of the newest snapshot.

        Raises:
            NotBuilt: nothing has been published yet.
        """
        path = self.path()
        with self._lock:
            if self._store is None or path != self._path:
                self._store, self._path = PrecedentStore.open_snapshot(path), path
            return self._store

    def path(self) -> Path:
        """Return the directory of the newest snapshot, for processes that open it themselves.

        The switch is read again where it is another file, or another time, than when it was read.

        Raises:
            NotBuilt: nothing has been published yet.
        """
        try:
            now = os.stat(self._current)  # noqa: PTH116 - asked before every answer
        except OSError as error:
            raise NotBuilt(self.home) from error
        known = self._switch
        if known is None or known[:2] != (now.st_ino, now.st_mtime_ns):
            known = (now.st_ino, now.st_mtime_ns, current_snapshot(self.home))
            self._switch = known
        return known[2]


def open_reader(home: Path | None = None) -> SnapshotReader:
    """Return a reader of a data directory (by default the user's)."""
    return SnapshotReader(home or data_home())
