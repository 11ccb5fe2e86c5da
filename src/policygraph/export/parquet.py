"""Parquet, for pandas, DuckDB, Polars or Spark: nodes/Target.parquet …, integers as integers, lists as lists.

0.2825 is a float64, 2025 an int64, 2022-06-01 a date, 市住建局、市住房城乡建设局 a list of strings.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from policygraph.errors import PolicyGraphError
from policygraph.export.tables import Table, tables
from policygraph.graph import Graph
from policygraph.schema import ValueKind

if TYPE_CHECKING:
    from arro3.core import Array, DataType

_EPOCH = datetime.date(1970, 1, 1).toordinal()


def parquet_files(graphs: Iterable[Graph]) -> Mapping[str, bytes]:
    """The files by path, one for each label and each relationship type. PolicyGraphError without the extra `parquet`."""
    try:
        import arro3.io  # noqa: F401
    except ImportError as error:
        raise PolicyGraphError("writing parquet needs arro3: pip install 'policygraph[parquet]'") from error
    return {f"{table.path}.parquet": _file(table) for table in tables(graphs)}


def _file(table: Table) -> bytes:
    from arro3.core import Table as Columns
    from arro3.io import write_parquet

    values = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    columns = zip(table.columns.items(), values, strict=True)
    out = io.BytesIO()
    # without a name of our own here the bytes would change with every version of the library
    write_parquet(
        Columns.from_pydict({name: _column(kind, held) for (name, kind), held in columns}),
        out, compression="snappy", created_by="policygraph",
    )  # fmt: skip
    return out.getvalue()


def _column(kind: ValueKind, values: Sequence[Any]) -> Array:
    from arro3.core import Array, DataType

    if kind == "strings":
        return _lists(DataType.utf8(), values)
    if kind == "integers":
        return _lists(DataType.int64(), values)
    if kind == "date":
        days = [None if value is None else value.toordinal() - _EPOCH for value in values]
        return Array(days, DataType.int32()).cast(DataType.date32())
    if kind == "float":
        return Array([None if value is None else float(value) for value in values], DataType.float64())
    types = {"string": DataType.utf8, "integer": DataType.int64, "boolean": DataType.bool}
    return Array(list(values), types[kind]())


def _lists(inner: DataType, values: Sequence[Sequence[Any] | None]) -> Array:
    from arro3.core import Array, DataType, Field, list_array

    offsets = [0, *accumulate(len(value or ()) for value in values)]
    return list_array(
        Array(offsets, DataType.int32()),
        Array([each for value in values for each in value or ()], inner),
        type=DataType.list(Field("item", inner, nullable=True)),
        mask=Array([value is None for value in values], DataType.bool()),
    )
