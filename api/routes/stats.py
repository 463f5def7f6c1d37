"""What the graph holds, counted, and the named questions that anybody may ask."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.dependencies import AsOfDay, Store
from api.schemas import Dataset, dataset_of
from graph.errors import UndatedQuestion, UnknownConcept
from graph.questions import asked_by_name, asks, parameters, question
from graph.stats import Counts, stats

router = APIRouter(prefix="/api/v1", tags=["stats"])


class Stats(Dataset):
    """Every count, each with the question that it answers."""

    items: list[Counts]


class Question(BaseModel):
    """A named question: what it asks and where it is answered."""

    name: str
    asks: str
    url: str


class Answer(Dataset):
    """The rows that answer a named question; ``query`` asks the same at ``/sparql``."""

    name: str
    asks: str
    query: str = Field(description="SPARQL 1.1, ready to be sent to /sparql")
    rows: list[dict[str, str]]


@router.get("/stats", response_model=Stats)
def all_stats(store: Store, as_of: AsOfDay) -> dict[str, Any]:
    """Return counts by kind of record, topic, jurisdiction, evidence, provenance and checking."""
    return dataset_of(store, as_of) | {"items": stats(store, as_of).items}


@router.get("/questions", response_model=list[Question])
def all_questions() -> list[dict[str, str]]:
    """Return the questions that can be asked by name."""
    return [
        {"name": name, "asks": asks(name), "url": f"/api/v1/questions/{name}"}
        for name in asked_by_name()
    ]


@router.get("/questions/{name}", response_model=Answer)
def one_question(name: str, store: Store, as_of: AsOfDay) -> dict[str, Any]:
    """Ask a named question, and return its answer with the query that was run."""
    if name not in asked_by_name():
        raise UnknownConcept("named question", name, tuple(asked_by_name()))
    if as_of.day and not parameters(name):
        raise UndatedQuestion(name)
    query = question(name, as_of=as_of.term)
    return dataset_of(store, as_of) | {
        "name": name,
        "asks": asks(name),
        "query": query,
        "rows": store.select(query),
    }
