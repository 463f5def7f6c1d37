"""Tell which case a JSON file is, by the fields of its publisher."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from graph.bluebook import parse_reporter_citation
from graph.iri import reporter_slug
from graph.model import Authority, ReporterCitation
from ingest.json_text import case_in
from ingest.sources.identify import Identity

DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
NAMES: Final = ("name_abbreviation", "case_name", "name")
DATES: Final = ("decision_date", "date_filed")


def identify_json(source: str) -> Identity:
    """Return what a case of the Caselaw Access Project or of CourtListener says of itself.

    ``case`` is None where no field gives a citation, as in an opinion of CourtListener without its
    cluster. The official reporter names the case; the other citations are its parallels.

    Raises:
        ValueError: it is not JSON, or no case of either kind.
    """
    data, _ = case_in(source)
    about = data.get("cluster") if isinstance(data, Mapping) else None
    about = about if isinstance(about, Mapping) else data
    if not isinstance(about, Mapping):
        return Identity()
    citations = sorted(_citations(about), key=lambda c: reporter_slug(c.reporter) != "us")
    if not citations:
        return Identity()
    printed = next((str(about[name]) for name in DATES if about.get(name)), "")
    day = DAY.fullmatch(printed)
    case = Authority(
        "case",
        name=next((str(about[name]) for name in NAMES if about.get(name)), None),
        citation=citations[0],
        parallels=tuple(citations[1:]),
        year=int(printed[:4]) if printed[:4].isdigit() else None,
        court="scotus" if reporter_slug(citations[0].reporter) == "us" else None,
    )
    return Identity("opinion", case, day[0] if day else None)


def _citations(about: Mapping[str, Any]) -> Iterator[ReporterCitation]:
    """Yield the citations; CourtListener splits each, and its docs show numbers for volumes."""
    for item in about.get("citations") or ():
        if not isinstance(item, Mapping):
            continue
        words = item.get("cite") or " ".join(
            str(item.get(part, "")) for part in ("volume", "reporter", "page")
        )
        citation = parse_reporter_citation(str(words))
        if citation:
            yield citation
