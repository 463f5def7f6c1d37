"""How cases, references and steps are told as lines of text."""

from rich.tree import Tree

from graph.answers import CaseSummary, Evidence, Step


def named(case: CaseSummary) -> str:
    """Return a case as a line of text names it."""
    citation = f", {case.citation}" if case.citation else ""
    return f"{case.name}{citation} ({case.year or 'n.d.'})"


def on_day(day: str | None) -> str:
    """Return the day asked about as the end of a sentence, or nothing."""
    return f", as of {day}" if day else ""


def shown(evidence: Evidence) -> str:
    """Return one citing reference as a line of text: what, where, and how it is known."""
    where = evidence.opinion_type + (f" ({evidence.author})" if evidence.author else "")
    pin = f" at {evidence.pin}" if evidence.pin else ""
    signal = f" [{evidence.signal}]" if evidence.signal != "none" else ""
    doubt = "" if evidence.verified is not False else " UNVERIFIED"
    cue = f" “{evidence.cue}”" if evidence.cue else ""
    cue += f" by {evidence.treated_by}" if evidence.treated_by else ""
    date = f", as of {evidence.as_of}" if evidence.as_of else ""
    return f"{evidence.treatment}{cue}, {where}{pin}{signal}: {evidence.provenance}{date}{doubt}"


def add_step(tree: Tree, step: Step, label: str, *, most: int = 4) -> None:
    """Add a step to a tree, with the references that show it."""
    branch = tree.add(f"{label}: {step.treatment}")
    for evidence in step.evidence[:most]:
        branch.add(shown(evidence))
    if len(step.evidence) > most:
        branch.add(f"+{len(step.evidence) - most} more (--json lists all)")
