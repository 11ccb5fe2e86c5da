"""Firms by short names that their neighbours show: 盒马、|东方甄选|等渠道, a trade in a duty list, a shop by its town.

A list that a well-known firm stands in names firms; 海门华润燃气 among those who bear a duty is one; 文峰大世界海门店 is a shop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.find.company_forms import trade_end, trades
from policygraph.find.edges import STOPS, left_edge, name_start
from policygraph.lexicon.ordinary import proper_part
from policygraph.lexicon.regions import Area, find_areas

_LIST_ENDS = "，。；：\n\t（）“”"
_SHOP = re.compile("店(?![铺员面招长家内里头])")
_BANK = re.compile("银行(?![业家卡])(?:[一-鿿]{2,6}?[分支]行)?")
_OPERATOR = re.compile(
    "(?:移动|联通|电信|铁塔|广电)(?:公司)?(?=[、，。；和与及等（\n]|大数据|数据中心|云计算|[一-鿿]{2}大数据)"
)
_OF_OWN = re.compile("公司(?!有限|制|化|治理|债|章程|法)")
_SORT = re.compile(
    "[本该其某每各子母总分孙个家类种]$|项目|参股|控股|合资|合营|独资|上市|跨国|挂牌|初创|担保|租赁|信托|基金|期货|证券|小贷|快递|旅行|环卫|保洁|劳务|中介|经纪|代理|农资|平台|监理"
)
_NO_ITEM = re.compile(
    r"[的等第各与和及]|(?:项目|工程|基地|产业|材料|技术|平台|系统|设备|产品|品牌|模式|园区?|[县市区镇乡村路河湖港线厂]|银行|大学|学院|医院|中心|网络|服务|应用|生态|模型|电池|芯片|汽车零部件|[一二三四五六]期|[吨代钛铝铜锂硅镁]|搬迁|技改|扩能|扩产|改造|整合)$"
)
_PROJECTS = re.compile("等[^，。；、\n]{0,12}?(?:项目|工程)")


def companions(
    text: str, start: int, end: int, home: Area | None, firms: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The other names of a list that closes with 等 and holds one of `firms`, those that are known everywhere."""
    for a, b in firms:
        begin = max(text.rfind(sign, start, a) for sign in _LIST_ENDS) + 1
        begin = max(begin, start)
        close = text.find("等", b, min(end, b + 60))
        words = text[begin:close] if close > 0 else ""
        if "、" not in words or any(sign in words for sign in _LIST_ENDS):
            continue
        items = list(_items(words, begin))
        if (a, b) not in items:
            continue
        projects = _PROJECTS.match(text, close, end) is not None
        names = ((x, y) for x, y in items if (x, y) != (a, b) and _is_name(text[x:y], home))
        yield from ((x, y) for x, y in names if not projects or y - x < 5 or trade_end().search(text, x, y))


def _items(words: str, begin: int) -> Iterator[tuple[int, int]]:
    """The items between 、, the first without what leads up to it."""
    for item in re.finditer("[^、]+", words):
        lead = name_start(item[0]) % len(item[0]) if item.start() == 0 else 0
        yield begin + item.start() + lead, begin + item.end()


def _is_name(name: str, home: Area | None) -> bool:
    proper = proper_part(name)
    return (
        2 <= len(name) <= 6
        and proper is not None
        and (len(name) > 2 or proper == (0, 2))
        and not _NO_ITEM.search(name)
        and not find_areas(name, home)
    )


@cache
def _traded() -> re.Pattern[str]:
    """宝钢湛江钢铁, 海门华润燃气: an item of a list that ends in a trade."""
    return re.compile(rf"(?<![一-鿿A-Za-z])[一-鿿]{{2,8}}?{trades()}(?=[、，；。）\n\t]|$)")


def bearing(text: str, a: int, b: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """The firms of a duty list by a short form: an area and a word of their own before the trade."""
    for match in _traded().finditer(text, a, b):
        areas = find_areas(match[0], home)
        own = match[0]
        for at, stop, _ in reversed(areas):
            own = own[:at] + own[stop:]
        if areas and len(own) >= 4 and proper_part(own) is not None:
            yield match.span()


def city_banks(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """绍兴|银行: a city's or a province's own."""
    for match in _BANK.finditer(text, start, end) if text.find("银行", start, end) >= 0 else ():
        begin = left_edge(text, max(start, match.start() - 10), match.start())
        areas = find_areas(text[begin : match.start()], home)
        if areas and begin + areas[-1][1] == match.start() and areas[-1][2].level in ("province", "prefecture"):
            yield begin + areas[-1][0], match.end()


def operators(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """贵州|移动、: a province's or a city's operator, behind which nothing goes on (贵州移动互联网)."""
    for match in _OPERATOR.finditer(text, start, end):
        begin = left_edge(text, max(start, match.start() - 10), match.start())
        areas = find_areas(text[begin : match.start()], home)
        if areas and begin + areas[-1][1] == match.start():
            lead = text[begin : begin + areas[-1][0]]
            if name_start(lead) == len(lead):
                yield begin + areas[-1][0], match.end()


def own_named(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """通钢|公司: a word of its own behind an edge, and no sort of firm (参股公司)."""
    for match in _OF_OWN.finditer(text, start, end) if text.find("公司", start, end) >= 0 else ():
        begin = left_edge(text, max(start, match.start() - 12), match.start())
        words = text[begin : match.start()]
        begin += name_start(words) % max(1, len(words))
        own = text[begin : match.start()]
        edge = begin == start or text[begin - 1] in STOPS or begin > match.start() - len(words)
        nation = own.startswith("中国") and 2 * (len(own) > 3)  # 中国|海越|公司
        proper = 2 <= len(own) - nation <= 4 and proper_part(own[nation:]) == (0, len(own) - nation)
        if edge and proper and not _SORT.search(own) and not find_areas(own[nation:], home):
            yield begin, match.end()


def shops(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """苏宁易购|海门|店: a name of its own, then an area."""
    for match in _SHOP.finditer(text, start, end) if text.find("店", start, end) >= 0 else ():
        begin = left_edge(text, max(start, match.start() - 12), match.start())
        own = text[begin : match.start()]
        begin += name_start(own) % max(1, len(own))
        own = text[begin : match.start()]
        areas = find_areas(own, home)
        if (
            areas
            and areas[-1][1] == len(own)
            and areas[-1][0] >= 3
            and text[begin - 1 : begin] in ("", *STOPS, *"持励导托在和与及进动")
        ):
            yield begin, match.end()
