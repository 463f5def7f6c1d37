"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from graph.as_of import AsOf
from graph.step_filter import StepFilter

Home: TypeAlias = Annotated[
    Path | None,
    typer.Option("--home", help="Data directory; default PRECEDENT_HOME, else the user's own."),
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv: TypeAlias = Annotated[bool, typer.Option("--csv", help="Print a table as CSV.")]
Form: TypeAlias = Annotated[
    str | None,
    typer.Option("--format", help="Print in this form; a wrong one lists all."),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="Write to this file, whole or not at all; its ending tells the form."
    ),
]
Fields: TypeAlias = Annotated[
    str | None, typer.Option(help="Only these fields, in JSON or CSV: name,year,case.citation.")
]
Cursor: TypeAlias = Annotated[
    str | None, typer.Option(help="Go on where a page ended: its `next`.")
]
Sort: TypeAlias = Annotated[
    str | None,
    typer.Option(help="Order by fields: -year,name; a wrong one lists all."),
]
Dissents: TypeAlias = Annotated[
    bool, typer.Option("--dissents", help="Count separate opinions too; by default only the Court.")
]
Case: TypeAlias = Annotated[str, typer.Argument(help="Slug, citation, IRI or words of the name.")]
AsOfDay: TypeAlias = Annotated[
    str | None,
    typer.Option("--as-of", help="Only what had happened by this day, YYYY-MM-DD."),
]
Treatment: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--treatment", help="Only steps that treat a case so: follows; may be repeated."),
]
Court: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--court", help="Only what this court decided: scotus, ca9; may be repeated."),
]
Depth: TypeAlias = Annotated[
    str | None,
    typer.Option(help="At least so deep: mentioned, cited, discussed, examined."),
]
Element: TypeAlias = Annotated[
    str | None, typer.Option("--element", help="Only cases that state this element.")
]


def step_filter(
    treatment: list[str] | None,
    court: list[str] | None,
    depth: str | None,
    element: str | None,
    dissents: bool,
    as_of: AsOf,
) -> StepFilter:
    """Return the options that narrow steps as the graph takes them."""
    return StepFilter(tuple(treatment or ()), tuple(court or ()), depth, element, dissents, as_of)
