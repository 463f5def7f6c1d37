"""Claims of the public debate, held against the graph each time they are asked for.

A claim names a query. Asked as of the day of the article and as of the newest date of the facts,
its answers give a verdict; a test fails where that is not the verdict that a person wrote down.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import pyoxigraph as ox
from rdflib.namespace import DCTERMS

from graph.as_of import ALWAYS, AsOf
from graph.errors import UnknownClaim, UnknownConcept
from graph.iri import BASE, slug, thing_iri
from graph.projection import Description, describe, first, notation
from graph.questions import QUERIES, asks, parameters, question
from graph.store import PrecedentStore
from ontology.namespace import AC

Verdict: TypeAlias = Literal["supported", "outdated", "contradicted", "unverifiable"]


@dataclass(frozen=True, slots=True)
class Article:
    """The text that makes a claim."""

    iri: str
    slug: str
    title: str
    published: str
    author: str | None = None
    publisher: str | None = None
    note: str | None = None
    unverified_fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concern:
    """A recorded law or case that a claim is about; ``kind`` is law or case."""

    iri: str
    kind: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class ClaimSummary:
    """A claim with the verdict that a person wrote down, and what it rests on."""

    iri: str
    key: str
    claim: str
    value_claimed: str
    value_found: str
    verdict: str
    article: Article
    as_of: str
    question: str | None = None
    claimed: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    unverified_fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The answer of a claim's query: its value, and what was counted.

    ``as_of`` is None where the answer does not depend on the day.
    """

    as_of: str | None
    value: str | None
    shown: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim with its query and what that answers now.

    ``then`` is the answer as of the article's date, ``now`` as of the newest date of the facts, or
    of the day asked about,
    ``once`` on an earlier day that the claim's record names. ``verdict_by_data`` follows from them
    where the record says which answer would make the claim true; it is None elsewhere.
    """

    claim: ClaimSummary
    expected: str | None
    expected_then: str | None
    concerns: tuple[Concern, ...]
    asks: str | None = None
    query: str | None = None
    then: Recomputed | None = None
    now: Recomputed | None = None
    once: Recomputed | None = None
    verdict_by_data: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimsAnswer:
    """The claims that fit a question, in the order of their articles, and how many per verdict."""

    items: tuple[ClaimSummary, ...]
    total: int
    by_verdict: tuple[tuple[str, int], ...] = field(default=())
    as_of: str | None = None


def verdict_by_data(
    claimed: str, *, then: str | None, now: str | None, once: str | None = None
) -> Verdict:
    """Return the verdict that answers give to what a claim says.

    >>> verdict_by_data("209", then="209", now="222")
    'outdated'
    >>> verdict_by_data("24", then="24", now="24"), verdict_by_data("25", then="17", now="17")
    ('supported', 'contradicted')
    >>> verdict_by_data("11", then="10", now="10", once="11")
    'outdated'
    """
    if claimed == now:
        return "supported"
    return "outdated" if claimed in (then, once) else "contradicted"


def claims(
    store: PrecedentStore,
    *,
    verdict: str | None = None,
    article: str | None = None,
    as_of: AsOf = ALWAYS,
) -> ClaimsAnswer:
    """Return the claims of one verdict, of one article, or all, made by the day ``as_of``.

    Raises:
        UnknownConcept: no claim has this verdict, or comes from this article.
    """
    rows = store.select(question("claims"))
    described = describe(store, [row["claim"] for row in rows]) if rows else {}
    articles = _articles(store, {row["article"] for row in rows})
    found = [_summary(r["claim"], described[r["claim"]], articles[r["article"]]) for r in rows]
    found.sort(key=lambda claim: (claim.article.published, claim.article.slug, claim.key))
    for facet, value, known in (
        ("verdict", verdict, {claim.verdict for claim in found}),
        ("article", article, {claim.article.slug for claim in found}),
    ):
        if value is not None and slug(value) not in known:
            raise UnknownConcept(facet, value, tuple(sorted(known)))
    items = tuple(
        claim
        for claim in found
        if as_of.has(claim.article.published)
        and (verdict is None or claim.verdict == slug(verdict))
        and (article is None or claim.article.slug == slug(article))
    )
    counted = Counter(claim.verdict for claim in items).most_common()
    return ClaimsAnswer(items, len(items), tuple(counted), as_of.day)


def _articles(store: PrecedentStore, iris: set[str]) -> dict[str, Article]:
    described = describe(store, iris) if iris else {}
    return {iri: _article(iri, about) for iri, about in described.items()}


def _article(iri: str, about: Description) -> Article:
    return Article(
        iri=iri,
        slug=notation(iri),
        title=first(about, str(DCTERMS.title)) or notation(iri),
        published=first(about, str(DCTERMS.issued)) or "",
        author=first(about, str(DCTERMS.creator)),
        publisher=first(about, str(DCTERMS.publisher)),
        note=first(about, AC.note),
        unverified_fields=tuple(about.get(str(AC.unverifiedField), [])),
    )


def _summary(iri: str, about: Description, article: Article) -> ClaimSummary:
    return ClaimSummary(
        iri=iri,
        key=iri.partition("/id/claim/")[2],
        claim=first(about, AC.claimText) or "",
        value_claimed=first(about, AC.valueClaimed) or "",
        value_found=first(about, AC.valueFound) or "",
        verdict=notation(first(about, AC.verdict) or ""),
        article=article,
        as_of=first(about, AC.asOf) or "",
        question=first(about, AC.claimQuestion),
        claimed=first(about, AC.claimedAnswer),
        note=first(about, AC.note),
        sources=tuple(about.get(str(DCTERMS.source), [])),
        unverified_fields=tuple(about.get(str(AC.unverifiedField), [])),
    )


def find_claim(store: PrecedentStore, key: str) -> ClaimSummary:
    """Return the claim a key names: its IRI, or its path such as confederation-essay/07.

    Raises:
        UnknownClaim: nothing fits.
    """
    iri = key if key.startswith(BASE) else thing_iri("claim", key.strip().strip("/"))
    for claim in claims(store).items:
        if claim.iri == iri:
            return claim
    raise UnknownClaim(key)


def claim_detail(store: PrecedentStore, key: str, as_of: AsOf = ALWAYS) -> ClaimDetail:
    """Return a claim with its query and what that answers on the days that matter.

    With a day ``as_of``, ``now`` is the answer on that day, and the verdict of the data follows it.

    Raises:
        UnknownClaim: nothing fits the key.
    """
    claim = find_claim(store, key)
    day = as_of.day or store.as_of()
    about = describe(store, [claim.iri])[claim.iri]
    detail = ClaimDetail(
        claim=claim,
        expected=first(about, AC.expectedAnswer),
        expected_then=first(about, AC.expectedThen) or first(about, AC.expectedAnswer),
        concerns=_concerns(store, claim.iri),
    )
    if claim.question is None:
        return detail
    then = recompute(store, claim.question, claim.article.published)
    now = recompute(store, claim.question, day)
    once_on = first(about, AC.onceTrueOn)
    once = recompute(store, claim.question, once_on) if once_on else None
    return ClaimDetail(
        claim=claim,
        expected=detail.expected,
        expected_then=detail.expected_then,
        concerns=detail.concerns,
        asks=asks(QUERIES + claim.question),
        query=query_of(claim.question, day),
        then=then,
        now=now,
        once=once,
        verdict_by_data=verdict_by_data(
            claim.claimed, then=then.value, now=now.value, once=once.value if once else None
        )
        if claim.claimed is not None
        else None,
    )


def recompute(store: PrecedentStore, name: str, day: str) -> Recomputed:
    """Return what a claim's query answers as of a day, month or year."""
    row = next(iter(store.select(query_of(name, day))), {})
    dated = "as_of" in parameters(QUERIES + name)
    return Recomputed(day if dated else None, row.get("value"), row.get("shown"))


def query_of(name: str, day: str) -> str:
    """Return the query of a claim as of a day, ready to run."""
    return question(QUERIES + name, as_of=str(ox.Literal(day)))


def _concerns(store: PrecedentStore, claim: str) -> tuple[Concern, ...]:
    rows = store.select(question("claim-concerns", claim=str(ox.NamedNode(claim))))
    found = (
        Concern(
            row["thing"],
            "case" if row["thing"].startswith(thing_iri("case", "")) else "law",
            row["slug"],
            row["name"],
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda concern: (concern.kind, concern.name)))
