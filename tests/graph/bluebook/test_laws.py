"""Laws are cited as they were written down by hand beforehand."""

import tomllib
from pathlib import Path

import pytest
from reporters_db import LAWS

from graph.bluebook.law_parts import table
from graph.bluebook.laws import law_parts, law_runs
from graph.bluebook.runs import plain

GOLDEN = tomllib.loads((Path(__file__).parent / "laws.toml").read_text(encoding="utf-8"))


def test_there_are_at_least_one_hundred() -> None:
    """A golden file that lost its rows would pass in silence."""
    assert sum(len(rows) for rows in GOLDEN.values()) >= 100


@pytest.mark.parametrize(("text", "place", "wanted"), GOLDEN["bills"])
def test_a_bill_names_its_state(text: str, place: str, wanted: str) -> None:
    """The jurisdiction is told where the text leaves it out; ordinals are 2d and 3d."""
    assert plain(law_runs(law_parts(text, place))) == wanted


@pytest.mark.parametrize(("text", "full", "short"), GOLDEN["laws"])
def test_a_law_is_cited(text: str, full: str, short: str) -> None:
    """However it is typed, its code or session law has the standard name."""
    parts = law_parts(text)

    assert all(part.read for part in parts)
    assert (plain(law_runs(parts)), plain(law_runs(parts, "short"))) == (full, short)


def test_every_state_has_a_code_that_reporters_db_knows() -> None:
    """No name of a code is made up: the Union, the states, the District and five territories."""
    codes = table("codes")
    whole = {name for names in codes.values() for name in names if "{" not in name}

    assert len(codes) == 1 + 50 + 1 + 5
    assert whole - set(LAWS) == {"U.S.C.A.", "U.S.C.S.", "N.Y. C.P.L.R."}


@pytest.mark.parametrize("text", ["printz", "§ 5", "May 5, 1997", "Foo. Stat. § 3", "521 U.S. 898"])
def test_what_is_no_law_is_not_read_as_one(text: str) -> None:
    """It stays as it is, and is known to be unread."""
    assert [(part.full, part.read) for part in law_parts(text)] == [(text, False)]


def test_a_table_has_the_code_and_a_sentence_all_that_is_recorded() -> None:
    """A remark in brackets is no part of a citation."""
    parts = law_parts("2017 Cal. Stat. ch. 495; Cal. Gov't Code § 7284 [not checked]")

    assert plain(law_runs(parts, "toa")) == "Cal. Gov't Code § 7284"
    assert plain(law_runs(parts)) == "2017 Cal. Stat. ch. 495; Cal. Gov't Code § 7284"
