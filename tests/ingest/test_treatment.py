"""Treatment is read from words that are kept, and otherwise from place and company."""

import pytest

from graph.model import Authority, ReporterCitation
from ingest.acts import Rule, rules
from ingest.citation import Found
from ingest.classifier import classify, shipped
from ingest.features import groups
from ingest.find.references import find_references
from ingest.parts import opinion_spans, span_at
from ingest.signals import read_signals
from ingest.treatment import read_treatments

CASE = "Smith v. Jones, 300 U.S. 1 (1937)"
ROWS = [(rule, text, True) for rule in rules() for text in rule.yes] + [
    (rule, text, False) for rule in rules() for text in rule.no
]


def treated(text: str, own: Authority | None = None) -> list[Found]:
    """Return the references of a text with their treatment."""
    found = find_references(text)
    read_signals(text, found)
    spans = opinion_spans(text)
    for reference in found:
        reference.span = span_at(spans, reference.start)
    read_treatments(text, found, own)
    return found


@pytest.mark.parametrize(("rule", "text", "fits"), ROWS)
def test_each_rule_reads_its_examples_and_no_others(rule: Rule, text: str, fits: bool) -> None:
    """The rules carry the sentences that they must and must not fit."""
    found = treated(text.replace("{C}", CASE))[0]

    assert (found.treatment == rule.treatment and found.cue is not None) is fits


def test_a_case_overruled_by_another_is_that_ones_act() -> None:
    """The parenthesis names who acted; the acting case is only mentioned."""
    one, other = treated(
        "See A v. B, 301 U.S. 1 (1937) (overruled on other grounds by C v. D, 302 U.S. 1 (1938))."
    )

    assert (one.treatment, one.treated_by) == ("overrules", "C v. D")
    assert other.treatment == "mentions"


@pytest.mark.parametrize(
    "text",
    [
        "A v. B, 301 U.S. 1 (1937), was later overruled in its entirety by C v. D, 302 U.S. 1 (1938).",
        "A v. B, 301 U.S. 1 (1937), overruled on other grounds, C v. D, 302 U.S. 1 (1938).",
        "A v. B, 301 U.S. 1 (1937). And see C v. D, 302 U.S. 1, 58 S.Ct. 4 (1938), overruling A v. B, supra.",
    ],
)
def test_one_case_overrules_another_and_neither_this_opinion(text: str) -> None:
    """What stands after *by* acted and was not acted upon; so did what stands before *overruling*."""
    found = [f for f in treated(text) if f.head is None]
    acts = [(f.treatment, f.treated_by) for f in found if f.treatment == "overrules"]

    assert acts == [("overrules", "C v. D")]
    assert {f.start for f in found if f.treatment == "overrules"} != {
        f.start for f in found if f.volume == "302"
    }


def test_a_later_case_of_a_string_overrules_an_earlier_one() -> None:
    """(overruling Wirtz) is said after the case that did it, of the case that it was done to."""
    one, other = treated(
        "See Maryland v. Wirtz, 392 U.S. 183 (1968); League v. Usery, 426 U.S. 833 (1976)"
        " (overruling Wirtz)."
    )

    assert (one.treatment, one.treated_by) == ("overrules", "League v. Usery")
    assert other.treatment != "overrules"


def test_all_members_of_an_enumeration_are_overruled() -> None:
    """The verb stands once, before or after the list."""
    text = "It is clear that the Court has overruled A v. B, 301 U.S. 1; C v. D, 302 U.S. 1, and E v. F, 303 U.S. 1."

    assert [f.treatment for f in treated(text)] == ["overrules"] * 3


def test_a_dissent_says_that_the_majority_overrules() -> None:
    """What the Court has done is not the dissenter's act."""
    text = (
        "MR. JUSTICE ROE delivered the opinion of the Court.\n\nWe affirm.\n\n"
        "MR. JUSTICE DOE, dissenting.\n\nToday the Court overrules A v. B, 301 U.S. 1 (1937)."
    )
    own = Authority("case", "X v. Y", ReporterCitation("310", "U.S.", "1"))

    assert treated(text, own)[0].treated_by == "X v. Y (majority)"


@pytest.mark.parametrize(
    "text",
    [
        "E v. F, 860 F.2d 312 (CA9 1988), cert. denied, 491 U.S. 905 (1989).",
        "The motion failed. We granted certiorari. 568 U. S. 999 (2012).",
    ],
)
def test_what_became_of_a_judgment_is_history(text: str) -> None:
    """A denial or grant of review decides nothing."""
    last = treated(text)[-1]

    assert last.treatment == "history"
    assert last.cue


def test_the_judgment_below_is_history_through_its_short_forms() -> None:
    """The Supreme Court tells what the courts below did; a court of appeals cites them as law."""
    text = "The District Court held it valid. 573 F. Supp. 2d 221 (DC 2008). It explained why. Id., at 283."
    found = find_references(text)
    for reference in found:
        reference.authority = Authority(
            "case", citation=ReporterCitation("573", "F. Supp. 2d", "221")
        )
    read_treatments(text, found, Authority("case", "X v. Y", ReporterCitation("570", "U.S.", "1")))

    assert [f.treatment for f in found] == ["history", "history"]


def test_the_classifier_knows_only_labels_that_words_need_not_say() -> None:
    """Overruling is never guessed."""
    assert set(shipped()["labels"]) == {
        "discusses",
        "distinguishes",
        "follows",
        "mentions",
        "quotes-only",
    }
    assert classify(["no such feature"]) == "mentions"


def test_every_group_of_words_is_told_to_the_classifier() -> None:
    """A group that no passage of the training texts has would be dead weight."""
    told = {name.partition(":")[2] for name in shipped()["weights"] if name.startswith("p:")}

    assert {group for named in groups().values() for group in named} <= told
