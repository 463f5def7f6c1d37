"""Recorded laws are found by name, by code section and by session law; of two, none."""

from typing import Any

import pytest

from graph.curated import known_laws
from ingest.law_names import popular
from ingest.pipeline import build_pipeline
from ingest.sections import read_sections

SLUGS = {law.slug for law in known_laws()}


def found(text: str) -> list[tuple[str, str]]:
    """Return (slug, words) for each law marked in a text."""
    doc = build_pipeline()(text)
    return [(span.label_, span.text) for span in doc.spans["laws"]]


def examples(sign: str) -> list[Any]:
    """Return (slug, sentence) for each positive or negative sentence of the data file."""
    return [
        pytest.param(slug, text, id=f"{slug}: {text[:40]}")
        for slug, entry in popular().items()
        for text in entry[sign]
    ]


def test_the_laws_with_popular_names_are_recorded() -> None:
    """A slug that the facts lack would never be found."""
    assert len(popular()) >= 10
    assert set(popular()) - SLUGS == set()


@pytest.mark.parametrize(("slug", "text"), examples("positive"))
def test_a_law_is_found_in_its_examples(slug: str, text: str) -> None:
    """By whatever of its names and places the sentence gives."""
    assert slug in {name for name, _ in found(text)}


@pytest.mark.parametrize(("slug", "text"), examples("negative"))
def test_another_law_is_not_taken_for_it(slug: str, text: str) -> None:
    """A like name elsewhere, a section beside it, a bill of another year."""
    assert slug not in {name for name, _ in found(text)}


def test_a_law_with_sections_is_found_by_its_own_citation() -> None:
    """The citation of the facts, put into a sentence, leads to its law and to no other."""
    cited = [law for law in known_laws() if "§" in law.citation and law.state != "us"]
    names = {law.slug: {s for s, _ in found(f"See {law.citation}, there.")} for law in cited}

    assert len(cited) > 50
    assert [slug for slug, marked in names.items() if slug not in marked] == []
    assert {slug: marked for slug, marked in names.items() if marked - {slug}} == {}


def test_a_span_has_the_iri_and_the_slug_of_its_law() -> None:
    """So that a reader of the Doc need not ask the facts."""
    doc = build_pipeline()("See Cal. Gov't Code § 7284.6(a) there.")
    (span,) = doc.spans["laws"]

    assert span.kb_id_.endswith("id/law/us-ca/gov/7284")
    assert span.label_ == "us-ca-sb54-california-values-act"


def test_a_name_that_fits_two_laws_marks_neither() -> None:
    """Two candidates mean no answer; the State that is named decides."""
    assert found("Oregon and Washington each have a Death with Dignity Act.") == []
    assert [slug for slug, _ in found("Oregon has its Death with Dignity Act.")] == [
        "us-or-aid-in-dying"
    ]


def test_a_law_once_named_is_known_by_its_bill_and_its_bare_sections() -> None:
    """Before it was named, neither means anything."""
    text = "SB 54 passed. The California Values Act stands.\n\nSB 54 is valid. § 7284.6 too."

    assert [words for _, words in found(text)] == ["California Values Act", "SB 54", "§ 7284.6"]


def test_sections_are_compared_as_their_code_counts() -> None:
    """In California 7284.12 comes after 7284.6; in Texas 752.0565 comes after 752.051."""
    (values,) = read_sections("Cal. Gov't Code §§ 7284–7284.12", "us-ca/gov/7284")
    (policy,) = read_sections("Tex. Gov't Code §§ 752.051–.0565", "us-tx/gov/752.051")

    assert [values.holds(s) for s in ("7284", "7284.6", "7284.13", "7285")] == [1, 1, 0, 0]
    assert [policy.holds(s) for s in ("752.053", "752.0565", "752.101")] == [1, 1, 0]


def test_an_unchecked_et_seq_reaches_no_further_than_its_section() -> None:
    """Where nobody compared the citation with the code, its end is not guessed."""
    text = "Mich. Comp. Laws § 28.731 et seq."
    (narrow,) = read_sections(text, "us-mi/laws/2018/71", checked=False)
    (wide,) = read_sections(text, "us-mi/laws/2018/71")

    assert (narrow.holds("28.735"), wide.holds("28.735")) == (False, True)


def test_a_chapter_is_a_law_only_if_the_law_is_named_by_it() -> None:
    """Many laws stand in a chapter."""
    assert list(read_sections("Wash. Rev. Code ch. 69.50", "us-wa/initiative/502")) == []
    assert list(read_sections("Wash. Rev. Code ch. 70.245", "us-wa/rcw/70.245"))
