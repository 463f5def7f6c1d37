"""The published figures are what measuring gives, and the README prints them."""

import pytest

from ingest.document import SourceDocument
from ingest.evaluation.evaluate import evaluate
from ingest.evaluation.generate import README, with_figures
from ingest.evaluation.published import accuracy_of, as_json, from_json, load_accuracy
from ingest.evaluation.rows import Fields, Row
from ingest.evaluation.wording import markdown
from ingest.packaged import EXTRACTOR


@pytest.mark.slow
def test_measuring_again_gives_the_published_figures(
    gold: list[Row],
    texts: dict[str, str],
    predicted: list[Fields],
    annotated_documents: list[SourceDocument],
) -> None:
    """A change of the rules changes the figures: run `make accuracy` and look at what it did."""
    published = load_accuracy()
    years = sorted(d.case.year for d in annotated_documents if d.case and d.case.year)
    measured = accuracy_of(
        evaluate(gold, predicted, texts),
        measured=published.measured,
        extractor=EXTRACTOR,
        years=(years[0], years[-1]),
    )

    assert measured == published


def test_the_readme_prints_the_published_figures() -> None:
    """The table is generated: run `python -m ingest.evaluation.generate` after a change."""
    readme = README.read_text(encoding="utf-8")

    assert with_figures(readme, markdown(load_accuracy())) == readme


def test_every_published_figure_has_an_interval_and_a_number_of_rows() -> None:
    """A share without n says nothing."""
    figures = load_accuracy().figures

    assert len(figures) > 10
    assert all(0 <= f.low <= f.value <= f.high <= 1 for f in figures)
    assert all(f.n > 0 for f in figures)


def test_the_published_file_is_read_as_it_was_written() -> None:
    """Writing and reading keep every figure."""
    assert from_json(as_json(load_accuracy())) == load_accuracy()


def test_a_readme_without_the_marks_is_refused() -> None:
    """The generator never guesses where the table belongs."""
    with pytest.raises(ValueError, match="one block"):
        with_figures("# A readme", "figures")
