"""Commands that hold what is read against networks that others drew of the same texts."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.options import AsJson
from api.terminal import NOTHING_FOUND, fail, print_json, progress_bar, stdout, told_plainly

if TYPE_CHECKING:
    from ingest.checking import Agreement

check = typer.Typer(no_args_is_help=True, help="Hold what is read against others' networks.")

Network = Annotated[Path, typer.Argument(help="Folder of the network's files.", exists=True)]
Most = Annotated[int, typer.Option(help="Show at most so many differences each way.", min=0)]
Seed = Annotated[int, typer.Option(help="Which differences are drawn where there are more.")]


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(check, name="check")


@check.command()
def fowler(
    texts: Annotated[Path, typer.Argument(help="Folder of opinions.", exists=True)],
    network: Network,
    *,
    most: Most = 50,
    seed: Seed = 1,
    as_json: AsJson = False,
) -> None:
    """Compare opinions with Fowler and Jeon's network of the Supreme Court to 2002."""
    from ingest import checking  # noqa: PLC0415 - spaCy loads slowly; help must not wait for it
    from ingest.document import SourceDocument  # noqa: PLC0415
    from ingest.sources.files import read_documents  # noqa: PLC0415
    from ingest.sources.networks import read_fowler  # noqa: PLC0415

    with told_plainly(), progress_bar() as report:
        documents = [d for d in read_documents([texts]) if isinstance(d, SourceDocument)]
        drawn = read_fowler(network)
        agreement = checking.check(documents, drawn, most=most, seed=seed, progress=report)
    _show(agreement, as_json=as_json)


@check.command()
def courtlistener(
    texts: Annotated[Path, typer.Argument(help="JSON Lines file of opinions.", exists=True)],
    network: Network,
    *,
    most: Most = 50,
    seed: Seed = 1,
    as_json: AsJson = False,
) -> None:
    """Compare opinions with the citations among them that CourtListener records."""
    from ingest import checking  # noqa: PLC0415 - spaCy loads slowly; help must not wait for it
    from ingest.sources.networks import read_courtlistener  # noqa: PLC0415

    with told_plainly(), progress_bar() as report:
        documents, drawn, within = read_courtlistener(texts, network)
        agreement = checking.check(
            documents, drawn, within=within, most=most, seed=seed, progress=report
        )
    _show(agreement, as_json=as_json)


def _show(agreement: "Agreement", *, as_json: bool) -> None:
    if not agreement.texts:
        fail("the network knows none of these texts", NOTHING_FOUND)
    if as_json:
        print_json(asdict(agreement))
        return
    stdout.print(
        f"{agreement.texts} texts: {agreement.found} of {agreement.recorded} recorded citations"
        f" read, {agreement.added} more read"
    )
    for word, sample in (("missed", agreement.missed_sample), ("added", agreement.added_sample)):
        for one in sample:
            stdout.print(f"{word:>6}  {one.citing:12}  {one.cited:12}  printed: {one.printed}")
