"""Indicators: synonyms to one name, what experts hold apart stays apart."""

from __future__ import annotations

import pytest

from policygraph.lexicon import gazetteer
from policygraph.lexicon.indicators import dimension, normal
from policygraph.lexicon.units import in_base_unit

ENTRIES = sorted(gazetteer("indicators").items())


def test_what_an_entry_calls_the_same_is() -> None:
    pairs = [(name, other) for name, entry in ENTRIES for other in (name, *entry["same"])]
    assert [other for name, other in pairs if normal(other) != name] == []


def test_what_an_entry_holds_apart_is() -> None:
    assert [other for name, entry in ENTRIES for other in entry.get("apart", ()) if normal(other) == name] == []


def test_the_example_names_the_indicator() -> None:
    assert [name for name, entry in ENTRIES if not _names(entry["example"], name)] == []


def _names(example: str, name: str) -> bool:
    return any(normal(example[i:j]) == name for i in range(len(example)) for j in range(i + 2, len(example) + 1))


def test_dimensions_are_those_of_units() -> None:
    known = {unit["dimension"] for unit in gazetteer("units")["units"]}
    known |= {f"mass of {thing}" for thing in gazetteer("units")["substances"]}
    assert {entry["dimension"] for _, entry in ENTRIES} <= known
    assert dimension("全市森林覆盖率") == "share"
    assert dimension("甲醇加注站") is None
    assert in_base_unit(62.0, "%") is not None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("全市万元GDP能耗", "单位地区生产总值能耗"),
        ("單位GDP能耗", "单位地区生产总值能耗"),
        ("单位地区生产总值能源消耗降低率", "单位地区生产总值能耗"),
        ("贵阳市“PM2.5”浓度", "PM2.5浓度"),
        ("細顆粒物（PM2.5）濃度", "PM2.5浓度"),
        ("城镇绿色建筑占新建建筑的比重", "城镇新建建筑中绿色建筑面积占比"),
        ("我市的优良天数比例", "空气质量优良天数比率"),
        ("新建的甲醇加注站", "新建甲醇加注站"),
    ],
)
def test_normal(printed: str, name: str) -> None:
    assert normal(printed) == name


@pytest.mark.parametrize("words", ["全市", "河北省", "的", "", "12"])
def test_normal_takes_any_words_and_is_stable(words: str) -> None:
    assert normal(normal(words)) == normal(words)
