"""The map of a compact, a network or a set of applications: who belongs to it on a day."""

from typing import Final
from urllib.parse import quote

from graph.answers import LawDetail
from graph.law_days import Member, MembersOn
from graph.pictures.frame import Frame
from graph.pictures.model import Picture, Source, Table
from graph.pictures.tile_map import EMPTY, WIDE, Look, Tile, draw_legend, draw_tiles
from graph.pictures.tiles import NAMES

BELONGS: Final = Look("#c7ced6", 1.8)
OPEN: Final = Look("#ffffff", 1.4, "4 3")
LEFT: Final = Look("#ffffff", 1.4, "1.5 3")
HEADER: Final = ("State", "On the day", "Since", "Until", "Citation")


def members_picture(
    detail: LawDetail, members: MembersOn, source: Source, *, linked: bool = True
) -> Picture:
    """Return a map of who belongs to a measure on a day, with the year since when."""
    law = detail.law
    frame = Frame(f"{law.title}: members on {members.day}", WIDE)
    found = [
        (look, state, member)
        for look, state, group in (
            (LEFT, "left", members.left),
            (OPEN, "uncertain", members.uncertain),
            (BELONGS, "member", members.members),
        )
        for member in group
    ]
    href = "/laws/" + quote(law.slug)
    draw_tiles(
        frame,
        {
            letters(member): Tile(
                look, year, href, f"{letters(member)} {year}, {member.name}: {state}"
            )
            for look, state, member in found
            for year in (line_of(state, member),)
        },
        linked=linked,
    )
    used = {state for _, state, _ in found}
    legend = [(EMPTY, "none recorded"), (BELONGS, "member, since when")]
    legend += [(OPEN, "the dates leave it open")] if "uncertain" in used else []
    legend += [(LEFT, "has left")] if "left" in used else []
    draw_legend(frame, legend)
    told = _told(members)
    frame.note(told, strong=True)
    elsewhere = [member.name for _, _, member in found if letters(member) not in NAMES]
    left_out = f"Not on the map: {', '.join(elsewhere)}." if elsewhere else ""
    if left_out:
        frame.note(left_out)
    rows = tuple(
        (m.name, state, m.since or m.seen or "", m.until or "", m.citation or "")
        for _, state, m in sorted(found, key=lambda one: one[2].name)
    )
    said = " ".join(f"{name}: {state}." for name, state, *_ in rows)
    return frame.finish(source, f"{told} {said}", Table(HEADER, rows), left_out, linked=linked)


def letters(member: Member) -> str:
    """Return the letters of a member's tile.

    >>> letters(Member("US-MD", "Maryland", "2007-04-10"))
    'MD'
    """
    return member.jurisdiction.removeprefix("US-")


def line_of(state: str, member: Member) -> str:
    """Return the second line of a member's tile: the year of what the map tells.

    >>> line_of("left", Member("US-PA", "Pennsylvania", "2019", "2023-01-17"))
    '–2023'
    """
    if state == "left":
        return f"–{(member.until or '')[:4]}"
    return (member.since or member.seen or "?")[:4]


def _told(members: MembersOn) -> str:
    votes = members.electoral_votes
    parts = [f"{members.total} members"]
    if votes is not None:
        parts.append(f"{votes} electoral votes" + _needed(members.votes_needed))
    elif members.members_needed:
        parts[0] += _needed(members.members_needed)
    if members.uncertain:
        parts.append(f"{len(members.uncertain)} whose dates leave it open")
    return f"On {members.day}: {', '.join(parts)}."


def _needed(number: int | None) -> str:
    return f" of {number} needed" if number else ""
