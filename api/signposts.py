"""Link headers that lead machines from a page to the thing, its data and its licence (signposting).

See https://signposting.org/FAIR/: ``cite-as`` the IRI to cite, ``describedby`` the data,
``type`` what it is, ``license`` the terms of use; ``describes`` leads from the data back.
"""

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from graph.iri import BASE
from ontology.concepts import SCHEMES
from ontology.prefixes import PREFIXES

LICENSE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
ABOUT_PAGE: Final = "https://schema.org/AboutPage"
HTML: Final = "text/html"
# The forms in which a description is given, by the ending of its address.
FORMS: Final[Mapping[str, ox.RdfFormat]] = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
}
MEDIA: Final[Mapping[str, str]] = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
ROOT: Final = SCHEMES.removesuffix("scheme/")  # of the vocabulary and the schemes, never moved
SAFE: Final = "/#:,;@!$&'()*+=~"


def local_path(iri: str) -> str:
    """Return where this server answers for an IRI of its own, percent-encoded.

    >>> local_path(BASE + "id/case/us/521/898")
    '/id/case/us/521/898'
    >>> local_path(PREFIXES["ac"] + "Case")
    '/ns#Case'
    """
    base = BASE if iri.startswith(BASE) else ROOT
    return "/" + quote(iri.removeprefix(base), safe=SAFE)


def is_ours(iri: str) -> bool:
    """Tell an IRI for which this server answers from one of others.

    >>> is_ours(SCHEMES + "signal/see"), is_ours("https://schema.org/name")
    (True, False)
    """
    places = (BASE + "id/", SCHEMES, PREFIXES["ac"])
    return iri.startswith(places) or iri == PREFIXES["ac"].rstrip("#")


def signposts(iri: str, types: Iterable[str] = ()) -> str:
    """Return the ``Link`` header of a page about a thing.

    >>> signposts(BASE + "id/article/a").partition(", ")[0].rpartition("/")[2]
    'a>; rel="cite-as"'
    """
    path = local_path(iri)
    return ", ".join(
        [
            f'<{iri}>; rel="cite-as"',
            *(f'<{path}.{end}>; rel="describedby"; type="{MEDIA[end]}"' for end in FORMS),
            *(f'<{kind}>; rel="type"' for kind in (ABOUT_PAGE, *types)),
            f'<{LICENSE}>; rel="license"',
        ]
    )


def data_signposts(iri: str) -> str:
    """Return the ``Link`` header of a document of data about a thing."""
    page = f'<{local_path(iri)}.html>; rel="alternate"; type="{HTML}"'
    return f'<{iri}>; rel="describes", <{iri}>; rel="cite-as", {page}, <{LICENSE}>; rel="license"'
