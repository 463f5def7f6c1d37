"""A briefing as a Word document: headings, notes at the foot, a picture, a table of authorities."""

import io
from datetime import datetime
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.table import CT_Row
from docx.shared import Emu, Inches, Pt

from api.brief.fields import Footnotes, add_svg, describe, mark_authority, table_field
from api.brief.model import Authorities, Brief, Grid, Note
from api.brief.zipped import timeless
from api.faults import AskingError
from graph.bluebook.runs import Runs
from graph.pictures.printing import png_of

UPDATE: Final = "Update this field (F9) for the pages on which these authorities are cited."
MOST: Final = 40  # letters after which a cell may have further lines
UNBROKEN: Final = 2.2  # how much wider a column is than its longest word, the smallest share of all


class BadTemplate(AskingError):
    """A template is no Word document."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no Word document (.docx): it cannot be a template")


def docx_of(brief: Brief, template: Path | None = None) -> bytes:
    """Return a briefing as DOCX, in the styles of a template if there is one.

    Raises:
        BadTemplate: the template cannot be read.
    """
    document = _opened(template)
    notes = Footnotes()
    document.add_heading(brief.title, 0)
    document.add_paragraph(brief.question).runs[0].italic = True
    document.add_paragraph(brief.source)
    _section(document, "In short", brief.answer, notes)
    _picture(document, brief)
    for grid in brief.grids:
        _grid(document, grid)
    _section(document, "Limits", brief.limits, notes)
    _authorities(document, brief.authorities)
    if brief.doubts:
        document.add_heading("What nobody has verified", 1)
        document.add_paragraph("; ".join(brief.doubts))
    if brief.sources:
        document.add_heading("Sources", 1)
        for source in brief.sources:
            document.add_paragraph(source, style=_style(document, "List Bullet"))
    document.add_paragraph(brief.caution).runs[0].bold = True
    notes.write(document)
    _properties(document, brief)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _opened(template: Path | None) -> Document:
    if template is None:
        document = docx.Document()
        document.styles["Normal"].font.size = Pt(11)
        return document
    try:
        document = docx.Document(str(template))
    except Exception as error:
        raise BadTemplate(template) from error
    body = document.element.body
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)
    return document


def _style(document: Document, name: str) -> str | None:
    """Return the name of a style that the document has, or None: a template may lack it."""
    return name if name in [style.name for style in document.styles] else None


def _section(document: Document, heading: str, found: tuple[Note, ...], notes: Footnotes) -> None:
    if not found:
        return
    document.add_heading(heading, 1)
    for note in found:
        paragraph = document.add_paragraph(note.text, style=_style(document, "List Bullet"))
        if note.authority:
            mark_authority(paragraph, note.authority, 1)
            notes.add(paragraph, note.authority)


def _picture(document: Document, brief: Brief) -> None:
    picture = brief.picture
    document.add_heading(picture.title, 1)
    shape = document.add_picture(io.BytesIO(png_of(picture.svg)), width=_room(document))
    describe(shape, picture.title, picture.description)
    add_svg(document, shape, picture.svg)
    document.add_paragraph(" ".join(filter(None, (picture.left_out, picture.source))))


def _grid(document: Document, grid: Grid) -> None:
    document.add_heading(grid.heading, 1)
    table = document.add_table(rows=1, cols=len(grid.header))
    if style := _style(document, "Table Grid"):
        table.style = style
    for cell, words in zip(table.rows[0].cells, grid.header, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    _repeat(table.rows[0]._tr)
    table.autofit = False
    for row in grid.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(9)
    for column, width in enumerate(_widths(grid, _room(document))):
        table.columns[column].width = width
        for cell in table.columns[column].cells:
            cell.width = width
    if grid.more:
        document.add_paragraph(f"{grid.more} more are recorded.")


def _room(document: Document) -> Emu:
    """Return the width between the margins of the last section."""
    page = document.sections[-1]
    sides = (page.left_margin or 0) + (page.right_margin or 0)
    return Emu((page.page_width or Inches(8.5)) - sides)


def _widths(grid: Grid, room: Emu) -> list[Emu]:
    """Share the width of the page between the columns, by how much each has to hold."""
    weights = [_weight(column) for column in zip(grid.header, *grid.rows, strict=True)]
    return [Emu(int(room * weight / sum(weights))) for weight in weights]


def _weight(column: tuple[str, ...]) -> float:
    """Return how wide a column wants to be: as its longest cell, but no word may be broken."""
    word = max(len(word) for cell in column for word in cell.split() or [""])
    return max(min(max(map(len, column)), MOST), UNBROKEN * min(word, MOST))


def _repeat(row: CT_Row) -> None:
    """Let the head of a table stand again on each page."""
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _authorities(document: Document, groups: tuple[Authorities, ...]) -> None:
    document.add_heading("Table of authorities", 1)
    for group in groups:
        document.add_heading(group.heading, 2)
        for runs in group.items:
            _say(document, runs)
    document.add_heading("With pages", 2)
    table_field(document.add_paragraph(), 1, UPDATE)


def _say(document: Document, runs: Runs) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    for run in runs:
        paragraph.add_run(run.text).italic = run.face == "italic"


def _properties(document: Document, brief: Brief) -> None:
    told, day = document.core_properties, datetime.fromisoformat(brief.day)
    told.title, told.subject, told.comments = brief.title, brief.question, brief.source
    told.author, told.language = "Anti-Commandeering Precedent Graph", "en-US"
    told.created = told.modified = day
    told.last_modified_by = told.author
    told.revision = 1
