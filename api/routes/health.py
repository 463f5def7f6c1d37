"""Whether the process lives, and whether it can answer."""

from fastapi import APIRouter

from api.answers.answer import dataset_of
from api.dependencies import Store

router = APIRouter(tags=["health"])


@router.get("/healthz")
def alive() -> dict[str, str]:
    """Tell that the process lives."""
    return {"status": "ok"}


@router.get("/readyz")
def ready(store: Store) -> dict[str, str | int]:
    """Tell that a graph is loaded, and which; 503 while none is."""
    return {"status": "ready", "quads": len(store), **dataset_of(store)}
