"""JSON of the Caselaw Access Project and of CourtListener is read, offsets being those of the file."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import clean_text
from ingest.document import SourceDocument
from ingest.json_text import string_places
from ingest.pipeline import read_references
from ingest.sources.files import Rejected, read_document, read_documents

CAP: dict[str, Any] = {
    "id": 7,
    "name_abbreviation": "Ashton v. Cameron County",
    "decision_date": "1936-05-25",
    "citations": [
        {"type": "parallel", "cite": "56 S. Ct. 892"},
        {"type": "official", "cite": "298 U.S. 513"},
    ],
    "casebody": {
        "judges": [],
        "opinions": [
            {
                "text": "delivered the opinion.\nIt is \u201cso.\u201d Coyle v. Smith, 221 U. S. *515 559.",
                "type": "majority",
                "author": "Mr. Justice McReynolds",
            },
            {
                "text": "R & D v. X<Y> was wrong.\nTexas v.\nWhite, 7 Wall. 700.",
                "type": "dissent",
                "author": "Mr. Justice Cardozo,",
            },
        ],
        "head_matter": "ASHTON v. CAMERON COUNTY\nMr. Palmer cited Mobile v. Watson, 116 U. S. 289.",
    },
}
COURTLISTENER: dict[str, Any] = {
    "cluster": {
        "case_name": "Ashton v. Cameron County",
        "citations": [{"volume": 298, "reporter": "U.S.", "page": "513", "type": 1}],
        "date_filed": "1936-05-25",
    },
    "opinions": [
        {
            "type": "020lead",
            "author_str": "McReynolds",
            "html_lawbox": "",
            "xml_harvard": "<p>So &amp; so. <em>Coyle</em> v. <em>Smith,</em> 221 U. S. 559.</p>",
        },
        {
            "type": "040dissent",
            "author_str": "Cardozo",
            "plain_text": "It is not.\n\n  The case is Texas v.\nWhite, 7\nWall. 700 <sic> & no more.",
        },
    ],
}


def rows(data: object, *, ascii_only: bool = True) -> list[tuple[str, str | None, str, str | None]]:
    """Return (text in the file, page, part, author) of each reference."""
    source = json.dumps(data, ensure_ascii=ascii_only, indent=1)
    record = read_references(SourceDocument("x", "x", source, "0" * 64, "json"))
    return [(source[r.start : r.end], r.page, r.part, r.author) for r in record.references]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_case_of_the_caselaw_access_project_is_read(ascii_only: bool) -> None:
    """Head matter first, wherever it stands; parts and authors from its fields."""
    assert rows(CAP, ascii_only=ascii_only) == [
        ("116 U. S. 289", "289", "syllabus", None),
        ("221 U. S. *515 559", "559", "majority", "McReynolds"),
        ("7 Wall. 700", "700", "dissent", "Cardozo"),
    ]


def test_opinions_of_courtlistener_are_read_from_their_best_field() -> None:
    """HTML and plain text in one case; a line break is where the file escapes it."""
    assert rows(COURTLISTENER) == [
        ("221 U. S. 559", "559", "majority", "McReynolds"),
        ("7\\nWall. 700", "700", "dissent", "Cardozo"),
    ]


@pytest.mark.parametrize(
    "field", ["xml_harvard", "html_anon_2020", "html_columbia", "html_lawbox", "html", "plain_text"]
)
def test_one_opinion_alone_is_read_from_each_field(field: str) -> None:
    """As the API gives it, with the other fields empty."""
    opinion = {
        "plain_text": "",
        "html": "",
        "type": "010combined",
        field: "Coyle v. Smith, 1 U.S. 5.",
    }

    assert rows(opinion) == [("1 U.S. 5", "5", "majority", None)]


@pytest.mark.parametrize("data", [CAP, COURTLISTENER])
def test_the_file_tells_which_case_it_is(tmp_path: Path, data: object) -> None:
    """Official citation, name and date."""
    path = tmp_path / "0513-01.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    document = read_document(path)

    assert isinstance(document, SourceDocument), document
    assert document.case is not None
    assert (str(document.case.citation), document.case.name) == (
        "298 U.S. 513",
        "Ashton v. Cameron County",
    )
    assert document.decided == "1936-05-25"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param('{"a": ', "Expecting value", id="broken"),
        pytest.param('{"name": "x"}', "neither a case", id="no case"),
        pytest.param("[1, 2]", "neither a case", id="numbers"),
        pytest.param('{"casebody": {"opinions": []}}', "neither a case", id="no opinion"),
        pytest.param('{"casebody": {"data": null}}', "neither a case", id="nothing in it"),
        pytest.param("[" * 100_000, "too deep", id="nested"),
    ],
)
def test_other_json_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    """With the rule it breaks."""
    path = tmp_path / "x.json"
    path.write_text(content)
    document = read_document(path)

    assert isinstance(document, Rejected)
    assert reason in document.reason


def test_lists_of_cases_beside_the_texts_are_not_read(tmp_path: Path) -> None:
    """Neither a manifest nor the metadata of a volume is a case."""
    (tmp_path / "0513-01.json").write_text(json.dumps(CAP))
    (tmp_path / "CasesMetadata.json").write_text("[]")
    (tmp_path / "manifest.json").write_text("[]")

    assert [Path(d.origin).name for d in read_documents([tmp_path])] == ["0513-01.json"]


@given(st.text(max_size=60), st.booleans(), st.sampled_from(["plain_text", "html"]))
def test_whatever_stands_before_it_a_citation_is_found_in_the_file(
    before: str, ascii_only: bool, field: str
) -> None:
    """Escapes, marks and letters of any script count as the file writes them."""
    before = before if field == "plain_text" else before.replace("<", "").replace("&", "")
    source = json.dumps(
        {field: f"{before}. x\n\nCoyle v. Smith, 1 U.S. 5."}, ensure_ascii=ascii_only
    )
    clean = clean_text(source, "json")
    at = clean.text.rindex("1 U.S. 5")
    start, end = clean.source_span(at, at + len("1 U.S. 5"))

    assert source[start:end] == "1 U.S. 5"


def test_places_of_strings_are_told_by_path() -> None:
    """Escapes, nesting, numbers and empty things notwithstanding."""
    source = '{"a": [1, "x\\"y", {}, []], "b\\n": {"c": "z", "d": null}, "e": ["", "w"]}'
    found = {path: source[start:end] for path, (start, end) in string_places(source)}

    assert found == {("a", 1): 'x\\"y', ("b\n", "c"): "z", ("e", 0): "", ("e", 1): "w"}
