"""Time questions in a process of their own, so that its memory is theirs and it can be stopped."""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, TypeAlias

Ask: TypeAlias = Callable[[Sequence[str]], object]
Told: TypeAlias = tuple[float, float, float]  # wall ms, processor ms, most megabytes held so far
MEGABYTE: Final = 1024 * (1024 if sys.platform == "darwin" else 1)  # in the unit of ru_maxrss
STATUS: Final = Path("/proc/self/status")
UNKNOWN: Final = float("nan")


@dataclass(frozen=True, slots=True)
class Timing:
    """How long questions took, in ms of wall time; ``cpu_p95`` is of processor time.

    ``asked`` may be fewer than there were, where ``stopped`` tells that time ran out. Before the
    first could be asked, ``made_ready`` seconds went by; ``peak_megabytes`` is what the process
    held at most.
    """

    asked: int
    p50: float
    p95: float
    worst: float
    cpu_p95: float
    made_ready: float
    peak_megabytes: float
    stopped: bool = False


def timed(
    ready: Callable[..., Ask],
    given: Sequence[object],
    questions: Sequence[Sequence[str]],
    *,
    seconds: float,
) -> Timing:
    """Ask what ``ready(*given)`` returns each question, for so many seconds at most."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, ready, given, questions), daemon=True)
    process.start()
    theirs.close()
    end = time.monotonic() + seconds
    told: list[Told] = []
    while ours.poll(max(0.0, end - time.monotonic())):
        try:
            told.append(ours.recv())
        except EOFError:
            break
    stopped = time.monotonic() >= end
    process.kill()
    process.join()
    if not told and not stopped:
        raise RuntimeError(f"the process that was to be timed ended with code {process.exitcode}")
    return _timing(told, stopped=stopped)


def _work(
    pipe: Connection,
    ready: Callable[..., Ask],
    given: Sequence[object],
    questions: Sequence[Sequence[str]],
) -> None:
    start = time.perf_counter()
    ask = ready(*given)
    _tell(pipe, time.perf_counter() - start, 0.0)
    for question in questions:
        wall, cpu = time.perf_counter(), time.process_time()
        ask(question)
        _tell(pipe, 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu))


def _tell(pipe: Connection, wall: float, cpu: float) -> None:
    pipe.send((wall, cpu, _peak()))


def _peak() -> float:
    """Return the most megabytes that this process has held; what its parent held is none of it."""
    if STATUS.exists():
        line = next(x for x in STATUS.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def _timing(told: Sequence[Told], *, stopped: bool) -> Timing:
    walls = sorted(wall for wall, _, _ in told[1:])
    cpus = sorted(cpu for _, cpu, _ in told[1:])
    return Timing(
        asked=len(walls),
        p50=_share(walls, 0.5),
        p95=_share(walls, 0.95),
        worst=_share(walls, 1.0),
        cpu_p95=_share(cpus, 0.95),
        made_ready=told[0][0] if told else UNKNOWN,
        peak_megabytes=told[-1][2] if told else UNKNOWN,
        stopped=stopped,
    )


def _share(ordered: Sequence[float], share: float) -> float:
    """Return the value that this share of values does not pass.

    >>> _share([1.0, 2.0, 3.0, 4.0], 0.5), _share([1.0, 2.0, 3.0, 4.0], 0.95)
    (2.0, 4.0)
    """
    if not ordered:
        return UNKNOWN
    return ordered[max(0, -(-len(ordered) * round(1000 * share) // 1000) - 1)]
