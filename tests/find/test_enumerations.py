"""Lists that share a head or a tail: 氮氧化物、氨氮重点工程减排量 are two indicators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.find.enumerations import indicators_of, with_tail_of


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ("森林覆盖率", ["森林覆盖率"]),
        ("氮氧化物、氨氮重点工程减排量", ["氮氧化物重点工程减排量", "氨氮重点工程减排量"]),
        ("单位地区生产总值能源消耗、二氧化碳排放", ["单位地区生产总值能源消耗", "单位地区生产总值二氧化碳排放"]),
        ("县域就诊率、病历普及率", ["县域就诊率", "病历普及率"]),
        ("新建道路里程、改造管网长度", ["新建道路里程", "改造管网长度"]),
        ("初中、小学入学率", ["初中入学率", "小学入学率"]),
    ],
)
def test_each_indicator_is_complete(subject: str, names: list[str]) -> None:
    assert [item.words for item in indicators_of(subject)] == names


@pytest.mark.parametrize(
    ("subject", "count", "names"),
    [
        ("城镇和农村居民收入", 2, 2),
        ("甲率和乙率", 2, 2),
        ("甲量、乙量和丙量", 3, 3),
        ("安全（含消防、交通）事故数", 1, 1),
    ],
)
def test_as_many_as_there_are_values(subject: str, count: int, names: int) -> None:
    assert len(indicators_of(subject, count)) == names


def test_a_list_in_brackets_is_not_cut() -> None:
    assert [item.words for item in indicators_of("村（社区、居委会）覆盖率")] == ["村（社区、居委会）覆盖率"]


def test_a_bare_area_takes_the_measure_of_the_one_before() -> None:
    assert with_tail_of("县城", "中心城区道路机械化清扫率", same_unit=True, share=True) == "县城道路机械化清扫率"
    assert with_tail_of("县城供水普及率", "中心城区道路机械化清扫率", same_unit=True, share=True) == "县城供水普及率"


@given(st.text(alphabet="甲乙丙率量、和及与（）", max_size=20))
def test_the_items_own_words_stand_in_the_subject(subject: str) -> None:
    for item in indicators_of(subject):
        assert 0 <= item.offset <= len(subject)
