"""Turn a draft as people have it (text, Markdown, HTML, PDF, Word) into a text to be read.

Nothing of a draft is written anywhere, nor logged.
"""

import hashlib
import io
from pathlib import PurePath
from typing import Final
from zipfile import BadZipFile, ZipFile

import docx
import pypdf
from docx.opc.exceptions import PackageNotFoundError
from pypdf.errors import PyPdfError

from graph.errors import UnreadableDraft
from ingest.document import Markup, SourceDocument

KINDS: Final[dict[str, Markup]] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "text",
    ".docx": "text",
}
MOST_BYTES: Final = 5_000_000
MOST_UNPACKED: Final = 50_000_000  # a small file of this kind can unpack without end
MOST_PAGES: Final = 500
MOST_CHARACTERS: Final = 2_000_000


def read_draft(name: str, data: bytes) -> SourceDocument:
    """Return the text of a draft; its name tells by the suffix what it is, a name without is text.

    Raises:
        UnreadableDraft: the rule that it breaks is named.
    """
    suffix = PurePath(name).suffix.lower() or ".txt"
    if suffix not in KINDS:
        raise UnreadableDraft(name, f"{suffix!r} is none of {', '.join(KINDS)}")
    if len(data) > MOST_BYTES:
        raise UnreadableDraft(
            name, f"it has {len(data):,} bytes, and a draft may have {MOST_BYTES:,} at most"
        )
    if suffix == ".pdf":
        text = _of_pdf(name, data)
    elif suffix == ".docx":
        text = _of_word(name, data)
    else:
        text = _of_text(name, data)
    if not text.strip():
        raise UnreadableDraft(name, "there is no text in it")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableDraft(
            name, f"it has {len(text):,} characters, and a draft may have {MOST_CHARACTERS:,}"
        )
    sha256 = hashlib.sha256(data).hexdigest()
    return SourceDocument(name, PurePath(name).stem or "draft", text, sha256, KINDS[suffix])


def _of_text(name: str, data: bytes) -> str:
    if b"\x00" in data:
        raise UnreadableDraft(name, "it is a binary file, not a text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        rule = f"it is not UTF-8: byte {error.start} is {data[error.start]:#04x}"
        raise UnreadableDraft(name, rule) from error


def _of_pdf(name: str, data: bytes) -> str:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableDraft(name, "it is locked with a password")
        if len(reader.pages) > MOST_PAGES:
            rule = f"it has {len(reader.pages)} pages, and a draft may have {MOST_PAGES}"
            raise UnreadableDraft(name, rule)
        return "\n\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableDraft(name, f"it cannot be read as PDF: {error}") from error


def _of_word(name: str, data: bytes) -> str:
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise UnreadableDraft(name, f"it unpacks to more than {MOST_UNPACKED:,} bytes")
        document = docx.Document(io.BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableDraft(name, "it cannot be read as a Word document") from error
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n\n".join(lines)
