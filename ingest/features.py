"""What a classifier is told of a passage: its signal, its company, its tense, whose voice it is."""

import re
import tomllib
from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from ingest.citation import Found
from ingest.passages import Passage

WORD: Final = re.compile(r"[a-z']+")
NAMED_WITH: Final = re.compile(
    r"\b(?:[Ii]n|[Uu]nder|[Oo]f|[Bb]y|[Ww]ith|[Ff]rom|[Tt]o|[Oo]n|[Aa]s|[Ll]ike|[Tt]han)\s(?:the\s)?$"
)
OPENS_WITH: Final = re.compile(
    r"\W*(?:(?:And|But|Similarly|Thus|Likewise|Again|Indeed|For example),?\s)?"
    r"(?:[Ii]n|[Uu]nder)\s(?:the\s)?$"
)
# A telling begins: In Raich, we considered; At issue in FERC was.
TELLS: Final = re.compile(
    r"\W*(?:[A-Z]\w+, )?(?:In|Similarly, in|At issue in|As in|Under)\s"
    r"(?:[A-Z]\w+|the\s[A-Z]|that\scase)"
)
FEDERAL_BELOW: Final = re.compile(r"F\.(?:2d|3d|4th)?$|F\. Supp\.|Fed\.")
NEAR: Final = 600  # characters over which two references belong to one telling


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """Return {word: names of the groups it is in} of ``data/features.toml``."""
    data = tomllib.loads((files("ingest") / "data" / "features.toml").read_text("utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for name, listed in data["words"].items():
        for word in listed:
            found[word] = (*found.get(word, ()), name)
    return found


@lru_cache(maxsize=512)  # neighbours share their sentence
def groups_in(text: str) -> frozenset[str]:
    """Return the groups that have a word in a text, and pairs that say who did it.

    >>> sorted(groups_in("We held"))
    ['held', 'ours', 'ours+held']
    """
    known = groups()
    found: set[str] = set()
    before: tuple[str, ...] = ()
    for word in WORD.findall(text.lower()):
        now = known.get(word, ())
        found.update(now)
        for actor in before:
            if actor in ("ours", "court", "party", "below", "cases"):
                found.update(
                    f"{actor}+{act}" for act in now if act in ("held", "reasoned", "argued", "past")
                )
        before = now
    return frozenset(found)


def features(
    passages: Sequence[Passage], wanted: Container[Passage] | None = None
) -> Iterator[list[str]]:
    """Yield the features of each passage; each may look back at the one before.

    Of passages that are not ``wanted`` the list is empty.
    """
    seen: set[object] = set()
    before: Passage | None = None
    tellings = _tellings(passages)
    for passage, (place, length) in zip(passages, tellings, strict=True):
        found = passage.found
        if wanted is None or passage in wanted:
            yield [
                "bias",
                *_of_reference(found),
                *_of_place(passage),
                *_of_words(passage),
                *_of_line(passage, before),
                f"telling={min(length, 4)}",
                f"telling={min(length, 3)}|{'first' if place == 0 else 'later'}",
                *(["again"] if found.authority in seen else []),
            ]
        else:
            yield []
        seen.add(found.authority)
        before = passage


def _tellings(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Return (place, length) of each reference in a run of near references to one case."""
    runs: list[list[Passage]] = []
    for passage in passages:
        last = runs[-1][-1].found if runs else None
        found = passage.found
        near = last is not None and found.start - last.extent < NEAR
        if last is not None and near and last.authority and last.authority == found.authority:
            runs[-1].append(passage)
        else:
            runs.append([passage])
    return [(place, len(run)) for run in runs for place in range(len(run))]


def _of_reference(found: Found) -> Iterator[str]:
    yield f"signal={found.signal}"
    yield f"kind={found.kind}"
    yield f"part={found.span.type if found.span else 'majority'}"
    if found.span and found.span.in_footnote:
        yield "footnote"
    if found.pin:
        yield "pin"
    if found.parenthetical:
        yield "parenthesis"
        yield f"parenthesis|{found.signal}"
    if found.weight:
        yield "dissenting" if "dissent" in found.weight else "weight"
    reporter = (
        found.authority.citation.reporter if found.authority and found.authority.citation else ""
    )
    if found.authority:
        yield f"of={found.authority.kind}"
    if FEDERAL_BELOW.match(reporter):
        yield "below"
        yield f"below|{found.kind}"
        yield f"below|{found.signal}"


def _of_place(passage: Passage) -> Iterator[str]:
    found = passage.found
    how = "alone" if passage.alone else "within"
    yield how
    yield f"{how}|{found.signal}"
    yield f"{how}|{found.kind}"
    yield f"company={min(passage.company, 5)}"
    yield f"enumerated={min(passage.enumerated, 4)}"
    yield f"{how}|enumerated={min(passage.enumerated, 3)}|{found.signal}"
    yield f"place={min(passage.place, 3)}"
    yield f"{found.signal}|company={min(passage.company, 3)}"
    if passage.proposition.rstrip().endswith('"'):
        yield "quoted"
        yield f"quoted|{how}"
    yield f"quotes={min(passage.proposition.count(chr(34)), 3)}"
    lead = passage.before[-40:]
    if NAMED_WITH.search(lead):
        yield "named"
        if OPENS_WITH.fullmatch(passage.before):
            yield "opens"
    after = passage.after.lstrip()
    yield f"after={after[:1] if after[:1] in tuple('.;,)') else 'end' if not after else 'word'}"
    yield f"goes on={min(len(after) // 40, 3)}"


def _of_words(passage: Passage) -> Iterator[str]:
    before = groups_in(passage.proposition)
    if TELLS.match(passage.proposition):
        yield "tells"
    if "past" in before and "present" not in before:
        yield "only past"
    if "present" in before and not before & {"past", "held", "reasoned"}:
        yield "only present"
        yield f"only present|{passage.found.signal}"
    for name in before:
        yield f"p:{name}"
    for name in groups_in(passage.after):
        yield f"a:{name}"


def _of_line(passage: Passage, before: Passage | None) -> Iterator[str]:
    """What the reference before says of this one, if it is to the same case and near."""
    if before is None:
        return
    found, other = passage.found, before.found
    if other.authority is None or other.authority != found.authority:
        return
    yield "same"
    if found.start - other.extent < NEAR:
        yield f"same|{'alone' if before.alone else 'within'}"
        yield f"same|{found.kind}"
