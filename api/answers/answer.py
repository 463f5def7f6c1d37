"""One answer: the record that every form of it renders, with the day and the dataset it is of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from api.ordering import Keys, ordered
from api.paging import Page, Window
from graph.answers import Step
from graph.as_of import ALWAYS, AsOf
from graph.store import PrecedentStore

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer before it takes a form.

    ``body`` is its JSON: a list (``listed``) has ``items`` of the type ``shape``, and any other
    answer tells a record of that type. ``rows`` are what a table of it lists, each of the type
    ``row``. ``things`` says whether they tell of things rather than of counts, ``steps`` are the
    arrows of a drawing, where there are any, and ``iri`` names the one thing that the answer is
    about. ``found`` is the graph's own answer, for telling it in words.
    """

    body: Mapping[str, Any]
    shape: type
    rows: Sequence[Any]
    row: type
    found: Any
    listed: bool = False
    things: bool = True
    steps: Sequence[Step] | None = None
    iri: str | None = None

    @property
    def next(self) -> str | None:
        """The cursor of the next page of a list."""
        cursor: str | None = self.body.get("next")
        return cursor

    @property
    def empty(self) -> bool:
        """Whether a list has nothing in it, on whatever page."""
        return self.listed and not self.body["total"]


def dataset_of(store: PrecedentStore, as_of: AsOf = ALWAYS) -> dict[str, str]:
    """Return the day that was asked about, else that of the facts, and the dataset's hash."""
    return {"as_of": as_of.day or store.as_of(), "dataset": store.dataset_hash()}


def record(
    store: PrecedentStore,
    found: Any,  # noqa: ANN401 - a dataclass of the graph
    as_of: AsOf = ALWAYS,
    *,
    rows: Sequence[Any] | None = None,
    row: type | None = None,
    iri: str | None = None,
    **otherwise: object,
) -> Answer:
    """Return one record as an answer; its own rows are the record itself unless others are given.

    ``otherwise`` are fields that are told otherwise than the record has them.
    """
    told = {field.name: getattr(found, field.name) for field in fields(found)} | otherwise
    body = dataset_of(store, as_of) | {k: v for k, v in told.items() if k != "as_of"}
    kind = type(found)
    return Answer(body, kind, (found,) if rows is None else rows, row or kind, found, iri=iri)


def listing(
    store: PrecedentStore,
    found: Any,  # noqa: ANN401 - the graph's own answer
    items: Sequence[T],
    of: type[T],
    window: Window,
    as_of: AsOf = ALWAYS,
    *,
    total: int,
    **beside: object,
) -> Answer:
    """Return one page of a list as an answer; ``beside`` stands in it next to the items."""
    place = {"total": total, "next": window.after(total)}
    body = dataset_of(store, as_of) | place | beside | {"items": items}
    return Answer(body, of, items, of, found, listed=True)


def paged(
    store: PrecedentStore,
    found: Any,  # noqa: ANN401 - the graph's own answer
    of: type[T],
    page: Page,
    as_of: AsOf,
    *,
    asked: tuple[object, ...],
    keys: Keys[T],
    **beside: object,
) -> Answer:
    """Return a page of the items of an answer that has them all, in the order asked for.

    ``asked`` is the name of the list with all its filters; ``keys`` are what it can be sorted by.
    """
    window = page.window(store, *asked, as_of.day)
    items = ordered(found.items, page.sort, keys)
    shown = tuple(items[window.start : window.stop])
    told = replace(found, items=shown)
    return listing(store, told, shown, of, window, as_of, total=len(items), **beside)
