"""The envelope of a list, and the records of ``graph.answers`` as the API documents them."""

from dataclasses import asdict
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field

from graph.answers import Candidate, CaseSummary, LawSummary, Step
from graph.as_of import ALWAYS, AsOf
from graph.law_days import LawRef
from graph.store import PrecedentStore

T = TypeVar("T")


class Dataset(BaseModel):
    """Which state of the graph answered."""

    as_of: str = Field(
        description="The day asked about, else the newest to which a curated fact was checked"
    )
    dataset: str = Field(description="Hash of the dataset; equal hashes mean equal answers")


class Listing(Dataset, Generic[T]):
    """A page of a list; ``next`` is the address of the page after it."""

    items: list[T]
    total: int
    next: str | None = None


class Limit(BaseModel):
    """A case that limits laws of a list, and how many of them."""

    case: CaseSummary
    laws: int


class LawListing(Listing[LawSummary]):
    """Laws, with counts of those left out and why."""

    folded: int = Field(description="Laws left out because of evidence_max")
    folded_by_type: dict[int, int] = Field(description="The same by type of evidence")
    by_kind: dict[str, int] = Field(description="What is listed, by kind: laws are of kind law")
    other_kinds: dict[str, int] = Field(description="What fits but is of a kind not asked for")
    limited: int = Field(description="Laws that the case does not support but limit")
    uncertain: int = Field(description="Listed, though their status on the day is not certain")
    limits: list[Limit] = Field(description="The cases that limit laws of the list")
    counters: list[LawRef] = Field(description="Measures that answer laws of the list")
    by_decade: dict[int, int] = Field(description="What is listed, by decade of enactment")
    by_disposition: dict[str, int] = Field(description="Laws by what a court did with them")
    relies_on: CaseSummary | None = None


class CandidateListing(Listing[Candidate]):
    """Passages that may show reliance; ``review`` says that nobody has looked at them."""

    review: str
    relies_on: CaseSummary | None = None
    law: str | None = None


class StepListing(Listing[Step]):
    """The ties of a case to the cases it rests on, or that rest on it."""

    case: CaseSummary
    direction: str
    max_hops: int
    treatments: list[tuple[str, int]] = Field(description="All ties by their strongest treatment")
    main_path: list[CaseSummary] = Field(
        description="The line that most lines within reach run along, oldest first"
    )


def dataset_of(store: PrecedentStore, as_of: AsOf = ALWAYS) -> dict[str, str]:
    """Return the fields of ``Dataset``: the day that was asked about, else that of the facts."""
    return {"as_of": as_of.day or store.as_of(), "dataset": store.dataset_hash()}


def with_dataset(
    store: PrecedentStore,
    record: Any,  # noqa: ANN401 - any answer
    as_of: AsOf = ALWAYS,
) -> dict[str, Any]:
    """Return an answer's fields with those of ``Dataset``."""
    return asdict(record) | dataset_of(store, as_of)
