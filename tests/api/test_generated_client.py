"""A typed client generated from nothing but ``/openapi.json`` asks what this API answers."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = Path(
    os.environ.get("PRECEDENT_CLIENT_PYTHON", ROOT / ".venv-client" / "bin" / "python")
)
# What a programmer writes who has read the description alone. Each type is said, so that mypy
# would tell if the client gave another one.
PROGRAM = """
import json
import sys

from precedent_client import Client
from precedent_client.api.cases import get_case, list_cases
from precedent_client.api.chains import list_chains
from precedent_client.api.laws import list_laws
from precedent_client.models import CaseListing, CaseRecord, ChainListing, LawListing, Problem

client = Client(base_url=sys.argv[1])


def every_law(topic: str) -> list[str]:
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = list_laws.sync(client=client, topic=topic, limit=10, cursor=cursor)
        assert isinstance(page, LawListing)
        found += [law.slug for law in page.items]
        cursor = page.next_
        if cursor is None:
            return found


case = get_case.sync("521 U.S. 898", client=client)
assert isinstance(case, CaseRecord)
name: str = case.case.name
year: int | None = case.case.year
narrowed = list_cases.sync(client=client, court="scotus", decade=1990, sort="-year")
assert isinstance(narrowed, CaseListing)
years: list[int | None] = [found.year for found in narrowed.items]
courts: dict[str, int] = {facet.value: facet.count for facet in narrowed.facets.court}
lines = list_chains.sync(client=client, from_="505 U.S. 144", to="murphy-v-ncaa", limit=1)
assert isinstance(lines, ChainListing)
treatments: list[str] = [step.treatment for step in lines.items[0].steps]
problem = get_case.sync("New York v. United States", client=client)
assert isinstance(problem, Problem)
detail: str = problem.detail

json.dump(
    {
        "case": [name, year],
        "years": years,
        "courts": courts,
        "laws": every_law("firearms"),
        "treatments": treatments,
        "problem": [problem.status, detail],
    },
    sys.stdout,
)
"""


@pytest.fixture(scope="module")
def program(client: httpx.Client, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program beside the client that was generated for it."""
    if not GENERATOR.is_file():
        pytest.skip(f"no generator at {GENERATOR}: `make .venv-client/.ready` installs it")
    folder = tmp_path_factory.mktemp("client")
    (folder / "openapi.json").write_bytes(client.get("/openapi.json").content)
    (folder / "config.yml").write_text(
        "post_hooks: []\ncontent_type_overrides: {image/svg+xml: application/octet-stream}\n"
    )
    generate = ["generate", "--path", "openapi.json", "--meta", "none", "--config", "config.yml"]
    done = subprocess.run(
        [GENERATOR, "-m", "openapi_python_client", *generate, "--output-path", "precedent_client"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Warning" not in done.stdout + done.stderr
    (folder / "program.py").write_text(PROGRAM)
    return folder / "program.py"


def test_the_client_gives_what_the_api_answers(
    client: httpx.Client, address: str, program: Path
) -> None:
    """Cases, pages, facets, lines and problems, through its types."""
    done = subprocess.run(
        [GENERATOR, program, address], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)

    def get(path: str, **query: Any) -> Any:  # noqa: ANN401 - JSON
        return client.get(path, params=query).json()

    cases = get("/api/v1/cases", court="scotus", decade=1990, sort="-year")
    laws = get("/api/v1/laws", topic="firearms", limit=1000)
    lines = get("/api/v1/chains", **{"from": "505 U.S. 144", "to": "murphy-v-ncaa", "limit": 1})
    problem = get("/api/v1/cases/New York v. United States")

    assert told["case"] == ["Printz v. United States", 1997]
    assert told["years"] == [case["year"] for case in cases["items"]]
    assert told["courts"] == {"scotus": cases["total"]}
    assert told["laws"] == [law["slug"] for law in laws["items"]]
    assert len(told["laws"]) > 10
    assert told["treatments"] == [step["treatment"] for step in lines["items"][0]["steps"]]
    assert told["problem"] == [409, problem["detail"]]


@pytest.mark.slow
def test_the_client_is_typed(program: Path) -> None:
    """Mypy finds the types that the program relies on, and would find a wrong one."""
    wrong = program.with_name("wrong.py")
    wrong.write_text(PROGRAM.replace("year: int | None", "year: str"))
    results = [
        subprocess.run(
            [
                *(sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent"),
                *("--python-executable", GENERATOR, "--config-file", os.devnull, path.name),
            ],
            cwd=program.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        for path in (program, wrong)
    ]

    assert results[0].returncode == 0, results[0].stdout
    assert 'variable has type "str"' in results[1].stdout
