"""The authority that a reference to law or to a book states by itself."""

from dataclasses import replace

from graph.model import Authority
from ingest.citation import Found
from ingest.find.secondary import federalist


def law_or_work(reference: Found) -> Authority | None:
    """Return the authority that a reference to law or to a book states by itself."""
    match reference.kind:
        case "constitution" | "federalist" | "treatise" | "session_law" if reference.name:
            return Authority(reference.kind, reference.name, volume=reference.volume)
        case "journal" if reference.page:
            return Authority(
                "journal",
                volume=reference.volume,
                reporter=reference.reporter,
                page=reference.page,
            )
        case "statute" | "session_law" if reference.reporter:
            return Authority(
                reference.kind,
                volume=reference.volume,
                reporter=reference.reporter,
                page=reference.page,
                section=reference.section,
            )
    return None


def moved(authority: Authority, reference: Found) -> Authority:
    """Return the work that an id. means where it names another volume or number of it."""
    if authority.kind == "treatise" and reference.volume:
        return replace(authority, volume=reference.volume)
    if authority.kind == "federalist" and reference.section:
        return replace(authority, name=federalist(reference.section))
    return authority
