"""Short forms that no list shows to be companies, by a trade that hardly anything but a firm's name ends in: 宝山矿业.

An area before the name lets it end in any trade: 永安智胜化工. What a firm calls its branch by stands in a bracket behind:
国鸿氢能（包头）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policygraph.find.company_edges import own_start
from policygraph.find.edges import left_edge
from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import one_of, proper_part
from policygraph.lexicon.regions import Area, area, find_areas

_LONGEST = 12
_OF_A_CITY = ("石化", "公司", "炼化")
_NOT_OWN = re.compile(r"[一二三四五六七八九十两各]$|^(?:本|该|其|某)")
# 石化产业, 汽车制造, 种业振兴: the trade itself
_GOES_ON = r"(?!有限|股份|集团|公司|产业|行业|企业|工业|制造|振兴|发展|基地|大市|大道|强[省市县]|园|区|人才|技术|装备|产品|生产|联产|供[热暖]|电机|材料|体|工)"


@cache
def _trades() -> re.Pattern[str]:
    lists = gazetteer("companies")
    strict, located = one_of(lists["firm_trades"]["words"]), one_of(lists["trades_of_areas"]["words"])
    branched = one_of(lists["trades"]["words"])
    return re.compile(
        rf"(?:(?P<branched>{branched})(?=（[一-鿿]{{2,4}}）)|(?P<strict>{strict})|(?P<located>{located}))"
        rf"{_GOES_ON}(?P<branch>（[一-鿿]{{2,4}}）)?"
    )


def alone(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """The stretches of [start, end) that such names take."""
    behind = start
    for match in _trades().finditer(text, start, end):
        begin = left_edge(text, max(behind, match.start() - _LONGEST), match.start())
        own = text[begin : match.start()]
        lead = own_start(own, "company", home, follows=False)
        begin, own = begin + lead, own[lead:]
        located = _located(own, home)
        rest = own[located:]
        if located and not rest and match[0] in _OF_A_CITY and text[max(0, begin - 1)] not in "司团":
            yield begin, match.end()  # 兰州|石化, 白银|公司
            behind = match.end()
            continue
        branch = area(match["branch"][1:-1], home) if match["branch"] else None
        if (
            (match["located"] and not located)
            or (match["branched"] and not branch)
            or not 2 <= len(rest) <= 4
            or _NOT_OWN.search(rest)
        ):
            continue
        if proper_part(rest) == (0, len(rest)):
            stop = match.end() if branch else match.end() - len(match["branch"] or "")
            yield begin, stop
            behind = stop


def _located(own: str, home: Area | None) -> int:
    """How many characters of `own` name the area that it opens with."""
    areas = find_areas(own, home) if len(own) > 1 else []
    return areas[0][1] if areas and areas[0][0] == 0 else 0
