"""Enacted law is found in the forms that the Bluebook and the courts print."""

import pytest

from graph.iri import authority_iri, authority_path
from graph.reporters import compact
from ingest.citation import Found
from ingest.clean import clean_text
from ingest.find.codes import codes
from ingest.find.references import find_references
from ingest.jurisdictions import ABBREVIATIONS
from ingest.resolve import Resolver

Fields = tuple[str | None, str | None, str | None, str | None]
EXAMPLES = [(code.name, example) for code in codes() for example in code.examples]


def resolved(text: str) -> list[Found]:
    """Return the references of a text, each led to its authority."""
    clean = clean_text(text).text
    found = find_references(clean)
    Resolver(clean).resolve(found)
    return found


def only(text: str) -> Found:
    """Return the one reference of a sentence."""
    found = resolved(f"See {text}.")
    assert len(found) == 1, [(f.kind, f.volume, f.reporter, f.page, f.section) for f in found]
    return found[0]


def fields(found: Found) -> Fields:
    """Return volume, reporter, page and section."""
    return found.volume, found.reporter, found.page, found.section


def test_every_state_has_a_code_with_examples() -> None:
    """Fifty states, the District of Columbia, Puerto Rico, Guam and the Virgin Islands."""
    states = {code.state for code in codes()}

    assert states == set(ABBREVIATIONS.values())
    assert len(states) == 54
    assert all(code.examples for code in codes())
    shown = {code.name: compact(" ".join(e[0] for e in code.examples)) for code in codes()}
    assert [
        c.name for c in codes() if c.printed and compact(c.printed[0]) not in shown[c.name]
    ] == []


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[e[0] for _, e in EXAMPLES])
def test_each_example_of_a_code_is_found(name: str, example: tuple[str, ...]) -> None:
    """Initials, annotated editions and older spellings lead to one code."""
    text, section, title = (*example, None)[:3]
    found = only(text or "")

    assert (found.kind, fields(found)) == ("statute", (title, name, None, section))
    assert found.authority is not None
    assert authority_path(found.authority).startswith("statute/")


@pytest.mark.parametrize(
    ("text", "kind", "expected", "path"),
    [
        # Federal codes, with letters and lists.
        ("42 U.S.C. § 2000e-2(a)", "statute", ("42", "U.S.C.", None, "2000e-2(a)"), "statute/usc/42/2000e-2-a"),
        ("15 U. S. C. § 78j(b)", "statute", ("15", "U.S.C.", None, "78j(b)"), "statute/usc/15/78j-b"),
        ("28 U. S. C. §§ 3701, 3702", "statute", ("28", "U.S.C.", None, "3701, 3702"), "statute/usc/28/3701-3702"),
        ("18 U.S.C. § 922(s)", "statute", ("18", "U.S.C.", None, "922(s)"), "statute/usc/18/922-s"),
        ("42 U.S.C. §§ 2021b et seq.", "statute", ("42", "U.S.C.", None, "2021b"), "statute/usc/42/2021b"),
        ("8 U.S.C. §§ 1373, 1644", "statute", ("8", "U.S.C.", None, "1373, 1644"), "statute/usc/8/1373-1644"),
        ("8 U. S. C. §§1373 and 1644", "statute", ("8", "U.S.C.", None, "1373 and 1644"), "statute/usc/8/1373-and-1644"),
        ("27 CFR § 478.102", "statute", ("27", "C.F.R.", None, "478.102"), "statute/cfr/27/478.102"),
        ("45 C.F.R. pt. 84", "statute", ("45", "C.F.R.", None, "84"), "statute/cfr/45/84"),
        ("42 CFR §430.12(c)(1)", "statute", ("42", "C.F.R.", None, "430.12(c)(1)"), "statute/cfr/42/430.12-c-1"),
        ("25 CFR Part 23", "statute", ("25", "C.F.R.", None, "23"), "statute/cfr/25/23"),
        # Federal session laws, the Register, orders.
        ("107 Stat. 1536", "session_law", ("107", "Stat.", "1536", None), "session-law/stat/107/1536"),
        ("Pub. L. 103-159", "session_law", (None, "Pub. L.", None, "103-159"), "session-law/publ/103-159"),
        ("Pub. L. No. 103–159", "session_law", (None, "Pub. L.", None, "103-159"), "session-law/publ/103-159"),
        ("82 Fed. Reg. 8799 (Jan. 25, 2017)", "session_law", ("82", "Fed. Reg.", "8799", None), "session-law/fedreg/82/8799"),
        ("47 Fed.Reg. 13,751", "session_law", ("47", "Fed. Reg.", "13751", None), "session-law/fedreg/47/13751"),
        ("Executive Order No. 6182", "session_law", (None, "Exec. Order", None, "6182"), "session-law/execorder/6182"),
        # Session laws of the states.
        ("1979 N. J. Laws ch. 55", "session_law", ("1979", "N.J. Laws", None, "ch. 55"), "session-law/njlaws/1979/ch.-55"),
        ("2013 Kan. Sess. Laws 500", "session_law", ("2013", "Kan. Sess. Laws", "500", None), "session-law/kansesslaws/2013/500"),
        ("Act of June 1, 2017, 2017 Tex. Gen. Laws ch. 4", "session_law", ("2017", "Tex. Gen. Laws", None, "ch. 4"), "session-law/texgenlaws/2017/ch.-4"),
        ("2019 Colo. Sess. Laws 123", "session_law", ("2019", "Colo. Sess. Laws", "123", None), "session-law/colosesslaws/2019/123"),
        ("2017 Cal. Stat. ch. 495", "session_law", ("2017", "Cal. Stat.", None, "ch. 495"), "session-law/calstat/2017/ch.-495"),
        ("Cal. Stats. 2017, ch. 495", "session_law", ("2017", "Cal. Stat.", None, "ch. 495"), "session-law/calstat/2017/ch.-495"),
        ("1996 Mass. Acts 239", "session_law", ("1996", "Mass. Acts", "239", None), "session-law/massacts/1996/239"),
        ("1999 Vt. Laws No. 13", "session_law", ("1999", "Vt. Laws", None, "No. 13"), "session-law/vtlaws/1999/no.-13"),
        ("1910 N.Y. Laws, c. 480, § 4", "session_law", ("1910", "N.Y. Laws", None, "ch. 480, § 4"), "session-law/nylaws/1910/ch.-480-4"),
        ("Okla. Sess. Laws, 1915, c. 176, § 3", "session_law", ("1915", "Okla. Sess. Laws", None, "ch. 176, § 3"), "session-law/oklasesslaws/1915/ch.-176-3"),
        ("Mass. Ann. Laws, c. 140, § 5", "statute", (None, "Mass. Laws", None, "ch. 140, § 5"), "statute/masslaws/ch.-140-5"),
        # Bills.
        ("H.B. 85, 101st Gen. Assemb., Reg. Sess. (Mo. 2021)", "session_law", ("2021", "Mo. H.B.", None, "85"), "session-law/mohb/2021/85"),
        ("S. B. 54, 2017–2018 Reg. Sess. (Cal. 2017)", "session_law", ("2017", "Cal. S.B.", None, "54"), "session-law/calsb/2017/54"),
        ("H. R. 1234, 103d Cong.", "session_law", ("103", "H.R.", None, "1234"), "session-law/hr/103/1234"),
        ("S. 1241, 96th Cong., 1st Sess.", "session_law", ("96", "S.", None, "1241"), "session-law/s/96/1241"),
        # Constitutions.
        ("Cal. Const. art. XI, § 7", "constitution", (None, None, None, None), "constitution/cal-const-art-xi-7"),
        ("Colo. Const., Art. XVIII, § 16", "constitution", (None, None, None, None), "constitution/colo-const-art-xviii-16"),
        ("N. Y. Const., Art. I, § 1", "constitution", (None, None, None, None), "constitution/ny-const-art-i-1"),
        ("U.S. Const. art. VI, cl. 2", "constitution", (None, None, None, None), "constitution/us-const-art-vi-cl-2"),
        ("U. S. Const., Amdt. 10", "constitution", (None, None, None, None), "constitution/us-const-amend-x"),
        # Cases without a reporter's volume.
        ("Doe v. Roe, 2018 WL 3361738", "full_case", ("2018", "WL", "3361738", None), "case/wl/2018/3361738"),
        ("Doe v. Roe, No. 17-16283, 2018 WL 1234", "full_case", ("2018", "WL", "1234", None), "case/wl/2018/1234"),
        ("Doe v. Roe, 2018 WL 3361738, at *3", "full_case", ("2018", "WL", "3361738", None), "case/wl/2018/3361738"),
        ("Doe v. Roe, 2013 CO 62", "full_case", ("2013", "CO", "62", None), "case/co/2013/62"),
        ("Doe v. Roe, 2018-Ohio-1234", "full_case", ("2018", "Ohio", "1234", None), "case/ohio/2018/1234"),
        ("Doe v. Roe, 2001 ND 5", "full_case", ("2001", "ND", "5", None), "case/nd/2001/5"),
    ],
)  # fmt: skip
def test_each_form_of_law_is_found_and_named(
    text: str, kind: str, expected: Fields, path: str
) -> None:
    """Kind, fields and the authority that they name."""
    found = only(text)

    assert (found.kind, fields(found)) == (kind, expected)
    assert found.authority is not None
    assert authority_path(found.authority) == path


def test_a_public_law_and_its_page_are_both_found() -> None:
    """One act is printed at two places, and each is a reference."""
    found = resolved("Pub. L. 103-159, 107 Stat. 1536, 18 U.S.C. § 922(s).")

    assert [f.reporter for f in found] == ["Pub. L.", "Stat.", "U.S.C."]


def test_an_order_and_its_page_are_both_found() -> None:
    """The order's number is its own name; the Register is where it is printed."""
    found = resolved("Exec. Order No. 13,768, 82 Fed. Reg. 8799 (Jan. 25, 2017).")

    assert [(f.reporter, f.section or f.page) for f in found] == [
        ("Exec. Order", "13768"),
        ("Fed. Reg.", "8799"),
    ]


def test_a_bill_of_no_named_state_is_left_unresolved() -> None:
    """Fifty states have an S.B. 54; none is chosen."""
    found = only("S.B. 54")

    assert (found.kind, found.section, found.authority) == ("session_law", "S.B. 54", None)
    assert found.unresolved_reason


def test_a_slip_opinion_has_no_page_yet() -> None:
    """Its volume and reporter are known, its own page is the pin, and its name tells it apart."""
    found = only("Murphy v. NCAA, 584 U. S. ___, ___ (slip op., at 14)")

    assert (fields(found), found.pin) == (("584", "U.S.", None, None), "___ (slip op., at 14)")
    assert found.authority is not None
    assert authority_iri(found.authority).endswith("/id/case/us/584/murphy-v-ncaa")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the Code of Laws of the State", id="no state, no place"),
        pytest.param("Cal. Penal Code is silent", id="no section"),
        pytest.param("the Ohio Laws were 12 in number", id="a number that is no page"),
        pytest.param("AS 5 of them said", id="initials and a plain number"),
        pytest.param("the MCA met in 1990", id="initials and a year"),
        pytest.param("S. 12 of the schedule", id="a Senate bill needs its Congress"),
        pytest.param("he filed No. 17-16283 in court", id="docket number alone"),
        pytest.param("the Fed. Reg. of that day", id="no volume"),
    ],
)
def test_what_is_no_law_is_left_alone(text: str) -> None:
    """Absence is tested as often as presence."""
    assert resolved(text) == []


def test_a_list_of_sections_ends_before_the_next_citation() -> None:
    """The volume of what follows is no section."""
    code, case = resolved("Cal. Penal Code §§ 1, 2, 505 U.S. 144")

    assert (code.section, case.volume) == ("1, 2", "505")
