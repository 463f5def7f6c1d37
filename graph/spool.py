"""Where a serialised answer goes while it is written: memory if it is small, else a file."""

from pathlib import Path
from typing import IO, Final

IN_MEMORY: Final = 1 << 18  # bytes; what is longer goes to the file, where there is one
MOST_BYTES: Final = 256 << 20


class Full(Exception):
    """As much was written as may be."""


class Spool:
    """Takes what is written, up to a number of bytes and of lines, and counts a mark in it.

    >>> spool = Spool(mark=b"},{")
    >>> spool.write(b"[{1},"), spool.write(b"{2}]")
    (5, 4)
    >>> spool.data(), spool.marks
    (b'[{1},{2}]', 1)
    """

    def __init__(
        self, path: Path | None = None, *, mark: bytes = b"\n", most_lines: int | None = None
    ) -> None:
        self.path = path
        self.marks = 0
        self.full = self.too_large = False
        self._mark, self._end = mark, b""
        self._lines = most_lines
        self._parts: list[bytes] = []
        self.size = 0
        self._file: IO[bytes] | None = None

    def write(self, data: bytes) -> int:
        """Take a part, and stop the writing where it is enough.

        Raises:
            Full: it is; of a line that would be one too many nothing is taken.
        """
        if self.full:
            raise Full  # a buffer is emptied here once more when it goes
        seen = self._end + data
        self.marks += seen.count(self._mark)
        self._end = seen[len(seen) - len(self._mark) + 1 :] if len(self._mark) > 1 else b""
        taken = data if self._lines is None else self._within(data, self._lines)
        if self.size + len(taken) > MOST_BYTES:
            taken, self.full, self.too_large = b"", True, True
        self._take(taken)
        if self.full:
            raise Full
        return len(data)

    def _within(self, data: bytes, lines: int) -> bytes:
        """Return what of a part stands on the lines that may still come."""
        count = data.count(b"\n")
        self._lines = lines - count
        if count < lines or (count == lines and data.endswith(b"\n")):
            return data
        self.full = True
        return b"".join(line + b"\n" for line in data.split(b"\n")[:lines])

    def _take(self, data: bytes) -> None:
        self.size += len(data)
        if self._file is not None:
            self._file.write(data)
            return
        self._parts.append(data)
        if self.path is not None and self.size > IN_MEMORY:
            self._file = self.path.open("wb")
            self._file.writelines(self._parts)
            self._parts.clear()

    def flush(self) -> None:
        """Do nothing: ``close`` is when all is there."""

    def close(self) -> Path | None:
        """End the writing; return the file that has it, if one has."""
        if self._file is None:
            return None
        self._file.close()
        return self.path

    def data(self) -> bytes:
        """Return what was written, where no file has it."""
        return b"".join(self._parts)
