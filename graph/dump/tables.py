"""The graph as CSV tables, and what their columns mean as CSV on the Web (W3C, 2015)."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
from rdflib import RDF, RDFS, URIRef
from rdflib.namespace import DCTERMS

from graph.store import PrecedentStore
from ontology.concepts import SCHEMES
from ontology.namespace import AC
from ontology.prefixes import PREFIXES

MERGE: Final = ox.DefaultGraph()
SEPARATOR: Final = " | "
CITO: Final = PREFIXES["cito"]


@dataclass(frozen=True, slots=True)
class Column:
    """A property of the things of a table; with a ``scheme`` its values are concepts of that."""

    name: str
    prop: URIRef
    scheme: str | None = None
    link: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Things of a class, or with a property, one a row, sorted by IRI."""

    name: str
    title: str
    columns: tuple[Column, ...]
    of_class: URIRef | None = None
    with_property: URIRef | None = None


CHECKED: Final = (
    Column("as_of", AC.asOf),
    Column("doubtful_fields", AC.doubtfulField),
    Column("sources", DCTERMS.source),
)
TABLES: Final = (
    Table(
        "cases",
        "Cases, recorded or only cited",
        (
            Column("name", RDFS.label),
            Column("name_as_cited", AC.nameAsCited),
            Column("slug", AC.slug),
            Column("citations", AC.reporterCitation),
            Column("bluebook", DCTERMS.bibliographicCitation),
            Column("court", AC.court),
            Column("decided", AC.decided),
            Column("year", AC.year),
            Column("role", AC.role, "role"),
            Column("states", AC.states, "doctrine"),
            *CHECKED,
        ),
        of_class=AC.Case,
    ),
    Table(
        "citations",
        "Places in texts that refer to an authority",
        (
            Column("citing_case", AC.citingCase, link=True),
            Column("citing_opinion", URIRef(CITO + "hasCitingEntity"), link=True),
            Column("cited", URIRef(CITO + "hasCitedEntity"), link=True),
            Column("treatment", AC.treatment, "treatment"),
            Column("signal", AC.signal, "signal"),
            Column("depth", AC.depth, "depth"),
            Column("opinion_type", AC.opinionType, "opinion-type"),
            Column("opinion_author", AC.opinionAuthor),
            Column("pin", AC.pinCite),
            Column("on_page", AC.onPage),
            Column("in_footnote", AC.inFootnote),
            Column("provenance", AC.provenance, "provenance"),
            Column("source_document", AC.sourceDocument, link=True),
            Column("start", AC.start),
            Column("end", AC.end),
            *CHECKED,
        ),
        of_class=AC.Citation,
    ),
    Table(
        "laws",
        "Laws and other instruments",
        (
            Column("title", DCTERMS.title),
            Column("slug", AC.slug),
            Column("citation", DCTERMS.bibliographicCitation),
            Column("jurisdiction", AC.jurisdiction, link=True),
            Column("record_kind", AC.recordKind, "record-kind"),
            Column("instrument", AC.instrument, "instrument"),
            Column("enacted", AC.enacted),
            Column("effective", AC.effective),
            Column("status", AC.status, "status"),
            Column("topics", AC.topic, "topic"),
            Column("mechanisms", AC.mechanism, "mechanism"),
            *CHECKED,
        ),
        with_property=AC.recordKind,
    ),
    Table(
        "reliance",
        "Assertions that a law relies on a precedent",
        (
            Column("law", AC.relyingLaw, link=True),
            Column("precedent", AC.precedent, link=True),
            Column("element", AC.onElement, "doctrine"),
            Column("bearing", AC.bearing, "bearing"),
            Column("evidence_type", AC.evidenceType, "evidence"),
            Column("evidence_source", AC.evidenceSource),
            Column("confidence", AC.confidence, "confidence"),
            *CHECKED,
        ),
        of_class=AC.RelianceAssertion,
    ),
    Table(
        "litigation",
        "Outcomes of suits about laws",
        (
            Column("law", AC.challengedLaw, link=True),
            Column("case_name", AC.caseName),
            Column("disposition", AC.disposition, "disposition"),
            Column("outcome_case", AC.outcomeCase, link=True),
            *CHECKED,
        ),
        of_class=AC.LitigationOutcome,
    ),
    Table(
        "memberships",
        "Members of compacts and the like, and since when",
        (
            Column("membership_in", AC.membershipIn, link=True),
            Column("member", AC.member, link=True),
            Column("valid_from", AC.validFrom),
            Column("valid_until", AC.validUntil),
            Column("seen_on", AC.seenOn),
            *CHECKED,
        ),
        of_class=AC.Membership,
    ),
    Table(
        "claims",
        "Claims of the public debate, and the verdict on each",
        (
            Column("article", AC.inArticle, link=True),
            Column("claim", AC.claimText),
            Column("value_claimed", AC.valueClaimed),
            Column("value_found", AC.valueFound),
            Column("verdict", AC.verdict, "verdict"),
            *CHECKED,
        ),
        of_class=AC.Claim,
    ),
)


def write_table(store: PrecedentStore, table: Table, path: Path) -> None:
    """Write a table; several values of a cell are sorted and joined by `` | ``."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["iri", *(column.name for column in table.columns)])
        for iri, cells in rows(store, table):
            writer.writerow([iri, *map(SEPARATOR.join, cells)])


def rows(store: PrecedentStore, table: Table) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each thing of a table with the values of its columns, sorted."""
    for iri in _things(store, table):
        values: dict[str, list[str]] = {}
        for quad in store.inner.quads_for_pattern(ox.NamedNode(iri), None, None, MERGE):
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                values.setdefault(quad.predicate.value, []).append(quad.object.value)
        yield iri, [_cell(column, values.get(str(column.prop), [])) for column in table.columns]


def _things(store: PrecedentStore, table: Table) -> Iterator[str]:
    prop = ox.NamedNode(str(table.with_property or RDF.type))
    wanted = ox.NamedNode(str(table.of_class)) if table.of_class else None
    found = store.inner.quads_for_pattern(None, prop, wanted, MERGE)
    yield from sorted({q.subject.value for q in found if isinstance(q.subject, ox.NamedNode)})


def _cell(column: Column, values: list[str]) -> list[str]:
    if column.scheme:
        values = [value.removeprefix(f"{SCHEMES}{column.scheme}/") for value in values]
    return sorted(values)


def write_metadata(path: Path, license_iri: str) -> None:
    """Write what each table and column is, for readers of CSV on the Web."""
    told = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:license": {"@id": license_iri},
        "tables": [_described(table) for table in TABLES],
    }
    path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _described(table: Table) -> dict[str, Any]:
    iri = {"name": "iri", "titles": "iri", "datatype": "anyURI", "required": True}
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "tableSchema": {
            "columns": [iri | {"suppressOutput": True}, *map(_column, table.columns)],
            "primaryKey": "iri",
            "aboutUrl": "{+iri}",
        },
    }


def _column(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "propertyUrl": str(column.prop),
        "datatype": "anyURI" if column.link else "string",
        "separator": SEPARATOR,
    }
    if column.scheme:
        told["valueUrl"] = f"{SCHEMES}{column.scheme}/{{{column.name}}}"
    elif column.link:
        told["valueUrl"] = f"{{+{column.name}}}"
    return told
