"""Hold citation facts against facts about citing references that a person recorded.

A recorded fact tells which opinion cites which decision, with pin, signal, treatment and whether in
a footnote, but not where in the text: its page is that of the reports. So the references of one
opinion to one case are paired with the facts about them, equal ones first, then in order.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from graph.bluebook import parse_reporter_citation
from graph.iri import authority_iri, case_iri
from graph.model import CitingReference, DocumentRecord
from ingest.evaluation.intervals import Share, share
from ingest.evaluation.treatment import FOLDED

# What a person calls a part, and what it may be here: the plurality of NFIB is Roberts's opinion.
PARTS: Final = {
    "majority": ("majority",),
    "opinion": ("majority", "plurality", "concurrence-dissent"),
    "partial-dissent": ("concurrence-dissent",),
    "dissent": ("dissent",),
    "concurrence": ("concurrence",),
}
SIGNALS: Final = {"see e.g.": "see, e.g.", "cf. e.g.": "cf."}
# The words of a person for treatments that are no label of the scheme.
TREATMENTS: Final = {"cites": "mentions", "reverses": "history"}
BLANK: Final = re.compile(r"--+|__+")  # a page that was not yet known where the copy was printed
Key: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a person recorded of a citing reference; ``citing`` and ``cited`` are IRIs of cases."""

    citing: str
    cited: str
    name: str
    part: str
    author: str
    page: str
    pin: str
    signal: str
    treatment: str
    footnote: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which a fact and what was read differ; ``missing`` where nothing was read."""

    fact: Recorded
    field: str
    recorded: str
    read: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The pairs of facts and references, facts without a reference, references without a fact."""

    pairs: tuple[tuple[Recorded, CitingReference], ...]
    missing: tuple[Recorded, ...]
    more: tuple[tuple[str, CitingReference], ...]

    def disagreements(self) -> Iterator[Disagreement]:
        """Yield what differs, in the order of the facts."""
        for fact in self.missing:
            yield Disagreement(fact, "found", "yes", "no")
        for fact, reference in self.pairs:
            for field, (wanted, given) in compared(fact, reference).items():
                if wanted != given:
                    yield Disagreement(fact, field, wanted, given, reference.start)


def figures(held: Held) -> dict[str, Share]:
    """Return how many facts were read, and of these how many agree, field by field."""
    shares = {"found": share(len(held.pairs), len(held.pairs) + len(held.missing))}
    fields = [compared(fact, reference) for fact, reference in held.pairs]
    for field in fields[0] if fields else ():
        agreed = sum(values[field][0] == values[field][1] for values in fields)
        shares[field] = share(agreed, len(fields))
    return shares


def read_recorded(rows: Iterable[Mapping[str, Any]], named: Mapping[str, str]) -> list[Recorded]:
    """Return facts from rows of a file; ``named`` gives the IRI of each citing case by its id.

    Rows about other citing cases, and of decisions without a reporter citation, are left out.
    """
    return [
        Recorded(
            citing=named[row["citing"]],
            cited=case_iri(cited),
            name=row["cited"],
            part=row["part"],
            author=row["author"],
            page=str(row["citing_page"]),
            pin=pin_key(row.get("pin")),
            signal=SIGNALS.get(row["signal"], row["signal"]),
            treatment=TREATMENTS.get(row["treatment"], row["treatment"]),
            footnote=row.get("footnote") is not None,
        )
        for row in rows
        if row["citing"] in named and (cited := parse_reporter_citation(row["cited_cite"]))
    ]


def hold(facts: Sequence[Recorded], records: Iterable[DocumentRecord]) -> Held:
    """Pair facts with what was read in the opinions that they are about."""
    wanted: dict[Key, list[Recorded]] = defaultdict(list)
    for fact in facts:
        wanted[fact.citing, fact.author, fact.cited].append(fact)
    given: dict[Key, list[CitingReference]] = defaultdict(list)
    about = {fact.citing for fact in facts}
    for record in records:
        citing = authority_iri(record.case)
        for ref in (*record.references, *record.named) if citing in about else ():
            if ref.authority and ref.authority.kind == "case" and ref.parallel_to is None:
                given[citing, ref.author or "", authority_iri(ref.authority)].append(ref)
    pairs: list[tuple[Recorded, CitingReference]] = []
    for key, ours in wanted.items():
        pairs += _paired(ours, given[key])
    paired = {id(ref) for _, ref in pairs}
    done = {id(fact) for fact, _ in pairs}
    return Held(
        pairs=tuple(pairs),
        missing=tuple(fact for fact in facts if id(fact) not in done),
        more=tuple(
            (key[0], ref)
            for key, refs in given.items()
            for ref in refs
            if id(ref) not in paired and ref.part != "syllabus" and ref.kind != "mention"
        ),
    )


def _paired(
    facts: list[Recorded], refs: list[CitingReference]
) -> list[tuple[Recorded, CitingReference]]:
    """Pair equal ones in order, then such as differ in the signal, then in the pin, then the rest.

    A case that is only named is taken last, and footnotes only with footnotes.
    """
    left = sorted(refs, key=lambda ref: (ref.kind == "mention", ref.start))
    facts, pairs = list(facts), list[tuple[Recorded, CitingReference]]()
    for same in ALIKE:
        for fact in list(facts):
            fits = (r for r in left if r.in_footnote == fact.footnote and same(fact, r))
            if (found := next(fits, None)) is not None:
                pairs.append((fact, found))
                facts.remove(fact)
                left.remove(found)
    return pairs


ALIKE: Final[tuple[Callable[[Recorded, CitingReference], bool], ...]] = (
    lambda fact, ref: fact.pin == pin_key(ref.pin) and fact.signal == ref.signal,
    lambda fact, ref: fact.pin == pin_key(ref.pin) and bool(fact.pin),
    lambda fact, ref: BLANK.search(ref.text) is not None and bool(fact.pin),
    lambda fact, ref: fact.signal == ref.signal,
    lambda _fact, _ref: True,
)


def compared(fact: Recorded, reference: CitingReference) -> dict[str, tuple[str, str]]:
    """Return {field: (recorded, read)} in words that can be compared."""
    parts = next(parts for name, parts in PARTS.items() if fact.part.endswith(name))
    return {
        "part": (fact.part, fact.part if reference.part in parts else reference.part),
        "footnote": (str(fact.footnote), str(reference.in_footnote)),
        "pin": (fact.pin, pin_key(reference.pin)),
        "signal": (fact.signal, reference.signal),
        "treatment": (folded(fact.treatment), folded(reference.treatment)),
    }


def folded(treatment: str) -> str:
    """Return which of four kinds a treatment is: positive, neutral, distinguishes or negative."""
    return "positive" if treatment in ("applies", "extends") else FOLDED.get(treatment, "neutral")


def pin_key(pin: str | None) -> str:
    """Return a pin without what it says of whose opinion it is, spaces, or kinds of dashes.

    >>> pin_key("182, n. 17"), pin_key("556 (plurality opinion)"), pin_key(None)
    ('182,n17', '556', '')
    """
    plain = re.sub(r"\(.*?\)|[\s.]", "", (pin or "").replace("–", "-"))
    return plain.strip(",")
