"""Tell how each reference treats its authority: what words say outright, then the classifier.

The labels are those of the treatment scheme. Where words decide, they are kept as the cue, so that
a reader can disagree with them; where none do, the reference's place and company decide.
"""

from collections.abc import Sequence
from typing import Final

from graph.model import Authority, Treatment
from ingest.acts import read_act
from ingest.citation import CASE_LIKE, Found
from ingest.classifier import classify
from ingest.features import features
from ingest.passages import Passage, passages
from ingest.sentences import Sentences

# What a sentence can do to a case that it only names.
BARE_ACTS: Final = frozenset(
    {"overrules", "overrules-in-part", "abrogates", "limits", "distinguishes"}
)


def read_treatments(
    text: str,
    found: Sequence[Found],
    own: Authority | None = None,
    *,
    mentions: Sequence[Found] = (),
    sentences: Sentences | None = None,
) -> None:
    """Set treatment, cue and acting case of each reference; parallels share their head's.

    ``own`` is the case that the text decides. A case that is only named, in ``mentions``, is
    mentioned unless words say outright what is done to it. ``sentences`` are those of the text,
    where they were read before.
    """
    sentences = sentences or Sentences(text, [(f.name_start, f.extent) for f in found])
    read = passages(text, found, sentences)
    undecided = read_acts(text, read, own)
    for passage, told in zip(read, features(read, undecided), strict=True):
        if told:
            passage.found.treatment = classify(told)
    for reference in found:
        if reference.head is not None:
            reference.treatment = reference.head.treatment
            reference.cue, reference.rule = reference.head.cue, reference.head.rule
            reference.treated_by = reference.head.treated_by
        elif reference.kind not in CASE_LIKE:
            reference.treatment = _of_law(text, reference, sentences)

    _read_mentions(text, mentions, sentences, own)


def _read_mentions(
    text: str, mentions: Sequence[Found], sentences: Sentences, own: Authority | None
) -> None:
    for passage in passages(text, mentions, sentences):
        if not read_act(text, passage, own) or passage.found.treatment not in BARE_ACTS:
            passage.found.treatment, passage.found.cue, passage.found.rule = "mentions", None, None


def read_acts(text: str, read: Sequence[Passage], own: Authority | None) -> set[Passage]:
    """Set what words say outright; return the passages of which they say nothing."""
    undecided: set[Passage] = set()
    before: Found | None = None
    for passage in read:
        if passage.found.cue is None and not read_act(text, passage, own, before):
            undecided.add(passage)
        before = passage.found
    # The words after one case may tell what became of a case before it.
    return {passage for passage in undecided if passage.found.cue is None}


def _of_law(text: str, reference: Found, sentences: Sentences) -> Treatment:
    """A provision that is quoted is discussed; one that is only named is mentioned."""
    start, _ = sentences.span(reference.name_start, reference.extent)
    quoted = text.count('"', start, reference.start) >= 2  # noqa: PLR2004 - a pair of marks
    return "discusses" if quoted and reference.kind != "internal" else "mentions"
