"""A list as it is read: its items, and the words behind 等 that all of them share: 息烽河、洋水河|等|小流域总磷污染治理.

What a bare name shares with the next is for `project_carried`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Item, Part, chain_end
from policygraph.find.project_roads import is_road
from policygraph.find.works import (
    COUNT,
    is_hollow,
    is_thing,
    is_work,
    says_what,
    without_tail,
)
from policygraph.lexicon.ordinary import is_ordinary
from policygraph.numbering import number_of

# 梁平|等区县, but 平等
_LIST_END = re.compile(r"(?:(?<![高中初同平相对均])|(?<=平)(?=等[区县市省地\d]))等(?!离子|级|量|效|容)")
# 三个|多式联运枢纽, behind the names that it counts
_HOW_MANY = re.compile(r"(?:[一二两三四五六七八九十]|\d+)[个座条处家](?![月性])")
_COUNT = re.compile(
    r"[^\d，]{0,12}?(?P<many>[两三四五六七八九十]|\d{1,2})(?:[个座处条家](?![月性])|大(?=[一-鿿]{2})|(?<=[江河][二三四五六])江(?=水电))(?P<what>[^，]{3,}|项目|工程|平台|子项)"
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
OWN_WORD = 5  # the longest word of its own that makes a name
_WHOLE = 5
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


def counted_from(part: Part, item: Item, end: int) -> int:
    """Where in [item, end) that begins which several share: at the words for how many, else behind the names."""
    chain = chain_end(part, item)
    count = _HOW_MANY.search(part.text, chain, end)
    return count.start() if count else chain


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
