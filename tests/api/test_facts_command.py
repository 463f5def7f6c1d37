"""``precedent facts citations`` writes the facts of a folder of opinions, or compares them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli import app

OPINION = """\
{at}

{name}

Decided June 1, 2001.

Justice SOUTER delivered the opinion of the Court.

See New York v. United States, 505 U.S. 144, 166 (1992). Id., at 188.
"""


def run(*words: str) -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(app, ["facts", "citations", *words])


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with texts of two recorded cases and of one that is not."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for at, name in (
        ("521 U.S. 898", "PRINTZ v. UNITED STATES"),
        ("528 U.S. 141", "RENO v. CONDON"),
        ("532 U.S. 1", "DOE v. ROE"),
    ):
        (folder / f"{name[:3].lower()}.txt").write_text(OPINION.format(at=at, name=name))
    return folder


def names(folder: Path) -> set[str]:
    """Return what lies in a folder."""
    return {path.name for path in folder.iterdir()}


def test_the_facts_are_written_and_then_found_the_same(texts: Path, tmp_path: Path) -> None:
    """Two opinions of recorded cases give two tables each and a list."""
    out = tmp_path / "facts"
    done = run("--texts", str(texts), "-o", str(out), "--json")

    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["total"] == 4
    assert names(out) == {
        "documents.json",
        *(f"us-{at}{end}" for at in ("521-898", "528-141") for end in (".csv", ".authorities.csv")),
    }
    assert run("--texts", str(texts), "-o", str(out), "--check").exit_code == 0


def test_a_check_names_the_file_and_line_that_differ(texts: Path, tmp_path: Path) -> None:
    """Nothing is written, and the exit code is that of a failed check."""
    out = tmp_path / "facts"
    run("--texts", str(texts), "-o", str(out))
    table = out / "us-521-898.csv"
    changed = table.read_text().replace(",166,", ",167,")
    table.write_text(changed)
    done = run("--texts", str(texts), "-o", str(out), "--check")

    assert done.exit_code == 4
    assert "us-521-898.csv" in done.output
    assert ",167," in done.output
    assert table.read_text() == changed


def test_facts_of_a_text_that_is_gone_are_removed(texts: Path, tmp_path: Path) -> None:
    """And a file that is none of ours stays."""
    out = tmp_path / "facts"
    run("--texts", str(texts), "-o", str(out))
    (out / "mine.csv").write_text("x\n")
    (texts / "ren.txt").unlink()
    done = run("--texts", str(texts), "-o", str(out))

    assert done.exit_code == 0
    assert names(out) == {
        "documents.json",
        "mine.csv",
        "us-521-898.csv",
        "us-521-898.authorities.csv",
    }


def test_a_folder_without_an_opinion_near_the_doctrine_finds_nothing(
    texts: Path, tmp_path: Path
) -> None:
    """Nothing is written over facts that are there."""
    for name in ("pri.txt", "ren.txt"):
        (texts / name).unlink()
    done = run("--texts", str(texts), "-o", str(tmp_path / "facts"))

    assert done.exit_code == 3
    assert not (tmp_path / "facts").exists()
