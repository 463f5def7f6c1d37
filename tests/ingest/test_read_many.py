"""Reading in several processes gives what reading in one gives."""

from importlib.resources import as_file, files

import pytest

from ingest.document import SourceDocument
from ingest.pipeline import read_many
from ingest.rows import json_lines
from ingest.sources.files import read_documents


@pytest.mark.slow
def test_two_processes_read_as_one_does() -> None:
    """The same rows in the order of the documents."""
    with as_file(files("ingest") / "notes") as folder:
        documents = [d for d in read_documents([folder]) if isinstance(d, SourceDocument)]

    assert len(documents) == 7
    assert list(read_many(documents, json_lines, processes=2)) == list(
        read_many(documents, json_lines)
    )
