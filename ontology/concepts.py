"""Name the concepts of the schemes, and find the property that a treatment stands for."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from rdflib import SKOS, Graph, URIRef

from ontology.namespace import AC

SCHEMES: Final = "https://w3id.org/anticommandeering/scheme/"


@cache
def concept_iri(scheme: str, notation: str) -> str:
    """Return the IRI of a concept by its scheme and notation.

    >>> concept_iri("signal", "see, e.g.").removeprefix(SCHEMES)
    'signal/see-e-g'
    """
    words = re.sub(r"[^a-z0-9]+", "-", notation.lower().replace("'", "")).strip("-")
    return f"{SCHEMES}{scheme}/{words}"


@cache
def treatment_property(treatment: str) -> URIRef:
    """Return the property that says a treatment directly.

    Raises:
        KeyError: the treatment scheme has no such notation.

    >>> str(treatment_property("declines-to-follow")).rpartition("#")[2]
    'declinesToFollow'
    """
    return _shortcuts()[treatment]


@cache
def labels_of(scheme: str) -> dict[str, str]:
    """Return {last part of a concept's IRI: its preferred label} of a scheme (skos:prefLabel).

    >>> labels_of("mechanism")["prohibition-on-use-of-state-resources"]
    'prohibition on use of state resources'
    """
    return {
        str(concept).rpartition("/")[2]: str(label)
        for concept, label in _scheme(scheme).subject_objects(SKOS.prefLabel)
    }


@cache
def _scheme(name: str) -> Graph:
    text = (files("ontology") / "schemes" / f"{name}.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


@cache
def _shortcuts() -> dict[str, URIRef]:
    scheme = _scheme("treatment")
    return {
        str(scheme.value(concept, SKOS.notation)): URIRef(str(shortcut))
        for concept, shortcut in scheme.subject_objects(AC.shortcut)
    }
