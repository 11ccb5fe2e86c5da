"""Named areas (行政区), towns, parks, basins and sites: 钟山区, 高坡乡, 水城经开区, 北盘江流域, 贵阳港开阳港区.

An area is one that the list of regions knows. Everything else needs an area or a word of its own before the noun that says
what it is: 花溪工业园区 and 陶家坝渣场 are places, 省级以上园区 and 生活垃圾填埋场 are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.clean import Clean
from policygraph.find import place_nouns
from policygraph.find.edges import OPENS_WITH_HE, left_edge, name_start
from policygraph.lexicon.ordinary import is_ordinary, opens_proper
from policygraph.lexicon.regions import Area, area, find_areas, in_full
from policygraph.model import PlaceKind

_LONGEST = 24
_KINDS: dict[str, PlaceKind] = {"port": "site", "hill": "site", "island": "site", "town": "admin", "county": "admin"}
_NO_NAME = re.compile(
    r"^(?:[^一-鿿A-Z\d]|\d+(?!国道|省道)|[A-Z\d百千万]+级|省级|市级|县级|国家级|各|该|本|其|每|以[上下]|[一二两三四五六七八九十百\d]+[个座处条家]"
    r"|到|新一轮|世界级|特色|重点|大型|新建|既有|国家\dA级|深水|走出)|\d[个座处条家]|(?<=[区园城镇站厂])[一二两三四五六七八九十]{1,2}[个座处条家]|以[上下]|[^循]环[一-鿿]{2}|(?:[一二两三四五]级)$|等(?:区县|县区|县市|市县|州市|旗县)"
)
# a river, a town: 入|河, 跨|江, 全|镇, 巡河护|河
_NO_SHORT_NAME = re.compile(r"^[入沿涉跨的各全乡巡护]|[河湖海江的]$")
# 柯桥区|建设|物流园: what is built in an area
_BUILT_THERE = re.compile("(?<=[一-鿿]{2})(?:先行|率先)?(?:建设|打造|新建|布局|设立|创建)(?!路|街|大道|镇|乡|兵团)")
# 南京|西路, 西藏|中路, 北京|变、: a street or a substation, though an area lends its name
_STREET = re.compile("[东西南北中][一二三]?路(?![网段由线灯])|变(?=[、，。；和及等]|扩建|增容|输变电)")
# 乌蒙山东|部, 舜耕山南|坡, not 山东|部队
_PART = re.compile("部(?![队门分署])|[岸坡麓](?!区)")
# 东津新区|车路协同先导区, 小河港区|综合码头: a place, and a thing in it
_INNER = re.compile(r".{2,}(?:开发区|高新区|经开区|新区|保税区|港区|作业区|[^航海空口]港|[市县])")
_WORKS = ("示范区", "先导区", "先行区", "试验区", "示范园", "园区", "功能区", "片区")
_DIVERTED = re.compile("引[一-鿿]$")  # 引黄|济宁
_BRACKET = re.compile("（[^（）]*）")  # 建筑垃圾（渣土）|堆场
_CIRCLES = ("都市圈", "城市群", "经济圈", "经济带")  # 长株潭|都市圈
_OWNERS = ("公司", "集团", "医院")
# of names with one character before the noun only surnames' villages are told from 全村, 各村: 余村
_SURNAMES = "余周陈李张王赵吴石马杨林黄罗"
_JOINT = re.compile(f"(?!{OPENS_WITH_HE})和|及")  # 增建二线和|贵昆线: not 和林格尔, 和平
_NATURAL = ("basin", "port", "hill")  # what bears a name of its own, whatever area stands before it
# what plans build in a place and no place itself: a line, a power station under way
_WORKS_ONLY = re.compile("(?:铁路|高铁|高速公路|抽水蓄能电站|(?<![净污])水厂)$")
_LINES = ("铁路", "公路", "高速", "高铁")
_VILLAGES = ("村", "社区")
_TOWN = re.compile("[一-鿿]{2,5}(?:[镇乡]|街道)(?=[一-鿿])")
# 入湖, 环湖, 大湖: not 鉴湖
_ANY_LAKE = "江河湖海大小中内外入沿涉跨各全环近出围退还水山城滨"
# 巡河, 沿江, 界河: not 淇河
_ANY_RIVER = (
    _ANY_LAKE
    + "一二三四五六七八九十护运暗支干主排下上过治巡界天银开引临对省市县区镇乡村条穿绕靠通达至到和及是为管控清涌浚截改两左右长本该新老旧古"
)


class PlaceMention(NamedTuple):
    """A place named at [start, end) of the clean text; `area` where it is administrative and listed.

    `called`: its name in full, where the plan prints it elsewhere: 桃浦镇 of 桃浦.
    """

    start: int
    end: int
    kind: PlaceKind
    area: Area | None = None
    called: str | None = None


def find_places(
    clean: Clean, stretches: Sequence[tuple[int, int]], home: Area | None, taken: Sequence[tuple[int, int]] = ()
) -> list[PlaceMention]:
    """The places named in the stretches of one clause, the longest name where two overlap, in order.

    `taken`: the companies' names, in order; 钟山区 in 钟山区新兴工业投资有限公司 is no place.
    """
    found: list[PlaceMention] = []
    for start, end in stretches:
        text = clean.text[start:end]
        waters = [(a, b) for a, b, _ in place_nouns.known().find(text)]
        areas = [each for each in find_areas(text, home) if each[2].level != "nation"]
        if waters:  # 浦|阳江 is no area
            areas = [each for each in areas if not any(a < each[0] and each[1] <= b for a, b in waters)]
        places = _longest([*_by_name(text, areas), *_by_noun(text, areas)])
        found += [
            PlaceMention(start + p.start, start + p.end, p.kind, p.area)
            for p in places
            if text[p.start : p.end] not in place_nouns.no_waters()
        ]
    return [place for place in found if not _within(place, taken)] if taken else found


def singly(clean: Clean, places: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Each area by itself, 吉林 and 松原 of 吉林松原, and no works: 安康抽水蓄能电站 is what is built and no place."""
    for place in places:
        if place.area is not None:
            yield from _parts(clean.text, place, place.area)
        elif not _WORKS_ONLY.search(clean.text, place.start, place.end):
            yield place


def _parts(text: str, place: PlaceMention, inner: Area) -> Iterator[PlaceMention]:
    """The areas that a printed path names, the outermost first."""
    start = place.start
    for outer in reversed(inner.above()):
        ends = (end for end in range(place.end - 2, start + 1, -1) if area(text[start:end], inner) == outer)
        end = next(ends, None) if outer.level != "nation" else None
        if end is not None:
            yield PlaceMention(start, end, "admin", outer)
            start = end
    yield PlaceMention(start, place.end, "admin", inner)


def _within(place: PlaceMention, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(taken, place.start, key=lambda span: span[0]) - 1
    return at >= 0 and place.end <= taken[at][1]


def _by_name(text: str, areas: Sequence[tuple[int, int, Area]]) -> Iterator[PlaceMention]:
    """Listed areas, great waters and regions."""
    for a, b, listed in areas:
        # 贵阳 in 贵阳银行 is part of a body's name, 山东 in 乌蒙山东部 no area at all
        in_body = text.startswith(place_nouns.bodies(), b) or (listed.name != text[a:b] and _STREET.match(text, b))
        in_body = in_body or _DIVERTED.search(text, max(0, a - 2), a) is not None
        if not in_body and not (text[b - 1] in "东西南北" and _PART.match(text, b)):
            yield PlaceMention(a, b, "admin", listed)
    for a, b, name in place_nouns.known().find(text):
        b += 3 * text.startswith(_CIRCLES, b)
        yield PlaceMention(a, b, "admin" if name in place_nouns.regions() else "basin")


def _by_noun(text: str, areas: Sequence[tuple[int, int, Area]]) -> Iterator[PlaceMention]:
    """The names that end in a noun of the gazetteer: from the area before them or the edge."""
    ends = {b for _, b, _ in areas}
    for match in place_nouns.ends(text):
        group = match.lastgroup or "site"
        if group == "basin" and match.end() in ends:  # “夜|湛江”
            continue
        begin = _edge(text, match.start())
        start = _own_start(text, begin, match.start(), areas)
        if group == "basin":  # 新化|和|桃江
            start = max([start, *(b + 1 for a, b, _ in areas if a == start and text[b : b + 1] in ("和", "及", "与"))])
        if match[0] in _VILLAGES and (town := _TOWN.match(text, start, match.start())):  # 马蹬镇|白渡滩村
            start = town.end()
        if group in _NATURAL:  # 襄阳|余家湖港, 恩施|太阳河, but 清镇经开区
            start = next((b for a, b, _ in areas if a == start and _own_name(text[b : match.start()])), start)
        if group == "town" and text[start - 1 : start] == "“" and text.startswith("”", match.end()):
            continue  # “百企联村”
        areas_here = [(b, area) for a, b, area in areas if a == start and b <= match.start()]
        # 光明区|加氢站 is a sort of site in an area; 贵阳|东站 is a name
        plain = group == "site" and any(b == match.start() and in_full(text[start:b], area) for b, area in areas_here)
        if not plain and _is_name(text[start : match.start()], group, match[0], with_area=bool(areas_here)):
            goes_on = 2 if group == "basin" and text.startswith("流域", match.end()) else 0
            start -= 3 * text.endswith("中国（", 0, start)  # 中国（|浙江）自由贸易试验区
            yield PlaceMention(start, match.end() + goes_on, _KINDS.get(group, group))  # type: ignore[arg-type]


def _edge(text: str, noun: int) -> int:
    """Where the words begin that the name may be made of: behind stops, verbs, owners and 和."""
    begin = left_edge(text, max(0, noun - _LONGEST), noun)
    owner = max(text.rfind(each, begin, noun) for each in _OWNERS)
    begin = begin if owner < 0 else owner + 2  # 磷业有限公司|陶家坝渣场
    begin += name_start(text[begin:noun])
    joint = max((match.start() for match in _JOINT.finditer(text, begin + 2, noun)), default=-1)
    if (
        joint > 0 and noun - joint > 1
    ):  # 黔桂铁路增建二线和|贵昆线-百色铁路, 尼葛园及|三明经开区, but 呼和浩特 stays whole
        whole = text[joint - 1] in "区园港站线路河湖道镇乡村县市程"
        proper = joint >= begin + 4 and noun - joint > 2 and not is_ordinary(text[joint + 1 : noun])
        begin = joint + 1 if whole or proper else begin
    return begin


def _own_start(text: str, begin: int, noun: int, areas: Sequence[tuple[int, int, Area]]) -> int:
    """Where the name begins: behind an area printed in full (开阳县|金中风电场), with one printed short (清镇|经开区)."""
    for a, b, listed in areas:
        if begin <= a and b < noun and in_full(text[a:b], listed) and not is_ordinary(text[b : noun + 1]):
            begin = b
        elif begin < a and b <= noun and is_ordinary(text[begin:a]):
            return a
    return begin


def _own_name(words: str) -> bool:
    """Whether `words` open with a name of their own: 余家湖, not 国际."""
    return len(words) > 1 and opens_proper(words)


def _is_name(own: str, group: str, noun: str, *, with_area: bool) -> bool:
    """Whether `own` before a noun of that group makes a name of it."""
    if not own or _NO_NAME.search(own) or _BUILT_THERE.search(own):
        return False
    if "（" in own and is_ordinary(_BRACKET.sub("", own)):
        return False
    if group in ("port", "hill", "island", "county"):
        longest = {"county": 3, "island": 3}.get(group, 6)
        if group == "county" and own.endswith("等"):  # 梁平等|区县
            return False
        return 2 <= len(own) <= longest and not is_ordinary(own) and not is_ordinary(own + noun)
    inner = _INNER.match(own)
    if inner and is_ordinary(own[inner.end() :]) and (group == "site" or noun in _WORKS):
        return False
    if group in ("basin", "town"):
        if len(own) == 1:
            named = (noun == "湖" and own not in _ANY_LAKE) or (noun in ("河", "江", "溪") and own not in _ANY_RIVER)
            return own in _SURNAMES if group == "town" else named
        short = (
            _NO_SHORT_NAME.search(own)
            if group == "basin"
            else own[0] in "入沿涉跨的各全乡" or own[-1] in "进入到在下驻"
        )
        short = short or (group == "basin" and own.endswith(_LINES))  # 昌渌铁路江|西段
        return len(own) < 6 - (group == "town") and not short and not is_ordinary(own) and not is_ordinary(own + noun)
    return with_area or (len(own) > 1 and not is_ordinary(own) and not is_ordinary(own + noun))


def _longest(found: list[PlaceMention]) -> list[PlaceMention]:
    """Of overlapping mentions the longest; parts of it are parts of its name."""
    kept: list[PlaceMention] = []
    for place in sorted(found, key=lambda p: (p.start, -p.end)):
        if kept and place.start < kept[-1].end:
            if place.end - place.start > kept[-1].end - kept[-1].start:
                kept[-1] = place
            continue
        kept.append(place)
    return kept
