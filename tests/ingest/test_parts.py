"""Each stretch of a text has its voice: opinion type, author, footnote or not."""

from pathlib import Path

import pytest

from ingest.document import OpinionSpan
from ingest.parts import opinion_spans, span_at


def voices(text: str) -> list[tuple[str, str | None, bool]]:
    """Return type, author and footnote flag of each stretch."""
    return [(s.type, s.author, s.in_footnote) for s in opinion_spans(text)]


@pytest.mark.parametrize(
    ("heading", "kind", "author"),
    [
        ("Justice STEVENS, with whom Justice SOUTER joins, dissenting.", "dissent", "Stevens"),
        ("MR. JUSTICE CARDOZO, dissenting:", "dissent", "Cardozo"),
        ("Mr. Justice FRANKFURTER, whom Mr. Justice HARLAN joins, dissenting.", "dissent", "Frankfurter"),
        ("JUSTICE GORSUCH, concurring.", "concurrence", "Gorsuch"),
        ("Justice WHITE, concurring in part and dissenting in part.", "concurrence-dissent", "White"),
        ("Separate opinion of MR. JUSTICE McREYNOLDS.", "concurrence-dissent", "McReynolds"),
        ("Dissenting opinion of Mr. Justice HARLAN.", "dissent", "Harlan"),
        ("JUSTICE SCALIA, JUSTICE KENNEDY, and JUSTICE ALITO, dissenting.", "dissent", "Scalia, Kennedy, Alito"),
        ("JOHNSON, J.", "concurrence", "Johnson"),
    ],
)  # fmt: skip
def test_a_separate_opinion_is_known_by_its_heading(heading: str, kind: str, author: str) -> None:
    """Headings of two centuries."""
    text = f"Justice SCALIA delivered the opinion of the Court.\n\nWe hold.\n\n{heading}\n\nNo.\n"

    assert voices(text) == [("majority", "Scalia", False), (kind, author, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Justice Stevens dissents for reasons of his own.",
        "See New York, 505 U.S., at 210 (Stevens, J., dissenting).",
        "As Mr. Justice Woodbury maintained in his dissent, the Court erred.",
    ],
)
def test_talk_of_a_dissent_is_no_heading(sentence: str) -> None:
    """A sentence about another opinion does not begin one."""
    text = f"Justice SCALIA delivered the opinion of the Court.\n\n{sentence}\n"

    assert voices(text) == [("majority", "Scalia", False)]


def test_the_syllabus_ends_where_the_court_begins() -> None:
    """The line-up printed in a syllabus is not the opinion's heading."""
    text = (
        "Syllabus\n\nREHNQUIST, C.J., delivered the opinion of the Court, in which WHITE joined.\n\n"
        "Chief Justice REHNQUIST delivered the opinion of the Court.\n\nWe affirm.\n"
    )

    assert voices(text) == [("syllabus", None, False), ("majority", "Rehnquist", False)]


def test_footnotes_at_the_end_go_to_the_opinion_that_calls_them() -> None:
    """Numbers that start again begin the next opinion's notes."""
    text = (
        "Justice SCALIA delivered the opinion of the Court.\n\nOne.1 Two.2\n\n"
        "Justice THOMAS, concurring.\n\nNothing.\n\n"
        "Justice STEVENS, dissenting.\n\nAlpha.1\n\n"
        "[FOOTNOTES]\n\n[1] First.\n\n[2] Second.\n\n[1] Note of the dissent.\n"
    )
    notes = [voice for voice in voices(text) if voice[2]]

    assert notes == [("majority", "Scalia", True), ("dissent", "Stevens", True)]


@pytest.mark.parametrize("heading", ["[FOOTNOTES, moved from the foot of each page]\n\n", ""])
def test_notes_without_brackets_go_to_the_opinion_that_calls_them(heading: str) -> None:
    """Under a heading, or where numbered paragraphs fill the end of the text."""
    text = (
        "Justice SCALIA delivered the opinion of the Court.\n\nOne.1 Two.2 Three.3\n\n"
        "Justice STEVENS, dissenting.\n\nAlpha.1 Beta.2\n\nJustice BREYER, dissenting.\n\nNo.\n\n"
        f"{heading}1. Together with another case.\n\n1. First.\n\n2. Second.\n\n3. Third.\n\n"
        "1. Of the dissent.\n\n2. Again.\n"
    )

    assert [voice for voice in voices(text) if voice[2]] == [
        ("majority", "Scalia", True),
        ("dissent", "Stevens", True),
    ]


def test_the_numbered_paragraphs_of_a_decree_are_no_notes() -> None:
    """Nothing in the opinion calls them."""
    decree = "".join(f"{n}. That it is so ordered.\n\n" for n in range(1, 8))
    text = f"Justice SCALIA delivered the opinion of the Court.\n\nIt is decreed:\n\n{decree}"

    assert [voice for voice in voices(text) if voice[2]] == []


def test_a_note_speaks_as_the_part_that_calls_it() -> None:
    """Of a plurality's Part, though others are the Court's."""
    text = (
        "CHIEF JUSTICE ROBERTS announced the judgment of the Court and delivered the opinion of the"
        " Court with respect to Parts I and II-B, an opinion with respect to Part II-A.\n\n"
        "I\n\nOne.1\n\nII\n\nA\n\nTwo.2 Three.3\n\nB\n\n[FOOTNOTES]\n\n[1] a\n\n[2] b\n\n[3] c\n"
    )

    assert [kind for kind, _, note in voices(text) if note] == ["majority", "plurality"]


def test_parts_that_do_not_speak_for_the_court_are_a_plurality() -> None:
    """The heading lists the Parts of the Court's opinion."""
    text = (
        "CHIEF JUSTICE ROBERTS announced the judgment of the Court and delivered the opinion of the"
        " Court with respect to Parts I and II-B, and an opinion with respect to Part II-A.\n\n"
        "I\n\nx\n\nII\n\nA\n\ny\n\nB\n\nz\n"
    )

    assert [kind for kind, _, _ in voices(text)] == ["majority", "plurality", "majority"]


def test_stretches_cover_the_text_and_a_place_is_found_among_them() -> None:
    """No character is without a voice."""
    text = "cap\n\nJustice A delivered the opinion of the Court.\n\nx\n\nJustice BLACK, dissenting.\n\ny"
    spans = opinion_spans(text)

    assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]
    assert (spans[0].start, spans[-1].end) == (0, len(text))
    assert span_at(spans, len(text) - 1) == spans[-1]
    assert isinstance(span_at(spans, 0), OpinionSpan)


@pytest.mark.slow
def test_real_opinions_are_divided_as_the_reporter_prints_them(shared: Path) -> None:
    """Printz: the Court, two concurrences, three dissents, and notes of four of them."""
    text = (shared / "opinions" / "printz-v-united-states.txt").read_text(encoding="utf-8")

    assert voices(text) == [
        ("syllabus", None, False),
        ("majority", "Scalia", False),
        ("concurrence", "O'Connor", False),
        ("concurrence", "Thomas", False),
        ("dissent", "Stevens", False),
        ("dissent", "Souter", False),
        ("dissent", "Breyer", False),
        ("majority", "Scalia", True),
        ("concurrence", "Thomas", True),
        ("dissent", "Stevens", True),
        ("dissent", "Souter", True),
    ]


def test_a_heading_run_into_the_line_before_is_still_seen() -> None:
    """Publishers lose line breaks; a Justice's name in capitals tells the heading."""
    text = (
        "Justice SCALIA delivered the opinion of the Court.\n\nSo ordered. djQ"
        " Justice THOMAS, concurring.\n\nI write apart.\n"
    )

    assert [author for _, author, _ in voices(text)] == ["Scalia", "Thomas"]
