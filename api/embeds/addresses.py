"""Which picture stands for a page, and which page tells more than a picture."""

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote, unquote, urlencode

KINDS: Final = ("chain", "neighbourhood", "doctrine", "timeline", "map")
LISTED: Final = (("JSON", "json"), ("CSV", "csv"))
DRAWN: Final = (
    ("JSON", "json"),
    ("Mermaid", "mermaid"),
    ("DOT", "dot"),
    ("GraphML", "graphml"),
)
LAWS: Final = (
    "topic", "relies_on", "element", "status", "kind", "mechanism", "disposition", "evidence_max",
    "as_of",
)  # fmt: skip


def page_of(path: str, asked: Sequence[tuple[str, str]]) -> str:
    """Return the page that tells more than a picture, without the slash it begins with.

    >>> page_of("/embed/neighbourhood", [("case", "521 U.S. 898"), ("max_nodes", "9")])
    'cases/521%20U.S.%20898'
    >>> page_of("/embed/map", [("topic", "real-id")])
    'laws?topic=real-id'
    """
    given = dict(asked)
    kind = path.rpartition("/")[2]
    if kind == "doctrine":
        return _with("doctrine", given, ("as_of",))
    if "case" in given:
        return _with(f"cases/{quote(given['case'])}", given, ("as_of",))
    if "law" in given:
        return _with(f"laws/{quote(given['law'])}", given, ("as_of",))
    if kind == "chain":
        return _with("chain", given, ("from", "to", "as_of"))
    return _with("laws", given, LAWS)


def embed_of(path: str, asked: Sequence[tuple[str, str]]) -> str | None:
    """Return the picture that stands for a page, or for a picture itself; None where there is none.

    >>> embed_of("/cases/printz-v-united-states", [("as_of", "2018-05-14")])
    '/embed/neighbourhood?case=printz-v-united-states&as_of=2018-05-14'
    >>> embed_of("/embed/chain.svg", [("from", "a"), ("to", "b")])
    '/embed/chain?from=a&to=b'
    >>> embed_of("/about/accuracy", []) is None, embed_of("/laws", []) is None
    (True, True)
    """
    given = [(name, value) for name, value in asked if value]
    whole = dict(given)
    if path.startswith("/embed/") and path.partition(".")[0].removeprefix("/embed/") in KINDS:
        query = urlencode(given)
        return path.partition(".")[0] + (f"?{query}" if query else "")
    if path.startswith("/cases/") and len(path) > len("/cases/"):
        case = {"case": unquote(path.removeprefix("/cases/"))}
        return _with("/embed/neighbourhood", case | whole, ("case", "as_of"))
    if path == "/doctrine":
        return _with("/embed/doctrine", whole, ("as_of",))
    if path == "/chain" and {"from", "to"} <= whole.keys():
        return _with("/embed/chain", whole, ("from", "to", "as_of"))
    if path == "/laws" and {"topic", "relies_on", "element"} & whole.keys():
        return _with("/embed/map", whole, LAWS)
    return None


def data_of(path: str, asked: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the names and addresses of the data behind a picture, for other programs.

    >>> data_of("/embed/chain", [("from", "a"), ("to", "b"), ("max_nodes", "9")])[1]
    ('Mermaid', '/api/v1/chains?from=a&to=b&format=mermaid')
    """
    given = [(name, value) for name, value in asked if name != "max_nodes"]
    kind = path.rpartition("/")[2]
    if kind == "chain":
        return [(label, _as("/api/v1/chains", given, form)) for label, form in DRAWN]
    case = next((value for name, value in given if name == "case"), None)
    law = next((value for name, value in given if name == "law"), None)
    if law is not None:
        rest = [(name, value) for name, value in given if name != "law"]
        return [(label, _as(f"/api/v1/laws/{quote(law)}", rest, form)) for label, form in LISTED]
    if case is None:
        list_of = "elements" if kind == "doctrine" else "laws"
        return [(label, _as(f"/api/v1/{list_of}", given, form)) for label, form in LISTED]
    rest = [(name, value) for name, value in given if name != "case"]
    sides = ("lineage", "progeny") if kind == "neighbourhood" else ("progeny",)
    return [
        (f"{label} ({side})", _as(f"/api/v1/cases/{quote(case)}/{side}", rest, form))
        for side in sides
        for label, form in DRAWN
    ]


def _as(path: str, given: Sequence[tuple[str, str]], form: str) -> str:
    return f"{path}?{urlencode([*given, ('format', form)])}"


def _with(path: str, given: Mapping[str, str], names: Sequence[str]) -> str:
    query = urlencode([(name, given[name]) for name in names if name in given])
    return f"{path}?{query}" if query else path
