"""What a decision consists of: its opinions, its history, what it says of the doctrine."""

from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox
from rdflib import SKOS
from rdflib.namespace import DCTERMS

from graph.answers import CaseSummary
from graph.case_answers import CaseElement, CaseOpinion, HistoryEvent, LawAtIssue
from graph.projection import Description, describe, first, notation, summaries
from graph.questions import question
from graph.store import PrecedentStore
from ontology.namespace import AC

# In the order in which reports print them; a summary by the reporter or by a note is none of them.
ORDER: Final = (
    "majority",
    "per-curiam",
    "plurality",
    "concurrence",
    "concurrence-dissent",
    "dissent",
)


def opinions_of(store: PrecedentStore, about: Description) -> tuple[CaseOpinion, ...]:
    """Return the opinions of a case from the description of it, that of the court first."""
    iris = about.get(str(AC.hasOpinion), [])
    described = describe(store, iris) if iris else {}
    found = [_opinion(iri, said) for iri, said in described.items()]
    return tuple(
        sorted(
            (opinion for opinion in found if opinion.type in ORDER),
            key=lambda opinion: (ORDER.index(opinion.type), opinion.author or "", opinion.iri),
        )
    )


def _opinion(iri: str, about: Description) -> CaseOpinion:
    part = first(about, AC.opinionType)
    return CaseOpinion(
        iri=iri,
        type=notation(part) if part else "",
        author=first(about, AC.opinionAuthor),
        posture=first(about, AC.posture),
        joined_by=tuple(about.get(str(AC.joinedBy), [])),
        joined_in_part_by=tuple(about.get(str(AC.joinedInPartBy), [])),
        gist=first(about, AC.gist),
        note=first(about, AC.note),
        verified={"true": True, "false": False}.get(first(about, AC.verified) or ""),
        unverified_fields=tuple(about.get(str(AC.unverifiedField), [])),
    )


def history_of(store: PrecedentStore, case: str) -> tuple[HistoryEvent, ...]:
    """Return what a decision did to earlier ones and what became of it, by date.

    An event stands in the record of one decision and is told from either.
    """
    rows = store.select(question("history", case=str(ox.NamedNode(case))))
    if not rows:
        return ()
    described = describe(store, {row["event"] for row in rows})
    others = {row["other"] for row in rows if "other" in row}
    cases = summaries(store, others) if others else {}
    actions = describe(store, {row["action"] for row in rows})
    found: list[HistoryEvent] = []
    for row in rows:
        other = cases.get(row.get("other", ""))
        found.append(_event(row, described[row["event"]], actions[row["action"]], other))
    return tuple(sorted(found, key=lambda e: (e.date or "9999", e.action, e.citation or "")))


def _event(
    row: Mapping[str, str], about: Description, action: Description, other: CaseSummary | None
) -> HistoryEvent:
    own = first(about, AC.historyDate) if row["told_from"] == "own" else None
    citation = first(about, str(DCTERMS.bibliographicCitation))
    return HistoryEvent(
        iri=row["event"],
        action=notation(row["action"]),
        label=first(action, str(SKOS.prefLabel)) or notation(row["action"]),
        abbreviation=first(action, str(SKOS.altLabel)),
        other=other,
        citation=citation or (other.citation if other else None),
        date=own or (other.decided if other else None),
        note=first(about, AC.note),
        verified=first(about, AC.verified) == "true",
        as_of=first(about, AC.asOf),
    )


def elements_of(store: PrecedentStore, case: str) -> tuple[CaseElement, ...]:
    """Return the elements of the doctrine that a case speaks of, with the pages where known."""
    rows = store.select(question("elements-of-case", case=str(ox.NamedNode(case))))
    found = (
        CaseElement(
            slug=notation(row["element"]),
            label=row["label"],
            stance=row.get("stance", "states or applies"),
            pin=row.get("pin"),
            opinion_type=notation(row["part"]) if "part" in row else None,
            author=row.get("author"),
            verified={"true": True, "false": False}.get(row.get("verified", "")),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda e: (e.label, e.stance, e.pin or "")))


def laws_at_issue(store: PrecedentStore, case: str) -> tuple[LawAtIssue, ...]:
    """Return the recorded laws that were before the court."""
    rows = store.select(question("laws-at-issue", case=str(ox.NamedNode(case))))
    return tuple(
        LawAtIssue(row["law"], row["slug"], row["title"], notation(row["place"]).upper())
        for row in rows
    )
