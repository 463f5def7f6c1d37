"""Where a command's answer goes: stdout, or a file that is written whole or not at all."""

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from api.whole_file import write_whole


def run(home: Path, *words: str) -> Result:
    """Return what a command does."""
    return CliRunner().invoke(app, [*words, "--home", str(home)])


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("laws.json", "{"),
        ("laws.csv", "iri,title,slug"),
        ("laws.ttl", "@prefix"),
        ("laws.jsonld", '{"@context"'),
        ("laws.txt", "30 laws"),
    ],
)
def test_the_ending_of_a_file_tells_the_form(
    filled_home: Path, tmp_path: Path, name: str, begins: str
) -> None:
    """What is no form is words; stdout stays empty."""
    path = tmp_path / name
    done = run(filled_home, "laws", "--topic", "firearms", "-o", str(path))

    assert (done.exit_code, done.stdout) == (0, "")
    assert path.read_text(encoding="utf-8").lstrip().startswith(begins)
    assert f"{path.stat().st_size} bytes" in done.stderr.replace("\n", "")
    assert list(tmp_path.iterdir()) == [path]


def test_a_form_that_is_named_goes_before_the_ending(filled_home: Path, tmp_path: Path) -> None:
    """A table may have any name."""
    path = tmp_path / "laws.dat"
    done = run(filled_home, "laws", "--topic", "firearms", "--csv", "-o", str(path))

    assert done.exit_code == 0
    assert len(list(csv.reader(path.read_text(encoding="utf-8").splitlines()))) > 10


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("laws", "--topic", "gardening"), 2, "gardening"),
        (("laws", "--format", "docx"), 2, "docx"),
        (("laws", "--format", "dot"), 2, "dot"),
        (("laws", "--sort", "colour"), 2, "colour"),
        (("laws", "--fields", "colour", "--json"), 2, "colour"),
        (("laws", "--cursor", "nonsense"), 2, "nonsense"),
        (("case", "nobody-v-nothing"), 3, "nobody-v-nothing"),
        (("laws", "--relies-on", "reno-v-condon", "--topic", "sports betting"), 3, "no law"),
    ],
)
def test_a_file_stays_as_it_was_where_a_command_fails(
    filled_home: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """Neither emptied nor half written, and nothing is left beside it."""
    path = tmp_path / "kept.txt"
    path.write_text("what stood here")
    done = run(filled_home, *words, "-o", str(path))

    assert done.exit_code == code
    assert said in done.stderr
    assert path.read_text() == "what stood here"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_breaks_off_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is told, and what was written so far is removed."""
    path = tmp_path / "answer.csv"
    path.write_text("old")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(filled_home: Path, tmp_path: Path) -> None:
    """By the name that was given."""
    path = tmp_path / "nowhere" / "laws.csv"
    done = run(filled_home, "laws", "--topic", "firearms", "-o", str(path))

    assert done.exit_code == 1
    assert str(path) in done.stderr.replace("\n", "")
    assert "Traceback" not in done.output


def test_one_form_at_a_time(filled_home: Path) -> None:
    """Two are no answer to how it should look."""
    done = run(filled_home, "laws", "--json", "--csv")

    assert done.exit_code == 2
    assert "csv, json" in done.stderr


def test_fields_need_a_form_that_has_fields(filled_home: Path) -> None:
    """Words and drawings have none, so the option is refused there."""
    done = run(filled_home, "laws", "--fields", "title")

    assert done.exit_code == 2
    assert "json, csv" in done.stderr


def answers(done: Result) -> Any:  # noqa: ANN401 - JSON
    """Return the JSON that a command printed."""
    return json.loads(done.stdout)


def test_a_question_is_asked_by_its_name(filled_home: Path) -> None:
    """Its rows stand under the names of its columns."""
    done = run(filled_home, "ask", "history", "--case", "printz")
    table = run(filled_home, "ask", "stats-laws")

    assert done.exit_code == table.exit_code == 0, done.stderr
    assert "resolution" in table.stdout
    assert table.stdout.startswith("How many laws")


def test_without_a_name_the_questions_are_listed(filled_home: Path) -> None:
    """Each with its first line and what it takes."""
    listed = run(filled_home, "ask").stdout
    (row,) = [line for line in listed.splitlines() if " history " in line]

    assert "What did this decision do to others of its dispute" in row
    assert "--case" in row


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("ask", "no-such-question"), 2, "no-such-question"),
        (("ask", "history"), 2, "needs the parameter 'case'"),
        (("ask", "history", "--case", "printz", "--topic", "x"), 2, "no parameter 'topic'"),
        (("ask", "history", "--case", "nobody-v-nothing"), 3, "nobody-v-nothing"),
        (("ask", "history", "--colour", "blue"), 2, "--colour"),
        (("ask", "laws", "--as-of", "2018-05-14"), 2, "takes no as_of"),
        (("ask", "laws-at-issue", "--case", "printz"), 3, "nothing that is recorded"),
        (("cite", "gardens"), 3, "nothing to cite fits 'gardens'"),
        (("cite", "New York v. United States"), 2, "fits"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_sentence(
    filled_home: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """The value, and what would do."""
    done = run(filled_home, *words)

    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr


CITED = [
    ("521 us 898", "Printz v. United States, 521 U.S. 898 (1997)"),
    ("521 U. S. 898, 935", "Printz v. United States, 521 U.S. 898, 935 (1997)"),
    ("117 S.Ct. 2365", "Printz v. United States, 521 U.S. 898 (1997)"),
    ("138 sct 1461, 1477", "Murphy v. National Collegiate Athletic Ass'n, 584 U.S. 453 (2018)"),
    ("44 f4th 581", "McHenry County v. Raoul, 44 F.4th 581 (7th Cir. 2022)"),
    ("41 us 539, 615", "Prigg v. Pennsylvania, 41 U.S. (16 Pet.) 539, 615 (1842)"),
    ("reno-v-condon", "Reno v. Condon, 528 U.S. 141 (2000)"),
    ("350 f supp 2d 1", "350 F. Supp. 2d 1"),
    (
        "us-ca-sb54-california-values-act",
        "Cal. Gov't Code §§ 7284–7284.12; 2017 Cal. Stat. ch. 495 (S.B. 54)",
    ),
    (
        "maryland-v-wirtz",
        "Maryland v. Wirtz, 392 U.S. 183 (1968), overruled by National League of Cities v. Usery, "
        "426 U.S. 833 (1976)",
    ),
    ("155 f3d 453", "Condon v. Reno, 155 F.3d 453 (4th Cir. 1998), rev'd, 528 U.S. 141 (2000)"),
    ("cal gov code 7284.6", "Cal. Gov't Code § 7284.6"),
    ("8 usc 1373(a)", "8 U.S.C. § 1373(a)"),
]


@pytest.mark.parametrize(("text", "bluebook"), CITED)
def test_a_citation_takes_the_form_of_the_bluebook(
    filled_home: Path, text: str, bluebook: str
) -> None:
    """However it is typed, whether a case or a law is meant."""
    assert run(filled_home, "cite", text).stdout == bluebook + "\n"


def test_a_page_of_another_reporter_is_not_put_behind_the_official_one(filled_home: Path) -> None:
    """Page 1477 is of the Supreme Court Reporter; it is left out, and that is said."""
    done = run(filled_home, "cite", "138 S. Ct. 1461, 1477")
    unknown = run(filled_home, "cite", "999 U.S. 1", "--json")

    assert "1477" not in done.stdout
    assert "1477 is a page of S. Ct." in done.stderr
    assert answers(unknown)["kind"] == "citation"
    assert "not told" in answers(unknown)["note"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("case prin", "printz-v-united-states"),
        ("chain new-york-v-united-states mur", "murphy-v-ncaa"),
        ("law us-ca-sb54", "us-ca-sb54-california-values-act"),
        ("laws --relies-on ren", "reno-v-condon"),
        ("element no-bal", "no-balancing"),
        ("ask hist", "history"),
        ("exp", "exposure"),
    ],
)
def test_a_shell_completes_commands_and_slugs(filled_home: Path, typed: str, offered: str) -> None:
    """As bash asks for it."""
    done = complete(filled_home, typed)

    assert offered in done.stdout.splitlines()
    assert all(line.startswith(typed.rsplit(maxsplit=1)[-1]) for line in done.stdout.splitlines())


def test_completion_builds_nothing(tmp_path: Path) -> None:
    """Without a graph there is nothing to offer, and no error."""
    done = complete(tmp_path / "nowhere", "case prin")

    assert (done.stdout.strip(), done.stderr) == ("", "")
    assert not (tmp_path / "nowhere").exists()


def complete(home: Path, typed: str) -> Result:
    """Return what the program answers to a shell that completes the last word."""
    words = f"precedent {typed}"
    asked = {
        "_PRECEDENT_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "PRECEDENT_HOME": str(home),
    }
    return CliRunner().invoke(app, [], env=asked, prog_name="precedent")
