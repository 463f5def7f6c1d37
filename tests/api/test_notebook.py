"""The notebook for researchers runs against a real server, and says what its stored outputs say."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs/notebook/laws-and-precedents.ipynb"


@pytest.fixture
def kernel(address: str, tmp_path: Path) -> Iterator[None]:
    """Let a kernel find the server of the tests, and keep its files away from the user's."""
    given = {
        "PRECEDENT_URL": address,
        "IPYTHONDIR": str(tmp_path),
        "MPLCONFIGDIR": str(tmp_path),
        "JUPYTER_PLATFORM_DIRS": "1",
    }
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@pytest.mark.slow
@pytest.mark.usefixtures("kernel")
# The libraries of Jupyter warn about themselves.
@pytest.mark.filterwarnings("default")
def test_the_notebook_runs_and_its_tables_are_those_that_are_stored() -> None:
    """Every cell, without an error; its pictures are drawn, which differ by version."""
    nbformat = pytest.importorskip("nbformat", reason="a development dependency: make .venv/.dev")
    nbclient = pytest.importorskip("nbclient", reason="a development dependency: make .venv/.dev")
    stored = nbformat.read(NOTEBOOK, as_version=4)
    run = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(run, timeout=120, kernel_name="python3").execute()

    def told(notebook: object) -> list[tuple[str, ...]]:
        outputs = [
            output["data"]
            for cell in notebook.cells  # type: ignore[attr-defined]
            if cell.cell_type == "code"
            for output in cell.outputs
        ]
        return [
            tuple(sorted(data)) if "image/png" in data else (data["text/plain"],)
            for data in outputs
        ]

    assert told(run) == told(stored)
    assert sum("image/png" in one for one in told(run)) == 2
    assert all(cell.source and "/tmp" not in str(cell) for cell in stored.cells)  # noqa: S108
