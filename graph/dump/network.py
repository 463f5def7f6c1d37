"""Which case cites which, as GraphML for programs that draw and measure networks."""

from pathlib import Path
from typing import Final
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from graph.store import PrecedentStore
from ontology.concepts import SCHEMES
from ontology.prefixes import PREFIXES

CASES: Final = """\
SELECT ?case (MIN(?label) AS ?name) (MIN(?cited) AS ?citation) (MIN(?y) AS ?year) {
  ?case a ac:Case .
  OPTIONAL { ?case rdfs:label ?label }
  OPTIONAL { ?case ac:reporterCitation ?cited }
  OPTIONAL { ?case ac:decided ?day BIND(SUBSTR(STR(?day), 1, 4) AS ?decided) }
  OPTIONAL { ?case ac:year ?printed }
  BIND(COALESCE(?decided, STR(?printed)) AS ?y)
} GROUP BY ?case ORDER BY ?case"""
EDGES: Final = """\
SELECT ?citing ?cited ?treatment ?part ?provenance (COUNT(DISTINCT ?citation) AS ?references) {
  ?citation a ac:Citation ; ac:citingCase ?citing ; cito:hasCitedEntity ?cited ;
    ac:treatment ?treatment ; ac:provenance ?provenance .
  ?cited a ac:Case .
  OPTIONAL { ?citation ac:opinionType ?part }
} GROUP BY ?citing ?cited ?treatment ?part ?provenance
ORDER BY ?citing ?cited ?treatment ?part ?provenance"""
NODE_KEYS: Final = {"name": "string", "citation": "string", "year": "int"}
EDGE_KEYS: Final = {
    "treatment": "string",
    "part": "string",
    "provenance": "string",
    "references": "int",
}


def write_graphml(store: PrecedentStore, path: Path) -> None:
    """Write a node for each case, and an edge for each way in which one cites another.

    A pair has an edge for each treatment, part of the opinion (a dissent is not the court) and
    provenance, with how many references it stands for.
    """
    prologue = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items())
    with path.open("w", encoding="utf-8", newline="\n") as out:
        xml = XMLGenerator(out, "utf-8", short_empty_elements=True)
        xml.startDocument()
        xml.startElement(
            "graphml", AttributesImpl({"xmlns": "http://graphml.graphdrawing.org/xmlns"})
        )
        for kind, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
            for name, datatype in keys.items():
                said = {"id": name, "for": kind, "attr.name": name, "attr.type": datatype}
                xml.startElement("key", AttributesImpl(said))
                xml.endElement("key")
        xml.startElement("graph", AttributesImpl({"edgedefault": "directed"}))
        for row in store.select(prologue + CASES):
            _element(xml, "node", {"id": row["case"]}, NODE_KEYS, row)
        for number, row in enumerate(store.select(prologue + EDGES)):
            ends = {"id": f"e{number}", "source": row["citing"], "target": row["cited"]}
            words = {
                k: v.rpartition("/")[2] if v.startswith(SCHEMES) else v for k, v in row.items()
            }
            _element(xml, "edge", ends, EDGE_KEYS, words)
        xml.endElement("graph")
        xml.endElement("graphml")
        xml.endDocument()
        out.write("\n")


def _element(
    xml: XMLGenerator,
    name: str,
    attributes: dict[str, str],
    keys: dict[str, str],
    row: dict[str, str],
) -> None:
    xml.startElement(name, AttributesImpl(attributes))
    for key in keys:
        if key in row:
            xml.startElement("data", AttributesImpl({"key": key}))
            xml.characters(row[key])
            xml.endElement("data")
    xml.endElement(name)
