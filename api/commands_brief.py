"""The command that writes briefing documents: brief."""

from pathlib import Path
from typing import Annotated

import typer

from api.completion import case_argument
from api.options import AsOfDay, Home
from api.terminal import USAGE, fail, open_store, stderr, told_plainly
from api.whole_file import write_whole
from graph.as_of import AsOf


def register(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(brief)


def brief(
    key: Annotated[
        str | None, case_argument("A case, or the slug of a law; with TO the earlier case.")
    ] = None,
    to: Annotated[str | None, case_argument("A later case: how the doctrine runs to it.")] = None,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="The file; its ending tells the form: .docx .pdf .pptx .html .md.",
        ),
    ],
    topic: Annotated[
        str | None, typer.Option(help="Laws on this topic instead: firearms, real-id, ...")
    ] = None,
    template: Annotated[
        Path | None, typer.Option(help="A Word document whose styles the briefing takes.")
    ] = None,
    as_of: AsOfDay = None,
    home: Home = None,
) -> None:
    """Write a briefing about a case, a law, a topic, or the line between two cases.

    With the picture, what treats it and how, laws with their evidence, limits beside, notes and a
    table of authorities in the form of The Bluebook, the day of the facts and the dataset.
    """
    from api.brief.compose import brief as composed  # noqa: PLC0415
    from api.brief.compose import brief_of_topic  # noqa: PLC0415 - documents load slowly
    from api.brief.files import MEDIA, file_of  # noqa: PLC0415

    form = output.suffix.lower().removeprefix(".")
    if form not in MEDIA:
        fail(f"{output}: a briefing ends in one of .{', .'.join(MEDIA)}", USAGE)
    if (key is None) == (topic is None):
        fail("name either a case or law, or a --topic", USAGE)
    if template is not None and form != "docx":
        fail(f"--template is for .docx, and {output} is none", USAGE)
    with told_plainly():
        store, day = open_store(home), AsOf.read(as_of)
        told = brief_of_topic(store, topic, day) if topic else composed(store, key or "", to, day)
        data = file_of(told, form, template)
        write_whole(output, data)
    stderr.print(f"{output}: {len(data)} bytes", soft_wrap=True)
