"""How programs ask a query: as a command, in Python, in R, and by a short address."""

import json
import shlex
from dataclasses import dataclass

from api.permalink import pack
from ontology.prefixes import sparql_prologue

JSON = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Ways:
    """The same query for a terminal, for two languages, and as a permalink."""

    permalink: str
    curl: str
    python: str
    r: str


def bare(query: str) -> str:
    r"""Return a query without the declarations of prefixes that the endpoint knows anyway.

    >>> bare("PREFIX ac: <https://w3id.org/anticommandeering/ns#>\nASK { ?s a ac:Case }")
    'ASK { ?s a ac:Case }'
    """
    known = set(sparql_prologue().splitlines())
    return "".join(line for line in query.splitlines(True) if line.strip() not in known)


def ways(endpoint: str, query: str) -> Ways:
    """Return how programs ask a query at an endpoint.

    >>> ways("http://localhost/sparql", "ASK { ?s ?p ?o }").curl.partition(" --data")[0]
    "curl http://localhost/sparql -H 'Accept: text/csv'"
    """
    asked, text = shlex.quote(f"query={query}"), json.dumps(query, ensure_ascii=False)
    return Ways(
        permalink=endpoint.removesuffix("/sparql") + "/q/" + pack(bare(query)),
        curl=f"curl {shlex.quote(endpoint)} -H 'Accept: text/csv' --data-urlencode {asked}",
        python="from SPARQLWrapper import JSON, SPARQLWrapper\n\n"
        f"endpoint = SPARQLWrapper({json.dumps(endpoint)})\n"
        f"endpoint.setQuery({text})\n"
        "endpoint.setReturnFormat(JSON)\n"
        'rows = endpoint.query().convert()["results"]["bindings"]\n',
        r=f"query <- {text}\n"
        f"address <- paste0({json.dumps(endpoint + '?format=csv&query=')}, "
        "URLencode(query, reserved = TRUE))\n"
        "rows <- read.csv(address)\n",
    )
