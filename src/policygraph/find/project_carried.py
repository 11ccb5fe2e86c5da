"""What a bare name of a list shares with the next that is whole: 盘州|、钟山|2个试点县屋顶分布式光伏项目.

武汉至宜昌|、襄阳至荆门|高铁; 枫桥镇江南|、店口镇场镇|污水管网二期; 南宁陆港型|、防城港港口型|国家物流枢纽.
"""

from __future__ import annotations

import re

from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_lists import Row, counted_from, of_areas, of_sites
from policygraph.find.project_parts import Item, Part, is_bare, is_proper, of_company
from policygraph.find.project_roads import opens_with_number
from policygraph.find.works import (
    bears_names,
    is_thing,
    is_work,
    names_infrastructure,
    says_nothing,
    says_what,
    without_tail,
)
from policygraph.lexicon.ordinary import proper_part
from policygraph.lexicon.regions import area

_LINE = re.compile(
    r"[一-鿿]{2,4}至[一-鿿]{2,4}?(?P<kind>城际铁路|高铁|铁路|高速公路|高速|快速路|公路|航道|航线|通道|管道|管线)"
)
# 枫桥镇|江南, 店口镇|场镇: a part of a town
_QUARTER = re.compile(
    "[一-鿿]{1,3}[镇乡]|[一-鿿]{2,4}(?:街道|片区|社区)|[东西南北]|江南|江北|河东|河西|城区|场镇|集镇|老城|新城|主城区|县城|[城镇东西南北中][东西南北区部片]片?区?"
)
# 菜籽坝|抽水蓄能电站
_OWN_AHEAD = re.compile(
    "[一-鿿]{2,4}?(?=抽水蓄能|水电站|风电场?|光伏电站|煤电|气电|核电|变电站|换流站|输变电|水库|大桥|隧道)(?!生活|农村|城市)"
)
_SIDE = re.compile("[东西南北](?=[百千]?万千瓦|大型|新能源|清洁)")  # 准东、哈密|北|千万千瓦级基地
_HUB = re.compile("型(?P<what>国家(?:级)?物流枢纽(?:承载城市)?)")
_STATION = re.compile("抽水蓄能(?:电站)?")
_PHASE_ALONE = re.compile("[一二三四五六]期(?:工程|项目)?(?:建设)?")
_REACH = re.compile("[上中下]{1,2}游|两岸|沿岸|沿线")  # 雅砻江下游、金沙江|上游|清洁能源基地
_TOWN = re.compile("[一-鿿]{1,3}?[镇乡]")
_OWN = 4  # no word of its own behind an area is longer
_FARTHEST = 50  # no list goes on longer with what only its last item says


def carried_on(row: Row, i: int) -> str:
    """What a bare item shares with the next that is whole: 盘州|、钟山|2个试点县屋顶分布式光伏项目建设."""
    if i < 0 or not _opens(row, i):
        return ""
    joined = row.part.text[row.items[i].end : row.items[i].end + 1] in ("和", "及", "与")
    towns = of_areas(row.items[i]) and all(map(of_areas, row.items))
    if row.shared and not ((joined or towns) and says_nothing(row.shared)):
        return ""
    if hub := _hub(row, i):
        return hub
    for j, item in enumerate(row.items[i + 1 : i + 1 + _FARTHEST], i + 1):
        if tail := _behind_area(row, i, item):
            return tail
        if opens_with_number(row.part.text[item.start : item.end]):
            break
        nameless = not row.items[i].anchors and not item.anchors
        nameless = nameless or (
            (of_sites(item) or _is_plant(item)) and (not row.items[i].anchors or _of_hill(row.part, row.items[i]))
        )
        nameless = nameless or (not item.anchors and _is_named_site(row.part, row.items[i]))
        if nameless and (works := _works_behind_own_word(row.part, item)):
            return works
        if item.anchors and _names_no_start(row.part, item) and _of_grounds(row.items[i]):
            break  # 商都公园、|只有河南戏剧幻城二期: a name that an area stands in
        if item.anchors and not is_bare(row.part, item) and (j == len(row.items) - 1 or not _opens(row, j)):
            return _behind_names(row, i, item)
        if line := _line_of(row, i, item):
            return line
        if not _opens(row, j):
            break
    return ""


def _behind_names(row: Row, i: int, item: Item) -> str:
    """What stands behind the names that a whole item opens with, where it is said of item `i` too; else nothing."""
    whole = row.part.text[row.items[i].start : row.items[i].end]
    if of_company(row.items[i]) and is_thing(whole) and "与" not in whole:
        return ""  # 湘雅五医院、|湖南师大附属滨江学校: built, each of them
    begin = counted_from(row.part, item, item.end)
    if _PHASE_ALONE.fullmatch(row.part.text, begin, item.end):
        return ""  # 甲作业区、|乙港区二期: the phase of the last alone
    reach = row.part.text.endswith(("游", "岸", "沿线"), 0, row.items[i].end) and _REACH.match(row.part.text, begin)
    works = row.part.text[reach.end() if reach else begin : item.end]
    works = _behind_own_word(works[_SIDE.match(works) is not None :])
    return works if is_bare(row.part, row.items[i]) else _behind_any_word(works)


def _is_plant(item: Item) -> bool:
    """可可盖煤矿, a company as well as a site."""
    return bool(item.anchors) and all(isinstance(a, CompanyMention) and a.kind == "plant" for a in item.anchors)


def _names_no_start(part: Part, item: Item) -> bool:
    """机科院|海西|分院, |瓜州|路夜市: the area stands within a name and says nothing of what is there."""
    first = item.anchors[0]
    return first.start > item.start + 1 or part.text[first.end : first.end + 1] in ("路", "街")


def _is_named_site(part: Part, item: Item) -> bool:
    """查干湖, 张掖|盘道山: told from others of its area, which a town or a firm alone is not, and nothing that is built."""
    whole = says_what(part.text[item.start : item.end])
    return bool(item.anchors) and not whole and not of_company(item) and not (of_areas(item) and is_bare(part, item))


def _of_grounds(item: Item) -> bool:
    """Whether no town stands in an item: sites and parks alone, or no listed name."""
    return all(isinstance(a, PlaceMention) and a.kind in ("site", "park") for a in item.anchors)


def _of_hill(part: Part, item: Item) -> bool:
    """祁连山, before 武夷山国家公园."""
    return of_sites(item) and part.text[item.last - 1] in "山岭" and is_bare(part, item)


def _behind_area(row: Row, i: int, item: Item) -> str:
    """阳江、|肇庆|抽水蓄能电站: what stands behind the area that a site's name opens with, where areas stand before it."""
    part = row.part
    first = item.anchors[0] if item.anchors else None
    station = _OWN_AHEAD.match(part.text, first.start, item.end) if isinstance(first, PlaceMention) else None
    if station and not of_company(row.items[i]) and _STATION.match(part.text, station.end()):
        return part.text[station.end() : item.end]  # 张掖盘道山、黄羊|抽水蓄能电站
    listed = of_areas(row.items[i]) and not part.text.endswith(
        ("新区", "开发区", "经开区", "高新区"), 0, row.items[i].end
    )
    if not listed or not isinstance(first, PlaceMention) or first.kind == "admin":
        return ""
    town = _TOWN.match(part.text, first.start, first.end)
    if town and part.text.endswith(("镇", "乡"), row.items[i].start, row.items[i].end):
        return part.text[town.end() : item.end]
    home = area(part.own) if part.own else None
    for length in (4, 3, 2):
        if area(part.text[first.start : first.start + length], home):
            if part.text[first.start + length] in "港站湾":  # 钦州|港大榄坪作业区: a port's name and no area's
                return ""
            works = _behind_own_word(part.text[first.start + length : item.end])
            return works if says_what(without_tail(works)) else ""
    return ""


def _line_of(row: Row, i: int, item: Item) -> str:
    """武汉至宜昌、|襄阳至荆门|高铁: what kind of line the next is, where both run from one place to another."""
    line = _LINE.fullmatch(row.part.text, item.start, item.end)
    return line["kind"] if line and "至" in row.part.text[row.items[i].start : row.items[i].end] else ""


def _behind_own_word(works: str) -> str:
    """丰都栗子湾、奉节|菜籽坝|抽水蓄能电站: what both are, where each has a name of its own behind its area."""
    own = _OWN_AHEAD.match(works)
    return works[own.end() :] if own else works


def _behind_any_word(works: str) -> str:
    """湛江雷州半岛、惠州|渌洲洋|万亩级红树林示范区: what both are, where each has a word of its own behind its area."""
    own = proper_part(works)
    rest = works[own[1] :] if own and own[0] == 0 and own[1] <= _OWN else ""
    return rest if rest and says_what(without_tail(rest)) else works


def _works_behind_own_word(part: Part, item: Item) -> str:
    """盘南、|大湾|低热值煤发电项目: what the names before it share, where the works are of a kind that bears such names."""
    words = without_tail(part.text[item.start : item.end])
    own = proper_part(words)
    rest = words[own[1] :] if own and own[0] == 0 and own[1] <= _OWN else ""
    return rest if rest and (names_infrastructure(rest) or bears_names(rest)) else ""


def _hub(row: Row, i: int) -> str:
    """南宁陆港型、防城港港口型|国家物流枢纽: what the areas before it are to be too, of another type."""
    text = row.part.text
    for item in row.items[i + 1 :] if text.endswith("型", 0, row.items[i].end) else ():
        if hub := _HUB.search(text, item.start, item.end):
            return hub["what"]
    return ""


def _is_of_stations(row: Row) -> bool:
    """Whether the list is one of pumped storage, by its last item: 罗田平坦原、|宜昌葛坪抽水蓄能."""
    last = row.items[-1]
    return not row.shared and _STATION.search(row.part.text, last.last, last.end) is not None


def _opens(row: Row, i: int) -> bool:
    """Whether an item is a name that says nothing of what is built there: 钟山, 店口镇|场镇, 南宁|陆港型, 罗田|平坦原."""
    item = row.items[i]
    words, rest = row.part.text[item.start : item.end], row.part.text[item.last : item.end]
    if is_bare(row.part, item) or not item.anchors:
        return bool(item.anchors) or (is_proper(words) and not is_work(words))
    if words.endswith("型") and _hub(row, i):
        return True
    part_of_it = _QUARTER.fullmatch(rest) is not None or is_proper(rest)
    return len(rest) <= 4 and (part_of_it or (len(rest) > 1 and _is_of_stations(row)))
