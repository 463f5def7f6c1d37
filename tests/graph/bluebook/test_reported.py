"""Reporter citations are read in every spelling and written in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporters_db import EDITIONS

from graph.bluebook import case_citation, parse_reporter_citation
from graph.model import ReporterCitation
from graph.reporters import spellings, standard


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("505 U. S. 144", "505 U.S. 144", id="spaced"),
        pytest.param("505 US 144", "505 U.S. 144", id="without periods"),
        pytest.param("112 S.Ct. 2408", "112 S. Ct. 2408", id="closed up"),
        pytest.param("120 L.Ed.2d 120", "120 L. Ed. 2d 120", id="series"),
        pytest.param("78 F. (2d) 1", "78 F.2d 1", id="series in parentheses"),
        pytest.param("41 U.S. (16 Pet.) 539", "41 U.S. 539", id="nominative beside"),
        pytest.param("16 Pet. 539", "16 Pet. 539", id="nominative alone"),
        pytest.param("921 F.3d 865 (9th Cir. 2019)", "921 F.3d 865", id="with court"),
        pytest.param("505\nU.S.\n144", "505 U.S. 144", id="broken over lines"),
        pytest.param(
            "Printz v. United States, 521 U.S. 898, 935 (1997)", "521 U.S. 898", id="full"
        ),
    ],
)
def test_a_citation_is_read_in_its_spellings(text: str, read: str) -> None:
    """Volume, standard abbreviation and page come out the same."""
    assert str(parse_reporter_citation(text)) == read


@pytest.mark.parametrize("text", ["", "Printz", "505 144", "1505a U.S. 144", "May 5, 1997", "§ 5"])
def test_what_is_no_citation_is_none(text: str) -> None:
    """Names, numbers and dates are not read as citations."""
    assert parse_reporter_citation(text) is None


def test_every_reporter_is_read_back() -> None:
    """No reporter of the database is lost or taken for another, not even N.D. for ND."""
    written = [ReporterCitation("12", name, "345") for name in sorted(set(spellings().values()))]

    read = [parse_reporter_citation(case_citation("A v. B", at, year=2000)) for at in written]

    assert len(written) > 1_000
    assert read == written


@given(
    st.integers(1, 999), st.sampled_from(sorted(set(spellings().values()))), st.integers(1, 9999)
)
def test_what_is_written_is_read_back(volume: int, reporter: str, page: int) -> None:
    """Volume and page survive the round trip in every reporter."""
    citation = ReporterCitation(str(volume), reporter, str(page))

    assert parse_reporter_citation(case_citation("A v. B", citation, year=2000)) == citation


def test_every_edition_has_its_own_spelling() -> None:
    """Closing up an abbreviation never turns one edition of the U.S. courts into another."""
    courts = ("U.S.", "S. Ct.", "L. Ed.", "L. Ed. 2d", "F.", "F.2d", "F.3d", "F. Supp. 3d")

    assert [standard(name) for name in courts] == list(courts)
    assert set(courts) <= set(EDITIONS)
