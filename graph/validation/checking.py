"""Rules about what a record says of its own checking: sources, doubts, how far it was verified."""

from collections.abc import Iterator
from typing import Final

from graph.doubts import fields_meant, leads_somewhere
from graph.validation.facts import Facts
from graph.validation.places import Place

Told = tuple[Place, str]

# How far a record was checked, and whether it may then be called verified.
VERIFIED: Final = {"full": True, "partial": True, "existence-only": False, "none": False}


def sourced(facts: Facts) -> Iterator[Told]:
    """What is called verified has an address or a reporter citation among its sources."""
    for entry in facts.checked:
        sources = [p.value for p in entry.places() if p.path[0] == "sources"]
        if entry.record.get("verified") is True and not any(map(leads_somewhere, sources)):
            yield entry.at("sources"), "a verified record names a source that can be opened"


def doubt_names_a_field(facts: Facts) -> Iterator[Told]:
    """An entry of unverified is about a field: its name, or words that the table knows."""
    for place in facts.fields("unverified"):
        if not fields_meant(str(place.value), place.entry.kind, place.record):
            told = "names no field: begin with one (citation: the chapter), or add the word to"
            yield place, f"{told} graph/facts/unverified.toml"


def verification_agrees(facts: Facts) -> Iterator[Told]:
    """What a record says of its checking is one story.

    A verified record was checked in full or in part, and one checked in full has no doubts.
    """
    for entry in facts.checked:
        record, far = entry.record, entry.at("verification")
        doubts = [p.value for p in entry.places() if p.path[0] == "unverified"]
        if far.value in VERIFIED and VERIFIED[far.value] != record.get("verified"):
            yield far, f"{far.value!r} and verified {record.get('verified')} contradict each other"
        if far.value == "full" and doubts:
            yield far, f"'full' leaves no doubt, and {len(doubts)} are named"
        if far.value is not None and far.value not in VERIFIED:
            yield far, f"one of {', '.join(VERIFIED)}"
