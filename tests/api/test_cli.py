"""The command line: data on stdout, the rest on stderr, and exit codes that mean something."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graph.citation_facts import packaged_facts, records_of
from tests.program import run

PROGRAM = Path(sys.executable).with_name("precedent")


@pytest.fixture(scope="session")
def home(filled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data directory that the commands may change."""
    return Path(shutil.copytree(filled_home, tmp_path_factory.mktemp("cli") / "home"))


def run_program(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run the installed program in a process of its own."""
    return subprocess.run(
        [PROGRAM, *words],
        env=os.environ | {"PRECEDENT_HOME": str(home), "COLUMNS": "200"},
        cwd=home.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.slow
def test_the_installed_program_fills_its_home_and_answers(tmp_path: Path) -> None:
    """The first command builds what is missing, and data alone is on stdout."""
    done = run_program(tmp_path / "home", "chain", "505 U.S. 144", "murphy-v-ncaa", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["items"]
    assert "Traceback" not in done.stderr


def test_chain_shows_each_step_with_its_evidence(home: Path) -> None:
    """New York -> Printz -> Murphy, with treatment, part, pin and provenance."""
    done = run(home, "chain", "505 U.S. 144", "murphy-v-ncaa")

    assert done.returncode == 0
    assert "Printz v. United States" in done.stdout
    assert "extracted-note" in done.stdout
    assert "majority" in done.stdout


def test_laws_relying_on_printz_are_of_many_topics_and_places(home: Path) -> None:
    """At least eight topics and fifteen jurisdictions, each tie with type, source and date."""
    answer = json.loads(
        run(
            home, "laws", "--relies-on", "printz-v-united-states", "--all-evidence", "--json"
        ).stdout
    )
    shown = json.loads(run(home, "laws", "--relies-on", "printz-v-united-states", "--json").stdout)
    ties = [tie for law in answer["items"] for tie in law["reliance"]]

    assert len({topic for law in answer["items"] for topic in law["topics"]}) >= 8
    assert len({law["jurisdiction"] for law in answer["items"]}) >= 15
    assert all(tie["evidence_type"] and tie["source"] and tie["as_of"] for tie in ties)
    assert shown["folded"] == answer["total"] - shown["total"] > 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("case", "nobody-v-nothing"), 3, "nobody-v-nothing"),
        (("case", "New York v. United States"), 2, "fits"),
        (("laws", "--topic", "gardening"), 2, "cannabis"),
        (("laws", "--jurisdiction", "US-ZZ"), 2, "US-ZZ"),
        (("law", "no-such-law"), 3, "no-such-law"),
        (("candidates", "--law", "no-such-law"), 3, "no-such-law"),
        (("candidates", "--relies-on", "testa-v-katt"), 3, "no passage"),
        (("extract", ".", "--also", "gardens"), 2, "gardens"),
        (("query", "SELECT ?x WHERE { ?x"), 2, "error"),
        (("query", "SELEC"), 2, "no file, so it was read as SPARQL"),
        (("query", "no-such.rq"), 1, "No such file"),
        (("query", "CONSTRUCT WHERE { ?s <urn:none> ?o }", "--format", "zip"), 2, "zip"),
        (("chain", "printz-v-united-states", "521 U.S. 898"), 2, "two different cases"),
        (("query", "SELECT ?x { SERVICE <http://127.0.0.1:1/> { ?x ?y ?z } }"), 1, "SERVICE"),
        (("query", "SELECT * { ?s ?p ?o } LIMIT 1", "--format", "docx"), 2, "docx"),
        (("chain", "505 U.S. 144"), 2, "Missing argument"),
        (("ingest", "/no/such/file.txt"), 1, "/no/such/file.txt"),
        (("no-such-command",), 2, "no-such-command"),
    ],
)
def test_bad_input_ends_with_a_clear_error(
    home: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """The error names the value, goes to stderr, and nothing that looks like data is printed."""
    done = run(home, *words)

    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_an_ambiguous_name_lists_what_it_fits(home: Path) -> None:
    """Both decisions called New York v. United States are offered by citation."""
    done = run(home, "lineage", "New York v. United States")

    assert done.returncode == 2
    assert "505 U.S. 144" in done.stderr
    assert "326 U.S. 572" in done.stderr


def test_a_port_in_use_is_told_at_once(home: Path) -> None:
    """The error names the port and the option that changes it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(home, "serve", "--port", str(port))

    assert done.returncode == 1
    assert str(port) in done.stderr
    assert "--port" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_data_directory_is_told(tmp_path: Path) -> None:
    """Writing where nothing may be written fails in one sentence."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    done = run(locked / "home", "build")

    assert done.returncode == 1
    assert "cannot write" in done.stderr


def test_extract_prints_one_object_a_line(home: Path, tmp_path: Path) -> None:
    """Offsets count characters of the decoded file."""
    text = "§ First: see Printz v. United States, 521 U.S. 898, 935 (1997). Id., at 936.\n"
    path = tmp_path / "brief.txt"
    path.write_text(text, encoding="utf-8")
    rows = [json.loads(line) for line in run(home, "extract", str(path)).stdout.splitlines()]

    assert [row["kind"] for row in rows] == ["full_case", "id"]
    assert [text[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    assert {row["doc"] for row in rows} == {"brief"}
    assert {row["resolved"]["page"] for row in rows} == {"898"}


def test_extract_prints_mentions_only_when_asked(home: Path, tmp_path: Path) -> None:
    """The rows of references stay what they were; others have kinds of their own."""
    text = (
        "The California Values Act was upheld, for the anti-commandeering rule is plain."
        " PASPA fell in Murphy. Printz v. United States, 521 U.S. 898 (1997).\n"
    )
    path = tmp_path / "brief.txt"
    path.write_text(text, encoding="utf-8")
    plain = run(home, "extract", str(path)).stdout.splitlines()
    asked = run(home, "extract", str(path), "--also", "elements,laws").stdout.splitlines()
    added = [json.loads(line) for line in asked if line not in plain]

    assert [line for line in asked if line in plain] == plain
    assert [(row["kind"], row["text"]) for row in added] == [
        ("law", "California Values Act"),
        ("element", "anti-commandeering"),
    ]
    assert [text[row["start"] : row["end"]] for row in added] == [row["text"] for row in added]
    assert added[0]["iri"].endswith("id/law/us-ca/gov/7284")


def test_candidates_are_marked_as_not_reviewed(home: Path) -> None:
    """In the table and in each record; and ``laws`` does not count them."""
    table = run(home, "candidates")
    answer = json.loads(run(home, "candidates", "--json").stdout)
    (found,) = [c for c in answer["items"] if c["law_slug"] == "us-nj-sports-wagering-act-2014"]
    case = found["precedent"]["slug"]
    relying = run(home, "laws", "--relies-on", case, "--all-evidence", "--json")

    assert "extracted, not reviewed" in table.stdout
    assert "none of these counts" in table.stderr
    assert found["review"] == "extracted, not reviewed"
    assert found["law_slug"] not in relying.stdout


def test_query_reads_standard_input(home: Path) -> None:
    """A dash stands for the query on stdin; CSV is the default."""
    done = run(home, "query", "-", text="SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")

    assert done.returncode == 0
    assert int(done.stdout.split()[1]) > 1000


def test_doctor_reports_a_sound_installation(home: Path) -> None:
    """Versions, directory, dataset and number of texts."""
    state = json.loads(run(home, "doctor", "--json").stdout)

    assert state["filled from this package"] is True
    assert state["texts"] == 7 + len(list(records_of(packaged_facts())))
    assert len(state["dataset"]) == 64


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        pytest.param("SELECT ?s { ?s <urn:none> ?o }", "s", id="rows"),
        pytest.param("DESCRIBE <urn:none>", "", id="graph"),
    ],
)
def test_a_query_that_finds_nothing_says_so(home: Path, query: str, printed: str) -> None:
    """Exit 3 as elsewhere; a false ASK is an answer."""
    nothing = run(home, "query", query, "--format", "csv" if printed else "nt")
    false = run(home, "query", "ASK { ?s <urn:none> ?o }", "--json")

    assert (nothing.returncode, nothing.stdout.strip()) == (3, printed)
    assert "found nothing" in nothing.stderr
    assert (false.returncode, json.loads(false.stdout)["boolean"]) == (0, False)


def test_a_graph_is_printed_as_json_too(home: Path) -> None:
    """CONSTRUCT with --json gives JSON-LD."""
    query = 'CONSTRUCT { ?c ac:slug ?s } WHERE { ?c ac:slug ?s FILTER(?s = "reno-v-condon") }'

    assert "reno-v-condon" in json.dumps(json.loads(run(home, "query", query, "--json").stdout))


def test_extract_takes_json_for_its_lines(home: Path, tmp_path: Path) -> None:
    """The option that every command has means the lines of the default here."""
    path = tmp_path / "brief.txt"
    path.write_text("Printz v. United States, 521 U.S. 898, 935 (1997). Id., at 936.\n")
    lines = run(home, "extract", str(path), "--json").stdout

    assert [json.loads(line)["kind"] for line in lines.splitlines()] == ["full_case", "id"]
    assert "--format jsonl" in run(home, "extract", "--help").stdout


@pytest.mark.parametrize(
    ("words", "code", "kind", "status"),
    [
        (("lineage", "New York v. United States"), 2, "ambiguous-name", 409),
        (("chain", "nobody-v-nothing", "murphy-v-ncaa"), 3, "not-found", 404),
        (("chain", "printz", "521 U.S. 898"), 2, "same-case", 422),
        (("law", "no-such-law"), 3, "not-found", 404),
        (("laws", "--topic", "gardening"), 2, "unknown-filter-value", 404),
        (("query", "SELEC"), 2, "query-syntax", 400),
        (("query", "LOAD <http://x/>"), 1, "query-refused", 403),
        (("query", "no-such.rq"), 1, "failed", 500),
    ],
)
def test_an_error_is_json_for_a_script(
    home: Path, words: tuple[str, ...], code: int, kind: str, status: int
) -> None:
    """The problem stands on stdout, the sentence for people on stderr."""
    done = run(home, *words, "--json")
    told = json.loads(done.stdout)

    assert (done.returncode, told["exit"], told["status"]) == (code, code, status)
    assert told["type"].endswith(f"/problems/{kind}")
    assert told["detail"] in done.stderr.replace("\n", " ")
    assert told["title"]


def test_a_script_reads_the_candidates_of_an_ambiguous_name(home: Path) -> None:
    """Each has a key that names it alone."""
    told = json.loads(run(home, "case", "New York v. United States", "--json").stdout)
    keys = [candidate["key"] for candidate in told["candidates"]]

    assert {"new-york-v-united-states", "us/326/572"} <= set(keys)
    assert {run(home, "case", key).returncode for key in keys} == {0}


def test_a_topic_that_no_law_of_a_case_has_finds_nothing(home: Path) -> None:
    """The topic exists, so this is an empty list and no wrong word."""
    words = ("laws", "--relies-on", "printz-v-united-states", "--topic", "sports betting")
    done = run(home, *words)

    assert (done.returncode, done.stdout) == (3, "")
    assert "no law of topic 'sports betting' relies on Printz v. United States" in done.stderr
    assert json.loads(run(home, *words, "--json").stdout)["items"] == []


def test_doctor_tells_that_a_file_is_no_data_directory(tmp_path: Path) -> None:
    """It cannot be written, whoever asks."""
    (tmp_path / "file").write_text("x")
    done = run(tmp_path / "file", "doctor", "--json")
    state = json.loads(done.stdout)

    assert done.returncode == 1
    assert state["writable"] is False
    assert "must be a folder" in state["problem"]


def test_a_damaged_snapshot_is_told_and_mended_as_told(home: Path, tmp_path: Path) -> None:
    """The error names the directory; without it `precedent build` puts things right."""
    broken = tmp_path / "home"
    shutil.copytree(home, broken)
    snapshot = broken / "snapshots" / (broken / "current").read_text().strip()
    (snapshot / "CURRENT").write_text("")
    done = run(broken, "case", "printz")

    assert (done.returncode, done.stdout) == (1, "")
    assert f"the graph in {snapshot} is damaged" in done.stderr
    assert "precedent build" in done.stderr
    assert "Traceback" not in done.stderr
    shutil.rmtree(snapshot)
    assert run(broken, "build").returncode == 0
    assert run(broken, "case", "printz").returncode == 0


def test_help_names_every_command(home: Path) -> None:
    """A newcomer sees what there is."""
    shown = run(home, "--help").stdout

    for name in (
        "ingest",
        "extract",
        "build",
        "serve",
        "chain",
        "lineage",
        "laws",
        "candidates",
        "query",
        "doctor",
    ):
        assert name in shown


def test_an_element_is_shown_with_its_pages_and_limits(home: Path) -> None:
    """Who states it and where, and what stands against it, in words and as JSON."""
    done = run(home, "element", "no-commandeering-executives")
    answer = json.loads(run(home, "element", "no-commandeering-executives", "--json").stdout)

    assert done.returncode == 0
    assert "states: Printz v. United States, 521 U.S. 898 (1997) at 925, 935" in done.stdout
    assert "Voluntary cooperation (voluntary-cooperation)" in done.stdout
    assert "voluntary-cooperation" in {limit["element"]["slug"] for limit in answer["limits"]}


def test_elements_are_listed_by_side(home: Path) -> None:
    """The limits alone can be asked for; a word that is no side is refused with those there are."""
    answer = json.loads(run(home, "elements", "--side", "limit", "--json").stdout)
    refused = run(home, "elements", "--side", "left")

    assert answer["total"] == len(answer["items"]) > 15
    assert {item["side"] for item in answer["items"]} == {"limit"}
    assert refused.returncode == 2
    assert "limit, open, rule" in refused.stderr
