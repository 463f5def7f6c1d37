"""Lead each citing reference to its authority, or say why that cannot be told."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from graph.iri import NOMINATIVE, reporter_slug
from graph.model import Authority, ReporterCitation
from ingest.antecedents import (
    first_page,
    is_page_of,
    last_named,
    quotation_before,
    unread_between,
)
from ingest.citation import Found
from ingest.find.cases import reporter_citation
from ingest.registry import Entry, Registry, score
from ingest.works import law_or_work, moved

UNPAGED: Final = "the page was not yet known where this was printed"
UNIDENTIFIED: Final = "what is printed does not identify a case: its court, date or volume lacks"
NO_FULL: Final = "no full citation in this text goes with it"
AMBIGUOUS: Final = "several cases of this text fit"
AMBIGUOUS_ARTICLE: Final = "several articles of that volume are cited in this text"
NOTHING_BEFORE: Final = "nothing stands before it that it could mean"
INSIDE: Final = "it means a page of another opinion of this decision"
UNREAD: Final = "the source before it is none that is read here"
NO_CODE: Final = "no citation in this text names the code of this section"
NEAR: Final = 3  # references back
SAME: Final = 4  # a score from which two names are one case's
SECTION: Final = re.compile(r"\d[\dA-Za-z.:-]*")
SECTION_SIGN: Final = re.compile(r"§\s?(\d+)")
SECTION_OF: Final = re.compile(r"§\s?\d+\sof")
DAY: Final = re.compile(r"\b(?:ante|post)\b")
PLAIN: Final = re.compile(r"^(?:[A-Z][a-z-]+|[a-z]+)\s[Aa]mendment|^Articles?\b")


class Resolver:
    """Goes once through the references of a text, in order, and remembers what they meant."""

    def __init__(
        self,
        text: str,
        *,
        own: Authority | None = None,
        known: Mapping[str, ReporterCitation] | None = None,
    ) -> None:
        self.text = text
        self.registry = Registry(known)
        self.own = own
        self.entry_of: dict[int, Entry] = {}
        self.recent: dict[bool, list[Found]] = {False: [], True: []}
        self.enclosed: Found | None = None
        self.inside: dict[bool, Found | None] = {False: None, True: None}
        self.sections: dict[str, Found] = {}
        self.articles: dict[tuple[str | None, str | None], list[Authority]] = {}
        self.last_reporter: str | None = None
        self.place = 0

    def resolve(self, found: list[Found]) -> None:
        """Set ``authority``, or ``unresolved_reason`` and ``candidates``, on every reference."""
        for reference in found:
            if reference.kind == "full_case":
                self._register(reference)
        for place, reference in enumerate(found):
            self.place = place
            self._one(reference)
            entry = self.entry_of.get(id(reference))
            if entry:
                entry.last_used = place
            if reference.head is None and reference.enclosed_by in ("quoting", "citing"):
                self.enclosed = reference
            elif reference.head is None:
                self._remember(reference)
        for reference in found:
            self._state(reference)

    def seed(self, case: Authority) -> None:
        """Let short forms mean the case that a note is about, without a citation of its own."""
        if case.citation:
            entry = self.registry.full(case.citation)
            self.registry.name(entry, case.name or "")
            entry.year, entry.court = case.year, case.court

    def _register(self, reference: Found) -> None:
        """Record a full citation before short forms are read: a name may be explained later."""
        if reference.reporter == "Id.":
            reference.reporter = self.last_reporter
        self.last_reporter = reference.reporter
        citation = reporter_citation(reference)
        head = self.entry_of.get(id(reference.head)) if reference.head else None
        if head is not None:
            entry = self._with_parallel(reference, head, citation)
        elif citation:
            entry = self._inside(reference) or self.registry.full(citation)
        elif reference.docket:
            entry = self.registry.docketed(reference.docket, reference.court)
        elif reference.volume and reference.reporter:
            entry = self.registry.unpaged(reference.volume, reference.reporter, reference.name)
        else:
            reference.unresolved_reason = UNIDENTIFIED
            return
        self.entry_of[id(reference)] = entry
        entry.first_at = reference.start if entry.first_at < 0 else entry.first_at
        if reference.name and (entry.name is None or len(reference.name) > len(entry.name)):
            if entry.name:
                self.registry.alias(entry, entry.name)
            self.registry.name(entry, reference.name)
        if reference.alias:
            self.registry.alias(entry, reference.alias)
        entry.year, entry.court = entry.year or reference.year, entry.court or reference.court

    def _inside(self, reference: Found) -> Entry | None:
        """Return the case that a page lies in, where the name says that it was cited before.

        Early opinions cite the page they mean: McCulloch v. Maryland, 4 Wheat. 405.
        """
        page = first_page(reference.page)
        early = reporter_slug(reference.reporter or "") in NOMINATIVE
        if page is None or not reference.name or not early:
            return None
        inside = self.registry.in_volume(reference.reporter or "", reference.volume or "", page)
        same = [
            e
            for e in inside
            if score(reference.name, e) >= SAME and e.fits(reference.reporter, page)
        ]
        if len(same) == 1 and _first_page(same[0], reference.reporter) < page:
            reference.pin = reference.pin or reference.page
            return same[0]
        return None

    def _with_parallel(
        self, reference: Found, head: Entry, citation: ReporterCitation | None
    ) -> Entry:
        """Join a parallel; a blank page before a parallel seen earlier is that earlier case."""
        known = self.registry.get(citation) if citation else None
        if known is not None and known is not head and not head.citations:
            self.registry.drop(head)
            self.entry_of = {k: known if e is head else e for k, e in self.entry_of.items()}
            return known
        if citation:
            self.registry.join(head, citation)
        return head

    def _one(self, reference: Found) -> None:
        match reference.kind:
            case "short_case":
                self._short(reference)
            case "named_short" | "supra":
                self._by_name(reference)
            case "id":
                self._id(reference)
            case "statute":
                self._statute(reference)
            case "journal":
                self._journal(reference)
            case _:
                reference.authority = law_or_work(reference) or reference.authority

    def _short(self, reference: Found) -> None:
        if reference.head is not None:
            self._same_as(reference, reference.head)
            return
        pin = first_page(reference.pin)
        candidates = self.registry.in_volume(reference.reporter or "", reference.volume or "", pin)
        self._choose(reference, candidates, reference.reporter)

    def _choose(self, reference: Found, candidates: list[Entry], reporter: str | None) -> None:
        """Take the one candidate left by name, then page, then the last that was spoken of."""
        pin = first_page(reference.pin)
        if reference.name and len(candidates) > 1:
            named = set(self.registry.named(reference.name))
            candidates = [c for c in candidates if c in named] or candidates
        fitting = [c for c in candidates if c.fits(reporter, pin)]
        if len(fitting) > 1 and reference.kind == "short_case" and pin is not None:
            # Opinions follow each other in a volume: the page lies in the last that begins before.
            fitting = [max(fitting, key=lambda c: _first_page(c, reporter))]
        if len(fitting) > 1:
            # What was spoken of before this place, then what was spoken of just now.
            fitting = [c for c in fitting if 0 <= c.first_at < reference.start] or fitting
            near = [c for c in fitting if 0 <= self.place - c.last_used <= NEAR]
            fitting = near if len(near) == 1 else fitting
        if len(fitting) > 1:
            spoken = [c for c in fitting if reference.name in c.nicknames]
            fitting = spoken if len(spoken) == 1 else fitting
        if len(fitting) == 1:
            self.entry_of[id(reference)] = fitting[0]
            if reference.name:
                self.registry.alias(fitting[0], reference.name, short=True)
        elif fitting:
            reference.unresolved_reason = AMBIGUOUS
            made = (entry.authority() for entry in fitting)
            reference.candidates = tuple(a for a in made if a is not None)
        else:
            reference.unresolved_reason = NO_FULL

    def _by_name(self, reference: Found) -> None:
        if reference.volume and reference.reporter:
            inside = self.registry.in_volume(
                reference.reporter, reference.volume, first_page(reference.pin)
            )
            if inside:
                self._choose(reference, inside, reference.reporter)
                return
        if self._elsewhere_in_volume(reference) or self._loc_cit(reference):
            return
        named = self.registry.named(reference.name or "")
        self._choose(reference, named, None)

    def _elsewhere_in_volume(self, reference: Found) -> bool:
        """X v. Y, ante, p. 308 is the case at page 308 of the volume this opinion is in."""
        printed = self.text[reference.start : reference.end]
        pin = first_page(reference.pin)
        if not DAY.search(printed) or pin is None or self.own is None or self.own.citation is None:
            return False
        at = replace(self.own.citation, page=str(pin))
        entry = self.registry.full(at)
        if entry.name is None and reference.name:
            self.registry.name(entry, reference.name)
        entry.year, entry.court = entry.year or self.own.year, entry.court or self.own.court
        self.entry_of[id(reference)] = entry
        return True

    def _loc_cit(self, reference: Found) -> bool:
        """Loc. cit. is the book cited last, wherever a footnote has put it."""
        if reference.kind != "supra":
            return False
        books = [f for scope in self.recent.values() for f in scope if f.kind == "treatise"]
        books = [f for f in books if f.start < reference.start]
        if books:
            reference.authority = max(books, key=lambda f: f.start).authority
        return bool(books)

    def _id(self, reference: Found) -> None:
        if reference.volume and reference.reporter:
            inside = self.registry.in_volume(
                reference.reporter, reference.volume, first_page(reference.pin)
            )
            if inside:
                self._choose(reference, inside, reference.reporter)
                return
        if reference.head is not None:
            self._same_as(reference, reference.head)
            return
        scope = _scope(reference)
        recent, before = self.recent[scope][-6:], self.inside[scope]
        last = recent[-1].extent if recent else 0
        if unread_between(self.text, max(last, before.extent if before else 0), reference.start):
            reference.unresolved_reason = UNREAD
            return
        if before is not None and is_page_of(before, reference):
            reference.unresolved_reason = INSIDE
            return
        pin = first_page(reference.pin)
        quoted = quotation_before(self.text, reference.start)
        for earlier in reversed(recent):
            entry = self.entry_of.get(id(earlier))
            if pin is not None and earlier.kind == "constitution":
                continue
            if entry is not None and not entry.fits(None, pin):
                continue
            if quoted is not None and earlier.start > quoted:
                continue
            passing = self.enclosed if quoted is not None and earlier is not recent[-1] else None
            if passing is not None and earlier.extent <= passing.start < (quoted or 0):
                reference.unresolved_reason = AMBIGUOUS  # X (quoting Y): the passage may be Y's
                return
            self._same_as(reference, earlier)
            return
        self._id_by_name(reference, last)

    def _id_by_name(self, reference: Found, after: int) -> None:
        """The id. that closes a quotation may mean a case that only its introduction names."""
        spoken = self.registry.spoken_of(first_page(reference.pin))
        name = last_named(self.text, after, reference.start, spoken)
        if name is None:
            reference.unresolved_reason = NOTHING_BEFORE
        else:
            self.entry_of[id(reference)] = spoken[name]

    def _same_as(self, reference: Found, other: Found) -> None:
        entry = self.entry_of.get(id(other))
        if entry is not None:
            self.entry_of[id(reference)] = entry
        elif other.authority is not None:
            reference.authority = moved(other.authority, reference)
        else:
            reference.unresolved_reason = other.unresolved_reason or NOTHING_BEFORE
            reference.candidates = other.candidates

    def _statute(self, reference: Found) -> None:
        base = base_section(reference.section)
        if reference.reporter:
            reference.authority = law_or_work(reference)
            self.sections[base] = reference
            return
        named = self.sections.get(base)
        if named is None:
            reference.unresolved_reason = NO_CODE
        elif named.kind == "constitution":
            reference.kind, reference.authority = "constitution", named.authority
        else:
            reference.authority = Authority(
                "statute",
                volume=named.volume,
                reporter=named.reporter,
                section=reference.section,
            )

    def _journal(self, reference: Found) -> None:
        """54 Colum. L. Rev., at 550 is in the article of that volume that begins last before it."""
        articles = self.articles.setdefault((reference.volume, reference.reporter), [])
        reference.authority = law_or_work(reference)
        if reference.authority is not None:
            if reference.authority not in articles:
                articles.append(reference.authority)
            return
        pin = first_page(reference.pin)
        before = [a for a in articles if pin is None or int(a.page or 0) <= pin]
        if len(before) == 1 or (before and pin is not None):
            reference.authority = max(before, key=lambda a: int(a.page or 0))
        else:
            reference.unresolved_reason = AMBIGUOUS_ARTICLE if before else NO_FULL
            reference.candidates = tuple(before)

    def _remember(self, reference: Found) -> None:
        printed = self.text[reference.start : reference.end]
        if reference.kind == "constitution" and (place := SECTION_SIGN.search(printed)):
            within = SECTION_OF.match(printed)
            if within:
                self.sections[place[1]] = reference
        bare = reference.kind == "statute" and reference.reporter is None
        scope = _scope(reference)
        if reference.kind == "internal" and DAY.search(printed.lower()):
            self.inside[scope] = reference
        elif reference.unresolved_reason != INSIDE:
            self.inside[scope] = None
        if bare or reference.kind == "internal" or PLAIN.match(printed):
            return
        if reference.unresolved_reason != INSIDE:
            self.recent[scope].append(reference)

    def _state(self, reference: Found) -> None:
        """Write the authority of a case once all its parallels and names have been seen."""
        entry = self.entry_of.get(id(reference))
        if entry is None:
            if reference.authority is None and reference.kind != "internal":
                reference.unresolved_reason = reference.unresolved_reason or NOTHING_BEFORE
            return
        reference.authority = entry.authority()
        lacks = UNIDENTIFIED if entry.docket else UNPAGED
        reference.unresolved_reason = None if reference.authority else lacks


def _scope(reference: Found) -> bool:
    """Return whether a reference stands in a footnote: text and notes go on each for itself."""
    return bool(reference.span and reference.span.in_footnote)


def base_section(section: str | None) -> str:
    """Return the number of a section without its subsections.

    >>> base_section("1396a(a)(10)"), base_section("4(b) and 5")
    ('1396a', '4')
    """
    found = SECTION.match(section or "")
    return found[0].rstrip(".") if found else ""


def _first_page(entry: Entry, reporter: str | None) -> int:
    pages = [c.page for c in entry.citations if c.reporter == reporter and c.page.isdigit()]
    return int(pages[0]) if pages else 0
