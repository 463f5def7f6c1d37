"""An evaluation as lines of text for a terminal."""

from collections.abc import Iterator

from ingest.evaluation import fields
from ingest.evaluation.evaluate import Evaluation, Scope
from ingest.evaluation.intervals import Interval, Share
from ingest.evaluation.treatment import Agreement, Confusion, Treatment


def report_lines(evaluation: Evaluation) -> Iterator[str]:
    """Yield the figures, headed by what they were measured on."""
    yield (
        f"{evaluation.annotated} annotated references in {evaluation.windows} windows of"
        f" {evaluation.documents} texts; {evaluation.inside_windows} predictions lie in them"
    )
    yield from _finding(evaluation)
    yield from _resolution(evaluation)
    scopes = (("all rows", evaluation.all), ("rows marked sure", evaluation.sure))
    for name, scope in scopes:
        yield from _fields(name, scope)
    for name, scope in scopes:
        if scope.treatment:
            yield from _treatment(name, scope.treatment)


def percent(share: Share) -> str:
    """Return a share with its interval and n.

    >>> from ingest.evaluation.intervals import share
    >>> percent(share(9, 10)).split()
    ['90.0', '%', '[', '59.6', '98.2]', 'n=10']
    """
    if share.value is None or share.low is None or share.high is None:
        return f"{'-':>7}"
    interval = f"[{100 * share.low:5.1f} {100 * share.high:5.1f}]"
    return f"{100 * share.value:5.1f} % {interval} n={share.n}"


def _ends(interval: Interval | None) -> str:
    return f"[{interval[0]:.3f} {interval[1]:.3f}]" if interval else ""


def _finding(evaluation: Evaluation) -> Iterator[str]:
    yield ""
    yield f"{'found, by kind':14}  {'F1':>6} {'strict':>6}  {'precision':34}  recall"
    for kind, found in evaluation.find.items():
        if found.recall.n or found.precision.n:
            yield (
                f"{kind:14}  {found.f1:6.3f} {found.strict_f1:6.3f}  {percent(found.precision):34}"
                f"  {percent(found.recall)}"
            )
    yield f"F1 of all: {_ends(evaluation.find['all'].f1_interval)}"


def _resolution(evaluation: Evaluation) -> Iterator[str]:
    if not evaluation.resolution:
        return
    yield ""
    yield f"{'resolved':14}  right wrong  open missed  {'right of all':34}  right of answered"
    for kind, row in evaluation.resolution.items():
        yield (
            f"{kind:14}  {row.right:5} {row.wrong:5} {row.abstained:5} {row.missed:6}"
            f"  {percent(row.of_all):34}  {percent(row.of_answered)}"
        )


def _fields(name: str, scope: Scope) -> Iterator[str]:
    yield ""
    yield f"{f'fields, {name}':28}  {'right of all':34}  {'right of found':34}  one fixed answer"
    for field, agreement in scope.fields.items():
        yield f"{field:28}  {_agreement(agreement)}"


def _agreement(agreement: fields.Agreement) -> str:
    if agreement.of_all is None or agreement.of_found is None:
        return "not on offer"
    constant = "" if agreement.constant is None else f"{100 * agreement.constant:5.1f} %"
    return f"{percent(agreement.of_all):34}  {percent(agreement.of_found):34}  {constant}".rstrip()


def _treatment(name: str, treatment: Treatment) -> Iterator[str]:
    yield ""
    yield (
        f"treatment, {name} (cases that head their group; one fixed answer:"
        f" {100 * treatment.constant:.1f} %)"
    )
    for view, agreement in (
        ("label, of all", treatment.label_of_all),
        ("label, of found", treatment.label_of_found),
        ("four-way, of all", treatment.four_way_of_all),
        ("four-way, of found", treatment.four_way_of_found),
    ):
        yield f"  {view:20}  {_scores(agreement)}"
    yield f"  {'overrules':20}  {percent(treatment.overrules)}"
    each = {**treatment.label_of_all.f1, **treatment.four_way_of_all.f1}
    yield f"  F1: {', '.join(f'{label} {f1:.2f}' for label, f1 in each.items())}"
    yield from _confusion(treatment.confusion)


def _scores(agreement: Agreement) -> str:
    return (
        f"{percent(agreement.accuracy)}  macro-F1 {agreement.macro_f1:.3f}"
        f" {_ends(agreement.macro_f1_interval)}"
    )


def _confusion(confusion: Confusion) -> Iterator[str]:
    heads = " ".join(f"{answer:>{_width(answer)}}" for answer in confusion.answers)
    yield f"  {'annotated | answered':20} {heads}"
    for label, counts in zip(confusion.labels, confusion.counts, strict=True):
        cells = zip(confusion.answers, counts, strict=True)
        yield f"  {label:20} {' '.join(f'{n:>{_width(a)}}' for a, n in cells)}"


def _width(answer: str) -> int:
    return max(5, len(answer))
