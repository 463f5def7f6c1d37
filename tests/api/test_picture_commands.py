"""Pictures from the terminal: the form by the ending of the file, the same facts as over HTTP."""

import io
import re
from pathlib import Path

import httpx
import pytest
from PIL import Image

from tests.program import run

ROOT = Path(__file__).resolve().parents[2]
KINDS = [
    ("chain", "505 U.S. 144", "murphy-v-ncaa"),
    ("neighbourhood", "printz-v-united-states", "--max-nodes", "9"),
    ("doctrine",),
    ("timeline", "printz-v-united-states"),
    ("timeline", "--topic", "firearms"),
    ("map", "interstate-national-popular-vote"),
    ("map", "--relies-on", "printz-v-united-states", "--as-of", "2020-01-01"),
]


@pytest.mark.parametrize("words", KINDS)
def test_every_kind_is_drawn_as_an_image_without_links(
    filled_home: Path, words: tuple[str, ...]
) -> None:
    """SVG on stdout where no file is named; a link in a file would lead nowhere."""
    done = run(filled_home, "picture", *words)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("<svg")
    assert 'role="img"' in done.stdout
    assert "<a " not in done.stdout


def test_the_ending_of_the_file_tells_the_form(filled_home: Path, tmp_path: Path) -> None:
    """Whole files; Markdown has no image that would be missing."""
    starts = {"png": b"\x89PNG", "pdf": b"%PDF", "svg": b"<svg", "md": b"## How the doctrine"}
    for ending, start in starts.items():
        file = tmp_path / f"chain.{ending}"
        done = run(filled_home, "picture", *KINDS[0], "-o", str(file))
        assert done.returncode == 0, done.stderr
        assert file.read_bytes().startswith(start)
        assert done.stdout == ""
    card = tmp_path / "chain.card.png"
    run(filled_home, "picture", *KINDS[0], "-o", str(card))

    assert Image.open(io.BytesIO(card.read_bytes())).size == (1200, 630)


def test_a_file_prints_as_it_does_over_http(
    filled_home: Path, tmp_path: Path, client: httpx.Client
) -> None:
    """Links are all that a picture of the server has more."""
    file = tmp_path / "map.png"
    run(filled_home, "picture", "map", "--topic", "firearms", "-o", str(file))

    one = Image.open(io.BytesIO(file.read_bytes()))
    other = Image.open(io.BytesIO(client.get("/embed/map.png?topic=firearms").content))
    assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("chain", "printz", "nobody-v-nobody"), 3, "nobody-v-nobody"),
        (("chain", "printz", "printz"), 2, "different"),
        (("timeline",), 2, "--topic"),
        (("map", "--topic", "phlogiston"), 2, "phlogiston"),
        (("doctrine", "-o", "doctrine.gif"), 2, "doctrine.gif"),
        (("doctrine", "--as-of", "yesterday"), 2, "yesterday"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(
    filled_home: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """With the exit code of every other command, and nothing on stdout."""
    done = run(filled_home, "picture", *words)

    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_the_picture_of_the_readme_is_of_today(filled_home: Path) -> None:
    """But for date and hash of the dataset it is what this draws: picture chain ... -o FILE."""
    kept = (ROOT / "api" / "pages" / "static" / "example-chain.svg").read_text(encoding="utf-8")
    drawn = run(filled_home, "picture", "chain", "505 U.S. 144", "murphy-v-ncaa").stdout

    assert without_dataset(kept) == without_dataset(drawn)


def without_dataset(svg: str) -> str:
    """Return a picture without what changes whenever any fact does."""
    told = re.sub(r"checked to [\d-]+, dataset [0-9a-f]+", "checked", svg)
    return re.sub(r'textLength="[\d.]+"|\b[td][0-9a-f]{8}\b', "", told)
