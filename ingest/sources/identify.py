"""Tell which case a text is: from its front matter, a manifest, or its own head."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Self
from urllib.parse import quote

import yaml

from graph.bluebook import parse_reporter_citation
from graph.iri import reporter_slug
from graph.model import Authority, DocumentKind
from graph.reporters import standard
from ingest.clean import clean_text
from ingest.document import Markup

FRONT_MATTER: Final = re.compile(r"\A---\n(.*?)\n---\n", re.S)
HEAD: Final = 3000
DATE: Final = re.compile(
    r"(?:Decided\s+|—Decided\s+)((?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)\s+\d{1,2},\s+\d{4})"
)
MONTHS: Final = {"Sept.": "Sep", "Jan.": "Jan", "Feb.": "Feb"}
CAPTION: Final = re.compile(
    r"^(?P<one>[A-Z][^\n]{2,160}?),?\s*\n?\s*\bv\.\s*\n?\s*(?P<two>[A-Z][^\n]{2,160}?)\.?(?:\n|\Z)",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Which case a text is, whether it is the opinion or a note of it, and when it was decided.

    ``slug`` is the word for the case in links and on the command line, and ``url`` the address that
    the text came from, where a record gives them.
    """

    kind: DocumentKind = "opinion"
    case: Authority | None = None
    decided: str | None = None
    slug: str | None = None
    url: str | None = None

    @classmethod
    def of_entry(cls, entry: dict[str, Any]) -> Self:
        """Return the identity that a record of names and citation gives.

        Raises:
            ValueError: the citation is not one.
        """
        citation = parse_reporter_citation(str(entry["citation"]))
        if citation is None:
            raise ValueError(f"{entry['citation']!r} is not a reporter citation")
        decided = str(entry["decided"]) if entry.get("decided") else None
        year = entry.get("year") or (int(decided[:4]) if decided else None)
        name = entry.get("name") or entry.get("case_name")
        case = Authority("case", name=name, citation=citation, year=year, court=entry.get("court"))
        return cls(entry.get("kind", "opinion"), case, decided, entry.get("slug"), _url(entry))

    def completed(self, other: Self) -> Self:
        """Return this identity with the date and the parallels that another reading adds."""
        if self.case is None or other.case is None or self.case.citation != other.case.citation:
            return self
        case = replace(self.case, parallels=self.case.parallels or other.case.parallels)
        return replace(self, case=case, decided=self.decided or other.decided)


def _url(entry: dict[str, Any]) -> str | None:
    """Return the address that a record gives, in full or as a file of a commit on GitHub.

    >>> _url({"source_repo": "a/b", "commit": "c0ffee", "path": "data/d e.xlsx (rows 1-2)"})
    'https://github.com/a/b/blob/c0ffee/data/d%20e.xlsx'
    """
    if "url" in entry:
        return str(entry["url"])
    if not {"source_repo", "commit", "path"} <= entry.keys():
        return None
    file = quote(str(entry["path"]).partition(" (")[0])
    return f"https://github.com/{entry['source_repo']}/blob/{entry['commit']}/{file}"


def front_matter(source: str) -> Identity | None:
    """Return what the YAML at the head of a Markdown text says, or None without any.

    Raises:
        ValueError: the YAML is broken or lacks the citation.
    """
    found = FRONT_MATTER.match(source)
    if found is None:
        return None
    try:
        return Identity.of_entry(yaml.safe_load(found[1]))
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"the front matter does not identify a case: {error!r}") from error


def identify(source: str, markup: Markup = "text") -> Identity:
    """Return what the head of an opinion says; ``case`` is None if it gives no citation of its own.

    The first line with nothing but a citation counts, and citations on the lines below it that are
    equally bare are its parallels.
    """
    start = (
        clean_text(source[: 4 * HEAD], markup).text[:HEAD] if markup == "html" else source[:HEAD]
    )
    lines = [line.strip() for line in start.splitlines()]
    citations = []
    for line in (line for line in lines[:20] if line):
        if re.fullmatch(r"\d{1,4}\s[A-Z][\w. ]{1,20}\s\d{1,5}(?:\s\(\d{4}\))?", line):
            citation = parse_reporter_citation(line)
            if citation:
                citations.append(citation)
    if not citations:
        return Identity()
    # The official reporter names the case, whatever order a publisher prints them in.
    citations.sort(key=lambda c: reporter_slug(standard(c.reporter) or c.reporter) != "us")
    head = "\n".join(lines)
    decided = _decided(head)
    year = re.search(r"\((\d{4})\)", head)
    case = Authority(
        "case",
        name=_caption(head),
        citation=citations[0],
        parallels=tuple(citations[1:]),
        year=int(decided[:4]) if decided else int(year[1]) if year else None,
        court="scotus" if citations[0].reporter == "U.S." else None,
    )
    return Identity("opinion", case, decided)


def _decided(head: str) -> str | None:
    found = DATE.search(head)
    if found is None:
        return None
    text = re.sub(r"^\w+\.", lambda m: MONTHS.get(m[0], m[0][:3]), found[1])
    pattern = "%b %d, %Y" if len(text.split()[0]) == 3 and text[:3] != "May" else "%B %d, %Y"  # noqa: PLR2004
    return datetime.strptime(text, pattern).date().isoformat()


def _caption(head: str) -> str | None:
    before_date, _, _ = head.partition("Decided")
    found = CAPTION.search(before_date)
    if found is None:
        return None
    return " v. ".join(_party(found[side]) for side in ("one", "two"))


def _party(text: str) -> str:
    """Return a party of a caption in ordinary capitals, without its role.

    >>> _party("Jay PRINTZ, Sheriff/Coroner, Ravalli County, Montana, Petitioner")
    'Printz'
    >>> _party("UNITED STATES et al")
    'United States'
    """
    # A consolidated case follows a period; what stands in brackets is a footnote call.
    text = re.split(r",|\[|(?<=[A-Z]{3})\.\s", text)[0].rstrip(".")
    words = re.sub(r"(?i)\set al$", "", text).split()
    loud = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    chosen = loud if loud and not all(word.isupper() for word in words) else words
    small = {"OF", "THE", "AND", "FOR", "ET", "AL."}
    return " ".join(w.lower() if w in small else w.title() if w.isupper() else w for w in chosen)
