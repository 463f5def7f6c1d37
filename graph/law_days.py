"""The records that say what was true of a law, or of a compact, on a day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A time during which a law had one status; ``until`` is the first day no longer in it."""

    status: str
    since: str | None
    until: str | None
    sources: tuple[str, ...] = ()
    unverified_fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusOn:
    """The status of a law on a day, and what that rests on.

    ``status`` is None before the law was made. ``certain`` is false where the day falls into a
    time of which the record does not say enough; ``stale`` where the day is later than the last
    check of the record. ``basis`` says so in words.
    """

    day: str
    status: str | None
    certain: bool
    stale: bool
    basis: str


@dataclass(frozen=True, slots=True)
class Member:
    """A state that belongs to a compact, a network, a set of applications or a family of laws.

    ``seen`` is a day on which a source shows it as a member, where its first day is not known.
    """

    jurisdiction: str
    name: str
    since: str | None
    until: str | None = None
    seen: str | None = None
    citation: str | None = None
    note: str | None = None
    electoral_votes: int | None = None
    unverified_fields: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MembersOn:
    """Who belonged on a day: ``members`` for certain, ``uncertain`` where the dates do not tell.

    ``electoral_votes`` adds up those of the members under the apportionment of that day, where the
    compact counts votes; ``votes_needed`` or ``members_needed`` say when it takes effect.
    """

    day: str
    members: tuple[Member, ...]
    uncertain: tuple[Member, ...] = ()
    left: tuple[Member, ...] = ()
    electoral_votes: int | None = None
    votes_needed: int | None = None
    members_needed: int | None = None

    @property
    def total(self) -> int:
        """How many belonged for certain."""
        return len(self.members)


@dataclass(frozen=True, slots=True)
class LawRef:
    """Another measure, as the page of a law names it."""

    slug: str
    title: str
    jurisdiction: str
    record_kind: str
    status: str | None
    enacted: str | None = None
    iri: str | None = None
