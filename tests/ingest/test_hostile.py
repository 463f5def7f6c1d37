"""No text makes reading crash, misplace a reference, or take more than its length is worth."""

import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import DocumentRecord
from graph.quads import quads_of
from ingest.document import Markup, SourceDocument
from ingest.pipeline import build_pipeline, read_references
from ingest.rows import extraction_row

# What is repeated until the text is as long as asked.
REPEATED = {
    "sections": "§ § § ",
    "section signs": "§",
    "digits": "1234567890",
    "spaced digits": "1 23 456 ",
    "id": "id. id. ",
    "id with pin": "Id., at 5. ",
    "open parentheses": "(",
    "closed parentheses": ")",
    "nothing in parentheses": "()",
    "cases without cites": "A v. B, ",
    "one case": "A v. B, 5 U.S. 137. ",
    "signals": "see see see ",
    "signals with cites": "see 5 U.S. 137; ",
    "clauses": "Art. I, § 8, cl. ",
    "ordinals": "First, ",
    "amendments": "Fifth and ",
    "blanks": "___ ",
    "underscores": "_",
    "dashes": "-",
    "hyphens over lines": "a-\n",
    "supra": "X, supra, ",
    "letters": "a",
    "capitals": "A",
    "no spaces": "aB1.§",
    "capital words": "WORD ",
    "title words": "Word ",
    "initials": "C. ",
    "note calls": "[1] ",
    "note lines": "\n\n[1] note",
    "headings": "JUSTICE X, dissenting.\n\n",
    "headings in a line": "JUSTICE X, dissenting. ",
    "newlines": "\n",
    "spaces": " ",
    "stars": "*",
    "star pages": "[*1] ",
    "quotation marks": '"',
    "brackets": "[",
    "periods": ".",
    "versus": " v. ",
    "codes": "Cal. Gen. Stat. Ann. ",
    "one long code": "Code ",
    "bare sections": "§ 1983 ",
    "federalist": "Federalist No. ",
    "authors": "A. Smith & ",
    "books": "See A. Smith, The ",
    "papers": "Writings of A ",
    "journals": "5 Har. ",
    "sections of one code": "Cal. Penal Code § 1, ",
    "initials of codes": "MCL 28.422, ",
    "states": "Cal. ",
    "volumes of the Register": "82 Fed. Reg. 8799-",
    "marks of a journal": "A.'&",
    "quoting": "(quoting ",
    "overruled": "overruled by A v. B, 5 U.S. 137, ",
    "mixed scripts": "Ѕее § ４２ U.S.C. Ⅻ ١٢٣ ",
    "beyond the plane": "\U0001d5d4\U0001f600 ",
    "combining": "é",
    "zero width": "\u200b",
    "soft hyphens": "a\u00ad",
    "no-break spaces": "\u00a0",
    "tags": "<p>",
    "less than": "<",
    "entities": "&amp;",
    "WL": "2018 WL 1 ",
    "acts": "1 & 2 Vict. ",
    "LEXIS": "2018 U.S. A. LEXIS ",
    "services": "A'A. B & (CCH) ",
    "dockets": "No. 1:17-cv-1(a) ",
    "dockets of Louisiana": "98-1165 (La. ",
    "neutral": "2006-Ohio-1, ",
    "Illinois": "2017 IL App (1st) ",
    "Tax Court": "T.C. Memo. 2019- ",
    "states of articles": "of the Constitution of Ohio, Article I, § 1",
    "dictionaries": "Works'English Dictionary ",
    "Restatements": "Restatement of the Law, of ",
    "ships": "The Ship Ab, 1 U.S. ",
    "Roman pages": "1 U.S. xxiii, ",
    "particles": "de la van ",
    "fed. reg.": "82 Fed. Reg. ",
    "bills": "H. R. 1, ",
}  # fmt: skip


def counted(form: str, length: int) -> str:
    """Return a form with ever new numbers, repeated to a length."""
    each = len(form.format(i=1000, v=100, p=1000))
    return "".join(form.format(i=i, v=i % 600 + 1, p=i % 9000 + 1) for i in range(length // each))


def nested(length: int) -> str:
    """Return parentheses with citations, one within the other."""
    deep = length // 28
    return "(quoting 505 U.S. 144, 150 " * deep + ")" * deep


BUILT: dict[str, Callable[[int], str]] = {
    "nested": nested,
    "paragraphs": lambda n: "2012 UT 5, ¶ 1" + ", 2" * (n // 3) + "x",
    "star pages": lambda n: "2015 WL 123456, at *1" + ", *2" * (n // 4) + "x",
    "pins": lambda n: "1 U.S. 1" + counted(", {i}", n),
    "notes as pins": lambda n: "1 U.S. 1, n. 1" + ", 2" * (n // 3),
    "pins joined": lambda n: "1 U.S. at 1" + " and 2" * (n // 6),
    "sections of a code": lambda n: "42 U.S.C. § 1" + ", 2" * (n // 3),
    "subsections": lambda n: "42 U.S.C. § 1" + "(a)" * (n // 3),
    "dashes of a section": lambda n: "42 U.S.C. § 1" + "-1" * (n // 2),
    "numbers of the Federalist": lambda n: "The Federalist Nos. 1" + ", 2" * (n // 3),
    "a long title": lambda n: "See A. Smith, The " + "Word of the " * (n // 12),
    "a long state code": lambda n: "Cal. " + "Gen. " * (n // 5),
    "a number and marks": lambda n: "1 " + "A.'&" * (n // 4),
    "parallels": lambda n: "1 U.S. 1" + ", 2 S. Ct. 2, 3 L. Ed. 3" * (n // 25),
    "many cases": lambda n: counted("Ab{i} v. Bc{i}, {v} U.S. {p}. ", n),
    "many names": lambda n: counted("Ab{i} v. Bc{i}, {v} U.S. {p} (1990). Ab{i}, supra, at {p}. ", n),
    "many of a volume": lambda n: counted("Ab{i} v. Bc{i}, 505 U.S. {p} (1990). 505 U.S., at {p}. ", n),
    "many without a page": lambda n: counted("Ab{i} v. Bc{i}, 584 U.S. ___ (2018). ", n),
    "many notes": lambda n: counted("\n\n[{i}] note", n),
    "many paragraphs": lambda n: counted("\n{i} para", n),
}  # fmt: skip
INPUTS = sorted([*REPEATED, *BUILT])
# Where the work is done by calls, they can be counted, and no clock is needed.
COUNTABLE = [
    "many cases",
    "many names",
    "many of a volume",
    "many without a page",
    "one case",
    "id",
]


def hostile(name: str, length: int) -> str:
    """Return one of the inputs at about a length."""
    if name in BUILT:
        return BUILT[name](length)
    unit = REPEATED[name]
    return unit * (length // len(unit))


def read(source: str, markup: Markup = "text") -> DocumentRecord:
    """Return what a bare text is read to say."""
    return read_references(SourceDocument("x", "x", source, "0", markup), build_pipeline())


def written_as(markup: Markup, text: str) -> str:
    """Return a text as a file of that markup holds it: JSON in a case, any other as it is."""
    return json.dumps({"plain_text": text}) if markup == "json" else text


def assert_in_place(source: str, record: DocumentRecord) -> None:
    """Each reference is where it says, after the one before; it has one outcome and can be kept."""
    end = 0
    for reference in record.references:
        assert end <= reference.start < reference.end <= len(source)
        assert source[reference.start : reference.end] == reference.text
        assert (reference.authority is None) or (reference.unresolved_reason is None)
        extraction_row(reference, "x")
        end = reference.end
    list(quads_of(record))


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Interrupt what takes longer, even within one regular expression."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"it takes longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", INPUTS)
def test_a_hostile_text_is_read_without_harm(name: str) -> None:
    """It crashes nothing, and what is found in it is in its place."""
    source = hostile(name, 4000)
    with at_most(30):
        record = read(source)

    assert_in_place(source, record)


@pytest.mark.parametrize("markup", get_args(Markup))
def test_a_hostile_text_is_read_in_every_markup(markup: Markup) -> None:
    """Marks of one markup are ordinary in another."""
    source = written_as(markup, " ".join(hostile(name, 300) for name in INPUTS))
    with at_most(60):
        record = read(source, markup)

    assert_in_place(source, record)


def calls(source: str) -> int:
    """Return how many functions are called to read a text."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:  # noqa: ANN401
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(source)
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("name", COUNTABLE)
def test_four_times_the_text_takes_four_times_the_calls(name: str) -> None:
    """Counted and not timed, so that a busy machine tells the same."""
    read(hostile(name, 16_000))  # fills the caches
    with at_most(60):
        once, four = calls(hostile(name, 4000)), calls(hostile(name, 16_000))

    assert four <= 5 * once


def seconds(source: str) -> float:
    """Return the processor time that reading a text takes, at best."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        read(source)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.slow
@pytest.mark.parametrize("name", INPUTS)
def test_time_grows_with_the_length_of_a_text(name: str) -> None:
    """Four times the text takes at most eight times as long; twice is left to chance."""
    with at_most(60):
        once, four = seconds(hostile(name, 20_000)), seconds(hostile(name, 80_000))

    assert four <= 8 * max(once, 0.02)


# Every fourth character of the text of ids begins a reference, and each has its fixed cost.
LENGTHS: Final = {"no spaces": 5_000_000, "id": 500_000}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sections", "digits", "no spaces", "id", "capital words"])
def test_megabytes_of_it_are_read(name: str) -> None:
    """A text longer than any opinion ends, be it one word without a space."""
    source = hostile(name, LENGTHS.get(name, 2_000_000))
    with at_most(300):
        record = read(source)

    assert all(source[r.start : r.end] == r.text for r in record.references)


FRAGMENTS = [
    *REPEATED.values(),
    *("505 U.S. 144", ", 161", " (1992)", "521 U. S. 898", "16 Pet. 539", "(16 Pet.)", " ___", " at 5"),
    *("Printz v. United States, ", "In re Debs, ", "Ex parte Young, ", "New York, supra, at 188. "),
    *("42 U.S.C. § 2021", "(a)(1)", " et seq.", "107 Stat. 1536", "Pub. L. 103-159", "Cal. Penal Code § 1"),
    *("Tex. Gov't Code Ann. § 752.053", "27 CFR § 478.102", "S.B. 54", "2018 WL 3361738", "2013 CO 62"),
    *("U.S. Const. amend. X", "Art. VI, cl. 2", "Tenth Amendment", "The Federalist No. 44, at 5"),
    *("[*115] ", "*149 ", "ante, p. 3", "post, at 12", "infra, n. 3", "104 Yale L.J. 541", "§§ 1-", ", 2(b)"),
    *("(quoting ", "overruled by ", "cert. denied, ", "See, e.g., ", "But cf. ", "Id., 5 U.S., at 6", "\n\nI\n\n"),
    *("# Title\n", "---\n", "**bold** ", "<i>id.</i>", "&sect;", "Syllabus\n\n", "Justice Kagan, concurring.\n\n"),
]  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6), st.sampled_from([" ", "\n", ", "])),
    max_size=40,
).map("".join)


@given(source=TEXTS, markup=st.sampled_from(get_args(Markup)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_mixture_is_read_without_harm(source: str, markup: Markup) -> None:
    """Whatever stands beside whatever, references are in place, in order, and apart."""
    source = written_as(markup, f"{source} .")
    assert_in_place(source, read(source, markup))


@given(source=TEXTS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_twice_says_the_same(source: str) -> None:
    """Nothing of one text is remembered in the next."""
    assert read(source) == read(source)
