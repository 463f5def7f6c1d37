"""`precedent bench`: three things to measure, peers in their own process, and plain words."""

import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.program import run

CASES = """
test_pairs = (
    ('See Some v. Body, 2 F.2d 3 (2d Cir. 1930).',
     [case_citation(volume='2', reporter='F.2d', page='3')]),
    ('See nothing.', [case_citation()]),
)
"""


def bench(folder: Path, *words: str, peer: str = "") -> "subprocess.CompletedProcess[str]":
    """Run the command in a folder, where by default no peer is installed."""
    env = {"PRECEDENT_BENCH_PYTHON": peer or str(folder / "no-python")}
    return run(folder / "home", "bench", *words, cwd=folder, env=env)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with three short opinions."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, times in (("one", 1), ("two", 5), ("three", 9)):
        text = "See Printz v. United States, 521 U.S. 898, 935 (1997). Id., at 936.\n\n" * times
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_without_peers_our_own_rows_are_measured(tmp_path: Path, texts: Path) -> None:
    """The missing peer is named on stderr with what to do; ratios to it are left out."""
    bulk = tmp_path / "bulk.jsonl"
    bulk.write_text(json.dumps({"id": 1, "text": "See 521 U.S. 898."}) + "\n", encoding="utf-8")
    done = bench(
        tmp_path, "extract", "--texts", "texts", "--bulk", "bulk.jsonl", "--rounds", "2", "--json"
    )
    measured = json.loads(done.stdout)
    engines = {engine["name"]: engine for engine in measured["engines"]}

    assert done.returncode == 0
    assert "eyecite default is not measured" in done.stderr
    assert "make bench" in done.stderr
    assert engines.keys() == {"this pipeline", "with elements and laws", "spaCy blank tokenizer"}
    assert engines["this pipeline"]["found"] == 30
    assert engines["this pipeline"]["ratio"] is None
    assert [row["processes"] for row in measured["scaling"]] == [1, 2]
    assert len(measured["resident_megabytes"]) in (0, 2)


@pytest.mark.slow
def test_a_peer_without_eyecite_says_so(tmp_path: Path, texts: Path) -> None:
    """An interpreter that lacks the peer is no failure of ours."""
    done = bench(tmp_path, "extract", "--texts", "texts", peer=sys.executable)

    assert done.returncode == 0
    assert "eyecite (default) cannot run here" in done.stderr
    assert "this pipeline" in done.stdout


def test_published_cases_are_compared(tmp_path: Path) -> None:
    """The distribution is read as it was fetched; what differs is listed."""
    module = CASES.encode()
    with tarfile.open(tmp_path / "eyecite-0.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo("eyecite-0/tests/test_FindTest.py")
        member.size = len(module)
        archive.addfile(member, io.BytesIO(module))
    done = bench(tmp_path, "cases", "--cases", "eyecite-0.tar.gz")

    assert done.returncode == 0
    assert "2 published texts, 1 read alike" in done.stdout
    assert "full case 1 U.S. 1" in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param(("speed",), 2, "speed", id="no such measure"),
        pytest.param(("answers", "--network", "none"), 2, "none", id="no network"),
        pytest.param(("answers", "--network", "texts"), 1, "fowler", id="another folder"),
        pytest.param(("answers", "--synthetic", "7"), 2, "100", id="too small a network"),
        pytest.param(
            ("answers", "--network", "texts", "--synthetic", "100"), 2, "one at a time", id="both"
        ),
        pytest.param(("extract", "--texts", "none"), 3, "none", id="no texts"),
        pytest.param(("extract", "--bulk", "none"), 1, "none", id="no bulk"),
        pytest.param(("cases", "--cases", "none"), 1, "none", id="no distribution"),
        pytest.param(("cases", "--cases", "texts/one.txt"), 1, "one.txt", id="no archive"),
    ],
)
def test_bad_input_is_named(
    tmp_path: Path, texts: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """One sentence on stderr and nothing on stdout."""
    done = bench(tmp_path, *words)

    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
