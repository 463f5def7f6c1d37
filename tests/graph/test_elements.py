"""The doctrine: every element defined, sourced and placed, with its limits beside it."""

from collections import Counter

import pytest
from rdflib import RDF, SKOS, URIRef

from graph.as_of import AsOf
from graph.elements import element_detail, elements, find_element, read_doctrine
from graph.errors import UnknownConcept, UnknownElement
from graph.store import PrecedentStore
from ontology.loading import load_schemes
from ontology.namespace import AC

SCHEMES = load_schemes()
ELEMENTS = sorted(map(str, SCHEMES.subjects(RDF.type, AC.DoctrineElement)))


def test_the_doctrine_has_rules_limits_exceptions_and_open_questions(
    packaged: PrecedentStore,
) -> None:
    """No side of the doctrine is missing, and every element of the scheme is answered."""
    answer = elements(packaged)
    kinds = Counter(element.kind for element in answer.items)

    assert answer.total == len(ELEMENTS) >= 55
    assert min(kinds[k] for k in ("rule", "limit", "exception", "open-question")) >= 4


@pytest.mark.parametrize("iri", ELEMENTS)
def test_an_element_names_where_a_decision_speaks_of_it(packaged: PrecedentStore, iri: str) -> None:
    """Each has a source with its date; a settled one is stated by the Supreme Court."""
    detail = element_detail(packaged, iri)
    stated = {s.case.court for s in detail.sources if s.stance in ("states", "applies")}
    status = detail.element.status

    assert detail.sources
    assert all(source.as_of for source in detail.sources)
    assert ("scotus" in stated) or status not in ("settled", "overruled")
    assert ("scotus" not in stated) or status != "settled-below"


def test_the_links_of_an_element_run_both_ways() -> None:
    """What is broader names the narrower, and what is related is related back."""
    backwards = {
        SKOS.broader: SKOS.narrower,
        SKOS.narrower: SKOS.broader,
        SKOS.related: SKOS.related,
    }
    found = 0
    for iri in ELEMENTS:
        for there, back in backwards.items():
            for other in SCHEMES.objects(URIRef(iri), there):
                assert (other, back, URIRef(iri)) in SCHEMES, iri
                found += 1

    assert found > 60


def test_an_element_without_a_broader_one_is_a_top_concept() -> None:
    """A reader who starts at the top of the scheme reaches every element."""
    tops = set(SCHEMES.subjects(SKOS.topConceptOf))
    loose = {URIRef(iri) for iri in ELEMENTS if not SCHEMES.value(URIRef(iri), SKOS.broader)}

    assert tops == loose


def test_no_element_is_broader_than_itself(packaged: PrecedentStore) -> None:
    """The hierarchy has no circle: each line ends at a top concept."""
    doctrine = read_doctrine(packaged)

    for iri in doctrine.elements:
        assert doctrine.broader(doctrine.line(iri)[-1]) is None


def test_a_limit_of_a_broader_element_stands_beside_the_narrower(
    packaged: PrecedentStore,
) -> None:
    """Who reads of local officers learns of the money and of the courts, too."""
    detail = element_detail(packaged, "local-officers-covered")
    limits = {limit.element.slug: limit.of for limit in detail.limits}

    assert limits["state-controls-subdivisions"] == "local-officers-covered"
    assert limits["voluntary-cooperation"] == "no-commandeering-executives"
    assert limits["conditional-spending"] == "anti-commandeering"
    assert limits["regulates-state-activities"] == "anti-commandeering"


def test_a_limit_of_a_limit_is_not_taken_for_one_of_the_rule(packaged: PrecedentStore) -> None:
    """Coercion bounds the spending power; it does not bound the rule against commands."""
    rule = element_detail(packaged, "anti-commandeering")
    spending = element_detail(packaged, "conditional-spending")

    assert "spending-coercion" not in {limit.element.slug for limit in rule.limits}
    assert "spending-coercion" in {limit.element.slug for limit in spending.limits}


def test_a_source_has_its_page_and_says_whether_it_was_seen(packaged: PrecedentStore) -> None:
    """Printz at 935 was read; Murphy's pages were not."""
    sources = element_detail(packaged, "no-balancing").sources
    murphy = element_detail(packaged, "prohibition-is-command").sources

    assert [(s.case.slug, s.pin, s.verified) for s in sources] == [
        ("new-york-v-united-states", "178", True),
        ("printz-v-united-states", "932-933, 935", True),
    ]
    assert (murphy[0].case.slug, murphy[0].pin, murphy[0].verified) == (
        "murphy-v-ncaa",
        "474",
        False,
    )


def test_laws_stand_under_their_best_evidence(packaged: PrecedentStore) -> None:
    """A law that a court upheld on an element is not hidden among those that resemble it."""
    detail = element_detail(packaged, "right-not-to-participate")
    types = {law.slug: g.evidence_type for g in detail.laws for law in g.laws}

    assert types["us-ca-sb54-california-values-act"] == 2
    assert len(types) == sum(len(group.laws) for group in detail.laws) == detail.element.laws
    assert len({law.jurisdiction for g in detail.laws for law in g.laws}) > 8


def test_a_law_that_an_element_bounds_does_not_rest_on_it(packaged: PrecedentStore) -> None:
    """Shield laws meet the duty to extradite; they are not built on it."""
    detail = element_detail(packaged, "extradition")

    assert detail.laws == ()
    assert detail.element.laws == 0
    assert detail.element.laws_limited == sum(len(g.laws) for g in detail.laws_limited) >= 10


def test_a_case_that_states_an_element_is_listed_with_it(packaged: PrecedentStore) -> None:
    """What a record of a case says and what the element's source says come together."""
    detail = element_detail(packaged, "state-courts-supremacy")
    slugs = [case.slug for case in detail.cases]

    assert {"testa-v-katt", "printz-v-united-states", "jinks-v-richland-county"} <= set(slugs)
    assert detail.element.cases == len(slugs)
    assert [case.year for case in detail.cases] == sorted(case.year or 0 for case in detail.cases)


@pytest.mark.parametrize(
    "key",
    [
        "no-nullification",
        "No Nullification",
        "interposition",
        ELEMENTS[0].rpartition("/")[0] + "/no-nullification",
    ],
)
def test_an_element_is_found_by_slug_label_other_name_and_iri(
    packaged: PrecedentStore, key: str
) -> None:
    """Whatever a reader calls it, as long as the scheme knows the word."""
    assert find_element(packaged, key).endswith("/doctrine/no-nullification")


def test_what_is_no_element_is_refused(packaged: PrecedentStore) -> None:
    """The error names the word and how to find the right one."""
    with pytest.raises(UnknownElement, match=r"'phlogiston'.*precedent elements"):
        element_detail(packaged, "phlogiston")


def test_a_facet_that_no_element_has_is_refused(packaged: PrecedentStore) -> None:
    """An empty list would read as a finding."""
    with pytest.raises(UnknownConcept, match="'lemma' is no element kind"):
        elements(packaged, kind="lemma")


def test_an_element_is_told_as_of_a_day(packaged: PrecedentStore) -> None:
    """Decisions and laws that came later are neither told nor counted."""
    day = AsOf.read("1997-06-26")
    now, then = (
        element_detail(packaged, "no-balancing"),
        element_detail(packaged, "no-balancing", day),
    )

    assert then.as_of == "1997-06-26"
    assert {case.slug for case in now.cases} > {case.slug for case in then.cases}
    assert all(case.year and case.year <= 1997 for case in then.cases)
    assert then.element.cases == len(then.cases) < now.element.cases
    assert then.element.laws == sum(len(group.laws) for group in then.laws)
    assert all(source.case.year and source.case.year <= 1997 for source in then.sources)


def test_counts_of_a_day_are_those_of_what_is_told(packaged: PrecedentStore) -> None:
    """Of every element, as of a day on which some laws had been made and some had not."""
    day = AsOf.read("2014-06-30")

    for element in elements(packaged, as_of=day).items:
        detail = element_detail(packaged, element.slug, day)
        assert element.cases == len(detail.cases), element.slug
        assert element.laws == sum(len(group.laws) for group in detail.laws), element.slug
        assert element.laws_limited == sum(len(g.laws) for g in detail.laws_limited), element.slug
