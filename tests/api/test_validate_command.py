"""`precedent validate`: every fault on a line of its own, counts when clean, exit code 4 if not."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli import app

BROKEN = """\
- id: us-ut/laws/2031/1
  jurisdiction: us-ut
  slug: us-ut-example
  status: in-forse
"""


def run(*words: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, ["validate", *words])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a file of one law that breaks rules."""
    path = tmp_path / "mine.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_the_packaged_facts_are_clean_and_counted() -> None:
    """Exit code 0, and how many records of each kind were checked."""
    done = run()

    assert done.exit_code == 0, done.stdout
    assert "every rule is kept" in done.stdout
    assert re.search(r"\d{3} cases, .*\d{3} laws and instruments in \d+ files", done.stdout)


def test_a_fault_is_told_with_file_line_record_field_rule_and_value(broken: Path) -> None:
    """As compilers tell theirs, so that an editor can jump to it."""
    done = run(str(broken))

    assert done.exit_code == 4
    assert (
        f"{broken}:4: us-ut/laws/2031/1 status: [known-term] the scheme 'status' has no such"
        " concept; did you mean 'in-force'? ('in-forse')" in done.stdout
    )
    assert "faults: 1 laws and instruments in 1 files" in done.stderr


def test_the_faults_come_as_json_too(broken: Path) -> None:
    """The same faults with the same fields, and the same exit code."""
    done = run(str(broken), "--json")
    answer = json.loads(done.stdout)
    status = next(fault for fault in answer["faults"] if fault["field"] == "status")

    assert done.exit_code == 4
    assert answer["valid"] is False
    assert answer["records"] == {"laws": 1}
    assert (status["line"], status["rule"], status["value"]) == (4, "known-term", "in-forse")
    assert (status["file"], status["record"]) == (str(broken), "us-ut/laws/2031/1")


def test_a_file_that_is_not_there_is_refused() -> None:
    """A wrong word is another thing than a broken rule."""
    assert run("no-such-file.yaml").exit_code == 2


def test_a_folder_without_facts_is_told(tmp_path: Path) -> None:
    """Nothing checked is not the same as nothing wrong."""
    done = run(str(tmp_path))

    assert done.exit_code == 3
    assert str(tmp_path) in done.stderr


def test_the_rules_can_be_listed() -> None:
    """Each rule by the name under which its faults are told, with its sentence."""
    listed = json.loads(run("--rules", "--json").stdout)

    assert len(listed) >= 20
    assert listed["known-court"] == "A court is named by its id in courts-db."
    assert "known-court  A court is named" in run("--rules").stdout
