"""A draft is read from any form in which people have one; what cannot be read is told why."""

import io
import zipfile

import docx
import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from graph.errors import UnreadableDraft
from ingest.sources.drafts import MOST_BYTES, read_draft

WORDS = "No sheriff may hold a person on a detainer. See 521 U.S. 898."


def pdf(password: str | None = None) -> bytes:
    """Return the words as a PDF of one page, locked if there is a password."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(612, 792)
    drawn = DecodedStreamObject()
    drawn.set_data(b"BT /F1 12 Tf 72 720 Td (" + WORDS.encode() + b") Tj ET")
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): named})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = drawn
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def word_document() -> bytes:
    """Return the words as a Word document, half of them in a table."""
    document = docx.Document()
    document.add_paragraph(WORDS.split(". ", maxsplit=1)[0] + ".")
    document.add_table(1, 1).cell(0, 0).text = WORDS.split(". ", 1)[1]
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draft.txt", WORDS.encode()),
        ("draft", WORDS.encode()),
        ("draft.md", f"# Bill\n\n{WORDS}".encode()),
        ("draft.html", f"<p>{WORDS}</p>".encode()),
        ("draft.PDF", pdf()),
        ("draft.docx", word_document()),
        ("bom.txt", b"\xef\xbb\xbf" + WORDS.encode()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_draft_is_read(name: str, data: bytes) -> None:
    """Its words are there, whatever it came in."""
    draft = read_draft(name, data)

    assert "detainer" in draft.source
    assert "521 U.S. 898" in draft.source


def bomb() -> bytes:
    """Return a small Word document that would unpack without end."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b" " * 60_000_000)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("draft.xls", b"x", "'.xls' is none of"),
        ("draft.txt", b"  \n", "no text in it"),
        ("draft.txt", b"a\x00b", "binary file"),
        ("draft.txt", b"caf\xe9 1", "byte 3 is 0xe9"),
        ("draft.txt", b"x" * (MOST_BYTES + 1), "a draft may have"),
        ("draft.pdf", b"%PDF-1.4 broken", "cannot be read as PDF"),
        ("draft.pdf", pdf("secret"), "password"),
        ("draft.docx", b"PK\x03\x04", "cannot be read as a Word document"),
        ("draft.docx", bomb(), "unpacks to more than"),
    ],
    ids=["kind", "empty", "binary", "encoding", "length", "broken pdf", "locked", "word", "bomb"],
)
def test_what_cannot_be_read_is_told_with_the_rule(name: str, data: bytes, rule: str) -> None:
    """The error names the draft and the rule that it breaks."""
    with pytest.raises(UnreadableDraft, match=rule) as told:
        read_draft(name, data)
    assert str(told.value).startswith(name)
