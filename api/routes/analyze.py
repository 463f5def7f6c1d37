"""A draft beside the record, by program and by a page. Nothing of a draft is stored or logged."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Response, UploadFile
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.answers.drafts import draft_beside_record
from api.dependencies import AsOfDay, Store
from api.pages.render import render
from api.pages.tools import tools
from api.reply import ThingReply
from api.schemas import DraftRecord
from graph.as_of import AsOf
from graph.errors import NothingAsked, PrecedentError
from graph.store import PrecedentStore
from ingest.compare import Comparison, compare
from ingest.sources.drafts import MOST_BYTES, read_draft

router = APIRouter(tags=["analyze"])
Text = Annotated[str, Form(description="The draft as text; or send it as a file")]
Draft = Annotated[
    UploadFile | None, File(description="A draft: .txt, .md, .html, .pdf or .docx, 5 MB at most")
]
Place = Annotated[str, Form(description="Whose draft it is, e.g. US-MO: its own laws are left out")]


def _compared(
    store: PrecedentStore, text: str, file: UploadFile | None, jurisdiction: str, as_of: AsOf
) -> Comparison:
    """Return the comparison of whichever was sent.

    Raises:
        NothingAsked: neither a text nor a file was sent.
        UnreadableDraft: the rule that the draft breaks is named.
    """
    if file is not None and file.filename:
        # One byte more than is allowed is enough to know that there are too many.
        draft = read_draft(file.filename, file.file.read(MOST_BYTES + 1))
    elif text.strip():
        draft = read_draft("draft.txt", text.encode())
    else:
        raise NothingAsked("a text or a file")
    return compare(store, draft, jurisdiction=jurisdiction or None, as_of=as_of)


@router.post("/api/v1/analyze", response_model=DraftRecord)
def analyze_draft(
    reply: ThingReply, as_of: AsOfDay, text: Text = "", file: Draft = None, jurisdiction: Place = ""
) -> Response:
    """Hold a draft bill beside the record: what it cites, how it works, and who did alike.

    With that come what courts did with the laws that are most like it (`warnings` are those that
    were struck down or enjoined), and the limits to mind. The draft is read in memory and
    forgotten: nothing of it is stored or logged.
    """
    found = _compared(reply.store, text, file, jurisdiction, as_of)
    return reply(draft_beside_record(reply.store, found, as_of))


@router.get("/compare", include_in_schema=False, response_class=HTMLResponse)
def compare_form(store: Store) -> str:
    """Show the form that takes a draft."""
    return _page(store)


@router.post("/compare", include_in_schema=False, response_class=HTMLResponse)
def compare_page(
    store: Store,
    text: Text = "",
    file: Draft = None,
    jurisdiction: Place = "",
    as_of: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Show a draft beside the record; what is wrong with it stands above the form."""
    fault: PrecedentError | None = None
    answer: Comparison | None = None
    try:
        answer = _compared(store, text, file, jurisdiction, AsOf.read(as_of))
    except PrecedentError as error:
        fault = error
    page = _page(store, answer, fault, text, as_of)
    return HTMLResponse(page, 422 if fault else 200, {"Cache-Control": "no-store"})


def _page(
    store: PrecedentStore,
    answer: Comparison | None = None,
    fault: PrecedentError | None = None,
    text: str = "",
    as_of: str = "",
) -> str:
    return render(
        "compare.html",
        answer=answer,
        fault=fault,
        text=text,
        as_of=as_of,
        tools=tools(store, "a draft beside the record", "/compare"),
        data=dataset_of(store),
    )
