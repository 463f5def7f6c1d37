"""The tables as Parquet, for pandas, polars, DuckDB and Spark: nodes, and edges between them."""

from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from graph.dump.tables import SEPARATOR, Table, rows
from graph.store import PrecedentStore

# What is no text: numbers and truth values, by the name of the column.
TYPES: Final = {
    "start": pa.int64(),
    "end": pa.int64(),
    "year": pa.int64(),
    "in_footnote": pa.bool_(),
}
# Columns that may have several values, which are a list in each row.
SEVERAL: Final = frozenset(
    {
        "name_as_cited", "citations", "court", "year", "states", "topics", "mechanisms",
        "doubtful_fields", "sources",
    }
)  # fmt: skip


def schema(table: Table, license_iri: str) -> pa.Schema:
    """Return the columns of a table with their types, each with the property that it holds.

    Dates are text, because some are known only by their year or month.
    """
    fields = [pa.field("iri", pa.string(), nullable=False)]
    for column in table.columns:
        kind = TYPES.get(column.name, pa.string())
        told = {"property": str(column.prop)}
        fields.append(
            pa.field(
                column.name,
                pa.list_(kind) if column.name in SEVERAL else kind,
                metadata=told | ({"scheme": column.scheme} if column.scheme else {}),
            )
        )
    return pa.schema(fields, metadata={"title": table.title, "license": license_iri})


def write_parquet(store: PrecedentStore, table: Table, path: Path, license_iri: str) -> None:
    """Write a table; the same rows give the same bytes, for one version of pyarrow."""
    wanted = schema(table, license_iri)
    columns: dict[str, list[Any]] = {name: [] for name in wanted.names}
    for iri, cells in rows(store, table):
        columns["iri"].append(iri)
        for column, values in zip(table.columns, cells, strict=True):
            columns[column.name].append(_value(column.name, values))
    arrays = [pa.array(columns[field.name], field.type) for field in wanted]
    pq.write_table(
        pa.Table.from_arrays(arrays, schema=wanted), path, compression="zstd", store_schema=True
    )


def _value(name: str, values: list[str]) -> Any:  # noqa: ANN401 - as the column has it
    if name in SEVERAL:
        return [_read(name, value) for value in values]
    return _read(name, SEPARATOR.join(values)) if values else None


def _read(name: str, value: str) -> str | int | bool:
    kind = TYPES.get(name)
    if kind == pa.int64():
        return int(value)
    return value == "true" if kind == pa.bool_() else value
