"""The command line: ``precedent``. Data goes to stdout, progress and errors to stderr.

Exit codes: 0 done, 1 it failed, 2 the words of the command are off, 3 nothing was found,
4 facts break a rule, or are not what the texts give.
"""

from typing import Annotated, Final

import typer

from api import (
    commands_bench,
    commands_brief,
    commands_candidates,
    commands_cases,
    commands_chains,
    commands_check,
    commands_claims,
    commands_compare,
    commands_doctrine,
    commands_dump,
    commands_facts,
    commands_laws,
    commands_measure,
    commands_pictures,
    commands_questions,
    commands_read,
    commands_run,
    commands_search,
    commands_standing,
    commands_stats,
    commands_status,
    commands_validate,
)
from api.terminal import stdout

# Where help shows a command; all others ask the graph.
PANELS: Final = {
    "ingest": "Read texts and facts",
    "extract": "Read texts and facts",
    "build": "Read texts and facts",
    "facts": "Read texts and facts",
    "validate": "Read texts and facts",
    "serve": "Serve, query, export",
    "query": "Serve, query, export",
    "dump": "Serve, query, export",
    "doctor": "Serve, query, export",
    "evaluate": "Measure and check",
    "picture": "Ask the graph",
    "bench": "Measure and check",
    "check": "Measure and check",
}

app = typer.Typer(
    help=(
        "The Anti-Commandeering Precedent Graph: which precedents a case stands on, how a line of"
        " cases runs, and which state laws rely on them, with the evidence for each."
        " It states evidence, never advice."
    ),
    epilog="Begin with: precedent search printz; precedent chain '505 U.S. 144' murphy-v-ncaa;"
    " precedent laws --relies-on printz; precedent ask."
    " A case may be named by slug (printz-v-united-states), citation ('521 U.S. 898') or by words"
    " of its name that fit one case only. PRECEDENT_HOME sets the data directory.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def show_version(value: bool) -> None:
    """Print the version and leave."""
    if value:
        stdout.print(commands_run.version_line())
        raise typer.Exit


@app.callback()
def precedent(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Hold the options that stand before any command."""


commands_search.register(app)
commands_brief.register(app)
commands_chains.register(app)
commands_cases.register(app)
commands_status.register(app)
commands_standing.register(app)
commands_compare.register(app)
commands_laws.register(app)
commands_doctrine.register(app)
commands_pictures.register(app)
commands_claims.register(app)
commands_candidates.register(app)
commands_questions.register(app)
commands_read.register(app)
commands_run.register(app)
commands_measure.register(app)
commands_bench.register(app)
commands_check.register(app)
commands_validate.register(app)
commands_stats.register(app)
commands_dump.register(app)
commands_facts.register(app)


for one in app.registered_commands:
    name = str(one.name or getattr(one.callback, "__name__", ""))
    one.rich_help_panel = PANELS.get(name, "Ask the graph")
for group in app.registered_groups:
    group.rich_help_panel = PANELS[str(group.name)]


def main() -> None:
    """Run the command line."""
    app()
