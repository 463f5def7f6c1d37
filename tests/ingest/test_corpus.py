"""A data directory is filled from the package, and texts go in whole, once, or not at all."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.cases import case_detail, find_case
from graph.chain import chain
from graph.citation_facts import packaged_facts, records_of
from graph.home import open_reader, writing
from graph.iri import thing_iri
from graph.store import PrecedentStore
from ingest.corpus import fill, ingest
from ingest.packaged import is_current, packaged_files
from ontology.concepts import concept_iri
from ontology.namespace import AC

ROOT = Path(__file__).resolve().parents[2]
NOTES = 7
NEAR = 15  # opinions whose citation facts are packaged, at least
PRINTZ = ox.NamedNode(thing_iri("case", "us", "521", "898"))
GONE = ox.NamedNode(thing_iri("document", "us", "999", "1", "opinion"))
OPINION = """\
521 U.S. 898

PRINTZ v. UNITED STATES

Decided June 27, 1997.

Justice SCALIA delivered the opinion of the Court.

We follow New York v. United States, 505 U.S. 144, 188 (1992). See also Gregory v. Ashcroft,
501 U.S. 452, 458 (1991). Id., at 460.

Justice STEVENS, dissenting.

I would distinguish New York v. United States, 505 U.S. 144 (1992).
"""


def count(store: PrecedentStore, pattern: str) -> int:
    """Return how many different ?x a pattern has."""
    return int(store.select(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}")[0]["n"])


def provenance(store: PrecedentStore, case: str, kind: str) -> int:
    """Return how many references of a case are recorded with a provenance."""
    concept = concept_iri("provenance", kind)
    return count(
        store,
        f"?x <{AC.provenance}> <{concept}> ; <{AC.citingCase}> ?c"
        f" FILTER(STRENDS(STR(?c), '{case}'))",
    )


def test_filling_writes_facts_notes_and_vocabulary(filled_home: Path) -> None:
    """A fresh machine has curated cases, laws, citation facts, notes and the terms to ask with."""
    store = open_reader(filled_home).store()
    facts = list(records_of(packaged_facts()))

    assert is_current(filled_home)
    assert len(facts) >= NEAR
    assert count(store, f"?x a <{AC.SourceDocument}>") == NOTES + len(facts)
    assert len(store.packaged()) == len(facts)
    assert count(store, f"?x a <{AC.RelianceAssertion}>") > 60
    assert count(store, f"?x <{AC.slug}> ?s ; a <{AC.Case}>") >= 40


def test_a_change_of_any_packaged_fact_fills_the_directory_anew() -> None:
    """The stamp is of every file, however deep its folder."""
    stamped = {entry.name for entry in packaged_files()}
    shipped = {path.name for path in (ROOT / "graph" / "facts").rglob("*.yaml")}

    assert len(shipped) >= 15
    assert shipped <= stamped
    assert {"vocabulary.ttl", "doctrine.ttl", "printz-v-united-states.md"} <= stamped


def test_filling_twice_changes_nothing(own_home: Path) -> None:
    """The dataset's hash is that of its content and not of when it was built."""
    before = open_reader(own_home).store().dataset_hash()
    outcomes = fill(own_home)

    assert {outcome.status for outcome in outcomes} == {"unchanged"}
    assert open_reader(own_home).store().dataset_hash() == before


def test_the_line_runs_from_new_york_to_murphy(filled_home: Path) -> None:
    """The packaged graph alone answers the question the tool is for."""
    answer = chain(open_reader(filled_home).store(), "505 U.S. 144", "murphy-v-ncaa")
    lines = [[case.slug for case in line.cases] for line in answer.chains]

    assert ["new-york-v-united-states", "printz-v-united-states", "murphy-v-ncaa"] in lines
    assert all(step.evidence for line in answer.chains for step in line.steps)


def test_a_full_text_takes_the_place_of_the_note(own_home: Path, tmp_path: Path) -> None:
    """What the note reported gives way, the IRIs stay the same, and a re-run changes nothing."""
    home, texts = own_home, tmp_path / "texts"
    texts.mkdir()
    head = ("528 U.S. 141", "RENO v. CONDON", "January 12, 2000", "Justice BREYER")
    told = ("521 U.S. 898", "PRINTZ v. UNITED STATES", "June 27, 1997", "Justice SCALIA")
    opinion = OPINION
    for own, other in zip(head, told, strict=True):
        opinion = opinion.replace(other, own)
    (texts / "condon.txt").write_text(opinion)
    case = "us/528/141"
    reported = provenance(open_reader(home).store(), case, "extracted-note")
    outcomes = ingest(home, [texts])
    store = open_reader(home).store()

    assert reported > 10
    assert [(o.status, o.citations, o.unresolved) for o in outcomes] == [("written", 4, 0)]
    assert provenance(store, case, "extracted-opinion") == 4
    assert provenance(store, case, "extracted-note") < reported
    before = store.dataset_hash()
    assert [o.status for o in ingest(home, [texts])] == ["unchanged"]
    fill(home)
    assert open_reader(home).store().dataset_hash() == before


def test_packaged_facts_speak_before_the_note(filled_home: Path) -> None:
    """Of Printz the package has facts of the opinion, so its note says only what is its own."""
    store = open_reader(filled_home).store()
    printz = f"?x <{AC.citingCase}> ?c ; <{AC.opinionType}> ?part"
    printz += f" ; <{AC.provenance}> <{concept_iri('provenance', 'extracted-note')}>"
    printz += " FILTER(STRENDS(STR(?c), 'us/521/898') && !STRENDS(STR(?part), '/note'))"

    assert count(store, printz) == 0
    assert provenance(store, "us/521/898", "extracted-opinion") > 800
    assert provenance(store, "us/528/141", "extracted-opinion") == 0
    assert provenance(store, "us/528/141", "extracted-note") > 10


def test_a_text_that_a_user_reads_goes_before_the_packaged_facts(
    filled_home: Path, tmp_path: Path
) -> None:
    """It takes their graph whole, and filling again does not bring them back."""
    home, text = tmp_path / "home", tmp_path / "printz.txt"
    shutil.copytree(filled_home, home)
    text.write_text(OPINION)
    ingest(home, [text])
    fill(home)
    store = open_reader(home).store()

    assert provenance(store, "us/521/898", "extracted-opinion") == 4
    assert len(store.packaged()) == len(list(records_of(packaged_facts()))) - 1


def test_facts_that_are_no_longer_packaged_go(filled_home: Path, tmp_path: Path) -> None:
    """What another release shipped leaves with it, and only that; its note speaks again."""
    home = tmp_path / "home"
    shutil.copytree(filled_home, home)
    before = open_reader(home).store().dataset_hash()
    with writing(home) as store:
        gone = [ox.Quad(GONE, ox.NamedNode(str(AC.about)), PRINTZ, GONE)]
        store.load_packaged([(GONE, gone)])
    with_it = open_reader(home).store().dataset_hash()
    fill(home)

    assert with_it != before
    assert open_reader(home).store().dataset_hash() == before


@pytest.mark.slow
def test_the_real_text_of_packaged_facts_changes_nothing(
    filled_home: Path, tmp_path: Path, shared: Path
) -> None:
    """The facts say of an opinion what its text says: the same triples in the same graph."""
    home = tmp_path / "home"
    shutil.copytree(filled_home, home)
    before = open_reader(home).store().dataset_hash()
    slugs = [record.slug for record in records_of(packaged_facts())]
    outcomes = ingest(home, [shared / "opinions" / f"{slug}.txt" for slug in slugs])

    assert len(outcomes) >= NEAR
    assert {outcome.status for outcome in outcomes} == {"unchanged"}
    assert open_reader(home).store().dataset_hash() == before


def test_a_text_of_a_case_nobody_recorded_is_found_by_its_slug(tmp_path: Path) -> None:
    """The manifest's word for it, and for a text without one its name."""
    texts = tmp_path / "texts"
    texts.mkdir()
    entry = {"slug": "hodel", "case_name": "Hodel v. Nobody", "citation": "999 U.S. 1"}
    (texts / "manifest.json").write_text(json.dumps([entry | {"year": 1981, "court": "scotus"}]))
    (texts / "hodel.txt").write_text("We affirm.")
    (texts / "other.txt").write_text(
        "999 U.S. 2\n\nDOE v. ROE\n\nDecided June 1, 1990.\n\nSee ante, at 3."
    )
    outcomes = ingest(tmp_path / "home", [texts])
    store = open_reader(tmp_path / "home").store()

    assert find_case(store, "hodel").citation == "999 U.S. 1"
    assert find_case(store, "doe-v-roe").citation == "999 U.S. 2"
    assert [o.unresolved for o in outcomes] == [
        case_detail(store, key).unresolved for key in ("hodel", "doe-v-roe")
    ]


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty"),
        pytest.param("blank.txt", b" \n\n ", "empty", id="only blanks"),
        pytest.param("binary.txt", b"PK\x03\x04\x00\x00\xff\xfe", "binary|UTF-8", id="binary"),
        pytest.param(
            "nobody.txt", b"Some words that cite nothing.", "which case", id="unidentified"
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_rest_go_in(
    tmp_path: Path, name: str, content: bytes, rule: str
) -> None:
    """One bad file is refused with the rule it breaks; the good one beside it is written."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / name).write_bytes(content)
    (texts / "printz.txt").write_text(OPINION)
    outcomes = {Path(o.origin).name: o for o in ingest(tmp_path / "home", [texts])}

    assert outcomes["printz.txt"].status == "written"
    assert outcomes[name].status == "rejected"
    assert outcomes[name].reason is not None
    assert any(word in outcomes[name].reason for word in rule.split("|"))  # type: ignore[operator]


KILLED = """
import sys
from pathlib import Path
from ingest.corpus import ingest
ingest(Path(sys.argv[1]), [Path(sys.argv[2])], progress=lambda *_: print("step", flush=True))
"""


@pytest.mark.slow
def test_killed_while_reading_real_opinions_each_is_whole_or_absent(
    tmp_path: Path, shared: Path
) -> None:
    """After a kill the store opens, and finishing the run gives what an unbroken run gives."""
    home, whole = tmp_path / "home", tmp_path / "whole"
    names = (
        "missouri-v-holland",
        "ohio-v-helvering",
        "united-states-v-bekins",
        "metcalf-eddy-v-mitchell",
    )
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in names:
        (texts / f"{name}.txt").write_bytes((shared / "opinions" / f"{name}.txt").read_bytes())
    (texts / "manifest.json").write_bytes((shared / "opinions" / "manifest.json").read_bytes())
    ingest(whole, [texts])
    complete = open_reader(whole).store().graphs()
    for steps in (1, 2, 3):
        command = [sys.executable, "-c", KILLED, str(home), str(texts)]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert run.stdout is not None
        for _ in range(steps):
            run.stdout.readline()
        time.sleep(0.03)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        run.stdout.close()
        store = PrecedentStore.open_writer(home / "store")
        partial = store.graphs()
        assert partial.items() <= complete.items()
        store.close()

    ingest(home, [texts])
    assert open_reader(home).store().graphs() == complete
