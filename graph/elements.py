"""The elements of the doctrine: what each says, who states it, what limits it, what rests on it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox
from rdflib import SKOS

from graph.answers import CaseSummary
from graph.as_of import ALWAYS, AsOf
from graph.case_days import by_then, date_of
from graph.element_answers import (
    ElementDetail,
    ElementLimit,
    ElementsAnswer,
    ElementSource,
    ElementSummary,
    LawsByEvidence,
)
from graph.errors import UnknownConcept, UnknownElement
from graph.iri import slug
from graph.laws import read_laws
from graph.projection import Description, describe, first, notation, summaries
from graph.questions import question
from graph.store import PrecedentStore
from ontology.concepts import SCHEMES, concept_iri
from ontology.namespace import AC

SUPPORTS: Final = ", ".join(f"<{concept_iri('bearing', b)}>" for b in ("supports", "mixed"))
LIMITS: Final = ", ".join(f"<{concept_iri('bearing', b)}>" for b in ("limits", "mixed"))


@dataclass(frozen=True)
class Doctrine:
    """All elements with what is said of each: {IRI: summary}, {IRI: {property: values}}."""

    elements: Mapping[str, ElementSummary]
    about: Mapping[str, Description]

    def __len__(self) -> int:
        return len(self.elements)

    def linked(self, iri: str, predicate: str) -> tuple[ElementSummary, ...]:
        """Return the elements that a property of an element leads to, by label."""
        found = [self.elements[i] for i in self.about[iri].get(predicate, []) if i in self.elements]
        return tuple(sorted(found, key=lambda element: element.label))

    def broader(self, iri: str) -> ElementSummary | None:
        """Return the element just above one."""
        above = first(self.about[iri], str(SKOS.broader))
        return self.elements[above] if above else None

    def line(self, iri: str) -> list[str]:
        """Return an element and all broader ones, itself first."""
        line: list[str] = []
        at: str | None = iri
        while at is not None and at not in line:
            line.append(at)
            at = first(self.about[at], str(SKOS.broader))
        return line

    @cached_property
    def limits(self) -> Mapping[str, list[str]]:
        """Return {element: the elements that are said to limit it}."""
        found: dict[str, list[str]] = defaultdict(list)
        for iri, about in self.about.items():
            for limited in about.get(str(AC.limitsElement), []):
                found[limited].append(iri)
        return found

    def limits_of(self, iri: str) -> tuple[ElementLimit, ...]:
        """Return what limits an element, then what limits broader ones, with narrower limits."""
        found: dict[str, ElementLimit] = {}
        for above in self.line(iri):
            named = {m for limit in self.limits.get(above, []) for m in self._with_narrower(limit)}
            for member in sorted(named - {iri}, key=lambda m: self.elements[m].label):
                bounded = self.elements[above]
                limit = ElementLimit(self.elements[member], bounded.slug, bounded.label)
                found.setdefault(member, limit)
        return tuple(found.values())

    def _with_narrower(self, iri: str) -> list[str]:
        """Return a limit and what is narrower; a limit of the limit is of the other side."""
        side = self.elements[iri].side
        return [i for i, e in self.elements.items() if e.side == side and iri in self.line(i)]


def read_doctrine(store: PrecedentStore, as_of: AsOf = ALWAYS) -> Doctrine:
    """Return every element of the doctrine, in the order of the hierarchy, with counts of a day."""
    return store.once("doctrine", as_of.term, lambda: _read_doctrine(store, as_of))


def _read_doctrine(store: PrecedentStore, as_of: AsOf) -> Doctrine:
    rows = store.select(question("elements", supports=SUPPORTS, limits=LIMITS, as_of=as_of.term))
    about = describe(store, [row["element"] for row in rows])
    elements = {row["element"]: _summary(row, about[row["element"]]) for row in rows}
    doctrine = Doctrine(elements, about)
    ordered = sorted(
        elements, key=lambda iri: [elements[above].label for above in reversed(doctrine.line(iri))]
    )
    return Doctrine({iri: elements[iri] for iri in ordered}, about)


def _summary(row: Mapping[str, str], about: Description) -> ElementSummary:
    iri = row["element"]
    broader = first(about, str(SKOS.broader))
    return ElementSummary(
        iri=iri,
        slug=notation(iri),
        label=first(about, str(SKOS.prefLabel)) or notation(iri),
        kind=notation(first(about, AC.elementKind) or ""),
        side=notation(first(about, AC.elementSide) or ""),
        status=notation(first(about, AC.elementStatus) or ""),
        definition=first(about, str(SKOS.definition)) or "",
        broader=notation(broader) if broader else None,
        cases=int(row["cases"]),
        laws=int(row["resting"]),
        laws_limited=int(row["limited"]),
    )


def elements(
    store: PrecedentStore,
    *,
    kind: str | None = None,
    side: str | None = None,
    status: str | None = None,
    as_of: AsOf = ALWAYS,
) -> ElementsAnswer:
    """Return the elements of the doctrine, each facet a notation: exception, limit, contested.

    An element has no date; its counts are of the cases and laws that were there by ``as_of``.

    Raises:
        UnknownConcept: a facet has a value that no element has.
    """
    found = tuple(read_doctrine(store, as_of).elements.values())
    for facet, value in (("kind", kind), ("side", side), ("status", status)):
        known = {getattr(element, facet) for element in found}
        if value is not None and slug(value) not in known:
            raise UnknownConcept(f"element {facet}", value, tuple(sorted(known)))
    items = tuple(
        element
        for element in found
        if (kind is None or element.kind == slug(kind))
        and (side is None or element.side == slug(side))
        and (status is None or element.status == slug(status))
    )
    return ElementsAnswer(items, len(items), as_of.day)


def find_element(store: PrecedentStore, key: str) -> str:
    """Return the IRI of the element a key names: its IRI, its slug, or one of its labels.

    Raises:
        UnknownElement: nothing fits.
    """
    name = key.strip().removeprefix(SCHEMES + "doctrine/").casefold()
    rows = store.select(question("element-named", words=str(ox.Literal(name))))
    if not rows:
        raise UnknownElement(key)
    return rows[0]["element"]


def narrower_slugs(store: PrecedentStore, key: str) -> frozenset[str]:
    """Return the slugs of the element that a key names and of all narrower ones.

    Raises:
        UnknownElement: nothing fits the key.
    """
    iri, doctrine = find_element(store, key), read_doctrine(store)
    return frozenset(
        doctrine.elements[i].slug for i in doctrine.elements if iri in doctrine.line(i)
    )


def element_detail(store: PrecedentStore, key: str, as_of: AsOf = ALWAYS) -> ElementDetail:
    """Return all that is recorded about one element, with the limits that stand beside it.

    Only cases decided and laws enacted by the day ``as_of`` are told.

    Raises:
        UnknownElement: nothing fits the key.
    """
    iri = find_element(store, key)
    doctrine = read_doctrine(store, as_of)
    about = doctrine.about[iri]
    return ElementDetail(
        element=doctrine.elements[iri],
        alt_labels=tuple(about.get(str(SKOS.altLabel), [])),
        note=first(about, str(SKOS.scopeNote)),
        broader=tuple(doctrine.elements[above] for above in doctrine.line(iri)[1:]),
        narrower=doctrine.linked(iri, str(SKOS.narrower)),
        related=doctrine.linked(iri, str(SKOS.related)),
        limits=doctrine.limits_of(iri),
        limited=doctrine.linked(iri, str(AC.limitsElement)),
        sources=tuple(s for s in _sources(store, iri) if as_of.has(date_of(s.case))),
        cases=tuple(case for case in _cases(store, iri) if as_of.has(date_of(case))),
        laws=_laws(store, iri, SUPPORTS, as_of),
        laws_limited=_laws(store, iri, LIMITS, as_of),
        as_of=as_of.day,
    )


def _sources(store: PrecedentStore, element: str) -> tuple[ElementSource, ...]:
    """Return where decisions speak of an element, in the order that the record gives them."""
    rows = store.select(question("element-sources", element=str(ox.NamedNode(element))))
    described = describe(store, [row["source"] for row in rows]) if rows else {}
    cases = summaries(store, {row["case"] for row in rows}) if rows else {}
    ordered = sorted(rows, key=lambda row: int(notation(row["source"])))
    return tuple(_source(described[row["source"]], cases[row["case"]]) for row in ordered)


def _source(about: Description, case: CaseSummary) -> ElementSource:
    part = first(about, AC.opinionType)
    return ElementSource(
        case=case,
        stance=first(about, AC.stance) or "",
        pin=first(about, AC.pinCite),
        verified=first(about, AC.verified) == "true",
        opinion_type=notation(part) if part else None,
        author=first(about, AC.opinionAuthor),
        note=first(about, AC.note),
        as_of=first(about, AC.asOf),
    )


def _cases(store: PrecedentStore, element: str) -> tuple[CaseSummary, ...]:
    """Return the cases that state or apply an element, oldest first."""
    rows = store.select(f"SELECT DISTINCT ?c {{ ?c <{AC.states}> {ox.NamedNode(element)} }}")
    found: Iterable[CaseSummary] = summaries(store, [row["c"] for row in rows]).values()
    return tuple(sorted(found, key=lambda case: (case.year or 0, case.name, case.iri)))


def _laws(
    store: PrecedentStore, element: str, bearings: str, as_of: AsOf
) -> tuple[LawsByEvidence, ...]:
    """Return the laws an element bears on in these ways, each under its best type of evidence."""
    assertions: dict[str, list[tuple[str, str]]] = defaultdict(list)
    asked = question("laws-on-element", element=str(ox.NamedNode(element)), bearings=bearings)
    for row in store.select(asked):
        assertions[row["law"]].append((row["assertion"], row["precedent"]))
    classes = defaultdict(list)
    found = read_laws(store, assertions).laws if assertions else ()
    for law in (by_then(law, as_of) for law in found if as_of.has(law.enacted)):
        for best in law.reliance[:1]:
            classes[best.evidence_type, best.evidence_label].append(law)
    return tuple(LawsByEvidence(*key, tuple(laws)) for key, laws in sorted(classes.items()))
