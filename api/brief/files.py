"""The forms that a briefing is written in, by the ending of its file."""

from pathlib import Path
from typing import Final

from api.brief.model import Brief
from api.brief.paper import pdf_of_brief
from api.brief.slides import pptx_of
from api.brief.text import html_of, markdown_of
from api.brief.word import docx_of
from api.faults import NotOffered

OFFICE: Final = "application/vnd.openxmlformats-officedocument"
MEDIA: Final = {
    "docx": f"{OFFICE}.wordprocessingml.document",
    "pdf": "application/pdf",
    "pptx": f"{OFFICE}.presentationml.presentation",
    "html": "text/html",
    "md": "text/markdown",
}


def file_of(brief: Brief, form: str, template: Path | None = None) -> bytes:
    """Return a briefing in a form; the same briefing gives the same bytes.

    Raises:
        NotOffered: there is no such form.
        BadTemplate: the template cannot be read.
    """
    if form == "docx":
        return docx_of(brief, template)
    if form == "pdf":
        return pdf_of_brief(brief)
    if form == "pptx":
        return pptx_of(brief)
    if form == "html":
        return html_of(brief).encode()
    if form == "md":
        return markdown_of(brief).encode()
    raise NotOffered(form, MEDIA)
