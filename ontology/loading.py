"""Read the packaged vocabulary, concept schemes and shapes."""

from collections.abc import Iterator
from importlib.resources import files

from rdflib import Graph

from ontology.prefixes import bind_prefixes


def ontology_texts() -> Iterator[tuple[str, str]]:
    """Yield the name and Turtle text of the vocabulary and of each concept scheme, sorted."""
    root = files("ontology")
    yield "vocabulary.ttl", (root / "vocabulary.ttl").read_text(encoding="utf-8")
    for entry in sorted((root / "schemes").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".ttl"):
            yield f"schemes/{entry.name}", entry.read_text(encoding="utf-8")


def load_vocabulary() -> Graph:
    """Return the classes and properties."""
    return _parsed(text for name, text in ontology_texts() if name == "vocabulary.ttl")


def load_schemes() -> Graph:
    """Return all concept schemes in one graph."""
    return _parsed(text for name, text in ontology_texts() if name.startswith("schemes/"))


def load_shapes() -> Graph:
    """Return the SHACL shapes."""
    return _parsed([(files("ontology") / "shapes.ttl").read_text(encoding="utf-8")])


def _parsed(texts: Iterator[str] | list[str]) -> Graph:
    graph = bind_prefixes(Graph())
    for text in texts:
        graph.parse(data=text, format="turtle")
    return graph
