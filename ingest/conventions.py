"""What publishers' tags mean: CourtListener's fields, the Caselaw Access Project, resource.org.

The fields of CourtListener are ``html`` (resource.org and others), ``html_lawbox``,
``html_columbia``, ``html_anon_2020``, ``xml_harvard`` and ``html_with_citations``; the last may be
a plain text in ``<pre class="inline">``. The Caselaw Access Project has HTML and JSON.
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Meaning: TypeAlias = Literal["page", "unread", "note", "call", "voice", "author", "lines"]

BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "blockquote", "center", "div", "dd", "dl", "dt"),
        *("figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("ol", "p", "pre", "section", "table", "td", "th", "tr", "ul", "opinion", "author"),
        # xml_harvard and Columbia
        *("attorneys", "citation", "court", "decisiondate", "docketnumber", "footnote"),
        *("footnote_body", "headnotes", "history", "judges", "otherdate", "parties", "summary"),
        *("syllabus", "disposition", "block_quote", "opinion_text"),
    }
)
VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "col"})
UNREAD: Final = frozenset({"script", "style", "head", "title", "template", "noscript"})
PAGE_TAGS: Final = frozenset({"page-number", "page_number", "pagenumber"})
PAGE_CLASSES: Final = frozenset({"page-number", "star-pagination", "pagenumber", "page-label"})
NOTE_TAGS: Final = frozenset({"footnote", "footnote_body"})
NOTE_CLASSES: Final = frozenset({"footnote", "footnote_body", "footnotetext"})
CALL_TAGS: Final = frozenset({"sup", "footnotemark", "footnote_reference", "footnote_number"})
CALL_CLASSES: Final = frozenset({"footnote", "footnotemark", "footnote-ref", "fnref"})


def meaning(tag: str, attributes: Mapping[str, str | None]) -> Meaning | None:
    """Return what an element is, as far as that matters for reading it.

    >>> meaning("span", {"class": "star-pagination"}), meaning("a", {"class": "footnotemark"})
    ('page', 'call')
    >>> meaning("article", {"class": "opinion", "data-type": "dissent"})
    'voice'
    """
    classes = frozenset((attributes.get("class") or "").split())
    if tag in UNREAD or (tag == "span" and "num" in classes):  # resource.org counts paragraphs
        return "unread"
    if tag in PAGE_TAGS or classes & PAGE_CLASSES:
        return "page"
    if tag in CALL_TAGS or (tag == "a" and classes & CALL_CLASSES):
        return "call"
    if tag in NOTE_TAGS or classes & NOTE_CLASSES:
        return "note"
    if voice_type(tag, attributes):
        return "voice"
    if tag == "author" or "author" in classes:
        return "author"
    return "lines" if tag == "pre" else None


def voice_type(tag: str, attributes: Mapping[str, str | None]) -> str | None:
    """Return the type that a tag gives an opinion, in its publisher's words."""
    if tag == "opinion":
        return attributes.get("type")
    if "opinion" in (attributes.get("class") or "").split():
        return attributes.get("data-type")
    return None


def is_block(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element is a paragraph of its own; ``<pre class="inline">`` is none."""
    return tag in BLOCKS and (attributes.get("class") or "") != "inline"
