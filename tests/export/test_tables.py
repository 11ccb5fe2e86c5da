"""CSV and Parquet: what is written reads back as the records, with their types."""

from __future__ import annotations

import csv
import datetime
import io

import pytest
from arro3.core import DataType
from arro3.io import read_parquet
from tests.stores.plans import ALL

from policygraph import reading, resources
from policygraph.export.csv_files import csv_files
from policygraph.export.parquet import parquet_files
from policygraph.export.tables import tables
from policygraph.extract import extract
from policygraph.graph import Graph, Node, Relationship, Value, build, merge
from policygraph.schema import NODES, RELATIONSHIPS

SAMPLE = resources.folder("loaders") / "sources" / "sample" / "yunling" / "plan.txt"


@pytest.fixture(scope="module")
def graphs() -> list[Graph]:
    """The sample plan, three made by hand, and a body with names and words that a spreadsheet would act on."""
    body = Node("Department", "department:难", {"name": "=1+1", "aliases": ["-1", "甲,乙"], "collective": True})
    clause = Node("Clause", "clause:难", {"text": '"甲"\n乙', "title": "＝cmd|' /C calc'!A0", "position": 0})
    return [build(extract(reading.read(SAMPLE))), *ALL, Graph("plan:难", (body, clause), ())]


def node_rows(graphs: list[Graph], label: str) -> list[dict[str, Value]]:
    return [
        {"id": each.id, **each.properties} for each in merge(graphs) if isinstance(each, Node) and each.label == label
    ]


def tie_rows(graphs: list[Graph], type_: str) -> list[dict[str, Value]]:
    """Each relationship once: a timeless one that two plans tell is one."""
    found: dict[object, dict[str, Value]] = {}
    for each in merge(graphs):
        if isinstance(each, Relationship) and each.type == type_:
            ends = dict(zip(("from_label", "from_id", "to_label", "to_id"), (*each.start, *each.end), strict=True))
            found[each.properties.get("id") or (each.start, each.end)] = {**ends, **each.properties}
    return list(found.values())


def expected(graphs: list[Graph]) -> dict[str, list[dict[str, Value]]]:
    nodes = {f"nodes/{label}": node_rows(graphs, label) for label in NODES}
    return nodes | {f"relationships/{type_}": tie_rows(graphs, type_) for type_ in RELATIONSHIPS}


def printed(value: Value) -> str:
    words = "；".join(map(str, value)) if isinstance(value, list) else str(value)
    return words.lower() if isinstance(value, bool) else words


def armed(words: str) -> str:
    """The words that stand in a cell, without the ' that keeps them from running."""
    return words[1:] if words.startswith(("'=", "'-", "'＝")) else words


def test_csv_reads_back_as_the_records(graphs: list[Graph]) -> None:
    files = csv_files(graphs)
    assert files.keys() == {f"{path}.csv" for path in expected(graphs)}
    for path, rows in expected(graphs).items():
        text = files[f"{path}.csv"].decode("utf-8-sig")
        again = [
            {name: armed(cell) for name, cell in row.items() if cell} for row in csv.DictReader(io.StringIO(text, ""))
        ]
        assert again == [{name: printed(value) for name, value in row.items() if value != ""} for row in rows], path


def test_excel_knows_the_csv_for_utf_8_and_runs_nothing(graphs: list[Graph]) -> None:
    files = csv_files(graphs)
    assert all(content.startswith(b"\xef\xbb\xbf") for content in files.values())
    assert """department:难,'=1+1,,true,"'-1；甲,乙\"""" in files["nodes/Department.csv"].decode("utf-8")
    assert "'＝cmd" in files["nodes/Clause.csv"].decode("utf-8")


def parquet_rows(content: bytes) -> list[dict[str, Value]]:
    table = read_parquet(io.BytesIO(content)).read_all()
    columns = [table.column(name).to_pylist() for name in table.column_names]
    named = (zip(table.column_names, row, strict=True) for row in zip(*columns, strict=True))
    return [{name: value for name, value in row if value is not None} for row in named]


def test_parquet_reads_back_as_the_records_with_their_types(graphs: list[Graph]) -> None:
    files = parquet_files(graphs)
    for path, rows in expected(graphs).items():
        again = parquet_rows(files[f"{path}.parquet"])
        assert again == rows, path
        assert [[type(value) for value in row.values()] for row in again] == [
            [type(row[name]) for name in table_order(path) if name in row] for row in rows
        ], path


def table_order(path: str) -> list[str]:
    return next(list(table.columns) for table in tables([]) if table.path == path)


def test_an_empty_parquet_file_still_knows_its_types(graphs: list[Graph]) -> None:
    schema = read_parquet(io.BytesIO(parquet_files([])["nodes/Plan.parquet"])).read_all().schema
    types = {name: schema.field(name).type for name in ("title", "issued_on", "sample", "pages", "period_years")}
    assert types["title"] == DataType.utf8()
    assert types["issued_on"] == DataType.date32()
    assert types["sample"] == DataType.bool()
    assert types["pages"] == DataType.int64()
    assert DataType.is_list(types["period_years"])


def test_the_sample_has_each_type_that_parquet_must_keep(graphs: list[Graph]) -> None:
    kinds = {type(value) for rows in expected(graphs).values() for row in rows for value in row.values()}
    assert kinds == {str, int, float, bool, list, datetime.date}
