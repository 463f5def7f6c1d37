"""How every command answers that the API answers too: in words, or in the API's own forms.

A command takes the store (and the day and the page, where it has them) and returns what it found;
the options for these and for the form of the answer are added to it here, once for all.
"""

import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from api.answers.answer import Answer
from api.faults import UnknownName
from api.options import PAGE, AsCsv, AsJson, AsOfDay, Cursor, Fields, Form, Home, Output, Sort
from api.paging import LIMIT, MOST, Page
from api.rendering.formats import offered_for
from api.rendering.render import render
from api.terminal import NOTHING_FOUND, USAGE, fail, open_store, stderr, stdout, told_plainly
from api.whole_file import write_whole
from graph.as_of import AsOf

ENDINGS: Final = {"mmd": "mermaid", "gv": "dot"}
OUTPUT: Final = {
    "as_json": (AsJson, False),
    "as_csv": (AsCsv, False),
    "form": (Form, None),
    "fields": (Fields, None),
    "output": (Output, None),
    "home": (Home, None),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a command found: the answer, how it is told in words, and what is said of nothing."""

    answer: Answer
    tell: Callable[[], None]
    nothing: str | None = None


def answering(
    *, limit: int = LIMIT, most: int = MOST, sorts: bool = True
) -> Callable[[Callable[..., Found]], Callable[..., None]]:
    """Return a decorator that makes a command of a function that finds something.

    Its parameters ``store``, ``page`` and ``as_of`` become options. ``limit`` and ``most`` are
    those of its page, and ``sorts`` says whether the order can be chosen.
    """

    def decorate(find: Callable[..., Found]) -> Callable[..., None]:
        own = inspect.signature(find, eval_str=True).parameters
        taken = [p for name, p in own.items() if name not in ("store", "page", "as_of")]
        added = dict(_page_options(limit, most, sorts)) if "page" in own else {}
        added |= {"as_of": (AsOfDay, None)} if "as_of" in own else {}

        @wraps(find)
        def command(**given: Any) -> None:  # noqa: ANN401 - what typer read of the words
            asked = {name: given.pop(name) for name in (*added, *OUTPUT)}
            form = _form(asked)
            with told_plainly(as_json=form == "json"):
                if "as_of" in own:
                    given["as_of"] = AsOf.read(asked["as_of"])
                if "page" in own:
                    given["page"] = Page(asked["limit"], asked["cursor"], asked.get("sort"))
                found = find(open_store(asked["home"]), **given)
                _give(found, form, asked["fields"], asked["output"])
            if found.nothing is not None:
                fail(found.nothing, NOTHING_FOUND)

        keyword = inspect.Parameter.KEYWORD_ONLY
        options = [
            inspect.Parameter(name, keyword, default=default, annotation=annotation)
            for name, (annotation, default) in (added | OUTPUT).items()
        ]
        parameters = [*taken, *options]
        shaped: Any = command  # typer reads what a function says of itself
        shaped.__signature__ = inspect.Signature(parameters, return_annotation=None)
        shaped.__annotations__ = {p.name: p.annotation for p in parameters}
        return command

    return decorate


def _page_options(limit: int, most: int, sorts: bool) -> Iterator[tuple[str, tuple[Any, Any]]]:
    told = typer.Option(min=1, max=most, help="How many to show at most.", rich_help_panel=PAGE)
    yield "limit", (Annotated[int, told], limit)
    yield "cursor", (Cursor, None)
    if sorts:
        yield "sort", (Sort, None)


def _form(asked: dict[str, Any]) -> str | None:
    """Return the form that is asked for, or None for words."""
    named = [("json", asked["as_json"]), ("csv", asked["as_csv"]), (asked["form"], asked["form"])]
    chosen = {form for form, wanted in named if wanted}
    if len(chosen) > 1:
        fail(f"one form at a time: {', '.join(sorted(chosen))}", USAGE)
    output: Path | None = asked["output"]
    ending = output.suffix[1:].lower() if output else ""
    if not chosen and ENDINGS.get(ending, ending) in offered_for(None):
        return ENDINGS.get(ending, ending)
    return next(iter(chosen), None)


def _give(found: Found, form: str | None, fields: str | None, output: Path | None) -> None:
    """Print what was found, or write it to a file."""
    if form is None:
        if fields:
            raise UnknownName("format", "words, with --fields", ("json", "csv"))
        _tell(found, output)
        return
    data = render(found.answer, form, fields, pretty=True).data
    if output:
        write_whole(output, data)
        stderr.print(f"{output}: {len(data)} bytes", soft_wrap=True)
    else:
        sys.stdout.write(data.decode())


def _tell(found: Found, output: Path | None) -> None:
    if output is None:
        found.tell()
    elif found.nothing is None:
        with stdout.capture() as words:
            found.tell()
        write_whole(output, words.get().encode())
        stderr.print(f"{output}: {len(words.get().encode())} bytes", soft_wrap=True)


def register(app: typer.Typer, commands: Sequence[Callable[..., None]]) -> None:
    """Add commands to the program."""
    for command in commands:
        app.command()(command)
