"""Which fields the words of ``unverified`` are about; ``facts/unverified.toml`` is the table."""

import re
import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from graph.bluebook import parse_reporter_citation

ADDRESS: Final = re.compile(r"https?://\S")
WORD: Final = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")
ALL: Final = "everything"
# What names a record, files it, or says how it was checked, is no fact that could be verified.
NOT_FACTS: Final = frozenset(
    {"id", "type", "slug", "aliases", "name", "title", "level", "group", "record_kind", "note"}
    | {"verified", "unverified", "verification", "citation_checked", "as_of", "sources", "source"}
    | {"confidence", "basis", "seen", "consent_note", "opinion", "bluebook"}
    | {"question", "expected", "expected_then", "claimed", "once"}
)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("graph") / "facts" / "unverified.toml").read_text(encoding="utf-8"))


def fields_meant(entry: str, kind: str, own: Collection[str] = ()) -> frozenset[str]:
    """Return the fields that an entry of ``unverified`` is about; empty if it names none.

    ``own`` are the fields of the record itself, each of which may be named as it is.

    >>> sorted(fields_meant("days of enactment and effect", "laws"))
    ['effective', 'enacted']
    >>> sorted(fields_meant("summary: read in one newspaper only", "laws", ["summary"]))
    ['summary']
    >>> fields_meant("the weather", "laws")
    frozenset()

    What doubts all but some fields means every other field of the record:

    >>> sorted(fields_meant("everything but vote", "cases", ["vote", "docket", "decided"]))
    ['decided', 'docket']
    """
    if entry.startswith(ALL):
        excepted = fields_meant(entry.removeprefix(ALL), kind, own) | set(WORD.findall(entry))
        return frozenset(own) - excepted - NOT_FACTS
    table = _table().get(kind, {})
    general = table.get("general", {})
    specific = {key: said for key, said in table.items() if key != "general"}
    first = WORD.findall(entry.lower())[:1]
    named = {key for key in {*own, *specific, *general} if key in first}
    return frozenset(named or _told(entry, specific) or _told(entry, general))


def _told(entry: str, table: Mapping[str, list[str]]) -> set[str]:
    words = f" {' '.join(WORD.findall(entry.lower()))} "
    return {key for key, said in table.items() if any(f" {word} " in words for word in said)}


def leads_somewhere(source: object) -> bool:
    """Tell a source that a reader can open, an address or a reporter, from one that is only named.

    >>> leads_somewhere("585 U.S. 453 (2018)"), leads_somewhere("a newspaper")
    (True, False)
    """
    return bool(ADDRESS.search(str(source))) or parse_reporter_citation(str(source)) is not None
