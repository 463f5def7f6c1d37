"""Read texts and say how far they agree with a network that others drew of them."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.iri import case_key
from ingest.clean import clean_text
from ingest.corpus import Progress, quiet
from ingest.document import SourceDocument
from ingest.networks import Comparison, Network, Printing, compare, how_printed
from ingest.pipeline import build_pipeline, read_references


@dataclass(frozen=True, slots=True)
class Difference:
    """A citation that one side has and the other lacks, and how the text prints the case."""

    citing: str
    cited: str
    printed: Printing


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many recorded citations were read, how many more, and a sample of both differences."""

    texts: int
    recorded: int
    found: int
    added: int
    missed_sample: tuple[Difference, ...]
    added_sample: tuple[Difference, ...]


def check(
    documents: Iterable[SourceDocument],
    network: Network,
    *,
    within: frozenset[str] | None = None,
    most: int = 50,
    seed: int = 1,
    progress: Progress = quiet,
) -> Agreement:
    """Read texts and compare them with a network; ``most`` differences each way are drawn."""
    texts = {case_key(d.case.citation): d for d in documents if d.case and d.case.citation}
    nlp, records = build_pipeline(), []
    for done, document in enumerate(texts.values()):
        progress(document.stem, done, len(texts))
        records.append(read_references(document, nlp))
    return agreement(compare(records, network, within), texts, most=most, seed=seed)


def agreement(
    compared: list[Comparison], texts: Mapping[str, SourceDocument], *, most: int, seed: int
) -> Agreement:
    """Return the sums of some comparisons and a sample of their differences."""
    missed = [(c.citing, key) for c in compared for key in c.missed]
    added = [(c.citing, key) for c in compared for key in c.added]
    return Agreement(
        texts=len(compared),
        recorded=sum(len(c.recorded) for c in compared),
        found=sum(len(c.recorded & c.read) for c in compared),
        added=len(added),
        missed_sample=tuple(_difference(texts[a], a, b) for a, b in drawn(missed, most, seed)),
        added_sample=tuple(_difference(texts[a], a, b) for a, b in drawn(added, most, seed)),
    )


def drawn(pairs: list[tuple[str, str]], most: int, seed: int) -> list[tuple[str, str]]:
    """Return all pairs in order, or ``most`` of them, the same ones for the same seed.

    >>> drawn([("a", "b"), ("c", "d")], 5, 1)
    [('a', 'b'), ('c', 'd')]
    >>> len(drawn([("a", str(n)) for n in range(9)], 3, 1))
    3
    """
    if len(pairs) <= most:
        return pairs
    chosen = random.Random(seed).sample(range(len(pairs)), most)  # noqa: S311 - no secret
    return [pairs[place] for place in sorted(chosen)]


def _difference(document: SourceDocument, citing: str, cited: str) -> Difference:
    text = clean_text(document.source, document.markup).text
    own = document.case.citation if document.case else None
    return Difference(citing, cited, how_printed(cited, text, own))
