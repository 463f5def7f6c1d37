"""Short forms lead to the right authority, or to none with a reason."""

import pytest

from graph.model import Authority, ReporterCitation
from ingest.citation import Found
from ingest.find.references import find_references
from ingest.resolve import AMBIGUOUS, INSIDE, NO_FULL, NOTHING_BEFORE, UNPAGED, UNREAD, Resolver

OWN = Authority("case", "Steward Machine Co. v. Davis", ReporterCitation("301", "U.S.", "548"))
NEW_YORK = "New York v. United States, 505 U.S. 144 (1992). "
OLDER = "New York v. United States, 326 U.S. 572 (1946). "
GREGORY = "Gregory v. Ashcroft, 501 U.S. 452, 457 (1991). "


def resolved(text: str) -> list[Found]:
    """Return the references of a text after resolution."""
    found = find_references(text)
    Resolver(text, own=OWN, known={"sct/111/2395": ReporterCitation("501", "U.S.", "452")}).resolve(
        found
    )
    return found


def last(text: str) -> str | None:
    """Return the citation that the last reference was led to."""
    authority = resolved(text)[-1].authority
    return str(authority.citation or authority.name) if authority else None


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        pytest.param(NEW_YORK + "505 U.S., at 188.", "505 U.S. 144", id="short form"),
        pytest.param(NEW_YORK + GREGORY + "New York, supra, at 188.", "505 U.S. 144", id="supra"),
        pytest.param(NEW_YORK + GREGORY + "Id., at 460.", "501 U.S. 452", id="id."),
        pytest.param(GREGORY + "See ante, at 12. Id., at 460.", "501 U.S. 452", id="id. far from ante"),
        pytest.param(
            GREGORY + "See Testa v. Katt, 330 U.S. 386 (1947) (citing " + NEW_YORK[:-2] + "). Id., at 390.",
            "330 U.S. 386",
            id="id. is not what a parenthesis cites",
        ),
        pytest.param(NEW_YORK + OLDER + "New York, supra, at 188.", "505 U.S. 144", id="page decides"),
        pytest.param(NEW_YORK + OLDER + "New York, supra, at 580.", "326 U.S. 572", id="and again"),
        pytest.param(
            "A Corp. v. B, 505 U.S. 100 (1992). " + NEW_YORK + "505 U.S., at 150.",
            "505 U.S. 144",
            id="last that begins before the page",
        ),
        pytest.param(
            "Cincinnati Soap Co. v. United States, ante, p. 308.", "301 U.S. 308", id="ante, p."
        ),
        pytest.param("Gregory v. Ashcroft, 501 U.S. ----, 111 S.Ct. 2395 (1991)", "501 U.S. 452", id="blank page"),
        pytest.param("See McCulloch v. Maryland, 4 Wheat. 316. McCulloch, supra, at 405.", "17 U.S. 316", id="nominative"),
        pytest.param("Art. IV, § 2. Ibid.", "U.S. Const. art. IV, § 2", id="ibid. to a provision"),
        pytest.param("8 Wall. 603; Knox v. Lee, 12 Id. 533.", "79 U.S. 533", id="Id. as a reporter"),
        pytest.param(
            NEW_YORK + 'The Court said: "It is one thing, Gregory v. Ashcroft, 501 U.S. 452, 457 (1991), to ask." Ibid.',
            "505 U.S. 144",
            id="ibid. is not what the quotation cites",
        ),
        pytest.param(
            NEW_YORK + 'We explained:\n\n"It is so. See Gregory v. Ashcroft, 501 U.S. 452 (1991).\n\n"And so it is." Id., at 188.',
            "505 U.S. 144",
            id="nor what an earlier paragraph of it cites",
        ),
        pytest.param(
            NEW_YORK + "New York, supra, at 150. " + GREGORY + 'We said in New York: "They may not." Id., at 188.',
            "505 U.S. 144",
            id="id. after a name alone, where the page lies in no case just cited",
        ),
    ],
)  # fmt: skip
def test_a_short_form_leads_to_its_authority(text: str, citation: str) -> None:
    """By volume, name, page, and what stands before."""
    assert last(text) == citation


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("Id., at 5.", NOTHING_BEFORE, id="nothing before"),
        pytest.param(NEW_YORK + 'See ante, at 53. He says "so," ibid.', INSIDE, id="ante"),
        pytest.param(
            NEW_YORK + "Post, at 12. Id., at 14.", INSIDE, id="post, with a page near to it"
        ),
        pytest.param(
            NEW_YORK + "See H. R. Rep. No. 103-344, p. 8 (1993). Ibid.", UNREAD, id="a report"
        ),
        pytest.param(
            NEW_YORK + "142 Cong. Rec. 19212 (1996); id., at 19213.", UNREAD, id="the Record"
        ),
        pytest.param(NEW_YORK + "Brief for Respondents 17; see id., at 25.", UNREAD, id="a brief"),
        pytest.param(
            GREGORY + "Ante, at 161 (quoting New York v. United States, 505 U.S. 144 (1992))."
            ' In full: "So it is, cf. EPA v. Brown, 431 U.S. 99 (1977), here." Ibid.',
            AMBIGUOUS,
            id="a passage that was quoted from another case before",
        ),
        pytest.param("505 U.S., at 188.", NO_FULL, id="no full citation"),
        pytest.param("Printz, supra, at 5.", NO_FULL, id="name without a citation"),
        pytest.param("599 U.S. ___ (2023)", UNPAGED, id="not yet paginated and without a name"),
    ],
)
def test_what_cannot_be_told_stays_open_with_its_reason(text: str, reason: str) -> None:
    """Nothing is guessed."""
    reference = resolved(text)[-1]

    assert reference.authority is None
    assert reference.unresolved_reason == reason


def test_several_that_fit_are_candidates_and_none_is_chosen() -> None:
    """Two cases of one name, and a reference without a page, far from both."""
    far = "".join(f"A{n} Corp. v. B{n} Corp., {n} F.2d {n} (1950). " for n in range(300, 305))
    reference = resolved(
        "Garcia v. United States, 469 U.S. 70 (1984). "
        "Garcia v. San Antonio Metropolitan Transit Authority, 469 U.S. 528 (1985). "
        + far
        + "Garcia, supra."
    )[-1]

    assert reference.unresolved_reason == AMBIGUOUS
    assert [str(c.citation) for c in reference.candidates] == ["469 U.S. 70", "469 U.S. 528"]


def test_a_section_alone_takes_the_code_last_named_for_it() -> None:
    """§ 1304 is 42 U.S.C. § 1304 where the text has said so, and open where it has not."""
    named = resolved("42 U. S. C. §1304. And §1304 again.")[-1]
    open_one = resolved("Under § 999 it fails.")[-1]

    assert named.authority is not None
    assert (named.authority.volume, named.authority.section) == ("42", "1304")
    assert open_one.authority is None


def test_parallels_are_one_authority() -> None:
    """All members of a group name the same case with the official citation first."""
    found = resolved("Printz v. United States, 521 U.S. 898, 117 S. Ct. 2365 (1997).")

    assert found[0].authority == found[1].authority
    assert found[0].authority is not None
    assert [str(c) for c in found[0].authority.parallels] == ["117 S. Ct. 2365"]
