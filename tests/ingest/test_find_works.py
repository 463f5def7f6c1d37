"""Constitutions of States, The Federalist, books and journals are found and named rightly."""

import pytest

from graph.iri import authority_path
from ingest.citation import Found
from ingest.clean import clean_text
from ingest.find.references import find_references
from ingest.resolve import AMBIGUOUS_ARTICLE, NO_FULL, Resolver


def read(text: str) -> list[Found]:
    """Return the references of a text, led to their authorities."""
    found = find_references(text)
    Resolver(text).resolve(found)
    return found


@pytest.mark.parametrize(
    ("text", "core", "name"),
    [
        ("Cal. Const. art. I, § 28(f)(2)", "art. I, § 28(f)(2)", "Cal. Const. art. I, § 28"),
        ("Tex. Const. art. III, § 52-a", "art. III, § 52-a", "Tex. Const. art. III, § 52-a"),
        ("Pa. Const. art. 1, § 8", "art. 1, § 8", "Pa. Const. art. I, § 8"),
        ("Colo. Const. amend. XX", "amend. XX", "Colo. Const. amend. XX"),
        ("Mass. Const. pt. 1, art. XII", "art. XII", "Mass. Const. pt. 1, art. XII"),
        ("Ill. Const. 1970, art. I, § 6", "art. I, § 6", "Ill. Const. art. I, § 6"),
        ("Cal. Const. art. XIII-B, § 6", "art. XIII-B, § 6", "Cal. Const. art. XIII-B, § 6"),
        ("California Const., Art. II", "Art. II", "Cal. Const. art. II"),
        ("article I, section 28 of the California Constitution", "article I, section 28", "Cal. Const. art. I, § 28"),
        ("Article I, § 6, of the Constitution of New York", "Article I, § 6", "N.Y. Const. art. I, § 6"),
        ("Article I, § 10, of the Constitution", "Article I, § 10", "U.S. Const. art. I, § 10"),
        ("Article I, § 10, of New York's brief", "Article I, § 10", "U.S. Const. art. I, § 10"),
    ],
)  # fmt: skip
def test_a_provision_is_of_the_constitution_that_is_named(text: str, core: str, name: str) -> None:
    """Before it or behind it; without a State's name it is the Nation's."""
    printed = f"The rule of {text}, is old."
    (found,) = read(printed)

    assert (printed[found.start : found.end], found.name) == (core, name)


@pytest.mark.parametrize(
    "printed",
    [
        "The Federalist No. 44", "Federalist 44", "THE FEDERALIST NO. 44", "Federalist Paper No. 44",
        "The Federalist Number 44", "Federalist #44", "The Federalist, No. XLIV",
    ],
)  # fmt: skip
def test_a_paper_is_one_in_every_spelling(printed: str) -> None:
    """Arabic or Roman, with or without No."""
    (found,) = read(f"See {printed} (J. Madison).")

    assert found.authority is not None
    assert authority_path(found.authority) == "federalist/44"


def test_a_range_of_papers_keeps_its_ends_apart() -> None:
    """An en dash separates numbers, also in the IRI."""
    (found,) = read("See The Federalist Nos. 15–16.")

    assert found.authority is not None
    assert authority_path(found.authority) == "federalist/the-federalist-nos-15-16"


@pytest.mark.parametrize(
    "text", ["Anti-Federalist No. 11", "the Federalist Society", "Federalist 1800s"]
)
def test_other_federalists_are_no_paper(text: str) -> None:
    """Their opponents wrote numbers too."""
    assert [f for f in read(f"See {text}.") if f.kind == "federalist"] == []


@pytest.mark.parametrize(
    ("text", "name", "pin"),
    [
        ("1 Farrand 256", "Records of the Federal Convention of 1787", "256"),
        ("2 M. Farrand, Records of the Federal Convention of 1787, p. 9", "Records of the Federal Convention of 1787", "9"),
        ("1 The Records of the Federal Convention of 1787, at 20", "Records of the Federal Convention of 1787", "20"),
        ("2 Story, Commentaries § 1833", "Story, Commentaries", "§ 1833"),
        ("Story's Commentaries § 1833", "Story, Commentaries", "§ 1833"),
        ("1 W. Blackstone, Commentaries *160", "W. Blackstone, Commentaries", "*160"),
        ("1 L. Tribe, American Constitutional Law § 6-3, p. 1021", "L. Tribe, American Constitutional Law", "§ 6-3, p. 1021"),
        ("Williston, Contracts, §§ 864, 866", "Williston, Contracts", "§§ 864, 866"),
        ("Black's Law Dictionary 278 (9th ed. 2009)", "Black's Law Dictionary", "278"),
        ("2 Oxford English Dictionary 115", "Oxford English Dictionary", "115"),
        ("Restatement (Second) of Torts § 402A", "Restatement (Second) of Torts", "§ 402A"),
    ],
)  # fmt: skip
def test_a_book_is_found_by_its_page_or_section(text: str, name: str, pin: str) -> None:
    """Known by one word, by its compiler, or by a title that no author stands before."""
    (found,) = read(f"So it is. See {text}; that is all.")

    assert (found.kind, found.name, found.pin) == ("treatise", name, pin)


def test_a_journal_cited_short_is_the_article_that_its_page_lies_in() -> None:
    """Of two articles of a volume, the one that begins last before the page."""
    text = "54 Colum. L. Rev. 489 (1954); 54 Colum. L. Rev. 600 (1954). {}"
    found = [read(text.format(f"54 Colum. L. Rev., at {pin}"))[-1] for pin in (550, 620)]
    pages = [f.authority.page if f.authority else None for f in found]

    assert pages == ["489", "600"]


def test_a_journal_cited_short_before_any_article_is_left_open() -> None:
    """No article is made up for it."""
    (none,) = read("See 54 Colum. L. Rev., at 550.")
    several = read("1 Yale L.J. 5 (1990). 1 Yale L.J. 9 (1990). 1 Yale L.J., at n. 3.")[-1]

    assert none.unresolved_reason == NO_FULL
    assert several.unresolved_reason == AMBIGUOUS_ARTICLE
    assert len(several.candidates) == 2


def test_a_star_page_of_a_database_is_no_page_turn() -> None:
    """It stays in the text, while the star page of an edition goes."""
    kept = clean_text("2015 WL 2375225, at *13 (N.D. Cal. 2015)").text
    gone = clean_text("505 *149 U.S. 144").text

    assert (kept, gone) == ("2015 WL 2375225, at *13 (N.D. Cal. 2015)", "505 U.S. 144")
