"""A briefing as PDF/UA-1: tagged, with its title, language and the picture's text alternative."""

import json
from typing import Final

import typst

from api.brief.model import Brief, Note
from graph.bluebook.runs import Runs
from graph.pictures.fonts import FOLDER

# All words come as data: nothing of a briefing is read as markup.
PAGE: Final = """
#let b = json(bytes(sys.inputs.brief))
#set document(title: b.title, author: "Anti-Commandeering Precedent Graph", date: none)
#set text(lang: "en", size: 10pt)
#set page(
  paper: "us-letter", margin: 1in,
  footer: context [#text(size: 8pt)[#b.source #h(1fr) #counter(page).display()]],
)
#set par(justify: false)
#show heading: set block(above: 1.2em, below: .6em)
#let say(runs) = for r in runs { if r.at(1) { emph(r.at(0)) } else { r.at(0) } }
#let note(n) = [#n.text#if n.authority.len() > 0 { footnote(say(n.authority)) }]
#let notes(items) = list(..items.map(note))
#title()
#emph(b.question)

#heading(level: 1, "In short")
#notes(b.answer)
#heading(level: 1, b.picture.title)
#figure(
  image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: b.picture.description),
  caption: b.picture.said,
)
#for g in b.grids [
  #heading(level: 1, g.heading)
  #set text(size: 8pt)
  #table(
    columns: g.header.len(), stroke: .4pt, inset: 4pt,
    table.header(..g.header.map(h => strong(h))),
    ..g.rows.flatten(),
  )
  #if g.more > 0 [#g.more more are recorded.]
]
#heading(level: 1, "Limits")
#notes(b.limits)
#heading(level: 1, "Table of authorities")
#for a in b.authorities [
  #heading(level: 2, a.heading)
  #for item in a.items [#par(hanging-indent: 1.5em)[#say(item)]]
]
#if b.doubts.len() > 0 [
  #heading(level: 1, "What nobody has verified")
  #b.doubts.join("; ")
]
#if b.sources.len() > 0 [
  #heading(level: 1, "Sources")
  #list(..b.sources)
]
#strong(b.caution)
"""


def pdf_of_brief(brief: Brief) -> bytes:
    """Return a briefing as a tagged PDF (PDF/UA-1); the same briefing gives the same bytes."""
    return typst.compile(
        PAGE.encode(), format="pdf", pdf_standards="ua-1",
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=[FOLDER]
        ),
        sys_inputs={"brief": json.dumps(_told(brief)), "svg": brief.picture.svg},
    )  # fmt: skip


def _told(brief: Brief) -> dict[str, object]:
    picture = brief.picture
    return {
        "title": brief.title,
        "question": brief.question,
        "source": brief.source,
        "answer": [_note(note) for note in brief.answer],
        "picture": {
            "title": picture.title,
            "description": picture.description,
            "said": " ".join(filter(None, (picture.left_out, picture.source))),
        },
        "grids": [
            {"heading": g.heading, "header": g.header, "rows": g.rows, "more": g.more}
            for g in brief.grids
        ],
        "limits": [_note(note) for note in brief.limits],
        "authorities": [
            {"heading": group.heading, "items": [_runs(runs) for runs in group.items]}
            for group in brief.authorities
        ],
        "doubts": brief.doubts,
        "sources": brief.sources,
        "caution": brief.caution,
    }


def _note(note: Note) -> dict[str, object]:
    return {"text": note.text, "authority": _runs(note.authority)}


def _runs(runs: Runs) -> list[tuple[str, bool]]:
    return [(run.text, run.face == "italic") for run in runs]
