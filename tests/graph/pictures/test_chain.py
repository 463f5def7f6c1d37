"""The picture of a chain: whole, accessible, harmless and always the same."""

import hashlib
import subprocess
import sys
from dataclasses import replace

import pytest

from graph.answers import CaseSummary, ChainAnswer
from graph.chain import chain
from graph.pictures.chain import chain_picture
from graph.pictures.model import HARD_CAP, MOST_NODES, Picture, Source
from graph.step_filter import StepFilter
from graph.store import PrecedentStore
from tests.graph.pictures.reading import SVG, boxes, overlapping, texts, within, words, xml

SOURCE = Source("2026-11-25", "869d792f9cb043d6123093d886f6fbdb")


def drawn(answer: ChainAnswer, most: int = MOST_NODES, *, linked: bool = True) -> Picture:
    """Return the picture of an answer."""
    return chain_picture(answer, SOURCE, most=most, linked=linked)


def test_every_case_of_the_lines_is_drawn_oldest_left(store: PrecedentStore) -> None:
    """Three cases, three boxes, each with its citation; the years stand above them in order."""
    picture = drawn(chain(store, "us/505/144", "us/584/453"))
    places = {text.text: float(text.get("x", "0")) for text in xml(picture).iter(f"{SVG}text")}

    assert len(boxes(picture)) == 3
    assert places["505 U.S. 144 (1992)"] < places["521 U.S. 898 (1997)"]
    assert places["521 U.S. 898 (1997)"] < places["584 U.S. 453 (2018)"]
    assert places["1992"] < places["1997"] < places["2018"]
    assert "Supreme Court" in places


def test_the_picture_says_in_words_what_it_shows(store: PrecedentStore) -> None:
    """Title, description, source with day and dataset, and a table with a row for each line."""
    picture = drawn(chain(store, "us/505/144", "us/584/453"))
    root = xml(picture)

    assert "New York v. United States (1992)" in (root.findtext(f"{SVG}title") or "")
    assert "follows New York, at 188" in (root.findtext(f"{SVG}desc") or "")
    assert "Facts checked to 2026-11-25, dataset 869d792f9cb0." in words(picture)
    assert len(picture.table.rows) == 3
    assert all(len(row) == len(picture.table.header) for row in picture.table.rows)


def test_a_picture_without_links_is_an_image_and_one_with_links_a_document(
    store: PrecedentStore,
) -> None:
    """What is inside an image cannot be reached by readers of a screen, so it has no links."""
    answer = chain(store, "us/505/144", "us/584/453")
    linked, image = drawn(answer), drawn(answer, linked=False)

    assert xml(image).get("role") == "img"
    assert not list(xml(image).iter(f"{SVG}a"))
    assert str(xml(linked).get("role")).startswith("graphics-document")
    assert len(list(xml(linked).iter(f"{SVG}a"))) == 3
    assert {xml(p).get("aria-labelledby") is not None for p in (linked, image)} == {True}


def test_treatment_is_told_by_dashes_and_words_and_never_by_colour(store: PrecedentStore) -> None:
    """Lines differ by dashes and words; nothing in the picture has a hue."""
    answer = chain(store, "us/505/144", "us/521/898", wanted=StepFilter(dissents=True))
    line = answer.chains[0]
    apart = replace(line.steps[0], treatment="distinguishes")
    picture = drawn(replace(answer, chains=(replace(line, steps=(apart,)),)))
    colours = {
        str(mark.get(name))[1:]
        for mark in xml(picture).iter()
        for name in ("fill", "stroke")
        if str(mark.get(name)).startswith("#")
    }

    assert "distinguishes New York" in words(picture)
    assert any(path.get("stroke-dasharray") for path in xml(picture).iter(f"{SVG}path"))
    assert all(greyish(colour) for colour in colours)


def greyish(colour: str) -> bool:
    """Tell a colour that stays what it is on a grey printer from one that does not."""
    whole = colour if len(colour) == 6 else "".join(sign * 2 for sign in colour)
    parts = [int(whole[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts) < 32


def test_a_hostile_name_stays_text(store: PrecedentStore) -> None:
    """Markup in a name is escaped, and a link leads only to a page of this server."""
    answer = chain(store, "us/505/144", "us/521/898")
    bad = CaseSummary(
        iri="https://x/id/case/a/b",
        name='<script>alert(1)</script> v. "Q" & Co.',
        slug="javascript:alert(1)",
        year=1992,
    )
    line = answer.chains[0]
    step = replace(line.steps[0], cited=bad)
    both = (replace(line, cases=(bad, line.cases[1]), steps=(step,)),)
    root = xml(drawn(replace(answer, start=bad, chains=both)))
    links = [str(link.get("href")) for link in root.iter(f"{SVG}a")]

    assert not list(root.iter(f"{SVG}script"))
    assert links
    assert all(link.startswith("/cases/") for link in links)


def test_another_process_draws_the_same_bytes(store: PrecedentStore) -> None:
    """Nothing of the moment or of the order of sets gets into the file."""
    told = (
        "import hashlib\nfrom graph.answers import *\nfrom graph.pictures.chain import *\n"
        "from graph.pictures.model import Source\n"
        "cases = [CaseSummary(f'x:{n}', f'Party {n} v. Other', year=1990 + n) for n in range(9)]\n"
        "steps = [Step(cases[a], cases[b], 'follows', 'majority', ())\n"
        "         for a in range(9) for b in range(a) if (a * b) % 3 == 0]\n"
        "lines = tuple(Chain((s.cited, s.citing), (s,)) for s in steps)\n"
        "answer = ChainAnswer(cases[0], cases[8], lines)\n"
        "svg = chain_picture(answer, Source('2026-01-01', 'a' * 64)).svg\n"
        "print(hashlib.sha256(svg.encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", told], check=True, capture_output=True, text=True,
            env={"PYTHONHASHSEED": seed, "HOME": "/nonexistent"},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip

    assert len(found) == 1
    assert len(found.pop().strip()) == len(hashlib.sha256().hexdigest())


def test_a_picture_says_that_more_lines_are_known(store: PrecedentStore) -> None:
    """Below it and in the description; a whole picture says nothing of the kind."""
    part = drawn(chain(store, "us/505/144", "us/584/453", limit=1))
    whole = drawn(chain(store, "us/505/144", "us/584/453"))

    assert "1 of the lines known are drawn; there are more." in words(part)
    assert "there are more" in part.description
    assert "there are more" not in words(whole) + whole.description


@pytest.mark.parametrize(("asked", "most"), [(25, 25), (1000, HARD_CAP)])
def test_a_crowd_is_cut_to_whole_lines(store: PrecedentStore, asked: int, most: int) -> None:
    """Never more cases than asked for, never more than 75, and no step hangs in the air."""
    answer = chain(store, "us/505/144", "us/521/898")
    line = answer.chains[0]
    many = tuple(
        replace(
            line,
            cases=(line.cases[0], replace(line.cases[0], iri=f"x:{n}", year=1993), line.cases[1]),
            steps=(),
        )
        for n in range(100)
    )
    picture = drawn(replace(answer, chains=many), asked)

    assert len(boxes(picture)) == most
    assert f"{most - 2} of the lines known are drawn; there are more." in words(picture)


def test_nothing_overlaps_and_nothing_is_cut(store: PrecedentStore) -> None:
    """Boxes stand apart, and all words fit the sheet."""
    picture = drawn(chain(store, "us/505/144", "us/584/453"))

    assert overlapping(boxes(picture)) == []
    assert overlapping(texts(picture)) == []
    assert within(picture)
