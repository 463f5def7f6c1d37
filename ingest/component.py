"""The three spaCy components: find citations, resolve them, tell how they are treated.

They work on the clean text of a Doc and leave a span group ``doc.spans["citations"]``, one span a
reference, beside the full records in ``doc._.citations``.
"""

from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.curated import known_parallels
from graph.model import Authority
from ingest.citation import Found
from ingest.depth import read_depths
from ingest.document import OpinionSpan
from ingest.find.references import find_references
from ingest.mentions import find_mentions
from ingest.parts import span_at
from ingest.quotation import read_quotations
from ingest.resolve import Resolver
from ingest.sentences import Sentences
from ingest.signals import read_signals
from ingest.strings import group_strings
from ingest.treatment import read_treatments

FIND: Final = "citation_finder"
RESOLVE: Final = "citation_resolver"
TREAT: Final = "citation_treatment"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the components need to know of a document.

    ``text`` is the Doc's own, kept because a Doc puts it together anew each time it is asked.
    """

    text: str
    spans: tuple[OpinionSpan, ...]
    own: Authority | None = None
    is_note: bool = False
    body: int = 0


for name, default in (("citations", None), ("mentions", None), ("setting", None)):
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=default)


def setting_of(doc: Doc) -> Setting:
    """Return what is known of a Doc; a bare text is one majority opinion."""
    given: Setting | None = doc._.setting
    if given is None:
        text = doc.text
        given = doc._.setting = Setting(text, (OpinionSpan(0, len(text), "majority"),))
    return given


@Language.component(FIND)
def citation_finder(doc: Doc) -> Doc:
    """Find every citing reference and its signal, and the cases that are only named."""
    setting = setting_of(doc)
    text = setting.text
    found = [f for f in find_references(text) if f.start >= setting.body]
    named = find_mentions(text, found, setting.own)
    found = sorted((*found, *(f for f in named if f.kind != "mention")), key=lambda f: f.start)
    doc._.mentions = [f for f in named if f.kind == "mention"]
    for reference in (*found, *doc._.mentions):
        reference.span = span_at(setting.spans, reference.start)
    read_signals(text, found)
    group_strings(text, found)
    doc._.citations = found
    doc.spans["citations"] = [_span(doc, reference) for reference in found]
    return doc


def _span(doc: Doc, reference: Found) -> Span:
    span = doc.char_span(
        reference.start, reference.end, label=reference.kind, alignment_mode="expand"
    )
    if span is None:
        raise ValueError(f"no tokens at {reference.start}-{reference.end}")
    return span


@Language.component(RESOLVE)
def citation_resolver(doc: Doc) -> Doc:
    """Lead each reference to its authority."""
    setting = setting_of(doc)
    resolver = Resolver(setting.text, own=setting.own, known=known_parallels())
    if setting.is_note and setting.own is not None:
        resolver.seed(setting.own)
    resolver.resolve(doc._.citations or [])
    for mention in doc._.mentions or []:
        mention.authority = mention.head.authority
    return doc


@Language.component(TREAT)
def citation_treatment(doc: Doc) -> Doc:
    """Tell how each reference treats its authority, whether it quotes it, and how deep it goes."""
    setting = setting_of(doc)
    text, found, named = setting.text, doc._.citations or [], doc._.mentions or []
    sentences = Sentences(text, [(f.name_start, f.extent) for f in found])
    read_treatments(text, found, setting.own, mentions=named, sentences=sentences)
    read_quotations(text, found, sentences)
    read_depths(text, found, sentences, named)
    return doc
