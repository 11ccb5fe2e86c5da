"""Rivers, lakes and channels in a row, each put in order: 实施清溪河、白渌港、老荡湖整治等工程, 完成新渌河拓浚、北荡退圩还湖工程.

No list of waters need know them: a water is told by its last sign behind a name of its own. What an area has many of
(中小河流, 农村河道) is none, and a row of which nothing says what is done to it is a list of waters and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.find.edges import lead_length
from policygraph.find.project_parts import Item, Part, ProjectMention, project
from policygraph.find.works import without_tail
from policygraph.lexicon.ordinary import proper_part

_SIGNS = "河江湖港浦泾塘渠溪沟荡圩"
_DONE = (
    r"(?:河道)?(?:退圩还湖|综合治理|综合整治|系统治理|提升治理|防洪治理|河道治理|河道整治|清淤疏浚|清淤整治|清淤|疏浚|拓浚(?:延伸)?|水环境(?:综合)?(?:治理|整治)"
    r"|生态修复|岸线整治|除险加固|治理|整治)"
)
_WATER = re.compile(
    rf"(?P<name>[一-鿿]{{1,5}}?[{_SIGNS}])(?=[、和及]|{_DONE}|等|工程|项目|$)(?P<done>{_DONE}(?:[一二三]期)?)?(?:(?:工程|项目)(?=[、和及]))?"
)
# a sort of waters, or a stretch of the sentence that only ends in such a sign
_SORT = re.compile(
    "[大中小内外界运江海山长]河$|中小|重点|主要|骨干|农村|乡村|城市|城区|城镇|黑臭|境内|支流|干流|流域|沿|跨|各|全|两|三|通航|行洪|山洪|排水|灌溉|输水|引水|退水|截洪|泄洪|入|出|对|等|的|以|为|与"
    "|[江河湖库]{2}$|^[大中小内外界运江海山长主干支]?[江河湖港]$|码头|港口"
)
_CLOSES = re.compile(
    rf"(?:等)?(?:\d+[条个]|[两三四五六七八九十]+[条个])?(?:(?:重点|主要|骨干)?(?:河道|河流|河湖|水体|水系))?(?P<done>(?:{_DONE})?)(?:等)?(?:重点|重大|骨干)*(?P<kind>(?:工程|项目)?)(?:建设|任务|前期工作|前期)*$"
)
# 渌河引水、甲水库等|重点水源工程: only the sort of waterworks that each of them is
_SORT_OF_WORKS = re.compile(
    "(?:重点|重大|骨干|大型|中型|小型|大中型|控制性|节水|供水|、|和)*(?:水利|水源|引水|调水|引调水|水网)工程"
)
_WATERWORKS = re.compile("[一-鿿]{2,}(?:引水|调水|供水|输水|灌区|水库|水利枢纽)(?:[一二三四][期步])*")
_DIVERSION = re.compile("(?P<own>[一-鿿]{2,4})(?:引水|调水)(?:[一二三四]期)?(?:工程)?")
# 越渌河延伸拓浚|工程
_WORKS_ON_ONE = re.compile(
    rf"(?P<own>[一-鿿]{{2,4}}[{_SIGNS}])(?:(?:延伸|流域|干流|[东西南北两]岸|[一-鿿]{{1,4}}段))*(?:{_DONE}|防洪(?:排涝)?|排涝|控制|截污)(?:[一二三]期)?(?:工程|项目)"
)
_LED = re.compile("实施|完成|启动|开工|开展|推进|加快|续建|抓好")


def is_waterworks(words: str, shared: str) -> bool:
    """Whether `words` name waterworks in full, of which `shared`, that closes the list, says the sort: 甲水库等|水源工程."""
    return _WATERWORKS.fullmatch(words) is not None and _SORT_OF_WORKS.fullmatch(without_tail(shared)) is not None


def is_diversion(words: str) -> bool:
    """Whether `words` name a diversion by a word of its own: 渌河引水."""
    match = _DIVERSION.fullmatch(words)
    return match is not None and proper_part(match["own"]) == (0, len(match["own"]))


def is_works_on_water(words: str) -> bool:
    """Whether `words` name works on a water by a word of its own: 越渌河延伸拓浚工程."""
    match = _WORKS_ON_ONE.fullmatch(words)
    return match is not None and not _SORT.search(match["own"]) and proper_part(match["own"]) == (0, len(match["own"]))


def waters(part: Part) -> list[ProjectMention]:
    """The waters that a part names side by side, two at least, with what is done to each; else none."""
    text = part.text
    if text.find("、", part.start, part.end) < 0 or not any(text.find(c, part.start, part.end) >= 0 for c in _SIGNS):
        return []
    begin = part.start + lead_length(text[part.start : part.end])
    first = text.find("、", begin, part.end)
    begin = max(begin, text.rfind("的", begin, max(begin, first)) + 1)  # 列入计划的|清溪河、白渌港
    if first < 0 or not _LED.search(text, part.start, begin):
        return []
    row = _row(part, begin)
    if row is None:
        return []
    found, closes = row
    told = closes["kind"] or all(match["done"] for match in found)
    if len(found) < 2 or not told or not (closes["done"] or any(match["done"] for match in found)):
        return []
    return list(_each(part, found, closes))


def _row(part: Part, begin: int) -> tuple[list[re.Match[str]], re.Match[str]] | None:
    """The waters from `begin` on, and what closes their list; None where anything else stands among them."""
    found: list[re.Match[str]] = []
    at = begin
    while (match := _WATER.match(part.text, at, part.end)) and not _SORT.search(match["name"]):
        found.append(match)
        if part.text[match.end() : match.end() + 1] not in ("、", "和", "及"):
            closes = _CLOSES.match(part.text, match.end(), part.end)
            return (found, closes) if closes else None
        at = match.end() + 1
    return None


def _each(part: Part, found: list[re.Match[str]], closes: re.Match[str]) -> Iterator[ProjectMention]:
    shared = closes["done"] or (found[-1]["done"] if "等" in closes[0] and found[-1]["done"] else "")
    for match in found:
        done = match["done"] or shared or ""
        anchors = tuple(x for x in part.anchors if match.start() <= x.start < match.end("name"))
        name = part.clean.words(match.start(), match.end("name")) + done + closes["kind"]
        yield project(part, match.start(), part.end, name, (Item(match.start(), match.end(), anchors),))
