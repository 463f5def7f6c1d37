"""Files are read whole or refused with the rule they break."""

import json
from pathlib import Path

import pytest

from ingest.document import SourceDocument
from ingest.sources import files
from ingest.sources.files import Rejected, read_document, read_documents

TEXT = "505 U.S. 144\n112 S.Ct. 2408\n\nNEW YORK\nv.\nUNITED STATES\n\nDecided June 19, 1992.\n"


def read(path: Path) -> SourceDocument:
    """Return a document that must not be refused."""
    document = read_document(path)
    assert isinstance(document, SourceDocument), document
    return document


def refused(path: Path) -> str:
    """Return the reason for a refusal."""
    document = read_document(path)
    assert isinstance(document, Rejected), document
    return document.reason


def test_the_head_of_an_opinion_tells_which_case_it_is(tmp_path: Path) -> None:
    """Citation, parallels, parties and date."""
    path = tmp_path / "ny.txt"
    path.write_text(TEXT)
    document = read(path)

    assert document.case is not None
    assert str(document.case.citation) == "505 U.S. 144"
    assert [str(c) for c in document.case.parallels] == ["112 S. Ct. 2408"]
    assert document.case.name == "New York v. United States"
    assert document.decided == "1992-06-19"


def test_a_manifest_names_a_text_that_does_not_name_itself(tmp_path: Path) -> None:
    """By the stem of the file's name."""
    (tmp_path / "x.txt").write_text("We hold.\n")
    entry = {"slug": "x", "case_name": "A v. B", "citation": "1 U.S. 2", "court": "scotus"}
    (tmp_path / "manifest.json").write_text(json.dumps([entry | {"year": 1790}]))
    document = read(tmp_path / "x.txt")

    assert document.case is not None
    assert (str(document.case.citation), document.case.year) == ("1 U.S. 2", 1790)


def test_html_is_read_by_its_ending(tmp_path: Path) -> None:
    """The source keeps its tags; the head is read without them."""
    path = tmp_path / "ny.html"
    path.write_text("<html><p>505 U.S. 144</p><p>We hold.</p></html>")

    assert read(path).markup == "html"
    assert read(path).case is not None


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.txt", b"", "empty", id="empty"),
        pytest.param("a.txt", b"\n \t\n", "empty", id="blank"),
        pytest.param("a.txt", b"PK\x03\x04\x00", "binary", id="binary"),
        pytest.param("a.txt", b"caf\xe9 v. Roe", "0xe9", id="Latin-1"),
        pytest.param("a.pdf", b"%PDF", "'.pdf'", id="other format"),
        pytest.param("a.md", b"---\nname: [\n---\n", "front matter", id="broken YAML"),
        pytest.param("a.md", b"---\nname: x\n---\n", "citation", id="no citation"),
    ],
)
def test_what_cannot_be_read_is_refused_by_rule(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    """The reason names the value."""
    path = tmp_path / name
    path.write_bytes(content)

    assert reason in refused(path)


def test_a_file_larger_than_any_opinion_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """100 MB is told by its size, before any of it is read."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))

    assert f"{files.MOST_BYTES:,}" in refused(path)


def test_a_broken_manifest_is_told(tmp_path: Path) -> None:
    """The text is refused with what is wrong beside it."""
    (tmp_path / "x.txt").write_text(TEXT)
    (tmp_path / "manifest.json").write_text("{}")

    assert "manifest.json" in refused(tmp_path / "x.txt")


def test_a_path_that_does_not_exist_is_told(tmp_path: Path) -> None:
    """Beside the documents that do."""
    (tmp_path / "x.txt").write_text(TEXT)
    found = list(read_documents([tmp_path, tmp_path / "nobody.txt"]))

    assert [type(document) for document in found] == [SourceDocument, Rejected]
