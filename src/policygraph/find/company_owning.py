"""Firms by names of their own in lists of projects: 实施东方雨虹、美涂士、展辰等项目, 加快衢州【越导】传感器、【渌化】硅氟新材料等项目.

What a firm makes stands behind its name; a reservoir or a railway bears the name of its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policygraph.find.company_forms import trade_end, trades
from policygraph.find.company_lists import items_of
from policygraph.find.company_names import may_be_word_of_firm
from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import one_of
from policygraph.lexicon.regions import Area, area, find_areas

# 实施东方雨虹、美涂士、展辰等项目: whose projects they are, by names that no word is made of
_PROJECTS_OF = re.compile(
    r"等(?:\d+[个项]|\d*[十百千]?[亿万]元(?:以上)?|\d+万元以上|一批|重大|重点|产业|工业|标志性|龙头|招商|优质|大)*(?:项目|工程)"
)
_LIST_BEFORE = re.compile(r"[一-鿿A-Za-z（）\d、]*$")
_LONGEST_LIST = 300
_BETWEEN_JOINTS = re.compile("(?:(?<=[^、])和)?(?P<item>和?[^和、]+)")  # 渌辰和|渌晶, 、|和光同程
_STOP = re.compile("[，。；：\n]")
_NO_PRODUCT = re.compile(
    r"水库|铁路|公路|高速|线路(?!板)|电站|核电|蓄能|风电|水厂|水源|机场|航线|码头|泊位|[桥江河湖馆校院城]$|(?<!电)路$|隧道|灌区|煤矿|景区|水利|[园区镇村]$|变电|输电|千伏|管网|管线|枢纽|流域|治理|整治|修复|种植|养殖|小镇|集群"
)
_GEAR = re.compile("[仪器表具车]$|[a-z]")  # 行车记录仪


@cache
def _product() -> re.Pattern[str]:
    """A name of two to five characters, then what is made: 渌化|硅氟新材料, 越瓴|12英寸硅片."""
    products = one_of(gazetteer("companies")["products"]["words"])
    return re.compile(
        rf"(?P<own>[一-鿿]{{2,5}}?)(?=(?:{products}|\d+(?:\.\d+)?(?:英寸|万?吨|GWh|万[片台套辆只]|亿[片只支]|代线)))"
    )


def owning(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """The firms whose projects a list of [start, end) names, two projects at least, or one in an area."""
    if text.find("项目", start, end) < 0:
        return
    yield from _named_alone(text, start, end, home)
    for begin, stop in _parts(text, start, end):
        items = [each for each in _split(text, begin, stop) if each[1] - each[0] > 4]
        for a, b in items:
            firm = _maker(text, a, b, home, several=len(items) > 1)
            if firm:
                yield firm


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of sentences up to their last 项目."""
    at = start
    while (at := text.find("项目", at, end)) >= 0:
        begin = max(
            start,
            at - _LONGEST_LIST,
            *(text.rfind(sign, max(start, at - _LONGEST_LIST), at) + 1 for sign in "，。；：\n"),
        )
        behind = _STOP.search(text, at, end)
        stop = behind.start() if behind else end
        yield begin, text.rfind("项目", at, stop) + 2
        at = stop


def _named_alone(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """东方雨虹、美涂士、展辰|等项目: the items are names and nothing else, two of them at least."""
    behind = start
    for closes in _PROJECTS_OF.finditer(text, start, end):
        run = _LIST_BEFORE.search(text, max(behind, closes.start() - _LONGEST_LIST), closes.start())
        behind = closes.end()
        items = _split(text, run.start(), run.end()) if run else ()
        spans = [each for each in items if _is_name(text[slice(*each)], home)]
        if len(spans) > 1:
            yield from spans


def _is_name(name: str, home: Area | None) -> bool:
    """渌辰, or 渌辰|机械: a word of its own, with a trade behind it or none."""
    own = trade_end().sub("", name)
    return may_be_word_of_firm(own, home) and _GEAR.search(name) is None


def _split(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The items between 、 and 和 of the list at [begin, end)."""
    for a, b in items_of(text[begin:end], begin):
        for part in _BETWEEN_JOINTS.finditer(text, a, b):
            yield part.span("item")


def _maker(text: str, a: int, b: int, home: Area | None, *, several: bool) -> tuple[int, int] | None:
    """The firm that the item at [a, b) opens with, behind the area that it stands in: 衢州|越导|智能传感器."""
    areas = find_areas(text[a:b], home)
    here = areas[0][1] if areas and areas[0][0] == 0 else 0
    short = (
        0 if here or area(text[a : a + 2], home) is None else 2
    )  # 长乐|渌力, where 长乐 is no word of the plan's own area
    for located in dict.fromkeys((here, short)):
        match = _product().match(text, a + located, b)
        if match and (located or several) and _makes(match, text[match.end() : b], home):
            traded = _traded().match(text, match.end("own"), b)  # 渌达|化工|60万吨钾肥
            return match.start("own"), traded.end() if traded else match.end("own")
    return None


@cache
def _traded() -> re.Pattern[str]:
    """A trade that ends a firm's name: what it makes stands behind it, or nothing at all."""
    return re.compile(rf"{trades()}(?=\d|等|$)")


def _makes(match: re.Match[str], product: str, home: Area | None) -> bool:
    """Whether a name of its own stands before what a firm makes."""
    own = match["own"]
    ordinary = trade_end().fullmatch(own) or _NO_PRODUCT.search(product.removesuffix("项目"))
    return not ordinary and may_be_word_of_firm(own, home)
