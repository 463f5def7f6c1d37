"""Queries that are sent to do harm: each kind by name, with variants made from a number."""

from collections.abc import Callable
from typing import Final

Q: Final = "SELECT * { "
ADDRESS: Final = "http://127.0.0.1:{port}/"
TRIPLES: Final = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o "


def _service(n: int) -> str:
    word = ["SERVICE", "service", "SeRvIcE", "SERVICE SILENT", "service#\n silent"][n % 5]
    return f"{Q} ?s ?p ?o . {word} <{ADDRESS}{n}> {{ ?x ?y ?z }} }}"


# {kind: a query of that kind for any n}; {port} stands for that of a listener nobody may call.
CALLS_OUT: Final[dict[str, Callable[[int], str]]] = {
    "SERVICE": _service,
    "SERVICE by a variable": lambda n: (
        f"{Q} VALUES ?u {{ <{ADDRESS}{n}> }} SERVICE ?u {{ ?s ?p ?o }} }}"
    ),
    "SERVICE after a point": lambda n: f"{Q} ?s{n} ?p ?o .SERVICE <{ADDRESS}> {{ ?x ?y ?z }} }}",
    "SERVICE after a number": lambda n: f"{Q} ?s ?p {n}SERVICE <{ADDRESS}> {{ ?x ?y ?z }} }}",
    "SERVICE between comparisons": lambda n: (
        f"{Q} VALUES ?a {{ {n} }} FILTER(?a<'x>' || true)"
        f" SERVICE SILENT <{ADDRESS}> {{ ?s ?p ?o }} FILTER(?a<'y>' || true) }}"
    ),
    "SERVICE after a carriage return": lambda n: (
        f"{Q} ?s ?p ?o . # {n}\rSERVICE <{ADDRESS}> {{ ?x ?y ?z }}\n }}"
    ),
    "SERVICE after an escape": lambda n: (
        f"{Q} ?s <http://x/\\u0041'{n}> ?o . SERVICE <{ADDRESS}> {{ ?x ?y ?z }} ?t <http://x/'b> ?u }}"
    ),
    "SERVICE in a subquery": lambda n: (
        f"{Q} {{ SELECT * {{ SERVICE <{ADDRESS}> {{ ?s ?p ?o }} }} LIMIT {n + 1} }} }}"
    ),
    "SERVICE in EXISTS": lambda n: (
        f"{Q} ?s ?p ?o FILTER EXISTS {{ SERVICE <{ADDRESS}{n}> {{ ?s ?x ?y }} }} }}"
    ),
    "LOAD": lambda n: f"LOAD <{ADDRESS}{n}>",
    "LOAD behind a query": lambda n: f"ASK {{ ?s ?p {n} }} ; LOAD <{ADDRESS}>",
    "FROM": lambda n: f"SELECT * FROM <{ADDRESS}{n}> {{ ?s ?p ?o }}",
    "FROM NAMED": lambda n: f"SELECT * FROM NAMED <{ADDRESS}{n}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "GRAPH": lambda n: f"{Q} GRAPH <{ADDRESS}{n}> {{ ?s ?p ?o }} }}",
}
WRITES: Final[dict[str, Callable[[int], str]]] = {
    "INSERT DATA": lambda n: f"INSERT DATA {{ <urn:{n}> <urn:p> <urn:o> }}",
    "DELETE WHERE": lambda n: f"DELETE WHERE {{ ?s ?p {n} }}",
    "DROP": lambda n: f"DROP {['ALL', 'DEFAULT', 'NAMED'][n % 3]}",
    "CLEAR": lambda n: f"CLEAR GRAPH <urn:{n}>",
    "an update behind a query": lambda n: f"ASK {{ ?s ?p {n} }} ; DROP ALL",
}
BREAKS: Final[dict[str, Callable[[int], str]]] = {
    "deep parentheses": lambda n: f"{Q} FILTER({'(' * (n + 2000)}1{')' * (n + 2000)}) }}",
    "deep braces": lambda n: Q + "{" * (n + 1600) + "}" * (n + 1601),
    "deep OPTIONAL": lambda n: Q + "OPTIONAL { " * (n + 400) + "}" * (n + 401),
    "deep brackets": lambda n: f"{Q} ?s ?p {'[ ?q ' * (n + 320)} 1 {']' * (n + 320)} }}",
    "a long sum": lambda n: f"{Q} FILTER({'1+' * (7000 + n)}1 > 0) }}",
    "many negations": lambda n: f"{Q} FILTER({'!' * (15000 + n)}true) }}",
    "many signs": lambda n: f"{Q} FILTER({'- ' * (7000 + n)}1 > 0) }}",
    "a long path": lambda n: f"{Q} ?s <a:>{'/<a:>' * (2500 + n)} ?o }}",
    "inverse of inverse": lambda n: f"{Q} ?s {'^' * (15000 + n)}<a:> ?o }}",
    "a wide star": lambda n: f"{Q} ?s {' ; '.join(f'?p{i} ?o{i}' for i in range(900 + n))} }}",
    "a wide UNION": lambda n: Q + " UNION ".join(["{ ?s ?p ?o }"] * (500 + n)) + " }",
    "one quotation mark": lambda n: f'{Q} ?s ?p "' + '\\"' * (7000 + n),
    "open long strings": lambda n: f'{Q} ?s ?p """' + '\\"""' * (3500 + n),
    "open IRIs": lambda n: f"{Q} ?s ?p " + "<a" * (7000 + n),
    "no characters": lambda n: "\x00" * (n + 1),
    "half a surrogate's worth": lambda n: f"{Q} ?s ?p '\\uD800{n}' }}",
    "too long": lambda n: f"{Q} ?s ?p '{'x' * (17_000 + n)}' }}",
    "not SPARQL": lambda n: f"SELEC {n}",
    "nothing": lambda n: " " * n,
}
COSTS: Final[dict[str, Callable[[int], str]]] = {
    "a product": lambda n: f"SELECT (COUNT(*) AS ?n{n}) {{ {TRIPLES} }}",
    "a sorted product": lambda n: f"SELECT * {{ {TRIPLES} }} ORDER BY ?a ?d LIMIT {n + 1}",
    "a distinct product": lambda n: (
        f"SELECT DISTINCT ?a ?d ?g ?j {{ {TRIPLES} FILTER(?a != {n}) }}"
    ),
    "a grouped product": lambda n: (
        f"SELECT (GROUP_CONCAT(?c) AS ?x) {{ {TRIPLES} FILTER(?a != {n}) }}"
    ),
    "a product of values": lambda n: (
        "SELECT (COUNT(*) AS ?n) { "
        + " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(80 + n)))} }}" for i in range(8))
        + " }"
    ),
    "any path": lambda n: f"SELECT (COUNT(*) AS ?n) {{ ?s (!<urn:{n}>)* ?o . ?o (!<urn:x>)* ?t }}",
    "huge strings": lambda n: (
        f"{Q} BIND('{'x' * 1000}' AS ?a0) "
        + " ".join(f"BIND(CONCAT(?a{i}, ?a{i}) AS ?a{i + 1})" for i in range(30 + n % 5))
        + " }"
    ),
    "a regular expression": lambda n: (
        f"SELECT (COUNT(*) AS ?n) {{ {TRIPLES} FILTER REGEX(STR(?c), '(a*)*(b|.*)*{n}$') }}"
    ),
    "a large regular expression": lambda n: (
        f"ASK {{ FILTER REGEX('x', '((a{{1,{900 + n}}}){{1,900}}){{1,900}}') }}"
    ),
    "many replacements": lambda n: (
        f"{Q} {TRIPLES} BIND(REPLACE(CONCAT(STR(?c), '{n}'), '.', 'xxxxxxxxxxxxxxxxxxxx') AS ?x) }}"
    ),
    "a constructed product": lambda n: (
        f"CONSTRUCT {{ ?a ?e ?o }} WHERE {{ {TRIPLES} FILTER(?a != {n}) }}"
    ),
    "a described product": lambda n: f"DESCRIBE ?a ?o {{ {TRIPLES} FILTER(?a != {n}) }}",
}
KINDS: Final = CALLS_OUT | WRITES | BREAKS | COSTS
