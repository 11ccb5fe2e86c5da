"""Works at several named facilities: 区图书馆、文化馆、海门会展中心|实施灯光音响设备升级; 更新甲码头、乙作业区|岸电设施.

Each of the facilities is a project. No list of places need know them: a school, a pier or a square is told by the noun that its
name ends in, behind an area, a word of its own, or 区 and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.find.edges import lead_length
from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_doers import object_name
from policygraph.find.project_parts import Anchor, Item, Part, ProjectMention, is_proper, project
from policygraph.find.works import is_hollow, is_work, says_nothing, without_tail
from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import one_of, proper_part
from policygraph.lexicon.regions import area

# the verb that leads the list and belongs to the works: 更新|甲码头、乙作业区|岸电设施
_LEADS = re.compile(
    r"(?:[^，、]{0,20}?包括)?(?:加快|积极|推进|推动|支持|全面|有序|逐步|持续|同步|20\d\d年(?:底前)?)*(?P<verb>升级改造|提升改造|提质改造|更新|提升|升级|改造提升|改造|修缮|整治|修复|治理)(?![和与的了、])"
)
_LED = re.compile(
    r"(?:加快|积极|全面|有序|逐步|持续|同步|大力|重点|统筹|组织|20\d\d年[^，、]{0,8}?前?)*"
    r"(?:推进|推动|支持|实施|完成|开展|加快|加强|引导|督促|指导|启动|抓好|对|在)?"
)
_JOINT = re.compile("[、和及与]")
# between the last facility and the works: 等15所学校, 等公共建筑的; 实施
_CLOSES = re.compile(
    r"(?P<etc>(?:等|(?=[两三四五六七八九十][个座处]))(?:(?:\d+|[两三四五六七八九十]+)[个所座家处条]?)?(?:公共建筑|公共机构|学校|院校|医院|医疗机构|景区|公园|小区|商圈|街区|片区|园区|老旧小区|小区|场馆|码头|港区|作业区|河道|水库|站点|单位|重点区域)?(?:\d+[个所座家处])?(?P<whose>的)?)?"
    r"(?P<verb>(?:分别|全面|先行|率先|均)?(?:实施|完成|开展|进行|启动|推进|更新|升级|改造)(?!提升|升级|改造|更新))?"
)
_MANNER = ("更新", "升级", "改造")
_SORT = re.compile("等(?P<sort>老旧小区|景区|商圈|街区|古镇|公园|码头|园区)")
_OLD_HOUSES = "老旧小区"
_NO_MORE = re.compile(f"等?(?:{_OLD_HOUSES})?(?:\\d+[个所座家处])?")
_ANY = re.compile(
    r"^(?:各|全部|所有|重点|相关|有关|其他|大型|新建|既有|一批|有条件|符合条件|农村|乡镇|城市|城镇|公共|沿线|沿江|国家级|省级|市级|县级|部分|主要)"
)
_OF_AREA = re.compile(r"[市县区州省](?:第[一二三四五六七八九十]{1,2})?")
_NO_OWN = re.compile(
    "[等\\d，；]|(?:开发区|高新区|园区|工业园|产业园|[两三四五六七八九十][个座处])$"
)  # 红果经济开发区|园区
_WATER = re.compile("(?:河|江|沟|渠|湖|段|水库)$")
_AT_WATERS = re.compile("设备|设施|监测|站|码头|[桥闸泵]")  # what stands at a river: 综合治理 is another reading's
_ORDINAL = re.compile("第[一二三四五六七八九十]{1,3}")
# 等省级园区|全部实施循环化改造: more of who does it, no part of what is done
_DOES = re.compile("(?:实施|进行|开展|完成)")
_HOUSE = re.compile("(?:中心|馆|医院|学校|分校|学院|中学|小学|幼儿园|院区|校区|公园|广场)$")
_SHORTEST = 4
_LONGEST_NAME = 16
_SHORT_NAME = 4


@cache
def facility_nouns() -> re.Pattern[str]:
    """Any noun that the name of a facility ends in."""
    lists = gazetteer("projects")
    words = [word for section in ("publics", "offices", "facilities") for word in lists[section]["words"]]
    return re.compile(rf"{one_of(words)}(?!(?!能级|提级|升级)[一-鿿]?(?:类|级|型))")


@cache
def _publics() -> re.Pattern[str]:
    return re.compile(one_of([*gazetteer("projects")["publics"]["words"], *gazetteer("projects")["offices"]["words"]]))


def may_name_facilities(part: Part) -> bool:
    """The cheap test of a part that no listed name stands in: whether it could list facilities."""
    return (
        part.text.find("、", part.start, part.end) >= 0
        and facility_nouns().search(part.text, part.start, part.end) is not None
    )


def facilities(part: Part) -> list[ProjectMention]:
    """The projects of a part that names two facilities or more and what is done to each; else none."""
    if not facility_nouns().search(part.text, part.start, part.end):
        return []
    lead = _LEADS.match(part.text, part.start, part.end)
    verb = lead["verb"] if lead else ""
    led = lead or _LED.match(part.text, part.start, part.end)
    begin = led.end() if led else part.start
    begin += lead_length(part.text[begin : part.end]) if not verb else 0
    spans, end = _of_sort(part, begin) if verb else ([], begin)
    if len(spans) < 2:
        spans, end = _names(part, begin)
    if len(spans) < 2:
        return []
    works = _works(part, end, verb)
    waters = [_WATER.search(part.text, a, b) is not None for a, b in spans]
    if works is None or (all(waters) and not _AT_WATERS.search(works)) or (waters[-1] and not any(waters[:-1])):
        return []  # 甲产业园、|乙水库除险加固
    return [
        project(part, a, part.end, name + works, (Item(a, part.end, _within(part, a, b)),))
        for (a, b), name in zip(spans, _in_full(part, spans), strict=True)
    ]


def _within(part: Part, a: int, b: int) -> tuple[Anchor, ...]:
    return tuple(x for x in part.anchors if a <= x.start and x.end <= b)


def _in_full(part: Part, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The names of the facilities, each with what it shares: 区图书馆、|区|文化馆, 第一|水质净化厂|、第九水质净化厂."""
    prefix = ""
    for a, b in spans:
        name = part.clean.words(a, b)
        office = _OF_AREA.match(name)
        if office:
            prefix = office[0]
        elif prefix and _publics().fullmatch(name):
            name = prefix + name
        elif (noun := _last_noun(part, *spans[-1])) and not _last_noun(part, a, b) and not _ORDINAL.fullmatch(name):
            name += noun  # 赤坎老街、金沙湾、|万象|商圈|品质
        elif _ORDINAL.fullmatch(name):
            name += _ORDINAL.sub("", part.clean.words(*spans[-1]), count=1)
        yield name


def _names(part: Part, begin: int) -> tuple[list[tuple[int, int]], int]:
    """The facilities that stand side by side from `begin` on, and where the last of them ends."""
    names: list[tuple[int, int]] = []
    waiting: list[tuple[int, int]] = []
    at, of_area, water = begin, False, False
    while True:
        stop = _item_end(part, at)
        if _ORDINAL.fullmatch(part.text, at, stop):  # 第一、第三、|第九水质净化厂
            waiting.append((at, stop))
            at = stop + 1
            continue
        end = _facility_end(part, at, stop, of_area=of_area, waters=water)
        short = end is None and not water and 2 <= stop - at <= _SHORT_NAME
        if short and (is_proper(part.text[at:stop]) or (not names and area(part.text[at:stop], None))):
            waiting.append((at, stop))
            at = stop + 1
            continue
        if end is None:
            break
        names += [*waiting, (at, end)]
        waiting = []
        water = _WATER.search(part.text, at, end) is not None
        of_area = of_area or _OF_AREA.match(part.text, at, end) is not None
        if end < stop or stop >= part.end:
            return names, end
        at = stop + 1
    return names, names[-1][1] if names else begin


def _last_noun(part: Part, a: int, b: int) -> str:
    """The noun that a facility's name ends in; empty where it has none."""
    nouns = [match for match in facility_nouns().finditer(part.text, a, b) if match.end() == b]
    return part.clean.words(*nouns[-1].span()) if nouns else ""


def _of_sort(part: Part, begin: int) -> tuple[list[tuple[int, int]], int]:
    """Names that only the words behind them say to be facilities: 淳安千岛湖、江山江郎山|等景区|品质."""
    closes = _SORT.search(part.text, begin, part.end)
    if closes is None:
        return [], begin
    names, at = [], begin
    while at < closes.start():
        stop = part.text.find("、", at, closes.start())
        stop = closes.start() if stop < 0 else stop
        names.append((at, stop))
        at = stop + 1
    own = [part.text[a:b] for a, b in names]
    told = closes["sort"] == _OLD_HOUSES or all(map(proper_part, own))
    if told and all(2 < len(each) <= 10 and not _ANY.match(each) for each in own):
        return names, closes.end() - len(closes["sort"])
    return [], begin


def _item_end(part: Part, at: int) -> int:
    """Where the item that begins at `at` ends: at 、 or at a joint outside of listed names."""
    for match in _JOINT.finditer(part.text, at, part.end):
        inside = any(a.start < match.start() < a.end for a in part.anchors if isinstance(a, CompanyMention))
        if not inside and (match[0] == "、" or facility_nouns().search(part.text, at, match.start())):
            return match.start()
    return part.end


def _facility_end(part: Part, at: int, stop: int, *, of_area: bool, waters: bool) -> int | None:
    """Where the name of a facility ends that the item opens with; None where it opens with none.

    Behind `waters` a water: 通启运河、|青龙河|水质自动监测站.
    """
    for match in reversed(list(facility_nouns().finditer(part.text, at, min(stop, at + _LONGEST_NAME + 6)))):
        own, noun = part.text[at : match.start()], match[0]
        if (
            len(own) > _LONGEST_NAME
            or _NO_OWN.search(own)
            or (waters and not _WATER.search(noun))
            or (match.end() < stop and not _goes_on(part.text, match.end(), stop))
        ):
            continue
        if _is_named(part, at, own, noun) or (of_area and not own and _publics().fullmatch(noun)):
            return match.end()
    return None


def _goes_on(text: str, end: int, stop: int) -> bool:
    """Whether what stands behind a facility in its item may be works: not 码头|工人."""
    return stop - end >= 2 and text[end] not in "（）"


def _is_named(part: Part, at: int, own: str, noun: str) -> bool:
    """Whether `own` makes a facility of `noun` one that can be told from all others."""
    if not own or _ANY.match(own):
        return False
    if _OF_AREA.fullmatch(own):
        return _publics().fullmatch(noun) is not None
    rest = own[1:] if _OF_AREA.match(own) else own
    listed = any(a.start == at and (isinstance(a, PlaceMention) or a.kind != "company") for a in part.anchors)
    return listed or _ORDINAL.match(own) is not None or proper_part(rest) is not None or area(own, None) is not None


def _works(part: Part, end: int, verb: str) -> str | None:
    """What is done to each, as the tail of its name; None where nothing is."""
    closes = _CLOSES.match(part.text, end, part.end)
    begin = closes.end() if closes else end
    words = part.text[begin : part.end]
    if _DOES.search(words) and not (closes and closes["whose"]):
        return None
    if words.startswith("、"):  # 甲大桥、乙片区改造|、丙大桥: each its own
        return None
    if verb and _NO_MORE.fullmatch(words):  # 改造提升|人民公园、北山广场
        return verb
    if verb:
        thing = object_name(words)
        return thing + verb if thing and not is_hollow(thing + verb) and len(thing) <= 20 else None
    doing = closes["verb"] if closes else None
    manner = next((each for each in _MANNER if doing and doing.endswith(each)), "")
    name = without_tail(object_name(words))
    if manner and name and not is_work(name):
        return name + manner if len(name) <= 30 else None
    if (
        len(name) < _SHORTEST - bool(doing)
        or len(name) > 40
        or not is_work(name)
        or is_hollow(name)
        or says_nothing(name)
        or any(_HOUSE.search(each) for each in name.split("、")[:-1])  # 湘雅五医院、|奥体中心、美术馆二期
        or ("、" in name and _within(part, begin, part.end))  # 武夷山国家公园|申遗、泉州古城保护修复
    ):
        return None
    return name
