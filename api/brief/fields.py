"""What python-docx does not make: footnotes, fields of a table of authorities, SVG in a picture."""

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shape import InlineShape
from docx.text.paragraph import Paragraph

from graph.bluebook.runs import Runs, plain

MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W: Final = nsdecls("w")
SEPARATORS: Final = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>"
)
SVG_NAMES: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
RAISED: Final = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # [MS-ODRAWXML] 2.3.4, svgBlip


class Footnotes:
    """The notes of a document, numbered as they are added."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def add(self, paragraph: Paragraph, runs: Runs) -> None:
        """Put a note at the end of a paragraph."""
        number = len(self._notes) + 1
        mark = f'<w:r {W}>{RAISED}<w:footnoteReference w:id="{number}"/></w:r>'
        paragraph._p.append(parse_xml(mark))
        told = "".join(_run(run.text, run.face == "italic") for run in runs)
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
            f"<w:r>{RAISED}<w:footnoteRef/></w:r>{_run(' ', italic=False)}{told}"
            f"{_run('.', italic=False)}</w:p></w:footnote>"
        )

    def write(self, document: Document) -> None:
        """Put the notes into the document, in place of those of its template."""
        package = document.part.package
        xml = f"<?xml version='1.0' encoding='UTF-8'?><w:footnotes {W}>{SEPARATORS}"
        data = (xml + "".join(self._notes) + "</w:footnotes>").encode()
        for key, known in list(document.part.rels.items()):
            if known.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
                del document.part.rels[key]
        part = Part(PackURI("/word/footnotes.xml"), f"{MAIN}.footnotes+xml", data, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _run(text: str, italic: bool) -> str:
    face = (
        '<w:rPr><w:i/><w:sz w:val="18"/></w:rPr>' if italic else '<w:rPr><w:sz w:val="18"/></w:rPr>'
    )
    return f'<w:r>{face}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def mark_authority(paragraph: Paragraph, runs: Runs, category: int) -> None:
    """Mark where an authority is cited, as Word's Mark Citation does (field TA)."""
    words = plain(runs).replace('"', "'")
    _field(paragraph, f'TA \\l "{words}" \\s "{words[:60]}" \\c {category}', None)


def table_field(paragraph: Paragraph, category: int, shown: str) -> None:
    """Put a table of the marked authorities (field TOA), which Word numbers when it is updated."""
    _field(paragraph, f'TOA \\h \\c "{category}" \\p', shown)


def _field(paragraph: Paragraph, code: str, shown: str | None) -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>" if shown is None else ""
    parts = [
        f'<w:r {W}>{hidden}<w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r {W}>{hidden}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>',
    ]
    if shown is not None:
        parts += [
            f'<w:r {W}><w:fldChar w:fldCharType="separate"/></w:r>',
            f"<w:r {W}><w:t>{escape(shown)}</w:t></w:r>",
        ]
    parts.append(f'<w:r {W}>{hidden}<w:fldChar w:fldCharType="end"/></w:r>')
    for xml in parts:
        paragraph._p.append(parse_xml(xml))


def add_svg(document: Document, shape: InlineShape, svg: str) -> None:
    """Give a picture its SVG, which Office 2016 and later show in place of the PNG."""
    part = Part(
        PackURI("/word/media/picture.svg"), "image/svg+xml", svg.encode(), document.part.package
    )
    key = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a")}><a:ext uri="{SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{SVG_NAMES}" {nsdecls("r")} r:embed={quoteattr(key)}/>'
            "</a:ext></a:extLst>"
        )
    )


def describe(shape: InlineShape, title: str, words: str) -> None:
    """Give a picture its title and its text alternative."""
    shape._inline.docPr.set("title", title)
    shape._inline.docPr.set("descr", words)
