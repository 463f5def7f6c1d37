"""Mint IRIs from the authority alone, so that any machine mints the same one without asking."""

import hashlib
import os
import re
import unicodedata
from functools import lru_cache
from typing import Final

from graph.model import Authority, Mention, Opinion, RelianceCandidate, ReporterCitation

BASE: Final = os.environ.get("PRECEDENT_BASE_IRI", "https://w3id.org/anticommandeering/")

# Volumes of the early reporters counted on in U.S. Reports: 16 Pet. 539 is 41 U.S. 539.
NOMINATIVE: Final = {
    "dall": 0,
    "cranch": 4,
    "wheat": 13,
    "pet": 25,
    "how": 41,
    "black": 65,
    "wall": 67,
}


NO_WORD: Final = re.compile(r"[^a-z0-9.]+")
NO_LETTER: Final = re.compile(r"[^a-z0-9]")
RECENT: Final = 10_000  # places remembered: an opinion asks for the same ones again and again


def slug(text: str) -> str:
    """Return the text in lower-case ASCII words joined by hyphens; apostrophes vanish.

    >>> slug("Gov't Code")
    'govt-code'

    A range keeps its ends apart, whatever dash stands between them:

    >>> slug("7284–7284.12")
    '7284-7284.12'
    """
    if not text.isascii():
        text = text.replace("–", "-").replace("—", "-")
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return NO_WORD.sub("-", text.lower().replace("'", "")).strip("-.")


@lru_cache(maxsize=RECENT)
def reporter_slug(reporter: str) -> str:
    """Return a reporter's abbreviation without periods or spaces.

    >>> reporter_slug("F. Supp. 3d"), reporter_slug("U. S.")
    ('fsupp3d', 'us')
    """
    return NO_LETTER.sub("", reporter.lower())


@lru_cache(maxsize=RECENT)
def official(citation: ReporterCitation) -> ReporterCitation:
    """Return a nominative citation as the volume of the U.S. Reports it was renumbered to.

    >>> str(official(ReporterCitation("16", "Pet.", "539")))
    '41 U.S. 539'
    """
    added = NOMINATIVE.get(reporter_slug(citation.reporter))
    if added is None or not citation.volume.isdigit():
        return citation
    return ReporterCitation(str(int(citation.volume) + added), "U.S.", citation.page)


@lru_cache(maxsize=RECENT)
def case_key(citation: ReporterCitation) -> str:
    """Return the path that identifies a case: 521 U.S. 898 is us/521/898.

    >>> case_key(ReporterCitation("521", "U. S.", "898"))
    'us/521/898'

    A neutral citation is one with or without leading zeros, as New Mexico prints them:

    >>> case_key(ReporterCitation("2007", "NMCERT", "008"))
    'nmcert/2007/8'
    """
    at = official(citation)
    return f"{reporter_slug(at.reporter)}/{slug(at.volume)}/{slug(at.page).lstrip('0')}"


def thing_iri(*path: str) -> str:
    """Return the IRI of a thing by its path under ``id/``."""
    return BASE + "id/" + "/".join(path)


SUPREME: Final = thing_iri("case", "us", "")  # how every case of the U.S. Reports begins


def case_iri(citation: ReporterCitation) -> str:
    """Return the IRI of the case reported at a citation.

    >>> case_iri(ReporterCitation("505", "U.S.", "144")).removeprefix(BASE)
    'id/case/us/505/144'
    """
    return thing_iri("case", case_key(citation))


def authority_path(authority: Authority) -> str:
    """Return the path of an authority's IRI under ``id/``.

    Raises:
        ValueError: the record lacks what would identify the authority.

    >>> authority_path(Authority("statute", volume="8", reporter="U.S.C.", section="1373(a)"))
    'statute/usc/8/1373-a'
    >>> authority_path(Authority("constitution", name="U.S. Const. art. VI, cl. 2"))
    'constitution/us-const-art-vi-cl-2'

    A database's number or a neutral citation is a volume, a reporter and a page. A docket number
    counts within one court and needs it; the year keeps apart what a court later numbers alike:

    >>> authority_path(Authority("case", court="cand", docket="3:20-cv-00123", year=2021))
    'case/cand/3-20-cv-00123/2021'
    """
    match authority:
        case Authority(kind="case", citation=ReporterCitation() as citation):
            return f"case/{case_key(citation)}"
        case Authority(kind="case", court=str(court), docket=str(docket), year=int(year)):
            return f"case/{slug(court)}/{slug(docket)}/{year}"
        case Authority(kind="case", volume=str(volume), reporter=str(reporter), name=str(name)):
            # Printed before it had a page, 560 U.S. ___: the volume and the name are all there is.
            return f"case/{reporter_slug(reporter)}/{slug(volume)}/{slug(name.replace('.', ''))}"
        case Authority(kind="constitution" | "treatise" | "federalist" as kind, name=str(name)):
            words = slug(name.replace(".", ""))
            return f"{kind}/{words.removeprefix('the-federalist-no-')}"
        case Authority(kind="journal" | "session_law" as kind, reporter=str(reporter)):
            places = (authority.volume, authority.page or authority.section)
            return "/".join([kind.replace("_", "-"), reporter_slug(reporter), *_slugs(places)])
        case Authority(kind="statute", section=str(section)):
            code = reporter_slug(authority.reporter) if authority.reporter else None
            work = code or slug((authority.name or "").replace(".", ""))
            if work:
                return "/".join(["statute", *_slugs((work, authority.volume, section))])
        case Authority(name=str(name)):
            return f"{authority.kind.replace('_', '-')}/{slug(name.replace('.', ''))}"
    raise ValueError(f"nothing identifies this {authority.kind}: {authority}")


def _slugs(places: tuple[str | None, ...]) -> list[str]:
    return [slug(place) for place in places if place]


def authority_iri(authority: Authority) -> str:
    """Return the IRI of whatever can be cited; see ``authority_path``."""
    return thing_iri(authority_path(authority))


def opinion_iri(case: Authority, opinion: Opinion) -> str:
    """Return the IRI of one opinion of a case.

    A majority has no author in its IRI, so that a text that does not name one mints the same.

    >>> printz = Authority("case", citation=ReporterCitation("521", "U.S.", "898"))
    >>> opinion_iri(printz, Opinion("dissent", "Stevens")).removeprefix(BASE)
    'id/opinion/us/521/898/stevens-dissent'
    >>> opinion_iri(printz, Opinion("majority", "Scalia")).removeprefix(BASE)
    'id/opinion/us/521/898/majority'
    """
    name = opinion_name(opinion.type, opinion.author)
    return thing_iri(authority_path(case).replace("case/", "opinion/", 1), name)


def opinion_name(kind: str, author: str | None) -> str:
    """Return the last segment of an opinion's IRI, by its type and its author's surname.

    >>> opinion_name("concurrence-dissent", "O'Connor"), opinion_name("majority", "Scalia")
    ('oconnor-concurrence-dissent', 'majority')
    """
    anonymous = author is None or kind in ("majority", "syllabus", "note")
    return kind if anonymous else f"{slug(author or '')}-{kind}"


def document_iri(case: Authority, kind: str) -> str:
    """Return the IRI of a case's text of one kind, which also names the graph that holds it."""
    return thing_iri(authority_path(case).replace("case/", "document/", 1), kind)


def citation_iri(sha256: str, start: int, end: int) -> str:
    """Return the IRI of a citing reference: its source's hash and its offsets there."""
    return thing_iri("citation", hashlib.sha256(f"{sha256}:{start}:{end}".encode()).hexdigest())


def mention_iri(sha256: str, mention: Mention) -> str:
    """Return the IRI of a mention: its source's hash, its offsets there and its kind."""
    place = f"{sha256}:{mention.start}:{mention.end}:{mention.kind}"
    return thing_iri("mention", hashlib.sha256(place.encode()).hexdigest())


def candidate_iri(sha256: str, candidate: RelianceCandidate) -> str:
    """Return the IRI of a candidate: its source's hash, its offsets, its law and precedent."""
    parts = (sha256, candidate.start, candidate.end, candidate.law, candidate.precedent)
    return thing_iri("candidate", hashlib.sha256(":".join(map(str, parts)).encode()).hexdigest())
