"""The timelines there are: what became of a case, and the laws of a topic with their decisions."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from graph.answers import CaseSummary, LawsAnswer, LawSummary, LineageAnswer, Litigation
from graph.case_days import date_of
from graph.pictures.courts import LEVELS, level_of
from graph.pictures.lawlists import LawsWanted, href_of, label, status_of, title_of
from graph.pictures.lines import AGAINST, APART, ENDS, RESTS, TELLS, style_of
from graph.pictures.model import HARD_CAP, MOST_NODES, Picture, Source
from graph.pictures.naming import KNOWN_FROM, known_from, named, pin_of
from graph.pictures.timeline import Event, timeline_picture

TREATMENT: Final = {RESTS: "disc", APART: "ring", AGAINST: "triangle", ENDS: "cross", TELLS: "dot"}
OF_A_CASE: Final = {mark: style.says for style, mark in TREATMENT.items()}
OF_LAWS: Final = {
    "square": "a law",
    "frame": "a resolution, compact or other measure",
    "disc": "a court upheld it, wholly or in part, or denied an injunction",
    "cross": "a court struck it down or stopped it",
    "ring": "another outcome in court, or none yet",
}
LANES: Final = ("Laws", "In court")
OUTCOMES: Final = {
    "upheld": "disc",
    "partly-upheld": "disc",
    "injunction-denied": "disc",
    "struck-down": "cross",
    "enjoined": "cross",
}


def case_timeline(
    cited_by: LineageAnswer, source: Source, *, most: int = MOST_NODES, linked: bool = True
) -> Picture:
    """Return the timeline of how later cases treated a case; its answer is of one step away.

    The strongest ties are rows, all that the answer has are marks.
    """
    dated = [(place, step) for place, step in enumerate(cited_by.steps) if date_of(step.citing)]
    events = [
        Event(
            date_of(step.citing) or "",
            level_of(step.citing.court),
            TREATMENT[style_of(step.treatment)],
            step.citing.name,
            f"{step.treatment.replace('-', ' ')} it{_at(pin_of(step))} [{known_from(step)}],"
            f" {step.citing.citation or 'not yet reported'}",
            _case_href(step.citing),
            -place,
        )
        for place, step in dated
    ]
    missing = cited_by.total - len(events)
    return timeline_picture(
        f"What became of {named(cited_by.case)}: the decisions that cite it",
        events,
        LEVELS,
        OF_A_CASE,
        source,
        most=min(most, HARD_CAP),
        left_out=f"{missing} more decisions cite it, or have no date." if missing else "",
        note=KNOWN_FROM,
        linked=linked,
    )


def _at(pin: str) -> str:
    return f", at {pin}" if pin else ""


def _case_href(case: CaseSummary) -> str:
    return "/cases/" + quote(case.key)


def laws_timeline(
    answer: LawsAnswer,
    asked: LawsWanted,
    suits: Mapping[str, CaseSummary],
    source: Source,
    *,
    most: int = MOST_NODES,
    linked: bool = True,
) -> Picture:
    """Return the timeline of some laws and of what courts did with them.

    ``suits`` are the cases of their litigation that are recorded, by IRI. Where not all can be
    rows, laws with the best evidence and decisions that ended something have equal parts.
    """
    enacted = [_enacted(law, place) for place, law in enumerate(answer.items) if law.enacted]
    events = [*enacted, *_decisions(answer, suits)]
    undated = sum(law.enacted is None for law in answer.items) + sum(
        not _date(suit, suits) for law in answer.items for suit in law.litigation
    )
    return timeline_picture(
        f"{title_of(answer, asked)}, and what courts did with them",
        events,
        LANES,
        OF_LAWS,
        source,
        most=min(most, HARD_CAP),
        left_out=f"{undated} more have no date on record." if undated else "",
        linked=linked,
    )


def _enacted(law: LawSummary, place: int) -> Event:
    mark = "square" if law.record_kind == "law" else "frame"
    kind = "" if law.record_kind == "law" else f"{label('record-kind', law.record_kind)}, "
    return Event(
        law.enacted or "",
        0,
        mark,
        _with_place(law),
        f"{kind}{status_of(law)}" + (f", {law.citation}" if law.citation else ""),
        href_of(law),
        -place,
    )


def _with_place(law: LawSummary) -> str:
    """Return the title of a law with its State, unless it begins with it."""
    place = law.jurisdiction_name
    return law.title if law.title.startswith(place) else f"{place}: {law.title}"


def _decisions(answer: LawsAnswer, suits: Mapping[str, CaseSummary]) -> list[Event]:
    """Return what courts did, once for each case and outcome, naming all laws that it fell on."""
    found: dict[tuple[str, str, str], list[tuple[LawSummary, Litigation]]] = defaultdict(list)
    for law in answer.items:
        for suit in law.litigation:
            if date := _date(suit, suits):
                found[date, suit.case_name, suit.disposition].append((law, suit))
    ordered = sorted(found, key=lambda key: (key[2] not in OUTCOMES, key))
    return [
        Event(
            date,
            1,
            OUTCOMES.get(disposition, "ring"),
            name,
            f"{label('disposition', disposition)}: "
            + "; ".join(f"{law.title} ({law.jurisdiction_name})" for law, _ in found[key]),
            _suit_href(*found[key][0], suits),
            -place,
        )
        for place, key in enumerate(ordered)
        for date, name, disposition in (key,)
    ]


def _suit_href(law: LawSummary, suit: Litigation, suits: Mapping[str, CaseSummary]) -> str:
    case = suits.get(suit.case_iri or "")
    return _case_href(case) if case else href_of(law)


def _date(suit: Litigation, suits: Mapping[str, CaseSummary]) -> str:
    """Return when a court decided: of its record, else the year that its citation ends with."""
    case = suits.get(suit.case_iri or "")
    if case is not None:
        return date_of(case) or ""
    year = re.search(r"\b(1[78]\d\d|19\d\d|20\d\d)\)?\s*$", suit.citation or "")
    return year[1] if year else ""
