"""Citation facts: what opinions say of authorities, as files that the package ships.

Facts and no sentences. Three kinds of files stand in ``facts/citations``: ``documents.json`` names
each text (case, SHA-256, address, extractor) with its opinions; ``<slug>.csv`` has its citing
references, one a line in order of place; ``<slug>.authorities.csv`` what these cite, by the path
of the authority's IRI. From the records that are read back ``graph.quads`` makes the same triples
as from the text itself.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, cast

from graph.errors import CitationFactError
from graph.iri import authority_path
from graph.model import (
    THIS,
    Authority,
    CitingReference,
    DocumentRecord,
    Opinion,
    ReporterCitation,
)

DOCUMENTS: Final = "documents.json"
MENTION: Final = "mention"
YES: Final = "yes"
REFERENCE: Final = (
    *("start", "end", "kind", "part", "author", "in_footnote", "signal", "treatment"),
    *("treatment_rule", "treatment_key", "treated_by", "depth", "quoted", "parenthetical"),
    *("on_page", "pin", "parallel_to", "string_to", "authority", "unresolved_reason"),
    *("candidates", "text"),
)
AUTHORITY: Final = (
    *("path", "kind", "name", "citation", "parallels", "volume", "reporter", "page", "section"),
    *("year", "court", "docket"),
)
BETWEEN: Final = "; "


def fact_files(records: Iterable[DocumentRecord]) -> dict[str, str]:
    """Return the files of some documents by name; equal records give equal files.

    Raises:
        CitationFactError: two documents have one name, or a field cannot be written so that it is
            read back as it was.
    """
    written: dict[str, str] = {}
    documents = []
    for record in sorted(records, key=_name):
        name = _name(record)
        if f"{name}.csv" in written:
            raise CitationFactError(f"{name}: two texts have this name")
        documents.append(_document(record))
        authorities = _authorities(record)
        lines = sorted((*record.references, *record.named), key=lambda r: (r.start, r.end))
        written[f"{name}.csv"] = _table(REFERENCE, map(_reference, lines))
        written[f"{name}.authorities.csv"] = _table(
            AUTHORITY, (_authority(path, found) for path, found in sorted(authorities.items()))
        )
    written[DOCUMENTS] = json.dumps(documents, indent=1, ensure_ascii=False) + "\n"
    return written


def packaged_facts() -> dict[str, str]:
    """Return the files of citation facts that the package ships, by name."""
    folder = files("graph") / "facts" / "citations"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return {e.name: e.read_text(encoding="utf-8") for e in entries if e.is_file()}


def records_of(written: Mapping[str, str]) -> Iterator[DocumentRecord]:
    """Yield the documents that some files tell of, in the order of ``documents.json``.

    Raises:
        CitationFactError: a file is missing, or a reference names an authority that its document
            does not list.
    """
    for document in json.loads(written.get(DOCUMENTS, "[]")):
        name = document["name"]
        try:
            authorities = {
                row["path"]: _read_authority(row)
                for row in _rows(written[f"{name}.authorities.csv"])
            }
            found = [_read_reference(row, authorities) for row in _rows(written[f"{name}.csv"])]
        except KeyError as error:
            raise CitationFactError(f"{name}: {error} is not among the facts") from error
        yield _read_document(document, found)


def _name(record: DocumentRecord) -> str:
    """Return how the files of a document are called."""
    return record.slug or authority_path(record.case).partition("/")[2].replace("/", "-")


def _document(record: DocumentRecord) -> dict[str, Any]:
    case = _authority(authority_path(record.case), record.case)
    return {
        "name": _name(record),
        "slug": record.slug,
        "case": {key: value for key, value in case.items() if value},
        "decided": record.decided,
        "origin": record.origin,
        "source_url": record.source_url,
        "sha256": record.sha256,
        "extractor": record.extractor,
        "opinions": [
            {"type": opinion.type, "author": opinion.author, "joined_by": list(opinion.joined_by)}
            for opinion in record.opinions
        ],
    }


def _read_document(document: dict[str, Any], found: Sequence[CitingReference]) -> DocumentRecord:
    case = _read_authority(dict.fromkeys(AUTHORITY, "") | document["case"])
    opinions = (
        Opinion(o["type"], o["author"], tuple(o["joined_by"])) for o in document["opinions"]
    )
    return DocumentRecord(
        case=case,
        kind="opinion",
        sha256=document["sha256"],
        origin=document["origin"],
        extractor=document["extractor"],
        source_url=document["source_url"],
        decided=document["decided"],
        slug=document["slug"],
        opinions=tuple(opinions),
        references=tuple(ref for ref in found if ref.kind != MENTION),
        named=tuple(ref for ref in found if ref.kind == MENTION),
    )


def _authorities(record: DocumentRecord) -> dict[str, Authority]:
    """Return each authority of a document as it is first cited, by the path of its IRI."""
    found: dict[str, Authority] = {}
    for reference in (*record.references, *record.named):
        for authority in (reference.authority, *reference.candidates):
            if authority is not None:
                found.setdefault(authority_path(authority), authority)
    return found


def _reference(ref: CitingReference) -> dict[str, str]:
    plain = {key: getattr(ref, key) for key in REFERENCE}
    return _texts(
        plain
        | {
            "treated_by": None if ref.treated_by == THIS else ref.treated_by,
            "authority": authority_path(ref.authority) if ref.authority else None,
            "candidates": " ".join(map(authority_path, ref.candidates)),
        }
    )


def _read_reference(
    row: Mapping[str, str], authorities: Mapping[str, Authority]
) -> CitingReference:
    fields: dict[str, Any] = {key: value or None for key, value in row.items()}
    fields |= {key: _number(row[key]) for key in ("start", "end", "parallel_to", "string_to")}
    fields |= {key: row[key] == YES for key in ("in_footnote", "quoted", "parenthetical")}
    fields |= {
        "text": row["text"],
        "treated_by": row["treated_by"] or THIS,
        "authority": authorities[row["authority"]] if row["authority"] else None,
        "candidates": tuple(authorities[path] for path in row["candidates"].split()),
    }
    return CitingReference(**fields)


def _authority(path: str, found: Authority) -> dict[str, str]:
    plain = {key: getattr(found, key) for key in AUTHORITY if key != "path"}
    return _texts(
        plain
        | {
            "path": path,
            "citation": _printed(found.citation) if found.citation else None,
            "parallels": BETWEEN.join(map(_printed, found.parallels)),
        }
    )


def _read_authority(row: Mapping[str, str]) -> Authority:
    fields: dict[str, Any] = {key: row[key] or None for key in AUTHORITY if key != "path"}
    fields |= {
        "year": _number(row["year"]),
        "citation": _citation(row["citation"]) if row["citation"] else None,
        "parallels": tuple(map(_citation, filter(None, row["parallels"].split(BETWEEN)))),
    }
    return Authority(**fields)


def _printed(citation: ReporterCitation) -> str:
    if BETWEEN in str(citation) or _citation(str(citation)) != citation:
        raise CitationFactError(f"{citation!r} cannot be written as volume, reporter and page")
    return str(citation)


def _citation(text: str) -> ReporterCitation:
    volume, _, rest = text.partition(" ")
    reporter, _, page = rest.rpartition(" ")
    return ReporterCitation(volume, reporter, page)


def _number(text: str) -> int | None:
    return int(text) if text else None


def _texts(fields: Mapping[str, object]) -> dict[str, str]:
    """Return fields as a table has them: nothing for none and no, YES for yes."""
    return {
        key: "" if value is None or value is False else YES if value is True else str(value)
        for key, value in fields.items()
    }


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _rows(table: str) -> Iterator[Mapping[str, str]]:
    return cast(Iterator[Mapping[str, str]], csv.DictReader(io.StringIO(table)))
