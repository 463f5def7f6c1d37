"""What a list of laws is called, and how a law is named, in pictures of laws."""

from urllib.parse import quote

from graph.answers import LawsAnswer, LawSummary
from graph.facets import LawFilter
from ontology.concepts import labels_of


def title_of(answer: LawsAnswer, wanted: LawFilter) -> str:
    """Return what a list of laws is of: its case, its topic, and what else narrows it."""
    parts = ["Laws"]
    if wanted.topic:
        parts.append(f"on {label('topic', wanted.topic)}")
    if answer.relies_on is not None:
        bearing = f"on which its bearing is {wanted.bearing}:" if wanted.bearing else "that rely on"
        parts.append(f"{bearing} {answer.relies_on.name}")
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
