"""The picture of a chain: the strongest lines of cases between two."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from graph.answers import CaseSummary, ChainAnswer, Step
from graph.pictures.courts import level_of
from graph.pictures.model import HARD_CAP, MOST_NODES, Box, Link, Picture, Source, Table
from graph.pictures.naming import HEADER, named, row_of, told, words_of
from graph.pictures.network import network_picture


def chain_picture(
    answer: ChainAnswer, source: Source, *, most: int = MOST_NODES, linked: bool = True
) -> Picture:
    """Return a picture of the lines of a chain, as many whole ones as fit.

    The same answer gives the same picture.
    """
    cases, steps, drawn = fitting(answer, min(most, HARD_CAP))
    title = f"How the doctrine runs from {named(answer.start)} to {named(answer.end)}"
    more = answer.truncated or drawn < len(answer.chains)
    left_out = f"{drawn} of the lines known are drawn; there are more." if more else ""
    sentences = [f"{step.citing.name} {words_of(step)}" for step in steps]
    description = ". ".join(sentences) or "No line of the Court's opinions connects the two"
    return network_picture(
        title,
        boxes_of(cases, steps),
        source,
        Table(HEADER, tuple(map(row_of, steps))),
        description=f"{description}.",
        left_out=left_out,
        linked=linked,
    )


def fitting(answer: ChainAnswer, most: int) -> tuple[list[CaseSummary], list[Step], int]:
    """Return the cases and steps of as many whole lines as fit, strongest first, and how many."""
    cases = {case.iri: case for case in (answer.start, answer.end)}
    steps: dict[tuple[str, str], Step] = {}
    lines = 0
    for line in answer.chains:
        if len(cases | {case.iri: case for case in line.cases}) > most:
            break
        cases |= {case.iri: case for case in line.cases}
        steps |= {(step.citing.iri, step.cited.iri): step for step in line.steps}
        lines += 1
    return list(cases.values()), list(steps.values()), lines


def boxes_of(
    cases: Iterable[CaseSummary], steps: Iterable[Step], centre: str | None = None
) -> list[Box]:
    """Return a box for each case, with a line for each case that it cites."""
    links: Mapping[str, list[Link]] = {case.iri: [] for case in cases}
    for step in sorted(steps, key=lambda step: (step.cited.year or 0, step.cited.iri)):
        links[step.citing.iri].append(Link(step.cited.iri, words_of(step), step.treatment))
    return [
        Box(
            case.iri,
            case.name,
            told(case),
            case.year or 0,
            level_of(case.court),
            "/cases/" + quote(case.key),
            tuple(links[case.iri]),
            centre=case.iri == centre,
        )
        for case in cases
    ]
