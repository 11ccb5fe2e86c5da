"""A list as it is read: its items, the words behind 等 that all of them share, and what a bare name shares with the next.

盘州|、钟山|2个试点县屋顶分布式光伏项目; 武汉至宜昌|、襄阳至荆门|高铁; 枫桥镇江南|、店口镇场镇|污水管网二期.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Item, Part, chain_end, is_bare, is_proper, of_company
from policygraph.find.project_roads import is_road, opens_with_number
from policygraph.find.works import (
    COUNT,
    bears_names,
    is_hollow,
    is_thing,
    is_work,
    names_infrastructure,
    says_nothing,
    says_what,
    without_tail,
)
from policygraph.lexicon.ordinary import is_ordinary, proper_part
from policygraph.lexicon.regions import area
from policygraph.numbering import number_of

# 梁平|等区县, but 平等
_LIST_END = re.compile(r"(?:(?<![高中初同平相对均])|(?<=平)(?=等[区县市省地\d]))等(?!离子|级|量|效|容)")
# 三个|多式联运枢纽, behind the names that it counts
_HOW_MANY = re.compile(r"(?:[一二两三四五六七八九十]|\d+)[个座条处家](?![月性])")
_COUNT = re.compile(
    r"[^\d，]{0,12}?(?P<many>[两三四五六七八九十]|\d{1,2})(?:[个座处条家](?![月性])|大(?=[一-鿿]{2})|(?<=[江河][二三四五六])江(?=水电))(?P<what>[^，]{3,}|项目|工程|平台)"
)
# where the name is over and what becomes of it begins: 平台|2025年投入运营
AFTERWARDS = re.compile(
    r"(?<!\d)(?:20\d\d年|于?今年|明年|后年|于?去年|已[于获]|\d{1,2}月(?:\d{1,2}日|底)?前|年[底内]|年消纳)|(?:滚动)?(?:列入|纳入)|已正式|并(?:同步|同时|配套|协同|加快|推进)|获得国家|获得批[复准]|获准|具备[^，]{2,8}条件|(?:主体工程)?基本完工|建成通车|稳定运行|推进顺利|顺利"
)
_AND_THEN = re.compile("并(?:加快|推进|同步)|(?<=项目)(?:加快|加速|尽快|尽早|早日)")  # 等风电场布局|并加快项目落地
# 甲、乙等|采煤沉陷区开展|光伏基地建设: the sort of them, and that they do it
_WHO_DOES = re.compile(
    "^[一-鿿]{2,8}?(?:区|平台|园|带|校|院|馆)(?:率先|全面|分别|积极|因地制宜)*(?:开展|实施|推进)(?=[一-鿿“]{4})"
)
# 等|一批牵引性强、成长性好的|重点项目: what is said of them all
_SAID_OF_THEM = re.compile(
    "^(?:一批)?[^，]{2,30}的(?=(?:重大|重点|标志性|引领性|关键|优质|产业|工业|支撑性|骨干)*(?:项目|工程))"
)
_SITES_ONLY = re.compile("^(?:站点|站址|场址|厂址)(?![一-鿿]{0,2}系统)")  # 甲、乙等|站点|前期工作
_OPENED = re.compile("[（“]")
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
_STATION = re.compile("抽水蓄能(?:电站)?")
_PHASE_ALONE = re.compile("[一二三四五六]期(?:工程|项目)?(?:建设)?")
_REACH = re.compile("[上中下]{1,2}游|两岸|沿岸|沿线")  # 雅砻江下游、金沙江|上游|清洁能源基地
_TOWN = re.compile("[一-鿿]{1,3}?[镇乡]")
OWN_WORD = 5  # the longest word of its own that makes a name
_WHOLE = 5
_FARTHEST = 50  # no list goes on longer with what only its last item says
_LONG = 7


@dataclass(frozen=True, slots=True)
class Row:
    """A list as read: its items, and the words behind 等 that all of them share."""

    part: Part
    items: tuple[Item, ...]
    shared: str
    counted: bool = False  # as many names as the words behind them say: 甲、乙两个超级站


def row_of(part: Part, items: Sequence[Item]) -> Row:
    """The list, cut at 等: 息烽河、洋水河|等|小流域总磷污染治理."""
    for i, item in enumerate(items):
        behind = item.anchors and part.text[item.anchors[0].start - 1] != "等"  # 花硒谷|等|高山避暑康养集聚区
        begin = chain_end(part, item) if behind else item.start + 2
        end = _LIST_END.search(part.text, begin, item.end)
        closes = i >= len(items) - 2 or not any(other.anchors for other in items[i + 1 :])
        if end and closes:
            anchors = tuple(a for a in item.anchors if a.start < end.start())
            last = item._replace(end=end.start(), anchors=anchors)
            return Row(part, (*items[:i], last), _shared(part.text[end.end() : part.end]))
    count = _COUNT.match(part.text, items[-1].start + 2, part.end) if len(items) > 1 else None
    if count and number_of(count["many"]) == len(items):
        cut = count.start("many")
        last = items[-1]._replace(end=cut, anchors=tuple(a for a in items[-1].anchors if a.start < cut))
        counted = (*items[:-1], last)
        return Row(part, counted, _without_kind(part, counted, _shared(part.text[cut : part.end])), counted=True)
    return Row(part, _joined(part, items), "")


def _without_kind(part: Part, items: Sequence[Item], shared: str) -> str:
    """甲片区、乙片区|三个片区改造: 改造, where each item says of what kind it is."""
    rest = COUNT.sub("", shared)
    kinds = (rest[:length] for length in (4, 3, 2))
    kind = next((kind for kind in kinds if all(part.text.endswith(kind, i.start, i.end) for i in items)), "")
    if rest.startswith("园区") and all(part.text.endswith(("园", "园区", "开发区"), i.start, i.end) for i in items):
        kind = "园区"
    return rest.removeprefix(kind) if kind and len(rest) > len(kind) else shared


def _shared(words: str) -> str:
    """What closes a list, without what becomes of the works: 7个大型灌区改造工程|列入国家方案."""
    words = _SITES_ONLY.sub("", words)
    words = _SAID_OF_THEM.sub("", _WHO_DOES.sub("", _AND_THEN.split(words)[0]))
    cut = AFTERWARDS.split(words)[0]
    return cut if says_what(cut) else words


def _joined(part: Part, items: Sequence[Item]) -> tuple[Item, ...]:
    """甲古镇、乙公园|索道、观光车、演艺设备更新: what is done at the last place, in one item with that place."""
    last = max((i for i, item in enumerate(items) if item.anchors), default=len(items))
    behind = [part.text[item.start : item.end] for item in items[last + 1 :]]
    if (
        not behind
        or any(map(is_road, behind))
        or not is_work(without_tail(behind[-1]))
        or not all(map(is_ordinary, behind))
    ):
        return tuple(items)
    words = part.text[items[last].last : items[last].end]
    if not words or says_what(without_tail(words)) or _OPENED.search(words):
        return tuple(items)
    return (*items[:last], items[last]._replace(end=items[-1].end))


def of_sites(item: Item) -> bool:
    """Whether nothing but sites stand in an item: 茂名港大道 says nothing of where the next of the list is."""
    return bool(item.anchors) and all(isinstance(a, PlaceMention) and a.kind == "site" for a in item.anchors)


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


def counted_from(part: Part, item: Item, end: int) -> int:
    """Where in [item, end) that begins which several share: at the words for how many, else behind the names."""
    chain = chain_end(part, item)
    count = _HOW_MANY.search(part.text, chain, end)
    return count.start() if count else chain


def _of_hill(part: Part, item: Item) -> bool:
    """祁连山, before 武夷山国家公园."""
    return of_sites(item) and part.text[item.last - 1] in "山岭" and is_bare(part, item)


def of_areas(item: Item) -> bool:
    """Whether towns and areas open an item, and nothing else of a name stands in it."""
    return bool(item.anchors) and all(isinstance(a, PlaceMention) and a.kind == "admin" for a in item.anchors)


def in_list_of_projects(row: Row, words: str, own: int) -> str | None:
    """What makes a project of a name beside those of firms: 裕龙岛炼化一体化|和万华化学乙烯、东明石化UPC项目; None where nothing."""
    last = without_tail(AFTERWARDS.split(row.part.text[row.items[-1].start : row.items[-1].end])[0])
    if row.shared or not last.endswith("项目") or own > OWN_WORD or len(words) < _WHOLE:
        return None
    if words.endswith("项目"):
        return "" if len(words) > _LONG else None
    if is_work(words):
        return "" if len(words) > _LONG else None
    return None if is_thing(words) or is_hollow(words) else "项目"


def carried_on(row: Row, i: int) -> str:
    """What a bare item shares with the next that is whole: 盘州|、钟山|2个试点县屋顶分布式光伏项目建设."""
    if i < 0 or not _opens(row, i):
        return ""
    joined = row.part.text[row.items[i].end : row.items[i].end + 1] in ("和", "及", "与")
    towns = of_areas(row.items[i]) and all(map(of_areas, row.items))
    if row.shared and not ((joined or towns) and says_nothing(row.shared)):
        return ""
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
            whole = row.part.text[row.items[i].start : row.items[i].end]
            if of_company(row.items[i]) and is_thing(whole) and "与" not in whole:
                break  # 湘雅五医院、|湖南师大附属滨江学校: built, each of them
            begin = counted_from(row.part, item, item.end)
            if _PHASE_ALONE.fullmatch(row.part.text, begin, item.end):
                break  # 甲作业区、|乙港区二期: the phase of the last alone
            reach = row.part.text.endswith(("游", "岸", "沿线"), 0, row.items[i].end) and _REACH.match(
                row.part.text, begin
            )
            works = row.part.text[reach.end() if reach else begin : item.end]
            return _behind_own_word(works[_SIDE.match(works) is not None :])
        if line := _line_of(row, i, item):
            return line
        if not _opens(row, j):
            break
    return ""


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


def _works_behind_own_word(part: Part, item: Item) -> str:
    """盘南、|大湾|低热值煤发电项目: what the names before it share, where the works are of a kind that bears such names."""
    words = without_tail(part.text[item.start : item.end])
    own = proper_part(words)
    rest = words[own[1] :] if own and own[0] == 0 and own[1] <= 4 else ""
    return rest if rest and (names_infrastructure(rest) or bears_names(rest)) else ""


def _is_of_stations(row: Row) -> bool:
    """Whether the list is one of pumped storage, by its last item: 罗田平坦原、|宜昌葛坪抽水蓄能."""
    last = row.items[-1]
    return not row.shared and _STATION.search(row.part.text, last.last, last.end) is not None


def _opens(row: Row, i: int) -> bool:
    item = row.items[i]
    words, rest = row.part.text[item.start : item.end], row.part.text[item.last : item.end]
    quarter = item.anchors and len(rest) <= 4 and (_QUARTER.fullmatch(rest) or is_proper(rest))
    quarter = quarter or (item.anchors and 2 <= len(rest) <= 4 and _is_of_stations(row))  # 罗田|平坦原
    return is_bare(row.part, item) or bool(quarter) or (not item.anchors and is_proper(words) and not is_work(words))
