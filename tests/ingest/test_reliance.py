"""A law, a precedent and what a court did make a candidate where they stand together."""

import time
from pathlib import Path

import pytest

from graph.iri import BASE
from graph.model import RelianceCandidate
from ingest.document import SourceDocument
from ingest.pipeline import build_pipeline, read_references
from ingest.sources.files import read_documents

HEAD = "900 F.3d 1\n\nUNITED STATES v. CALIFORNIA\n\nJustice SMITH delivered the opinion of the Court.\n\n"
UPHELD = (
    "The court upheld the California Values Act because Congress may not conscript the State's"
    " officers. Printz v. United States, 521 U.S. 898, 935 (1997)."
)
PRINTZ = BASE + "id/case/us/521/898"
VALUES_ACT = BASE + "id/law/us-ca/gov/7284"


def candidates(tmp_path: Path, text: str) -> list[RelianceCandidate]:
    """Return the candidates of a text that stands in a file."""
    path = tmp_path / "opinion.txt"
    path.write_text(HEAD + text + "\n", encoding="utf-8")
    document = next(iter(read_documents([path])))
    assert isinstance(document, SourceDocument)
    record = read_references(document, build_pipeline())
    for candidate in record.candidates:
        for mention in candidate.mentions:
            assert document.source[mention.start : mention.end] == mention.text
            assert candidate.start <= mention.start < mention.end <= candidate.end
    return list(record.candidates)


def test_a_passage_gives_law_precedent_element_and_outcome(tmp_path: Path) -> None:
    """With the voice that speaks and the places of the words."""
    (found,) = candidates(tmp_path, UPHELD)

    assert (found.law, found.precedent, found.outcome) == (VALUES_ACT, PRINTZ, "upheld")
    assert (found.element or "").endswith("doctrine/no-commandeering-executives")
    assert [(m.kind, m.text) for m in found.mentions][:2] == [
        ("law", "California Values Act"),
        ("outcome", "upheld"),
    ]
    assert (found.part, found.author) == ("majority", "Smith")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (UPHELD.replace("upheld", "struck down"), "struck"),
        (UPHELD.replace("upheld the California Values Act", "enjoined SB 54 of the California Values Act"), "enjoined"),
        (UPHELD.replace("upheld the California Values Act", "found that the California Values Act is not preempted"), "not-preempted"),
        (UPHELD.replace("upheld", "held that by"), None),
    ],
)  # fmt: skip
def test_the_outcome_is_what_the_words_say(tmp_path: Path, text: str, outcome: str | None) -> None:
    """A court that only held something gives no outcome."""
    assert {found.outcome for found in candidates(tmp_path, text)} == {outcome}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(UPHELD.replace("upheld", "discussed"), id="no court did anything"),
        pytest.param(UPHELD.replace("upheld", "never upheld"), id="negated"),
        pytest.param(UPHELD.replace("California Values Act", "act"), id="no law of the facts"),
        pytest.param(UPHELD.replace("521 U.S. 898, 935", "1 F.3d 7, 9"), id="no precedent of it"),
        pytest.param(UPHELD.replace("officers. ", "officers.\n\n"), id="another paragraph"),
        pytest.param(
            UPHELD.replace("officers. ", "officers. He went. She left. They stayed. "),
            id="four sentences apart",
        ),
    ],
)
def test_what_does_not_stand_together_is_no_candidate(tmp_path: Path, text: str) -> None:
    """Each part must be there, near and not negated."""
    assert candidates(tmp_path, text) == []


def test_an_element_is_not_required(tmp_path: Path) -> None:
    """Its absence is recorded as absence."""
    plain = UPHELD.replace("conscript the State's officers", "do that")

    assert [found.element for found in candidates(tmp_path, plain)] == [None]


def test_a_law_and_a_precedent_are_tied_once_a_paragraph(tmp_path: Path) -> None:
    """The nearest pair speaks for the others."""
    text = UPHELD + " The California Values Act was upheld again. Printz, 521 U.S., at 935."

    assert len(candidates(tmp_path, text)) == 1


def test_candidates_are_found_in_the_packaged_notes() -> None:
    """The note on Murphy reports what the court below held of the act of 2014."""
    notes = Path(__file__).resolve().parents[2] / "ingest" / "notes"
    records = [
        read_references(document, build_pipeline())
        for document in read_documents([notes])
        if isinstance(document, SourceDocument)
    ]
    found = [candidate for record in records for candidate in record.candidates]
    named = {mention.iri for record in records for mention in record.mentions}

    assert len(records) == 7
    assert [candidate.law for candidate in found] == [BASE + "id/law/us-nj/laws/2014/62"]
    assert BASE + "id/law/us-pa/laws/1826/150" in named
    assert BASE + "id/program/paspa" in named
    assert len([iri for iri in named if iri and "/doctrine/" in iri]) >= 12


@pytest.mark.parametrize(
    "text",
    [
        "conscript the officers " * 8_000,
        "SB 54 " * 12_000,
        "§ 7284.6 " * 6_000,
        "California Values Act upheld 521 U.S. 898 " * 2_000,
        "Death with Dignity Act Oregon " * 4_000,
    ],
    ids=["phrases", "bills", "sections", "candidates", "names"],
)
@pytest.mark.slow
def test_a_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    """Four times the text takes about four times as long, whatever is repeated in it."""
    nlp = build_pipeline()
    components = [nlp.get_pipe(name) for name in nlp.pipe_names[3:]]
    times: list[float] = []
    for part in (text[: len(text) // 4], text):
        doc = nlp.make_doc(part)
        for name in nlp.pipe_names[:3]:
            doc = nlp.get_pipe(name)(doc)
        began = time.process_time()
        for component in components:
            doc = component(doc)
        times.append(time.process_time() - began)

    assert times[1] < 8 * times[0] + 0.5


@pytest.mark.slow
def test_real_opinions_name_elements_and_laws(shared: Path) -> None:
    """Raich speaks of California's act, New York of the States' legislative processes."""
    names = {}
    for slug in ("gonzales-v-raich", "new-york-v-united-states", "printz-v-united-states"):
        document = next(iter(read_documents([shared / "opinions" / f"{slug}.txt"])))
        assert isinstance(document, SourceDocument)
        record = read_references(document, build_pipeline())
        names[slug] = {(mention.iri or "").partition("/id/")[2] for mention in record.mentions} | {
            (mention.iri or "").rpartition("/doctrine/")[2] for mention in record.mentions
        }
        assert all(document.source[m.start : m.end] == m.text for m in record.mentions)

    assert "law/us-ca/health-safety/11362.5" in names["gonzales-v-raich"]
    assert "program/controlled-substances-act" in names["gonzales-v-raich"]
    assert "no-commandeering-legislatures" in names["new-york-v-united-states"]
    assert {"no-commandeering-executives", "program/brady-act"} <= names["printz-v-united-states"]
