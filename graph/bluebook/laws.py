"""Laws cited in full, in a table of authorities and in short, from what is recorded."""

import re
from typing import Final

from graph.bluebook.cases import Form
from graph.bluebook.codes import read_code
from graph.bluebook.instruments import read_instrument
from graph.bluebook.law_parts import LawPart, ordinals
from graph.bluebook.runs import Runs, roman

REMARK: Final = re.compile(r"\s*\[[^\]]*\]")


def law_parts(text: str, place: str | None = None) -> tuple[LawPart, ...]:
    """Return the authorities of a law's citation; one that is not understood stays as it is.

    Remarks in brackets are no part of a citation. ``place`` is the jurisdiction whose law it is.

    >>> [part.full for part in law_parts("Mo. Rev. Stat. § 1.430; H.B. 85 & 310 (2021)", "us-mo")]
    ['Mo. Rev. Stat. § 1.430', 'H.B. 85 & 310 (2021)']
    >>> [part.read for part in law_parts("Mo. Rev. Stat. § 1.430; H.B. 85 & 310 (2021)", "us-mo")]
    [True, False]
    """
    pieces = (piece.strip() for piece in REMARK.sub("", text).split(";"))
    return tuple(_part(piece, place) for piece in pieces if piece)


def _part(text: str, place: str | None) -> LawPart:
    found = read_code(text) or read_instrument(text, place)
    return found or LawPart("other", ordinals(text), ordinals(text), read=False)


def law_runs(parts: tuple[LawPart, ...], form: Form = "sentence") -> Runs:
    """Return a law's citation in a form.

    A sentence has all its authorities; a table and the short form the one to be cited: the
    constitution or the code if it stands there, else the session law.

    >>> from graph.bluebook.runs import plain
    >>> parts = law_parts("Cal. Gov't Code §§ 7284–7284.12; S.B. 54, 2017 Cal. Stat. ch. 495")
    >>> plain(law_runs(parts, "toa")), plain(law_runs(parts, "short"))
    ("Cal. Gov't Code §§ 7284–7284.12", '§§ 7284–7284.12')
    """
    if not parts:
        return ()
    if form in ("sentence", "text"):
        return roman("; ".join(part.full for part in parts))
    chief = next((part for part in parts if part.kind in ("constitution", "statute")), parts[0])
    return roman(chief.full if form == "toa" else chief.short)
