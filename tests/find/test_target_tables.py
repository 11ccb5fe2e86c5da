"""Tables of indicators: the first year says where things stand, the later ones are targets."""

from __future__ import annotations

import pytest
from tests.cases import source

from policygraph.extract import extract
from policygraph.model import Target


def read(*rows: str) -> tuple[Target, ...]:
    table = "\n".join(rows).replace("⇥", "\t")
    return extract(
        source(f"健康发展规划\n一、主要指标\n到2030年健康水平提升。\n{table}\n二、重点任务\n加强服务。\n")
    ).targets


def told(targets: tuple[Target, ...]) -> list[tuple[str, str, float, str, int | None]]:
    return [(t.indicator, t.op, t.value, t.unit, t.year) for t in targets]


def test_the_first_year_is_where_things_stand() -> None:
    assert told(read("指标⇥单位⇥2020年⇥2025年", "人均预期寿命⇥岁⇥78⇥79.5")) == [
        ("人均预期寿命", "eq", 79.5, "岁", 2025)
    ]


def test_the_quote_runs_from_the_name_to_the_value() -> None:
    [target] = read("指标⇥单位⇥2020年⇥2025年", "人均预期寿命⇥岁⇥78⇥79.5")
    assert target.quote == "人均预期寿命\t岁\t78\t79.5"


def test_two_years_ahead_are_two_targets() -> None:
    rows = read("指标⇥单位⇥2022年现状⇥2025年目标⇥2030年目标", "健康素养水平⇥%⇥25⇥30⇥35")
    assert told(rows) == [("健康素养水平", "eq", 30, "%", 2025), ("健康素养水平", "eq", 35, "%", 2030)]


@pytest.mark.parametrize(
    ("cell", "op"), [("≥95", "ge"), ("≤5", "le"), (">90", "ge"), ("<6", "le"), ("30以上", "ge"), ("不低于80", "ge"), ("100", "eq")]
)  # fmt: skip
def test_signs_are_operators(cell: str, op: str) -> None:
    [target] = read("指标⇥单位⇥2020年⇥2025年", f"疫苗接种率⇥%⇥90⇥{cell}")
    assert target.op == op


def test_the_years_may_stand_in_a_row_of_their_own() -> None:
    rows = read("序号⇥指标⇥目标", "2024年⇥2025年", "1⇥再生水利用能力⇥>40万千瓦⇥>60万千瓦")
    assert told(rows) == [
        ("再生水利用能力", "ge", 40, "万千瓦", 2024),
        ("再生水利用能力", "ge", 60, "万千瓦", 2025),
    ]


def test_a_cell_may_hold_power_and_energy() -> None:
    rows = read("指标⇥2026年", "用户侧储能装机规模⇥>40万千瓦/80万千瓦时")
    assert told(rows) == [
        ("用户侧储能装机规模", "ge", 40, "万千瓦", 2026),
        ("用户侧储能装机规模", "ge", 80, "万千瓦时", 2026),
    ]


def test_the_unit_may_stand_in_the_indicators_bracket() -> None:
    assert told(read("指标⇥2020年⇥2025年", "每千人口床位数（张）⇥6.5⇥7.5")) == [
        ("每千人口床位数", "eq", 7.5, "张", 2025)
    ]


def test_the_unit_may_stand_behind_the_value() -> None:
    assert told(read("指标⇥2020年⇥2025年", "婴儿死亡率⇥5‰⇥≤4‰")) == [("婴儿死亡率", "le", 4, "‰", 2025)]


def test_an_indicator_that_falls() -> None:
    assert told(read("指标⇥单位⇥2020年⇥2025年", "因病致贫人数下降⇥%⇥/⇥10")) == [
        ("因病致贫人数下降", "decrease", 10, "%", 2025)
    ]


def test_a_cell_without_a_number_is_no_target() -> None:
    assert read("指标⇥单位⇥2020年⇥2025年", "卫生监督覆盖率⇥%⇥90⇥完成上级任务") == ()


def test_about_and_ranges() -> None:
    about, range_ = read("指标⇥单位⇥2020年⇥2025年", "签约服务率⇥%⇥50⇥约60", "就诊率⇥%⇥80⇥85—90")
    assert about.approximate
    assert (range_.value, range_.value_to) == (85, 90)


def test_the_tables_targets_belong_to_the_clause_before_it() -> None:
    [target] = read("指标⇥单位⇥2020年⇥2025年", "人均预期寿命⇥岁⇥78⇥79.5")
    assert target.clause.endswith("/一")


def test_last_year_is_where_things_stand_too() -> None:
    assert told(read("指标⇥单位⇥2024年⇥2027年", "接种率⇥%⇥90⇥95")) == [("接种率", "eq", 95, "%", 2027)]


def test_a_column_without_a_year_has_no_targets() -> None:
    assert told(read("指标⇥单位⇥目标值⇥2030年", "接种率⇥%⇥90⇥95")) == [("接种率", "eq", 95, "%", 2030)]


def test_an_indicator_keeps_the_brackets_that_are_not_its_units() -> None:
    assert told(read("指标⇥2020年⇥2027年", "生产总值（现价）（亿元）⇥90⇥95")) == [
        ("生产总值（现价）", "eq", 95, "亿元", 2027)
    ]


def test_a_table_of_areas_has_a_target_for_each_area_and_measure() -> None:
    rows = read(
        "2027年各县空气质量目标",
        "区域⇥PM2.5（微克/立方米）⇥优良天数比率（%）",
        "甲口县⇥35⇥82.5",
        "乙山县⇥／⇥80",
        "合计⇥1⇥2",
    )
    assert told(rows) == [
        ("甲口县PM2.5", "eq", 35, "微克/立方米", 2027),
        ("甲口县优良天数比率", "eq", 82.5, "%", 2027),
        ("乙山县优良天数比率", "eq", 80, "%", 2027),
    ]


def test_the_note_of_a_table_of_areas_says_which_bound_it_is() -> None:
    head = "县区⇥2027年PM2.5（微克/立方米）⇥2027年优良天数比率（%）"
    rows = read(head, "甲口县⇥35⇥82.5", "乙山县⇥33⇥80", "注：优良天数比率为下限，其余为上限。")
    assert [(target.indicator, target.op, target.year) for target in rows[:2]] == [
        ("甲口县PM2.5", "le", 2027), ("甲口县优良天数比率", "ge", 2027),
    ]  # fmt: skip


def test_a_column_of_sectors_says_whose_the_indicator_is() -> None:
    rows = read("行业⇥指标⇥单位⇥2020年⇥2025年", "造纸⇥单位产品能耗⇥千克标准煤⇥420⇥380", "⇥单位产品水耗⇥吨⇥12⇥10")
    assert told(rows) == [
        ("造纸单位产品能耗", "eq", 380, "千克标准煤", 2025),
        ("造纸单位产品水耗", "eq", 10, "吨", 2025),
    ]


def test_the_name_of_an_indicator_may_say_what_it_is_compared_with() -> None:
    [target] = read("指标⇥单位⇥2023年⇥2025年", "万元产值用水量较2020年降幅⇥%⇥-⇥≥10")
    assert (target.op, target.baseline_year) == ("decrease", 2020)


def of_plan(title: str, *rows: str) -> list[int | None]:
    """The years of the targets of a plan that bears that title."""
    table = "\n".join(rows).replace("⇥", "\t")
    text = f"{title}\n一、主要指标\n主要指标如下。\n{table}\n二、重点任务\n加强服务。\n"
    return [target.year for target in extract(source(text)).targets]


@pytest.mark.parametrize(
    ("title", "years", "targets"),
    [
        ("健康发展三年行动计划（2023—2025年）", "2023年⇥2024年⇥2025年", [2023, 2024, 2025]),
        ("健康发展规划（2026—2030年）", "2025年⇥2028年⇥2030年", [2028, 2030]),
        ("健康发展“十五五”规划", "2025年⇥2028年⇥2030年", [2028, 2030]),
        ("健康发展实施方案", "2025年⇥2028年⇥2030年", [2028, 2030]),
        ("健康发展实施方案", "2026年⇥2027年⇥2028年", [2026, 2027, 2028]),
        ("健康发展实施方案", "2024年⇥2025年⇥2026年⇥2027年", [2025, 2026, 2027]),
    ],
)
def test_the_plans_own_period_says_whether_the_first_year_is_past(title: str, years: str, targets: list[int]) -> None:
    assert of_plan(title, f"指标⇥单位⇥{years}", "床位数⇥张⇥10⇥20⇥30⇥40") == targets


def test_a_value_of_an_area_may_be_approximate() -> None:
    rows = read("2027年各县空气质量目标", "区域⇥PM2.5（微克/立方米）", "甲口县⇥35左右", "乙山县⇥约33", "丙水县⇥31")
    assert [target.approximate for target in rows] == [True, True, False]
