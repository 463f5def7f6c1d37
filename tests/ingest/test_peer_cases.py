"""Cases published by another extractor: read as syntax, compared by what identifies a citation."""

from typing import Any

import pytest

from ingest.evaluation.peer_cases import PublishedCase, check, published_cases

MODULE = """
def test_it(self):
    raise SystemExit("this module is never run")
    test_pairs = (
        ('Some v. Body, 2 F.2d 3 (1930)',
         [case_citation(volume='2', reporter='F.2d', page='3', year=1930)],
         {'clean_steps': ['html']}),
        ('Id. at 4; 2 F.2d at 5',
         [id_citation('Id.'), case_citation(volume='2', reporter='F.2d', page='5', short=True)]),
        ('nothing at all', []),
        (a_name_that_nobody_knows, []),
        ('Some v. Body, 2 F.2d 3 (1930)', []),
    )
"""


def row(kind: str, text: str, **fields: str) -> dict[str, Any]:
    """Return a row of our reading."""
    return {"kind": kind, "text": text, "volume": None, "reporter": None, "page": None} | fields


FULL = row("full_case", "2 F.2d 3", volume="2", reporter="F.2d", page="3")


@pytest.fixture
def cases() -> list[PublishedCase]:
    """Return the cases of a small module in the published form."""
    return list(published_cases(MODULE))


def test_each_text_is_read_once_without_running_anything(cases: list[PublishedCase]) -> None:
    """What cannot be read as a literal is left out; the markup follows the cleaning steps."""
    assert [case.markup for case in cases] == ["html", "text", "text"]
    assert [str(e) for e in cases[1].expected] == ["id", "short case 2 F.2d 5"]


def test_a_citation_found_whole_is_alike(cases: list[PublishedCase]) -> None:
    """Volume, reporter and page agree, however the reporter is spaced."""
    result = check([(cases[0], [FULL | {"reporter": "F. 2d"}])])

    assert (result.alike, result.found) == (1, {"full case": 1})


def test_another_page_is_a_miss_and_a_find_beside(cases: list[PublishedCase]) -> None:
    """A wrong citation counts twice: what was expected lacks, what was read is too much."""
    result = check([(cases[0], [FULL | {"page": "9"}])])

    assert (result.alike, result.found["full case"]) == (0, 0)
    assert [d.citation for d in result.misses] == ["full case 2 F.2d 3"]
    assert [d.citation for d in result.extras] == ["full_case 2 F.2d 3"]


def test_kinds_that_it_cannot_name_are_no_false_alarm(cases: list[PublishedCase]) -> None:
    """A provision of the Constitution in a text without citations is not counted against us."""
    assert check([(cases[2], [row("constitution", "Art. I")])]).alike == 1
    assert check([(cases[2], [FULL])]).alike == 0
