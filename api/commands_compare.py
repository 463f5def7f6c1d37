"""The command that holds a draft beside what is recorded: compare."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.tree import Tree

from api.answering import Found, answering
from api.answering import register as add
from api.telling import named
from api.terminal import stderr, stdout
from graph.as_of import AsOf
from graph.errors import UnreadableDraft
from graph.store import PrecedentStore

if TYPE_CHECKING:
    from ingest.compare import Cited, Comparison, Engaged, InCourt

STDIN = Path("-")


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    add(app, (compare,))


@answering()
def compare(
    store: PrecedentStore,
    file: Annotated[
        Path, typer.Argument(help="A draft: .txt, .md, .html, .pdf or .docx; - for standard input.")
    ],
    *,
    jurisdiction: Annotated[
        str | None, typer.Option(help="Whose draft it is, e.g. US-MO: its own laws are left out.")
    ] = None,
    as_of: AsOf,
) -> Found:
    """Hold a draft bill beside the record: what it cites, how it works, and who did alike.

    Nothing of the draft is stored or logged.
    """
    from api.answers.drafts import draft_beside_record  # noqa: PLC0415 - spaCy loads slowly
    from ingest.compare import compare as compare_draft  # noqa: PLC0415
    from ingest.sources.drafts import read_draft  # noqa: PLC0415

    try:
        data = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
    except OSError as error:
        raise UnreadableDraft(str(file), f"it cannot be read: {error.strerror}") from error
    draft = read_draft("draft.txt" if file == STDIN else file.name, data)
    found = compare_draft(store, draft, jurisdiction=jurisdiction, as_of=as_of)
    return Found(draft_beside_record(store, found, as_of), partial(_tell, found))


def _tell(found: "Comparison") -> None:
    stdout.print(_tree(found))
    for note in found.notes:
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
    said = "; ".join(f"“{words.text}” at {words.start}" for words in found.words)
    return f"{found.label}{side}: {said}"


def _suits(tree: Tree, words: str, suits: "tuple[InCourt, ...]") -> None:
    branch = tree.add(words) if suits else None
    for suit in suits:
        if branch is not None:
            done = suit.litigation
            cite = f", {done.citation}" if done.citation else ""
            branch.add(f"{suit.law_title}: {done.case_name}{cite}: {done.disposition}")
