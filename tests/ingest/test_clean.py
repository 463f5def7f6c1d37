"""Cleaning changes what patterns see and never where a character came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import clean_text
from ingest.document import Markup


@pytest.mark.parametrize(
    ("source", "markup", "clean"),
    [
        pytest.param("505\u00a0U.\u2009S. 144", "text", "505 U. S. 144", id="odd spaces"),
        pytest.param("“Court’s”", "text", '"Court\'s"', id="curly quotes"),
        pytest.param("304 U.S. [*115] 144", "text", "304 U.S. 144", id="star page in brackets"),
        pytest.param("505 *149 U.S. 144", "text", "505 U.S. 144", id="bare star page"),
        pytest.param("South Da-\nkota", "text", "South Dakota", id="hyphenated word"),
        pytest.param("521\nU.S. 898", "text", "521 U.S. 898", id="typeset line"),
        pytest.param("one\n\ntwo", "text", "one\n\ntwo", id="paragraphs stay"),
        pytest.param("see *id.* at 161", "markdown", "see id. at 161", id="emphasis"),
        pytest.param("<p>8 U.S.C. &sect;&nbsp;1373</p>", "html", "8 U.S.C. § 1373", id="HTML"),
        pytest.param("a<sup class='page-number'>*149</sup> b", "html", "a b", id="page number"),
        pytest.param("<script>1 U.S. 1</script>x", "html", "x", id="script"),
    ],
)
def test_text_is_made_fit_for_patterns(source: str, markup: Markup, clean: str) -> None:
    """Spaces, quotes, page marks, hyphens and markup."""
    assert clean_text(source, markup).text.strip() == clean


def test_a_citation_broken_by_a_page_is_found_whole_in_the_source() -> None:
    """Offsets span what was taken out."""
    source = "see 304 U.S. [*115] 144, 147."
    clean = clean_text(source)
    at = clean.text.index("304")
    start, end = clean.source_span(at, at + len("304 U.S. 144, 147"))

    assert source[start:end] == "304 U.S. [*115] 144, 147"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("521 U. S. 898,\r\n900 (1997)", "521 U. S. 898, 900 (1997)"),
        ("521 U. S.\r\n898, 900", "521 U. S. 898, 900"),
        ("469 U. S. 528, 546-\n547 (1985)", "469 U. S. 528, 546-547 (1985)"),
        ("477  U.S. at 248", "477 U.S. at 248"),
    ],
)
def test_a_citation_broken_by_typesetting_is_made_whole(source: str, text: str) -> None:
    """Windows line ends, a range broken at its dash, and two spaces are the printer's."""
    clean = clean_text(source)

    assert clean.text == text
    assert clean.source_span(0, len(text)) == (0, len(source))


@given(
    st.text(alphabet="ab §*[]1-\n\u00a0“”<&;p>/", max_size=120), st.sampled_from(["text", "html"])
)
def test_every_clean_character_has_a_place_in_order(source: str, markup: Markup) -> None:
    """Places never run backwards and never leave the source."""
    clean = clean_text(source, markup)

    spans = [clean.source_span(at, at + 1) for at in range(len(clean.text))]

    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(source) for start, end in spans)


@given(st.text(alphabet="abc §.1\n", max_size=80))
def test_plain_text_maps_to_itself(source: str) -> None:
    """Where nothing is taken out, each character is the one it came from or its plain form."""
    clean = clean_text(source)
    for at, character in enumerate(clean.text):
        assert source[clean.source_span(at, at + 1)[0]] in (character, "\n")
