"""Short addresses of queries: the query itself, packed, so that nobody has to keep anything.

An address begins with the version of the packing. What version 1 packs, it will always unpack: its
dictionary, words that queries here often have, may never change; another one needs another version.
"""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final

from api.faults import AskingError

VERSION: Final = "1"
RAW: Final = -15  # no header and no checksum
DICTIONARY: Final = b"""\
PREFIX SELECT DISTINCT CONSTRUCT DESCRIBE ASK WHERE { OPTIONAL { UNION MINUS FILTER ( STR( LCASE( \
CONTAINS( BIND ( AS VALUES GROUP BY HAVING ORDER BY DESC(COUNT(* ) AS LIMIT 100 OFFSET GRAPH ?g {\
 https://w3id.org/anticommandeering/id/case/us/ https://w3id.org/anticommandeering/scheme/ \
dcterms:title rdfs:label skos:prefLabel skos:notation ac:slug ac:jurisdiction ac:topic ac:status \
ac:enacted ac:decided ac:year ac:court ac:treatment ac:pinCite ac:opinionType ac:evidenceType \
ac:onElement ac:states ac:follows ac:overrules cito:hasCitedEntity ac:citingCase a ac:StateLaw ; \
a ac:Case ; ?element ?citation ?citing ?cited ?name ?title ?law ac:reliesOn ?case . ?case \
"""


class NoPermalink(AskingError):
    """An address is none that was given out for a query."""

    def __init__(self, packed: str) -> None:
        super().__init__(f"{packed[:40]!r} is no packed query: an address was cut or mistyped")


def pack(query: str) -> str:
    """Return a query as a word for an address.

    >>> unpack(pack("SELECT ?case WHERE { ?law ac:reliesOn ?case }"))
    'SELECT ?case WHERE { ?law ac:reliesOn ?case }'
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, RAW, zdict=DICTIONARY)
    data = packer.compress(query.encode()) + packer.flush()
    return VERSION + urlsafe_b64encode(data).decode().rstrip("=")


def unpack(packed: str, most: int = 1_000_000) -> str:
    """Return the query of a packed word, of at most ``most`` bytes.

    Raises:
        NoPermalink: it is none, or longer.
    """
    try:
        if packed[:1] != VERSION:
            raise NoPermalink(packed)
        word = packed[1:].encode("ascii")
        data = urlsafe_b64decode(word + b"=" * (-len(word) % 4))
        reader = zlib.decompressobj(RAW, zdict=DICTIONARY)
        text = reader.decompress(data, most)
        if not reader.eof or reader.unused_data:
            raise NoPermalink(packed)
        return text.decode()
    except (ValueError, zlib.error) as error:
        raise NoPermalink(packed) from error
