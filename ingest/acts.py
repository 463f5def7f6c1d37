"""What a sentence says outright of a case: that it is overruled, distinguished, reversed, ..."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, cast

from ahocorasick_rs import AhoCorasick, Implementation

from graph.model import THIS, Authority, Treatment
from ingest.citation import Found
from ingest.features import FEDERAL_BELOW
from ingest.passages import Passage
from ingest.registry import words

# The rules that stand here and not in ``data/treatment.toml``, by the names that citations give.
ACTED_ON: Final = "acted-on-in-parenthesis"
ACTING: Final = "acting-in-parenthesis"
COURT_BELOW: Final = "court-below"
LATER_HISTORY: Final = "later-history"
REVIEW_GRANTED: Final = "review-granted"
# (overruled on other grounds by Garcia v. ..., (1985)); (overruling Wirtz); (abrogated by ...)
PASSIVE: Final = re.compile(
    r"(?P<act>overruled|abrogated|superseded)\s(?:(?:[a-z]+\s){0,5}(?:by|in)|on other grounds,)\s"
    r"(?P<by>[^,;()]{3,90})",
    re.I,
)
ACTIVE: Final = re.compile(r"(?P<act>overruling|abrogating)\s(?P<what>[^,;()]{3,90})", re.I)
LABELS: Final[dict[str, Treatment]] = {
    "overruled": "overrules",
    "overruling": "overrules",
    "abrogated": "abrogates",
    "abrogating": "abrogates",
    "superseded": "abrogates",
}
HISTORY_BEFORE: Final = re.compile(
    r"(?:\bcert(?:iorari|\.)\s(?:granted|denied|dism(?:issed|\.))|\b(?:aff'?d|rev'?d|vacated|affirmed"
    r"|affirming|reversed|reversing|remanded)(?:\sand\sremanded)?(?:\sin\spart)?"
    r"|\bprobable jurisdiction noted|\bjudgment (?:below|noted))"
    r"(?:\s(?:on other grounds|per curiam|mem\.|as modified))?(?:\s?,?\ssub\snom\.?,?)?,?\s$",
    re.I,
)
GRANTED: Final = re.compile(
    r"\b(?:granted (?:the )?(?:certiorari|review|petitions?|writs?)|noted probable jurisdiction"
    r"|postponed (?:consideration|jurisdiction))[^.;]{0,80}[.,]?\s*$",
    re.I,
)
BELOW: Final = re.compile(
    r"\b(?:District Court|Court of Appeals|(?:\w+|D\. ?C\.) Circuit|court below|courts? below"
    r"|panel|Judge [A-Z]\w+(?=.*\bbelow\b)|three-judge court|trial court)\b"
)
BY: Final = re.compile(r"(?:\s[a-z]+){0,5}?\sby\s(?P<by>[A-Z][^,;()]{3,90})")
# Only pages and parallel reporters stand between a case and what it did.
OF_THE_LAST: Final = re.compile(
    r"(?:[\s\d,.()&-]|[A-Z][a-z]{0,2}\b|\d?d\b)*,\soverrul(?:ed|ing)\s(?:(?!by\b)[a-z'’-]+\s){0,4}"
)
COURT_ACTED: Final = re.compile(r"\b(?:the Court|majority|opinion|today|just announced)\b")


@dataclass(frozen=True, slots=True)
class Rule:
    """One cue, what it shows, and the sentences that it must and must not fit."""

    id: str
    treatment: Treatment
    where: str
    needs: frozenset[str]
    cue: re.Pattern[str]
    unless: re.Pattern[str] | None
    spans: bool
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def reads(self, passage: Passage) -> str | None:
        """Return the words of a passage that the cue is found in, or None."""
        if self.spans:
            found = self.cue.search(f"{passage.lead} {passage.after[:200]}")
        else:
            found = None
            for side in _sides(self.where, passage):
                found = found or self.cue.search(side)
        if found is None:
            return None
        whole = f"{passage.before}{passage.after}"
        return None if self.unless and self.unless.search(whole) else found[0].strip(" ,;")


def _sides(where: str, passage: Passage) -> tuple[str, ...]:
    match where:
        case "before":
            return (passage.lead,)
        case "after":
            return (passage.after,)
        case "next":
            return (passage.next,)
    return (passage.lead, passage.after[:110])


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of ``data/treatment.toml`` in their order."""
    data = tomllib.loads((files("ingest") / "data" / "treatment.toml").read_text("utf-8"))
    return tuple(
        Rule(
            id=row["id"],
            treatment=cast(Treatment, row["treatment"]),
            where=row["where"],
            needs=frozenset(row["needs"]),
            cue=re.compile(row["cue"], re.I),
            unless=re.compile(row["unless"], re.I) if "unless" in row else None,
            spans=row.get("spans", False),
            yes=tuple(row["yes"]),
            no=tuple(row["no"]),
        )
        for row in data["rule"]
    )


@cache
def _keys() -> dict[str, re.Pattern[str]]:
    """Return, by rule, what the key word of its cue is: one that the rule cannot do without."""
    needs = {rule.id: rule.needs for rule in rules()}
    needs |= {ACTED_ON: frozenset(LABELS), ACTING: frozenset(LABELS)}
    needs |= {REVIEW_GRANTED: frozenset({"granted", "noted", "postponed"})}
    return {rule: _key_word(words) for rule, words in needs.items()}


def _key_word(needs: frozenset[str]) -> re.Pattern[str]:
    choices = "|".join(sorted(map(re.escape, needs), key=lambda need: (-len(need), need)))
    return re.compile(rf"(?:\b(?:not|no longer)\s(?:be\s)?)?\b[\w-]*(?:{choices})[\w-]*", re.I)


def key_words(rule: str | None, cue: str | None) -> str | None:
    """Return the few words of a cue by which its rule knows it, in lower case.

    >>> key_words("no-control-after", "The Government contends that this is distinguishable")
    'distinguishable'
    >>> key_words("court-below", "Court of Appeals")
    'court of appeals'
    """
    if rule is None or cue is None:
        return None
    pattern = _keys().get(rule)
    if pattern is None:
        return cue.lower()
    found = pattern.search(cue)
    return found[0].lower() if found else None


@cache
def _needed() -> tuple[tuple[str, ...], AhoCorasick]:
    """Return the words that the rules cannot do without, and what finds them in one pass."""
    wanted = tuple(sorted({word for rule in rules() for word in rule.needs}))
    return wanted, AhoCorasick(wanted, implementation=Implementation.DFA)


def _likely(passage: Passage) -> Iterator[Rule]:
    """Yield, in order, the rules of which a passage has a word that they cannot do without."""
    said = f"{passage.lead} {passage.after[:200]} {passage.next}".lower()
    wanted, automaton = _needed()
    words = {wanted[at] for at, _, _ in automaton.find_matches_as_indexes(said, overlapping=True)}
    if words:
        yield from (rule for rule in rules() if not words.isdisjoint(rule.needs))


def read_act(
    text: str, passage: Passage, own: Authority | None = None, before: Found | None = None
) -> bool:
    """Set treatment, cue and acting case of a reference if words say outright what is done.

    ``own`` is the case whose opinion this is, ``before`` the reference before this one.
    """
    found = passage.found
    if _in_parentheses(text, passage):
        return True
    if found.enclosed_by in ("quoting", "citing"):
        found.treatment = "quotes-only" if found.enclosed_by == "quoting" else "mentions"
        return True
    if history := _history(passage, own, before):
        found.treatment, (found.cue, found.rule) = "history", history
        return True
    for rule in _likely(passage):
        if cue := rule.reads(passage):
            found.treatment, found.cue, found.rule = rule.treatment, cue, rule.id
            if rule.treatment.startswith("overrules"):
                found.treated_by = _actor(passage, cue, own.name if own else None, before)
            return True
    return False


def _in_parentheses(text: str, passage: Passage) -> bool:
    """X (overruled by Y), and (overruling X): the act is another case's, which is named."""
    found = passage.found
    if found.enclosed_by in ("overruled", "abrogated", "overruling", "abrogating"):
        found.treatment = "mentions"
        return True
    inside = text[found.end : max(found.extent, found.end)]
    passive = PASSIVE.search(inside) or PASSIVE.match(passage.after.lstrip(" ,("))
    if passive:
        found.treatment, found.cue = LABELS[passive["act"].lower()], passive[0].strip()
        found.rule = ACTED_ON
        found.treated_by = passive["by"].strip()
        return True
    active = ACTIVE.search(inside)
    if active and (target := _named(active["what"], passage.others)):
        target.treatment, target.cue = LABELS[active["act"].lower()], active[0].strip()
        target.rule = ACTING
        target.treated_by = found.name or THIS
    return False


def _named(name: str, others: Sequence[Found]) -> Found | None:
    """Return the last of some references whose name has the words of a shortened one."""
    wanted = set(words(name))
    for other in reversed(others):
        if other.name and wanted and wanted <= set(words(other.name)):
            return other
    return None


def _history(
    passage: Passage, own: Authority | None, before: Found | None
) -> tuple[str, str] | None:
    """Return the words and the rule by which a reference is history and no authority, if it is.

    Judgments below are, and what became of a case elsewhere.
    """
    if below := _below(passage, own, before):
        return below, COURT_BELOW
    near = HISTORY_BEFORE.search(passage.lead)
    if near:
        return near[0].strip(" ,"), LATER_HISTORY
    granted = GRANTED.search(passage.proposition[-160:]) if passage.alone else None
    granted = granted or (None if passage.alone else GRANTED.search(passage.lead))
    return (granted[0].strip(" ,."), REVIEW_GRANTED) if granted else None


def _below(passage: Passage, own: Authority | None, before: Found | None) -> str | None:
    """The Supreme Court tells what a court below did, which is no authority for it."""
    found, authority = passage.found, passage.found.authority
    at = authority.citation if authority else None
    if not _is_supreme(own) or at is None or not FEDERAL_BELOW.match(at.reporter):
        return None
    if passage.enumerated > 1 or found.signal not in ("none", "see"):
        return None
    told = before is not None and before.treatment == "history" and before.authority == authority
    if told and found.kind in ("id", "short_case"):
        return before.cue if before else None
    said = BELOW.search(f"{passage.proposition} {passage.after}")
    return said[0] if said else None


def _is_supreme(own: Authority | None) -> bool:
    if own is None:
        return False
    return own.court == "scotus" or bool(own.citation and own.citation.reporter == "U.S.")


def _actor(passage: Passage, cue: str, own: str | None, before: Found | None) -> str:
    """Return who overrules: this opinion, the Court that it dissents from, or a case just named.

    It is named after *by*, after *in*, or right before the act (*Darby*, ..., overruling X).
    """
    if acting := BY.match(passage.after.partition(cue)[2]):
        return acting["by"].strip()
    apart = passage.found.name_start - before.extent if before else 0
    if before and before.name and apart > 0 and OF_THE_LAST.fullmatch(passage.before[-apart:]):
        return before.name
    span = passage.found.span
    for other in reversed(passage.others):
        named = other.name and other.extent <= passage.found.name_start
        if named and re.search(r"\bin\s$|\bIn\s$", passage.before[: _offset(passage, other)]):
            return other.name or THIS
    separate = span is not None and span.type in ("dissent", "concurrence-dissent")
    if separate and COURT_ACTED.search(passage.before):
        return f"{own or 'the Court'} (majority)"
    return THIS


def _offset(passage: Passage, other: Found) -> int:
    return max(0, len(passage.before) - (passage.found.name_start - other.name_start))
