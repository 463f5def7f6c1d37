"""Signals carry through a string of authorities; treatment is told from words that are kept."""

import pytest

from ingest.citation import Found
from ingest.find.references import find_references
from ingest.signals import read_signals
from ingest.treatment import read_treatments, rules


def weighed(text: str) -> list[Found]:
    """Return the references of a text with signal and treatment."""
    found = find_references(text)
    read_signals(text, found)
    read_treatments(text, found)
    return found


@pytest.mark.parametrize(
    ("lead", "signal"),
    [
        ("We follow ", "none"),
        ("See ", "see"),
        ("See also ", "see also"),
        ("And see ", "see also"),
        ("See, e.g., ", "see, e.g."),
        ("See e. g. ", "see, e.g."),
        ("E.g., ", "e.g."),
        ("Cf. ", "cf."),
        ("But see ", "but see"),
        ("But cf. ", "but cf."),
        ("Accord, ", "accord"),
        ("Contra, ", "contra"),
        ("Compare ", "compare"),
        ("See generally ", "see generally"),
        ("the rule holds, see ", "see"),
        ("as we see in ", "none"),
    ],
)
def test_a_signal_is_read_before_the_name(lead: str, signal: str) -> None:
    """In the words of Bluebook rule 1.2."""
    assert weighed(f"{lead}Testa v. Katt, 330 U.S. 386 (1947).")[0].signal == signal


def test_a_signal_carries_to_the_end_of_its_string() -> None:
    """Semicolons carry it on, a new signal changes it, a new sentence ends it."""
    text = (
        "See, e.g., A v. B, 301 U.S. 1 (1937); C v. D, 302 U.S. 1 (1937) (holding x (and y));"
        " cf. E v. F, 303 U.S. 1 (1938). G v. H, 304 U.S. 1 (1938)."
    )

    assert [f.signal for f in weighed(text)] == ["see, e.g.", "see, e.g.", "cf.", "none"]


def test_compare_is_answered_by_with() -> None:
    """Compare A with B."""
    text = "Compare A v. B, 301 U.S. 1 (1937), with C v. D, 302 U.S. 1 (1937)."

    assert [f.signal for f in weighed(text)] == ["compare", "with"]


def test_a_citation_inside_a_quoting_parenthesis_has_no_signal() -> None:
    """And the words are only quoted from it."""
    text = 'See A v. B, 301 U.S. 1 (1937) ("x") (quoting C v. D, 302 U.S. 1 (1937)).'

    assert [(f.signal, f.treatment) for f in weighed(text)][1] == ("none", "quotes-only")


@pytest.mark.parametrize(
    ("text", "treatment"),
    [
        ("We follow A v. B, 301 U.S. 1 (1937).", "follows"),
        ("See also A v. B, 301 U.S. 1 (1937).", "mentions"),
        ("We overrule A v. B, 301 U.S. 1 (1937).", "overrules"),
        ("The statute here is distinguishable from A v. B, 301 U.S. 1 (1937).", "distinguishes"),
        ("We decline to follow A v. B, 301 U.S. 1 (1937).", "declines-to-follow"),
        ("A v. B, 301 U.S. 1 (1937), was wrongly decided.", "criticizes"),
    ],
)
def test_treatment_follows_the_words_of_the_sentence(text: str, treatment: str) -> None:
    """Each rule shows the cue that it rests on."""
    found = weighed(text)[0]

    assert found.treatment == treatment
    assert found.cue is None or found.cue in text


def test_an_overruling_by_another_case_names_that_case() -> None:
    """The act is not this opinion's."""
    text = "A v. B, 426 U.S. 833 (1976) (overruled by Garcia v. SAMTA, 469 U.S. 528 (1985))."
    found = weighed(text)[0]

    assert found.treatment == "overrules"
    assert found.treated_by == "Garcia v. SAMTA"


def test_a_negation_is_no_overruling() -> None:
    """We do not overrule."""
    text = "We need not overrule A v. B, 301 U.S. 1 (1937)."

    assert weighed(text)[0].treatment != "overrules"


def test_the_rules_are_read_from_their_file() -> None:
    """Each rule of the file is in force."""
    assert len(rules()) >= 6
