"""Whether what points back is led to the authority that is meant: right, wrong, or left open."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from ingest.evaluation.intervals import Share, share
from ingest.evaluation.keys import CiteKey, cite_key, same_title
from ingest.evaluation.match import Matching
from ingest.evaluation.parallels import Parallels
from ingest.evaluation.rows import SHORT_FORMS, Row

Outcome: TypeAlias = Literal["right", "wrong", "abstained", "missed"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Outcomes of the references of a kind, and the share of right ones.

    Of all annotated, of those found, and of those for which any authority was named.
    """

    right: int
    wrong: int
    abstained: int
    missed: int
    of_all: Share
    of_found: Share
    of_answered: Share


def resolution(matching: Matching, parallels: Parallels) -> dict[str, Resolution]:
    """Return the outcomes of all short forms, of each kind, and of those that mean no case."""
    outcomes: dict[str, Counter[Outcome]] = {}
    for g, row in enumerate(matching.gold):
        if row.kind in SHORT_FORMS:
            outcome = _outcome(row, matching.answer(g), parallels.get(row.doc, {}))
            for name in ("all", row.kind) if _means_a_case(row) else ("no reporter",):
                outcomes.setdefault(name, Counter())[outcome] += 1
    return {name: _resolution(counts) for name, counts in outcomes.items()}


def _means_a_case(row: Row) -> bool:
    return bool(row.fields["resolved"] and row.fields["resolved"].get("reporter"))


def _outcome(row: Row, answer: Row | None, same: Mapping[CiteKey, set[CiteKey]]) -> Outcome:
    if answer is None:
        return "missed"
    wanted, given = row.fields["resolved"], answer.fields.get("resolved")
    if not given:  # where nothing is meant, silence is right
        return "right" if wanted is None else "abstained"
    return "right" if _same_authority(wanted or {}, given, same) else "wrong"


def _same_authority(
    wanted: Mapping[str, Any], given: Mapping[str, Any], same: Mapping[CiteKey, set[CiteKey]]
) -> bool:
    """Compare citations; what has no reporter is compared by title."""
    if not wanted.get("reporter"):
        return same_title(wanted.get("name"), given.get("name"))
    one, other = cite_key(wanted), cite_key(given)
    pages_agree = one[2] is None or one[2] == other[2]
    return (one[:2] == other[:2] and pages_agree) or other in same.get(one, ())


def _resolution(counts: Counter[Outcome]) -> Resolution:
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    return Resolution(
        right,
        wrong,
        counts["abstained"],
        missed,
        of_all=share(right, counts.total()),
        of_found=share(right, counts.total() - missed),
        of_answered=share(right, right + wrong),
    )
