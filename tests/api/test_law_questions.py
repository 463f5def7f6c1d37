"""The questions that staff bring, asked of the command line and of the API: one answer, evidenced."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from api.cli import app


def asked(home: Path, *words: str) -> dict[str, Any]:
    """Return the JSON that a command prints."""
    done = CliRunner().invoke(app, [*words, "--json", "--home", str(home)])
    assert done.exit_code == 0, done.output
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


# What is asked, with how many laws, resolutions and compacts the facts hold for it.
QUESTIONS = [
    pytest.param({"topic": "real-id", "kind": "law"}, 17, id="REAL ID refusals by statute"),
    pytest.param({"topic": "real-id", "kind": "resolution"}, 5, id="REAL ID by resolution"),
    pytest.param(
        {"topic": "cannabis-adult-use", "as_of": "2025-10-03"}, 25, id="adult use on a day"
    ),
    pytest.param({"topic": "cannabis-adult-use", "status": "in-force"}, 25, id="adult use today"),
    pytest.param({"topic": "fugitive-slaves"}, 27, id="personal liberty laws"),
    pytest.param({"topic": "firearms", "disposition": "struck-down"}, 3, id="gun laws in court"),
    pytest.param(
        {"topic": "immigration-enforcement", "disposition": "upheld"}, 8, id="upheld sanctuary laws"
    ),
    pytest.param({"kind": "compact"}, 7, id="compacts"),
    pytest.param({"topic": "public-banking"}, 1, id="public bank"),
    pytest.param(
        {"mechanism": "shield-from-out-of-state-process", "kind": "law", "status": "in-force"},
        13,
        id="shield laws",
    ),
    pytest.param(
        {"topic": "sovereignty-process", "jurisdiction": "US-UT"}, 2, id="Utah's sovereignty act"
    ),
    pytest.param({"relies_on": "murphy-v-ncaa", "bearing": "supports"}, 6, id="laws on Murphy"),
]


@pytest.mark.parametrize(("facets", "total"), QUESTIONS)
def test_a_question_has_one_answer_by_command_and_by_http(
    filled_home: Path, client: httpx.Client, facets: dict[str, str], total: int
) -> None:
    """The same laws, counted by kind, each with a source or a mark of what is not verified."""
    words = [
        word for facet, value in facets.items() for word in (f"--{facet.replace('_', '-')}", value)
    ]
    command = asked(filled_home, "laws", *words)
    page = client.get("/api/v1/laws", params=facets | {"limit": "1000"}).json()

    assert command["total"] == page["total"] == total
    assert [law["slug"] for law in command["items"]] == [law["slug"] for law in page["items"]]
    assert command["facets"] == page["facets"]
    assert sum(kind["count"] for kind in page["facets"]["kind"]) == total
    for tie in (tie for law in page["items"] for tie in law["reliance"]):
        assert tie["source"]
        assert tie["as_of"]


def test_personal_liberty_laws_fall_into_decades_around_prigg(client: httpx.Client) -> None:
    """What Prigg allowed came after it; what it struck down or limits stands beside."""
    answer = client.get("/api/v1/laws", params={"topic": "fugitive-slaves"}).json()
    allowed = client.get(
        "/api/v1/laws", params={"relies_on": "prigg-v-pennsylvania", "limit": "99"}
    ).json()

    decades = {decade["value"]: decade["count"] for decade in answer["facets"]["decade"]}

    assert sum(decades.values()) == answer["total"]
    assert decades["1850"] > decades["1830"]
    assert "prigg-v-pennsylvania" in {limit["case"]["slug"] for limit in answer["limits"]}
    assert all(law["enacted"] > "1842" for law in allowed["items"])
    assert allowed["limited"] > 0


def test_sanctuary_laws_stand_beside_those_that_require_help(client: httpx.Client) -> None:
    """Neither side of the field is shown alone."""
    answer = client.get(
        "/api/v1/laws", params={"topic": "immigration-enforcement", "mechanism": "non-cooperation"}
    ).json()

    assert {"us-tx-sb4-2017", "us-fl-sb168-2019"} <= {ref["slug"] for ref in answer["counters"]}
    every = client.get("/api/v1/laws", params={"topic": "immigration-enforcement"}).json()
    assert "geo-group-v-newsom" in {limit["case"]["slug"] for limit in every["limits"]}


@pytest.mark.parametrize(
    ("slug", "day", "total", "votes"),
    [
        ("interstate-national-popular-vote", "2026-04-12", 18, 209),
        ("interstate-national-popular-vote", "2026-04-13", 19, 222),
        ("interstate-convention-of-states-applications", "2019-12-31", 15, None),
        ("interstate-nurse-licensure-compact", "2026-06-17", 40, None),
    ],
)
def test_a_compact_has_one_count_by_command_and_by_http(
    filled_home: Path, client: httpx.Client, slug: str, day: str, total: int, votes: int | None
) -> None:
    """Members and electoral votes of the day, by both ways."""
    command = asked(filled_home, "law", slug, "--as-of", day)["members"]
    page = client.get(f"/api/v1/laws/{slug}", params={"as_of": day}).json()["members"]

    assert command == page
    assert (len(page["members"]), page["electoral_votes"]) == (total, votes)


def test_utahs_sovereignty_act_has_its_votes(filled_home: Path, client: httpx.Client) -> None:
    """By how many votes, and what it does, from the record."""
    slug = "us-ut-constitutional-sovereignty-act-2024"
    page = client.get(f"/api/v1/laws/{slug}").json()

    assert page["votes"] == asked(filled_home, "law", slug)["votes"]
    assert "House 57–14" in page["votes"]


def test_a_day_that_does_not_exist_is_refused_by_both(
    filled_home: Path, client: httpx.Client
) -> None:
    """The value is named; the command ends with 2, the server says 4xx with a problem."""
    done = CliRunner().invoke(app, ["laws", "--as-of", "2025-02-30", "--home", str(filled_home)])
    page = client.get("/api/v1/laws", params={"as_of": "2025-02-30"})

    assert done.exit_code == 2
    assert 400 <= page.status_code < 500
    assert "2025-02-30" in page.json()["detail"]


def test_the_page_of_a_compact_shows_its_members_on_the_day(client: httpx.Client) -> None:
    """A table that works without scripts, with what nobody has verified in it."""
    page = client.get("/laws/interstate-national-popular-vote", params={"as_of": "2019-06-12"})

    assert page.status_code == 200
    assert "196 electoral votes" in page.text
    assert "not-sought" in page.text
