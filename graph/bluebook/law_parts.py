"""One authority of a law's citation, and the marks that its parts bear."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

Kind: TypeAlias = Literal["constitution", "statute", "session-law", "order", "bill", "other"]

COMMA_FROM: Final = 5  # figures
MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
ORDINAL: Final = re.compile(r"\b(\d*)(2nd|3rd)\b")
NUMBERED: Final = re.compile(r"[\w.:/()–-]*\d[\w.:/()–-]*")


@dataclass(frozen=True, slots=True)
class LawPart:
    """One authority, in full and in short; ``read`` tells whether its form was understood.

    ``kind`` says under which heading of a table of authorities it stands.
    """

    kind: Kind
    full: str
    short: str
    read: bool = True


@cache
def table(section: str) -> Mapping[str, Any]:
    """Return a section of the table of codes and session laws."""
    text = (files("graph") / "bluebook" / "laws.toml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = tomllib.loads(text)[section]
    return found


@cache
def places() -> Mapping[str, str]:
    """Return {abbreviation: jurisdiction}, of the states, territories and the Union."""
    return {abbr: place for place, abbr in table("places").items()}


def place_pattern() -> str:
    """Return a pattern for the abbreviation of any jurisdiction."""
    return "|".join(re.escape(abbr) for abbr in sorted(places(), key=len, reverse=True))


def sections(text: str) -> str:
    """Return the sections that a text names, with one sign for one and two for several (rule 3.3).

    >>> sections("sec. 7284.6"), sections("§7284–7284.12"), sections("1373(a)")
    ('§ 7284.6', '§§ 7284–7284.12', '§ 1373(a)')
    >>> sections("§§ 18-3315B"), sections("§ 30:4-8.15 to -8.16"), sections("§§ 201, 502")
    ('§ 18-3315B', '§§ 30:4-8.15 to -8.16', '§§ 201, 502')
    """
    bare = re.sub(r"^(?:§+|sections?|secs?\.?|ss?\.)\s*(?=\S)", "", text.strip(), flags=re.I)
    several = len(NUMBERED.findall(bare)) > 1 or re.search(r"\d–[.\d-]", bare)
    return f"{'§§' if several else '§'} {bare}"


def ordinals(text: str) -> str:
    """Return a text with 2d and 3d where others write 2nd and 3rd (rule 6.2(b)).

    >>> ordinals("153rd Gen. Assemb., 2nd Sess."), ordinals("103d Cong.")
    ('153d Gen. Assemb., 2d Sess.', '103d Cong.')
    """
    return ORDINAL.sub(lambda found: f"{found[1]}{found[2][0]}d", text)


def thousands(number: str) -> str:
    """Return a number with a comma if it has five figures or more (rule 6.2(a)).

    >>> thousands("13768"), thousands("8799"), thousands("18,761")
    ('13,768', '8799', '18,761')
    """
    bare = number.replace(",", "")
    return f"{int(bare):,}" if bare.isdigit() and len(bare) >= COMMA_FROM else bare
