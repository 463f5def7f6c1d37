"""References between cases in steps of their own: counted, walked, and only then read whole.

Who cites whom costs a third of what a whole reference does.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from graph.projection import CitationEdge, edge_of, edges_read, terms
from graph.questions import question
from graph.store import PrecedentStore, batches
from ontology.concepts import concept_iri

Reference = tuple[str, tuple[str, str]]  # the citation, and (citing, cited)
MENTION: Final = concept_iri("treatment", "mentions")


def first_edges(
    store: PrecedentStore, cases: Iterable[str], *, back: bool, most: int
) -> list[CitationEdge]:
    """Return at most so many of the references from or to cases, mere mentions of each last."""
    name = "cases-cited" if back else "citing-cases"
    found: list[CitationEdge] = []
    for group in batches(sorted(cases)):
        order = f"ORDER BY (?treatment = <{MENTION}>) LIMIT {most - len(found)}"
        found += edges_read(store, f"{question(name, cases=terms(group))}\n{order}")
        if len(found) >= most:
            break
    return found


def references(
    store: PrecedentStore, cases: Iterable[str], *, back: bool
) -> dict[str, tuple[str, str]]:
    """Return (citing, cited) by reference, for those from (``back``) or to cases.

    What a case cites may be no case: a statute is cited and cites nothing.
    """
    name, end = ("references-from", 0) if back else ("references-to", 1)

    def read(missing: list[str]) -> dict[str, list[Reference]]:
        found: dict[str, list[Reference]] = {case: [] for case in missing}
        for citation, *pair in store.rows(question(name, cases=terms(missing))):
            found[pair[end]].append((citation, (pair[0], pair[1])))
        return found

    kept = store.kept(name, cases, read).values()
    return {ref: pair for found in kept for ref, pair in found if pair[0] != pair[1]}


def references_between(
    store: PrecedentStore, cases: Iterable[str], others: Iterable[str], *, back: bool
) -> dict[str, tuple[str, str]]:
    """Return what ``references`` does, of those only that lead to one of some other cases."""
    name = "references-from-to" if back else "references-to-from"
    ends, found = terms(others), dict[str, tuple[str, str]]()
    for group in batches(sorted(cases)):
        asked = question(name, cases=terms(group), others=ends)
        found |= {citation: (citing, cited) for citation, citing, cited in store.rows(asked)}
    return found


def edges_of(store: PrecedentStore, known: Mapping[str, tuple[str, str]]) -> list[CitationEdge]:
    """Return references of which (citing, cited) is known, with what each does."""

    def read(missing: list[str]) -> dict[str, tuple[CitationEdge, ...]]:
        found: dict[str, tuple[CitationEdge, ...]] = dict.fromkeys(missing, ())
        for row in store.select(question("references-treat", citations=terms(missing))):
            citing, cited = known[row["citation"]]
            found[row["citation"]] = (edge_of(row | {"citing": citing, "cited": cited}),)
        return found

    kept = store.kept("references-treat", sorted(known), read)
    return [edge for citation in sorted(kept) for edge in kept[citation]]


def reference_count(store: PrecedentStore, cases: Iterable[str], *, back: bool, most: int) -> int:
    """Return how many references cases make (``back``) or receive, counted up to a number."""
    name, wanted = f"count-references-{'from' if back else 'to'}", set(cases)
    known = store.known(name, wanted)
    counted: int = sum(number for (number,) in known.values())
    for group in batches(sorted(wanted - known.keys())):
        if counted >= most:
            break
        asked = question(name, cases=terms(group), most=str(most - counted))
        found = dict.fromkeys(group, (0,)) | {case: (int(n),) for case, n in store.rows(asked)}
        counted += sum(number for (number,) in found.values())
        if counted < most:  # otherwise more would have been counted
            store.remember(name, found)
    return min(counted, most)
