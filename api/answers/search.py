"""The answer to a search over everything: cases, laws, elements of the doctrine, claims."""

from typing import Final

from api.answers.answer import Answer, paged
from api.ordering import Keys
from api.paging import Page
from graph.as_of import AsOf
from graph.search import KINDS, Hit, search
from graph.store import PrecedentStore

HIT_KEYS: Final[Keys[Hit]] = {
    "score": lambda hit: hit.score,
    "kind": lambda hit: KINDS.index(hit.kind),
    "title": lambda hit: hit.title.casefold(),
}


def search_list(
    store: PrecedentStore, text: str, kind: str | None, as_of: AsOf, page: Page
) -> Answer:
    """Return what words or a citation fit, with counts by kind and how the words were taken."""
    found = search(store, text, kind=kind, limit=None, as_of=as_of)
    return paged(
        store,
        found,
        Hit,
        page,
        as_of,
        asked=("search", text, kind),
        keys=HIT_KEYS,
        facets=found.facets,
        understood=found.understood,
        missing=found.missing,
    )
