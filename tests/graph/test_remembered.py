"""What a snapshot remembers of answers is counted once, and is what counting anew would give."""

from collections.abc import Callable

import pytest

from graph.as_of import AsOf
from graph.authority import authority
from graph.chain import chain
from graph.elements import elements
from graph.exposure import exposure
from graph.stats import stats
from graph.store import PrecedentStore

THEN = AsOf("2012-06-28")
NEW_YORK, MURPHY = "505 U.S. 144", "murphy-v-ncaa"

ANSWERS: dict[str, Callable[[PrecedentStore], object]] = {
    "stats": stats,
    "stats then": lambda store: stats(store, THEN),
    "authority": authority,
    "authority then": lambda store: authority(store, as_of=THEN),
    "authority, dissents": lambda store: authority(store, dissents=True),
    "authority, element": lambda store: authority(store, element="anti-commandeering"),
    "elements": elements,
    "elements then": lambda store: elements(store, as_of=THEN),
    "chain": lambda store: chain(store, NEW_YORK, MURPHY),
    "longer chain": lambda store: chain(store, NEW_YORK, MURPHY, max_hops=5, limit=20),
    "exposure": lambda store: exposure(store, case="printz-v-united-states"),
}


def test_a_snapshot_reads_once_and_a_store_that_is_written_each_time() -> None:
    """What a writer's store says may change; what a snapshot says may not."""
    written = PrecedentStore.memory()
    snapshot = PrecedentStore(written.inner, fixed=True)
    reads: list[str] = []

    def read() -> list[str]:
        reads.append(name)
        return [name]

    for store in (snapshot, written):
        for name in ("a", "a", "b"):
            assert store.once("names", name, read) == [name]

    assert reads == ["a", "b", "a", "a", "b"]


@pytest.mark.slow
def test_answers_are_the_same_whatever_was_asked_before(packaged: PrecedentStore) -> None:
    """Days, elements and dissents do not mix, in whatever order they are asked for."""
    alone = {name: ask(PrecedentStore(packaged.inner, fixed=True)) for name, ask in ANSWERS.items()}
    together = PrecedentStore(packaged.inner, fixed=True)

    for _ in range(2):
        assert {name: ask(together) for name, ask in reversed(ANSWERS.items())} == alone
    assert alone["stats"] != alone["stats then"]
    assert alone["authority"] != alone["authority then"] != alone["authority, dissents"]
