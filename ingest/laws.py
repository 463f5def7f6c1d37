"""The spaCy component that finds the recorded laws of the States in a text.

It leaves ``doc.spans["laws"]``, whose ``kb_id_`` is the law's IRI and whose label is its slug. A
law is found by its names (``ingest.law_names``), by sections of its code, and by its session law.
Where two laws fit, none is marked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.curated import known_laws
from graph.iri import reporter_slug
from graph.model import KnownLaw
from ingest.citation import Found
from ingest.component import setting_of
from ingest.jurisdictions import ABBREVIATIONS
from ingest.law_names import Needs, popular
from ingest.paragraphs import Named, Passages
from ingest.sections import NUMBER, Sections, read_sections

LAWS: Final = "state_laws"
LEAD: Final = 70
LIST: Final = re.compile(
    rf"(?:§§?|[Ss]ec(?:tions?|s?\.)|,)\s?(?P<list>{NUMBER}(?:\(\w{{1,4}}\))*"
    rf"(?:(?:,|,?\sand|\sto|\s?–)\s{NUMBER}(?:\(\w{{1,4}}\))*)*)"
)
SUBSECTION: Final = re.compile(r"\(\w+\)")
FIRST: Final = re.compile(r"\d+")
# The words of a code's name that run up to a section sign.
CODE: Final = re.compile(r"(?:(?:[A-Z][\w'.]*|&|and|of|tit\.|art\.|\d[\w-]*|\(\w+\)),?\s?)+$")
FEDERAL: Final = ("U.S.C.", "C.F.R.")
IN_CODE: Final = re.compile(r"Code|Stat|Laws?\b|Const|Rev|[A-Z]\.?[A-Z]\.?[A-Z]")
SESSION: Final = re.compile(
    r"(?P<year>\d{4})(?:[–-](?P<second>\d\d))?\s(?P<laws>[A-Z][\w. ]*?(?:Laws|Acts|Stat\.))"
    r"\s(?:chs?\.\s|Nos?\.\s)?(?P<page>\d+)(?![-\d])"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere that a law may be meant, the laws it may mean, and what each of them needs."""

    start: int
    end: int
    fits: tuple[tuple[KnownLaw, Needs], ...]


class Lawbook:
    """The recorded laws by slug, by the first number of a section, and by session law."""

    def __init__(self, laws: Iterable[KnownLaw]) -> None:
        self.by_slug = {law.slug: law for law in laws}
        self.sections: dict[str, list[tuple[Sections, KnownLaw]]] = defaultdict(list)
        self.sessions: dict[tuple[str, str, str], list[KnownLaw]] = defaultdict(list)
        for law in self.by_slug.values():
            self._add(law)
        states = {law.state_name for law in self.by_slug.values() if law.state != "us"}
        self._states = re.compile(rf"\b(?:{'|'.join(sorted(states, key=len, reverse=True))})\b")

    def _add(self, law: KnownLaw) -> None:
        more = popular().get(law.slug, {}).get("sections", ())
        for citation in (law.citation, *more) if law.state != "us" else ():
            for sections in read_sections(citation, law.path, checked=law.cite_checked):
                first, last = (int(re.split(r"\D", s)[0]) for s in (sections.low, sections.high))
                for number in range(first, min(last, first + 200) + 1):
                    self.sections[str(number)].append((sections, law))
        for found in SESSION.finditer(law.citation):
            years = {found["year"], found["second"] and found["year"][:2] + found["second"]}
            for year in filter(None, years):
                self.sessions[year, reporter_slug(found["laws"]), found["page"]].append(law)

    def states_in(self, text: str) -> frozenset[str]:
        """Return the States, and the years, that a paragraph names."""
        return frozenset(self._states.findall(text)) | frozenset(re.findall(r"\b\d{4}\b", text))


@cache
def lawbook() -> Lawbook:
    """Return the recorded laws, ready to be found."""
    return Lawbook(known_laws())


@Language.component(LAWS)
def state_laws(doc: Doc) -> Doc:
    """Mark every place where one recorded law is meant."""
    text, book = setting_of(doc).text, lawbook()
    places = [*_by_name(doc, book), *_by_citation(text, doc._.citations or [], book)]
    near = Named(Passages(text), book.states_in)
    doc.spans["laws"] = [
        span
        for start, end, law in _chosen(places, near)
        if (span := _span(doc, start, end, law)) is not None
    ]
    return doc


def _span(doc: Doc, start: int, end: int, law: KnownLaw) -> Span | None:
    return doc.char_span(start, end, label=law.slug, kb_id=law.iri, alignment_mode="expand")


def _by_name(doc: Doc, book: Lawbook) -> Iterator[Place]:
    """Yield where names stand; the same words may be the name of several laws."""
    found: dict[tuple[int, int], dict[str, Needs]] = defaultdict(dict)
    for span in doc._.hits.get("law", ()):
        need, _, slug = span.label_.partition(" ")
        if any(letter.isupper() or letter.isdigit() for letter in span.text):
            fits = found[span.start_char, span.end_char]
            fits[slug] = min(Needs(need), fits.get(slug, Needs.year))
    for (start, end), laws in found.items():
        yield Place(start, end, tuple((book.by_slug[slug], need) for slug, need in laws.items()))


def _by_citation(text: str, references: list[Found], book: Lawbook) -> Iterator[Place]:
    for reference in references:
        if reference.kind == "session_law":
            key = (reference.volume or "", reporter_slug(reference.reporter or ""))
            place = reference.page or (reference.section or "").removeprefix("ch. ")
            laws = book.sessions.get((*key, place), [])
            fits = tuple((law, Needs.nothing) for law in laws)
        elif reference.kind in ("statute", "constitution") and reference.reporter not in FEDERAL:
            fits = _sectioned(text, reference, book)
        else:
            continue
        if fits:
            yield Place(reference.start, reference.end, fits)


def _sectioned(text: str, reference: Found, book: Lawbook) -> tuple[tuple[KnownLaw, Needs], ...]:
    """Return the laws that hold a printed section of a code, with what each still needs."""
    listed = LIST.search(text, reference.start, reference.end + 40)
    if listed is None:
        return ()
    printed = re.findall(NUMBER, SUBSECTION.sub("", listed["list"]))
    held = [
        (section, sections, law)
        for section in printed
        for sections, law in book.sections.get(FIRST.match(section)[0], ())  # type: ignore[index]
        if sections.holds(section)
    ]
    code = _code(text[max(0, reference.start - LEAD) : listed.start()]) if held else ""
    needs = ((law, _need(code, section, sections, law)) for section, sections, law in held)
    return tuple({law.slug: (law, need) for law, need in needs if need is not None}.values())


def _code(lead: str) -> str:
    """Return the words of a code's name at the end of what stands before a section."""
    run = CODE.search(re.split(r"[;)\n]\s", lead)[-1])
    return run[0] if run and IN_CODE.search(run[0]) else ""


def _need(code: str, section: str, sections: Sections, law: KnownLaw) -> Needs | None:
    """Tell what a section needs: its code with the State, its code, or nothing but its number."""
    if code and not sections.fits(code):
        return None
    if code and _names_state(code, law):
        return Needs.nothing
    if (code and not sections.words) or (code and _names_any_state(code)):
        return None
    # Bare, or in the words of the State's own court: a number alone must be a peculiar one.
    return Needs.state if code or re.search(r"[.:-]", section) else None


def _names_state(code: str, law: KnownLaw) -> bool:
    short = [a for a, postal in ABBREVIATIONS.items() if postal == law.state[3:5].upper()]
    joined = re.sub(r"(?<=[A-Z]\.)\s(?=[A-Z]\.)", "", code)
    words = "|".join(map(re.escape, (law.state_name, *short)))
    return bool(re.search(rf"(?<![\w.])(?<!W\. )(?<!West )(?:{words})(?!\w)", joined))


def _names_any_state(code: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(a)}(?!\w)", code) for a in ABBREVIATIONS)


def _chosen(places: list[Place], near: Named) -> Iterator[tuple[int, int, KnownLaw]]:
    """Yield the places that mean one law, in order; the longer of two that overlap."""
    established: set[str] = set()
    reach = 0
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if place.start < reach:
            continue
        at = place.start
        fits = [law for law, need in place.fits if _given(at, law, need, established, near)]
        if len(fits) == 1:
            reach = place.end
            established.add(fits[0].slug)
            yield place.start, place.end, fits[0]


def _given(at: int, law: KnownLaw, need: Needs, established: set[str], near: Named) -> bool:
    if need is Needs.nothing or law.slug in established:
        return True
    words = near.at(at)
    named = law.state_name in words
    return named and (need is Needs.state or law.enacted[:4] in words)
