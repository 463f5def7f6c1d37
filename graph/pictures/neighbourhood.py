"""The picture of a case's neighbourhood: what it rests on left of it, what cites it right."""

from graph.answers import LineageAnswer, Step
from graph.pictures.chain import boxes_of
from graph.pictures.model import HARD_CAP, MOST_NODES, Box, Picture, Source, Table
from graph.pictures.naming import HEADER, named, row_of, words_of
from graph.pictures.network import network_picture


def neighbourhood_picture(
    rests_on: LineageAnswer,
    cited_by: LineageAnswer,
    source: Source,
    *,
    most: int = MOST_NODES,
    linked: bool = True,
) -> Picture:
    """Return a picture of a case between the cases it cites and those that cite it.

    Both are answers of one step away, strongest ties first, and each gets half of the room, or
    what the other leaves. What does not fit is counted in a box at its end.
    """
    case = rests_on.case
    room = max(min(most, HARD_CAP) - 1, 2)
    back = min(len(rests_on.steps), max(room // 2, room - len(cited_by.steps)))
    drawn = (*rests_on.steps[:back], *cited_by.steps[: room - back])
    earlier, later = rests_on.total - back, cited_by.total - (len(drawn) - back)
    cases = {c.iri: c for step in drawn for c in (step.cited, step.citing)} | {case.iri: case}
    boxes = boxes_of(cases.values(), drawn, case.iri)
    years = [box.year for box in boxes]
    boxes += [
        Box(key, f"+{count} more", words, year, _lane(boxes, year), more=True)
        for key, count, words, year in (
            ("earlier", earlier, "cases that it cites", min(years) - 1),
            ("later", later, "cases that cite it", max(years) + 1),
        )
        if count > 0
    ]
    return network_picture(
        f"{named(case)}: what it rests on, and what cites it",
        boxes,
        source,
        Table(HEADER, tuple(map(row_of, drawn))),
        description=" ".join(f"{_told(step)}." for step in drawn) or "No ties are recorded.",
        left_out=_left_out(earlier, later),
        linked=linked,
    )


def _lane(boxes: list[Box], year: int) -> int:
    """Return the lane of the box at one end, so that no lane is made for what stands for many."""
    end = min(boxes, key=lambda box: (abs(box.year - year), box.lane))
    return end.lane


def _told(step: Step) -> str:
    return f"{step.citing.name} {words_of(step)}"


def _left_out(earlier: int, later: int) -> str:
    parts = [f"{earlier} more that it cites"] * (earlier > 0) + [f"{later} more that cite it"] * (
        later > 0
    )
    return f"The strongest ties are drawn; left out: {' and '.join(parts)}." if parts else ""
