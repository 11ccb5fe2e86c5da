"""Areas that a sentence goes through one by one: 甲市优良天数257天，PM2.5浓度为54微克/立方米；乙市….

What stands behind the first number of an area's part is that area's too, and nobody could tell whose without its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.find.statements import YEAR_HEAD
from policygraph.find.target_mentions import TargetMention

_AREA = re.compile(r"(?!全[市县区州省]|[各每本我])[一-鿿]{2,6}?(?:市|县|区|州|旗|镇|乡|街道)(?![场级政内委属])")
_HEAD = re.compile(r"^[一-鿿]{2,8}(?:市|县|区|州|旗|镇|乡|街道|园区|开发区)$", re.MULTILINE)
_FEWEST = 2


def with_areas(text: str, span: tuple[int, int], found: list[TargetMention]) -> list[TargetMention]:
    """`found` with the area of its ；-part before each indicator that lacks it, where several parts open with an area
    that their first indicator is told of.
    """
    if text.find("；", *span) < 0:
        return found
    areas = [
        (a, b, name)
        for a, b in _between(text, *span)
        if (name := _area(text, a, b))
        and any(a <= each.start < b and each.indicator.startswith(name) for each in found)
    ]
    if len({name for _, _, name in areas}) < _FEWEST:
        return found
    return [_of_area(target, areas) for target in found]


def under_areas(text: str, span: tuple[int, int], found: list[TargetMention]) -> list[TargetMention]:
    """`found` with the area before each indicator that stands below a line of nothing but that area: 罗店镇, then its aims."""
    heads = [match for match in _HEAD.finditer(text, *span) if not match[0].startswith("全")]
    if len(heads) < _FEWEST:
        return found
    ends = [match.start() for match in heads[1:]] + [span[1]]
    areas = [(match.end(), end, match[0]) for match, end in zip(heads, ends, strict=True)]
    return [_of_area(target, areas) for target in found]


def areas_of(indicators: list[str]) -> list[str]:
    """The areas that indicators with one tail were told of: 岚山市绿化率, 云溪市绿化率 → 岚山市, 云溪市; empty where they weren't."""
    found = [match[0] for each in indicators if (match := _AREA.match(each))]
    tails = {each[len(area) :] for each, area in zip(indicators, found, strict=False)}
    return found if len(found) == len(indicators) and len(tails) == 1 and tails != {""} else []


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence between ；."""
    at = start
    while at < end:
        stop = text.find("；", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _area(text: str, begin: int, end: int) -> str | None:
    head = YEAR_HEAD.match(text, begin, end)
    match = _AREA.match(text, head.end() if head else begin, end)
    return match[0] if match else None


def _of_area(target: TargetMention, areas: list[tuple[int, int, str]]) -> TargetMention:
    name = next((name for a, b, name in areas if a <= target.start < b), None)
    if name is None or _AREA.match(target.indicator) or target.indicator.startswith("全"):
        return target
    return target._replace(indicator=name + target.indicator)
