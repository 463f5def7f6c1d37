"""Write how many citation facts are packaged into ``docs/citation-facts.md``.

``python -m graph.citation_counts`` writes the marked block; with ``--check`` it only compares, and
exits 1 on drift. ``make facts`` runs it.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from graph.citation_facts import packaged_facts, records_of
from graph.iri import authority_iri
from graph.model import DocumentRecord

PAGE: Final = Path(__file__).parents[1] / "docs" / "citation-facts.md"
BLOCK: Final = re.compile(r"(?<=<!-- counts: generated -->\n).*?(?=<!-- counts: end -->)", re.S)
COLUMNS: Final = ("opinion", "references", "that name only", "not resolved", "authorities")
HEAD: Final = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|\n"


def counted(records: Iterable[DocumentRecord], size: int) -> str:
    """Return the counts of some documents as a table; ``size`` is that of their files in bytes."""
    rows = sorted(_row(record) for record in records)
    total = [sum(counts) for counts in zip(*(counts for _, counts in rows), strict=True)]
    lines = [*rows, (f"**{len(rows)} opinions, {size:,} bytes**", total)]
    return HEAD + "".join(
        f"| {name} | {' | '.join(f'{count:,}' for count in counts)} |\n" for name, counts in lines
    )


def _row(record: DocumentRecord) -> tuple[str, list[int]]:
    references = (*record.references, *record.named)
    return f"{record.case.name}, {record.case.citation}", [
        len(record.references),
        len(record.named),
        sum(reference.unresolved_reason is not None for reference in references),
        len({authority_iri(ref.authority) for ref in references if ref.authority}),
    ]


def with_counts(page: str) -> str:
    """Return a page whose marked block tells the counts of the packaged facts.

    Raises:
        ValueError: the page has not exactly one marked block.
    """
    if len(BLOCK.findall(page)) != 1:
        raise ValueError(f"{PAGE.name} must have one block marked '<!-- counts: generated -->'")
    written = packaged_facts()
    size = sum(len(text.encode()) for text in written.values())
    return BLOCK.sub(lambda _: counted(records_of(written), size), page)


def main() -> int:
    """Write the page, or with ``--check`` compare it; return the exit code."""
    old = PAGE.read_text(encoding="utf-8")
    new = with_counts(old)
    if "--check" in sys.argv[1:]:
        return int(old != new)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
