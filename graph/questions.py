"""The named SPARQL queries of ``graph/questions``: one question a file, stated first."""

from functools import cache
from importlib.resources import files
from string import Template

from ontology.prefixes import sparql_prologue


@cache
def _template(name: str) -> Template:
    return Template((files("graph") / "questions" / f"{name}.rq").read_text(encoding="utf-8"))


def question(name: str, **values: str) -> str:
    """Return a named query with its ``$parameters`` filled; values are SPARQL terms, not text.

    Raises:
        KeyError: a parameter of the query was not given.
    """
    return sparql_prologue() + _template(name).substitute(values)


def names() -> list[str]:
    """Return the names of all questions, sorted."""
    entries = (files("graph") / "questions").iterdir()
    return sorted(entry.name[:-3] for entry in entries if entry.name.endswith(".rq"))
