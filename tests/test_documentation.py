"""What the README shows works: every command it gives, and every command and route it names."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer.main

from api.app import create_app
from api.cli import app
from tests.program import run

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (precedent .+)$", README, re.M)


@pytest.fixture(scope="session")
def own_copy(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data directory that the commands, of which one ingests, may change."""
    return Path(shutil.copytree(filled_home, tmp_path_factory.mktemp("readme") / "home"))


def test_the_readme_has_commands_to_run() -> None:
    """The collection below is not empty by accident."""
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(command: str, own_copy: Path) -> None:
    """Each command ends with exit code 0 and prints something to stdout."""
    done = run(own_copy, *shlex.split(command)[1:], cwd=ROOT)

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_readme_names_every_route() -> None:
    """A path that the server answers is in the README's table."""
    paths = [path for path in create_app().openapi()["paths"] if "{" not in path]

    assert len(paths) >= 4
    assert [path for path in paths if path not in README] == []


def test_the_changelog_names_every_command() -> None:
    """A command of the program is recorded in the changelog."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    names = list(getattr(group, "commands", {}))

    assert len(names) >= 9
    assert [name for name in names if f"`{name}`" not in changelog] == []
