"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from api.completion import case_argument, element_option
from graph.as_of import AsOf
from graph.step_filter import StepFilter

FORM: Final = "Form of the answer"
PAGE: Final = "Part of the list"

Home: TypeAlias = Annotated[
    Path | None,
    typer.Option("--home", help="Data directory; default PRECEDENT_HOME, else the user's own."),
]
AsJson: TypeAlias = Annotated[
    bool, typer.Option("--json", help="Print JSON.", rich_help_panel=FORM)
]
AsCsv: TypeAlias = Annotated[
    bool, typer.Option("--csv", help="Print a table as CSV.", rich_help_panel=FORM)
]
Form: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--format",
        help="json, csv, jsonld, ttl; for lines of cases also graphml, dot, mermaid.",
        rich_help_panel=FORM,
    ),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="Write to this file, whole or not at all; its ending tells the form (.csv, .json).",
        rich_help_panel=FORM,
    ),
]
Fields: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Only these fields, in JSON or CSV: name,year,case.citation.", rich_help_panel=FORM
    ),
]
Cursor: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Go on where a page ended: the `next` that it has in JSON.", rich_help_panel=PAGE
    ),
]
Sort: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Order by a field, - before it for the greatest first: -year,name.",
        rich_help_panel=PAGE,
    ),
]
Dissents: TypeAlias = Annotated[
    bool, typer.Option("--dissents", help="Count separate opinions too; by default only the Court.")
]
Case: TypeAlias = Annotated[
    str,
    case_argument("Slug, citation, IRI or words of the name."),
]
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
    str | None,
    element_option("Only cases that state this element."),
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
