"""What is done in each of several places: 在|甲区、乙镇|开展|热电联产示范; 甲开发区、乙园区|全部完成|循环化改造.

Each place has a project of its own. A trial may be anywhere; works that are told only by where they are need a park.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Item, Part, ProjectMention, is_bare, project
from policygraph.find.works import is_hollow, is_work

_HOW = "(?:先行|率先|分别|积极|全面|逐步|优先|探索|同步|均|全部|共同)*"
_TRIED_IN = re.compile(
    rf"(?:(?:支持|推动|推进|鼓励|选择|探索|率先|优先|积极)*在)?(?P<where>[^，；]{{2,}}?)(?:等(?:地区?|区域|[市县区州镇])?)?{_HOW}"
    r"(?:开展|实施|布局|建设|打造)(?P<what>[^，；、]{4,24}?(?:试点|示范|示范场景|应用场景|试验))(?:工作|建设)?"
)
_DONE_IN = re.compile(rf"(?P<where>[^，；]{{4,}}?){_HOW}(?:完成|实施|开展)(?P<what>[^，；、]{{4,16}})")
_JOINT = re.compile("[、和及与]|以及")
_PARK = re.compile("[一-鿿]{2,}(?:园区|开发区|产业园|工业园|集聚区)")
_TRIAL = re.compile("(?:先行|改革|应用|技术)*(?:试点|示范|场景|试验)+$")
_SHORTEST = 4  # 低碳试点 says nothing of what is tried


def sited(part: Part) -> list[ProjectMention]:
    """The projects of a part that names two places or more and what is done in each; else none."""
    if sum(isinstance(a, PlaceMention) for a in part.anchors) < 2:
        return []
    tried = _TRIED_IN.fullmatch(part.text, part.start, part.end)
    if tried and len(_TRIAL.sub("", tried["what"])) >= _SHORTEST:
        return _at_each(part, tried, parks=False)
    done = _DONE_IN.fullmatch(part.text, part.start, part.end)
    if done and is_work(done["what"]) and not is_hollow(done["what"]):
        return _at_each(part, done, parks=True)
    return []


def _at_each(part: Part, match: re.Match[str], *, parks: bool) -> list[ProjectMention]:
    items = list(_items(part, *match.span("where")))
    if len(items) < 2 or not all(_is_place(part, item, parks=parks) for item in items):
        return []
    what = part.clean.words(*match.span("what"))
    return [
        project(part, item.start, part.end, part.clean.words(item.start, item.end) + what, (item,)) for item in items
    ]


def _items(part: Part, begin: int, end: int) -> Iterator[Item]:
    at = begin
    for joint in [*_JOINT.finditer(part.text, begin, end), None]:
        stop = joint.start() if joint else end
        yield Item(at, stop, tuple(a for a in part.anchors if at <= a.start and a.end <= stop))
        at = joint.end() if joint else end


def _is_place(part: Part, item: Item, *, parks: bool) -> bool:
    """Whether an item is nothing but a place, and a park where `parks`."""
    kinds = {a.kind for a in item.anchors if isinstance(a, PlaceMention)}
    if not item.anchors:
        return parks and _PARK.fullmatch(part.text, item.start, item.end) is not None
    return len(kinds) == len(item.anchors) and is_bare(part, item) and (not parks or kinds == {"park"})
