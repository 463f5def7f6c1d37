"""How deep an opinion goes into an authority follows from all that it says of it."""

import pytest

from ingest.document import SourceDocument
from ingest.pipeline import build_pipeline, read_references

A, B = "Alpha v. Beta, 301 U.S. 1 (1937)", "Gamma v. Delta, 302 U.S. 2 (1937)"
SENTENCE = "The officers of the States were then asked to carry out what Congress had enacted. "


def depths(text: str) -> list[str | None]:
    """Return the depth of each reference of a text."""
    return [f.depth for f in build_pipeline()(text)._.citations]


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        pytest.param(f"It is so. {B}; {A}.", "mentioned", id="later member of a string"),
        pytest.param(f"It is so. {B} (citing {A}).", "mentioned", id="cited by another"),
        pytest.param(f"It is so. {B}; {A} (holding it is).", "cited", id="explained in a string"),
        pytest.param(f"It is so. {A}.", "cited", id="one sentence"),
        pytest.param(
            f"In {A}, we said no. {SENTENCE * 8}Alpha, 301 U.S., at 3.",
            "discussed",
            id="a paragraph between two references",
        ),
        pytest.param(
            f"It is so. {A}.\n\nOther. {B}.\n\nAnd so. 301 U.S., at 2.\n\nOther. 302 U.S., at 4."
            "\n\nAnd so again. 301 U.S., at 5.",
            "discussed",
            id="three places",
        ),
        pytest.param(
            f"In {A}, we said no. " + f"{SENTENCE * 6}Alpha, 301 U.S., at 3. " * 6,
            "examined",
            id="a page",
        ),
    ],
)
def test_depth_goes_by_words_places_and_quotations(text: str, depth: str) -> None:
    """From a place in a list to a page of discussion, and every reference says the same."""
    found = [f for f in build_pipeline()(text)._.citations if f.authority.name == "Alpha v. Beta"]

    assert found
    assert {f.depth for f in found} == {depth}


def test_a_quotation_makes_two_places_a_discussion() -> None:
    """And without it they are citations."""
    parted = "\n\nOther. Gamma v. Delta, 302 U.S. 2 (1937).\n\n"
    plain = f"It is so. {A}.{parted}It is so. 301 U.S., at 5."
    quoting = f'It is so. {A}.{parted}"It is surely so." 301 U.S., at 5.'

    assert (depths(plain)[0], depths(quoting)[0]) == ("cited", "discussed")


def test_each_opinion_of_a_document_has_its_own_account() -> None:
    """What the dissent examines, the Court may only mention."""
    court = f"JUSTICE SCALIA delivered the opinion of the Court.\n\nIt is so. {B}; {A}.\n\n"
    dissent = f"JUSTICE STEVENS, dissenting.\n\nIn {A}, we said no. {SENTENCE * 9}301 U.S., at 3."
    document = SourceDocument("x", "x", court + dissent, "0" * 64)
    found = read_references(document).references

    assert [(r.part, r.volume, r.depth) for r in found] == [
        ("majority", "302", "cited"),
        ("majority", "301", "mentioned"),
        ("dissent", "301", "discussed"),
        ("dissent", "301", "discussed"),
    ]


def test_a_reference_without_an_authority_has_no_depth() -> None:
    """Nothing is known of what it refers to."""
    assert depths("Id., at 5. See ante, at 7.") == [None, None]
