"""Run the command line as a user would, within this process: starting Python anew takes seconds."""

import contextlib
import subprocess
from collections.abc import Mapping
from pathlib import Path

from typer.testing import CliRunner

from api.cli import app


def run(
    home: Path,
    *words: str,
    text: str | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> "subprocess.CompletedProcess[str]":
    """Return how a command ended and what it printed, from another directory."""
    env = {"PRECEDENT_HOME": str(home), "COLUMNS": "200", **(env or {})}
    with contextlib.chdir(cwd or home.parent):
        done = CliRunner().invoke(app, list(words), input=text, env=env, prog_name="precedent")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)
