"""The example of CONTRIBUTING.md is a law that validates, loads and is found, as it says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LAW, TIE = re.findall(r"```yaml\n(.*?)```", TEXT, re.S)
PACKAGES = ("api", "graph", "ingest", "ontology")


def test_a_law_is_ten_lines() -> None:
    """As the heading promises."""
    assert "### Add a law in ten lines" in TEXT
    assert len(LAW.splitlines()) == 10


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sources to which somebody has added the example."""
    copy = tmp_path_factory.mktemp("checkout")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("*.pyc"))
    (copy / "graph" / "facts" / "laws" / "example.yaml").write_text(LAW + TIE, encoding="utf-8")
    return copy


def precedent(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program of the copy."""
    return subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", *words],
        cwd=checkout,
        env=os.environ | {"PRECEDENT_HOME": str(checkout / "home"), "PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_example_keeps_every_rule(checkout: Path) -> None:
    """Among all the other facts."""
    done = precedent(checkout, "validate", "graph/facts/laws/example.yaml")

    assert done.returncode == 0, done.stdout
    assert "every rule is kept: 1 laws and instruments in 1 files" in done.stdout


@pytest.mark.slow
def test_the_example_is_found_with_what_ties_it_to_a_precedent(checkout: Path) -> None:
    """By place and by case; nobody has verified it, and the answer says so."""
    slug = yaml.safe_load(LAW)[0]["slug"]
    asked = ("laws", "--relies-on", "521 U.S. 898", "--jurisdiction", "US-WY", "--all-evidence")
    tied = json.loads(precedent(checkout, *asked, "--json").stdout)
    law = next(found for found in tied["items"] if found["slug"] == slug)

    assert law["verified"] is False
    assert law["record_kind"] == "law"
    assert [(tie["precedent"]["slug"], tie["evidence_type"]) for tie in law["reliance"]] == [
        ("printz-v-united-states", 8)
    ]


def test_a_slip_in_the_example_is_told_with_its_line(checkout: Path) -> None:
    """And with the word that was meant."""
    slip = checkout / "slip.yaml"
    slip.write_text(
        LAW.replace("us-wy/laws/2031/1", "us-wy/laws/2031/2").replace("pending", "pendin"),
        encoding="utf-8",
    )
    done = precedent(checkout, "validate", str(slip))

    assert done.returncode == 4
    assert re.search(r"slip\.yaml:7: .* did you mean 'pending'\?", done.stdout)
