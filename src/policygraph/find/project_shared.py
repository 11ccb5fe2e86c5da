"""Names that no list knows, and what closes their list for all: 实施|冷江雨巷、望浦源、青溪老街|等公园绿地建设.

Where every name of a list is a word of its own, or such a word with a road or a square behind it, each is a project with the works
that stand behind 等. What sort they are of (等区域的) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policygraph.find.edges import lead_length
from policygraph.find.place_nouns import nouns
from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Item, Part, ProjectMention, project
from policygraph.find.works import is_thing, is_work, says_nothing, without_tail
from policygraph.lexicon.ordinary import proper_part

_BUILDS = re.compile("建设|推进|推动|实施|打造|开展|完成|加快|新建|改造|提升|启动|开工|完善|创建|布局|谋划")
_CLOSES = re.compile(
    r"(?<![高中初平同])等(?P<sort>(?:\d+[个处条座家]|[一二两三四五六七八九十]+[个大])?(?:重点|主要|核心|骨干|沿线)*"
    r"(?:区域|地区|路段|片区|地段|点位|河道|道路|街区|场所|高校|院校|园区|处)?的?)(?P<works>[^，；。、]{2,24})$"
)
_DONE = re.compile(
    "(?:建设|改造|提升|贯通|整治|治理|修复|保护|更新|开发|完善|优化|扩容|扩建|续建|新建|联通|互通|共享|开放|转型|打造)$"
)
_NO_WORKS = re.compile(
    "(?:地(?![下铁面])|流域|开展|深化|建设|实施|推进|推动|布局|打造|加强|提升|完善|渠道|企业|单位|部门)|.*(?:机制|制度|能力|体系|队伍|标准|政策|规划|意识|水平|改革|合作|联盟|集群|产业链|市场|布局|格局|作用|工作)(?:建设)?$"
)
_JOINTS = re.compile("[、和及与]")
_LEAD = re.compile("沿线|(?<=沿)线|一批|周边")
_LONGEST = 10


def with_shared(part: Part, found: Sequence[ProjectMention]) -> list[ProjectMention]:
    """`found` with the names of a closed list that no other reading took."""
    taken = [project.name for project in found]
    return [*found, *(each for words, each in _shared(part) if not any(words in name for name in taken))]


def _shared(part: Part) -> Iterator[tuple[str, ProjectMention]]:
    """Each name with its project."""
    closes = _CLOSES.search(part.text, part.start, part.end)
    if closes is None or _BUILDS.search(part.text, part.start, part.end) is None:
        return
    works = without_tail(closes["works"])
    made = is_work(works) or is_thing(works) or (_DONE.search(closes["works"]) and len(works) > 3)
    if not made or says_nothing(works) or _NO_WORKS.match(closes["works"]):
        return
    names = list(_names(part, closes.start()))
    if len(names) < 2 or not all(_is_own(part.text[a:b]) or _is_known(part, a, b) for a, b in names):
        return
    for a, b in names:
        anchors = tuple(anchor for anchor in part.anchors if a <= anchor.start < b)
        words = part.clean.words(a, b)
        name = words + part.printed(closes.start("works"), works)
        yield words, project(part, a, part.end, name, (Item(a, b, anchors),))


def _names(part: Part, end: int) -> Iterator[tuple[int, int]]:
    """Where the names of the list stand that ends at `end`; what leads up to the first is left out."""
    at = part.start
    for joint in [*_JOINTS.finditer(part.text, part.start, end), None]:
        stop = joint.start() if joint else end
        yield at + _lead(part.text[at:stop]), stop
        at = joint.end() if joint else end


def _lead(words: str) -> int:
    at = lead_length(words)
    more = _LEAD.match(words, at)
    return more.end() if more else at


def _is_known(part: Part, a: int, b: int) -> bool:
    return any(isinstance(x, PlaceMention) and (x.start, x.end) == (a, b) for x in part.anchors)


def _is_own(words: str) -> bool:
    """Whether a name is a word of its own: 冷江雨巷, 浦卫|公路."""
    own = proper_part(words)
    if own is None or own[0] or not 2 <= len(words) <= _LONGEST:
        return False
    return own[1] == len(words) or nouns().fullmatch(words, own[1]) is not None
