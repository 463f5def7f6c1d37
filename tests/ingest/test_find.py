"""Citing references are found in each form, with their span, pin, name, year and parallels."""

import pytest

from ingest.citation import Found
from ingest.find.references import find_references
from ingest.names import name_before


def only(text: str) -> Found:
    """Return the one reference of a text."""
    found = find_references(text)
    assert len(found) == 1, [text[f.start : f.end] for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "core", "pin"),
    [
        ("505 U. S. 144, 161-166 (1992)", "full_case", "505 U. S. 144, 161-166", "161-166"),
        ("521 U.S. 898, 918–919, and n. 10", "full_case", "521 U.S. 898, 918–919, and n. 10", "918–919, and n. 10"),
        ("41 U.S. (16 Pet.) 539, 615", "full_case", "41 U.S. (16 Pet.) 539, 615", "615"),
        ("11 Wall. (78 U.S.) 113", "full_case", "11 Wall. (78 U.S.) 113", None),
        ("584 U. S. ___, ___ (slip op., at 14)", "full_case", "584 U. S. ___, ___", "___ (slip op., at 14)"),
        ("505 U.S., at 161", "short_case", "505 U.S., at 161", "161"),
        ("New York, supra, at 188.", "named_short", "New York, supra, at 188", "188"),
        ("Garcia, supra, 469 U.S., at 549.", "named_short", "Garcia, supra, 469 U.S., at 549", "549"),
        ("Id., at 161, n. 5.", "id", "Id., at 161, n. 5", "161, n. 5"),
        ("Ibid.", "id", "Ibid.", None),
        ("42 U.S.C. § 2021e(d)(2)(C)", "statute", "42 U.S.C. § 2021e(d)(2)(C)", None),
        ("15 U. S. C. §78j(b)", "statute", "15 U. S. C. §78j(b)", None),
        ("Cal. Penal Code § 9500", "statute", "Cal. Penal Code § 9500", None),
        ("107 Stat. 1536", "session_law", "107 Stat. 1536", None),
        ("Pub. L. 103-159", "session_law", "Pub. L. 103-159", None),
        ("Art. I, § 8, cl. 18", "constitution", "Art. I, § 8, cl. 18", None),
        ("the Tenth Amendment", "constitution", "Tenth Amendment", None),
        ("The Federalist No. 27, at 177", "federalist", "The Federalist No. 27", "177"),
        ("104 Yale L.J. 541 (1994)", "journal", "104 Yale L.J. 541", None),
        ("1 Records of the Federal Convention of 1787, pp. 21, 164", "treatise", "1 Records of the Federal Convention of 1787, pp. 21, 164", "21, 164"),
        ("See post, at 12", "internal", "post, at 12", "12"),
    ],
)  # fmt: skip
def test_each_form_is_found_with_its_core_and_pin(
    text: str, kind: str, core: str, pin: str | None
) -> None:
    """The core runs from the volume, name or word to the last pin."""
    found = only(text)

    assert (found.kind, text[found.start : found.end], found.pin) == (kind, core, pin)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("In Lopez we held otherwise.", id="bare name"),
        pytest.param("the Commerce Clause", id="clause without a number"),
        pytest.param("Civil Rights Act of 1964, Title IX", id="act without a section"),
        pytest.param("141 Cong. Rec. 1234", id="record of debates"),
        pytest.param("On May 5, 1997, at 10 a.m. he left.", id="date"),
        pytest.param("Parts I and II of this opinion", id="parts without supra"),
    ],
)
def test_what_is_no_citing_reference_is_left_alone(text: str) -> None:
    """Absence is a result too."""
    assert find_references(text) == []


def test_parallels_stand_beside_the_first_citation() -> None:
    """They share its year and name, and are parts of one authority."""
    text = "See Printz v. United States, 521 U.S. 898, 117 S. Ct. 2365, 138 L. Ed. 2d 914 (1997)."
    head, *rest = find_references(text)

    assert [f.reporter for f in rest] == ["S. Ct.", "L. Ed. 2d"]
    assert all(f.head is head for f in rest)
    assert {f.year for f in (head, *rest)} == {1997}
    assert (head.name, text[head.name_start :][:6]) == ("Printz v. United States", "Printz")


def test_neighbours_keep_their_own_names_and_years() -> None:
    """Nothing bleeds from one citation into the next."""
    text = (
        "National League of Cities v. Usery, 426 U. S. 833 (1976), overruled by Garcia v. San Antonio"
        " Metropolitan Transit Authority, 469 U. S. 528 (1985)"
    )
    one, other = find_references(text)

    assert (one.name, one.year) == ("National League of Cities v. Usery", 1976)
    assert (other.name, other.year) == (
        "Garcia v. San Antonio Metropolitan Transit Authority",
        1985,
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("See Board of Trustees of Univ. of Ala. v. Garrett, ", "Board of Trustees of Univ. of Ala. v. Garrett"),
        ("In Hodel v. Virginia Surface Mining & Reclamation Assn., Inc., ", "Hodel v. Virginia Surface Mining & Reclamation Assn., Inc."),
        ("As we held in United States v. E. C. Knight Co., ", "United States v. E. C. Knight Co."),
        ("we said so. City of Boerne v. Flores, ", "City of Boerne v. Flores"),
        ("See also Ex parte Young, ", "Ex parte Young"),
        ("the Second Employers' Liability Cases, ", "Second Employers' Liability Cases"),
        ("it was enacted in ", None),
        ("the case was argued, ", None),
    ],
)  # fmt: skip
def test_a_name_begins_where_the_case_does(text: str, name: str | None) -> None:
    """Signals, verbs and sentence openings stay outside."""
    found = name_before(text, len(text))

    assert (found and found[1]) == name


def test_an_explanation_is_told_from_a_weight() -> None:
    """(per curiam) and (Scalia, J., dissenting) explain nothing; a holding does."""
    weighed = only("431 U.S. 99 (1977) (per curiam)")
    explained = only("517 U.S. 44 (1996) (holding that the States keep their immunity)")

    assert (weighed.parenthetical, explained.parenthetical) == (False, True)


def test_a_court_is_named_by_its_identifier() -> None:
    """Bluebook style and the Supreme Court's own."""
    assert only("521 F.2d 827 (9th Cir. 1975)").court == "ca9"
    assert only("860 F.2d 312 (CA9 1988)").court == "ca9"
    assert only("854 F. Supp. 1503 (D. Mont. 1994)").court == "mtd"
