"""The states as citations abbreviate them (Bluebook table T10)."""

from typing import Final

from graph.reporters import alternation, compact

ABBREVIATIONS: Final = {
    "Ala.": "AL", "Alaska": "AK", "Ariz.": "AZ", "Ark.": "AR", "Cal.": "CA", "Colo.": "CO",
    "Conn.": "CT", "Del.": "DE", "D.C.": "DC", "Fla.": "FL", "Ga.": "GA", "Haw.": "HI",
    "Hawaii": "HI", "Idaho": "ID", "Ill.": "IL", "Ind.": "IN", "Iowa": "IA", "Kan.": "KS",
    "Ky.": "KY", "La.": "LA", "Me.": "ME", "Maine": "ME", "Md.": "MD", "Mass.": "MA", "Mich.": "MI",
    "Minn.": "MN", "Miss.": "MS", "Mo.": "MO", "Mont.": "MT", "Neb.": "NE", "Nev.": "NV",
    "N.H.": "NH", "N.J.": "NJ", "N.M.": "NM", "N.Y.": "NY", "N.C.": "NC", "N.D.": "ND",
    "Ohio": "OH", "Okla.": "OK", "Or.": "OR", "Ore.": "OR", "Pa.": "PA", "R.I.": "RI", "S.C.": "SC",
    "S.D.": "SD", "Tenn.": "TN", "Tex.": "TX", "Utah": "UT", "Vt.": "VT", "Va.": "VA",
    "Wash.": "WA", "W. Va.": "WV", "Wis.": "WI", "Wyo.": "WY",
    "P.R.": "PR", "Guam": "GU", "V.I.": "VI",
}  # fmt: skip
STATE_NAMES: Final = (
    *("Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut"),
    *("Delaware", "Florida", "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa"),
    *("Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan"),
    *("Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire"),
    *("New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio"),
    *("Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota"),
    *("Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "West Virginia"),
    *("Wisconsin", "Wyoming", "Puerto Rico", "District of Columbia"),
)
STATE_PATTERN: Final = alternation(ABBREVIATIONS)
_STANDARD: Final = {postal: name for name, postal in reversed(ABBREVIATIONS.items())} | {
    "HI": "Haw.",
    "ME": "Me.",
    "OR": "Or.",
}
_NAMED: Final = {
    compact(name): (_STANDARD[postal], postal) for name, postal in ABBREVIATIONS.items()
}


# The first 50 names, the federal district and the island, in the order of ABBREVIATIONS' standards.
_BY_NAME: Final = {
    name: _STANDARD[postal]
    for name, postal in zip(
        STATE_NAMES,
        (
            *("AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN"),
            *("IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV"),
            *("NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN"),
            *("TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "PR", "DC"),
        ),
        strict=True,
    )
}
FULL_NAMES: Final = "|".join(sorted(STATE_NAMES, key=len, reverse=True))


def abbreviated(state: str) -> str:
    """Return a state's standard abbreviation, by its full name or any abbreviation.

    >>> abbreviated("New Mexico"), abbreviated("N. M."), abbreviated("West Virginia")
    ('N.M.', 'N.M.', 'W. Va.')
    """
    return _BY_NAME.get(state) or state_named(state)[0]


def state_named(printed: str) -> tuple[str, str]:
    """Return a state's standard abbreviation and its postal code.

    >>> state_named("N. J."), state_named("Ore."), state_named("Hawaii")
    (('N.J.', 'NJ'), ('Or.', 'OR'), ('Haw.', 'HI'))
    """
    return _NAMED[compact(printed)]
