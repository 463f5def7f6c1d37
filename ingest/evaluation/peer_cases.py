"""Compare our reading with the cases that another extractor, eyecite, publishes as its own tests.

Its source distribution holds them as Python: tuples of a text, the citations expected in it, and at
times how the text is cleaned. They are read as a syntax tree and never run.
"""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ingest.document import Markup
from ingest.evaluation.keys import cite_key, compact, first_page
from ingest.evaluation.rows import Fields

PAIRS: Final = "test_pairs"
CASE: Final = "case_citation"
# What each of its kinds is called here, the likeliest first.
OUR_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "full case": ("full_case",),
    "short case": ("short_case", "named_short", "full_case"),
    "supra": ("named_short", "supra", "internal"),
    "id": ("id",),
    "reference": ("named_short",),
    "law": ("statute", "session_law"),
    "journal": ("journal",),
    "unknown": ("statute", "session_law", "internal"),
}
MAKERS: Final = {
    "supra_citation": "supra",
    "id_citation": "id",
    "reference_citation": "reference",
    "law_citation": "law",
    "journal_citation": "journal",
    "unknown_citation": "unknown",
}
# A section sign that it can make nothing of is no citation that we must find.
OPTIONAL: Final = "unknown"
# Kinds that it has no name for; finding one is no false alarm.
BEYOND_IT: Final = ("constitution", "federalist", "treatise", "internal")


@dataclass(frozen=True, slots=True)
class Expected:
    """A citation that a published case expects, by kind and what identifies it."""

    kind: str
    volume: str | None = None
    reporters: tuple[str, ...] = ()
    page: str | None = None
    section: str | None = None

    def __str__(self) -> str:
        named = (self.volume, self.reporters[0] if self.reporters else None, self.page)
        words = [self.kind, *(part for part in (*named, self.section) if part)]
        return " ".join(words)


@dataclass(frozen=True, slots=True)
class PublishedCase:
    """A text and the citations that it is said to have."""

    text: str
    markup: Markup
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A citation that one of both has: where, and which."""

    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class PeerCheck:
    """How many of the expected citations are found, by kind, and what differs."""

    cases: int
    alike: int
    expected: dict[str, int]
    found: dict[str, int]
    misses: tuple[Difference, ...]
    extras: tuple[Difference, ...]


def published_cases(source: str) -> Iterator[PublishedCase]:
    """Yield the cases of a test module, each text once.

    >>> module = "test_pairs = (('See 1 U.S. 1', [case_citation()]),)"
    >>> [(case.text, str(case.expected[0])) for case in published_cases(module)]
    [('See 1 U.S. 1', 'full case 1 U.S. 1')]
    """
    seen: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Tuple(elts=pairs)):
                for pair in pairs if name == PAIRS else ():
                    case = _case(pair)
                    if case and case.text not in seen:
                        seen.add(case.text)
                        yield case


def _case(pair: ast.expr) -> PublishedCase | None:
    match pair:
        case ast.Tuple(elts=[ast.Constant(value=str() as text), ast.List(elts=calls), *rest]):
            expected = tuple(made for call in calls if (made := _expected(call)))
            options = _literal(rest[0]) if rest else {}
            steps = options.get("clean_steps", []) if isinstance(options, dict) else []
            return PublishedCase(text, "html" if "html" in steps else "text", expected)
    return None


def _literal(node: ast.expr) -> Any:  # noqa: ANN401 - whatever the module wrote
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


def _expected(call: ast.expr) -> Expected | None:
    """Read one call of its citation makers, whose defaults are volume 1, page 1, U.S."""
    match call:
        case ast.Call(func=ast.Name(id=name)) if name == CASE or name in MAKERS:
            return _made(name, call)
    return None


def _made(name: str, call: ast.Call) -> Expected:
    given = {word.arg: _literal(word.value) for word in call.keywords if word.arg}
    groups = given.get("groups") or {}
    if name == CASE:
        kind = "short case" if given.get("short") else "full case"
        defaults = {"volume": "1", "reporter": "U.S.", "page": "1"}
    else:
        kind = MAKERS[name]
        defaults = {
            "law": {"reporter": "Mass. Gen. Laws"},
            "journal": {"volume": "1", "reporter": "Minn. L. Rev.", "page": "1"},
        }.get(kind, {})
    fields = defaults | given | groups
    reporters = dict.fromkeys(
        fields[key] for key in ("reporter", "reporter_found") if fields.get(key)
    )
    volume, page = (fields.get(key) for key in ("volume", "page"))
    return Expected(kind, volume, tuple(reporters), page, groups.get("section"))


def check(readings: Iterable[tuple[PublishedCase, Sequence[Fields]]]) -> PeerCheck:
    """Compare each case with the rows that were read in its text."""
    expected: Counter[str] = Counter()
    found: Counter[str] = Counter()
    misses: list[Difference] = []
    extras: list[Difference] = []
    cases = alike = 0
    for case, rows in readings:
        missed, extra = _compare(case.expected, rows)
        wanted = [e for e in case.expected if e.kind != OPTIONAL]
        expected.update(e.kind for e in wanted)
        found.update(e.kind for e in wanted)
        found.subtract(e.kind for e in missed)
        misses += [Difference(case.text, str(e)) for e in missed]
        extras += [Difference(case.text, f"{row['kind']} {row['text']}") for row in extra]
        cases += 1
        alike += not missed and not extra
    return PeerCheck(cases, alike, dict(expected), dict(found), tuple(misses), tuple(extras))


def _compare(
    expected: Sequence[Expected], rows: Sequence[Fields]
) -> tuple[list[Expected], list[Fields]]:
    """Return what is missed, and what answers nothing; each row answers one citation."""
    left = list(rows)
    missed = []
    for wanted in sorted(expected, key=lambda e: e.kind == OPTIONAL):
        row = next((row for row in left if _answers(wanted, row)), None)
        if row is not None:
            left.remove(row)
        elif wanted.kind != OPTIONAL:
            missed.append(wanted)
    return missed, [row for row in left if row["kind"] not in BEYOND_IT]


def _answers(wanted: Expected, row: Fields) -> bool:
    if row["kind"] not in OUR_KINDS[wanted.kind]:
        return False
    if wanted.kind == "law":
        return compact(wanted.section) in compact(row["text"])
    if wanted.kind in ("full case", "journal"):
        return any(
            cite_key(row)
            == cite_key({"volume": wanted.volume, "reporter": name, "page": wanted.page})
            for name in wanted.reporters
        )
    if wanted.kind == "short case":
        page = first_page(row.get("pin")) or row.get("page")
        return (row.get("volume"), page) == (wanted.volume, wanted.page) and any(
            compact(name) == compact(row.get("reporter")) for name in wanted.reporters
        )
    return True
