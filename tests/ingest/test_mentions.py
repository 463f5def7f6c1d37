"""Cases that running text only names are led to the case cited in full before."""

import pytest

from graph.model import Authority, ReporterCitation
from ingest.citation import Found
from ingest.component import Setting
from ingest.parts import opinion_spans
from ingest.pipeline import build_pipeline

FIRST = "See Printz v. United States, 521 U.S. 898 (1997). "


def named(text: str, own: Authority | None = None) -> list[Found]:
    """Return the cases that a text names without a citation."""
    nlp = build_pipeline()
    doc = nlp.make_doc(text)
    doc._.setting = Setting(text, tuple(opinion_spans(text)), own)
    found: list[Found] = nlp(doc)._.mentions
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "Printz makes clear that officers may not be conscripted.",
        "In Printz, we held that.",
        "That is the rule of Printz.",
        "We follow Printz today.",
    ],
)
def test_a_short_name_with_words_of_a_decision_means_the_case(sentence: str) -> None:
    """Once the case was cited in full."""
    (mention,) = named(FIRST + sentence)

    assert mention.kind == "mention"
    assert mention.authority is not None
    assert str(mention.authority.citation) == "521 U.S. 898"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Printz makes clear that. " + FIRST, id="before the full citation"),
        pytest.param(FIRST + "Sheriff Printz wore a hat.", id="a person"),
        pytest.param(FIRST + "Printz v. Mack was argued.", id="another case's party"),
        pytest.param(
            FIRST + "Printz v. Doe, 1 U.S. 2 (1790). Printz makes clear.", id="two cases fit"
        ),
        pytest.param(FIRST + "In the United States, we held elections.", id="a common party"),
    ],
)
def test_a_name_that_may_be_something_else_is_left_alone(text: str) -> None:
    """Two candidates, or no words of a decision, mean no answer."""
    assert named(text) == []


def test_the_parties_of_the_case_itself_are_persons() -> None:
    """An opinion in Printz speaks of Printz."""
    own = Authority("case", "Printz v. United States", ReporterCitation("521", "U.S.", "898"))
    below = "See Printz v. United States, 854 F. Supp. 1503 (Mont. 1994). "

    assert named(below + "In Printz, we said.", own) == []


def test_a_bare_name_can_be_overruled() -> None:
    """The words decide: should be and now is overruled."""
    text = (
        "It was so held in Hammer v. Dagenhart, 247 U.S. 251 (1918)."
        " We think that Hammer should be and now is overruled."
    )
    (mention,) = named(text)

    assert (mention.treatment, mention.authority and str(mention.authority.citation)) == (
        "overrules",
        "247 U.S. 251",
    )


def test_a_name_with_a_page_is_a_short_form() -> None:
    """Printz, at 935 is a citation and no mention."""
    nlp = build_pipeline()
    doc = nlp(FIRST + "That is settled. Printz, at 935.")

    assert [f.kind for f in doc._.citations] == ["full_case", "named_short"]
    assert doc._.citations[1].pin == "935"
    assert doc._.mentions == []
