"""Search everything at once: cases, laws, elements of the doctrine and claims, by whatever words.

A citation finds its case. Words find what has all of them, a slip of the pen allowed for; where
nothing has all, what has the most of them, and the answer says so.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import log10
from typing import Final, Literal, TypeAlias

from rdflib import SKOS

from graph.answers import CaseSummary
from graph.as_of import ALWAYS, AsOf
from graph.bluebook import parse_reporter_citation
from graph.case_days import date_of
from graph.cases import search_cases
from graph.claims import claims
from graph.counting import FacetCount, Facets
from graph.elements import read_doctrine
from graph.errors import UnknownConcept
from graph.iri import SUPREME
from graph.laws import every_law
from graph.projection import describe, first, summaries
from graph.questions import question
from graph.search_words import WordIndex, asked_words
from graph.store import PrecedentStore
from ontology.namespace import AC

Kind: TypeAlias = Literal["case", "law", "element", "claim"]
KINDS: Final[tuple[Kind, ...]] = ("case", "law", "element", "claim")
MOST_NAMES: Final = 100_000  # names of cases that nobody recorded; a larger graph has more
NAME, CALLED, ABOUT = 1.0, 0.95, 0.5  # how much a word counts in a name, a nickname, a description
UNRECORDED: Final = 0.8  # a case that texts cite, beside one that a person recorded
FEW: Final = 5  # fewer hits than this are joined by those that lack one word
IN_ORDER: Final = 0.05  # for a name that has the words asked for in their order
WHOLE: Final = "all"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found: ``key`` names it in a URL, ``about`` says a little of it.

    ``score`` is at most 1; it orders the hits of one search and means nothing beside another's.
    """

    kind: Kind
    iri: str
    key: str
    title: str
    about: str
    score: float
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best first, and how many of each kind.

    ``understood`` are the words that were taken for others (``pritnz`` for ``printz``); ``missing``
    the words that none of the hits has, where nothing had all.
    """

    items: tuple[Hit, ...]
    total: int
    facets: Facets
    understood: Mapping[str, str]
    missing: tuple[str, ...]
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    hit: Hit
    texts: tuple[tuple[str, float], ...]
    weight: float = 1.0

    def fits(self, words: list[str]) -> float:
        """Return the weight, nearly whole only for a name that has these words and little else."""
        name = asked_words(self.hit.title)
        told = min(1.0, len(words) / (len(name) or 1))
        in_order = IN_ORDER if name[: len(words)] == words else 0.0
        return self.weight * (0.85 + 0.1 * told + in_order)


@dataclass(frozen=True, slots=True)
class _Index:
    entries: tuple[_Entry, ...]
    words: WordIndex


def search(
    store: PrecedentStore,
    text: str,
    *,
    kind: str | None = None,
    limit: int | None = 100,
    as_of: AsOf = ALWAYS,
) -> Found:
    """Return what a citation or words fit, of one ``kind`` if given; nothing fits no words.

    As of a day, cases decided and laws enacted later are left out.

    Raises:
        UnknownConcept: there is no such kind.
    """
    if kind not in (None, *KINDS):
        raise UnknownConcept("kind", str(kind), KINDS)
    cited = _cited(store, text, as_of) if parse_reporter_citation(text) else []
    words = [] if cited else asked_words(text)
    index = _index(store)
    scored, understood, missing = _scored(index, words)
    hits = [replace(index.entries[n].hit, score=round(s, 3)) for n, s in scored.items()]
    hits = [hit for hit in hits if hit.date is None or as_of.has(hit.date)]
    hits = cited or sorted(hits, key=_rank)
    chosen = [hit for hit in hits if kind in (None, hit.kind)][:limit]
    counts = Counter(hit.kind for hit in hits)
    return Found(
        items=tuple(_named(store, chosen)),
        total=sum(kind in (None, hit.kind) for hit in hits),
        facets={"kind": tuple(FacetCount(k, counts[k]) for k in KINDS if counts[k])},
        understood=understood,
        missing=missing if hits else (),
        as_of=as_of.day,
    )


def _rank(hit: Hit) -> tuple[float, int, bool, str, str]:
    below = not hit.iri.startswith(SUPREME)
    return -hit.score, KINDS.index(hit.kind), below, hit.title, hit.iri


def _cited(store: PrecedentStore, text: str, as_of: AsOf) -> list[Hit]:
    found = search_cases(store, text, as_of=as_of).items
    return [Hit("case", case.iri, case.key, case.name, _told(case), 1.0) for case in found]


def _scored(
    index: _Index, words: list[str]
) -> tuple[dict[int, float], dict[str, str], tuple[str, ...]]:
    """Return {entry: score}, which words were taken for others, and which no entry shown has."""
    by_word = {word: index.words.scores(word) for word in words}
    if not any(by_word.values()):
        return {}, {}, ()
    having = Counter(entry for scores in by_word.values() for entry in scores)
    most = max(having.values())
    kept = [entry for entry, number in having.items() if number == most]
    if len(kept) < FEW and most > 2:  # noqa: PLR2004 - of two words one alone says too little
        kept += [entry for entry, number in having.items() if number == most - 1]
    scores = {
        entry: sum(found.get(entry, 0.0) for found in by_word.values())
        / len(words)
        * index.entries[entry].fits(words)
        for entry in kept
    }
    missing = tuple(w for w, found in by_word.items() if not any(e in found for e in kept))
    return scores, _understood(index, by_word), missing if most < len(words) else ()


def _understood(index: _Index, by_word: Mapping[str, Mapping[int, float]]) -> dict[str, str]:
    taken = {}
    for word in by_word:
        near = index.words.near(word)
        if near and not any(known.startswith(word) for known in near):
            taken[word] = min(near, key=lambda known: (-near[known], known))
    return taken


def _named(store: PrecedentStore, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits, the cases with their full names: the index knows only how they are called."""
    hits = list(hits)
    cases = summaries(store, [hit.iri for hit in hits if hit.kind == "case"])
    for hit in hits:
        case = cases.get(hit.iri)
        yield replace(hit, title=case.name, key=case.key, about=_told(case)) if case else hit


def _told(case: CaseSummary) -> str:
    place = f"{case.citation or 'not yet reported'} ({case.year or 'n.d.'})"
    return place if case.curated else f"{place}, cited, not curated"


def _index(store: PrecedentStore) -> _Index:
    """Return the words of all that can be found, read once for each snapshot."""

    def read(_: list[str]) -> dict[str, tuple[_Index]]:
        entries = (*_cases(store), *_laws(store), *_elements(store), *_claims(store))
        return {WHOLE: (_Index(entries, WordIndex.of(entry.texts for entry in entries)),)}

    return store.kept("search", [WHOLE], read)[WHOLE][0]


@cache
def nicknames() -> Mapping[str, Mapping[str, list[str]]]:
    """Return {kind: {slug: names in common use}} of cases and laws."""
    return tomllib.loads((files("graph") / "facts" / "nicknames.toml").read_text(encoding="utf-8"))


def _cases(store: PrecedentStore) -> Iterator[_Entry]:
    names: dict[str, list[str]] = {}
    recorded = set()
    for iri, name, held in store.rows(question("cases-searchable", most=str(MOST_NAMES))):
        names.setdefault(iri, []).append(name)
        if held == "true":
            recorded.add(iri)
    about = describe(store, recorded)
    known = summaries(store, recorded)
    called = nicknames()["case"]
    for iri, printed in names.items():
        texts = [(name, NAME) for name in printed]
        case, date = known.get(iri), None
        if case is not None:
            date = date_of(case)
            texts += [(other, CALLED) for other in called.get(case.slug or "", ())]
            texts += [(first(about[iri], AC.holding) or "", ABOUT)]
            texts += [(law, ABOUT) for law in about[iri].get(str(AC.stateLawAtIssue), [])]
        hit = Hit("case", iri, "", case.name if case else printed[0], "", 0.0, date)
        yield _Entry(hit, tuple(texts), 1.0 if case else UNRECORDED)


def _laws(store: PrecedentStore) -> Iterator[_Entry]:
    laws = every_law(store).laws
    about = describe(store, [law.iri for law in laws])
    called = nicknames()["law"]
    for law in laws:
        told = f"{law.jurisdiction_name}, {law.citation or law.record_kind}, {law.status}"
        texts = [(law.title, NAME), (law.citation or "", CALLED), (law.jurisdiction_name, CALLED)]
        texts += [(other, CALLED) for other in called.get(law.slug, ())]
        texts += [(first(about[law.iri], AC.summary) or "", ABOUT)]
        texts += [(first(about[law.iri], AC.federalLawResisted) or "", ABOUT)]
        texts += [(words.replace("-", " "), ABOUT) for words in (*law.topics, *law.mechanisms)]
        weight = 1.0 - 0.1 / (1 + log10(1 + len(law.reliance)))
        hit = Hit("law", law.iri, law.slug, law.title, told, 0.0, law.enacted)
        yield _Entry(hit, tuple(texts), weight)


def _elements(store: PrecedentStore) -> Iterator[_Entry]:
    doctrine = read_doctrine(store)
    for iri, element in doctrine.elements.items():
        other = doctrine.about[iri].get(str(SKOS.altLabel), [])
        texts = [(element.label, NAME), *((name, CALLED) for name in other)]
        texts += [(element.slug, CALLED), (element.definition, ABOUT)]
        hit = Hit("element", iri, element.slug, element.label, element.definition, 0.0)
        yield _Entry(hit, tuple(texts))


def _claims(store: PrecedentStore) -> Iterator[_Entry]:
    for claim in claims(store).items:
        told = f"{claim.verdict}, {claim.article.title}"
        hit = Hit("claim", claim.iri, claim.key, claim.claim, told, 0.0, claim.article.published)
        yield _Entry(hit, ((claim.claim, 0.8), (claim.article.title, ABOUT)))
