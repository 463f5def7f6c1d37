"""Published figures in the words of the README and the site."""

import textwrap
from typing import NamedTuple

from ingest.evaluation.published import Accuracy, Figure


class Line(NamedTuple):
    """One line of the table: what, the figure, its interval, and how many rows it rests on."""

    what: str
    figure: str
    interval: str
    n: str


def table(accuracy: Accuracy) -> list[Line]:
    """Return the lines of the table."""
    return [_line(figure) for figure in accuracy.figures]


def _line(figure: Figure) -> Line:
    """Write a share in per cent and an F1 as a number.

    >>> _line(Figure("pin", "%", 0.9868, 0.977, 0.9925, 906))
    Line(what='pin', figure='98.7 %', interval='97.7 to 99.2', n='906')
    """
    if figure.unit == "%":
        value, low, high = (
            in_percent(figure.value),
            *(f"{100 * end:.1f}" for end in (figure.low, figure.high)),
        )
    else:
        value, low, high = (f"{v:.3f}" for v in (figure.value, figure.low, figure.high))
    return Line(figure.what, value, f"{low} to {high}", str(figure.n))


def in_percent(share: float | None) -> str:
    """Write a share in per cent, a dash where there is none.

    >>> in_percent(0.9868), in_percent(None)
    ('98.7 %', '–')
    """
    return "–" if share is None else f"{100 * share:.1f} %"


def measured_on(accuracy: Accuracy) -> str:
    """Say in one sentence what the figures were measured on, when, and with which release."""
    years = f" ({accuracy.years[0]} to {accuracy.years[1]})" if accuracy.years else ""
    return (
        f"Measured on {accuracy.measured} with {accuracy.extractor}, against"
        f" {accuracy.annotated} citing references in {accuracy.windows} windows of"
        f" {accuracy.opinions} real opinions{years}."
    )


def markdown(accuracy: Accuracy) -> str:
    """Return the sentence and the table as Markdown."""
    rows = [f"| {' | '.join(line)} |" for line in table(accuracy)]
    head = ["| what | figure | 95 % interval | n |", "|---|---|---|---|"]
    return "\n".join([textwrap.fill(measured_on(accuracy), 100), "", *head, *rows])
