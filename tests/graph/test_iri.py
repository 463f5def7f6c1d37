"""The same authority has the same IRI however it is printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.iri import authority_path, case_key, citation_iri, document_iri, opinion_iri, slug
from graph.model import Authority, Opinion, ReporterCitation

PRINTZ = Authority("case", citation=ReporterCitation("521", "U.S.", "898"))


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        pytest.param(ReporterCitation("505", "U. S.", "144"), "us/505/144", id="spaced"),
        pytest.param(ReporterCitation("16", "Pet.", "539"), "us/41/539", id="nominative Peters"),
        pytest.param(ReporterCitation("9", "Wheat.", "1"), "us/22/1", id="nominative Wheaton"),
        pytest.param(ReporterCitation("1", "Black", "1"), "us/66/1", id="nominative Black"),
        pytest.param(ReporterCitation("74", "F.4th", "1"), "f4th/74/1", id="circuit"),
        pytest.param(ReporterCitation("7", "F. Supp. 3d", "9"), "fsupp3d/7/9", id="district"),
    ],
)
def test_case_key(citation: ReporterCitation, expected: str) -> None:
    """Spacing and early reporters make no difference."""
    assert case_key(citation) == expected


@pytest.mark.parametrize(
    ("authority", "expected"),
    [
        (Authority("case", court="ca9", docket="18-16496", year=2019), "case/ca9/18-16496/2019"),
        (
            Authority("statute", volume="18", reporter="U.S.C.", section="922(s)"),
            "statute/usc/18/922-s",
        ),
        (
            Authority("statute", reporter="Cal. Gov't Code", section="7284.6"),
            "statute/calgovtcode/7284.6",
        ),
        (Authority("statute", name="Brady Act", section="102"), "statute/brady-act/102"),
        (
            Authority("session_law", volume="107", reporter="Stat.", page="1536"),
            "session-law/stat/107/1536",
        ),
        (Authority("federalist", name="The Federalist No. 27"), "federalist/27"),
        (Authority("treatise", name="J. Story, Commentaries"), "treatise/j-story-commentaries"),
    ],
)
def test_authority_path(authority: Authority, expected: str) -> None:
    """Each kind of authority is identified by the words a Bluebook citation has."""
    assert authority_path(authority) == expected


@pytest.mark.parametrize(
    "authority", [Authority("case"), Authority("statute"), Authority("journal")]
)
def test_an_authority_without_identity_is_refused(authority: Authority) -> None:
    """No IRI is invented for what nothing identifies."""
    with pytest.raises(ValueError, match="nothing identifies"):
        authority_path(authority)


def test_opinions_and_documents_share_the_path_of_their_case() -> None:
    """The case, its opinions and its texts are recognisably one family."""
    assert opinion_iri(PRINTZ, Opinion("dissent", "Stevens")).endswith(
        "opinion/us/521/898/stevens-dissent"
    )
    assert opinion_iri(PRINTZ, Opinion("concurrence", "O'Connor")).endswith("/oconnor-concurrence")
    assert document_iri(PRINTZ, "note").endswith("document/us/521/898/note")


def test_a_citation_is_named_by_source_and_place() -> None:
    """Another offset or another text is another citing reference."""
    assert len({citation_iri("a", 1, 2), citation_iri("a", 1, 3), citation_iri("b", 1, 2)}) == 3


@given(st.text())
def test_a_slug_fits_into_an_iri(text: str) -> None:
    """Whatever the text, its slug has only safe characters and is its own slug."""
    assert re.fullmatch(r"[a-z0-9.-]*", slug(text))
    assert slug(slug(text)) == slug(text)
