"""What the documentation says of eyecite's own cases is what reading them gives."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from api.bench.published_cases import CasesMissing, as_published, compare, newest_distribution

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    """Return the counts that `make bench` wrote."""
    read: dict[str, Any] = json.loads((DOCS / "eyecite-cases.json").read_text(encoding="utf-8"))
    return read


def test_the_page_prints_the_counts_that_are_kept(kept: dict[str, Any]) -> None:
    """By kind and in all; and every miss has its reason, as many as there are."""
    page = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    reasons = page.partition("### What we miss")[2].partition("###")[0]
    rows = re.findall(r"^\| .+ \| (\d+) \| .+ \|$", reasons, re.M)

    assert f"{kept['texts']} texts, {kept['alike']} read alike" in page
    for kind, expected in kept["expected"].items():
        assert f"| {kind} | {expected} | {kept['found'][kind]} |" in page
    assert sum(map(int, rows)) == len(kept["missed"])


def test_reading_them_again_gives_what_is_kept(kept: dict[str, Any]) -> None:
    """Only where `make bench` has fetched them; a change of the rules changes the file."""
    try:
        distribution = newest_distribution()
    except CasesMissing as missing:
        pytest.skip(str(missing))

    assert json.loads(as_published(compare(distribution), distribution)) == kept
