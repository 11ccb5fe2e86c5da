"""Where a company's name begins within the words before its form: behind verbs, joints and the place it stands in.

高新区|越州制药股份有限公司, 新昌县|浙江越州水泥集团 and 越州机电联合|浙江理工大学: what stands before the bar is no part of the name.
"""

from __future__ import annotations

import re
from itertools import pairwise

from policygraph.find.company_forms import great_group
from policygraph.find.edges import name_start
from policygraph.lexicon.ordinary import opens_proper
from policygraph.lexicon.regions import Area, area, find_areas, in_full
from policygraph.model import CompanyKind

# a park before a name: 诸暨经开区|越州制药; a new area is part of the names of its own firms: 天府新区投资集团
_PARK = re.compile(
    r"[一-鿿]{0,8}?(?:高新技术产业开发区|经济技术开发区|高新区|经开区|开发区|工业园区?|产业园区?|化工园区?)"
)
_TOWN = re.compile("[一-鿿]{2,4}?(?:街道|[镇乡区])(?=[一-鿿]{2})")  # 渌总镇|越铺砖瓦厂
_FORMER = re.compile("原(?=[一-鿿]{2})(?!料|油|煤|材|子|水|平|则|产|有|阳|州|浆|纸)")  # 原|三明化工厂
_BUILT_IN = re.compile(
    "(?:(?<=[城区园港市县院所])|(?<=合作)|(?<=共同)|(?<=联合))建设(?=[一-鿿]{2,})(?!职业|技师|管理)"
)  # 枫桥科技城建设|浙江省医学科学院
_THING_AND = re.compile("(?:专用线|铁路|公路|产业园|园区|基地|项目|工程|中心|电站|水库)和$")
_PARK_BUILDS = re.compile("(?:(?<=园区)|(?<=开发区))建设(?=[一-鿿]{4,})")
_WATERS_AND_HILLS = "山岭岗湖河江溪"  # 甲公司青龙|山茶厂: no area, a hill
_WIDER = {"nation": 0, "province": 1, "prefecture": 2, "county": 3, "zone": 3}


def own_start(own: str, kind: CompanyKind, home: Area | None, *, follows: bool) -> int:
    """Where the name begins in `own`, what stands between the last stop and its form. `follows`: right behind another name."""
    start = max(name_start(own), *(own.rfind(dash) + 2 for dash in ("——", "--") if dash in own), 0)
    start += _FORMER.match(own, start) is not None
    if kind == "company" and (there := _PARK_BUILDS.search(own, start)) and opens_proper(own[there.end() :]):
        start = there.end()
    if kind == "institute" and (built := _BUILT_IN.search(own, start)):
        start = built.end()
    if follows and kind == "plant":  # 华远电力集团台州三门电厂
        lengths = (k for k in (4, 3, 2) if len(own) - start - k >= 2 and own[start + k] not in _WATERS_AND_HILLS)
        return start + next((k for k in lengths if area(own[start : start + k], home)), 0)
    start = _behind_joint(own, start, home)
    if kind == "plant" and (town := _TOWN.match(own, start)) and opens_proper(own[town.end() :]):
        return town.end()
    return start + _site_length(own[start:], home)


def _behind_joint(own: str, start: int, home: Area | None) -> int:
    """Behind 和, 是 or 联合 where an area begins there: 越州机电联合|浙江理工大学."""
    joint = own.rfind("和", start) + 1
    if joint > start + 4 and _THING_AND.search(own, start, joint):
        return joint  # 孟州陆港铁路专用线和|龙佰集团
    joint = max((own.rfind(c, start) + len(c) for c in ("和", "及", "是", "为", "联合") if c in own[start:]), default=0)
    return joint if joint > start and any(a == 0 for a, _, _ in find_areas(own[joint:], home)) else start


def _site_length(own: str, home: Area | None) -> int:
    """How much of `own` only says where the company stands: a park, or an area in full before another that is no smaller."""
    park = _PARK.match(own)
    if park and opens_proper(own[park.end() :]):
        return park.end()
    areas = find_areas(own, home)
    if (
        areas
        and areas[0][0] == 0
        and in_full(own[: areas[0][1]], areas[0][2])
        and great_group().match(own, areas[0][1])
    ):
        return areas[0][1]  # 天水市|国电甘谷电厂
    for (a, b, first), (c, _, second) in pairwise(areas):
        if a == 0 and b == c and in_full(own[a:b], first) and _WIDER[second.level] <= _WIDER[first.level]:
            return c
    return 0
