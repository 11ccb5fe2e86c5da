"""What is measured, under one name: 全市万元GDP能耗 and 单位地区生产总值能源消耗 are 单位地区生产总值能耗.

The synonyms come from `indicators.yml`. What no list knows keeps its own words, without the area, 的 and quotes, so
that two plans that print it alike share the node. 强度 and 总量, 城市 and 农村 are never joined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from policygraph.lexicon import gazetteer
from policygraph.lexicon.regions import find_areas
from policygraph.script import simplified

_MARKS = str.maketrans(
    {**dict.fromkeys("“”‘’\"'「」『』的*"), **dict(zip("()〔〕", "（）（）", strict=True)), "，": "、", ",": "、"}
)
_WHOSE = re.compile(r"^(?:(?:全|我|本|各)(?:[市省县区州盟旗国]|地区)|辖区内|辖区|境内|全域)")
# 单位GDP能耗降低, 累计下降: the operator's words, not the indicator's.
_OPERATOR = re.compile(r"(?:比\d{4}年)?(?:累计|年均|平均)?(?:下降|降低)(?:率|幅度|比例)?$")
_SPELLINGS = (
    ("pm2.5", "PM2.5"),
    ("pm10", "PM10"),
    ("Pm2.5", "PM2.5"),
    ("III类", "Ⅲ类"),
    ("V类", "Ⅴ类"),
    ("V0Cs", "VOCs"),
)
_WORDS = (
    (re.compile(r"(?:所占|占)?(?:比重|比例|占比)$"), "占比"),
    (re.compile(r"能源消耗"), "能耗"),
    (re.compile(r"(?:国内|地区)?生产总值|GDP"), "GDP"),
    (re.compile(r"固体废弃物|固废"), "固体废物"),
    (re.compile(r"规上"), "规模以上"),
)


@lru_cache(maxsize=16384)
def normal(indicator: str) -> str:
    """The canonical name of `indicator`; the same words give the same name, and a canonical name gives itself."""
    words = _cleaned(indicator)
    for each in (words, _OPERATOR.sub("", words)):
        if _key(each) in _synonyms():
            return _synonyms()[_key(each)]
    return words


def _cleaned(indicator: str) -> str:
    words = simplified("".join(indicator.split())).translate(_MARKS).strip("、。；;：:")
    for printed, spelled in _SPELLINGS:
        words = words.replace(printed, spelled)
    areas = find_areas(words, None) if words else []
    if areas and areas[0][0] == 0 and areas[0][1] < len(words):
        words = words[areas[0][1] :]
    return _WHOSE.sub("", words) or words


def _key(words: str) -> str:
    """`words` with the wordings that never tell two indicators apart made one: 占比, 比重, 比例; GDP, 地区生产总值."""
    for wording, one in _WORDS:
        words = wording.sub(one, words)
    return words


@cache
def _synonyms() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, entry in gazetteer("indicators").items():
        for each in (name, *entry["same"]):
            found.setdefault(_key(_cleaned(each)), name)
    return found


def dimension(indicator: str) -> str | None:
    """The dimension that a listed indicator is measured in (share, mass …), None for one that no list knows."""
    entry = gazetteer("indicators").get(normal(indicator))
    return str(entry["dimension"]) if entry else None
