"""Rules about what a value names: fields, concepts, cases, laws, jurisdictions, courts."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Final

from courts_db import courts

from graph.curated import nested_names
from graph.fields import (
    OWN_KEYS,
    ancestors,
    concepts,
    properties,
    word,
    words,
)
from graph.iri import BASE, thing_iri
from graph.questions import QUERIES, claim_queries
from graph.validation.facts import Facts
from graph.validation.places import Place
from ontology.concepts import SCHEMES
from ontology.prefixes import PREFIXES

Told = tuple[Place, str]

ALIKE: Final = 0.75  # how much of a word is shared by one that is offered instead


def _near(value: str, known: Iterable[str]) -> str:
    """Return the known words that look like a value, as the end of a sentence."""
    found = get_close_matches(value, list(known), n=2, cutoff=ALIKE)
    return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""


def says_something(facts: Facts) -> Iterator[Told]:
    """A field that is there has a value."""
    for place in facts.places:
        if place.value is None or not str(place.value).strip():
            yield place, "empty: leave the field out where nothing is known"


def known_field(facts: Facts) -> Iterator[Told]:
    """A field is a key of the JSON-LD context or a property of the vocabulary."""
    for place in facts.places:
        if place.key not in OWN_KEYS and word(place.key) is None:
            yield place, f"{place.key!r} is no field{_near(place.key, words())}"


def field_of_its_record(facts: Facts) -> Iterator[Told]:
    """A field belongs to records of this class, where the vocabulary says of which it is."""
    for place in facts.places:
        meant = word(place.key)
        domain = properties().get(meant.prop) if meant else None
        above = ancestors(place.holder)
        if domain and above and place.key not in OWN_KEYS and domain not in above:
            owner = domain.removeprefix(PREFIXES["ac"])
            yield place, f"{place.key!r} is a field of {owner}, and this is a {place.holder}"


def known_class(facts: Facts) -> Iterator[Told]:
    """A type is a class of the vocabulary."""
    for place in facts.fields("type"):
        if not ancestors(str(place.value)):
            yield place, f"{place.value!r} is no class of the vocabulary"


def known_term(facts: Facts) -> Iterator[Told]:
    """A controlled value is a concept of its scheme."""
    for place, base in _named(facts):
        if base.startswith(SCHEMES) and f"{base}{place.value}" not in concepts():
            scheme = base.removeprefix(SCHEMES).strip("/")
            known = (iri.removeprefix(base) for iri in concepts() if iri.startswith(base))
            yield (
                place,
                f"the scheme {scheme!r} has no such concept{_near(str(place.value), known)}",
            )


def known_record(facts: Facts) -> Iterator[Told]:
    """A jurisdiction, law or other record that is named by its id is recorded."""
    for place, base in _named(facts):
        if base.startswith(BASE + "id/") and f"{base}{place.value}" not in facts.iris:
            kind = base.removeprefix(BASE + "id/").strip("/")
            known = (iri.removeprefix(base) for iri in facts.iris if iri.startswith(base))
            yield place, f"no {kind} has this id{_near(str(place.value), known)}"


def _named(facts: Facts) -> Iterator[tuple[Place, str]]:
    """Yield each place whose values are words of a namespace, with that namespace."""
    for place in facts.places:
        meant = word(place.key)
        if meant and meant.base:
            yield place, meant.base


def known_name(facts: Facts) -> Iterator[Told]:
    """What is named by a slug, a case or a law, is recorded."""
    for place in facts.places:
        meant = word(place.key)
        if meant and meant.by_name and str(place.value) not in facts.by_slug:
            yield place, f"no record has this slug{_near(str(place.value), facts.by_slug)}"


def known_question(facts: Facts) -> Iterator[Told]:
    """A claim's question is a query of graph/questions/claims."""
    known = sorted(name.removeprefix(QUERIES) for name in claim_queries())
    for place in facts.fields("question"):
        if place.value not in known:
            yield place, f"there is no such query{_near(str(place.value), known)}"


def known_court(facts: Facts) -> Iterator[Told]:
    """A court is named by its id in courts-db."""
    for place in facts.fields("court"):
        if place.value not in court_ids():
            yield place, f"courts-db has no such court{_near(str(place.value), court_ids())}"


@cache
def court_ids() -> frozenset[str]:
    """Return the ids of all courts that courts-db lists."""
    return frozenset(court["id"] for court in courts)


def own_opinion(facts: Facts) -> Iterator[Told]:
    """A citing opinion is one of the record's own case, of the part that the edge states."""
    for place in facts.fields("opinion"):
        case = f"opinion_path:{place.entry.record['id']}/"
        part = str(place.beside("part").value)
        if not str(place.value).startswith(case):
            yield place, f"an opinion of this case begins with {case!r}"
        elif not str(place.value).endswith(part):
            yield place, f"the opinion is not of the part {part!r}"


def opinion_of_the_case(facts: Facts) -> Iterator[Told]:
    """A citing opinion is among the opinions of its case, where these are recorded."""
    for place in facts.fields("opinion"):
        names = nested_names("opinions", place.entry.record.get("opinions", []))
        if names and str(place.value).rpartition("/")[2] not in names:
            yield place, f"the case has the opinions {', '.join(names)}"


def one_record_for_one_thing(facts: Facts) -> Iterator[Told]:
    """No id, slug or alias is given to two records."""
    owners: dict[str, str] = {}
    for entry in facts.every:
        mine = entry in facts.checked
        names = {"id": entry.iri, "slug": f"slug {entry.kind} {entry.record.get('slug')}"}
        for key, name in names.items():
            if key not in entry.record:
                continue
            if name in owners and mine:
                yield entry.at(key), f"{owners[name]} has this {key} already"
            owners.setdefault(name, f"{entry.file}: {entry.record['id']}")


def one_record_for_one_authority(facts: Facts) -> Iterator[Told]:
    """No two cases are reported at one place, and no two laws have one citation."""
    owners: dict[str, str] = {}
    for entry in facts.every:
        for place in entry.places():
            if place.path[0] in ("citations", "citation"):
                name = "".join(filter(str.isalnum, str(place.value))).lower()
                owner = owners.setdefault(f"{entry.kind} {name}", entry.iri)
                if owner != entry.iri and entry in facts.checked:
                    yield place, f"{owner.removeprefix(thing_iri())} is recorded with this citation"


def citing_reference_once(facts: Facts) -> Iterator[Told]:
    """One opinion's treatment of one case is recorded once."""
    for entry in facts.of_kind("cases"):
        seen: set[tuple[object, ...]] = set()
        for number, edge in enumerate(entry.record.get("edges", [])):
            said = (edge.get("to"), edge.get("opinion"), edge.get("treatment"))
            if said in seen:
                yield entry.at("edges", number, "to"), "this treatment is recorded above"
            seen.add(said)
