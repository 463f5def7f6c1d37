"""What later cases have done to a case is told with who did it, where, and what is not known."""

import pytest

from graph.as_of import AsOf
from graph.errors import NotYetDecided
from graph.model import CitingReference, DocumentRecord
from graph.store import PrecedentStore
from graph.treatment_status import UNTREATED, treatment_status
from tests.graph.conftest import MURPHY, NEW_YORK, PRINTZ, TESTA, reference, write


def opinion(*references: CitingReference, sha: str = "c") -> DocumentRecord:
    """Return Murphy's opinion, with these references only."""
    return DocumentRecord(
        case=MURPHY,
        kind="opinion",
        sha256=sha * 64,
        origin="murphy.txt",
        extractor="test/1",
        decided="2018-05-14",
        references=references,
    )


def test_national_league_of_cities_is_overruled_by_garcia(packaged: PrecedentStore) -> None:
    """A person recorded it; the act, its court and its pin stand beside the word."""
    answer = treatment_status(packaged, "national-league-of-cities-v-usery")

    assert (answer.standing, answer.basis) == ("overruled", "curated")
    assert [(s.citing.slug, s.treatment) for s in answer.negative] == [
        ("garcia-v-san-antonio-metropolitan-transit-authority", "overrules")
    ]
    assert answer.negative[0].evidence[0].pin == "531, 557"


def test_before_garcia_it_was_not_overruled(packaged: PrecedentStore) -> None:
    """As of a day, what was decided later has not happened."""
    answer = treatment_status(
        packaged, "national-league-of-cities-v-usery", as_of=AsOf.read("1984-12-31")
    )

    assert answer.standing != "overruled"
    assert answer.negative == ()


def test_a_case_not_yet_decided_has_no_status(packaged: PrecedentStore) -> None:
    """The error names the case and the day."""
    with pytest.raises(NotYetDecided, match="Murphy"):
        treatment_status(packaged, "murphy-v-ncaa", as_of=AsOf.read("2001-01-01"))


def test_printz_rests_on_overruled_authority_by_a_line_that_is_shown(
    packaged: PrecedentStore,
) -> None:
    """Printz follows Garcia, which follows Wirtz, which National League of Cities overruled."""
    answer = treatment_status(packaged, "printz-v-united-states")

    lines = {
        (s.overruled.slug, tuple(step.cited.slug for step in s.line), s.act.citing.slug)
        for s in answer.rests_on_overruled
    }
    garcia = "garcia-v-san-antonio-metropolitan-transit-authority"
    nlc = "national-league-of-cities-v-usery"
    assert ("maryland-v-wirtz", (garcia, "maryland-v-wirtz"), nlc) in lines
    wirtz = next(s for s in answer.rests_on_overruled if s.overruled.slug == "maryland-v-wirtz")
    assert [case.slug for case in wirtz.since] == [garcia]


def test_a_dissent_does_not_overrule(store: PrecedentStore) -> None:
    """Negative words of a separate opinion are shown apart and change no standing."""
    write(store, opinion(reference(10, PRINTZ, "overrules", "dissent")))
    answer = treatment_status(store, "us/521/898")

    assert answer.standing == "followed"
    assert answer.negative == ()
    assert [s.opinion_type for s in answer.separate] == ["dissent"]


def test_an_act_that_is_only_told_of_is_not_the_tellers(store: PrecedentStore) -> None:
    """The words "overruled by Garcia", printed behind a case, is Garcia's act."""
    told = reference(10, TESTA, "overrules")
    told = CitingReference(
        **{f: getattr(told, f) for f in told.__slots__} | {"treated_by": "Garcia"}
    )
    write(store, opinion(told))
    answer = treatment_status(store, "us/330/386")

    assert answer.standing == "cited"
    assert [s.citing.iri for s in answer.reported] == [
        "https://w3id.org/anticommandeering/id/case/us/584/453"
    ]
    assert [(c.treatment, c.by_court) for c in answer.counts if c.by_court] == [("mentions", 1)]


def test_no_later_case_is_not_called_good_law(store: PrecedentStore) -> None:
    """A case that nothing cites has no standing, and the coverage note says what that means."""
    answer = treatment_status(store, "us/584/453")

    assert answer.standing == UNTREATED
    assert "does not say that there is none" in answer.coverage


def test_extracted_words_are_told_from_a_persons_judgment(store: PrecedentStore) -> None:
    """What a program read in an opinion is marked so."""
    write(store, opinion(reference(10, NEW_YORK, "overrules")))
    answer = treatment_status(store, "us/505/144")

    assert (answer.standing, answer.basis) == ("overruled", "extracted")
