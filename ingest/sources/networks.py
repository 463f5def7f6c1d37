"""Read citation networks that others drew: Fowler and Jeon's, and CourtListener's."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any, Final

from graph.bluebook import parse_reporter_citation
from graph.iri import case_key
from ingest.document import SourceDocument
from ingest.networks import Network, fowler_network, usid_key
from ingest.sources.identify import Identity, identify

FOWLER_PAIRS: Final = "fowler_allcites.txt"
FOWLER_CASES: Final = "fowler_judicial.csv"
COURTLISTENER_CASES: Final = "courtlistener_*nodes.csv"


def read_fowler(folder: Path) -> Network:
    """Return Fowler and Jeon's network of the Supreme Court's majority opinions to 2002."""
    with (folder / FOWLER_CASES).open(encoding="utf-8", newline="") as lines:
        usids = {row["caseid"]: row["usid"] for row in csv.DictReader(lines)}
    with (folder / FOWLER_PAIRS).open(encoding="utf-8") as lines:
        pairs = [(citing, cited) for citing, cited in (line.split() for line in lines)]
    return fowler_network(pairs, usids)


def read_fowler_cases(folder: Path) -> dict[str, tuple[str, int | None]]:
    """Return the name and year of each case of that network, by its key."""
    with (folder / FOWLER_CASES).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {
        usid_key(row["usid"]): (row["parties"].strip(), int(row["year"]) if row["year"] else None)
        for row in rows
    }


def read_courtlistener(
    path: Path, folder: Path
) -> tuple[list[SourceDocument], Network, frozenset[str]]:
    """Return opinions of a JSON Lines file, what they are said to cite, and all cases it may be.

    A line holds ``id``, ``name``, ``citation``, ``year``, ``court``, ``text``, ``cited_cl_ids``.

    Raises:
        ValueError: a line is no JSON, or its citation is none.
    """
    cases = _courtlistener_cases(folder)
    documents: list[SourceDocument] = []
    network: dict[str, frozenset[str]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            document = _document(entry, path)
            documents.append(document)
            if document.case and document.case.citation:
                numbers = (str(number) for number in entry["cited_cl_ids"])
                cited = frozenset(cases[number] for number in numbers if number in cases)
                network[case_key(document.case.citation)] = cited
    return documents, network, frozenset(cases.values())


def _courtlistener_cases(folder: Path) -> dict[str, str]:
    """Return the key of each case by CourtListener's number, of those whose citation is known."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob(COURTLISTENER_CASES)):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                citation = parse_reporter_citation(row["citation"])
                if citation:
                    found[row["cl_id"]] = case_key(citation)
    return found


def _document(entry: dict[str, Any], path: Path) -> SourceDocument:
    text = entry["text"]
    identity = Identity.of_entry(entry).completed(identify(text))
    return SourceDocument(
        origin=f"{path}#{entry['id']}",
        stem=str(entry["id"]),
        source=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        case=identity.case,
        decided=identity.decided,
    )
