"""The command line gives what the API answers: one record, whoever asks for it and in what form."""

import json
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from api.app import create_app
from api.cli import app
from api.description import API
from api.examples.asked import DRAFT

NEW_YORK, MURPHY = "505 U.S. 144", "murphy-v-ncaa"
# Each operation of the API with a command that asks the same.
PAIRS: dict[str, tuple[list[str], str]] = {
    "list_cases": (
        ["cases", "united states", "--court", "scotus", "--sort", "-year", "--limit", "3"],
        "cases?q=united states&court=scotus&sort=-year&limit=3",
    ),
    "get_case": (["case", "printz"], "cases/printz"),
    "get_case_status": (
        ["status", "426 U.S. 833", "--hops", "1"],
        "cases/426 U.S. 833/status?max_hops=1",
    ),
    "list_lineage": (
        ["lineage", "printz", "--hops", "2", "--limit", "4", "--sort", "cited_decided"],
        "cases/printz/lineage?max_hops=2&limit=4&sort=cited_decided",
    ),
    "list_progeny": (
        ["progeny", NEW_YORK, "--treatment", "follows"],
        f"cases/{NEW_YORK}/progeny?treatment=follows",
    ),
    "list_chains": (
        ["chain", NEW_YORK, MURPHY, "--limit", "2", "--dissents"],
        f"chains?from={NEW_YORK}&to={MURPHY}&limit=2&dissents=true",
    ),
    "cite": (["cite", "521 us 898, 935"], "cite?q=521 us 898, 935"),
    "list_laws": (
        ["laws", "--topic", "firearms", "--as-of", "2022-06-30", "--fields", "slug,status_on"],
        "laws?topic=firearms&as_of=2022-06-30&fields=slug,status_on",
    ),
    "list_case_laws": (["laws", "--relies-on", "printz"], "cases/printz/laws"),
    "get_law": (
        ["law", "interstate-national-popular-vote", "--as-of", "2019-06-12"],
        "laws/interstate-national-popular-vote?as_of=2019-06-12",
    ),
    "get_law_footing": (
        ["footing", "us-ca-sb54-california-values-act"],
        "laws/us-ca-sb54-california-values-act/footing",
    ),
    "compare_laws": (
        ["beside", "us-mo-sapa-2021", "us-ky-hb153-2023"],
        "beside/laws?one=us-mo-sapa-2021&other=us-ky-hb153-2023",
    ),
    "compare_places": (
        ["beside", "CA", "TX", "--topic", "immigration-enforcement"],
        "beside/places?one=CA&other=TX&topic=immigration-enforcement",
    ),
    "list_candidates": (["candidates"], "candidates"),
    "list_elements": (["elements", "--side", "limit"], "elements?side=limit"),
    "get_element": (["element", "no-balancing"], "elements/no-balancing"),
    "get_exposure": (
        ["exposure", "--case", "printz", "--topic", "firearms"],
        "exposure?case=printz&topic=firearms",
    ),
    "list_authority": (["authority", "--limit", "3"], "authority?limit=3"),
    "search": (["search", "pritnz", "--kind", "case"], "search?q=pritnz&kind=case"),
    "list_claims": (["claims", "--verdict", "outdated"], "claims?verdict=outdated"),
    "get_claim": (["claim", "confederation-essay/07"], "claims/confederation-essay/07"),
    "list_counts": (["stats"], "stats"),
    "list_questions": (["ask"], "questions?limit=1000"),
    "ask_question": (["ask", "history", "--case", "printz"], "questions/history?case=printz"),
}
FORMS = [
    ("list_lineage", "graphml"),
    ("list_chains", "mermaid"),
    ("get_law", "ttl"),
    ("list_cases", "jsonld"),
]


def command(home: Path, words: list[str], form: str) -> str:
    """Return what a command prints in a form."""
    done = CliRunner().invoke(app, [*words, "--format", form, "--home", str(home)])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("name", PAIRS)
def test_a_command_prints_the_record_of_the_api(
    client: httpx.Client, filled_home: Path, name: str
) -> None:
    """As JSON the same, field by field; as a table the same, letter by letter."""
    words, path = PAIRS[name]
    told = client.get(API + path)
    table = client.get(httpx.URL(API + path).copy_merge_params({"format": "csv"}))

    assert told.status_code == table.status_code == 200, told.text
    assert json.loads(command(filled_home, words, "json")) == told.json()
    assert command(filled_home, words, "csv").splitlines() == table.text.splitlines()


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_a_command_prints_every_form_of_the_api(
    client: httpx.Client, filled_home: Path, name: str, form: str
) -> None:
    """Linked data and drawings too."""
    words, path = PAIRS[name]
    told = client.get(httpx.URL(API + path).copy_merge_params({"format": form}))

    assert command(filled_home, words, form) == told.text


def test_a_draft_is_held_beside_the_same_record(
    client: httpx.Client, filled_home: Path, tmp_path: Path
) -> None:
    """Read from a file, and sent to the server."""
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    told = client.post(f"{API}analyze", data={"text": DRAFT, "jurisdiction": "US-MO"})
    words = ["compare", str(tmp_path / "draft.txt"), "--jurisdiction", "US-MO"]

    assert told.headers["cache-control"] == "no-store"
    assert json.loads(command(filled_home, words, "json")) == told.json()


def test_every_operation_has_a_command() -> None:
    """One that somebody adds is asked from the command line too."""
    told = create_app().openapi()["paths"]
    names = {
        operation["operationId"]
        for path, methods in told.items()
        for operation in methods.values()
        if path.startswith(API)
    }

    assert names == PAIRS.keys() | {"analyze_draft"}


def test_pages_follow_one_another_from_the_command_line(filled_home: Path) -> None:
    """``next`` of a page is the cursor of the one after it."""
    words = ["laws", "--topic", "firearms", "--limit"]
    first = json.loads(command(filled_home, [*words, "2"], "json"))
    second = json.loads(command(filled_home, [*words, "2", "--cursor", first["next"]], "json"))
    whole = json.loads(command(filled_home, [*words, "4"], "json"))

    assert first["items"] + second["items"] == whole["items"]
