"""Commands that ask by name and cite: ask, cite."""

from functools import partial
from typing import Annotated, Final, Literal, TypeAlias

import typer
from rich.table import Table

from api.answering import Found, answering
from api.answering import register as add
from api.answers.answer import Answer
from api.answers.cited import cited
from api.answers.held import one_question, question_list
from api.completion import case_argument, case_option, complete_question, element_option, law_option
from api.paging import MOST, Page
from api.terminal import stderr, stdout
from graph.as_of import AsOf
from graph.asking import QuestionAnswer
from graph.citing import CitedAs
from graph.iri import BASE
from graph.store import PrecedentStore
from ontology.concepts import SCHEMES

Words: TypeAlias = str | None
SHORTENED: Final = (SCHEMES, BASE + "id/")


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    add(app, (ask, cite))


@answering()
def ask(
    store: PrecedentStore,
    name: Annotated[
        str | None,
        typer.Argument(
            help="Name of a question; without one, all are listed.",
            autocompletion=complete_question,
        ),
    ] = None,
    *,
    case: Annotated[Words, case_option("A case: slug, citation or name.")] = None,
    cases: Annotated[Words, typer.Option(help="Cases, parted by commas.")] = None,
    citing: Annotated[Words, typer.Option(help="Citing cases, parted by commas.")] = None,
    law: Annotated[Words, law_option("A law: slug or IRI.")] = None,
    laws: Annotated[Words, typer.Option(help="Laws, parted by commas.")] = None,
    element: Annotated[
        Words,
        element_option("An element: slug or label."),
    ] = None,
    identifier: Annotated[Words, typer.Option(help="A slug, citation or docket.")] = None,
    jurisdiction: Annotated[Words, typer.Option(help="US-CA, CA or California.")] = None,
    topic: Annotated[Words, typer.Option(help="A topic of laws: firearms.")] = None,
    court: Annotated[Words, typer.Option(help="A court: scotus, ca9.")] = None,
    day: Annotated[Words, typer.Option(help="A day: 2022-06-30.")] = None,
    since: Annotated[Words, typer.Option(help="The first day, or year, that counts.")] = None,
    until: Annotated[Words, typer.Option(help="The last day, or year, that counts.")] = None,
    as_of: AsOf,
) -> Found:
    """Ask a question that has a name; without a name, list them all with what they take.

    What a question does not take is refused with what it does: precedent ask history --case printz.
    """
    words = {
        "case": case,
        "cases": cases,
        "citing": citing,
        "law": law,
        "laws": laws,
        "element": element,
        "identifier": identifier,
        "jurisdiction": jurisdiction,
        "topic": topic,
        "court": court,
        "day": day,
        "since": since,
        "until": until,
    }
    if name is None:
        listed = question_list(store, Page(MOST))
        return Found(listed, partial(_tell_questions, listed))
    given = {parameter: value for parameter, value in words.items() if value is not None}
    answer = one_question(store, name, given, as_of)
    nothing = None if answer.rows else "the question is answered by nothing that is recorded"
    return Found(answer, partial(_tell_rows, answer.found), nothing)


def _tell_questions(answer: Answer) -> None:
    table = Table(title=f"{answer.body['total']} questions", title_justify="left")
    for heading in ("name", "asks", "takes"):
        table.add_column(heading, overflow="fold")
    for question in answer.rows:
        takes = " ".join(f"--{name.replace('_', '-')}" for name in question.parameters)
        table.add_row(question.name, question.asks, takes)
    stdout.print(table)


def _tell_rows(found: QuestionAnswer) -> None:
    given = ", ".join(f"{name} {words}" for name, words in found.parameters.items())
    table = Table(title=found.asks + (f" ({given})" if given else ""), title_justify="left")
    for column in found.columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in found.rows:
        table.add_row(*(_short(row.get(column, "")) for column in found.columns))
    if found.rows:
        stdout.print(table)


def _short(value: str) -> str:
    """Return an IRI of ours without what all of them begin with."""
    return next((value.removeprefix(b) for b in SHORTENED if value.startswith(b)), value)


@answering()
def cite(
    store: PrecedentStore,
    text: Annotated[
        str,
        case_argument(
            "A citation ('521 us 898, 935', 'cal gov code 7284.6'), a case, or the slug of a law."
        ),
    ],
    *,
    style: Annotated[
        Literal["sentence", "toa", "short", "html"],
        typer.Option(help="In a sentence, for a table of authorities, in short, or as HTML."),
    ] = "sentence",
) -> Found:
    """Cite a decision or a law as The Bluebook does."""
    answer = cited(store, text)
    return Found(answer, partial(_tell_citation, answer.found, style))


def _tell_citation(found: CitedAs, style: str) -> None:
    wanted: str | None = None if style == "sentence" else getattr(found, style)
    stdout.print(wanted or found.bluebook, markup=False, soft_wrap=True)
    if found.note:
        stderr.print(found.note, soft_wrap=True)
