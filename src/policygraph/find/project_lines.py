"""Lines in a row: 建设伊宁至阿克苏、酒泉至额济纳|等铁路, 推进瑞金至梅州、黔桂增建二线|铁路前期工作.

Each is a project of its own; what kind of line it is may stand behind the last for all. No list of places need know the ends.
"""

from __future__ import annotations

import itertools
import re

from policygraph.find.edges import lead_length
from policygraph.find.project_parts import Item, Part, ProjectMention, project

_KIND = (
    r"(?:国家高速公路|高速公路|高速铁路|客专|城际铁路|市域铁路|货运铁路|铁路|高铁|城际|高速|快速路|一级公路|公路|国道|航道|运河|输油管道|输气管道|天然气管道"
    r"|输氢管道|管道|管线|特高压直流(?:工程|通道)|特高压(?:工程|通道)|直流通道|(?:特高压|绿电|清洁能源|新能源|电力)?(?:外送|输电|输送)通道|输电工程|通道|(?:新能源|清洁|绿色)?(?:运输|货运|公交)?示范线路|[一-鿿]{2,6}专线|专用线|扩能线|联络线|连接线|支线|复线|二线|轨道交通)"
)
_STAGE = r"(?:(?:[一二三]期)?(?:工程|项目)|新建工程|改扩建工程|扩容(?:改造)?|扩能(?:改造)?|改扩建|改造)?"
_SIGN = "(?!等)[一-鿿（）]"
_LINE = re.compile(
    rf"[一-鿿A-Z\d（）]{{2,16}}?(?:经(?:{_SIGN}){{2,6}}?)?(?:[至—-]|(?<!直)(?<![送输提])到(?![达位底期]))(?:{_SIGN}){{2,10}}?(?P<kind>{_KIND}(?:[一-鿿]{{2,6}}段)?{_STAGE})?"
)
_OTHER = re.compile(rf"[一-鿿A-Z\d（）]{{2,14}}?{_KIND}(?:[一-鿿]{{2,6}}(?:至[一-鿿]{{2,6}}?)?段)?{_STAGE}")
_CLOSES = re.compile(
    rf"(?:等?(?:\d+|[两三四五六])[条个]|等)?(?P<kind>(?:(?:国家)?{_KIND}{_STAGE})?)(?:建设|前期工作|尽早|尽快|投产|重大|重点|项目|工程|开工|(?:20\d\d年|年)[内底]?前?|建成|通车|投运|投用|贯通|全线|规划|等|前期|研究|实施|提速|(?:(?!推进)[一-鿿]){{0,6}}推进){{0,8}}$"
)
_JOINT = re.compile("[、和及]")
_NO_LINE = re.compile("以上|以下|港至|从|由|航线|等级|[省市县]至[省市县](?:级|直)|人民|政府")


def lines(part: Part) -> list[ProjectMention]:
    """The lines that a part names side by side, two at least that run from one place to another; else none."""
    text = part.text
    runs = any(text.find(sign, part.start, part.end) >= 0 for sign in "至到—-")
    if not runs or text.find("、", part.start, part.end) < 0:
        return []
    begin = part.start + lead_length(text[part.start : part.end])
    joints = (m for m in _JOINT.finditer(text, begin, part.end) if not _within_name(part, m.start()))
    bounds = [begin, *(m.end() for m in joints), part.end + 1]
    spans = [(a, b - 1) for a, b in itertools.pairwise(bounds)]
    closes = _end_of(part, *spans[-1])
    if closes is None or _NO_LINE.search(text, begin, part.end):
        return []
    end, kind = closes
    spans[-1] = (spans[-1][0], end)
    if not all(_LINE.fullmatch(text, a, b) or _OTHER.fullmatch(text, a, b) for a, b in spans):
        return []
    running = [match for a, b in spans if (match := _LINE.fullmatch(text, a, b))]
    if len(running) < 2 or not (kind or all(match["kind"] for match in running)):
        return []
    return [_line(part, a, b, kind) for a, b in spans]


def _within_name(part: Part, at: int) -> bool:
    """Whether the sign at `at` belongs to a listed name: 共|和|—门源."""
    return any(a.start < at < a.end for a in part.anchors)


def _end_of(part: Part, a: int, b: int) -> tuple[int, str] | None:
    """Where the last line's own words end, and what kind all are: 柳州至广州|铁路."""
    for stop in range(a + 5, b + 1):
        closes = _CLOSES.fullmatch(part.text, stop, b)
        if closes and _LINE.fullmatch(part.text, a, stop):
            whole = _OTHER.fullmatch(part.text, a, stop)
            return stop, "" if whole and not closes["kind"] else closes["kind"]
    return None


def _line(part: Part, a: int, b: int, kind: str) -> ProjectMention:
    own = part.clean.words(a, b)
    running = _LINE.fullmatch(part.text, a, b)
    whole = _OTHER.fullmatch(part.text, a, b) or (running and running["kind"])
    name = own if whole else own + part.printed(b, kind)
    anchors = tuple(x for x in part.anchors if a <= x.start < b)
    return project(part, a, part.end, name, (Item(a, b, anchors),))
