"""``make test-all`` finds the Pythons that pyenv has installed, wherever it keeps them."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def program(path: Path, text: str) -> None:
    """Write a script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def found(folder: Path, **settings: str) -> str:
    """Return what ``test-all`` would run, with shims on the path that answer for no version."""
    shims = folder / "shims"
    for version in ("3.11", "3.12", "3.13"):
        program(shims / f"python{version}", "exit 127")
    given = {"PATH": f"{shims}:/usr/bin:/bin", "HOME": str(folder / "fresh")} | settings
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYENV", "MAKE"))
    }
    done = subprocess.run(
        ["make", "--no-print-directory", "test-all", "MAKE=echo would"],
        cwd=ROOT,
        env=kept | given,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("told", [True, False], ids=["PYENV_ROOT", "beside the shims"])
def test_a_python_of_pyenv_is_found_with_a_fresh_home(tmp_path: Path, *, told: bool) -> None:
    """By the variable that pyenv sets, and without it by where the failing shim stands."""
    place = tmp_path / "elsewhere" if told else tmp_path
    python = place / "versions" / "3.12.9" / "bin" / "python"
    program(python, "exit 0")
    shown = found(tmp_path, **({"PYENV_ROOT": str(place)} if told else {}))

    assert f"test PYTHON={python} VENV=.venv-3.12" in shown
    assert "Python 3.13 is not installed: skipped" in shown


def test_a_shim_that_works_is_taken_as_it_is(tmp_path: Path) -> None:
    """What the path gives goes before what pyenv has."""
    python = tmp_path / "first" / "python3.12"
    program(python, "exit 0")
    shims = tmp_path / "shims"

    assert f"PYTHON={python} " in found(tmp_path, PATH=f"{python.parent}:{shims}:/usr/bin:/bin")
