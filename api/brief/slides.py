"""A briefing as two slides: the picture, and a table."""

import io
from datetime import datetime
from typing import Final

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from api.brief.model import Brief, Grid
from api.brief.zipped import timeless
from graph.pictures.printing import png_of, size_of

WIDE: Final = (Inches(13.333), Inches(7.5))
TITLE_ONLY: Final = 5  # the layout of the default template with a title and nothing else
ROWS: Final = 9


def pptx_of(brief: Brief) -> bytes:
    """Return a briefing as PPTX: a slide with the picture, and one with its first table."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = WIDE
    _figure(slides, brief)
    if brief.grids:
        _table(slides, brief, brief.grids[0])
    told, day = slides.core_properties, datetime.fromisoformat(brief.day)
    told.title, told.subject, told.comments = brief.title, brief.question, brief.source
    told.author = told.last_modified_by = "Anti-Commandeering Precedent Graph"
    told.created = told.modified = day
    told.revision = 1
    out = io.BytesIO()
    slides.save(out)
    return timeless(out.getvalue())


def _figure(slides: Deck, brief: Brief) -> None:
    picture = brief.picture
    slide = _slide(slides, picture.title)
    width, height = size_of(picture.svg)
    room = (Inches(12.3), Inches(5.2))
    scale = min(room[0] / width, room[1] / height)
    placed = slide.shapes.add_picture(
        io.BytesIO(png_of(picture.svg)),
        Emu(int((WIDE[0] - width * scale) / 2)), Inches(1.3),
        Emu(int(width * scale)), Emu(int(height * scale)),
    )  # fmt: skip
    _describe(placed, picture.description)
    _foot(slide, " ".join(filter(None, (picture.left_out, picture.source))))


def _table(slides: Deck, brief: Brief, grid: Grid) -> None:
    slide = _slide(slides, grid.heading)
    rows = grid.rows[:ROWS]
    frame = slide.shapes.add_table(
        len(rows) + 1, len(grid.header), Inches(0.5), Inches(1.3), Inches(12.3), Inches(0.5)
    )
    _describe(frame, grid.heading)
    for line, cells in enumerate((grid.header, *rows)):
        for column, words in enumerate(cells):
            cell = frame.table.cell(line, column)
            cell.text = words
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = Pt(11)
    left = len(grid.rows) - len(rows) + grid.more
    _foot(slide, f"{left} more are recorded. {brief.source}" if left else brief.source)


def _describe(shape: BaseShape, words: str) -> None:
    """Give a shape its text alternative, for which python-pptx has no name."""
    shape._element._nvXxPr.cNvPr.set("descr", words)


def _slide(slides: Deck, title: str) -> Slide:
    slide: Slide = slides.slides.add_slide(slides.slide_layouts[TITLE_ONLY])
    heading = slide.shapes.title
    if heading is None:  # the layout of every default template has one
        raise LookupError("the layout of a slide has no title")
    heading.left, heading.top, heading.width, heading.height = (
        Inches(0.5), Inches(0.3), Inches(12.3), Inches(0.9),
    )  # fmt: skip
    heading.text_frame.text = title
    heading.text_frame.paragraphs[0].font.size = Pt(26)
    return slide


def _foot(slide: Slide, words: str) -> None:
    box = slide.shapes.add_textbox(Inches(0.5), Inches(6.8), Inches(12.3), Inches(0.5))
    box.text_frame.word_wrap = True
    box.text_frame.text = words
    box.text_frame.paragraphs[0].font.size = Pt(11)
