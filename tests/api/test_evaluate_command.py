"""`precedent evaluate`: any file of annotations, clear errors, data on stdout only."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.program import run

TEXT = "We rest on Printz v. United States, 521 U.S. 898, 935 (1997).\n\nId., at 936.\n"


def evaluate(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run the command in a folder."""
    return run(folder / "home", "evaluate", *words, cwd=folder)


def annotated(text: str, kind: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    """Return an annotated reference to Printz where these words stand in the text."""
    start = TEXT.index(text)
    printz = {"volume": "521", "reporter": "U.S.", "page": "898"}
    return {
        **{"doc": "brief", "window": [0, len(TEXT)], "start": start, "end": start + len(text)},
        **{"kind": kind, "text": text, "volume": None, "reporter": None, "page": None},
        **{"year": None, "parallel_to": None, "resolved": printz, "signal": "none"},
        **{"part": "majority", "author": None, "in_footnote": False, "treatment": "follows"},
        **{"confidence": "sure"},
        **fields,
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one text and its two annotated references."""
    cite = {"volume": "521", "reporter": "U.S.", "page": "898", "year": 1997, "pin": "935"}
    rows = [
        annotated("521 U.S. 898, 935", "full_case", **cite),
        annotated("Id., at 936", "id", pin="936"),
    ]
    (tmp_path / "brief.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_our_own_reading_is_scored(folder: Path) -> None:
    """Without predictions the texts named by the annotations are read."""
    done = evaluate(folder, "gold.jsonl", "--texts", ".", "--json")
    scores = json.loads(done.stdout)

    assert done.returncode == 0
    assert scores["find"]["all"]["f1"] == 1
    assert scores["resolution"]["id"]["right"] == 1
    assert scores["all"]["fields"]["year"]["of_all"]["right"] == 2


def test_a_page_of_html_stands_for_the_text(folder: Path) -> None:
    """Offsets count characters of the file, markup and all."""
    (folder / "brief.txt").rename(folder / "brief.html")

    assert evaluate(folder, "gold.jsonl", "--texts", ".").returncode == 0


def test_rows_of_another_program_are_scored(folder: Path) -> None:
    """`--pred` takes what `precedent extract` prints, whole or in part; no text is needed."""
    (folder / "rows.jsonl").write_text((folder / "gold.jsonl").read_text().splitlines()[0])
    done = evaluate(folder, "gold.jsonl", "--pred", "rows.jsonl", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["find"]["all"]["recall"]["right"] == 1


def test_the_report_for_people_names_interval_and_n(folder: Path) -> None:
    """A table of finding, resolution, fields and treatment."""
    done = evaluate(folder, "gold.jsonl", "--texts", ".")

    assert done.returncode == 0
    for words in ("2 annotated references in 1 windows of 1 texts", "id", "n=2", "four-way"):
        assert words in done.stdout


def test_annotations_of_another_edition_are_warned_of(folder: Path) -> None:
    """Where a text has moved, the figures are given with a warning on stderr."""
    (folder / "brief.txt").write_text("A word more. " + TEXT, encoding="utf-8")
    done = evaluate(folder, "gold.jsonl", "--texts", ".", "--json")

    assert done.returncode == 0
    assert "2 annotated texts are not what stands at their offsets" in done.stderr
    assert json.loads(done.stdout)["annotated"] == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param(("none.jsonl", "--texts", "."), 1, "none.jsonl", id="no gold"),
        pytest.param(("gold.jsonl",), 2, "--texts", id="neither texts nor predictions"),
        pytest.param(("gold.jsonl", "--texts", "home"), 1, "'brief'", id="no text"),
        pytest.param(("gold.jsonl", "--pred", "none"), 1, "none", id="no predictions"),
        pytest.param(("brief.txt", "--texts", "."), 1, "line 1: it must be one", id="no JSON"),
        pytest.param(("empty.txt", "--texts", "."), 1, "at least one", id="empty"),
        pytest.param(
            ("gold.jsonl", "--pred", "gold.jsonl", "--write", "x"), 2, "--write", id="write"
        ),
    ],
)
def test_bad_input_is_named(folder: Path, words: tuple[str, ...], code: int, said: str) -> None:
    """One sentence on stderr, nothing on stdout, and the exit code of its kind."""
    (folder / "empty.txt").write_text("\n")
    done = evaluate(folder, *words)

    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
