"""Fixtures that tests of every floor share."""

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from ingest.corpus import fill

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real opinions and gold; skip, saying so, where it is not at hand."""
    folder = Path(os.environ.get("PRECEDENT_SHARED", ROOT.parent / "shared"))
    if not (folder / "opinions" / "manifest.json").is_file():
        pytest.skip(f"no opinions at {folder}: set PRECEDENT_SHARED to the folder that has them")
    return folder


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data directory with what the package ships, filled once for all processes.

    Tests only read it; one that writes takes ``own_home``.
    """
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home, filled = base / "filled" / "home", base / "filled" / "ready"
    with FileLock(base / "filled.lock"):
        if not filled.exists():
            fill(home)
            filled.touch()
    return home


@pytest.fixture
def own_home(filled_home: Path, tmp_path: Path) -> Path:
    """Return a copy of the filled data directory that a test may change."""
    return Path(shutil.copytree(filled_home, tmp_path / "home"))
