"""What is asked over HTTP of each server: our paths, and queries in SPARQL that ask the same.

The queries ask for less than our answers give: which cases and laws there are, and no names,
passages, pins, facets or order. They are written so that rdflib answers them soon: read from the
case that is known, and along direct triples where there are any.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from urllib.parse import urlencode

from graph.iri import thing_iri
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

STEP: Final = "?s{n} ac:citingCase {later} ; cito:hasCitedEntity {earlier} ."


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question: its name, our paths, and the same as queries, if they are asked."""

    name: str
    paths: Sequence[str]
    queries: Sequence[str]


def questions() -> tuple[Question, ...]:
    """Return what is measured: one hop, lines between two cases, laws through later cases."""
    return (
        _of_cases("one hop: what a case cites", _hop_path, HOP),
        _of_pairs("chain of at most 2 steps", 2, asks_peer=True),
        _of_pairs("chain of at most 4 steps", 4, asks_peer=False),  # takes it minutes
        _of_cases("laws through later cases", _laws_path, LAWS),
    )


HOP: Final = """SELECT DISTINCT ?cited ?treatment WHERE {{
  ?citation ac:citingCase {case} ; cito:hasCitedEntity ?cited ; ac:treatment ?treatment .
}}"""
LAWS: Final = """SELECT DISTINCT ?law WHERE {{
  {{ {case} ^ac:reliesOn ?law }}
  UNION {{ {case} {rests} ?c1 . ?c1 ^ac:reliesOn ?law }}
  UNION {{ {case} {rests} ?c1 . ?c1 {rests} ?c2 . ?c2 ^ac:reliesOn ?law }}
}}"""
RESTS: Final = "(^ac:follows|^ac:applies|^ac:extends)/^ac:hasOpinion"


def _of_cases(name: str, path: Callable[[str], str], query: str) -> Question:
    asked = [query.format(case=_node(case), rests=RESTS) for case in CASES]
    return Question(name, [path(case) for case in CASES], [sparql_prologue() + q for q in asked])


def _hop_path(case: str) -> str:
    return f"/api/v1/cases/{case}/lineage"


def _laws_path(case: str) -> str:
    return "/api/v1/laws?" + urlencode({"relies_on": case, "through": "true"})


def _of_pairs(name: str, hops: int, *, asks_peer: bool) -> Question:
    return Question(
        name,
        [
            "/api/v1/chains?" + urlencode({"from": one, "to": other, "max_hops": hops})
            for one, other in PAIRS
        ],
        [lines_query(_node(one), _node(other), hops) for one, other in PAIRS if asks_peer],
    )


def lines_query(earlier: str, later: str, hops: int) -> str:
    """Return the query for the lines of at most so many steps, read back from the later case.

    >>> lines_query("<urn:a>", "<urn:b>", 1).split("WHERE")[1]
    ' { { ?s1 ac:citingCase <urn:b> ; cito:hasCitedEntity <urn:a> . } }'
    """
    ways = []
    for length in range(1, hops + 1):
        ends = [later, *(f"?c{n}" for n in range(1, length)), earlier]
        steps = (
            STEP.format(n=n, later=one, earlier=other)
            for n, (one, other) in enumerate(pairwise(ends), 1)
        )
        ways.append(f"{{ {' '.join(steps)} }}")
    wanted = " ".join(f"?c{n}" for n in range(1, hops))
    return f"{sparql_prologue()}SELECT DISTINCT {wanted or '*'} WHERE {{ {' UNION '.join(ways)} }}"


def _node(case: str) -> str:
    return f"<{thing_iri('case', case)}>"
