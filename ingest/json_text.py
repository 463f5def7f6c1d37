"""Read cases that are JSON: of the Caselaw Access Project, and of CourtListener's API.

What is read of them becomes one HTML text, whose places lead back to those of the JSON source.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias

from ingest.document import Alignment, CleanText
from ingest.markup import html_text

Path: TypeAlias = tuple[str | int, ...]
Form: TypeAlias = Literal["html", "typeset", "paragraphs"]

# CourtListener's fields, the best first, as it reads them itself; the last is made from the others.
HTML_FIELDS: Final = ("xml_harvard", "html_anon_2020", "html_columbia", "html_lawbox", "html")
FIELDS: Final = (*HTML_FIELDS, "plain_text", "html_with_citations")
HEAD_FIELDS: Final = ("headmatter", "syllabus")
LISTS: Final = ("opinions", "sub_opinions", "results")
TOKEN: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]:,]', re.S)
ESCAPE: Final = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|[<&]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One string of the JSON that is part of the text, by its path, with its opinion's marks.

    A plain text is typeset in lines, or each of its lines is a paragraph.
    """

    path: Path
    form: Form
    type: str = ""
    author: str = ""


def json_text(source: str) -> CleanText:
    """Return the text of a case in JSON, its offsets those of the JSON.

    Raises:
        ValueError: it is not JSON, or no case of either kind.

    >>> case = {"casebody": {"opinions": [{"type": "dissent", "author": "Day, J.", "text": "No."}]}}
    >>> clean = json_text(json.dumps(case))
    >>> clean.text.strip(), clean.structure.voices[0].words
    ('No.', 'Day, J.')
    """
    _, parts = case_in(source)
    places = dict(string_places(source))
    made = _Made()
    for piece in parts:
        start, end = places[piece.path]
        attributes = f' type="{html.escape(piece.type)}" author="{html.escape(piece.author)}"'
        opens, closes = (
            (f"<opinion{attributes}>", "</opinion>") if piece.type else ("<div>", "</div>")
        )
        if piece.form != "html":
            opens, closes = f"{opens}<pre>", f"</pre>{closes}"
        made.put(opens, start, width=1)
        made.string(source, start, end, piece.form)
        made.put(closes, end, width=1)
    clean = html_text("".join(made.pieces))
    return replace(clean, alignments=(*clean.alignments, made.alignment))


def case_in(source: str) -> tuple[Any, list[Piece]]:
    """Return what a JSON file holds and the strings that make its text.

    Raises:
        ValueError: it is not JSON, or no case of either kind.
    """
    try:
        data = json.loads(source)
        parts = pieces(data)
    except RecursionError as error:
        raise ValueError("its JSON is nested too deep for a case") from error
    if not parts:
        raise ValueError(
            "it is JSON, but neither a case of the Caselaw Access Project ('casebody') nor one of"
            f" CourtListener (an opinion with one of {', '.join(FIELDS)})"
        )
    return data, parts


def pieces(data: Any) -> list[Piece]:  # noqa: ANN401 - whatever JSON holds
    """Return the strings of a case that make its text, in the order of reading."""
    if isinstance(data, Mapping) and isinstance(data.get("casebody"), Mapping):
        return list(_of_cap(data["casebody"]))
    return list(_of_courtlistener(data))


def _of_cap(body: Mapping[str, Any]) -> Iterator[Piece]:
    path: Path = ("casebody",)
    if "data" in body:  # the former API
        path, body = (*path, "data"), body["data"]
    if isinstance(body, str):
        yield Piece(path, "html")
    if not isinstance(body, Mapping):
        return
    if isinstance(body.get("head_matter"), str):
        yield Piece((*path, "head_matter"), "paragraphs")
    for number, opinion in enumerate(body.get("opinions") or ()):
        if isinstance(opinion, Mapping) and _has_text(opinion.get("text")):
            at = (*path, "opinions", number, "text")
            kind = str(opinion.get("type") or "majority")
            yield Piece(at, "paragraphs", kind, str(opinion.get("author") or ""))


def _of_courtlistener(data: Any, path: Path = ()) -> Iterator[Piece]:  # noqa: ANN401 - as above
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _of_courtlistener(item, (*path, number))
    if not isinstance(data, Mapping):
        return
    for name in HEAD_FIELDS:
        if data.get(name) and isinstance(data[name], str):
            yield Piece((*path, name), "html")
    field = next((name for name in FIELDS if _has_text(data.get(name))), None)
    if field:
        author = "per curiam" if data.get("per_curiam") is True else data.get("author_str")
        kind = str(data.get("type") or "")
        # A marked type of many opinions in one says nothing of any.
        kind = "" if kind in ("010combined", "combined-opinion") else kind
        form: Form = "typeset" if field == "plain_text" else "html"
        yield Piece((*path, field), form, kind, str(author or ""))
    for name in LISTS:
        yield from _of_courtlistener(data.get(name), (*path, name))


def _has_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def string_places(source: str) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Yield the path of each string value of a JSON text and where it stands between its quotes."""
    path: list[str | int] = []
    key = False  # whether the next string names a member
    for token in TOKEN.finditer(source):
        sign = token[0]
        if sign == "{":
            path.append("")
            key = True
        elif sign == "[":
            path.append(0)
            key = False
        elif sign in "}]":
            path.pop()
            key = False
        elif sign == ",":
            last = path[-1]
            key = isinstance(last, str)
            if isinstance(last, int):
                path[-1] = last + 1
        elif sign == ":":
            key = False
        elif key:
            path[-1] = json.loads(sign)
        else:
            yield tuple(path), (token.start() + 1, token.end() - 1)


class _Made:
    """The HTML that is made of JSON strings, with where its characters come from."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.alignment = Alignment([], [], [])
        self._length = 0

    def put(self, text: str, at: int, *, width: int = 0) -> None:
        self.pieces.append(text)
        self.alignment.starts.append(self._length)
        self.alignment.origins.append(at)
        self.alignment.widths.append(width)
        self._length += len(text)

    def string(self, source: str, start: int, end: int, form: Form) -> None:
        """Add a string's value: escapes undone, and a plain text made fit to be HTML."""
        plain = form != "html"
        done = start
        for found in ESCAPE.finditer(source, start, end):
            sign = found[0]
            if not sign.startswith("\\"):
                if not plain:
                    continue
                value = sign
            else:
                value = json.loads(f'"{sign}"').encode("utf-16", "replace").decode("utf-16")
            if done < found.start():
                self.put(source[done : found.start()], done)
            value = "\n\n" if form == "paragraphs" and value == "\n" else value
            text = html.escape(value, quote=False) if plain else value
            self.put(text, found.start(), width=len(sign))
            done = found.end()
        if done < end:
            self.put(source[done:end], done)
