"""Compare the cases that texts are read to cite with citation networks that others drew of them.

A case is named by its key in the U.S. Reports (``us/521/898``), to which the volumes of the early
reporters are folded. Everything here is pure; ``ingest.sources.networks`` reads the files.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from graph.iri import NOMINATIVE, case_key
from graph.model import DocumentRecord, ReporterCitation

Network: TypeAlias = Mapping[str, frozenset[str]]
Printing: TypeAlias = Literal["cite", "own volume", "further page", "absent"]

US_KEY: Final = re.compile(r"us/(\d+)/(\d+)")
USID: Final = re.compile(r"(\d+)US(\d+)")
LAST_NOMINATIVE: Final = 90  # 23 Wall. is 90 U.S.


@dataclass(frozen=True, slots=True)
class Comparison:
    """One text beside what a network records of it: the cases that each says it cites."""

    citing: str
    recorded: frozenset[str]
    read: frozenset[str]

    @property
    def missed(self) -> list[str]:
        """Return what is recorded and was not read."""
        return sorted(self.recorded - self.read, key=_place)

    @property
    def added(self) -> list[str]:
        """Return what was read and is not recorded."""
        return sorted(self.read - self.recorded, key=_place)


def _place(key: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", key))


def cited_cases(record: DocumentRecord) -> frozenset[str]:
    """Return the cases of the U.S. Reports that a text's references were led to."""
    found = (
        case_key(reference.authority.citation)
        for reference in record.references
        if reference.authority and reference.authority.citation
    )
    return frozenset(key for key in found if US_KEY.fullmatch(key))


def compare(
    records: Iterable[DocumentRecord], network: Network, within: frozenset[str] | None = None
) -> list[Comparison]:
    """Return a comparison for each text that the network knows.

    With ``within`` only citations of those cases count, on both sides. What a text says of itself
    is no citation.
    """
    compared = []
    for record in records:
        if record.case.citation is None:
            continue
        citing = case_key(record.case.citation)
        if citing not in network:
            continue
        recorded, read = network[citing] - {citing}, cited_cases(record) - {citing}
        if within is not None:
            recorded, read = recorded & within, read & within
        compared.append(Comparison(citing, recorded, read))
    return compared


def usid_key(usid: str) -> str:
    """Return the key of a case that Fowler and Jeon number by its place in the U.S. Reports.

    >>> usid_key("521US898")
    'us/521/898'
    """
    return USID.sub(r"us/\1/\2", usid)


def fowler_network(pairs: Iterable[tuple[str, str]], usids: Mapping[str, str]) -> Network:
    """Return the network that pairs of case numbers draw, citing before cited.

    >>> network = fowler_network([("2", "1")], {"1": "505US144", "2": "521US898"})
    >>> network["us/521/898"], network["us/505/144"]
    (frozenset({'us/505/144'}), frozenset())
    """
    keys = {case: usid_key(usid) for case, usid in usids.items()}
    drawn: dict[str, set[str]] = {key: set() for key in keys.values()}
    for citing, cited in pairs:
        drawn[keys[citing]].add(keys[cited])
    return {key: frozenset(cases) for key, cases in drawn.items()}


def spellings(key: str) -> list[tuple[int, str, str]]:
    """Return the volume, reporter and page under which old and new reports print a case.

    >>> spellings("us/41/539")
    [(41, 'U.S.', '539'), (16, 'Pet.', '539')]
    >>> spellings("us/521/898")
    [(521, 'U.S.', '898')]
    """
    _, volume, page = key.split("/")
    here = int(volume)
    found = [(here, "U.S.", page)]
    if here <= LAST_NOMINATIVE:
        name, before = max(
            ((name, added) for name, added in NOMINATIVE.items() if added < here),
            key=lambda pair: pair[1],
        )
        full = name.title() if name in ("cranch", "black") else f"{name.title()}."
        found.append((here - before, full, page))
    return found


def how_printed(key: str, text: str, own: ReporterCitation | None = None) -> Printing:
    """Tell how a clean text prints a case, if it does.

    ``own volume``: as a page of the volume the text itself is in (*ante*, p. 548); ``further
    page``: as a page behind another case of its volume (221 U.S. 1, 106).

    >>> how_printed("us/41/539", "Prigg v. Pennsylvania, 16 Pet. 539")
    'cite'
    >>> how_printed("us/221/106", "Standard Oil and American Tobacco cases, 221 U.S. 1, 106")
    'further page'
    """
    for volume, reporter, page in spellings(key):
        spaced = re.escape(reporter).replace(r"\.S", r"\.\s?S")
        start = rf"(?<!\d){volume}\.?\s{spaced}(?:\sRep\.|\s\(\d+\s[\w.]+\))?,?\s"
        if re.search(rf"{start}{page}(?!\d)", text):
            return "cite"
        if re.search(rf"{start}\d+,\s(?:\d+(?:-\d+)?,\s)*{page}(?!\d)", text):
            return "further page"
        same = own is not None and own.volume == str(volume)
        if same and re.search(rf"(?:ante|post),\sp\.\s{page}(?!\d)", text):
            return "own volume"
    return "absent"
