"""Generate ``ontology/namespace.py`` from ``ontology/vocabulary.ttl``: sorted, without a timestamp.

``python -m ontology.generate`` writes it; with ``--check`` it only compares and exits 1 on drift.
"""

import sys
import textwrap
from pathlib import Path
from typing import Final

from rdflib import OWL, RDF, SKOS, Graph

from ontology.loading import load_vocabulary
from ontology.prefixes import PREFIXES

TARGET: Final = Path(__file__).with_name("namespace.py")
TERM_TYPES: Final = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
HEADER: Final = '''\
"""Every term of the vocabulary, generated from vocabulary.ttl by ``python -m ontology.generate``."""

from typing import Final

from rdflib import Namespace, URIRef


class AC:
    """The terms of the anti-commandeering precedent graph."""

    NS: Final = Namespace("{namespace}")
'''


def terms(vocabulary: Graph) -> dict[str, str]:
    """Return {name: definition} of the vocabulary's own terms, sorted by name.

    Raises:
        ValueError: a term has no definition, or its name cannot be a Python identifier.
    """
    namespace = PREFIXES["ac"]
    found: dict[str, str] = {}
    for kind in TERM_TYPES:
        for subject in vocabulary.subjects(RDF.type, kind):
            name = str(subject).removeprefix(namespace)
            definition = vocabulary.value(subject, SKOS.definition)
            if not str(subject).startswith(namespace) or not name.isidentifier():
                raise ValueError(f"{subject} cannot be named in Python")
            if definition is None:
                raise ValueError(f"{subject} has no skos:definition")
            found[name] = str(definition)
    return dict(sorted(found.items(), key=lambda item: (item[0].casefold(), item[0])))


def rendered(vocabulary: Graph) -> str:
    """Return the text of the namespace module."""
    namespace = PREFIXES["ac"]
    body = [HEADER.format(namespace=namespace)]
    for name, definition in terms(vocabulary).items():
        doc = textwrap.fill(f'"""{definition}"""', 95, subsequent_indent="    ")
        body.append(f'    {name}: Final = URIRef("{namespace}{name}")\n    {doc}\n')
    return "\n".join(body)


def main() -> int:
    """Write the module, or with ``--check`` compare it; return the exit code."""
    text = rendered(load_vocabulary())
    if "--check" in sys.argv[1:]:
        current = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
        if current != text:
            print(f"{TARGET.name} is not what vocabulary.ttl says: run python -m ontology.generate")
        return int(current != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
