"""The distribution carries what it needs, and the four names resolve to this checkout."""

import importlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("ontology", "graph", "ingest", "api")
DATA = {
    ".ttl",
    ".yaml",
    ".jsonld",
    ".rq",
    ".toml",
    ".md",
    ".html",
    ".css",
    ".json",
    ".csv",
    ".typed",
}


FETCHED = {"node_modules", "built"}  # front-end packages, which a wheel does not carry


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_resolves_to_this_checkout(name: str) -> None:
    """A generic name such as ``api`` is ours and not one that another distribution put there."""
    module = importlib.import_module(name)

    assert module.__file__ is not None
    assert Path(module.__file__).resolve().parent == ROOT / name


@pytest.mark.slow
def test_the_wheel_holds_every_data_file(tmp_path: Path) -> None:
    """Each data file of the four packages is in the wheel, and nothing else is at its top."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT],
        check=True,
        capture_output=True,
    )
    wheel = next(tmp_path.glob("*.whl"))
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.suffix in DATA and not FETCHED & set(path.parts)
    }

    assert len(wanted) > 40
    assert wanted - held == set()
    tops = {name.partition("/")[0] for name in held if ".dist-info" not in name}
    assert tops == set(PACKAGES)
