"""What is taken away, moved or exchanged, the verb before it: 关停|A公司2台锅炉, 迁建|市特殊教育学校, 消除|甲桥、乙路等易涝积水点.

The name of the project puts the verb behind: A公司2台锅炉关停.
"""

from __future__ import annotations

import re

from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Item, Part, ProjectMention, is_proper, items_of, of_company, project
from policygraph.find.works import COUNT, is_hollow, is_public, is_thing, without_tail
from policygraph.find.years import BY_DATE
from policygraph.numbering import number_of

_UNDOING = re.compile(
    rf"(?:加快|推进|推动|实施|积极|有序|全面|逐步|重点|依法|按期|完成|及|在?{BY_DATE}|(?:20\d\d年)?(?:采暖期|供暖期|取暖期|采暖季|供暖季|汛期|汛)前|年[内底]前?)*"
    r"(?P<verb>关停|关闭|取缔|拆除|迁建|消除|更换|搬迁|改扩建|扩建|改建|重建|修缮|淘汰|提升|升级)(?![了或和、的])"
)
_TO_SIZE = re.compile(r"[至到]\d[\d.]*万?[^、，]{1,8}$")  # 扩建甲厂再生水车间|至10万吨/日
_LIST_END = re.compile("等")
_COUNTED = re.compile(r"(?P<many>\d{1,2}|[两三四五六七八九十])[处个座](?P<what>[一-鿿]{2,8})$")
# 整治|等安全隐患: what all places have
_COMMON = re.compile("隐患|风险|问题|障碍|壁垒|短板|现象|行为|差距|歧视|区域|领域|行业|产能|企业")


def undone(part: Part) -> list[ProjectMention]:
    """The projects of a part that opens with such a verb."""
    match = _UNDOING.match(part.text, part.start, part.end)
    if not match:
        return []
    items = items_of(part, match.end())
    tail = _LIST_END.search(part.text, items[-1].last, part.end)
    counted = None if tail else _COUNTED.search(part.text, items[-1].last, part.end)
    if counted and number_of(counted["many"]) == len(items) > 1:
        return [_counted(part, item, counted, match["verb"]) for item in items]
    shared = COUNT.sub("", without_tail(part.text[tail.end() : part.end])) if tail else ""
    return [
        project(part, item.start, part.end, name + match["verb"], (item,))
        for item in items
        if (name := _name(part, item, shared))
    ]


def _counted(part: Part, item: Item, counted: re.Match[str], verb: str) -> ProjectMention:
    """消除|北渌路桥底、望川立交|两处易涝点: as many sites as are said, whatever they are called."""
    name = part.clean.words(item.start, min(item.end, counted.start()))
    return project(part, item.start, part.end, name + part.clean.words(*counted.span("what")) + verb, (item,))


def _name(part: Part, item: Item, shared: str) -> str | None:
    """What is undone, if an owner, a public body or a name of its own makes it one; `shared` stands behind 等 for all."""
    words = without_tail(_TO_SIZE.sub("", part.text[item.start : item.end].split("等")[0]))
    if not words or len(words) > 40 or is_hollow(words):
        return None
    printed = part.clean.words(item.start, item.start + len(words))
    if (of_company(item) and item.anchors[0].start == item.start) or is_public(words):
        return printed
    site = any(
        isinstance(a, PlaceMention) and a.kind == "site" and (a.start, a.end) == (item.start, item.last)
        for a in item.anchors
    )
    at_site = any(isinstance(a, PlaceMention) and a.kind == "site" and a.start == item.start for a in item.anchors)
    if at_site and is_thing(words) and len(words) > item.last - item.start:  # 渌南污水处理厂|再生水车间
        return printed
    if shared and not _COMMON.search(shared) and len(words) <= 8 and (site or is_proper(words)):
        return printed + shared
    return None
