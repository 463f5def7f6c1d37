"""The authorities a text has cited so far, by volume and by name."""

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from graph.iri import case_key, official, reporter_slug
from graph.model import Authority, ReporterCitation
from ingest.names import SMALL, VERSUS

# Buckley v. Valeo takes 294 pages of the reports, and nothing takes more.
LONGEST_OPINION: Final = 300
MOST: Final = 40  # cases of one volume
STEM: Final = 3  # letters that an abbreviation has at least
PROCEDURAL: Final = re.compile(r"\b(?:In re|Ex parte|Matter of)\b")
MARKS: Final = re.compile(r"[.'’\[\]]")
WORD: Final = re.compile(r"[a-z0-9&-]+")
CORPORATE: Final = re.compile(
    r",?\s(?:Inc|Co|Corp|Ltd|Assn|Ass'n|et al|R|Ry|No\. One|No\. \d+)\b\.?"
    r"|^(?:The|City of|County of|State of)\s"
)


@dataclass(slots=True, eq=False)
class Entry:
    """One case as this text cites it."""

    citations: list[ReporterCitation] = field(default_factory=list)
    name: str | None = None
    aliases: set[str] = field(default_factory=set)
    year: int | None = None
    court: str | None = None
    blank: tuple[str, str] | None = None
    docket: str | None = None
    nicknames: set[str] = field(default_factory=set)
    last_used: int = -1
    first_at: int = -1
    number: int = -1

    def add(self, citation: ReporterCitation) -> None:
        """Record one more place where the case is reported."""
        if citation not in self.citations:
            self.citations.append(citation)

    def main(self) -> ReporterCitation | None:
        """Return the official citation, else the first one printed."""
        ours = (c for c in self.citations if reporter_slug(official(c).reporter) == "us")
        return next(ours, self.citations[0] if self.citations else None)

    def authority(self) -> Authority | None:
        """Return the case as a record; None while nothing that is known identifies it.

        A docket number does with the court and the year: every court counts for itself.
        """
        main = self.main()
        if main is None and self.docket:
            if self.court is None or self.year is None:
                return None
            return Authority(
                "case", self.name, year=self.year, court=self.court, docket=self.docket
            )
        if main is None:
            if self.blank is None or self.name is None:
                return None
            reporter, volume = self.blank
            return Authority("case", self.name, volume=volume, reporter=reporter, year=self.year)
        rest = tuple(c for c in self.citations if c is not main)
        court = self.court or ("scotus" if official(main).reporter == "U.S." else None)
        return Authority("case", self.name, official(main), rest, year=self.year, court=court)

    def fits(self, reporter: str | None, pin: int | None) -> bool:
        """Tell whether a page can lie in this case, as far as its first page tells."""
        if pin is None:
            return True
        for citation in self.citations:
            same = reporter is None and citation is self.main()
            if (same or citation.reporter == reporter) and citation.page.isdigit():
                return int(citation.page) <= pin <= int(citation.page) + LONGEST_OPINION
        return True


class Registry:
    """Cases in order of first citation; ``known`` maps parallels to official citations."""

    def __init__(self, known: Mapping[str, ReporterCitation] | None = None) -> None:
        self.known = known or {}
        self._count = 0
        self._by_key: dict[str, Entry] = {}
        # Cases of a volume by first page (-1 where it was not yet known), then by number.
        self._by_volume: dict[tuple[str, str], list[tuple[int, int, Entry]]] = defaultdict(list)
        self._blank: dict[tuple[str, str, str | None], Entry] = {}
        self._docketed: dict[tuple[str | None, str], Entry] = {}
        self._by_name: dict[str, dict[Entry, None]] = defaultdict(dict)
        self._by_word: dict[str, dict[Entry, None]] = defaultdict(dict)
        self._words: list[str] = []

    def full(self, citation: ReporterCitation) -> Entry:
        """Return the entry of a full citation, made if it is new."""
        entry = self._by_key.get(case_key(citation))
        if entry is None:
            entry = self._new()
        self.join(entry, citation)
        return entry

    def join(self, entry: Entry, citation: ReporterCitation) -> None:
        """Add a parallel citation to an entry, with the official one where it is known."""
        for place in (citation, self.known.get(case_key(citation))):
            if place is None or case_key(place) in self._by_key:
                continue
            entry.add(place)
            self._by_key[case_key(place)] = entry
            at = official(place)
            page = int(place.page) if place.page.isdigit() else -1
            for volume in {(place.reporter, place.volume), (at.reporter, at.volume)}:
                insort(self._by_volume[volume], (page, entry.number, entry))

    def _new(self, blank: tuple[str, str] | None = None) -> Entry:
        self._count += 1
        return Entry(blank=blank, number=self._count)

    def unpaged(self, volume: str, reporter: str, name: str | None) -> Entry:
        """Return the entry of a case whose page was not yet known: 584 U.S. ___.

        Cited so twice it is one case if its name says so.
        """
        known = self._blank.get((reporter, volume, name)) if name else None
        if known is None:
            known = self._new(blank=(reporter, volume))
            self._blank[reporter, volume, name] = known
            insort(self._by_volume[reporter, volume], (-1, known.number, known))
        return known

    def docketed(self, docket: str, court: str | None) -> Entry:
        """Return the entry of a case that is known by its number in a court."""
        if (court, docket) not in self._docketed:
            made = self._docketed[court, docket] = self._new()
            made.docket = docket
        return self._docketed[court, docket]

    def drop(self, entry: Entry) -> None:
        """Forget an entry that turned out to be another."""
        if entry.docket:
            self._docketed.pop((entry.court, entry.docket), None)
        if entry.blank:
            self._by_volume[entry.blank].remove((-1, entry.number, entry))
            self._blank.pop((*entry.blank, entry.name), None)
        for name in (entry.name or "", *entry.aliases, *entry.nicknames):
            self._by_name[name].pop(entry, None)
            for word in (word for party in _parties(name) for word in party):
                self._by_word[word].pop(entry, None)

    def get(self, citation: ReporterCitation) -> Entry | None:
        """Return the entry of a citation, or None."""
        return self._by_key.get(case_key(citation))

    def in_volume(self, reporter: str, volume: str, pin: int | None = None) -> list[Entry]:
        """Return the cases cited from one volume that a page can lie in, each once.

        Of very many, as no opinion cites, only those that begin nearest before the page.
        """
        listed = self._by_volume.get((reporter, volume), [])
        if len(listed) > MOST:
            stop = bisect_right(listed, pin, key=lambda item: item[0]) if pin else len(listed)
            listed = listed[max(0, stop - MOST) : stop]
        by_number = sorted(listed, key=lambda item: item[1])
        return list(dict.fromkeys(entry for _, _, entry in by_number))

    def name(self, entry: Entry, name: str) -> None:
        """Call a case by its name; any part of it finds the case from now on."""
        entry.name = name
        self._by_name[name][entry] = None
        for word in (word for party in _parties(name) for word in party):
            if word not in self._by_word:
                insort(self._words, word)
            self._by_word[word][entry] = None

    def alias(self, entry: Entry, name: str, *, short: bool = False) -> None:
        """Let a case be found by another name, or by a short one that this text gives it."""
        (entry.nicknames if short else entry.aliases).add(name)
        self._by_name[name][entry] = None

    def spoken_of(self, pin: int | None) -> dict[str, Entry]:
        """Return {short name: case} of the names that fit one case, in which a page can lie."""
        short = (
            (name, [entry for entry in entries if name in entry.nicknames])
            for name, entries in self._by_name.items()
        )
        return {name: e[0] for name, e in short if len(e) == 1 and e[0].fits(None, pin)}

    def _alike(self, word: str) -> Iterator[str]:
        """Yield the words of known names that a word abbreviates or is an abbreviation of."""
        yield from (
            word[:end]
            for end in range(1, len(word) + 1)
            if (end >= STEM or end == len(word)) and word[:end] in self._by_word
        )
        place = bisect_right(self._words, word) if len(word) >= STEM else len(self._words)
        while place < len(self._words) and self._words[place].startswith(word):
            yield self._words[place]
            place += 1

    def named(self, name: str) -> list[Entry]:
        """Return the cases that a full or shortened name fits best, in order of citation."""
        likely = dict(self._by_name.get(name, {}))
        for word in self._alike(next(iter(_parties(name)[0]), "")):
            likely |= self._by_word[word]
        in_order = sorted(likely, key=lambda entry: entry.number)
        scored = [(score(name, entry), entry) for entry in in_order]
        best = max((points for points, _ in scored), default=0)
        return [entry for points, entry in scored if points == best] if best else []


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others.

    >>> words("Ex parte Young"), words("FERC v. Mississippi")
    (('young',), ('ferc', 'mississippi'))
    """
    plain = PROCEDURAL.sub(" ", name)
    plain = MARKS.sub("", plain.lower())
    return tuple(w for w in WORD.findall(plain) if w not in SMALL and w != "v")


@lru_cache(maxsize=100_000)
def _parties(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(words(CORPORATE.sub("", party)) for party in VERSUS.split(name))


def score(name: str, entry: Entry) -> int:
    """Return how well a name fits a case: 0 not at all, 5 exactly."""
    if name in entry.aliases or name in entry.nicknames or name == entry.name:
        return 5
    if entry.name is None:
        return 0
    asked, parties = _parties(name), _parties(entry.name)
    if len(asked) > 1:
        pairs = list(zip(asked, parties, strict=False))
        if len(parties) > 1 and all(a and (_prefix(a, p) or _prefix(p, a)) for a, p in pairs):
            return 4
        return 0
    wanted = asked[0]
    if not wanted:
        return 0
    if any(wanted == party for party in parties):
        return 3
    if any(_prefix(wanted, party) for party in parties):
        return 2
    flat = [word for party in parties for word in party]
    return int(len(wanted) == 1 and wanted[0] in flat and len(wanted[0]) > 3)  # noqa: PLR2004


def _prefix(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Words agree from the left, an abbreviated one with what it abbreviates."""
    return (
        bool(short)
        and len(short) <= len(long)
        and all(
            one == other or (len(one) > 2 and other.startswith(one))  # noqa: PLR2004
            for one, other in zip(short, long, strict=False)
        )
    )
