"""Signals carry through a string of authorities (Bluebook rule 1.2)."""

import pytest

from ingest.citation import Found
from ingest.find.references import find_references
from ingest.signals import read_signals
from ingest.treatment import read_treatments


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


@pytest.mark.parametrize(
    "name", ["Legal Tender Case (Juilliard v. Greenman)", "Juilliard v. Green- man Works"]
)
def test_a_signal_is_read_before_an_odd_name(name: str) -> None:
    """A case known by two names, and a name that the end of a page has parted."""
    assert weighed(f"See, e.g., {name}, 110 U.S. 421 (1884).")[0].signal == "see, e.g."


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
