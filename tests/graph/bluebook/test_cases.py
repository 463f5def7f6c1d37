"""Decisions of many courts are cited as The Bluebook cites them; the expected lines are by hand."""

import tomllib
from pathlib import Path

import pytest

from graph.answers import CaseSummary
from graph.bluebook.cases import CaseCite, LaterHistory, case_runs, id_runs
from graph.bluebook.runs import html, plain
from graph.citing import case_cite

GOLDEN = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
PRINTZ = CaseCite("Printz v. United States", "521 U.S. 898", "", "1997", pin="935")
CALIFORNIA = CaseCite("United States v. California", "921 F.3d 865", "9th Cir.", "2019")


def test_the_golden_lines_are_all_there() -> None:
    """A row that is lost would be a form that nobody checks."""
    assert len(GOLDEN["rows"]) >= 75
    assert len(GOLDEN["short"]) >= 10


@pytest.mark.parametrize("row", GOLDEN["rows"], ids=lambda row: row[-1])
def test_a_decision_is_cited_in_full(row: list[str]) -> None:
    """By court, reporter, year and pin."""
    name, place, court, decided, pin, expected = row
    case = CaseSummary("", name, place, None, court, int(decided[:4]), decided)

    assert plain(case_runs(case_cite(case, pin or None))) == expected


@pytest.mark.parametrize("row", GOLDEN["short"], ids=lambda row: row[-1])
def test_a_decision_is_cited_in_short(row: list[str]) -> None:
    """By the party that litigates seldom, volume, reporter and page."""
    name, place, pin, expected = row

    assert plain(case_runs(CaseCite(name, place, pin=pin), "short")) == expected


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (
            CaseCite("A v. B", "1 U.S. 2", "", "1990", weights=("Scalia, J., dissenting",)),
            "A v. B, 1 U.S. (1 Dall.) 2 (1990) (Scalia, J., dissenting)",
        ),
        (
            CaseCite("A v. B", "501 U.S. 2", "", "1990", weights=("plurality opinion",)),
            "A v. B, 501 U.S. 2 (1990) (plurality opinion)",
        ),
        (
            CaseCite("A v. B", "501 U.S. 2", "", "1990", weights=("per curiam",)),
            "A v. B, 501 U.S. 2 (1990) (per curiam)",
        ),
        (
            CaseCite(
                "Mack v. United States", "66 F.3d 1025", "9th Cir.", "1995",
                history=(LaterHistory("rev'd", CaseCite("Printz v. United States", "521 U.S. 898", "", "1997")),),
            ),
            "Mack v. United States, 66 F.3d 1025 (9th Cir. 1995), rev'd sub nom. Printz v. United States, 521 U.S. 898 (1997)",
        ),
        (
            CaseCite(
                "National League of Cities v. Usery", "426 U.S. 833", "", "1976",
                history=(
                    LaterHistory(
                        "overruled by",
                        CaseCite("Garcia v. San Antonio Metropolitan Transit Authority", "469 U.S. 528", "", "1985"),
                    ),
                ),
            ),
            "Nat'l League of Cities v. Usery, 426 U.S. 833 (1976), overruled by Garcia v. San Antonio Metro. Transit Auth., 469 U.S. 528 (1985)",
        ),
        (
            CaseCite("United States v. Missouri", "114 F.4th 980", "8th Cir.", "2024", history=(LaterHistory("cert. denied", raw="No. 24-796 (Oct. 6, 2025)"),)),
            "United States v. Missouri, 114 F.4th 980 (8th Cir. 2024), cert. denied, No. 24-796 (Oct. 6, 2025)",
        ),
        (
            CaseCite("A v. B", "660 F. Supp. 3d 791", "W.D. Mo.", "2023", history=(LaterHistory("aff'd", CaseCite("A v. B", "114 F.4th 980", "8th Cir.", "2024")),)),
            "A v. B, 660 F. Supp. 3d 791 (W.D. Mo. 2023), aff'd, 114 F.4th 980 (8th Cir. 2024)",
        ),
        (
            CaseCite("A v. B", "660 F. Supp. 3d 791", "W.D. Mo.", "2024", history=(LaterHistory("vacated", CaseCite("A v. B", "114 F.4th 980", "8th Cir.", "2024")),)),
            "A v. B, 660 F. Supp. 3d 791 (W.D. Mo.), vacated, 114 F.4th 980 (8th Cir. 2024)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_weight_and_history_follow_the_date(cite: CaseCite, expected: str) -> None:
    """Rules 10.6 and 10.7: who speaks, and what became of it; a year is told once."""
    assert plain(case_runs(cite)) == expected


def test_a_table_of_authorities_has_no_pins(  # S. Ct. R. 34.2 lists the pages of the brief instead
) -> None:
    """And no weights: it lists the decision."""
    assert plain(case_runs(PRINTZ, "toa")) == "Printz v. United States, 521 U.S. 898 (1997)"


def test_names_are_in_italics_and_the_rest_is_not() -> None:
    """As HTML, with what HTML reserves escaped."""
    assert html(case_runs(PRINTZ)) == "<i>Printz v. United States</i>, 521 U.S. 898, 935 (1997)"
    assert html(id_runs("890-891")) == "<i>Id.</i> at 890–91"
    assert "&amp;" in html(case_runs(CaseCite("A & B v. C", "921 F.3d 865", "9th Cir.", "2019")))


def test_a_sentence_of_text_keeps_the_whole_name() -> None:
    """Rule 10.2.1: what a citation abbreviates, a textual sentence does not."""
    nlc = CaseCite("National League of Cities v. Usery", "426 U.S. 833", "", "1976")

    assert plain(case_runs(nlc, "text")).startswith("National League of Cities v. Usery, 426 U.S.")
