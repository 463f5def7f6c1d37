"""What a list of laws is called, and how a law is named, in pictures of laws."""

from dataclasses import dataclass
from urllib.parse import quote

from graph.answers import LawsAnswer, LawSummary
from graph.as_of import AsOf
from graph.facets import EVERY_LAW, LawFilter
from graph.reliance import laws
from graph.store import PrecedentStore
from ontology.concepts import labels_of


@dataclass(frozen=True, slots=True)
class LawsWanted:
    """Which laws a picture is of, as they are asked for in ``graph.reliance.laws``."""

    facets: LawFilter = EVERY_LAW
    relies_on: str | None = None
    element: str | None = None
    evidence_max: int | None = None

    def read(self, store: PrecedentStore, as_of: AsOf) -> LawsAnswer:
        """Return all of these laws, on a day."""
        return laws(
            store,
            relies_on=self.relies_on,
            element=self.element,
            wanted=self.facets,
            as_of=as_of,
            evidence_max=self.evidence_max,
            limit=None,
        )


def title_of(answer: LawsAnswer, asked: LawsWanted) -> str:
    """Return what a list of laws is of: its case, its topic, and what else narrows it."""
    wanted = asked.facets
    parts = ["Laws"]
    if wanted.topic:
        parts.append(f"on {label('topic', wanted.topic)}")
    if answer.relies_on is not None:
        bearing = f"on which its bearing is {wanted.bearing}:" if wanted.bearing else "that rely on"
        parts.append(f"{bearing} {answer.relies_on.name}")
    if asked.element:
        parts.append(f"for {label('doctrine', asked.element)}")
    narrowed = [
        label(scheme, value)
        for scheme, value in (
            ("mechanism", wanted.mechanism),
            ("status", wanted.status),
            ("record-kind", wanted.kind),
            ("instrument", wanted.instrument),
            ("disposition", wanted.disposition),
        )
        if value
    ]
    if wanted.jurisdiction:
        parts.append(f"of {wanted.jurisdiction.upper()}")
    return " ".join(parts) + (f" ({', '.join(narrowed)})" if narrowed else "")


def label(scheme: str, value: str) -> str:
    """Return the label of a concept, or the words that were given for it.

    >>> label("topic", "real-id"), label("status", "any")
    ('REAL ID', 'any')
    """
    return labels_of(scheme).get(value, value.replace("-", " "))


def status_of(law: LawSummary) -> str:
    """Return the status of a law, on the day asked for if there is one, in words."""
    status = law.status_on.status if law.status_on else law.status
    return label("status", status) if status else "status unknown"


def href_of(law: LawSummary) -> str:
    """Return the page of a law."""
    return "/laws/" + quote(law.slug)
