"""Whether the process lives, and whether it can answer."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from api.answers.answer import dataset_of
from api.dependencies import Store
from api.schemas import Dataset

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """The process lives."""

    status: Literal["ok"] = "ok"


class Ready(Dataset):
    """A graph is loaded, of so many statements."""

    status: Literal["ready"]
    quads: int


@router.get("/healthz")
def is_alive() -> Alive:
    """Tell that the server lives."""
    return Alive()


@router.get("/readyz")
def is_ready(store: Store) -> Ready:
    """Tell that the server can answer, and from which dataset; 503 while it cannot."""
    return Ready(status="ready", quads=len(store), **dataset_of(store))
