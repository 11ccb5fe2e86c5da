"""Units: every entry's example proves it, values come out clean."""

from __future__ import annotations

import re
from typing import Any

import pytest

from policygraph.lexicon import gazetteer
from policygraph.lexicon.units import UNIT, in_base_unit, qudt
from policygraph.script import simplified

BEHIND_NUMBER = re.compile(rf"[\d.一二三四五六七八九]\s*({UNIT})")


UNITS = gazetteer("units")["units"]


def test_the_example_shows_the_unit() -> None:
    assert [entry["unit"] for entry in UNITS if not _shows(entry)] == []


def _shows(entry: dict[str, Any]) -> bool:
    found = [match[1] for match in BEHIND_NUMBER.finditer(simplified(entry["example"]))]
    names = {entry["unit"], *entry.get("names", ())}
    return any(simplified(name) in unit for name in names for unit in found)


def test_every_spelling_converts_to_the_base_of_its_dimension() -> None:
    spelt = [(entry, name) for entry in UNITS for name in (entry["unit"], *entry.get("names", ()))]
    base = {name: in_base_unit(1.0, name) for _, name in spelt}
    assert [n for e, n in spelt if (got := base[n]) is None or got.unit != e.get("base", e["unit"])] == []


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (0.2825, "万吨", (2825.0, "吨")),
        (0.07, "亿元", (7000000.0, "元")),
        (25.0, "万亩", (500000000 / 3, "平方米")),
        (35.0, "微克/立方米", (35.0, "微克/立方米")),
        (0.035, "毫克/立方米", (35.0, "微克/立方米")),
        (12.0, "μg/m³", (12.0, "微克/立方米")),
        (300.0, "克标准煤/千瓦时", (300.0, "克标准煤/千瓦时")),
        (0.3, "吨标准煤/万元", (0.3, "吨标准煤/万元")),
        (1.1, "万tce", (11000.0, "吨标准煤")),
        (10.0, "万立方米/日", (100000.0, "立方米/天")),
        (5.0, "GW", (5000000.0, "千瓦")),
        (350.0, "亿千瓦时", (35000000000.0, "千瓦时")),
        (12.0, "件/万人", (12.0, "件/万人")),
        (5.0, "萬噸", (50000.0, "吨")),
        (13.0, "％", (13.0, "%")),
        (2.0, "台（套）", (2.0, "个")),
    ],
)
def test_values_in_base_units(value: float, unit: str, expected: tuple[float, str]) -> None:
    assert in_base_unit(value, unit) == expected


@pytest.mark.parametrize(("value", "unit"), [(1e307, "亿吨"), (float("inf"), "吨"), (float("nan"), "吨")])
def test_what_is_too_large_has_no_value_in_base_units(value: float, unit: str) -> None:
    assert in_base_unit(value, unit) is None


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("350亿千瓦时", "亿千瓦时"),
        ("1000万人次", "万人次"),
        ("2个百分点", "个百分点"),
        ("5个工作日", "个工作日"),
        ("15分钟", "分钟"),
        ("100亿元人民币", "亿元"),
        ("300克标准煤/千瓦时", "克标准煤/千瓦时"),
        ("10万立方米／日", "万立方米／日"),
        ("200万吨/年）改造", "万吨/年"),
        ("5元/(kW·h)", "元/(kW·h)"),
        ("3台（套）", "台（套）"),
        ("1000P算力", "P"),
        ("20家企业", "家"),
        ("10千伏及以上", "千伏"),
        ("10万以上", "万"),
    ],
)
def test_the_longest_unit_behind_a_number(words: str, unit: str) -> None:
    match = re.match(rf"\d+({UNIT})", words)
    assert match is not None
    assert match[1] == unit


@pytest.mark.parametrize("words", ["2025年", "5方面", "2成立", "85分别", "5人才", "12PM", "3A级", "2升级", "3月"])
def test_what_is_no_unit(words: str) -> None:
    assert re.match(rf"\d+({UNIT})", words) is None


def test_codes_stand_for_the_unit_itself_only() -> None:
    assert qudt("吨") == "TONNE"
    assert qudt("万吨") is None
    assert in_base_unit(1.0, "没有的单位") is None
