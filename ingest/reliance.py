"""The spaCy component that finds candidate reliance: a law, a precedent and what a court did.

A candidate is found where a recorded law and a citation of a recorded case stand in one paragraph,
at most two sentences apart, and the sentence of either says what a court did. An element of the
doctrine in these sentences is kept with it. Nobody has reviewed a candidate; it is never a
reliance assertion.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.curated import known_cases
from graph.iri import authority_iri
from graph.model import Authority, Mention, MentionKind, RelianceCandidate
from ingest.citation import Found
from ingest.component import setting_of
from ingest.document import CleanText, OpinionSpan
from ingest.paragraphs import Passages
from ingest.parts import span_at

RELIANCE: Final = "reliance_candidates"
REACH: Final = 1500
SENTENCES_APART: Final = 2
# Of the references around a law only the nearest are tried.
MOST_TRIED: Final = 12
# These tell that a court spoke, and nothing of what became of the law.
SPOKE: Final = frozenset({"held", "rejected"})
NEGATIONS: Final = frozenset({"not", "never", "neither", "nor", "without", "cannot", "no"})
GROUPS: Final[tuple[tuple[str, MentionKind], ...]] = (
    ("elements", "element"),
    ("laws", "law"),
    ("programs", "program"),
)

if not Doc.has_extension("ties"):
    Doc.set_extension("ties", default=())


@dataclass(frozen=True, slots=True)
class Tie:
    """A candidate in places of the clean text: the passage, and what stands in it."""

    start: int
    end: int
    law: Span
    reference: Found
    precedent: str
    outcome: Span
    element: Span | None


@Language.component(RELIANCE)
def reliance_candidates(doc: Doc) -> Doc:
    """Find the passages that tie a law to a precedent by what a court did."""
    laws = doc.spans.get("laws", ())
    references = list(_precedents(doc)) if laws else []
    if references:
        finder = _Finder(doc, references)
        best: dict[tuple[int, str, str], tuple[int, Tie]] = {}
        for law in laws:
            for key, distance, tie in finder.around(law):
                if key not in best or distance < best[key][0]:
                    best[key] = (distance, tie)
        doc._.ties = tuple(tie for _, tie in best.values())
    return doc


def _precedents(doc: Doc) -> Iterator[tuple[Found, str]]:
    """Yield the references to recorded cases with the cases' IRIs, once a group of parallels."""
    own, is_note = setting_of(doc).own, setting_of(doc).is_note
    itself = None if own is None or is_note else authority_iri(own)
    known = known_cases()
    references: list[Found] = doc._.citations or []
    for reference in references:
        case = _case(reference) if reference.head is None else None
        if case in known and case != itself:
            yield reference, case


def _case(reference: Found) -> str | None:
    authority: Authority | None = reference.authority
    return authority_iri(authority) if authority and authority.kind == "case" else None


def outcomes(doc: Doc) -> list[Span]:
    """Return the words that say what a court did, the longer of two that overlap, none negated."""
    found: list[Span] = []
    reach = 0
    for span in sorted(doc._.hits.get("outcome", ()), key=lambda s: (s.start, -s.end)):
        if span.start < reach:
            continue
        reach = span.end
        before = {doc[at].lower_ for at in range(max(0, span.start - 3), span.start)}
        if span.label_.startswith("not-") or not before & NEGATIONS:
            found.append(span)
    return found


class _Finder:
    """Looks around one law after another, through lists in order of place."""

    def __init__(self, doc: Doc, references: list[tuple[Found, str]]) -> None:
        self.passages = Passages(setting_of(doc).text)
        self.references = references
        self.outcomes = outcomes(doc)
        self.elements = list(doc.spans.get("elements", ()))
        self._starts = [reference.start for reference, _ in references]
        self._outcomes = [span.start_char for span in self.outcomes]
        self._elements = [span.start_char for span in self.elements]

    def around(self, law: Span) -> Iterator[tuple[tuple[int, str, str], int, Tie]]:
        """Yield ((paragraph, law, precedent), how far apart they are, candidate)."""
        paragraph = self.passages.paragraph(law.start_char)
        low = bisect_left(self._starts, max(paragraph[0], law.start_char - REACH))
        high = bisect_right(self._starts, min(paragraph[1], law.end_char + REACH))
        nearest = sorted(
            self.references[low:high], key=lambda pair: abs(pair[0].start - law.start_char)
        )
        tied: set[str] = set()
        for reference, case in nearest[:MOST_TRIED]:
            if case not in tied and (tie := self._tie(law, reference, case, paragraph)):
                tied.add(case)
                key = (paragraph[0], law.kb_id_, case)
                yield key, abs(law.start_char - reference.start), tie

    def _tie(
        self, law: Span, reference: Found, case: str, paragraph: tuple[int, int]
    ) -> Tie | None:
        here = self.passages.sentence(law.start_char)
        there = self.passages.sentence(reference.start)
        if abs(here - there) > SENTENCES_APART:
            return None
        outcome = self._outcome(here, law.start_char, paragraph)
        outcome = outcome or self._outcome(there, reference.start, paragraph)
        if outcome is None:
            return None
        start, _ = self._bounds(min(here, there), paragraph)
        _, end = self._bounds(max(here, there), paragraph)
        element = _nearest(self.elements, self._elements, law.start_char, (start, end))
        end = max(end, reference.end, law.end_char)
        return Tie(start, end, law, reference, case, outcome, element)

    def _outcome(self, sentence: int, near: int, paragraph: tuple[int, int]) -> Span | None:
        return _nearest(self.outcomes, self._outcomes, near, self._bounds(sentence, paragraph))

    def _bounds(self, sentence: int, paragraph: tuple[int, int]) -> tuple[int, int]:
        starts = [*self.passages.sentences(paragraph)[sentence : sentence + 2], paragraph[1]]
        text = self.passages.text[starts[0] : starts[1]]
        return starts[0], starts[0] + len(text.rstrip())


def _nearest(
    spans: Sequence[Span], starts: list[int], place: int, within: tuple[int, int]
) -> Span | None:
    """Return the span nearest to a place among those that begin within bounds."""
    at = bisect_left(starts, place)
    near = [spans[i] for i in (at - 1, at) if 0 <= i < len(spans)]
    inside = [span for span in near if within[0] <= span.start_char < within[1]]
    return min(inside, key=lambda span: abs(span.start_char - place), default=None)


class Handover:
    """Turns what the components left on a Doc into records with offsets of the source."""

    def __init__(self, doc: Doc, source: str, clean: CleanText, spans: list[OpinionSpan]) -> None:
        self._doc, self._source, self._clean, self._spans = doc, source, clean, spans

    def mentions(self) -> tuple[Mention, ...]:
        """Return the elements, laws and programmes named, in order of place."""
        found = [
            self._mention(span, kind, span.kb_id_)
            for group, kind in GROUPS
            for span in self._doc.spans.get(group, ())
        ]
        return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))

    def candidates(self) -> tuple[RelianceCandidate, ...]:
        """Return the candidates in order of place."""
        found = [self._candidate(tie) for tie in self._doc._.ties]
        return tuple(sorted(found, key=lambda c: (c.start, c.end, c.law, c.precedent)))

    def _candidate(self, tie: Tie) -> RelianceCandidate:
        start, end = self._clean.source_span(tie.start, tie.end)
        voice = span_at(self._spans, tie.law.start_char)
        mentions = [
            self._mention(tie.law, "law", tie.law.kb_id_),
            self._mention(tie.outcome, "outcome", None),
        ]
        if tie.element is not None:
            mentions.append(self._mention(tie.element, "element", tie.element.kb_id_))
        return RelianceCandidate(
            law=tie.law.kb_id_,
            precedent=tie.precedent,
            part=voice.type,
            author=voice.author,
            start=start,
            end=end,
            citation=self._clean.source_span(tie.reference.start, tie.reference.end),
            mentions=tuple(mentions),
            element=tie.element.kb_id_ if tie.element is not None else None,
            outcome=None if tie.outcome.label_ in SPOKE else tie.outcome.label_,
        )

    def _mention(self, span: Span, kind: MentionKind, iri: str | None) -> Mention:
        start, end = self._clean.source_span(span.start_char, span.end_char)
        voice = span_at(self._spans, span.start_char)
        return Mention(kind, iri, start, end, self._source[start:end], voice.type, voice.author)
