"""A draft bill is held beside the record, by command, by the API and on a page, and forgotten."""

import json
import logging
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from api.cli import app

DRAFT = Path(__file__).parents[2] / "docs" / "examples" / "draft-firearms-bill.md"


@pytest.fixture(scope="module")
def answer(client: httpx.Client) -> dict[str, object]:
    """Return what the API says of the example draft."""
    sent = {"file": (DRAFT.name, DRAFT.read_bytes(), "text/markdown")}
    answered = client.post("/api/v1/analyze", files=sent)
    assert answered.status_code == 200, answered.text
    found: dict[str, object] = answered.json()
    return found


def test_missouri_is_the_warning(answer: dict[str, list[dict[str, Any]]]) -> None:
    """A draft like Missouri's act is most like it, and United States v. Missouri stands first."""
    assert answer["alike"][0]["law"]["slug"] == "us-mo-sapa-2021"
    assert answer["warnings"][0]["litigation"]["case_name"] == "United States v. Missouri"
    assert answer["warnings"][0]["litigation"]["disposition"] == "struck-down"


def test_each_likeness_says_why(answer: dict[str, list[dict[str, Any]]]) -> None:
    """Shared mechanisms or programmes, and the words that weigh most."""
    for alike in answer["alike"]:
        assert alike["mechanisms"] or alike["programs"]
        assert alike["words"]


def test_overruled_authority_in_a_draft_is_flagged(
    answer: dict[str, list[dict[str, Any]]],
) -> None:
    """National League of Cities was overruled by Garcia; Printz was not."""
    ended = {c["text"]: [o["name"] for o in c["overruled_by"]] for c in answer["cited"]}

    assert any("Garcia" in name for name in ended["426 U.S. 833"])
    assert ended["521 U.S. 898, 935"] == []


def test_words_are_places_of_the_draft(
    answer: dict[str, list[dict[str, Any]]],
) -> None:
    """What is engaged is shown with the words, which stand where it says."""
    text = DRAFT.read_text(encoding="utf-8")
    for group in ("elements", "mechanisms"):
        assert answer[group]
        for engaged in answer[group]:
            for words in engaged["words"]:
                assert text[words["start"] : words["end"]] == words["text"]


def test_the_command_says_the_same(answer: dict[str, object], filled_home: Path) -> None:
    """One record, two renderings."""
    done = CliRunner().invoke(app, ["compare", str(DRAFT), "--json", "--home", str(filled_home)])

    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert {key: answer[key] for key in told} == told


def test_laws_of_the_drafts_own_state_are_left_out(client: httpx.Client) -> None:
    """A draft of Missouri is compared with the laws of others."""
    text = DRAFT.read_text(encoding="utf-8")
    found = client.post("/api/v1/analyze", data={"text": text, "jurisdiction": "mo"}).json()

    assert found["alike"]
    assert all(alike["law"]["jurisdiction"] != "US-MO" for alike in found["alike"])


def test_the_page_shows_the_answer_and_keeps_nothing(client: httpx.Client) -> None:
    """The form's answer is a page that no cache may store."""
    page = client.post("/compare", data={"text": DRAFT.read_text(encoding="utf-8")})

    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert "United States v. Missouri" in page.text
    assert client.get("/compare").status_code == 200


@pytest.mark.parametrize(
    ("sent", "rule"),
    [
        ({}, "a text or a file"),
        ({"files": {"file": ("draft.exe", b"MZ")}}, "'.exe' is none of"),
        ({"files": {"file": ("draft.pdf", b"nonsense")}}, "cannot be read as PDF"),
    ],
    ids=["nothing", "kind", "broken"],
)
def test_a_draft_that_cannot_be_read_is_a_problem(
    client: httpx.Client, sent: dict[str, dict[str, tuple[str, bytes]]], rule: str
) -> None:
    """422 with the rule, as a problem document and on the page."""
    refused = client.post("/api/v1/analyze", **sent)  # type: ignore[arg-type] # files or nothing

    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"
    assert rule in refused.json()["detail"]


def test_nothing_of_a_draft_is_logged_or_written(
    client: httpx.Client, filled_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A word that only the draft has turns up in no log and no file of the data directory."""
    before = sorted(path for path in filled_home.rglob("*") if path.is_file())
    with caplog.at_level(logging.DEBUG):
        client.post("/api/v1/analyze", data={"text": "Zyxwvutia shall not assist it."})

    assert "Zyxwvutia" not in caplog.text
    assert sorted(path for path in filled_home.rglob("*") if path.is_file()) == before


def test_an_unlikely_draft_is_like_nothing(client: httpx.Client) -> None:
    """Nothing is forced, and the answer says what that means."""
    found = client.post("/api/v1/analyze", data={"text": "The beaver is the state animal."}).json()

    assert found["alike"] == []
    assert any("about this record" in note for note in found["notes"])


def test_as_of_a_day_later_laws_are_not_there(client: httpx.Client) -> None:
    """In 2015 nobody had passed Missouri's act."""
    text = DRAFT.read_text(encoding="utf-8")
    asked = {"as_of": "2015-01-01"}
    found = client.post("/api/v1/analyze", params=asked, data={"text": text}).json()

    assert found["as_of"] == "2015-01-01"
    assert found["alike"]
    assert all(alike["law"]["enacted"] < "2015-01-01" for alike in found["alike"])
