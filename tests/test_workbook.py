"""The workbook: opened with openpyxl, each row leads to the clause that proves it, and nothing in it runs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from policygraph import workbook
from policygraph.ask.reply import Answer
from policygraph.export.contents import exported
from policygraph.graph import Graph
from policygraph.questions import filled, question
from policygraph.stores import Store


@pytest.fixture(scope="module")
def written(library_store: Store) -> bytes:
    return made(library_store)


@pytest.fixture(scope="module")
def book(written: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(written))


def made(store: Store) -> bytes:
    return workbook.to_xlsx(list(workbook.sheets(store)), exported(store.contents())[0])


def rows(sheet: Worksheet) -> Iterator[dict[str, Cell]]:
    """The rows as cells by heading."""
    head, *others = sheet.iter_rows()
    for row in others:
        yield {str(name.value): cell for name, cell in zip(head, row, strict=True)}


def target(book: openpyxl.Workbook, cell: Cell) -> dict[str, Cell]:
    """The row that a cell leads to."""
    found = re.fullmatch(r"'?([^'!]+)'?!A(\d+)", str(cell.hyperlink.location))
    assert found, cell.hyperlink.location
    return list(rows(book[found[1]]))[int(found[2]) - 2]


def test_each_question_has_its_sheet_and_its_rows(book: openpyxl.Workbook, library_store: Store) -> None:
    for name, asked in (
        ("责任分工", "duties/list"),
        ("目标", "targets/list"),
        ("没有责任部门的条款", "quality/no-duty"),
    ):
        known = question(asked)
        told = library_store.query(known.cypher, filled(known, {})).rows
        assert len(list(rows(book[name]))) == len(told)
        assert [cell.value for cell in book[name][1]] == [*(each.heading for each in known.columns), "依据"]
    assert book.sheetnames[0] == "目录"
    assert book.sheetnames[-2:] == ["依据", "条款"]


def test_the_contents_lead_to_every_sheet_with_its_number_of_rows(book: openpyxl.Workbook) -> None:
    listed = list(rows(book["目录"]))
    assert [row["工作表"].value for row in listed] == book.sheetnames[1:-2]
    for row in listed:
        assert row["工作表"].hyperlink.location in (f"'{row['工作表'].value}'!A1", f"{row['工作表'].value}!A1")
        assert row["行数"].value == len(list(rows(book[row["工作表"].value])))


def test_heads_stay_in_view_and_filter(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert str(sheet.auto_filter.ref).startswith("A1:")


def test_a_row_with_one_clause_leads_to_that_clause(book: openpyxl.Workbook) -> None:
    clauses = list(rows(book["条款"]))
    for row in rows(book["责任分工"]):
        found = re.fullmatch(r"'?条款'?!A(\d+)", row["依据"].hyperlink.location)
        clause = clauses[int(found[1]) - 2]
        assert (clause["方案"].value, clause["条款号"].value) == (row["方案"].value, row["条款号"].value)


def test_a_number_leads_to_its_clauses_one_by_one(book: openpyxl.Workbook) -> None:
    first = next(rows(book["任务数"]))
    assert first["依据"].value == first["任务数"].value
    start = int(re.search(r"A(\d+)$", first["依据"].hyperlink.location)[1]) - 2
    behind = list(rows(book["依据"]))[start : start + first["任务数"].value]
    assert {(each["表"].value, each["行"].value) for each in behind} == {("任务数", first["部门"].value)}
    for each in behind:
        clause = target(book, each["原文"])
        assert (clause["方案"].value, clause["条款号"].value) == (each["方案"].value, each["条款号"].value)


def test_every_link_leads_to_a_row_that_is_there(book: openpyxl.Workbook) -> None:
    last = {sheet.title: sheet.max_row for sheet in book.worksheets}
    links = [cell.hyperlink.location for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    places = [re.fullmatch(r"'?([^'!]+)'?!A(\d+)", link) for link in links]
    assert len(places) > 1000
    assert all(place and 1 <= int(place[2]) <= last[place[1]] for place in places)


def test_numbers_are_numbers_codes_are_words_and_nothing_is_a_formula(book: openpyxl.Workbook) -> None:
    targets = list(rows(book["目标"]))
    assert {type(row["数值"].value) for row in targets} <= {int, float}
    assert {row["力度"].value for row in targets} <= {"明确", "力争", "原则上"}
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_same_graph_gives_the_same_bytes(written: bytes, library_store: Store) -> None:
    assert made(library_store) == written


def test_a_cut_sheet_says_so(library_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    again = openpyxl.load_workbook(io.BytesIO(made(library_store)))
    said = {row["工作表"].value: row["回答"].value for row in rows(again["目录"])}
    assert "未列全" in said["责任分工"]
    assert "未列全" not in said["各方案牵头最多"]


def test_a_question_that_was_too_much_is_told_in_the_contents() -> None:
    declined = workbook.Sheet(
        "目标不一致", "Which differ?", Answer("哪些不一致？", "declined", "the query took too long")
    )
    again = openpyxl.load_workbook(io.BytesIO(workbook.to_xlsx([declined], Graph("", (), ()))))
    assert again.sheetnames == ["目录", "依据", "条款"]
    (row,) = rows(again["目录"])
    assert (row["工作表"].value, row["工作表"].hyperlink) == ("目标不一致", None)
    assert row["回答"].value == "the query took too long"
