"""Fixtures that tests of every floor share."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real opinions and gold; skip, saying so, where it is not at hand."""
    folder = Path(os.environ.get("PRECEDENT_SHARED", ROOT.parent / "shared"))
    if not (folder / "opinions" / "manifest.json").is_file():
        pytest.skip(f"no opinions at {folder}: set PRECEDENT_SHARED to the folder that has them")
    return folder
