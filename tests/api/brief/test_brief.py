"""Briefings in every form: what stands in them, how they open, and that they stay the same."""

import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import docx
import httpx
import pytest
from pptx import Presentation
from pypdf import PdfReader

from api.brief.compose import brief, brief_of_topic
from api.brief.files import MEDIA, file_of
from api.brief.model import Brief
from api.brief.word import BadTemplate
from graph.as_of import AsOf
from graph.home import open_reader
from graph.store import PrecedentStore
from tests.missing import missing
from tests.program import run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def store(filled_home: Path) -> PrecedentStore:
    """Return a snapshot of what the package ships."""
    return open_reader(filled_home).store()


@pytest.fixture(scope="module")
def printz(store: PrecedentStore) -> Brief:
    """Return the briefing about *Printz*."""
    return brief(store, "printz-v-united-states")


@pytest.fixture(scope="module")
def word(printz: Brief) -> bytes:
    """Return the same as a Word document."""
    return file_of(printz, "docx")


@pytest.mark.parametrize("form", MEDIA)
def test_the_same_briefing_gives_the_same_bytes(
    store: PrecedentStore, printz: Brief, form: str
) -> None:
    """Composed again and written again, in every form."""
    assert file_of(printz, form) == file_of(brief(store, "521 U.S. 898"), form)


def test_a_case_is_told_with_what_became_of_it_and_its_limits(printz: Brief) -> None:
    """Holding, treatment, laws with evidence, limits beside, authorities in order."""
    told = " ".join(note.text for note in printz.answer)
    cases = [("".join(run.text for run in item)).casefold() for item in printz.authorities[0].items]

    assert "county sheriffs" in told
    assert "laws are recorded to rely on it" in told
    assert any("Missouri" in note.text for note in printz.limits)
    assert any("Conditions on federal money" in note.text for note in printz.limits)
    assert cases == sorted(cases)
    assert "printz v. united states, 521 u.s. 898 (1997)" in cases


def test_a_law_is_told_with_how_it_ended(store: PrecedentStore) -> None:
    """Missouri's act, struck down, with what bounds it and its like."""
    told = brief(store, "us-mo-sapa-2021")
    words = " ".join(note.text for note in told.answer)

    assert "United States v. Missouri: struck-down" in words
    assert any("United States v. Missouri bounds it" in note.text for note in told.limits)
    assert {grid.heading for grid in told.grids} >= {"Laws like it in other places"}


def test_a_chain_and_a_topic_have_briefings_too(store: PrecedentStore) -> None:
    """The steps from one case to the other; the laws of a topic with what courts did."""
    line = brief(store, "505 U.S. 144", "murphy-v-ncaa")
    topic = brief_of_topic(store, "immigration-enforcement")

    assert line.answer[0].text == "Printz v. United States follows New York v. United States."
    assert any("upheld in court" in note.text for note in topic.answer)


def test_as_of_a_day_nothing_later_is_told(store: PrecedentStore) -> None:
    """*Murphy* is no later case in 2017, and the day stands on the page."""
    told = brief(store, "printz-v-united-states", as_of=AsOf.read("2017-12-31"))

    assert not any("Murphy" in row[0] for grid in told.grids for row in grid.rows)
    assert "As of 2017-12-31" in told.source


def test_a_word_document_has_its_parts(word: bytes, printz: Brief) -> None:
    """Headings, picture with SVG and alternative, tables, notes, fields of the authorities."""
    document = docx.Document(io.BytesIO(word))
    parts = zipfile.ZipFile(io.BytesIO(word))
    body = parts.read("word/document.xml").decode()
    notes = ET.fromstring(parts.read("word/footnotes.xml"))  # noqa: S314 - written here
    numbers = re.findall(r'footnoteReference w:id="(\d+)"', body)

    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Title"] == [
        printz.title
    ]
    assert len(document.tables) == len(printz.grids)
    assert "svgBlip" in body
    assert "word/media/picture.svg" in parts.namelist()
    assert printz.picture.description[:40] in body.replace("&amp;", "&").replace("&quot;", '"')
    assert len(numbers) == len(notes.findall(f"{W}footnote")) - 2 > 3
    assert 'TA \\l "Printz v. United States, 521 U.S. 898 (1997)"' in body.replace("&quot;", '"')
    assert "TOA \\h" in body
    assert str(document.core_properties.created)[:10] == printz.day


def test_a_template_gives_its_styles_and_not_its_words(printz: Brief, tmp_path: Path) -> None:
    """What stood in it is gone; a file that is no document is refused by its name."""
    template = docx.Document()
    template.add_paragraph("Confidential draft of somebody")
    template.styles["Heading 1"].font.name = "Courier New"
    template.save(str(tmp_path / "house.docx"))
    (tmp_path / "none.docx").write_text("no")

    made = docx.Document(io.BytesIO(file_of(printz, "docx", tmp_path / "house.docx")))

    assert "Confidential" not in " ".join(p.text for p in made.paragraphs)
    assert made.styles["Heading 1"].font.name == "Courier New"
    with pytest.raises(BadTemplate, match=r"none\.docx"):
        file_of(printz, "docx", tmp_path / "none.docx")


@pytest.mark.slow
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_libreoffice_opens_it_and_shows_what_is_in_it(
    printz: Brief, tmp_path: Path, form: str
) -> None:
    """Converted to PDF, its pages have the authorities, the notes and the picture."""
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        missing(
            "LibreOffice",
            "`apt-get install libreoffice-writer-nogui libreoffice-impress-nogui poppler-utils`",
        )
    (tmp_path / f"brief.{form}").write_bytes(file_of(printz, form))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", f"brief.{form}"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pdf = PdfReader(tmp_path / "brief.pdf")
    text = " ".join("".join(page.extract_text() for page in pdf.pages).split())

    assert any(list(page.images) for page in pdf.pages) or "Supreme Court" in text
    if form == "docx":
        assert "Table of authorities" in text
        assert "1 Printz v. United States, 521 U.S. 898 (1997)." in text
        assert "Cal. Gov't Code §§ 7284" in text
        assert len(pdf.pages) < 12
    else:
        assert len(pdf.pages) == 2
        assert "Later cases" in text


def test_a_pdf_is_tagged_and_says_so(printz: Brief) -> None:
    """PDF/UA-1: structure, language, title, and the picture's alternative."""
    data = file_of(printz, "pdf")
    pdf = PdfReader(io.BytesIO(data))
    root = pdf.root_object

    assert "/MarkInfo" in root
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]) == "en"
    assert b"pdfuaid:part" in data
    assert "Table of authorities" in "".join(page.extract_text() for page in pdf.pages)


def test_slides_show_the_picture_and_a_table(printz: Brief) -> None:
    """Two slides, each with words for who does not see it, and the line that tells the dataset."""
    slides = list(Presentation(io.BytesIO(file_of(printz, "pptx"))).slides)
    pictures = [shape for shape in slides[0].shapes if shape.shape_type == 13]

    assert len(slides) == 2
    assert pictures[0]._element.nvPicPr.cNvPr.get("descr") == printz.picture.description
    assert any(shape.has_table for shape in slides[1].shapes)
    assert all(printz.source in shapes_text(slide.shapes) for slide in slides)


def shapes_text(shapes: object) -> str:
    """Return the words of a slide."""
    return " ".join(s.text_frame.text for s in shapes if s.has_text_frame)  # type: ignore[attr-defined]


def test_html_and_markdown_fetch_nothing_and_escape_what_is_in_them(printz: Brief) -> None:
    """One file each; the notes lead to their authorities."""
    page, text = file_of(printz, "html").decode(), file_of(printz, "md").decode()

    assert "<svg" in page
    assert not re.search(r'(?:src|href)="http', page.replace("http://www.w3.org", ""))
    assert '<a href="#n1">1</a>' in page
    assert "[^1]: *Printz v. United States*, 521 U.S. 898 (1997)." in text
    assert "| --- |" in text


def test_the_command_writes_whole_files_or_none(filled_home: Path, tmp_path: Path) -> None:
    """What is wrong is told with its rule, and nothing is left behind."""
    good = run(filled_home, "brief", "printz-v-united-states", "-o", str(tmp_path / "a.md"))
    ending = run(filled_home, "brief", "printz", "-o", str(tmp_path / "a.odt"))
    nobody = run(filled_home, "brief", "nobody-v-nothing", "-o", str(tmp_path / "b.md"))
    both = run(filled_home, "brief", "printz", "--topic", "firearms", "-o", str(tmp_path / "c.md"))

    assert [done.returncode for done in (good, ending, nobody, both)] == [0, 2, 3, 2]
    assert ".docx" in ending.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("form", MEDIA)
def test_the_server_gives_what_the_command_writes(
    client: httpx.Client, printz: Brief, form: str
) -> None:
    """With the type of the form and a name for the file."""
    answer = client.get("/brief", params={"key": "printz-v-united-states", "format": form})

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(MEDIA[form])
    assert f'filename="printz-v.-united-states.{form}"' in answer.headers["content-disposition"]
    assert answer.content == file_of(printz, form)


@pytest.mark.parametrize(
    ("query", "status"),
    [({}, 422), ({"key": "nobody"}, 404), ({"key": "printz", "format": "odt"}, 406),
     ({"topic": "nothing-such"}, 404)],
)  # fmt: skip
def test_a_wrong_question_is_a_problem(
    client: httpx.Client, query: dict[str, str], status: int
) -> None:
    """Which names the value and what there is."""
    answer = client.get("/brief", params=query)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_pages_lead_to_their_briefings(client: httpx.Client) -> None:
    """A case, a law, a chain and a topic each, in every form."""
    for path in (
        "/cases/printz-v-united-states",
        "/laws/us-mo-sapa-2021",
        "/chain",
        "/laws?topic=firearms",
    ):
        page = client.get(path).text
        assert all(f"format={form}" in page for form in MEDIA), path
