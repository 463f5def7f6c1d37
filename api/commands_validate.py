"""The command that holds curated facts against their rules: validate."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.options import AsJson
from api.terminal import INVALID, NOTHING_FOUND, fail, print_json, stderr, stdout, told_plainly
from graph.coverage.wording import title

if TYPE_CHECKING:
    from graph.validation.places import Fault
    from graph.validation.table import Validation

Files = Annotated[
    list[Path] | None,
    typer.Argument(exists=True, help="YAML files or folders; without any, the packaged facts."),
]


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(validate)


def validate(
    files: Files = None,
    *,
    as_json: AsJson = False,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules and stop.")] = False,
) -> None:
    """Check facts against every rule and tell all faults, each with its file and line.

    Exit code 4 where any rule is broken.
    """
    from graph.validation import table  # noqa: PLC0415 - the shapes' engine loads slowly

    if rules:
        _print_rules(table.rules(), as_json=as_json)
        return
    with told_plainly(as_json=as_json):
        done = table.validate(files or ())
    if not done.files:
        fail(f"no YAML file stands in {', '.join(map(str, files or ()))}", NOTHING_FOUND)
    if as_json:
        print_json({"valid": not done.faults} | asdict(done))
    else:
        for fault in done.faults:
            stdout.print(line_of(fault), soft_wrap=True)
        (stderr if done.faults else stdout).print(summary(done))
    if done.faults:
        raise typer.Exit(INVALID)


def line_of(fault: "Fault") -> str:
    """Return a fault as compilers print theirs: file, line, record, field, rule, what is wrong."""
    place = fault.file if fault.line is None else f"{fault.file}:{fault.line}"
    where = " ".join(filter(None, (fault.record, fault.field)))
    value = f" ({fault.value!r})" if fault.value and fault.value not in fault.message else ""
    return f"{place}: {where}{': ' if where else ''}[{fault.rule}] {fault.message}{value}"


def summary(done: "Validation") -> str:
    """Return how much was checked, and what came out, as one line."""
    counted = sorted(done.records.items())
    kinds = ", ".join(f"{n} {title(kind)}" for kind, n in counted) or "no record"
    found = f"{len(done.faults)} faults" if done.faults else "every rule is kept"
    return f"{found}: {kinds} in {done.files} files, {done.rules} rules"


def _print_rules(rules: dict[str, str], *, as_json: bool) -> None:
    if as_json:
        print_json(rules)
        return
    for name, sentence in rules.items():
        stdout.print(f"{name:>32}  {sentence}", soft_wrap=True)
