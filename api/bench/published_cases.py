"""Read the test cases that eyecite publishes in its source distribution, and compare."""

import hashlib
import json
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from api.bench.peers import ENVIRONMENT
from graph.errors import PrecedentError
from ingest.document import SourceDocument
from ingest.evaluation.peer_cases import PeerCheck, PublishedCase, check, published_cases
from ingest.pipeline import build_pipeline, read_references
from ingest.rows import extraction_row

MEMBER: Final = "tests/test_FindTest.py"


class CasesMissing(PrecedentError):
    """The published cases are not at hand."""


def newest_distribution() -> Path:
    """Return the source distribution that `make bench` fetched.

    Raises:
        CasesMissing: it has fetched none.
    """
    for folder in dict.fromkeys((Path.cwd(), Path(sys.prefix).parent)):
        found = sorted((folder / ENVIRONMENT / "cases").glob("eyecite-*.tar.gz"))
        if found:
            return found[-1]
    raise CasesMissing(
        "eyecite's published cases are not at hand: run `make bench`, which fetches its source"
        " distribution, or name one with --cases"
    )


def module_of(distribution: Path) -> str:
    """Return the module of a source distribution that holds the cases.

    Raises:
        CasesMissing: the file is none, or holds no such module.
    """
    try:
        with tarfile.open(distribution) as archive:
            for member in archive:
                content = archive.extractfile(member) if member.name.endswith(MEMBER) else None
                if content:
                    return content.read().decode("utf-8")
    except (OSError, tarfile.TarError) as error:
        raise CasesMissing(f"{distribution} cannot be read: {error}") from error
    raise CasesMissing(f"{distribution} holds no {MEMBER}")


def compare(distribution: Path) -> PeerCheck:
    """Read every published case with our pipeline and tell what differs."""
    cases = list(published_cases(module_of(distribution)))
    if not cases:
        raise CasesMissing(f"{MEMBER} of {distribution} holds no case in the form known here")
    nlp = build_pipeline()
    return check(
        (
            case,
            [
                dict(extraction_row(r, "case"))
                for r in read_references(_document(case), nlp).references
            ],
        )
        for case in cases
    )


def _document(case: PublishedCase) -> SourceDocument:
    digest = hashlib.sha256(case.text.encode()).hexdigest()
    return SourceDocument("case", "case", case.text, digest, markup=case.markup)


def as_published(result: PeerCheck, distribution: Path) -> str:
    """Return what the documentation keeps of a comparison: counts and citations, no text."""
    kept = {
        "distribution": distribution.name.removesuffix(".tar.gz"),
        "texts": result.cases,
        "alike": result.alike,
        "expected": result.expected,
        "found": result.found,
        "missed": sorted(difference.citation for difference in result.misses),
        "beside": sorted(difference.citation for difference in result.extras),
    }
    return json.dumps(kept, indent=2) + "\n"


def report_lines(result: PeerCheck) -> Iterator[str]:
    """Yield how many are found by kind, then each difference."""
    yield f"{result.cases} published texts, {result.alike} read alike"
    for kind, n in result.expected.items():
        yield f"  {kind:12} {result.found.get(kind, 0):4} of {n:4} found"
    for title, differences in (("missed", result.misses), ("beside", result.extras)):
        yield f"{title}: {len(differences)}"
        for difference in differences:
            yield f"  {difference.citation:40.40} | {' '.join(difference.text.split()):.140}"
