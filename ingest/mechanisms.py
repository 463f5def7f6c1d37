"""Find in the text of a bill how it works: the mechanisms that its words show."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from ingest.doctrine import read_data
from ingest.phrases import Phrasebook
from ingest.pipeline import build_pipeline

MOST_WORDS: Final = 3  # places of one mechanism that an answer shows


@dataclass(frozen=True, slots=True)
class Shown:
    """A mechanism with the words that show it: (text, start, end), the first few."""

    mechanism: str
    words: tuple[tuple[str, int, int], ...]


@cache
def _book() -> Phrasebook:
    data = read_data("mechanisms")
    return Phrasebook(build_pipeline(), {name: entry["phrases"] for name, entry in data.items()})


def find_mechanisms(text: str) -> list[Shown]:
    """Return the mechanisms that a text shows, the one shown most often first.

    >>> [shown.mechanism for shown in find_mechanisms("No state funds may be spent on it.")]
    ['prohibition-on-use-of-state-resources']
    """
    doc = build_pipeline().make_doc(text)
    found: dict[str, list[tuple[str, int, int]]] = {}
    for hit in _book().find(doc):
        span = doc[hit.start : hit.end]
        found.setdefault(hit.key, []).append((span.text, span.start_char, span.end_char))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Shown(name, tuple(words[:MOST_WORDS])) for name, words in ordered]
