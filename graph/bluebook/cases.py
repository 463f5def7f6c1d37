"""Decisions cited in full, in a table of authorities, in a sentence of text, and in short."""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from graph.bluebook import pins
from graph.bluebook.courts import untold
from graph.bluebook.dates import day_words, year_of
from graph.bluebook.names import VERSUS, abbreviated, short_name
from graph.bluebook.reported import parse_reporter_citation, with_nominative
from graph.bluebook.runs import Run, Runs, italic, joined, merged, roman

# sentence: a citation sentence; text: within a sentence of text; toa: in a table of authorities.
Form: TypeAlias = Literal["sentence", "text", "toa", "short"]

DATABASE: Final = re.compile(r"\d{4} (?:WL|U\.S\. Dist\. LEXIS|U\.S\. App\. LEXIS) \d+")
NEUTRAL: Final = re.compile(r"\d{4}[ -][A-Za-z.]+(?:[ -][A-Za-z.]+)?[ -]\d+[A-Z]?")
# After these words another citation follows at once; after others, a comma (rule 10.7).
JOINING: Final = ("overruled", "abrogated", "superseded", "overruling", "abrogating")


@dataclass(frozen=True, slots=True)
class LaterHistory:
    """What became of a decision: the phrase of table T8, and the decision that did it.

    Where that decision is known by its citation only, ``raw`` has it.
    """

    phrase: str
    by: "CaseCite | None" = None
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class CaseCite:
    """What a citation of a decision is made of.

    ``place`` is where it is reported (521 U.S. 898), a database's number (2021 WL 252270) or a
    court's own (2009 MT 449); without one, the docket and the day tell it. ``court`` is its label
    (9th Cir.), ``decided`` a day or a year.
    """

    name: str
    place: str | None = None
    court: str = ""
    decided: str | None = None
    docket: str | None = None
    parallel: tuple[str, ...] = ()
    pin: str | None = None
    weights: tuple[str, ...] = ()
    history: tuple[LaterHistory, ...] = ()
    short: str | None = None


def case_runs(cite: CaseCite, form: Form = "sentence") -> Runs:
    """Return a decision's citation in a form.

    >>> from graph.bluebook.runs import plain
    >>> printz = CaseCite("Printz v. United States", "521 U.S. 898", "", "1997", pin="935-36")
    >>> plain(case_runs(printz))
    'Printz v. United States, 521 U.S. 898, 935–36 (1997)'
    >>> plain(case_runs(printz, "toa"))
    'Printz v. United States, 521 U.S. 898 (1997)'
    >>> plain(case_runs(printz, "short"))
    'Printz, 521 U.S. at 935–36'
    """
    if form == "short":
        return _short(cite)
    if form == "toa":
        cite = replace(cite, pin=None, weights=())
    name = italic(cite.name if form == "text" else abbreviated(cite.name))
    body = _without_name(cite, omit_year=_same_year(cite))
    told = [merged((*name, *roman(", " + body)))]
    told += [_later(cite, event, form) for event in cite.history]
    return joined(told, ", ")


def id_runs(pin: str | None = None) -> Runs:
    """Return *id.*, with a pin if there is one (rule 4.1).

    >>> from graph.bluebook.runs import plain
    >>> plain(id_runs("935-936")), plain(id_runs())
    ('Id. at 935–36', 'Id.')
    """
    at = roman(f" {_at(pin)}") if pin else ()
    return (*italic("Id."), *at)


def _at(pin: str) -> str:
    told = pins.written(pin)
    return told if told.startswith("¶") else f"at {told}"


def _without_name(cite: CaseCite, *, omit_year: bool = False) -> str:
    """Return place, pin, court and date, and what tells the weight."""
    weights = "".join(f" ({weight})" for weight in cite.weights)
    if cite.place and not DATABASE.fullmatch(cite.place):
        return _reported(cite, omit_year) + weights
    number = f"No. {cite.docket}" if cite.docket else None
    pin = pins.written(cite.pin) if cite.pin else None
    at = None if pin is None else f"at {pin}" if cite.place else f"slip op. at {pin}"
    when = " ".join(filter(None, (cite.court, day_words(cite.decided))))
    told = ", ".join(part for part in (number, cite.place, at) if part)
    return (f"{told} ({when})" if when else told) + weights


def _reported(cite: CaseCite, omit_year: bool) -> str:
    place = str(cite.place)
    citation = parse_reporter_citation(place)
    neutral = bool(NEUTRAL.fullmatch(place))  # its number tells court and year
    shown = with_nominative(citation) if citation and not neutral else place
    told = ", ".join([shown, *([pins.written(cite.pin)] if cite.pin else []), *cite.parallel])
    court = None if neutral else untold(cite.court, citation.reporter if citation else "")
    year = None if neutral or omit_year else year_of(cite.decided)
    when = " ".join(filter(None, (court, year)))
    return f"{told} ({when})" if when else told


def _same_year(cite: CaseCite) -> bool:
    """Tell whether the next decision of the history is of the same year, and so tells it."""
    after = cite.history[0].by if cite.history else None
    return bool(after and cite.decided and year_of(after.decided) == year_of(cite.decided))


def _later(cite: CaseCite, event: LaterHistory, form: Form) -> Runs:
    after = " " if event.phrase.startswith(JOINING) else ", "
    if event.by is None:
        return (*italic(event.phrase), *roman(after + event.raw if event.raw else ""))
    told = _without_name(event.by)
    name = event.by.name if form == "text" else abbreviated(event.by.name)
    if after == " ":
        return (*italic(event.phrase + " " + name), *roman(", " + told))
    if _renamed(cite.name, event.by.name):
        return (*italic(f"{event.phrase} sub nom. {name}"), *roman(", " + told))
    return (*italic(event.phrase), *roman(", " + told))


def _renamed(one: str, other: str) -> bool:
    """Tell two names of one dispute apart; parties that change sides do not rename it."""
    return sorted(one.split(VERSUS)) != sorted(other.split(VERSUS))


def _short(cite: CaseCite) -> Runs:
    name = Run(abbreviated(cite.short) if cite.short else short_name(cite.name), "italic")
    pin = f" {_at(cite.pin)}" if cite.pin else ""
    citation = parse_reporter_citation(cite.place or "")
    if citation and not NEUTRAL.fullmatch(cite.place or "") and pin:
        return (name, Run(f", {citation.volume} {citation.reporter}{pin}"))
    if cite.place:
        return (name, Run(f", {cite.place}{',' if pin else ''}{pin}"))
    slip = f", slip op.{pin}" if pin else f", No. {cite.docket}" if cite.docket else ""
    return merged((name, Run(slip)))
