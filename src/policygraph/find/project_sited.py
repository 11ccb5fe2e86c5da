"""The same works in each of several parks: 甲示范区、乙开发区、不锈钢园区|全部完成|循环化改造."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Item, Part, ProjectMention, is_bare, project
from policygraph.find.works import is_hollow, is_thing, is_work
from policygraph.lexicon.ordinary import proper_part
from policygraph.numbering import number_of

_DONE_IN = re.compile(
    "(?P<where>[^，；]{4,}?)(?:先行|率先|分别|积极|全面|逐步|同步|均|全部|共同)*(?:完成|实施|开展)(?P<what>[^，；、]{4,16})"
)
# 在越川经开区、渌州汽车城|布局|重卡换电站
_BUILT_IN = re.compile(
    "在(?!建)(?P<where>[^，；]{4,}?)(?:等地?)?(?:规划建设|布局建设|布局|建设|新建|增设|设立)(?P<what>[^，；、]{4,16})"
)
_JOINT = re.compile("[、和及与]|以及")
_BUILT_AT = re.compile(
    r"(?:[^，；]{0,6}?)在(?!建)(?P<where>[^，；在]{2,60}?)(?:新建|新增|建设|增设|建成|改建)(?P<count>\d{1,2}|[一两三四五六七八九])[座处个家所](?P<what>[^，；、\d]{3,16})"
)
_TRADE_CITY = ("汽车城", "科技城", "航空城")  # 渌州|汽车城
_PARK = re.compile(f"[一-鿿]{{2,}}(?:{'|'.join(_TRADE_CITY)}|园区|开发区|产业园|工业园|集聚区)")


def sited(part: Part) -> list[ProjectMention]:
    """The projects of a part that names two parks or more and what is done in each, or as many sites as are built there."""
    if one_each := _BUILT_AT.fullmatch(part.text, part.start, part.end):
        return _one_each(part, one_each)
    if not any(isinstance(a, PlaceMention) and a.kind == "park" for a in part.anchors):
        return []
    done = _DONE_IN.fullmatch(part.text, part.start, part.end) or _BUILT_IN.fullmatch(part.text, part.start, part.end)
    built = done is not None and (is_work(done["what"]) or (done.re is _BUILT_IN and is_thing(done["what"])))
    if done is None or not built or is_hollow(done["what"]):
        return []
    items = list(_items(part, *done.span("where")))
    if len(items) < 2 or not all(_is_park(part, item) for item in items):
        return []
    what = part.clean.words(*done.span("what"))
    return [
        project(part, item.start, part.end, part.clean.words(item.start, item.end) + what, (item,)) for item in items
    ]


def _one_each(part: Part, built: re.Match[str]) -> list[ProjectMention]:
    """在望川路、渌北市场、青岭公园新建|3|座人行天桥: one at each, where a site with a word of its own is among them."""
    items = list(_items(part, *built.span("where")))
    own = any(item.anchors or proper_part(part.text[item.start : item.end]) for item in items)
    if not own or len(items) < 2 or len(items) != number_of(built["count"]) or not is_thing(built["what"]):
        return []
    what = part.clean.words(*built.span("what"))
    return [
        project(part, item.start, part.end, part.clean.words(item.start, item.end) + what, (item,)) for item in items
    ]


def _items(part: Part, begin: int, end: int) -> Iterator[Item]:
    at = begin
    for joint in [*_JOINT.finditer(part.text, begin, end), None]:
        stop = joint.start() if joint else end
        yield Item(at, stop, tuple(a for a in part.anchors if at <= a.start and a.end <= stop))
        at = joint.end() if joint else end


def _is_park(part: Part, item: Item) -> bool:
    """Whether an item is nothing but a park, by the list or by its last word."""
    if not item.anchors or part.text.endswith(_TRADE_CITY, item.start, item.end):
        return _PARK.fullmatch(part.text, item.start, item.end) is not None
    return is_bare(part, item) and all(isinstance(a, PlaceMention) and a.kind == "park" for a in item.anchors)
