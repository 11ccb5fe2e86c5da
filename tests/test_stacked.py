"""Tables whose cells stand one under the other; the cases stand in tests/cases/tables.txt."""

from __future__ import annotations

import pytest
from tests.cases import Case, cases, source

from policygraph.clean import clean
from policygraph.extract import extract
from policygraph.tables import Table, tables


def told(table: Table, text: str) -> tuple[str, ...]:
    """The columns and the rows, cells between |, the lines of a cell between ；."""
    text = text.replace("\v", "；")
    rows = [" | ".join(text[cell.start : cell.end] for cell in row.cells).strip() for row in table.rows]
    return (" | ".join(table.columns), *rows)


@pytest.mark.parametrize("case", cases("tables"))
def test_case(case: Case) -> None:
    read = case.clean()
    assert tuple(line for table in tables(read) for line in told(table, read.text)) == case.expected


@pytest.mark.parametrize("case", cases("tables"))
def test_any_beginning_of_a_table_can_be_read(case: Case) -> None:
    for end in range(0, len(case.printed), 7):
        for table in tables(clean(case.printed[:end])):
            assert all(cell.start <= cell.end for row in table.rows for cell in row.cells)
            assert [row.start for row in table.rows] == sorted(row.start for row in table.rows)


def test_its_values_are_targets_of_the_clause_before() -> None:
    table = (
        "行业\n指标\n单位\n2022年\n2026年\n造纸\n吨纸综合能耗\n千克标准煤\n420\n≤380\n印染\n吨布取水量\n吨\n95\n82\n"
    )
    found = extract(source(f"节能规划\n一、主要指标\n能效稳步提升。\n{table}二、重点任务\n加强管理。\n"))
    assert [(t.indicator, t.op, t.value, t.year, t.clause[-2:]) for t in found.targets] == [
        ("造纸吨纸综合能耗", "le", 380, 2026, "/一"),
        ("印染吨布取水量", "eq", 82, 2026, "/一"),
    ]
    assert [clause.number for clause in found.clauses] == ["一", "二"]


def test_its_tasks_are_clauses() -> None:
    table = "序号\n重点任务\n牵头单位\n完成时限\n1\n修订补贴办法\n市民政局\n2025年\n2\n推进适老化改造\n市残联\n长期\n"
    found = extract(source(f"养老方案\n一、总体要求\n加快发展。\n附件\n任务表\n{table}"))
    assert [(a.surface, a.role) for a in found.assignments] == [("市民政局", "lead"), ("市残联", "lead")]
    assert [clause.title for clause in found.clauses] == ["总体要求", "修订补贴办法", "推进适老化改造"]
