"""Each publisher's markup is read by its own conventions; the texts are made up for these tests."""

import time

import pytest

from graph.model import CitingReference
from ingest.document import Markup, SourceDocument
from ingest.pipeline import read_references

LAWBOX = """<div><center><b>298 U.S. 513 (1936)</b></center>
<p>MR. JUSTICE ROBERTS delivered the opinion of the Court.</p>
<p>It is so. <i>Coyle</i> v. <i>Smith</i>, 221 <span class="star-pagination">*515</span> U.S. 559,
<span class="star-pagination">*516</span> 566.<sup><a href="#fn1" name="fr1">[1]</a></sup> And
<i>Lane County</i> v. <i>Oregon</i>,<span> </span> 7  Wall. 71.</p><h2>NOTES</h2>
<p><a name="fn1" href="#fr1">[1]</a> See <i>Texas</i> v. <i>White</i>, 74 U.S. 700.</p></div>"""
RESOURCE = """<div class="num" id="p1"><span class="num">1</span><p class="indent">It is so.
Coyle v. Smith, 221 U.S. 559, 566<a class="footnote" href="#fn1" id="fn1_ref">1</a>.
Lane County v. Oregon, 7 Wall. 71.</p></div>
<div class="footnotes"><div class="footnote" id="fn1"><a class="footnote" href="#fn1_ref">1</a>
<p>See Texas v. White, 74 U.S. 700.</p></div></div>"""
COLUMBIA = """<p>It is so. <em>Coyle v. Smith</em>, 221 <page_number>515</page_number>U.S. 559,
566.<sup id="op1-ref-fn1"><a href="#op1-fn1">1</a></sup> <u>Lane County v. Oregon</u>, 7 Wall.
<span class="star-pagination">*516</span> 71.</p><div class="footnote" id="op1-fn1"><sup>1</sup>
<p>See Texas v. White, 74 U.S. 700.</p></div>"""
ANON = """<p>It is so. <i>Coyle v. Smith</i>, 221 U.S.&#160;559,&#8201;566.<sup>1</sup> Quite.</p>
<p><span class="star-pagination">*516</span> <i>Lane County v. Oregon</i>, 7 <span
 class="star-pagination">*517</span>Wall. 71.</p><div class="footnote"><p><sup>1</sup> See
Texas v. White, 74 U.S. 700.</p></div>"""
HARVARD = """<opinion type="majority"><author id="b1">Mr. Justice Roberts</author><p id="b2">It is
so. <em>Coyle </em>v. <em>Smith, </em>221 U. S. <page-number id="p515" label="515">*515</page-number
>559, 566.<footnotemark>1</footnotemark> Quite.</p><footnote label="1"><p id="b3"> See Texas v. White,
74 U.S. 700. </p></footnote><p>So in Lane County v. Oregon, <extracted-citation url="x">7 Wall.
71</extracted-citation>.</p></opinion>"""
CITED = """<pre class="inline">     JUSTICE ROBERTS delivered the opinion of the Court.

     It is so. Coyle v. Smith, </pre><span class="citation" data-id="1"><a href="/o/1">221 U.S.
559</a></span><pre class="inline">, 566.[1]

     Quite. Lane County v. Ore-
gon, </pre><span class="citation no-link">7  Wall. 71</span><pre class="inline">.

NOTES

[1] See Texas v. White, 74 U.S. 700.</pre>"""
CAP = """<section class="casebody" data-firstpage="513"><section class="head-matter">
<h4 class="parties">ASHTON et al. v. CAMERON COUNTY</h4><p class="attorneys">Mr. Palmer cited Mobile
v. Watson, 116 U. S. 289.</p></section><article class="opinion" data-type="majority">
<p class="author">Mr. Justice Roberts</p><p>It is so. <em>Coyle</em> v. <em>Smith</em>, 221 U. S.
<a id="p515" data-label="515" data-citation-index="1" class="page-label">*515</a>559,
566.<a class="footnotemark" href="#footnote_1_1" id="ref_footnote_1_1">1</a> Quite.</p>
<aside data-label="1" class="footnote" id="footnote_1_1"><a href="#ref_footnote_1_1">1</a><p>See
Texas v. White, 74 U.S. 700.</p></aside><p>So in Lane County v. Oregon, 7 Wall. 71.</p></article>
<article class="opinion" data-type="dissent"><p class="author">Mr. Justice Cardozo, with whom Mr.
Justice Stone joins.</p><p>No. See Testa v. Katt, 330 U.S. 386.</p></article></section>"""
PLAIN = """                 Cite as: 567 U. S. ____ (2012)            5

                     Opinion of the Court

JUSTICE ROBERTS delivered the opinion of the Court.

It is so held in Coyle v. Smith, 221 U. S. 559,
                              5
\f6             NATIONAL FEDERATION v. SEBELIUS

                     Opinion of the Court

566. Quite so, and we adhere to Lane County v. Oregon, 7
——————
  1 See Texas v. White, 74 U.S. 700, which nobody has doubted.

\f                 Cite as: 567 U. S. ____ (2012)            7

                     ROBERTS, J., dissenting

Other words. Lane County v. Oregon, 7 Wall. 71, is enough."""


def read(source: str, markup: Markup = "html") -> tuple[CitingReference, ...]:
    """Return the references of a source, each sure to be where its offsets say."""
    found = read_references(SourceDocument("x", "x", source, "0" * 64, markup)).references
    assert all(source[r.start : r.end] == r.text for r in found)
    return found


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        pytest.param(LAWBOX, "html", id="html_lawbox"),
        pytest.param(RESOURCE, "html", id="html of resource.org"),
        pytest.param(COLUMBIA, "html", id="html_columbia"),
        pytest.param(ANON, "html", id="html_anon_2020"),
        pytest.param(HARVARD, "html", id="xml_harvard"),
        pytest.param(CITED, "html", id="html_with_citations"),
        pytest.param(CAP, "html", id="Caselaw Access Project"),
        pytest.param(PLAIN, "text", id="plain_text of a slip opinion"),
    ],
)
def test_no_citation_is_lost_or_broken_by_markup(source: str, markup: Markup) -> None:
    """Three cases by volume, page and pin; the one in a note, and no other, is in a footnote."""
    found = {(r.volume, r.page): r for r in read(source, markup)}

    assert {("221", "559"), ("7", "71"), ("74", "700")} <= set(found)
    assert found["221", "559"].pin == "566"
    named = [found[at].authority for at in (("221", "559"), ("7", "71"), ("74", "700"))]
    names = [authority.name for authority in named if authority]
    assert names == ["Coyle v. Smith", "Lane County v. Oregon", "Texas v. White"]
    assert [at for at, r in found.items() if r.in_footnote] == [("74", "700")]


@pytest.mark.parametrize("source", [LAWBOX, HARVARD, CITED, CAP])
def test_the_author_is_read_from_mark_or_heading(source: str) -> None:
    """Of the opinion of the Court and of its notes."""
    at = {(r.volume, r.page): (r.part, r.author) for r in read(source)}

    assert at["221", "559"] == at["74", "700"] == ("majority", "Roberts")


def test_parts_are_those_of_the_caselaw_access_project() -> None:
    """Head matter is no opinion; types and authors come from the marks."""
    found = [(r.volume, r.part, r.author) for r in read(CAP) if not r.in_footnote]

    assert found == [
        ("116", "syllabus", None),
        ("221", "majority", "Roberts"),
        ("7", "majority", "Roberts"),
        ("330", "dissent", "Cardozo"),
    ]


def test_who_joined_is_read_from_the_author_line() -> None:
    """With whom others join."""
    record = read_references(SourceDocument("x", "x", CAP, "0" * 64, "html"))

    assert [(o.type, o.author, o.joined_by) for o in record.opinions] == [
        ("majority", "Roberts", ()),
        ("dissent", "Cardozo", ()),
    ]


@pytest.mark.parametrize(
    ("source", "markup", "pages"),
    [
        pytest.param(LAWBOX, "html", [None, "516", "516"], id="star-pagination"),
        pytest.param(ANON, "html", [None, "516", "517"], id="before a paragraph"),
        pytest.param(
            "It is. A v. B, 301 U.S. 1. [*12] So. C v. D, 302 U.S. 2.",
            "text",
            [None, "12"],
            id="text",
        ),
        pytest.param(
            "[505 U.S. 144, 150] Yes. A v. B, 301 U.S. 1. [505 U.S. 144, 151] C v. D, 302 U.S. 2.",
            "text",
            ["150", "151"],
            id="FindLaw",
        ),
        pytest.param(
            "Yes.\n\nPage 505 U. S. 150\n\nA v. B, 301 U.S. 1. So.", "text", ["150"], id="Justia"
        ),
    ],
)
def test_the_page_that_a_reference_stands_on_is_known(
    source: str, markup: Markup, pages: list[str | None]
) -> None:
    """From the star page before it, and a star page is never a citation itself."""
    assert [r.on_page for r in read(source, markup)] == pages


def test_a_parallel_citation_in_brackets_is_no_page() -> None:
    """What is printed once is not how a publisher numbers pages."""
    assert [r.volume for r in read("So. A v. B, 12 F.2d 1 [505 U.S. 144, 150].", "text")] == [
        "12",
        "505",
    ]


def test_a_running_head_does_not_part_an_opinion_from_its_sentence() -> None:
    """Left and right pages, with feeds and page numbers, leave no trace in the citation."""
    text = next(r.text for r in read(PLAIN, "text") if r.page == "559")

    assert text.startswith("221 U. S. 559,\n")
    assert text.endswith("566")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "<p>The case of Coyle v. Smith is cited in the reports at 221<br>U.S. 559.</p>",
            "221<br>U.S. 559",
        ),
        ("<p>A v. B, 5 F.<b>2d</b> 9.</p>", "5 F.<b>2d</b> 9"),
        ("<p>A v. B, 301&nbsp;U.&nbsp;S.&nbsp;1.</p>", "301&nbsp;U.&nbsp;S.&nbsp;1"),
    ],
)
def test_inline_marks_inside_a_citation_do_not_part_it(source: str, text: str) -> None:
    """A line broken where it was full, bold letters, entities."""
    assert [r.text for r in read(source)] == [text]


@pytest.mark.parametrize(
    "piece",
    ["<p>", "<aside class='footnote'>", "</b>", "<sup>1", "<opinion type='dissent'>", "<br>"],
)
def test_broken_markup_is_read_in_linear_time(piece: str) -> None:
    """Tags that nobody closes or opens, many times over."""
    started = time.perf_counter()
    read(piece * 20_000 + "See A v. B, 301 U.S. 1.")

    assert time.perf_counter() - started < 20
