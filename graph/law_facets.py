"""What a list of laws can be narrowed by, counted."""

from collections.abc import Sequence

from graph.answers import LawSummary
from graph.counting import Facets, facet


def law_facets(laws: Sequence[LawSummary]) -> Facets:
    """Return how many of some laws have each value of each facet.

    ``status`` is that of the day where one was asked for; ``evidence`` the best type that ties a
    law to a precedent; ``disposition`` what a court did with it. ``decade`` is that of enactment.
    """
    places = {law.jurisdiction: law.jurisdiction_name for law in laws}
    types = {str(tie.evidence_type): tie.evidence_label for law in laws for tie in law.reliance}
    return {
        "topic": facet(law.topics for law in laws),
        "jurisdiction": facet(([law.jurisdiction] for law in laws), places),
        "status": facet([status] for law in laws if (status := _status(law))),
        "kind": facet([law.record_kind] for law in laws),
        "instrument": facet([law.instrument] for law in laws if law.instrument),
        "mechanism": facet(law.mechanisms for law in laws),
        "bearing": facet([tie.bearing for tie in law.reliance] for law in laws),
        "evidence": facet(
            ([str(law.reliance[0].evidence_type)] for law in laws if law.reliance),
            types,
            by_value=True,
        ),
        "disposition": facet([suit.disposition for suit in law.litigation] for law in laws),
        "decade": facet(([f"{law.enacted[:3]}0"] for law in laws if law.enacted), by_value=True),
    }


def _status(law: LawSummary) -> str | None:
    return law.status_on.status if law.status_on else law.status
