"""Rules about form: citations after The Bluebook, addresses, slugs."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from graph.bluebook import case_citation, parse_reporter_citation, with_nominative
from graph.bluebook.courts import court_labels, untold
from graph.iri import case_key, slug
from graph.model import ReporterCitation
from graph.validation.facts import Facts
from graph.validation.places import Entry, Place

Told = tuple[Place, str]

DATABASE: Final = re.compile(r"\d{4} (?:WL|LEXIS) \d+")
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SOURCES: Final = ("sources", "source")
ADDRESS: Final = re.compile(r"(?:https?:/|www\.)\S*", re.I)
HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.I)


def reporter_citation_round_trip(facts: Facts) -> Iterator[Told]:
    """Each place where a case is reported is read, and printed again as it stands."""
    for entry in facts.of_kind("cases"):
        for place in entry.places():
            if place.path[0] == "citations":
                citation = parse_reporter_citation(str(place.value))
                if citation is None:
                    yield place, "no volume, reporter and page that reporters-db knows"
                elif str(citation) != place.value:
                    yield place, f"The Bluebook prints it as {str(citation)!r}"


def full_citation_in_bluebook_form(facts: Facts) -> Iterator[Told]:
    """A case's full citation is its name, its official place, its court and its year (rule 10)."""
    for entry in facts.of_kind("cases"):
        place, wanted = entry.at("bluebook"), _full_citation(entry)
        if place.value is not None and place.value != wanted:
            yield place, f"rule 10 gives {wanted!r}"


def _full_citation(entry: Entry) -> str:
    """Return a case's citation; where no page is known, by a database's number or by the docket."""
    record = entry.record
    citation = _official(entry)
    if citation:
        at = with_nominative(citation)
    else:
        database = DATABASE.search(str(record.get("bluebook")))
        at = database[0] if database else f"No. {_dockets(entry)[0]}"
    label = court_labels().get(str(record.get("court")), "")
    court = untold(label, citation.reporter if citation else "")
    return case_citation(str(record.get("name")), at, court=court, year=record.get("year"))


def _official(entry: Entry) -> ReporterCitation | None:
    found = entry.record.get("citations") or [""]
    return parse_reporter_citation(str(found[0]))


def id_says_the_authority(facts: Facts) -> Iterator[Told]:
    """A case's id is minted from its official citation, else from court, docket and year."""
    for entry in facts.of_kind("cases"):
        citation, record = _official(entry), entry.record
        court, year = record.get("court"), record.get("year")
        dockets = [f"{court}/{slug(docket)}/{year}" for docket in _dockets(entry)]
        wanted = [case_key(citation)] if citation else dockets
        if record["id"] not in wanted:
            yield entry.at("id"), f"the authority gives {wanted[0]!r}"


def _dockets(entry: Entry) -> list[str]:
    """Return the first docket number of a case, as it is and without the judges' initials."""
    given = entry.record.get("docket", [])
    first = str(next(iter(given), "")) if isinstance(given, list) else str(given)
    return [first.partition(" (")[0], first]


def code_of_the_jurisdiction(facts: Facts) -> Iterator[Told]:
    """A jurisdiction's id is its ISO 3166-2 code in lower case, where it has one."""
    for place in facts.fields("iso3166"):
        if str(place.value).lower() != place.entry.record["id"]:
            yield place, f"the id is {place.entry.record['id']!r}"


def slug_form(facts: Facts) -> Iterator[Told]:
    """A slug is lower-case words and numbers joined by hyphens."""
    for place in facts.fields("slug"):
        if not SLUG.fullmatch(str(place.value)):
            yield place, f"a slug is like {slug(str(place.value)).replace('.', '-')!r}"


def address_form(facts: Facts) -> Iterator[Told]:
    """An address among the sources is http or https, with a host, and nothing secret in it."""
    for place in facts.fields(*SOURCES):
        for found in ADDRESS.findall(str(place.value)):
            told = _wrong_address(found)
            if told:
                yield place, f"{found}: {told}"


def _wrong_address(text: str) -> str | None:
    try:
        parts = urlsplit(text)
        host, secret = parts.hostname or "", parts.username or parts.password
    except ValueError as error:
        return str(error)
    if parts.scheme not in ("http", "https"):
        return "an address begins with https:// or http://"
    if not HOST.fullmatch(host):
        return f"{host!r} is no name of a host"
    if secret:
        return "an address names no user and no password"
    return None
