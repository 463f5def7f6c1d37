"""A briefing as Markdown and as one HTML file that fetches nothing."""

from html import escape

from api.brief.model import Brief, Grid, Note
from graph.bluebook.runs import Runs, html

STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:50rem;margin:2rem auto;padding:0 1rem;"
    "color:#1f2933}"
    "table{border-collapse:collapse;font-size:.85rem}th,td{border:1px solid #9aa5b1;"
    "padding:.25rem .5rem;text-align:left;vertical-align:top}svg{max-width:100%;height:auto}"
    ".wide{overflow-x:auto}"
)


def markdown_of(brief: Brief) -> str:
    """Return a briefing as Markdown with notes; its picture is told as a table."""
    notes: list[str] = []
    parts = [f"# {_plain(brief.title)}", f"*{_plain(brief.question)}*", brief.source, "## In short"]
    parts.append(_list(brief.answer, notes))
    table = brief.picture.table
    parts += [f"## {_plain(brief.picture.title)}", _rows(table.header, table.rows)]
    for grid in brief.grids:
        parts += [f"## {_plain(grid.heading)}", _rows(grid.header, grid.rows), *_more(grid)]
    parts += ["## Limits", _list(brief.limits, notes), "## Table of authorities"]
    for group in brief.authorities:
        lines = "\n".join(f"- {_marked(runs)}" for runs in group.items)
        parts += [f"### {group.heading}", lines]
    if brief.doubts:
        parts += ["## What nobody has verified", _plain("; ".join(brief.doubts))]
    if brief.sources:
        parts += ["## Sources", "\n".join(f"- {_plain(source)}" for source in brief.sources)]
    parts += [f"**{brief.caution}**", "\n".join(notes)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _list(found: tuple[Note, ...], notes: list[str]) -> str:
    lines = []
    for note in found:
        mark = ""
        if note.authority:
            mark = f"[^{len(notes) + 1}]"
            notes.append(f"{mark}: {_marked(note.authority)}.")
        lines.append(f"- {_plain(note.text)}{mark}")
    return "\n".join(lines)


def _rows(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(words: str) -> str:
    return _plain(words).replace("|", "\\|") if words != "---" else words


def _more(grid: Grid) -> list[str]:
    return [f"{grid.more} more are recorded."] if grid.more else []


def _marked(runs: Runs) -> str:
    return "".join(f"*{r.text}*" if r.face == "italic" else _plain(r.text) for r in runs)


def _plain(words: str) -> str:
    """Return words so that Markdown reads none of them as marks."""
    for mark in "\\*_[]<>`":
        words = words.replace(mark, f"\\{mark}")
    return " ".join(words.split())


def html_of(brief: Brief) -> str:
    """Return a briefing as one HTML file, the picture in it, that a browser or Word opens."""
    notes: list[Runs] = []
    parts = [f"<h1>{escape(brief.title)}</h1>", f"<p><em>{escape(brief.question)}</em></p>"]
    parts += [f"<p>{escape(brief.source)}</p>", "<h2>In short</h2>", _items(brief.answer, notes)]
    parts += [f"<h2>{escape(brief.picture.title)}</h2>", f"<figure>{brief.picture.svg}</figure>"]
    for grid in brief.grids:
        parts += [f"<h2>{escape(grid.heading)}</h2>", _table(grid)]
        parts += [f"<p>{more}</p>" for more in _more(grid)]
    parts += ["<h2>Limits</h2>", _items(brief.limits, notes), "<h2>Table of authorities</h2>"]
    for group in brief.authorities:
        lines = "".join(f"<li>{html(runs)}</li>" for runs in group.items)
        parts.append(f"<h3>{escape(group.heading)}</h3><ul>{lines}</ul>")
    if brief.doubts:
        parts.append(f"<h2>What nobody has verified</h2><p>{escape('; '.join(brief.doubts))}</p>")
    if brief.sources:
        lines = "".join(f"<li>{escape(source)}</li>" for source in brief.sources)
        parts.append(f"<h2>Sources</h2><ul>{lines}</ul>")
    numbered = "".join(f'<li id="n{n}">{html(runs)}.</li>' for n, runs in enumerate(notes, start=1))
    parts += [
        f"<p><strong>{escape(brief.caution)}</strong></p>",
        f"<h2>Notes</h2><ol>{numbered}</ol>",
    ]
    head = f'<meta charset="utf-8"><title>{escape(brief.title)}</title><style>{STYLE}</style>'
    body = "".join(parts)
    page = f"<head>{head}</head><body><main>{body}</main></body>"
    return f'<!doctype html><html lang="en">{page}</html>\n'


def _items(found: tuple[Note, ...], notes: list[Runs]) -> str:
    lines = []
    for note in found:
        mark = ""
        if note.authority:
            notes.append(note.authority)
            mark = f'<sup><a href="#n{len(notes)}">{len(notes)}</a></sup>'
        lines.append(f"<li>{escape(note.text)}{mark}</li>")
    return f"<ul>{''.join(lines)}</ul>"


def _table(grid: Grid) -> str:
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in grid.header)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(words)}</td>" for words in row) + "</tr>"
        for row in grid.rows
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="wide" tabindex="0">{table}</div>'
