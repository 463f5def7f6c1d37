"""What answers look like, as the API documents them: envelopes around the graph's own records."""

from dataclasses import MISSING, Field, fields
from typing import Any, Generic, TypeVar, get_type_hints

from pydantic import BaseModel, create_model
from pydantic import Field as Described

from api.answers.chains import Direction
from api.answers.held import Question
from api.answers.shapes import LimitingCase, ThroughRecord
from graph.answers import Candidate, CaseSummary, Chain, LawDetail, LawSummary, Step
from graph.asking import QuestionAnswer
from graph.authority import CaseAuthority
from graph.beside import LawsBeside, PlacesBeside
from graph.case_answers import CaseDetail
from graph.citing import CitedAs
from graph.claims import ClaimDetail, ClaimSummary
from graph.counting import FacetCount
from graph.element_answers import ElementDetail, ElementSummary
from graph.exposure import ExposureAnswer
from graph.footing import FootingAnswer
from graph.law_days import LawRef
from graph.search import Hit
from graph.stats import Counts
from graph.treatment_status import StatusAnswer
from ingest.compare import Comparison

T = TypeVar("T")


class Dataset(BaseModel):
    """Which state of the graph answered."""

    as_of: str = Described(
        description="The day asked about, else the newest to which a curated fact was checked"
    )
    dataset: str = Described(description="Hash of the dataset; equal hashes mean equal answers")


class Listing(Dataset, Generic[T]):
    """A page of a list."""

    total: int = Described(description="How many items fit, on all pages together")
    next: str | None = Described(
        description="The cursor of the next page: ask again with `cursor=` this; null on the last"
    )
    items: list[T]


class CaseFacets(BaseModel):
    """How many cases of the whole list have which value; a value is given back as a filter."""

    court: list[FacetCount]
    year: list[FacetCount]
    decade: list[FacetCount]
    area: list[FacetCount]
    element: list[FacetCount]


class CaseListing(Listing[CaseSummary]):
    """Cases, with the facets that narrow them."""

    facets: CaseFacets


class LawFacets(BaseModel):
    """How many laws of the whole list have which value; a value is given back as a filter."""

    topic: list[FacetCount]
    jurisdiction: list[FacetCount]
    status: list[FacetCount]
    kind: list[FacetCount]
    instrument: list[FacetCount]
    mechanism: list[FacetCount]
    bearing: list[FacetCount]
    evidence: list[FacetCount]
    disposition: list[FacetCount]
    decade: list[FacetCount]


class LawListing(Listing[LawSummary]):
    """Laws, with counts of those left out and why."""

    relies_on: CaseSummary | None
    facets: LawFacets
    folded: int = Described(description="Laws left out because of evidence_max")
    folded_by_type: dict[int, int] = Described(description="The same by type of evidence")
    other_kinds: dict[str, int] = Described(description="What fits but is of a kind not asked for")
    limited: int = Described(description="Laws that the case does not support but limit")
    uncertain: int = Described(description="Listed, though their status on the day is not certain")
    limits: list[LimitingCase] = Described(description="The cases that limit laws of the list")
    counters: list[LawRef] = Described(description="Measures that answer laws of the list")
    through: list[ThroughRecord] = Described(
        description="With through=true, laws tied to a later case that rests on the one asked about"
    )


class CandidateListing(Listing[Candidate]):
    """Passages that may show reliance; ``review`` says that nobody has looked at them."""

    review: str
    relies_on: CaseSummary | None
    law: str | None


class ElementListing(Listing[ElementSummary]):
    """Elements of the doctrine, broader ones before narrower ones."""


class AuthorityListing(Listing[CaseAuthority]):
    """The cases that carry most authority; ``citations`` counts those among all of them."""

    element: str | None
    citations: int


class CountsListing(Listing[Counts]):
    """What the graph holds, counted; each count is the answer to a named question."""


class QuestionListing(Listing[Question]):
    """The questions that can be asked by name."""


class ClaimFacets(BaseModel):
    """How many claims of the whole list have which verdict."""

    verdict: list[FacetCount]


class ClaimListing(Listing[ClaimSummary]):
    """Claims of the public debate, with how many of them have which verdict."""

    facets: ClaimFacets


class SearchFacets(BaseModel):
    """How many hits of a search are of which kind."""

    kind: list[FacetCount]


class SearchListing(Listing[Hit]):
    """What a search found, the best first, and how its words were taken."""

    facets: SearchFacets
    understood: dict[str, str] = Described(description="Words taken for others: slips of the pen")
    missing: list[str] = Described(description="Words that no hit has, where nothing has all")


class StepFacets(BaseModel):
    """How many ties within reach are of which treatment, each by its strongest."""

    treatment: list[FacetCount]


class StepListing(Listing[Step]):
    """The ties of a case to the cases it rests on, or that rest on it."""

    case: CaseSummary
    direction: Direction
    max_hops: int
    facets: StepFacets
    main_path: list[CaseSummary] = Described(
        description="The line that most lines within reach run along, oldest first"
    )
    partial: bool = Described(
        description="More references lie within reach than one answer reads: `total` and facets are"
        " the least there are"
    )


class ChainListing(Listing[Chain]):
    """Lines of cases from an earlier case to a later one, the strongest first."""

    start: CaseSummary
    end: CaseSummary
    max_hops: int
    main_path: Chain | None = Described(description="The line that most lines run along")
    partial: bool = Described(
        description="More lies between the two than one answer reads: lines may be missing"
    )


def of_a_day(record: type, name: str, **otherwise: Any) -> type[Dataset]:  # noqa: ANN401 - hints
    """Return the model of a record of the graph as an answer tells it, with the fields of Dataset.

    ``otherwise`` are types of fields that the answer tells otherwise than the record.
    """
    hints = get_type_hints(record) | otherwise
    told: dict[str, Any] = {
        field.name: (hints[field.name], _default(field))
        for field in fields(record)
        if field.name != "as_of"
    }
    return create_model(name, __base__=Dataset, __doc__=record.__doc__, **told)


def _default(field: "Field[Any]") -> Any:  # noqa: ANN401 - what pydantic takes for a default
    return ... if field.default is MISSING else field.default


CaseRecord = of_a_day(CaseDetail, "CaseRecord")
LawRecord = of_a_day(LawDetail, "LawRecord")
ElementRecord = of_a_day(ElementDetail, "ElementRecord")
StatusRecord = of_a_day(StatusAnswer, "StatusRecord")
ClaimRecord = of_a_day(ClaimDetail, "ClaimRecord")
DraftRecord = of_a_day(Comparison, "DraftRecord", limiting_cases=list[LimitingCase])
QuestionRecord = of_a_day(QuestionAnswer, "QuestionRecord")
CitedRecord = of_a_day(CitedAs, "CitedRecord")
ExposureRecord = of_a_day(
    ExposureAnswer,
    "ExposureRecord",
    laws_by_class=dict[str, int],
    cases_by_class=dict[str, int],
    limits=list[LimitingCase],
)
FootingRecord = of_a_day(FootingAnswer, "FootingRecord")
LawsBesideRecord = of_a_day(LawsBeside, "LawsBesideRecord")
PlacesBesideRecord = of_a_day(PlacesBeside, "PlacesBesideRecord")
