"""The answer about a draft bill: what it cites and engages, and the laws that are most like it."""

from api.answers.answer import Answer, record
from api.answers.shapes import limiting
from graph.as_of import AsOf
from graph.store import PrecedentStore
from ingest.compare import Alike, Comparison


def draft_beside_record(store: PrecedentStore, found: Comparison, as_of: AsOf) -> Answer:
    """Return a comparison as an answer; the rows are the laws that are most like the draft."""
    return record(
        store,
        found,
        as_of,
        rows=found.alike,
        row=Alike,
        limiting_cases=limiting(found.limiting_cases),
    )
