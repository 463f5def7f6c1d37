"""What is asked over HTTP of each server: our paths, and queries in SPARQL that ask the same.

The queries ask for less than our answers give: which cases and laws, with names and treatments, but
no passages, pins, facets or order. So the peer does not have to do what it was not made for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from urllib.parse import urlencode

from graph.iri import thing_iri
from ontology.concepts import concept_iri
from ontology.prefixes import sparql_prologue

CASES: Final = (
    "us/505/144",  # New York
    "us/521/898",  # Printz
    "us/426/833",  # National League of Cities
    "us/469/528",  # Garcia
    "us/452/264",  # Hodel
    "us/456/742",  # FERC
    "us/528/141",  # Condon
    "us/483/203",  # Dole
    "us/567/519",  # NFIB
    "us/584/453",  # Murphy
)
EARLIER: Final = ("us/426/833", "us/452/264", "us/456/742", "us/505/144", "us/521/898")
LATER: Final = ("us/567/519", "us/584/453")
PAIRS: Final = tuple((one, other) for one in EARLIER for other in LATER)

STEP: Final = "?{n} ac:citingCase {later} ; cito:hasCitedEntity {earlier} ; ac:treatment ?t{n} ."


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question: its name, our paths, and the same as queries."""

    name: str
    paths: Sequence[str]
    queries: Sequence[str]


def questions() -> tuple[Question, ...]:
    """Return what is measured: one hop, lines between two cases, laws through later cases."""
    return (
        _of_cases("one hop: what a case cites", _hop_path, _hop_query),
        _of_pairs("chain of at most 2 steps", 2),
        _of_pairs("chain of at most 4 steps", 4),
        _of_cases("laws through later cases", _laws_path, _laws_query),
    )


HOP: Final = """SELECT ?citation ?cited ?name ?treatment ?part WHERE {
  ?citation ac:citingCase $case ; cito:hasCitedEntity ?cited ;
    ac:treatment ?treatment ; ac:opinionType ?part .
  ?cited a ac:Case .
  OPTIONAL { ?cited rdfs:label ?name }
}"""
LAWS: Final = """SELECT DISTINCT ?law ?title ?c1 ?c2 WHERE {{
  {{ ?law ac:reliesOn {case} }}
  UNION {{ {one} ?law ac:reliesOn ?c1 }}
  UNION {{ {one} {two} ?law ac:reliesOn ?c2 }}
  OPTIONAL {{ ?law dcterms:title ?title }}
}}"""
RESTS: Final = ", ".join(
    f"<{concept_iri('treatment', name)}>" for name in ("follows", "applies", "extends")
)


def _rests(number: int, case: str) -> str:
    """Return that a further case rests on one."""
    n = number
    step = f"?{n} cito:hasCitedEntity {case} ; ac:citingCase ?c{n} ; ac:treatment ?t{n} ."
    return f"{step} FILTER(?t{n} IN ({RESTS}))"


def _of_cases(name: str, path: Callable[[str], str], query: Callable[[str], str]) -> Question:
    asked = [sparql_prologue() + query(_node(case)) for case in CASES]
    return Question(name, [path(case) for case in CASES], asked)


def _hop_query(case: str) -> str:
    return HOP.replace("$case", case)


def _laws_query(case: str) -> str:
    return LAWS.format(case=case, one=_rests(1, case), two=_rests(2, "?c1"))


def _hop_path(case: str) -> str:
    return f"/api/v1/cases/{case}/lineage"


def _laws_path(case: str) -> str:
    return "/api/v1/laws?" + urlencode({"relies_on": case, "through": "true"})


def _of_pairs(name: str, hops: int) -> Question:
    return Question(
        name,
        [
            "/api/v1/chains?" + urlencode({"from": one, "to": other, "max_hops": hops})
            for one, other in PAIRS
        ],
        [lines_query(_node(one), _node(other), hops) for one, other in PAIRS],
    )


def lines_query(earlier: str, later: str, hops: int) -> str:
    """Return the query for the lines of at most so many steps, read back from the later case.

    >>> lines_query("<urn:a>", "<urn:b>", 1).split("WHERE")[1]
    ' { { ?1 ac:citingCase <urn:b> ; cito:hasCitedEntity <urn:a> ; ac:treatment ?t1 . } }'
    """
    ways = []
    for length in range(1, hops + 1):
        ends = [later, *(f"?c{n}" for n in range(1, length)), earlier]
        steps = (
            STEP.format(n=n, later=one, earlier=other)
            for n, (one, other) in enumerate(pairwise(ends), 1)
        )
        ways.append(f"{{ {' '.join(steps)} }}")
    return f"{sparql_prologue()}SELECT * WHERE {{ {' UNION '.join(ways)} }}"


def _node(case: str) -> str:
    return f"<{thing_iri('case', case)}>"
