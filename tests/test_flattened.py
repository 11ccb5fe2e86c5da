"""Tables whose cells are parted by bars or spaces."""

from __future__ import annotations

import pytest

from policygraph.flattened import with_tabs


@pytest.mark.parametrize(
    ("printed", "tabbed"),
    [
        ("指标 2020年 2025年\n绿化率 30% 35%", "指标\t2020年\t2025年\n绿化率\t30%\t35%"),
        (
            "指标 单位 2020 年 2025 年 属性\n就业人数 万人 3 5 预期性",
            "指标\t单位\t2020 年\t2025 年\t属性\n就业人数\t万人\t3\t5\t预期性",
        ),
        ("指标 | 2020年 | 2025年\n绿化率 | 30 | 35", "指标 \t 2020年 \t 2025年\n绿化率 \t 30 \t 35"),
        # rows that are counted, a blank between any two cells
        (
            "序号 项目名称 建设地点 总投资\n1 冷库 东桥镇 5\n\n2 粮库 南桥镇 8\n合计 2个 13",
            "序号\t项目名称\t建设地点\t总投资\n1\t冷库\t东桥镇\t5\n\n2\t粮库\t南桥镇\t8\n合计 2个 13",
        ),
        # a row that is short of merged cells
        (
            "序号 | 任务 | 责任单位\n1 | 修渠 | 县水利局\n2 | 建库",
            "序号 \t 任务 \t 责任单位\n1 \t 修渠 \t 县水利局\n2 \t 建库",
        ),
        # cells one a line, each closed by a bar; a bar alone opens a row, or is an empty cell
        (
            "|\n名称 |\n地点 |\n规模 |\n|\n冷库 |\n东桥镇 |\n|\n|\n粮库 |\n||\n说明",
            "| 名称 | 地点 | 规模 |\n| 冷库 | 东桥镇 | |\n| 粮库 | ||\n说明",
        ),
        (
            "指标    单位    2025年    2026年\n产值    亿元    420    500\n产量    万吨    ―    750",
            "指标   \t单位   \t2025年   \t2026年\n产值   \t亿元   \t420   \t500\n产量   \t万吨   \t―   \t750",
        ),
    ],
)
def test_a_tab_for_what_parts_two_cells(printed: str, tabbed: str) -> None:
    assert with_tabs(printed) == tabbed
    assert len(tabbed) == len(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "主要指标 到2025年 全部完成\n推进建设 加快发展",
        "首页 | 新闻 | 政务公开",
        "| a | b |\n|---|---|",
        "序号 项目 地点 投资\n1 冷库 东桥镇\n2 粮库 南桥镇 8 在建",  # other words than the head has
        "指标体系于 2025年 建立。",
        "",
    ],
)
def test_what_is_no_such_table_stays(printed: str) -> None:
    assert with_tabs(printed) == printed
