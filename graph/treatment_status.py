"""How later cases treat a case, on what evidence, and whether it rests on overruled authority.

An answer counts what is recorded and read here. That nothing is found is never said to be good law.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.answers import CaseSummary, Step
from graph.as_of import ALWAYS, AsOf
from graph.case_days import made_by, require_decided
from graph.cases import find_case
from graph.counting import FacetCount, facet
from graph.evidence import steps_of
from graph.iri import SUPREME, thing_iri
from graph.projection import CitationEdge, edges_asked, edges_from, edges_to, summaries, terms
from graph.questions import question
from graph.resting import approving
from graph.store import PrecedentStore
from graph.strength import COURT_PARTS, NEGATIVE, SEPARATE_PARTS, is_curated, strength
from ontology.concepts import concept_iri, treatment_property

# The word for a case that was treated so, the gravest first.
STANDING: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("overruled", frozenset({"overrules"})),
    ("abrogated", frozenset({"abrogates"})),
    ("overruled in part", frozenset({"overrules-in-part"})),
    ("limited", frozenset({"limits"})),
    ("questioned", frozenset({"questions", "criticizes", "declines-to-follow"})),
    ("distinguished", frozenset({"distinguishes"})),
    ("followed", frozenset({"follows", "applies", "extends"})),
    ("cited", frozenset({"discusses", "quotes-only", "mentions"})),
)
UNTREATED: Final = "no later case found"
ENDED: Final = frozenset({"overrules", "abrogates"})
COVERAGE: Final = (
    "Counts are of the cases in this graph. That no negative treatment is found here does not say"
    " that there is none."
)
"""Printed beside every status."""


@dataclass(frozen=True, slots=True)
class TreatmentCount:
    """In how many later cases the court, and in how many a separate opinion, treats a case so."""

    treatment: str
    by_court: int
    by_separate: int


@dataclass(frozen=True, slots=True)
class ElementTreatment:
    """How the later cases that state an element treat the case that states it too."""

    element: str
    label: str
    treatments: tuple[FacetCount, ...]
    cases: tuple[CaseSummary, ...]


@dataclass(frozen=True, slots=True)
class OverruledSupport:
    """A line on which a case rests back to an authority that was overruled, and by which case.

    ``since`` are cases that have overruled the one that did so.
    """

    line: tuple[Step, ...]
    overruled: CaseSummary
    act: Step
    since: tuple[CaseSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """How later cases treat one case.

    ``standing`` is the gravest thing that a court with the power to do so has done; ``basis`` tells
    whether a person recorded that (curated) or a program read it (extracted). ``negative`` are the
    courts' own acts, ``reported`` what opinions tell of others' acts or what a court without that
    power said, ``separate`` the negative words of separate opinions.
    """

    case: CaseSummary
    standing: str
    basis: str
    counts: tuple[TreatmentCount, ...]
    citing_cases: int
    negative: tuple[Step, ...]
    reported: tuple[Step, ...]
    separate: tuple[Step, ...]
    elements: tuple[ElementTreatment, ...]
    rests_on_overruled: tuple[OverruledSupport, ...]
    as_of: str | None
    coverage: str = COVERAGE


def treatment_status(
    store: PrecedentStore, key: str, *, as_of: AsOf = ALWAYS, max_hops: int = 2
) -> StatusAnswer:
    """Return how the cases decided by a day treat a case.

    ``max_hops`` bounds how far back overruled authority is looked for.

    Raises:
        UnknownCase, AmbiguousCase: the key does not name one case.
        NotYetDecided: the case had not been decided on the day.
    """
    case = find_case(store, key)
    require_decided(case, as_of)
    edges = made_by(store, edges_to(store, [case.iri]), as_of)
    acts = [edge for edge in edges if (edge.told or edge.treatment) in NEGATIVE]
    court = [e for e in edges if e.part in COURT_PARTS and _own_act(e) and _has_power(e)]
    negative = [e for e in acts if e in court]
    separate = [e for e in acts if e.part in SEPARATE_PARTS]
    reported = [e for e in acts if e not in court and e.part not in SEPARATE_PARTS]
    standing, basis = _standing(court)
    return StatusAnswer(
        case=case,
        standing=standing if edges else UNTREATED,
        basis=basis,
        counts=_counts(edges),
        citing_cases=len({edge.citing for edge in edges}),
        negative=_steps(store, negative),
        reported=_steps(store, reported),
        separate=_steps(store, separate),
        elements=_by_element(store, case, court),
        rests_on_overruled=_overruled_support(store, case.iri, as_of, max_hops),
        as_of=as_of.day,
    )


def _own_act(edge: CitationEdge) -> bool:
    """(overruled by Y), printed in Z behind X, tells of Y's act and is none of Z's."""
    return edge.treated_by is None


def _has_power(edge: CitationEdge) -> bool:
    """Only the Supreme Court or the same court can overrule; anyone can follow or distinguish."""
    if edge.treatment not in ENDED | {"overrules-in-part"}:
        return True
    court = edge.cited.partition("/id/case/")[2].partition("/")[0]
    return edge.citing.startswith(SUPREME) or edge.citing.startswith(thing_iri("case", court, ""))


def _standing(court: Sequence[CitationEdge]) -> tuple[str, str]:
    done = {edge.treatment for edge in court}
    for word, acts in STANDING:
        if done & acts:
            curated = any(is_curated(e) for e in court if e.treatment in acts)
            return word, "curated" if curated else "extracted"
    return "cited", "extracted"


def _counts(edges: Iterable[CitationEdge]) -> tuple[TreatmentCount, ...]:
    by_court: dict[str, set[str]] = defaultdict(set)
    separate: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        kept = by_court if edge.part in COURT_PARTS else separate
        kept[edge.treatment].add(edge.citing)
    order = [act for _, acts in STANDING for act in sorted(acts)] + ["history"]
    return tuple(
        TreatmentCount(act, len(by_court[act]), len(separate[act]))
        for act in order
        if by_court[act] or separate[act]
    )


def _steps(store: PrecedentStore, edges: Iterable[CitationEdge]) -> tuple[Step, ...]:
    """Return one step for each citing case, the gravest and best evidenced first."""
    pairs: dict[str, list[CitationEdge]] = defaultdict(list)
    for edge in edges:
        pairs[edge.citing].append(edge)
    order = {act: rank for rank, (_, acts) in enumerate(STANDING) for act in acts}
    ranked = sorted(
        pairs.values(),
        key=lambda group: (
            min(order[e.told or e.treatment] for e in group),
            -strength(group),
            group[0].citing,
        ),
    )
    return steps_of(store, ranked)


def _by_element(
    store: PrecedentStore, case: CaseSummary, court: Sequence[CitationEdge]
) -> tuple[ElementTreatment, ...]:
    citing = {edge.citing for edge in court}
    if not citing:
        return ()
    rows = store.select(question("shared-elements", case=terms([case.iri]), citing=terms(citing)))
    named = summaries(store, {row["citing"] for row in rows})
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        found[row["element"].rpartition("/")[2], row["label"]].add(row["citing"])
    return tuple(
        ElementTreatment(
            element,
            label,
            facet([_strongest(court, iri)] for iri in sorted(cases)),
            tuple(sorted((named[iri] for iri in cases), key=lambda c: (c.year or 0, c.iri))),
        )
        for (element, label), cases in sorted(found.items())
    )


def _strongest(court: Sequence[CitationEdge], citing: str) -> str:
    done = {edge.treatment for edge in court if edge.citing == citing}
    return next((act for _, acts in STANDING for act in sorted(acts) if act in done), "mentions")


def overruled(
    store: PrecedentStore, cases: Iterable[str], as_of: AsOf = ALWAYS
) -> dict[str, list[CitationEdge]]:
    """Return those of these cases that a court with the power has overruled or abrogated."""
    found: dict[str, list[CitationEdge]] = defaultdict(list)
    for edge in made_by(store, _endings(store, cases), as_of):
        if edge.part in COURT_PARTS and _own_act(edge) and _has_power(edge):
            found[edge.cited].append(edge)
    return found


def _endings(store: PrecedentStore, cases: Iterable[str]) -> list[CitationEdge]:
    """Return the references that overrule or abrogate these cases, without reading any others."""
    acts = (f"(<{treatment_property(t)}> <{concept_iri('treatment', t)}>)" for t in sorted(ENDED))
    return edges_asked(store, "acts-on-cases", cases=terms(cases), acts=" ".join(acts))


def _overruled_support(
    store: PrecedentStore, case: str, as_of: AsOf, max_hops: int
) -> tuple[OverruledSupport, ...]:
    """Return the lines of authority that a court rests on whose last case was overruled.

    A case that is itself the one that overruled does not rest on what it overruled.
    """
    lines: dict[str, tuple[list[CitationEdge], ...]] = {case: ()}
    frontier, found = [case], []
    for _ in range(max_hops):
        tied = approving(edges_from(store, frontier))
        fresh = {pair: edges for pair, edges in tied.items() if pair[1] not in lines}
        for (citing, cited), edges in sorted(fresh.items()):
            lines.setdefault(cited, (*lines[citing], edges))
        frontier = sorted({cited for _, cited in fresh})
        ended = overruled(store, frontier, as_of) if frontier else {}
        found += [(lines[old], acts) for old, acts in sorted(ended.items()) if old != case]
    return tuple(
        _support(store, line, acts, case, as_of) for line, acts in found if _other(acts, case)
    )


def _other(acts: Iterable[CitationEdge], case: str) -> bool:
    return any(act.citing != case for act in acts)


def _support(
    store: PrecedentStore,
    line: Sequence[list[CitationEdge]],
    acts: list[CitationEdge],
    case: str,
    as_of: AsOf,
) -> OverruledSupport:
    by = next(act.citing for act in acts if act.citing != case)
    *steps, act = steps_of(store, [*line, [a for a in acts if a.citing == by]])
    ended = {edge.citing for edge in overruled(store, [by], as_of).get(by, ())}
    since = summaries(store, ended).values() if ended else ()
    return OverruledSupport(
        tuple(steps), act.cited, act, tuple(sorted(since, key=lambda c: (c.year or 0, c.iri)))
    )
