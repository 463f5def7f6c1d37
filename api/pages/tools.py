"""What a reader takes along from a page: the same as data, an address to keep, a citation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

from api.answers.answer import dataset_of
from graph.as_of import ALWAYS, AsOf
from graph.store import PrecedentStore

SITE: Final = "Anti-Commandeering Precedent Graph"
BRIEFS: Final = (
    ("Word", "docx"),
    ("PDF", "pdf"),
    ("PowerPoint", "pptx"),
    ("HTML", "html"),
    ("Markdown", "md"),
)
FORMS: Final = (("JSON", "json"), ("CSV", "csv"), ("Turtle", "ttl"), ("JSON-LD", "jsonld"))


@dataclass(frozen=True, slots=True)
class Tools:
    """``permalink`` is the page's own address with all that was asked; ``data`` are (form, URL).

    ``authority`` is the thing's own citation, as HTML,
    ``briefs`` are (form, URL) of a briefing about it, and
    ``cite`` how to cite the page: of a day and a dataset, so that a reader can tell what changed.
    """

    permalink: str
    data: tuple[tuple[str, str], ...]
    cite: str
    iri: str | None = None
    authority: str | None = None
    briefs: tuple[tuple[str, str], ...] = ()


def address(path: str, asked: Mapping[str, object]) -> str:
    """Return a path with what is asked of it; what is empty is left out.

    >>> address("/chain", {"from": "505 U.S. 144", "as_of": "", "limit": 5})
    '/chain?from=505+U.S.+144&limit=5'
    """
    given = {name: str(value) for name, value in asked.items() if value not in ("", None, False)}
    return quote(path, safe="/") + (f"?{urlencode(given)}" if given else "")


def tools(
    store: PrecedentStore,
    title: str,
    path: str,
    asked: Mapping[str, object] | None = None,
    *,
    api: str | None = None,
    as_of: AsOf = ALWAYS,
    iri: str | None = None,
    authority: str | None = None,
    brief: Mapping[str, str] | None = None,
    forms: Collection[str] = ("json", "csv", "ttl", "jsonld"),
) -> Tools:
    """Return what can be taken along from the page at ``path``; ``api`` is the path of its data.

    ``asked`` are the parameters of both, ``forms`` those that the data has.
    """
    given = dict(asked or {}) | ({"as_of": as_of.day} if as_of.day else {})
    found = dataset_of(store, as_of)
    where = iri or "this page's address"
    data = tuple(
        (label, address(api, given | {"format": form}))
        for label, form in FORMS
        if api and form in forms
    )
    return Tools(
        permalink=address(path, given),
        data=data,
        cite=f"{SITE}, {title} (facts as of {found['as_of']}, dataset {found['dataset'][:16]}),"
        f" {where}.",
        iri=iri,
        authority=authority,
        briefs=tuple(
            (label, address("/brief", {**brief, "as_of": as_of.day or "", "format": form}))
            for label, form in BRIEFS
        )
        if brief
        else (),
    )
