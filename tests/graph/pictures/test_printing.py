"""PNG and PDF come from the SVG alone: the same everywhere, with the font inside."""

import hashlib
import io
import subprocess
import sys

from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from graph.pictures.printing import pdf_of, png_of

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" font-family="Arimo">'
    "<title>A title</title><desc>What it shows</desc>"
    '<rect width="300" height="100" fill="#fff"/>'
    '<text x="10" y="40" font-size="20" font-weight="700">Printz v. United States</text></svg>'
)


def alternatives(tree: object) -> list[str]:
    """Return the texts that stand for figures in a structure tree."""
    node = tree.get_object() if isinstance(tree, PdfObject) else None
    if isinstance(node, ArrayObject):
        return [text for part in node for text in alternatives(part)]
    if not isinstance(node, DictionaryObject):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + alternatives(node.get("/K"))


def test_a_png_has_twice_the_pixels() -> None:
    """Sharp on paper; another scale is possible, and the words are there."""
    image = Image.open(io.BytesIO(png_of(DRAWN)))

    assert image.size == (600, 200)
    assert Image.open(io.BytesIO(png_of(DRAWN, 1))).size == (300, 100)
    assert min(image.convert("L").tobytes()) < 60


def test_a_pdf_carries_words_title_and_description() -> None:
    """One page, words that can be searched, the font inside, readable aloud."""
    reader = PdfReader(io.BytesIO(pdf_of(DRAWN)))
    page = reader.pages[0]

    assert len(reader.pages) == 1
    assert "Printz v. United States" in page.extract_text()
    assert reader.metadata is not None
    assert reader.metadata.title == "A title"
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (225, 75)
    assert "What it shows" in alternatives(reader.root_object["/StructTreeRoot"])
    assert reader.metadata.creation_date is None


def test_another_process_without_fonts_prints_the_same_bytes() -> None:
    """Nothing of the moment, the process or the machine's fonts gets into a file."""
    told = (
        "import sys, hashlib\n"
        "from graph.pictures.printing import pdf_of, png_of\n"
        "svg = sys.stdin.read()\n"
        "print(hashlib.sha256(png_of(svg) + pdf_of(svg)).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", told],
        input=DRAWN,
        text=True,
        capture_output=True,
        check=True,
        env={"HOME": "/nonexistent", "FONTCONFIG_FILE": "/nonexistent", "TZ": "Asia/Tokyo"},
    )

    assert other.stdout.strip() == hashlib.sha256(png_of(DRAWN) + pdf_of(DRAWN)).hexdigest()
