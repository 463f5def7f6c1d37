"""Ask a server as fast as it answers, over connections that stay open; run as a process of its own.

It knows as little of HTTP as will do, so that it costs little beside the server on shared cores.
"""

import json
import selectors
import socket
import sys
import time
from dataclasses import dataclass, field
from typing import TypedDict

HEAD_ENDS = b"\r\n\r\n"
CHUNKS_END = b"0\r\n\r\n"
AT_ONCE = 1 << 18
DRAINED = 60.0  # seconds that answers are waited for at the end


class Told(TypedDict):
    """What came of asking: each time in ms, answers by status, and bytes in all."""

    seconds: float
    times: list[float]
    statuses: dict[str, int]
    bytes: int


@dataclass(slots=True)
class Line:
    """A connection, when its question was asked, and what has come of the answer."""

    socket: socket.socket
    asked: float = 0.0
    got: bytearray = field(default_factory=bytearray)


def is_whole(got: bytearray) -> bool:
    r"""Tell whether an answer has come to its end: by its length, or by its last chunk.

    >>> is_whole(bytearray(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
    True
    >>> is_whole(bytearray(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"))
    False
    """
    end = got.find(HEAD_ENDS)
    if end < 0:
        return False
    head = bytes(got[:end]).lower()
    _, found, rest = head.partition(b"content-length:")
    if found:
        return len(got) - end - len(HEAD_ENDS) >= int(rest.split(b"\r\n", 1)[0])
    return got.endswith(CHUNKS_END)


def load(
    place: tuple[str, int], asked: list[bytes], *, lines: int, seconds: float, source: str = ""
) -> Told:
    """Ask the questions in turn over so many connections for so long; return what came of it.

    What was asked by then is waited for, so that slow answers count as quick ones do.
    """
    waiting = selectors.DefaultSelector()
    times: list[float] = []
    statuses: dict[str, int] = {}
    size = number = 0

    def ask(line: Line) -> None:
        nonlocal number
        line.got.clear()
        line.asked = time.perf_counter()
        line.socket.sendall(asked[number % len(asked)])
        number += 1

    for _ in range(lines):
        line = Line(socket.create_connection(place, 30, (source, 0)))
        line.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        waiting.register(line.socket, selectors.EVENT_READ, line)
        ask(line)
    began = last = time.perf_counter()
    open_lines = lines
    while open_lines and last - began < seconds + DRAINED:
        for key, _ in waiting.select(1.0):
            line = key.data
            data = line.socket.recv(AT_ONCE)
            if not data:
                raise ConnectionError("the server closed a connection")
            line.got += data
            if is_whole(line.got):
                times.append(1000 * (time.perf_counter() - line.asked))
                status = line.got[9:12].decode()
                statuses[status] = statuses.get(status, 0) + 1
                size += len(line.got)
                if last - began < seconds:
                    ask(line)
                else:
                    waiting.unregister(line.socket)
                    line.socket.close()
                    open_lines -= 1
        last = time.perf_counter()
    took = last - began
    for key in list(waiting.get_map().values()):
        key.data.socket.close()
    return {"seconds": took, "times": times, "statuses": statuses, "bytes": size}


def main() -> None:
    """Read what to ask as JSON, and write what came of it as JSON."""
    told = json.load(sys.stdin)
    asked = [text.encode("latin-1") for text in told["asked"]]
    place = (told["host"], told["port"])
    found = load(place, asked, lines=told["lines"], seconds=told["seconds"], source=told["source"])
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
