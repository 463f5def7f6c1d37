"""Cases that only a database, a court's own number or a service holds are found and identified."""

import pytest

from graph.iri import authority_path
from ingest.citation import Found
from ingest.find.references import find_references
from ingest.resolve import UNIDENTIFIED, Resolver


def read(text: str) -> list[Found]:
    """Return the references of a text, led to their authorities."""
    found = find_references(text)
    Resolver(text).resolve(found)
    return found


@pytest.mark.parametrize(
    ("text", "core", "pin", "path"),
    [
        ("2015 WL 2375225, at *3 (N.D. Cal. 2015)", "2015 WL 2375225, at *3", "*3", "wl/2015/2375225"),
        ("2009 U.S. Dist. LEXIS 149847, at *7-8", "2009 U.S. Dist. LEXIS 149847, at *7-8", "*7-8", "usdistlexis/2009/149847"),
        ("2006-Ohio-2095, ¶¶ 13-15", "2006-Ohio-2095, ¶¶ 13-15", "¶¶ 13-15", "ohio/2006/2095"),
        ("2017 IL App (4th) 160407, ¶ 12", "2017 IL App (4th) 160407, ¶ 12", "¶ 12", "ilapp4th/2017/160407"),
        ("2016 IL App (2d) 140421-U", "2016 IL App (2d) 140421-U", None, "ilapp2d/2016/140421-u"),
        ("2013 IL 112673", "2013 IL 112673", None, "il/2013/112673"),
        ("2007-NMCERT-008", "2007-NMCERT-008", None, "nmcert/2007/8"),
        ("2013-NCSC-1", "2013-NCSC-1", None, "ncsc/2013/1"),
        ("2012 UT 5, ¶ 13", "2012 UT 5, ¶ 13", "¶ 13", "ut/2012/5"),
        ("2012 UT 5 ¶ 13", "2012 UT 5 ¶ 13", "¶ 13", "ut/2012/5"),
        ("2015 COA 7M", "2015 COA 7M", None, "coa/2015/7m"),
        ("T.C. Memo. 2019-233", "T.C. Memo. 2019-233", None, "tcmemo/2019/233"),
        ("T. C. Memo 2019-233, at *3", "T. C. Memo 2019-233, at *3", "*3", "tcmemo/2019/233"),
        ("T.C. Summ. Op. 2018-133", "T.C. Summ. Op. 2018-133", None, "tcsummaryopinion/2018/133"),
        ("1993 Conn. Super. Ct. 5243-P", "1993 Conn. Super. Ct. 5243-P", None, "connsuperct/1993/5243-p"),
        ("12 Neb. App. lxiv (2004)", "12 Neb. App. lxiv", None, "nebctapp/12/lxiv"),
        ("34 Misc. 3d 1234(A) (Sup. Ct. 2012)", "34 Misc. 3d 1234(A)", None, "misc3d/34/1234-a"),
        ("2002 Trade Cas. (CCH) ¶ 73,650", "2002 Trade Cas. (CCH) ¶ 73,650", None, "tradecascch/2002/73650"),
        ("No. 3:20-cv-00123, slip op. at 5 (N.D. Cal. Jan. 3, 2021)", "No. 3:20-cv-00123, slip op. at 5", "5", "cand/3-20-cv-00123/2021"),
        ("Civil Action No. 17-5720 (E.D. Pa. Sept. 3, 2017)", "Civil Action No. 17-5720", None, "paed/17-5720/2017"),
        ("98-1165 (La. App. 1 Cir. 5/10/99)", "98-1165 (La. App. 1 Cir. 5/10/99)", None, "lactapp/98-1165/1999"),
    ],
)  # fmt: skip
def test_each_form_is_found_and_has_one_address(
    text: str, core: str, pin: str | None, path: str
) -> None:
    """The case has its name, its pin, and an IRI minted from what is printed alone."""
    printed = f"See Roe v. Doe, {text}."
    (found,) = read(printed)

    assert (printed[found.start : found.end], found.pin, found.name) == (core, pin, "Roe v. Doe")
    assert found.authority is not None
    assert authority_path(found.authority) == f"case/{path}"


def test_leading_zeros_make_no_other_case() -> None:
    """New Mexico prints 2013-NMSC-024, and some leave the zero out."""
    first, second = read("A v. B, 2013-NMSC-024. C v. D, 2013-NMSC-24.")

    assert first.authority is not None
    assert second.authority is not None
    assert authority_path(first.authority) == authority_path(second.authority)


def test_a_docket_number_before_a_database_is_no_part_of_the_name() -> None:
    """The name ends before it, and both are one citation."""
    (found,) = read("In Roe v. Doe, No. 17 C 5720, 2017 WL 4081821, at *2 (N.D. Ill. 2017), it is.")

    assert (found.name, found.reporter, found.court) == ("Roe v. Doe", "WL", "ilnd")


def test_a_number_in_a_name_stays_there() -> None:
    """A local's number is no docket."""
    (found,) = read("See Virginian R. Co. v. System Federation, No. 40, 300 U.S. 515.")

    assert found.name == "Virginian R. Co. v. System Federation, No. 40"


@pytest.mark.parametrize(
    "text",
    [
        "See H.R. Rep. No. 103-344 (Nov. 10, 1993).",
        "Under Contract No. 12-3456 (Nov. 10, 1993) it paid.",
        "the invoice, 98-1165 (La. 5/18/99), was due",
    ],
)
def test_a_number_without_a_case_is_none(text: str) -> None:
    """Reports, contracts and invoices have numbers and dates too."""
    assert [f for f in read(text) if f.docket] == []


@pytest.mark.parametrize(
    "text",
    [
        "Roe v. Doe, No. 95-1478 (June 27, 1997).",
        "Roe v. Doe, Bankr. L. Rep. (CCH) P12,345.",
    ],
)
def test_what_does_not_identify_a_case_is_left_open(text: str) -> None:
    """A number counts within one court, a service's paragraph within one volume."""
    (found,) = read(text)

    assert (found.authority, found.unresolved_reason) == (None, UNIDENTIFIED)


def test_a_parallel_identifies_a_docketed_case() -> None:
    """Louisiana's number and the Southern Reporter are one case, cited later by either."""
    first, second, third = read(
        "State v. Roe, 98-1165 (La. 5/18/99), 45 So. 3d 12. State v. Roe, 98-1165 (La. 5/18/99)."
    )

    assert second.head is first
    assert first.authority == second.authority == third.authority
    assert first.authority is not None
    assert authority_path(first.authority) == "case/so3d/45/12"


def test_paragraphs_and_star_pages_lead_back_to_the_case() -> None:
    """Id., the name alone and the full form again all mean it."""
    found = read(
        "Roe v. Doe, 2012 UT 5, ¶ 13. Id. ¶ 14. 2 F.3d 1. Roe v. Doe, 2012 UT 5, ¶¶ 15, 17."
    )

    assert [f.pin for f in found] == ["¶ 13", "¶ 14", None, "¶¶ 15, 17"]
    assert found[0].authority == found[1].authority == found[3].authority


def test_a_year_that_begins_a_citation_is_no_pin() -> None:
    """The official page is followed by the neutral citation and a third reporter."""
    found = read("State v. Foster, 109 Ohio St.3d 1, 2006-Ohio-856, 845 N.E.2d 470, ¶ 30.")

    assert [f.pin for f in found] == [None, None, "¶ 30"]
    assert all(f.head is found[0] for f in found[1:])


def test_ohio_and_oklahoma_share_initials() -> None:
    """Before a section they are Oklahoma's statutes, before a page Ohio's reports."""
    statute, case = read("See 21 O.S. 2011, § 701.7; Castle v. Mason, 91 O.S. 296.")

    assert (statute.kind, statute.reporter) == ("statute", "Okla. Stat.")
    assert (case.kind, case.reporter) == ("full_case", "Ohio St.")
