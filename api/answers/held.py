"""Answers about what the graph holds: counts, and the questions that have names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from api.answers.answer import Answer, paged, record
from api.ordering import Keys
from api.paging import Page
from graph.as_of import ALWAYS, AsOf
from graph.asking import ask, askable, takes, words_of
from graph.competency import competencies
from graph.stats import Counts, stats
from graph.store import PrecedentStore


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: what it asks, what it can be given, and where it is answered.

    ``page`` is where people ask it; the questions that the program itself asks have none.
    """

    name: str
    asks: str
    parameters: tuple[str, ...]
    url: str
    page: str | None


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions that can be asked by name."""

    items: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """One count, as a table of the answer lists it."""

    question: str
    name: str
    n: int
    of: int | None


COUNT_KEYS: Final[Keys[Counts]] = {"question": lambda counts: counts.question}
QUESTION_KEYS: Final[Keys[Question]] = {"name": lambda question: question.name}


def counts(store: PrecedentStore, as_of: AsOf, page: Page) -> Answer:
    """Return every count, each with the question that it answers."""
    found = stats(store, as_of)
    answer = paged(store, found, Counts, page, as_of, asked=("stats",), keys=COUNT_KEYS)
    rows = [CountRow(one.question, c.name, c.n, c.of) for one in answer.rows for c in one.counts]
    return replace(answer, rows=rows, row=CountRow, things=False)


def question_list(store: PrecedentStore, page: Page) -> Answer:
    """Return the questions that can be asked by name."""
    questions = Questions(tuple(map(_question, askable())))
    answer = paged(
        store, questions, Question, page, ALWAYS, asked=("questions",), keys=QUESTION_KEYS
    )
    return replace(answer, things=False)


def _question(name: str) -> Question:
    public = name in competencies()
    return Question(
        name=name,
        asks=words_of(name),
        parameters=tuple(sorted(takes(name))),
        url=f"/api/v1/questions/{name}",
        page=f"/questions/{name}" if public else None,
    )


def one_question(store: PrecedentStore, name: str, given: Mapping[str, str], as_of: AsOf) -> Answer:
    """Return the rows that answer a named question, with the query that was run."""
    found = ask(store, name, given, as_of)
    return replace(record(store, found, as_of, rows=found.rows, row=dict), things=False)
