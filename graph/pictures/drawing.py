"""Draw a picture from a store: ask it, and hand the answer to what draws it."""

from graph.as_of import ALWAYS, AsOf
from graph.chain import chain
from graph.elements import read_doctrine
from graph.errors import NoMembers
from graph.law_detail import law_detail
from graph.lineage import lineage, progeny
from graph.pictures.chain import chain_picture
from graph.pictures.doctrine import doctrine_picture
from graph.pictures.lawlists import LawsWanted
from graph.pictures.members_map import members_picture
from graph.pictures.model import HARD_CAP, MOST_NODES, Picture, Source
from graph.pictures.neighbourhood import neighbourhood_picture
from graph.pictures.timelines import case_timeline, laws_timeline
from graph.pictures.us_map import map_picture
from graph.projection import summaries
from graph.step_filter import ANY_STEP, StepFilter
from graph.store import PrecedentStore

MOST_MARKS = 1000  # on a line of years


def source_of(store: PrecedentStore, as_of: AsOf) -> Source:
    """Return where the facts of a picture come from."""
    return Source(store.as_of(), store.dataset_hash(), as_of.day)


def draw_chain(
    store: PrecedentStore,
    start: str,
    end: str,
    *,
    wanted: StepFilter = ANY_STEP,
    max_hops: int = 4,
    limit: int = 3,
    most: int = MOST_NODES,
    linked: bool = True,
) -> Picture:
    """Draw the strongest lines between two cases."""
    found = chain(store, start, end, max_hops=max_hops, limit=limit, wanted=wanted)
    return chain_picture(found, source_of(store, wanted.as_of), most=most, linked=linked)


def draw_neighbourhood(
    store: PrecedentStore,
    case: str,
    *,
    wanted: StepFilter = ANY_STEP,
    most: int = MOST_NODES,
    linked: bool = True,
) -> Picture:
    """Draw a case between the strongest ties of both directions."""
    back, on = (
        read(store, case, max_hops=1, limit=HARD_CAP, wanted=wanted) for read in (lineage, progeny)
    )
    source = source_of(store, wanted.as_of)
    return neighbourhood_picture(back, on, source, most=most, linked=linked)


def draw_doctrine(store: PrecedentStore, as_of: AsOf = ALWAYS, *, linked: bool = True) -> Picture:
    """Draw the map of the doctrine."""
    return doctrine_picture(read_doctrine(store, as_of), source_of(store, as_of), linked=linked)


def draw_case_timeline(
    store: PrecedentStore,
    case: str,
    *,
    wanted: StepFilter = ANY_STEP,
    most: int = MOST_NODES,
    linked: bool = True,
) -> Picture:
    """Draw how later cases treated a case, by year."""
    found = progeny(store, case, max_hops=1, limit=MOST_MARKS, wanted=wanted)
    return case_timeline(found, source_of(store, wanted.as_of), most=most, linked=linked)


def draw_laws_timeline(
    store: PrecedentStore,
    asked: LawsWanted,
    as_of: AsOf = ALWAYS,
    *,
    most: int = MOST_NODES,
    linked: bool = True,
) -> Picture:
    """Draw when laws were made and what courts did with them."""
    found = asked.read(store, as_of)
    cases = {suit.case_iri for law in found.items for suit in law.litigation if suit.case_iri}
    suits = summaries(store, cases) if cases else {}
    return laws_timeline(found, asked, suits, source_of(store, as_of), most=most, linked=linked)


def draw_members(
    store: PrecedentStore, law: str, as_of: AsOf = ALWAYS, *, linked: bool = True
) -> Picture:
    """Draw who belongs to a compact, a network or a set of applications, on a day.

    Raises:
        UnknownLaw: nothing fits the key.
        NoMembers: the measure has none.
    """
    detail = law_detail(store, law, as_of)
    if detail.members is None:
        raise NoMembers(law)
    return members_picture(detail, detail.members, source_of(store, as_of), linked=linked)


def draw_map(
    store: PrecedentStore,
    asked: LawsWanted,
    as_of: AsOf = ALWAYS,
    *,
    query: str = "",
    linked: bool = True,
) -> Picture:
    """Draw how many laws each State has; ``query`` leads from a tile to their list."""
    found = asked.read(store, as_of)
    return map_picture(found, asked, source_of(store, as_of), query, linked=linked)
