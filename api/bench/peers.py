"""Find the environment that the peers live in, and measure them there."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from api.bench.reading import Batch
from graph.errors import PrecedentError

VARIABLE: Final = "PRECEDENT_BENCH_PYTHON"
ENVIRONMENT: Final = ".venv-bench"


class PeerMissing(PrecedentError):
    """A peer cannot be measured here; the message says why and what to do."""


def peer_python() -> Path:
    """Return the interpreter of the peers: the one the environment names, else `make bench`'s.

    Raises:
        PeerMissing: there is none.
    """
    given = os.environ.get(VARIABLE)
    folders = dict.fromkeys((Path.cwd(), Path(sys.prefix).parent))
    places = [Path(given)] if given else [f / ENVIRONMENT / "bin" / "python" for f in folders]
    for place in places:
        if os.access(place, os.X_OK) and place.is_file():
            return place.absolute()
    raise PeerMissing(
        f"no environment with eyecite at {places[0]}: run `make bench`, or set {VARIABLE} to a"
        " Python that has it"
    )


def measure_eyecite(
    tokenizer: str, warm_up: str, batches: Sequence[Sequence[str]]
) -> tuple[list[Batch], str]:
    """Return eyecite's time on each batch of texts, and its version.

    Raises:
        PeerMissing: it, or its tokenizer, is not installed where the peers live.
    """
    request = {"tokenizer": tokenizer, "warm_up": warm_up, "batches": batches}
    with as_file(files("api") / "bench" / "eyecite_peer.py") as script:
        done = subprocess.run(  # noqa: S603 - an interpreter that the user names, and our own file
            [peer_python(), "-I", script],
            input=json.dumps(request),
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        last = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise PeerMissing(f"eyecite ({tokenizer}) failed: {last}")
    answer = json.loads(done.stdout)
    if "missing" in answer:
        raise PeerMissing(f"eyecite ({tokenizer}) cannot run here: {answer['missing']}")
    versions = ", ".join(f"{name} {number}" for name, number in answer["versions"].items())
    return [Batch(**batch) for batch in answer["batches"]], versions
