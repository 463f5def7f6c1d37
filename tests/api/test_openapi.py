"""The description of the API: stable names, words that people can read, examples that are true."""

import json
from typing import Any

import httpx
import pytest
from pydantic import TypeAdapter

from api import schemas
from api.app import create_app
from api.description import API, example
from api.examples.asked import ASKED, DRAFT
from api.examples.generate import cut

# Programs are written against these: one may be added, none renamed or dropped.
NAMES = {
    "analyze_draft", "ask_question", "compare_laws", "compare_places", "get_case",
    "get_case_status", "get_claim", "get_element", "get_exposure", "get_law", "get_law_footing",
    "list_authority", "list_candidates", "list_case_laws", "list_cases", "list_chains",
    "list_claims", "list_counts", "list_elements", "list_laws", "list_lineage", "list_progeny",
    "list_questions",
}  # fmt: skip
# The keys of these are values of the data, so another answer has others.
COUNTED = {"folded_by_type", "other_kinds", "laws_by_class", "cases_by_class", "parameters", "rows"}
APP = create_app()
TOLD = APP.openapi()
OPERATIONS = {
    operation["operationId"]: operation
    for path, methods in TOLD["paths"].items()
    for operation in methods.values()
    if path.startswith(API)
}


@pytest.fixture(scope="module")
def live(client: httpx.Client) -> dict[str, Any]:
    """Return what the server answers to the question of each example."""
    return {
        name: (
            client.post(path, data={"text": DRAFT}) if name == "analyze_draft" else client.get(path)
        )
        .raise_for_status()
        .json()
        for name, path in ASKED.items()
    }


def model(name: str) -> TypeAdapter[Any]:
    """Return the type that an operation is said to answer with."""
    schema = OPERATIONS[name]["responses"]["200"]["content"]["application/json"]["schema"]
    return TypeAdapter(getattr(schemas, schema["$ref"].rpartition("/")[2]))


def test_the_names_of_operations_stay() -> None:
    """Each once, over the whole description."""
    every = [o["operationId"] for methods in TOLD["paths"].values() for o in methods.values()]

    assert OPERATIONS.keys() >= NAMES
    assert len(every) == len(set(every))


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_is_described_for_people(name: str) -> None:
    """A sentence or more; every parameter says what it does; errors are problems."""
    operation = OPERATIONS[name]
    parameters = operation.get("parameters", [])

    assert len(operation["description"]) > 70
    assert [p["name"] for p in parameters if not p.get("description")] == []
    assert "application/problem+json" in operation["responses"]["default"]["content"]
    assert "422" not in operation["responses"]


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_is_answered_is_what_is_said_to_be(name: str, live: dict[str, Any]) -> None:
    """Read by the type and written again, an answer is the same: no field more and none less."""
    kind = model(name)
    read = kind.validate_json(json.dumps(live[name]))

    assert json.loads(kind.dump_json(read)) == live[name]


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_example_is_an_answer_of_today(name: str, live: dict[str, Any]) -> None:
    """It is of the type, and has the fields that the server gives now; values may have moved on."""
    shown = example(name)
    content = OPERATIONS[name]["responses"]["200"]["content"]["application/json"]

    assert content["example"] == shown
    assert model(name).validate_json(json.dumps(shown))
    assert shown.get("items", [1])
    assert differences(shown, cut(live[name])) == []


def differences(one: Any, other: Any, at: str = "") -> list[str]:  # noqa: ANN401 - JSON
    """Return where two pieces of JSON have other fields."""
    if isinstance(one, dict) and isinstance(other, dict):
        if at.rpartition(".")[2] in COUNTED:
            return []
        found = [f"{at}.{name}" for name in one.keys() ^ other.keys()]
        return found + [
            d for k in one.keys() & other.keys() for d in differences(one[k], other[k], f"{at}.{k}")
        ]
    if isinstance(one, list) and isinstance(other, list):
        return [d for a, b in zip(one, other, strict=False) for d in differences(a, b, at)]
    return []


def test_every_operation_has_its_example() -> None:
    """One that somebody adds is given a question; ``python -m api.examples.generate`` answers it."""
    assert ASKED.keys() == OPERATIONS.keys()


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_forms_are_those_that_the_server_gives(name: str, client: httpx.Client) -> None:
    """What the description offers is what a 406 lists."""
    path = httpx.URL(ASKED[name]).copy_merge_params({"format": "none"})
    posted = name == "analyze_draft"
    told = (client.post(path, data={"text": DRAFT}) if posted else client.get(path)).json()

    assert set(OPERATIONS[name]["responses"]["200"]["content"]) == set(told["offered"].values())


def test_each_record_says_what_it_is() -> None:
    """A schema without words would be read by nobody."""
    told = TOLD["components"]["schemas"]
    silent = [name for name, schema in told.items() if not schema.get("description")]

    assert len(told) > 40
    assert [name for name in silent if not name.startswith("Body_")] == []
