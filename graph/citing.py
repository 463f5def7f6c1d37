"""Cite as The Bluebook does: a citation however it is typed, a case by a name, a law by slug."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, TypeAlias

from rdflib.namespace import DCTERMS

from graph.answers import CaseSummary
from graph.bluebook import case_citation, parse_reporter_citation, with_nominative
from graph.bluebook.cases import CaseCite, LaterHistory, case_runs
from graph.bluebook.courts import court_labels, untold
from graph.bluebook.law_parts import LawPart
from graph.bluebook.laws import law_parts, law_runs
from graph.bluebook.runs import html, plain
from graph.case_answers import HistoryEvent
from graph.cases import find_case
from graph.decisions import history_of
from graph.errors import NothingToCite, UnknownCase, UnknownLaw
from graph.law_detail import find_law, law_detail
from graph.model import ReporterCitation
from graph.projection import describe, first
from graph.reporters import compact, spellings
from graph.store import PrecedentStore

# 521 us 898; 521 U. S. 898, 935; 521 US 898 at 935; a year in parentheses is read over.
TYPED: Final = re.compile(
    r"(?P<volume>\d{1,4})\s+(?P<reporter>[^\W\d][\w.'’&() ]*?(?:\s?[23456][dth]*\.?)?)\s+"
    r"(?P<page>\d{1,6})(?:(?:,\s*|\s+)(?:at\s+)?(?P<pin>\d[\d\s,–-]*(?:n\.\s*\d+)?))?"
    r"\s*(?:\([^()]*\))?\.?",
    re.I,
)
# What later became of a decision that a citation must tell (rule 10.7): not that review was denied,
# which two years on is told no more.
LATER: Final = re.compile(r"(?:affirmed|reversed|vacated|overruled|abrogated)(?:-in-part)?-by")
Source: TypeAlias = Literal["recorded", "formed"]


@dataclass(frozen=True, slots=True)
class CitedAs:
    """How The Bluebook cites what was asked for.

    ``source`` tells whether a person wrote the citation down (recorded), or it is put together here
    from what is known (formed); ``note`` says what could not be told. ``iri`` and ``key`` name the
    case or law, where the graph has it. ``toa`` is the form for a table of authorities, ``short``
    the one for later citations, and ``html`` the citation with its case's name in italics.
    """

    asked: str
    bluebook: str
    kind: Literal["case", "law", "citation"]
    source: Source
    pin: str | None = None
    iri: str | None = None
    key: str | None = None
    note: str | None = None
    toa: str | None = None
    short: str | None = None
    html: str | None = None


def case_cite(case: CaseSummary, pin: str | None = None) -> CaseCite:
    """Return what a citation of a decision is made of, for the forms of ``graph.bluebook.cases``.

    >>> lopez = CaseSummary("", "United States v. Lopez", "514 U.S. 549", None, "scotus", 1995)
    >>> plain(case_runs(case_cite(lopez, "552-553")))
    'United States v. Lopez, 514 U.S. 549, 552–53 (1995)'
    """
    place = case.citation
    docket = place.removeprefix("No. ") if place and place.startswith("No. ") else None
    return CaseCite(
        name=case.name,
        place=None if docket else place,
        court=court_labels().get(case.court or "", ""),
        decided=case.decided or (str(case.year) if case.year else None),
        docket=docket,
        pin=pin,
    )


def cite(store: PrecedentStore, text: str) -> CitedAs:
    """Return the citation of a case or a law in the form of The Bluebook.

    Raises:
        NothingToCite: it is no citation, and no case or law has this name.
        AmbiguousCase: several cases fit.
    """
    typed = read_typed(text)
    if typed is not None:
        return _of_citation(store, text, *typed)
    try:
        law = find_law(store, text.strip())
    except UnknownLaw:
        pass
    else:
        return _of_law(store, text, law)
    parts = law_parts(text)
    if parts and all(part.read for part in parts):
        return _of_parts(text, parts)
    try:
        case = find_case(store, text)
    except UnknownCase as error:
        raise NothingToCite(text) from error
    return _of_case(store, text, case, None)


def read_typed(text: str) -> tuple[ReporterCitation, str | None] | None:
    """Return the citation that a text is, in whatever spelling, and its pin.

    >>> citation, pin = read_typed("521 us 898, 935") or (None, None)
    >>> str(citation), pin
    ('521 U.S. 898', '935')
    >>> str((read_typed("44 f4th 581") or [None])[0]), read_typed("printz")
    ('44 F.4th 581', None)
    """
    found = TYPED.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    reporter = _standard(found["reporter"])
    if reporter is None:
        return None
    pin = found["pin"].strip(" ,") if found["pin"] else None
    return ReporterCitation(found["volume"], reporter, found["page"]), pin


@cache
def _loose() -> dict[str, str]:
    """Return {lower-case spelling: standard abbreviation}, one that is spelt so itself first."""
    found: dict[str, str] = {}
    for key, name in sorted(spellings().items(), key=lambda item: compact(item[1]) != item[0]):
        found.setdefault(key.lower(), name)
    return found


def _standard(typed: str) -> str | None:
    early = re.sub(r"\(.*?\)", "", typed)  # 41 U.S. (16 Pet.) 539
    return spellings().get(compact(early)) or _loose().get(compact(early).lower())


def _of_citation(
    store: PrecedentStore, text: str, citation: ReporterCitation, pin: str | None
) -> CitedAs:
    try:
        case = find_case(store, str(citation))
    except UnknownCase:
        place = with_nominative(citation) + (f", {pin}" if pin else "")
        note = "no case with this citation is known here, so its name and year are not told"
        return CitedAs(text, place, "citation", "formed", pin, note=note)
    if pin and parse_reporter_citation(case.citation or "") != citation:
        told = _of_case(store, text, case, None)
        note = (
            f"{pin} is a page of {citation.reporter}; where that is in {case.citation} is not known"
        )
        return replace(told, note="; ".join(filter(None, (told.note, note))))
    return _of_case(store, text, case, pin)


def _of_case(store: PrecedentStore, text: str, case: CaseSummary, pin: str | None) -> CitedAs:
    recorded = first(describe(store, [case.iri])[case.iri], str(DCTERMS.bibliographicCitation))
    bluebook = recorded or _formed(case)
    if pin:
        head, parted, court_and_year = bluebook.rpartition(" (")
        bluebook = f"{head}, {pin}{parted}{court_and_year}" if parted else f"{bluebook}, {pin}"
    note = None if recorded else "put together from the citing opinion's words: check the name"
    source: Source = "recorded" if recorded else "formed"
    bare = case_cite(case, pin)
    made = replace(bare, history=_history(history_of(store, case.iri)))
    before, after = (plain(case_runs(cited, "text")) for cited in (bare, made))
    bluebook += after.removeprefix(before) if after.startswith(before) else ""
    return CitedAs(
        text, bluebook, "case", source, pin, case.iri, case.key, note,
        toa=plain(case_runs(made, "toa")),
        short=plain(case_runs(made, "short")),
        html=html(case_runs(made)),
    )  # fmt: skip


def _history(events: tuple[HistoryEvent, ...]) -> tuple[LaterHistory, ...]:
    """Return what became of a decision; acts of one later decision stand in one phrase."""
    found: list[LaterHistory] = []
    for event in events:
        if not LATER.fullmatch(event.action) or not (event.other or event.citation):
            continue
        by = case_cite(event.other) if event.other else None
        told = LaterHistory(event.abbreviation or event.label, by, None if by else event.citation)
        if found and (found[-1].by, found[-1].raw) == (told.by, told.raw):
            told = replace(told, phrase=f"{found.pop().phrase}, {told.phrase}")
        found.append(told)
    return tuple(found)


def _formed(case: CaseSummary) -> str:
    citation = parse_reporter_citation(case.citation or "")
    place = with_nominative(citation) if citation else case.citation or case.key
    label = court_labels().get(case.court or "", "")
    court = untold(label, citation.reporter if citation else "")
    return case_citation(case.name, place, court=court, year=case.year)


def _of_parts(text: str, parts: tuple[LawPart, ...]) -> CitedAs:
    """Return a law as somebody typed it; the year of a state's code only its user knows."""
    full = law_runs(parts)
    dated = "(" in text or parts[0].kind != "statute" or " U.S.C." in parts[0].full
    note = "rule 12.3.2 wants the year of the code that you use behind it: (West 2024)"
    return CitedAs(
        asked=text,
        bluebook=plain(full),
        kind="law",
        source="formed",
        note=None if dated else note,
        toa=plain(law_runs(parts, "toa")),
        short=plain(law_runs(parts, "short")),
        html=html(full),
    )


def _of_law(store: PrecedentStore, text: str, iri: str) -> CitedAs:
    detail = law_detail(store, iri)
    law = detail.law
    formed = "; ".join(part for part in (detail.code, detail.session_law, detail.bill) if part)
    doubtful = {"citation", "code", "session_law", "bill"} & set(law.doubtful_fields)
    notes = [f"unverified: {', '.join(sorted(doubtful))}"] if doubtful else []
    if not law.citation and not formed:
        notes.append("no citation is recorded; this is its title")
    told = law_parts(law.citation or formed or law.title, law.jurisdiction.lower())
    return replace(
        _of_parts(text, told),
        source="recorded" if law.citation else "formed",
        iri=iri,
        key=law.slug,
        note="; ".join(notes) or None,
    )
