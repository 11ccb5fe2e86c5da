"""Numbers with their units as printed: 0.2825万吨, 10—15%, 三分之一, 翻一番."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from tests.texts import examples, plans

from policygraph.clean import clean
from policygraph.find.quantities import Quantity, quantities


def read(words: str) -> list[Quantity]:
    text = clean(words).text
    return list(quantities(text, 0, len(text)))


@pytest.mark.parametrize(
    ("words", "value", "unit", "after"),
    [
        ("0.2825万吨", 0.2825, "万吨", ""),
        ("55%以上", 55, "%", "以上"),
        ("28微克/立方米以内", 28, "微克/立方米", "以内"),
        ("20%左右", 20, "%", "左右"),
        ("12,000人次", 12_000, "人次", ""),
        ("45，2027年", 45, "", ""),
        ("1500余吨", 1500, "吨", ""),
        ("15万余吨", 15, "万吨", ""),
        ("15余万吨", 15, "万吨", ""),
        ("300多家", 300, "家", ""),
        ("一千五百余吨", 1500, "吨", ""),
        ("300克标准煤/千瓦时", 300, "克标准煤/千瓦时", ""),
        ("120万立方米/日", 120, "万立方米/日", ""),
        ("5个百分点", 5, "个百分点", ""),
        ("百分之四十", 40, "%", ""),
        ("百分之七十五", 75, "%", ""),
        ("三分之一", 33.33, "%", ""),
        ("四分之三", 75, "%", ""),
        ("两成", 2, "成", ""),
        ("六成半", 6.5, "成", ""),
        ("翻一番", 1, "番", ""),
        ("翻两番", 2, "番", ""),
        ("五百个", 500, "个", ""),
        ("二百三十亿元", 230, "亿元", ""),
        ("3‰", 3, "‰", ""),
    ],
)  # fmt: skip
def test_a_number_with_its_unit(words: str, value: float, unit: str, after: str) -> None:
    [found] = read(words)
    assert (found.value, found.unit, found.after) == (value, unit, after)


@pytest.mark.parametrize(
    ("words", "ends"),
    [("10—15%", (10, 15)), ("80至100件", (80, 100)), ("6万～8万个", (6, 8)), ("12—15EFLOPS", (12, 15))],
)
def test_a_range(words: str, ends: tuple[float, float]) -> None:
    [found] = read(words)
    assert (found.value, found.value_to) == ends


@pytest.mark.parametrize(
    "words", ["2025年", "第3条", "1. 建设", "第20届", "十分重要", "一些", "成立", "三成立", "5G", "PM2.5"]
)
def test_what_is_no_quantity(words: str) -> None:
    assert [found for found in read(words) if found.unit] == []


def test_numbers_in_a_row_share_the_last_unit() -> None:
    assert [(found.value, found.unit) for found in read("10、35、50毫克/立方米")] == [
        (10, "毫克/立方米"),
        (35, "毫克/立方米"),
        (50, "毫克/立方米"),
    ]


def test_counts_and_shares_are_told_apart() -> None:
    assert [(found.counts, found.share) for found in read("建成5个，达到80%，减少3万吨")] == [
        (True, False),
        (False, True),
        (False, False),
    ]


@examples(500)
@given(plans())
def test_quantities_stand_one_after_another_within_their_stretch(text: str) -> None:
    held = clean(text).text
    found = list(quantities(held, 0, len(held)))
    assert all(0 <= q.start < q.unit_end <= q.end <= len(held) for q in found)
    assert all(above.end <= below.start for above, below in itertools.pairwise(found))
