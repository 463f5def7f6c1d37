"""Commands about laws: laws, law."""

from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from typing import Annotated

import typer
from rich.table import Table

from api.answering import Found, answering
from api.answering import register as add
from api.answers.laws import law_list, one_law
from api.completion import case_option, element_option, law_argument
from api.paging import Page
from api.telling import named
from api.terminal import stderr, stdout
from api.wording import counted
from graph.answers import CaseSummary, LawDetail, LawsAnswer, LawSummary
from graph.as_of import AsOf
from graph.facets import LawFilter
from graph.law_days import LawRef, Member, MembersOn
from graph.store import PrecedentStore

ALL_EVIDENCE = 8


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    add(app, (laws, law))


@answering()
def laws(
    store: PrecedentStore,
    *,
    relies_on: Annotated[
        str | None,
        case_option("Only laws that rely on this case."),
    ] = None,
    element: Annotated[
        str | None, element_option("Only ties about this element or a narrower one.")
    ] = None,
    through: Annotated[
        bool, typer.Option("--through", help="Also laws tied to a later case that rests on it.")
    ] = False,
    topic: Annotated[str | None, typer.Option(help="Only this topic, e.g. cannabis.")] = None,
    jurisdiction: Annotated[str | None, typer.Option(help="Only this one, e.g. US-CA.")] = None,
    status: Annotated[
        str | None,
        typer.Option(help="Only this status, e.g. in-force; with --as-of the status on the day."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(help="law, resolution, compact, proposal, statement, aggregate, ..., or all."),
    ] = None,
    instrument: Annotated[str | None, typer.Option(help="Only this form, e.g. statute.")] = None,
    mechanism: Annotated[str | None, typer.Option(help="Only this, e.g. detention-ban.")] = None,
    bearing: Annotated[
        str | None, typer.Option(help="supports, limits, mixed, background.")
    ] = None,
    disposition: Annotated[
        str | None, typer.Option(help="What a court did: upheld, struck-down, enjoined, pending.")
    ] = None,
    evidence_max: Annotated[
        int | None,
        typer.Option(min=1, max=8, help="Weakest type of evidence; with a case 7 unless given."),
    ] = None,
    all_evidence: Annotated[
        bool,
        typer.Option("--all-evidence", help="Also what is only inferred from structure (type 8)."),
    ] = False,
    as_of: AsOf,
    page: Page,
) -> Found:
    """List state laws and what ties them to precedents; what is only inferred is counted."""
    wanted = LawFilter(
        topic, jurisdiction, status, kind, instrument, mechanism, bearing, disposition
    )
    weakest = ALL_EVIDENCE if all_evidence and relies_on else evidence_max
    answer = law_list(
        store, relies_on, wanted, weakest, as_of, page, element=element, through=through
    )
    found: LawsAnswer = answer.found
    nothing = None
    if answer.empty:
        unseen = "no law fits with evidence of the types asked for"
        nothing = unseen if found.folded else _no_law(asdict(wanted), found)
    return Found(answer, partial(_tell_laws, found), nothing)


def _tell_laws(found: LawsAnswer) -> None:
    if found.items:
        stdout.print(_law_table(found))
        _say_what_stands_beside(found)
    if len(found.items) < found.total:
        stderr.print(f"{found.total - len(found.items)} more fit: raise --limit")
    _say_what_is_left_out(found)


def _say_what_stands_beside(answer: LawsAnswer) -> None:
    """Print the limits of the laws listed and what counters them: no list is read alone."""
    if answer.by_decade:
        decades = ", ".join(f"{decade}s {number}" for decade, number in answer.by_decade)
        stdout.print(f"by decade of enactment: {decades}")
    if answer.by_disposition:
        done = ", ".join(f"{name} {number}" for name, number in answer.by_disposition)
        stdout.print(f"in court: {done}")
    for found in answer.through:
        line = "; ".join(f"{s.citing.name} {s.treatment} {s.cited.name}" for s in found.line[::-1])
        stdout.print(f"through {line}: {_ref(found.law)}, type {found.tie.evidence_type}")
    if answer.limits:
        cases = "; ".join(f"{named(case)} ({number})" for case, number in answer.limits)
        stdout.print(f"limits: {cases}")
    if answer.counters:
        stdout.print(f"countered by: {'; '.join(map(_ref, answer.counters))}")


def _ref(ref: LawRef) -> str:
    status = f", {ref.status}" if ref.status else ""
    return f"{ref.jurisdiction} {ref.title} [{ref.slug}{status}]"


def _say_what_is_left_out(answer: LawsAnswer) -> None:
    if answer.uncertain:
        stderr.print(f"{answer.uncertain} of them may not have been in force on {answer.as_of}")
    if answer.other_kinds:
        stderr.print(f"beside them {counted(answer.other_kinds)}: --kind all")
    if answer.limited:
        stderr.print(f"{answer.limited} more it does not support but limit: --bearing limits")
    if answer.folded:
        kinds = ", ".join(f"{n} of type {kind}" for kind, n in answer.folded_by_type)
        stderr.print(
            f"{answer.folded} more are tied only by weaker evidence ({kinds}): --all-evidence"
        )


def _no_law(facets: dict[str, str | None], answer: LawsAnswer) -> str:
    """Return a sentence that names what was asked for and not found."""
    case: CaseSummary | None = answer.relies_on
    asked = " and ".join(f"{facet} {value!r}" for facet, value in facets.items() if value)
    of = f" of {asked}" if asked else ""
    on = f" on {answer.as_of}" if answer.as_of else ""
    return f"no law{of} relies on {named(case)}{on}" if case else f"no law{of} is recorded{on}"


def _law_table(answer: LawsAnswer) -> Table:
    on = f" in force on {answer.as_of}" if answer.as_of else ""
    table = Table(title=counted(answer.by_kind) + on, title_justify="left")
    for heading in ("where", "law", "status", "precedents (evidence type)", "as of"):
        table.add_column(heading, overflow="fold")
    for item in answer.items:
        ties = {
            f"{tie.bearing} {tie.precedent.name} ({tie.evidence_type})": None
            for tie in item.reliance
        }
        words = [item.title if item.verified else f"{item.title} [unverified]", item.slug]
        if item.record_kind != "law":
            words.insert(1, f"({item.record_kind})")
        words += [f"in court: {s.case_name}: {s.disposition}" for s in item.litigation]
        if item.unverified_fields:
            words.append(f"unverified: {', '.join(item.unverified_fields)}")
        row = (item.jurisdiction, "\n".join(words), _status(item), "\n".join(ties), item.as_of)
        table.add_row(*row)
    return table


def _status(item: LawSummary) -> str:
    """Return a law's status, or what is known of it on the day asked for."""
    on = item.status_on
    if on is None:
        return item.status or ""
    return on.status or "" if on.certain else f"{on.status}?\n{on.basis}"


@answering()
def law(
    store: PrecedentStore,
    key: Annotated[str, law_argument("Slug or IRI of a law.")],
    *,
    as_of: AsOf,
) -> Found:
    """Show one law: its ties to precedents, its status and its members on a day."""
    answer = one_law(store, key, as_of)
    return Found(answer, partial(_tell_law, answer.found))


def _tell_law(detail: LawDetail) -> None:
    stdout.print(f"{detail.law.title} ({detail.law.jurisdiction_name})", style="bold")
    for line in _lines(detail):
        stdout.print(line)


def _lines(detail: LawDetail) -> Iterator[str]:
    yield f"{detail.law.record_kind}: {detail.law.citation or ''}  {detail.law.status or ''}"
    if detail.law.status_on:
        on = detail.law.status_on
        doubt = "" if on.certain else ", not certain"
        stale = f"; last checked as of {detail.law.as_of}" if on.stale else ""
        yield f"on {on.day}: {on.status or 'not made yet'}{doubt} ({on.basis}{stale})"
    if detail.summary:
        yield detail.summary
    if detail.votes:
        yield f"adopted by {'; '.join(detail.votes)}"
    for tie in detail.law.reliance:
        yield (
            f"- {tie.bearing}: {named(tie.precedent)}: {tie.element_label or 'element not named'};"
            f" evidence {tie.evidence_type} ({tie.evidence_label}), confidence {tie.confidence},"
            f" as of {tie.as_of}; source: {tie.source}"
        )
    for suit in detail.law.litigation:
        where = f"{suit.case_name}, {suit.citation or ''}"
        yield f"- in court: {where}: {suit.disposition}. {suit.outcome}"
    for heading, refs in (("answers", detail.answers), ("answered by", detail.answered_by)):
        yield from (f"- {heading}: {_ref(ref)}" for ref in refs)
    if detail.consent:
        cite = f", {detail.consent_citation}" if detail.consent_citation else ""
        yield f"consent of Congress: {detail.consent}{cite}. {detail.consent_note or ''}"
    if detail.members:
        yield from _member_lines(detail.members)
    if detail.law.unverified_fields:
        yield f"unverified: {', '.join(detail.law.unverified_fields)}"


def _member_lines(found: MembersOn) -> Iterator[str]:
    needed = f" of {found.members_needed} needed" if found.members_needed else ""
    votes = (
        f", {found.electoral_votes} electoral votes of {found.votes_needed} needed"
        if found.electoral_votes is not None
        else ""
    )
    yield f"members on {found.day}: {found.total}{needed}{votes}"
    yield from (f"- {_member(member)}" for member in found.members)
    if found.uncertain:
        yield f"uncertain on that day: {', '.join(m.jurisdiction for m in found.uncertain)}"
    if found.left:
        yield f"had left: {', '.join(f'{m.jurisdiction} ({m.until})' for m in found.left)}"


def _member(member: Member) -> str:
    since = f"from {member.since}" if member.since else f"seen {member.seen}"
    votes = f", {member.electoral_votes} votes" if member.electoral_votes is not None else ""
    cite = f", {member.citation}" if member.citation else ""
    doubt = (
        f" [unverified: {'; '.join(member.unverified_fields)}]" if member.unverified_fields else ""
    )
    return f"{member.jurisdiction} {since}{votes}{cite}{doubt}"
