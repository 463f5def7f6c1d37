"""Which federal statutes and programmes the recorded laws are about, by the words of the record."""

from collections.abc import Mapping

from ingest.doctrine import read_data
from ingest.phrases import Phrasebook
from ingest.pipeline import build_pipeline


def programs_of(texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return {key of a text: the programmes that it names}.

    >>> programs_of({"a": "It resists the REAL ID Act."})
    {'a': frozenset({'real-id'})}
    """
    nlp = build_pipeline()
    entries = read_data("programs")
    book = Phrasebook(nlp, {name: entry["phrases"] for name, entry in entries.items()})
    sections = {s: name for name, entry in entries.items() for s in entry["sections"]}
    found = {}
    for key, text in texts.items():
        named = {hit.key for hit in book.find(nlp.make_doc(text))}
        named |= {name for section, name in sections.items() if section in text}
        found[key] = frozenset(named)
    return found
