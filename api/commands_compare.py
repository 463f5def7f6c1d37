"""The command that holds a draft beside what is recorded: compare."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.tree import Tree

from api.options import AsJson, AsOfDay, Home
from api.telling import named
from api.terminal import open_store, print_json, stderr, stdout, told_plainly
from graph.as_of import AsOf
from graph.errors import UnreadableDraft

if TYPE_CHECKING:
    from ingest.compare import Cited, Comparison, Engaged, InCourt

STDIN = Path("-")


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(compare)


def compare(
    file: Annotated[
        Path, typer.Argument(help="A draft: .txt, .md, .html, .pdf or .docx; - for standard input.")
    ],
    *,
    jurisdiction: Annotated[
        str | None, typer.Option(help="Whose draft it is, e.g. US-MO: its own laws are left out.")
    ] = None,
    as_of: AsOfDay = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Hold a draft bill beside the record: what it cites, how it works, and who did alike.

    Nothing of the draft is stored or logged.
    """
    from ingest.compare import compare as compare_draft  # noqa: PLC0415 - spaCy loads slowly
    from ingest.sources.drafts import read_draft  # noqa: PLC0415

    with told_plainly(as_json=as_json):
        try:
            data = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
        except OSError as error:
            raise UnreadableDraft(str(file), f"it cannot be read: {error.strerror}") from error
        draft = read_draft("draft.txt" if file == STDIN else file.name, data)
        answer = compare_draft(
            open_store(home), draft, jurisdiction=jurisdiction, as_of=AsOf.read(as_of)
        )
    if as_json:
        print_json(answer)
        return
    stdout.print(_tree(answer))
    for note in answer.notes:
        stderr.print(note, soft_wrap=True)


def _tree(answer: "Comparison") -> Tree:
    tree = Tree(f"a draft of {answer.characters:,} characters")
    cited = tree.add(f"cites {len(answer.cited)} authorities")
    for one in answer.cited:
        cited.add(_cited(one))
    for words, found in (
        ("elements of the doctrine", answer.elements),
        ("federal programmes", answer.programs),
        ("mechanisms", answer.mechanisms),
    ):
        if found:
            branch = tree.add(words)
            for engaged in found:
                branch.add(_engaged(engaged))
    _suits(tree, "WARNING: laws alike that courts struck down or enjoined", answer.warnings)
    alike = tree.add(f"most like it of the laws recorded: {len(answer.alike)}")
    for law in answer.alike:
        why = [*law.mechanisms, *law.programs, f"words: {', '.join(law.words)}"]
        line = f"{law.score:.2f} {law.law.jurisdiction} {law.law.title} [{law.law.slug}]"
        alike.add(f"{line}, {law.law.status or 'status not recorded'}: {'; '.join(why)}")
    _suits(tree, "laws alike in court", answer.in_court)
    if answer.limits:
        limits = tree.add("limits to mind")
        for limit in answer.limits:
            limits.add(f"{limit.label} [{limit.slug}]")
    if answer.limiting_cases:
        cases = "; ".join(f"{named(case)} ({number})" for case, number in answer.limiting_cases)
        tree.add(f"cases that limit the laws alike: {cases}")
    return tree


def _cited(one: "Cited") -> str:
    name = named(one.case) if one.case else one.name or one.unresolved_reason or ""
    ended = "; ".join(f"OVERRULED by {named(case)}" for case in one.overruled_by)
    return f"{one.text}: {name}" + (f": {ended}" if ended else "")


def _engaged(found: "Engaged") -> str:
    side = f" ({found.side})" if found.side else ""
    said = "; ".join(f"“{text}” at {start}" for text, start, _ in found.words)
    return f"{found.label}{side}: {said}"


def _suits(tree: Tree, words: str, suits: "tuple[InCourt, ...]") -> None:
    branch = tree.add(words) if suits else None
    for suit in suits:
        if branch is not None:
            done = suit.litigation
            cite = f", {done.citation}" if done.citation else ""
            branch.add(f"{suit.law_title}: {done.case_name}{cite}: {done.disposition}")
