"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Home: TypeAlias = Annotated[
    Path | None,
    typer.Option("--home", help="Data directory; default PRECEDENT_HOME, else the user's own."),
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Dissents: TypeAlias = Annotated[
    bool, typer.Option("--dissents", help="Count separate opinions too; by default only the Court.")
]
Case: TypeAlias = Annotated[str, typer.Argument(help="Slug, citation, IRI or words of the name.")]
AsOfDay: TypeAlias = Annotated[
    str | None,
    typer.Option("--as-of", help="Only what had happened by this day, YYYY-MM-DD."),
]
