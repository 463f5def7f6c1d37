"""Put a briefing together: about a case, a law, a topic of laws, or a line between two cases."""

from collections.abc import Iterable, Sequence
from typing import Final

from api.brief.model import Authorities, Brief, Grid, Note, sorted_runs
from graph.answers import CaseSummary, LawsAnswer, LawSummary, Step
from graph.as_of import ALWAYS, AsOf
from graph.bluebook.cases import case_runs
from graph.bluebook.laws import law_parts, law_runs
from graph.bluebook.runs import Runs, roman
from graph.cases import case_detail
from graph.chain import chain
from graph.citing import case_cite
from graph.elements import read_doctrine
from graph.errors import NotFoundError, UnknownLaw
from graph.facets import LawFilter
from graph.footing import Pillar, footing
from graph.law_detail import law_detail
from graph.lineage import progeny
from graph.pictures.drawing import (
    draw_case_timeline,
    draw_chain,
    draw_map,
    draw_neighbourhood,
    source_of,
)
from graph.pictures.lawlists import LawsWanted
from graph.pictures.model import Picture
from graph.reliance import laws
from graph.siblings import siblings
from graph.step_filter import StepFilter
from graph.store import PrecedentStore
from graph.treatment_status import treatment_status

DRAWN: Final = 14  # cases of a picture that fits a page
LISTED: Final = 25  # rows of one table
STEPS: Final = ("Case", "Treats", "How", "Where")
TIES: Final = ("Precedent", "Bearing", "Evidence", "Point", "As of")
LAWS: Final = ("Law", "Place", "Status", "Tied by", "In court")


def brief(store: PrecedentStore, key: str, to: str | None = None, as_of: AsOf = ALWAYS) -> Brief:
    """Return a briefing about a law or a case that a key names, or the line to another case.

    Raises:
        UnknownCase, AmbiguousCase, SameCase: a key does not name one case, or both name the same.
        NotYetDecided: a case had not been decided on the day.
    """
    if to is not None:
        return _of_chain(store, key, to, as_of)
    try:
        return _of_law(store, key, as_of)
    except UnknownLaw:
        return _of_case(store, key, as_of)


def brief_of_topic(store: PrecedentStore, topic: str, as_of: AsOf = ALWAYS) -> Brief:
    """Return a briefing about the laws of a topic.

    Raises:
        UnknownConcept: no law has this topic.
    """
    wanted = LawFilter(topic=topic)
    found = laws(store, wanted=wanted, as_of=as_of, limit=None)
    words = topic.replace("-", " ")
    courts = [Note(f"{count} of them: {name} in court.") for name, count in found.by_disposition]
    return _brief(
        store,
        as_of,
        title=f"Laws on {words}",
        question=f"Which laws on {words} are there, on what do they rest, and what did courts do?",
        answer=[Note(f"{found.total} are recorded."), *courts, *_folded(found)],
        picture=draw_map(store, LawsWanted(wanted), as_of=as_of, linked=False),
        grids=[_laws_grid("The laws", found.items)],
        limits=_limits(found),
        cases=[tie.precedent for law in found.items for tie in law.reliance],
        listed=found.items[:LISTED],
    )


def _of_case(store: PrecedentStore, key: str, as_of: AsOf) -> Brief:
    detail = case_detail(store, key, as_of)
    case, wanted = detail.case, StepFilter(as_of=as_of)
    status = treatment_status(store, case.iri, as_of=as_of)
    later = progeny(store, case.iri, limit=LISTED, wanted=wanted)
    relying = laws(store, relies_on=case.iri, as_of=as_of, limit=None)
    own = case_runs(case_cite(case))
    answer = [Note(detail.holding, own)] if detail.holding else []
    answer.append(Note(f"Treatment by later cases here: {status.standing}. {status.coverage}"))
    answer += [
        Note(f"{step.citing.name} {step.treatment} it.", case_runs(case_cite(step.citing)))
        for step in status.negative[:5]
    ]
    answer += [Note(f"{relying.total} laws are recorded to rely on it."), *_folded(relying)]
    return _brief(
        store,
        as_of,
        title=case.name,
        question=f"What does {case.name} hold, what became of it, and which laws rest on it?",
        answer=answer,
        picture=draw_neighbourhood(store, case.iri, wanted=wanted, most=DRAWN, linked=False),
        grids=[
            _steps_grid("Later cases, by how they treat it", later.steps, later.total),
            _laws_grid("Laws that rely on it", relying.items),
        ],
        limits=_limits(relying),
        cases=[case, *(step.citing for step in (*later.steps, *status.negative))],
        listed=relying.items[:LISTED],
        doubts=detail.unverified_fields,
        sources=detail.sources,
    )  # fmt: skip


def _of_law(store: PrecedentStore, key: str, as_of: AsOf) -> Brief:
    detail, standing = law_detail(store, key, as_of), footing(store, key, as_of)
    law, wanted = detail.law, StepFilter(as_of=as_of)
    own = _law_runs(law)
    answer = [Note(detail.summary, own)] if detail.summary else []
    answer.append(Note(f"Status: {law.status or 'not recorded'} as of {law.as_of}."))
    answer += [
        Note(f"{suit.case_name}: {suit.disposition}. {suit.outcome}") for suit in law.litigation
    ]
    for pillar in standing.pillars:
        tie = pillar.ties[0]
        ended = "".join(f" (overruled by {by.name})" for by in pillar.overruled_by)
        words = f"It rests on {pillar.precedent.name}{ended}: {tie.evidence_label.lower()}."
        answer.append(Note(words, case_runs(case_cite(pillar.precedent))))
    like = siblings(store, law.iri, as_of)
    pillars = (*standing.pillars, *standing.bounds)
    first = standing.pillars[0].precedent if standing.pillars else None
    picture = (
        draw_case_timeline(store, first.iri, wanted=wanted, most=DRAWN, linked=False)
        if first
        else draw_map(store, LawsWanted(LawFilter(topic=law.topics[0])), as_of=as_of, linked=False)
    )
    return _brief(
        store,
        as_of,
        title=law.title,
        question=f"On what does {law.title} ({law.jurisdiction_name}) rest, and what became of it?",
        answer=answer,
        picture=picture,
        grids=[
            _ties_grid(pillars),
            _laws_grid("Laws like it in other places", [one.law for one in like]),
        ],
        limits=[
            Note(f"{pillar.precedent.name} bounds it.", case_runs(case_cite(pillar.precedent)))
            for pillar in standing.bounds
        ],
        cases=[pillar.precedent for pillar in pillars],
        listed=[law, *(one.law for one in like)],
        doubts=law.unverified_fields,
        sources=detail.sources,
    )  # fmt: skip


def _of_chain(store: PrecedentStore, start: str, end: str, as_of: AsOf) -> Brief:
    wanted = StepFilter(as_of=as_of)
    found = chain(store, start, end, wanted=wanted, limit=3)
    if not found.chains:
        raise NotFoundError(f"no line of at most four steps runs from {start!r} to {end!r}")
    steps = list(
        {(s.citing.iri, s.cited.iri): s for line in found.chains for s in line.steps}.values()
    )
    strongest = found.chains[0]
    relying = laws(store, relies_on=found.end.iri, as_of=as_of, limit=None)
    return _brief(
        store,
        as_of,
        title=f"From {found.start.name} to {found.end.name}",
        question=f"How does the doctrine run from {found.start.name} to {found.end.name}?",
        answer=[
            *(Note(f"{s.citing.name} {s.treatment} {s.cited.name}.", case_runs(case_cite(s.citing)))
              for s in strongest.steps),
            Note(f"{relying.total} laws are recorded to rely on {found.end.name}."),
        ],
        picture=draw_chain(store, start, end, wanted=wanted, linked=False),
        grids=[
            _steps_grid("The steps", steps, len(steps)),
            _laws_grid(f"Laws that rely on {found.end.name}", relying.items),
        ],
        limits=_limits(relying),
        cases=[case for step in steps for case in (step.citing, step.cited)],
        listed=relying.items[:LISTED],
    )  # fmt: skip


def _brief(
    store: PrecedentStore,
    as_of: AsOf,
    *,
    title: str,
    question: str,
    answer: Sequence[Note],
    picture: Picture,
    grids: Iterable[Grid],
    limits: Sequence[Note],
    cases: Iterable[CaseSummary],
    listed: Iterable[LawSummary],
    doubts: Sequence[str] = (),
    sources: Sequence[str] = (),
) -> Brief:
    source = source_of(store, as_of)
    bounds = [e.label for e in read_doctrine(store, as_of).elements.values() if e.side == "limit"]
    everywhere = Note(f"Limits of the doctrine itself: {'; '.join(bounds)}.")
    cited = sorted_runs(case_runs(case_cite(case), "toa") for case in cases if case.citation)
    acts = sorted_runs(_law_runs(law) for law in listed if law.citation)
    groups = (Authorities("Cases", cited), Authorities("Constitutions, statutes and others", acts))
    return Brief(
        title=title,
        question=question,
        answer=tuple(answer),
        picture=picture,
        grids=tuple(grid for grid in grids if grid.rows),
        limits=(*limits, everywhere),
        authorities=tuple(group for group in groups if group.items),
        doubts=tuple(doubts),
        sources=tuple(sources),
        source=source.line(),
        day=as_of.day or source.checked,
    )


def _law_runs(law: LawSummary) -> Runs:
    if not law.citation:
        return roman(law.title)
    return law_runs(law_parts(law.citation, law.jurisdiction), "toa")


def _folded(found: LawsAnswer) -> list[Note]:
    told = f"{found.folded} more are tied to it only by inference from their structure: not listed."
    return [Note(told)] if found.folded else []


def _limits(found: LawsAnswer) -> list[Note]:
    return [
        Note(f"{case.name} limits {count} of the laws.", case_runs(case_cite(case)))
        for case, count in found.limits[:8]
    ]


def _steps_grid(heading: str, steps: Sequence[Step], total: int) -> Grid:
    rows = tuple(_step_row(step) for step in steps[:LISTED])
    return Grid(heading, STEPS, rows, max(0, total - len(rows)))


def _step_row(step: Step) -> tuple[str, ...]:
    best = step.evidence[0]
    doubt = " [unverified]" if best.verified is False else ""
    pin = f", at {best.pin}" if best.pin else ""
    return (step.citing.name, step.cited.name, step.treatment, f"{best.opinion_type}{pin}{doubt}")


def _ties_grid(pillars: Iterable[Pillar]) -> Grid:
    rows = tuple(
        (
            tie.precedent.name,
            tie.bearing,
            f"{tie.evidence_type}: {tie.evidence_label}",
            tie.element_label or "",
            tie.as_of or "",
        )
        for pillar in pillars
        for tie in pillar.ties
    )
    return Grid("What ties it to precedents", TIES, rows)


def _laws_grid(heading: str, found: Sequence[LawSummary]) -> Grid:
    rows = tuple(_law_row(law) for law in found[:LISTED])
    return Grid(heading, LAWS, rows, len(found) - len(rows))


def _law_row(law: LawSummary) -> tuple[str, ...]:
    best = law.reliance[0] if law.reliance else None
    status = law.status_on.status if law.status_on else law.status
    doubt = " [part unverified]" if law.unverified_fields else ""
    return (
        law.title + doubt,
        law.jurisdiction_name,
        status or "",
        f"{best.evidence_type}: {best.evidence_label}" if best else "",
        "; ".join(f"{suit.case_name}: {suit.disposition}" for suit in law.litigation),
    )
