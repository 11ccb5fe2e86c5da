"""What leads up to a number, read from the number leftwards: 森林覆盖率|力争|稳定在|55%."""

from __future__ import annotations

import pytest

from policygraph.find.statements import Statement, statement


def read(words: str) -> tuple[str, Statement]:
    found = statement(words, 0, len(words))
    return words[found.start : found.end] + found.kept, found


@pytest.mark.parametrize(
    ("words", "subject", "op"),
    [
        ("森林覆盖率达到", "森林覆盖率", None),
        ("森林覆盖率稳定在", "森林覆盖率", None),
        ("空气优良率不低于", "空气优良率", "ge"),
        ("空气优良率至少达到", "空气优良率", "ge"),
        ("平均浓度控制在", "平均浓度", "le"),
        ("等待时间不超过", "等待时间", "le"),
        ("能耗强度下降", "能耗强度", "decrease"),
        ("零售额增长", "零售额", "increase"),
        ("电商交易额突破", "电商交易额", "ge"),
    ],
)
def test_the_predicate_is_taken_off(words: str, subject: str, op: str | None) -> None:
    name, found = read(words)
    assert (name, found.op, found.predicate) == (subject, op, True)


@pytest.mark.parametrize(
    ("words", "stance"), [("普及率力争达到", "aspire"), ("普及率原则上达到", "in_principle"), ("普及率达到", "firm")]
)
def test_stance(words: str, stance: str) -> None:
    assert read(words)[1].stance == stance


def test_the_base_year() -> None:
    name, found = read("单位产品能耗比2020年下降")
    assert (name, found.baseline_year, found.op) == ("单位产品能耗", 2020, "decrease")


def test_the_direction_beats_the_bound() -> None:
    assert read("营业收入年均增长不低于")[1].op == "increase"


def test_respectively() -> None:
    assert read("甲率、乙率分别达到")[1].respective


def test_about() -> None:
    assert read("入学率达到约")[1].approximate


def test_a_deadline_at_the_head_is_no_part_of_the_indicator() -> None:
    assert read("到2025年，森林覆盖率达到")[0] == "森林覆盖率"


def test_a_bare_noun_has_no_predicate() -> None:
    name, found = read("新建甲醇加注站")
    assert (name, found.predicate) == ("新建甲醇加注站", False)
