"""Citations of one string are led to its first (Bluebook rule 1.4)."""

import pytest

from ingest.citation import Found
from ingest.pipeline import build_pipeline

A, B, C = "A v. B, 301 U.S. 1 (1937)", "C v. D, 302 U.S. 2 (1937)", "E v. F, 303 U.S. 3 (1938)"


def strings(text: str) -> list[tuple[str | None, str | None]]:
    """Return (volume, volume of the string's first citation) of each reference."""
    found: list[Found] = build_pipeline()(text)._.citations
    return [(f.volume, f.string.volume if f.string else None) for f in found]


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        pytest.param(f"The rule holds. {A}; {B}; {C}.", [None, "301", "301"], id="semicolons"),
        pytest.param(f"See {A}; cf. {B}; but see {C}.", [None, "301", "301"], id="new signals"),
        pytest.param(f"See {A}, {B}, and {C}.", [None, "301", "301"], id="commas under a signal"),
        pytest.param(f"Compare {A}, with {B}.", [None, "301"], id="compare with"),
        pytest.param(f"See {A} (holding x; y); {B}.", [None, "301"], id="parenthetical"),
        pytest.param(f"See {A}. See also {B}.", [None, None], id="two sentences"),
        pytest.param(f"We relied on {A}, and {B}, then.", [None, None], id="running text"),
        pytest.param(
            f"It was so in {A}; yet in later years {B} held no.", [None, None], id="words"
        ),
        pytest.param(f"See {A}.", [None], id="alone"),
    ],
)
def test_a_string_ends_where_its_separators_do(text: str, firsts: list[str | None]) -> None:
    """Semicolons part its members, commas only under a signal, and no words of a sentence."""
    assert [first for _, first in strings(text)] == firsts


def test_parallel_citations_are_no_string_of_their_own() -> None:
    """The string goes on after them."""
    text = f"See A v. B, 301 U.S. 1, 57 S. Ct. 5, 81 L. Ed. 9 (1937); {B}."

    assert strings(text) == [("301", None), ("57", None), ("81", None), ("302", "301")]


def test_later_history_belongs_to_its_citation() -> None:
    """It is no member, and the string goes on after it."""
    text = f"See A v. B, 10 F.3d 1 (CA9 1993), cert. denied, 511 U.S. 7 (1994); {B}."

    assert strings(text) == [("10", None), ("511", None), ("302", "10")]


def test_a_parenthesis_makes_strings_of_its_own() -> None:
    """What one citation quotes is not parallel to what is cited beside it."""
    text = f"See {A} (citing {B}; {C}); G v. H, 304 U.S. 4 (1938)."

    assert strings(text) == [("301", None), ("302", None), ("303", "302"), ("304", "301")]
