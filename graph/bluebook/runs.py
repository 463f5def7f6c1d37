"""A citation as runs of text in one face each, and what text, HTML and documents make of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal, TypeAlias

Face: TypeAlias = Literal["roman", "italic", "small-caps", "underline"]


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one face."""

    text: str
    face: Face = "roman"


Runs: TypeAlias = tuple[Run, ...]
TAGS: dict[Face, tuple[str, str]] = {
    "roman": ("", ""),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "small-caps": ('<span style="font-variant:small-caps">', "</span>"),
}


def roman(text: str) -> Runs:
    """Return a text in roman, or nothing for an empty one."""
    return (Run(text),) if text else ()


def italic(text: str) -> Runs:
    """Return a text in italics, or nothing for an empty one."""
    return (Run(text, "italic"),) if text else ()


def joined(parts: Iterable[Runs], between: str) -> Runs:
    """Return parts one after another, with the same words between any two that say something.

    >>> plain(joined([roman("a"), (), italic("b")], ", "))
    'a, b'
    """
    found: list[Run] = []
    for part in filter(None, parts):
        found += [*([Run(between)] if found else []), *part]
    return merged(found)


def merged(runs: Iterable[Run]) -> Runs:
    """Return the runs with neighbours of one face made one.

    >>> merged([Run("a"), Run("b"), Run("c", "italic")])
    (Run(text='ab', face='roman'), Run(text='c', face='italic'))
    """
    found: list[Run] = []
    for run in runs:
        if found and found[-1].face == run.face:
            found[-1] = Run(found[-1].text + run.text, run.face)
        elif run.text:
            found.append(run)
    return tuple(found)


def plain(runs: Runs) -> str:
    """Return the text alone."""
    return "".join(run.text for run in runs)


def html(runs: Runs) -> str:
    """Return the runs as HTML.

    >>> html((Run("Id.", "italic"), Run(" at 5 & 6")))
    '<i>Id.</i> at 5 &amp; 6'
    """
    return "".join(
        TAGS[run.face][0] + escape(run.text, quote=False) + TAGS[run.face][1] for run in runs
    )


def underlined(runs: Runs) -> Runs:
    """Return the runs as papers for a court may have them: underlined where others use italics.

    >>> underlined((Run("Id.", "italic"), Run(" at 5")))[0].face
    'underline'
    """
    return tuple(Run(run.text, "underline" if run.face == "italic" else run.face) for run in runs)
