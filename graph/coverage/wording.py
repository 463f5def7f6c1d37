"""How coverage is told: as tables for the site, and as Markdown for the README and the docs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from graph.coverage.measure import Coverage, Gap

TITLES: Final = {
    "edges": "curated citing references",
    "laws": "laws and instruments",
    "relies_on": "assertions of reliance",
    "litigation": "outcomes of litigation",
    "statuses": "times of a status",
    "members": "memberships",
    "procedural_history": "events of procedural history",
    "stated_in": "sources of the doctrine's elements",
    "doctrine": "elements of the doctrine",
    "electors": "electoral votes",
}
Cells = tuple[str, ...]


def title(kind: str) -> str:
    """Return how a kind of record is called.

    >>> title("edges"), title("claims")
    ('curated citing references', 'claims')
    """
    return TITLES.get(kind, kind.replace("_", " "))


def share(verified: int, recorded: int) -> str:
    """Return a share in per cent, rounded down so that only all is called 100.

    >>> share(998, 1000), share(3, 3), share(0, 0)
    ('99 %', '100 %', 'none')
    """
    return f"{100 * verified // recorded} %" if recorded else "none"


def headline(coverage: Coverage) -> str:
    """Return the whole as one sentence."""
    whole = share(coverage.verified, coverage.recorded)
    return (
        f"{coverage.verified:,} of {coverage.recorded:,} recorded values are verified ({whole});"
        f" {len(coverage.gaps)} records name what nobody has verified."
    )


def kind_rows(coverage: Coverage) -> list[Cells]:
    """Return a row for each kind of record: records, those without a doubt, values, verified."""
    return [
        (
            title(kind.kind),
            str(kind.records),
            str(kind.clear),
            str(kind.recorded),
            str(kind.verified),
            share(kind.verified, kind.recorded),
        )
        for kind in coverage.kinds
    ]


KIND_HEAD: Final[Cells] = ("record", "n", "no doubt", "values", "verified", "share")
FIELD_HEAD: Final[Cells] = ("field", "recorded", "verified", "share")


def field_rows(coverage: Coverage) -> Iterator[tuple[str, list[Cells]]]:
    """Yield each kind of record with a row for each of its fields."""
    for kind in coverage.kinds:
        rows: list[Cells] = [
            (f.field, str(f.recorded), str(f.verified), share(f.verified, f.recorded))
            for f in kind.fields
        ]
        yield title(kind.kind), rows


def gaps_by_kind(coverage: Coverage) -> list[tuple[str, str, list[Gap]]]:
    """Return (kind, how it is called, its gaps)."""
    return [
        (kind, title(kind), list(found)) for kind, found in groupby(coverage.gaps, lambda g: g.kind)
    ]


def markdown_table(head: Cells, rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown, its numbers flush right.

    >>> print(markdown_table(("field", "n"), [("vote", "3")]))
    | field | n |
    |---|--:|
    | vote | 3 |
    """
    lines = [head, *rows]
    rule = "|---|" + "--:|" * (len(head) - 1)
    shown = [f"| {' | '.join(cells)} |" for cells in lines]
    return "\n".join([shown[0], rule, *shown[1:]])


def readme_block(coverage: Coverage) -> str:
    """Return the part of the README: the headline and the table by kind of record."""
    return f"{headline(coverage)}\n\n{markdown_table(KIND_HEAD, kind_rows(coverage))}"


def document(coverage: Coverage) -> str:
    """Return ``docs/coverage.md``."""
    parts = [INTRODUCTION, readme_block(coverage), "## Field by field"]
    for name, rows in field_rows(coverage):
        parts += [f"### {name.capitalize()}", markdown_table(FIELD_HEAD, rows)]
    parts.append("## What nobody has verified")
    for _, name, gaps in gaps_by_kind(coverage):
        lines = (f"- {gap.name} (`{gap.record}`): {'; '.join(gap.doubts)}" for gap in gaps)
        parts += [f"### {name.capitalize()}: {len(gaps)}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


INTRODUCTION: Final = """\
# Coverage: what of the curated facts is verified

This page is written from the facts by `make coverage`; the page `/about/coverage` says the same.

A value is verified when its record is marked so, or is of a kind that names sources only and one of
them can be opened, an address or a reporter; and when no entry of `unverified` is about its field
(`graph/facts/unverified.toml` leads the words of an entry to a field). What is nested in a record
follows the record around it where it says nothing itself, and is not verified where none of its own
sources can be opened. What names or files a record,
and what says how it was checked, is not counted, nor is what was read in texts by the pipeline
(its accuracy is at `/about/accuracy`). An assertion of reliance that rests on a compiler's reading
alone is not verified, however plain the law's structure."""
