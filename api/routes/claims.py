"""Claims of the public debate: as data, and as pages with the query and its live result."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Response
from fastapi.responses import HTMLResponse

from api.answers.answer import dataset_of
from api.answers.claims import claim_list, one_claim
from api.dependencies import AsOfDay, Store
from api.kept import kept_page
from api.pages.render import render
from api.pages.tools import tools
from api.reply import Paged, ThingReply
from api.schemas import ClaimListing, ClaimRecord
from api.signposts import signposts
from graph.as_of import AsOf
from graph.claims import claim_detail, claims
from graph.description import types_of
from ontology.prefixes import sparql_prologue

router = APIRouter(tags=["claims"])

PAGE: Final = (Depends(kept_page),)


@router.get("/api/v1/claims", response_model=ClaimListing)
def list_claims(
    reply: ThingReply,
    page: Paged,
    as_of: AsOfDay,
    verdict: Annotated[str | None, Query(description="supported, outdated, ...")] = None,
    article: Annotated[str | None, Query(description="armitage-soft-secession, ...")] = None,
) -> Response:
    """List claims of the public debate, each held against the graph.

    `verdict` says whether the facts support it, have outgrown it, contradict it or cannot settle
    it; what was claimed, what was found and the sources stand beside it.
    """
    return reply(claim_list(reply.store, verdict, article, as_of, page))


@router.get("/api/v1/claims/{key:path}", response_model=ClaimRecord)
def get_claim(
    reply: ThingReply,
    key: Annotated[str, Path(description="Key (confederation-essay/07) or IRI of a claim")],
    as_of: AsOfDay,
) -> Response:
    """Show one claim with the query that settles it, and what that answers today.

    `then` is the answer on the day of the article that makes the claim, `now` the answer on the
    newest day of the facts, or on `as_of`.
    """
    return reply(one_claim(reply.store, key, as_of))


@router.get("/claims", response_class=HTMLResponse, include_in_schema=False, dependencies=PAGE)
def claims_page(store: Store, verdict: str = "", article: str = "", as_of: str = "") -> str:
    """List the claims by article with the verdict on each."""
    day = AsOf.read(as_of)
    answer = claims(store, verdict=verdict or None, article=article or None, as_of=day)
    asked = {"verdict": verdict, "article": article}
    return render(
        "claims.html",
        answer=answer,
        verdict=verdict,
        article=article,
        as_of=as_of,
        tools=tools(store, "claims, checked", "/claims", asked, api="/api/v1/claims", as_of=day),
        data=dataset_of(store),
    )


@router.get(
    "/claims/{key:path}", response_class=HTMLResponse, include_in_schema=False, dependencies=PAGE
)
def claim_page(key: str, store: Store, response: Response, as_of: str = "") -> str:
    """Show one claim with the query that recomputes it and its live result."""
    day = AsOf.read(as_of)
    detail = claim_detail(store, key, day)
    iri = detail.claim.iri
    response.headers["Link"] = signposts(iri, types_of(store, iri))
    query = (detail.query or "").removeprefix(sparql_prologue())
    return render(
        "claim.html",
        detail=detail,
        query=query,
        ask="/sparql?" + urlencode({"query": query}),
        as_of=as_of,
        tools=tools(
            store, f"claim {detail.claim.key}", f"/claims/{detail.claim.key}",
            api=f"/api/v1/claims/{detail.claim.key}", as_of=day, iri=iri,
        ),
        data=dataset_of(store),
    )  # fmt: skip
