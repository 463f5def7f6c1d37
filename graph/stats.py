"""What the graph holds, counted: every number is the answer to a named SPARQL question."""

from dataclasses import dataclass
from typing import Final

from graph.as_of import ALWAYS, AsOf
from graph.questions import asks, names, question
from graph.store import PrecedentStore

FAMILY: Final = "stats-"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one name; ``of`` is the whole of which they are a share, where there is one."""

    name: str
    n: int
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The answer to one question, the file ``graph/questions/<question>.rq``."""

    question: str
    asks: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class StatsAnswer:
    """Every count of the graph, in order of the questions' names."""

    items: tuple[Counts, ...]


def stats(store: PrecedentStore, as_of: AsOf = ALWAYS) -> StatsAnswer:
    """Return what the graph holds, or what it holds of what had happened by a day.

    What has no date of its own, as the elements of the doctrine, is counted on every day; a law or
    a case whose date nobody recorded is counted only where no day is asked for.
    """

    def read(missing: list[str]) -> dict[str, tuple[Count, ...]]:
        return {name: _counts(store, name, as_of) for name in missing}

    asked = [name for name in names() if name.startswith(FAMILY)]
    counted = store.kept(f"counts as of {as_of.term}", asked, read)
    return StatsAnswer(tuple(Counts(name, asks(name), counted[name]) for name in asked))


def _counts(store: PrecedentStore, name: str, as_of: AsOf) -> tuple[Count, ...]:
    rows = store.select(question(name, as_of=as_of.term))
    return tuple(
        Count(row["name"], int(row["n"]), int(row["of"]) if "of" in row else None)
        for row in rows
        if "name" in row
    )
