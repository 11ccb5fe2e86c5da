"""CSV for Excel: nodes/Department.csv, relationships/LEADS.csv …, in UTF-8 with the mark by which Excel knows it.

市住建局；市住房城乡建设局 is a list in one cell; words that begin as a formula does get a ' in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from policygraph.cells import disarmed
from policygraph.export.tables import Table, tables
from policygraph.graph import Graph, Value


def csv_files(graphs: Iterable[Graph]) -> Mapping[str, bytes]:
    """The files by path, one for each label and each relationship type."""
    return {f"{table.path}.csv": _file(table) for table in tables(graphs)}


def _file(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    return disarmed("；".join(map(str, value)) if isinstance(value, list) else str(value))
