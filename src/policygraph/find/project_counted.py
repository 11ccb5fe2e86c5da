"""Lists of works that say how many they are: 实施|渌江锁边固沙、望镇草原补播、越河两岸围封|三个重点工程.

As many names as the number says are projects, whatever is done, where each has a place, a firm or a word of its own.
"""

from __future__ import annotations

import re

from policygraph.find.edges import lead_length
from policygraph.find.project_parts import Item, Part, ProjectMention, items_of, project
from policygraph.lexicon.ordinary import opens_proper
from policygraph.numbering import number_of

_COUNTED = re.compile(
    r"(?:等)?(?P<count>[两二三四五六七八九十]|\d{1,2})(?:个(?P<sort>[一-鿿“”]{0,8}?)(?:项目|工程|任务)|项[一-鿿]{0,2}(?:工程|任务|项目)?)"
    r"(?:的)?(?:建设|实施|落地|开工|投产)?$"
)
_NO_WORKS = re.compile("(?:企业|公司|集团|地区|行业|领域|园区|开发区|[县市区镇乡村])$")
_SHORTEST = 6


def counted(part: Part) -> list[ProjectMention]:
    """The projects of such a list; none where the numbers differ or an item has nothing of its own."""
    told = _COUNTED.search(part.text, part.start, part.end)
    if told is None or "、" not in part.text[part.start : told.start()]:
        return []
    row = part._replace(end=told.start(), anchors=tuple(a for a in part.anchors if a.end <= told.start()))
    items = items_of(row, part.start + lead_length(part.text[part.start : told.start()]))
    if len(items) < 2 or len(items) != number_of(told["count"]) or not all(_is_works(part, item) for item in items):
        return []
    return [project(part, item.start, item.end, part.clean.words(item.start, item.end), (item,)) for item in items]


def _is_works(part: Part, item: Item) -> bool:
    """Whether an item is long enough to say what is done, and where or by whom."""
    words = part.text[item.start : item.end]
    if len(words) < _SHORTEST or _NO_WORKS.search(words):
        return False
    return bool(item.anchors) or opens_proper(words)
