"""The counts that the documents give of the packaged facts are those of the facts."""

import pytest

from graph.citation_counts import PAGE, with_counts
from graph.citation_facts import packaged_facts, records_of


def test_the_page_tells_the_counts_of_the_packaged_facts() -> None:
    """The table is generated: run `make facts`, or `python -m graph.citation_counts`."""
    page = PAGE.read_text(encoding="utf-8")
    records = list(records_of(packaged_facts()))

    assert with_counts(page) == page
    assert page.count("U.S. ") >= len(records)
    assert f"{sum(len(record.references) for record in records):,}" in page


def test_a_page_without_the_marks_is_refused() -> None:
    """Nothing is written where nobody could see what is generated."""
    with pytest.raises(ValueError, match="counts: generated"):
        with_counts("no marks")
