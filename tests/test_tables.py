"""Rows of cells as tables, and what each column holds: 序号 ⇥ 重点任务 ⇥ 牵头单位."""

from __future__ import annotations

from typing import get_args

import pytest

from policygraph.clean import clean
from policygraph.lexicon import gazetteer
from policygraph.tables import Column, Table, tables

HEADS = gazetteer("columns")


def read(*rows: str) -> tuple[tuple[Table, ...], str]:
    text = clean("\n".join(rows).replace("⇥", "\t") + "\n")
    return tables(text), text.text


def cells(table: Table, text: str) -> list[list[str]]:
    return [[text[cell.start : cell.end] for cell in row.cells] for row in table.rows]


def test_a_task_table_assigns() -> None:
    [table], text = read("序号⇥重点任务⇥牵头单位⇥配合单位", "1⇥建设平台⇥市数据局⇥市财政局")
    assert table.columns == ("ordinal", "task", "lead", "support")
    assert table.assigns
    assert cells(table, text) == [["1", "建设平台", "市数据局", "市财政局"]]


def test_a_table_of_indicators_does_not() -> None:
    [table], _ = read("指标名称⇥单位⇥2020年⇥2025年⇥属性", "森林覆盖率⇥%⇥50⇥55⇥约束性")
    assert table.columns == ("indicator", "unit", "year", "year", "nature")
    assert not table.assigns


def test_a_table_of_projects() -> None:
    [table], text = read("序号⇥项目名称⇥建设地点⇥建设单位⇥建设规模", "1⇥冷链园⇥东城区⇥东江冷链有限公司⇥5万吨")
    assert table.columns == ("ordinal", "project", "place", "owner", "scale")
    owner = table.cell(table.rows[0], "owner")
    assert owner is not None
    assert text[owner.start : owner.end] == "东江冷链有限公司"


def test_who_builds_the_projects_of_a_table_bears_no_duty() -> None:
    heads = "序号⇥项目名称⇥所在地⇥建设业主⇥装机规模（万千瓦）⇥投资估算（亿元）⇥起止年限"
    [table], _ = read(heads, "1⇥望川电厂⇥临岚县⇥临岚电力有限公司⇥200⇥73⇥2024-2026")
    assert table.columns == ("ordinal", "project", "place", "owner", "scale", "money", "deadline")
    [table], _ = read("项目名称⇥建设地点⇥建设规模⇥实施主体⇥建设期限", "冷链园⇥东城区⇥5万吨⇥东江冷链有限公司⇥2025年")
    assert table.columns == ("project", "place", "scale", "owner", "deadline")
    assert not table.assigns


def test_who_carries_out_the_tasks_of_a_table_bears_a_duty() -> None:
    [table], _ = read("重点任务⇥重点项目⇥建设规模⇥实施主体", "补链⇥冷链园⇥5万吨⇥市商务局")
    assert table.columns == ("task", "project", "scale", "responsible")
    assert table.assigns


def test_rows_that_are_counted_stand_apart_whatever_cells_they_lack() -> None:
    rows = (
        "序号⇥领域⇥2026年推进任务⇥牵头责任部门",
        "1⇥工业⇥推进改造。⇥市工信局",
        "2⇥开展评价。",
        "3⇥淘汰货车。⇥市交通局",
        "4⇥更新农机。",
    )
    [table], text = read(*rows)
    assert table.columns == ("ordinal", "other", "task", "lead")
    assert [[text[cell.start : cell.end] for cell in row.cells] for row in table.rows] == [
        ["1", "工业", "推进改造。", "市工信局"],
        ["2", "", "开展评价。", "市工信局"],
        ["3", "", "淘汰货车。", "市交通局"],
        ["4", "", "更新农机。", "市交通局"],
    ]


def test_a_list_of_what_each_body_does_is_a_table_of_tasks() -> None:
    [table], _ = read("序号⇥部门⇥职责清单", "1⇥市发改委⇥争取投资。", "2⇥梳理案例。")
    assert table.columns == ("ordinal", "responsible", "task")


def test_rows_without_a_head_are_a_table_without_columns() -> None:
    [table], _ = read("甲⇥乙", "丙⇥丁")
    assert (table.head, table.columns, len(table.rows)) == (None, (), 2)


def test_a_second_head_begins_a_second_table() -> None:
    found, text = read("序号⇥工作任务⇥责任单位", "1⇥甲事⇥市民政局", "序号⇥项目名称⇥建设地点", "1⇥乙工程⇥东城区")
    assert [table.columns[1] for table in found] == ["task", "project"]
    assert [cells(table, text)[0][1] for table in found] == ["甲事", "乙工程"]


def test_text_between_rows_ends_a_table() -> None:
    found, _ = read(
        "序号⇥任务⇥责任单位",
        "1⇥甲事⇥市民政局",
        "以上任务按月调度，各单位要加强协作配合，确保落到实处。",
        "序号⇥任务⇥责任单位",
        "2⇥乙事⇥市民政局",
    )
    assert len(found) == 2


def test_a_merged_cell_of_bodies_takes_those_of_the_row_above() -> None:
    [table], text = read("序号⇥重点任务⇥责任单位⇥完成时限", "1⇥甲事⇥市民政局⇥2025年", "2⇥乙事⇥⇥2026年")
    body = table.cell(table.rows[1], "responsible")
    assert body is not None
    assert text[body.start : body.end] == "市民政局"


def test_what_bodies_are_to_reach_is_their_task_on_lines_of_its_own_too() -> None:
    [table], text = read(
        "领域⇥节水目标⇥责任部门",
        "农业⇥灌溉用水下降3%⇥县农业农村局",
        "灌溉用水有效利用系数达到0.6",
        "旱作面积8万亩以上⇥县水利局",
        "机关⇥机关单位人均用水下降4%⇥县机关局",
        "机关单位单位面积用水下降5%",
    )
    assert table.columns == ("other", "task", "responsible")
    assert cells(table, text)[1:3] == [
        ["", "灌溉用水有效利用系数达到0.6", "县农业农村局"],
        ["", "旱作面积8万亩以上", "县水利局"],
    ]
    assert cells(table, text)[4] == ["", "机关单位单位面积用水下降5%", "县机关局"]


def test_a_short_row_gets_empty_cells() -> None:
    [table], text = read("序号⇥重点任务⇥责任单位⇥备注", "1⇥甲事⇥市民政局")
    assert cells(table, text) == [["1", "甲事", "市民政局", ""]]


def test_prose_is_no_table() -> None:
    assert read("加快建设数字乡村。", "持续推进智慧农业。")[0] == ()


@pytest.mark.parametrize("column", HEADS)
def test_the_example_of_a_column_is_read_as_that_column(column: Column) -> None:
    [table], _ = read(
        f"备注⇥{HEADS[column]['example']}⇥序号" if column != "ordinal" else "责任单位⇥序号⇥任务", "甲⇥乙⇥丙"
    )
    assert table.columns[1] == column


@pytest.mark.parametrize("column", HEADS)
def test_every_word_of_a_column_is_read_as_that_column_alone(column: Column) -> None:
    others = [word for other, entry in HEADS.items() if other != column for word in entry["words"]]
    for word in HEADS[column]["words"]:
        assert word not in others
        [table], _ = read(f"序号⇥{word}⇥责任单位", "1⇥乙⇥丙")
        assert table.columns[1] == column, word


def test_the_gazetteer_names_columns_that_there_are() -> None:
    assert set(HEADS) <= set(get_args(Column))


def test_a_table_of_projects_with_bodies_charges_and_is_no_table_of_tasks() -> None:
    [table], _ = read("序号⇥项目名称⇥建设内容⇥投资⇥责任单位", "1⇥东桥水厂⇥扩建⇥560⇥县水利局")
    assert table.charges
    assert not table.assigns
