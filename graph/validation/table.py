"""The table of rules, and running them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.validation import checking, dates, forms, references, shapes
from graph.validation.facts import Facts, load
from graph.validation.places import Fault, Place

Check = Callable[[Facts], Iterator[tuple[Place, str]]]

CHECKS: Final[tuple[Check, ...]] = (
    references.says_something,
    references.known_field,
    references.field_of_its_record,
    references.known_class,
    references.known_term,
    references.known_record,
    references.known_name,
    references.known_question,
    references.known_court,
    references.own_opinion,
    references.opinion_of_the_case,
    references.one_record_for_one_thing,
    references.one_record_for_one_authority,
    references.citing_reference_once,
    dates.date_exists,
    dates.not_in_the_future,
    dates.in_order,
    dates.checked_after_it_happened,
    dates.times_of_a_status_in_turn,
    dates.member_once_at_a_time,
    dates.year_of_the_decision,
    dates.cites_what_is_older,
    forms.reporter_citation_round_trip,
    forms.full_citation_in_bluebook_form,
    forms.id_says_the_authority,
    forms.code_of_the_jurisdiction,
    forms.slug_form,
    forms.address_form,
    checking.sourced,
    checking.doubt_names_a_field,
    checking.verification_agrees,
    shapes.conforms_to_its_shape,
)


def rules() -> dict[str, str]:
    """Return each rule's name with the sentence that states it."""
    return {name_of(check): (check.__doc__ or "").partition("\n")[0] for check in CHECKS}


def name_of(check: Check) -> str:
    """Return the name under which a rule is reported: ``known-field``."""
    return check.__name__.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Validation:
    """What was checked and every fault, in order of file and line."""

    files: int
    records: dict[str, int]
    rules: int
    faults: tuple[Fault, ...]


def broken(facts: Facts) -> Iterator[Fault]:
    """Yield every fault of every rule."""
    for check in CHECKS:
        for place, told in check(facts):
            yield place.fault(name_of(check), told)


def validate(paths: Iterable[Path] = ()) -> Validation:
    """Hold the packaged facts, or those of some files, against every rule.

    Raises:
        OSError: a path cannot be read.
    """
    facts, unreadable = load(paths)
    faults = sorted(
        {*unreadable, *broken(facts)}, key=lambda f: (f.file, f.line or 0, f.field, f.rule)
    )
    return Validation(
        files=len({entry.file for entry in facts.checked} | {f.file for f in unreadable}),
        records=dict(Counter(entry.kind for entry in facts.checked)),
        rules=len(CHECKS),
        faults=tuple(faults),
    )
