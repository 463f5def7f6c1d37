"""The spaCy component that finds the doctrine's elements and the federal programmes in a text.

One pass over the tokens looks for every phrase there is, those of laws and outcomes too; the
components after it take theirs from ``doc._.hits``. It leaves ``doc.spans["elements"]`` and
``doc.spans["programs"]``, whose ``kb_id_`` is the IRI of what is named.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.iri import reporter_slug, thing_iri
from ingest.citation import Found
from ingest.law_names import law_phrases
from ingest.phrases import Phrasebook
from ontology.concepts import concept_iri

ELEMENTS: Final = "doctrine_elements"
FEDERAL: Final = re.compile(r"(\d+) (U\.S\.C\.|C\.F\.R\.) (\S+)")

if not Doc.has_extension("hits"):
    Doc.set_extension("hits", default={})


@cache
def read_data(name: str) -> Mapping[str, Mapping[str, Any]]:
    """Return one of the files of ``ingest/data`` that tell what words name what."""
    return tomllib.loads((files("ingest") / "data" / f"{name}.toml").read_text("utf-8"))


def element_iri(notation: str) -> str:
    """Return the IRI of an element of the doctrine."""
    return concept_iri("doctrine", notation)


def program_iri(slug: str) -> str:
    """Return the IRI of a federal statute or programme."""
    return thing_iri("program", slug)


class DoctrineElements:
    """Marks elements and programmes, and keeps what phrases of laws and outcomes were seen."""

    def __init__(self, nlp: Language) -> None:
        kinds = {kind: read_data(f"{kind}s") for kind in ("element", "program", "outcome")}
        phrases = {
            f"{kind}:{name}": entry["phrases"]
            for kind, entries in kinds.items()
            for name, entry in entries.items()
        }
        laws = {f"law:{key}": found for key, found in law_phrases().items()}
        self._book = Phrasebook(nlp, phrases | laws)

    def __call__(self, doc: Doc) -> Doc:
        """Leave the spans and the hits on a Doc."""
        hits: dict[str, list[Span]] = {"element": [], "program": [], "outcome": [], "law": []}
        for key, start, end in self._book.find(doc):
            kind, _, name = key.partition(":")
            hits[kind].append(Span(doc, start, end, label=name))
        elements = [_named(doc, span, element_iri(span.label_)) for span in hits["element"]]
        programs = [*hits["program"], *_cited(doc)]
        doc.spans["elements"] = elements
        doc.spans["programs"] = [
            _named(doc, span, program_iri(span.label_)) for span in longest(programs)
        ]
        doc._.hits = {kind: hits[kind] for kind in ("law", "outcome")}
        return doc


@Language.factory(ELEMENTS)
def _create(nlp: Language, name: str) -> DoctrineElements:
    return DoctrineElements(nlp)


def _named(doc: Doc, span: Span, iri: str) -> Span:
    return Span(doc, span.start, span.end, label=span.label_, kb_id=iri)


def longest(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order of place, each longer one without those that overlap it."""
    reach = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= reach:
            reach = span.end
            yield span


@cache
def _sections() -> dict[tuple[str, str, str], list[tuple[str, str]]]:
    """Return {(title, code, number of the section): [(section with subsections, programme)]}."""
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for program, entry in read_data("programs").items():
        for printed in entry["sections"]:
            cite = FEDERAL.fullmatch(printed)
            if cite is None:
                raise ValueError(f"{program}: {printed!r} is no section of U.S.C. or C.F.R.")
            title, code, section = cite.groups()
            key = (title, reporter_slug(code), section.partition("(")[0])
            found.setdefault(key, []).append((section, program))
    return found


def _cited(doc: Doc) -> Iterator[Span]:
    """Yield the citations of sections that are a programme."""
    references: list[Found] = doc._.citations or []
    for reference in references:
        if reference.kind == "statute" and (program := _program(reference)):
            span = doc.char_span(
                reference.start, reference.end, label=program, alignment_mode="expand"
            )
            if span is not None:
                yield span


def _program(reference: Found) -> str | None:
    at = reference.authority or reference
    if not (at.volume and at.reporter and at.section):
        return None
    section = re.sub(r"\s", "", at.section)
    number = re.split(r"[(–,]", section)[0]
    numbers = (number, number.partition("-")[0])
    for key in dict.fromkeys((at.volume, reporter_slug(at.reporter), n) for n in numbers):
        for wanted, program in _sections().get(key, ()):
            if section.startswith(wanted) and not section[len(wanted) :][:1].isalnum():
                return program
    return None
