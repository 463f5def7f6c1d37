"""Who belonged to a compact, a network or a set of applications on a day, and how many votes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import pyoxigraph as ox
from rdflib import RDFS

from graph.law_days import Member, MembersOn
from graph.projection import Description, describe, first, notation
from graph.questions import question
from graph.standing import covers
from graph.store import PrecedentStore
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

CITATION: Final = PREFIXES["dcterms"] + "bibliographicCitation"


def members_on(store: PrecedentStore, law: str, about: Description, day: str) -> MembersOn | None:
    """Return who belonged to a described measure on a day, or None if it has no members."""
    rows = store.select(question("members", law=str(ox.NamedNode(law))))
    if not rows:
        return None
    described = describe(store, {row[key] for row in rows for key in ("membership", "member")})
    everyone = [
        _member(described[row["membership"]], described[row["member"]], row["member"])
        for row in rows
    ]
    votes = electors(store, day) if first(about, AC.votesNeeded) else {}
    found = {member: _belongs(member, day) for member in everyone}
    members = _sorted(m for m, belongs in found.items() if belongs)
    if votes:
        members = tuple(replace(m, electoral_votes=votes.get(m.jurisdiction)) for m in members)
    return MembersOn(
        day=day,
        members=members,
        uncertain=_sorted(m for m, belongs in found.items() if belongs is None),
        left=_sorted(m for m in everyone if m.until and covers(m.until, None, day)),
        electoral_votes=sum(m.electoral_votes or 0 for m in members) if votes else None,
        votes_needed=_number(first(about, AC.votesNeeded)),
        members_needed=_number(first(about, AC.membersNeeded)),
    )


def electors(store: PrecedentStore, day: str) -> dict[str, int]:
    """Return the electoral votes of each state under the apportionment in force on a day.

    >>> electors(PrecedentStore.memory(), "2026-04-13")
    {}
    """
    rows = store.select(question("electors", as_of=str(ox.Literal(day))))
    return {row["code"]: int(row["votes"]) for row in rows}


def _member(about: Description, place: Description, iri: str) -> Member:
    return Member(
        jurisdiction=first(place, AC.iso3166) or notation(iri).upper(),
        name=first(place, str(RDFS.label)) or notation(iri).upper(),
        since=first(about, AC.validFrom),
        until=first(about, AC.validUntil),
        seen=first(about, AC.seenOn),
        citation=first(about, CITATION),
        note=first(about, AC.note),
        unverified_fields=tuple(about.get(str(AC.unverifiedField), [])),
        sources=tuple(about.get(PREFIXES["dcterms"] + "source", [])),
    )


def _belongs(member: Member, day: str) -> bool | None:
    """Tell whether a state belonged on a day; from the day it was seen, if no first day is known.

    >>> from graph.law_days import Member
    >>> late = Member("US-GU", "Guam", None, seen="2019-04")
    >>> _belongs(late, "2020-01-01"), _belongs(late, "2018-01-01")
    (True, None)
    """
    belongs = covers(member.since, member.until, day)
    if belongs is None and member.seen and covers(member.seen, member.until, day):
        return True
    return belongs


def _sorted(members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(sorted(members, key=lambda member: (member.since or "9999", member.jurisdiction)))


def _number(text: str | None) -> int | None:
    return int(text) if text else None
