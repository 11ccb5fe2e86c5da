"""What one item of a list of bodies says: its label, its names, and the role word that governs them.

市财政局、市商务局等按职责分工负责 names two bodies, leaves the list open (等), and closes with a role word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from policygraph.find.duty_items import halves, names
from policygraph.find.duty_words import LABEL, OPEN_TAIL, OPEN_WITHIN, ROLE_TAIL
from policygraph.find.edges import AREA_AHEAD
from policygraph.lexicon.departments import looks_like_body
from policygraph.model import Role

# 市数据局按职责分工负责|加快产业转型: the next heading ran into the list
_RUN_ON = re.compile(r"按照?(?:各自)?职[责能]分工(?:分别|共同)?负责(?=.)")
# 市财|12|政局; but 第3中学, 中铁12局, 省地质6队
_PAGE_NUMBER = re.compile(
    r"(?<=[\u3400-\u9fff])(?<!第)(?<!中[铁建交冶核])(?<!地质|勘探|水电)\d{1,2}(?=[\u3400-\u9fff（])"
)
# 和县财政局 opens no item with a joint; 和县级部门 does
_CONNECTIVE = re.compile(
    rf"^(?!{AREA_AHEAD}|和县(?![级直域区市]))(?:(?:这|该|此|本)项工作由|由|请|并|以及|及其?|和|与|会同|联合|其中|同时|另由|一并|再由|主要由|涉及(?![^，、]*的)|以(?=.+为主$))(?=.{{2}})"
)
_LONGEST_TAIL = 80
_MARKS = " \v*#★☆▲△※●◆"
_DOES = re.compile(
    "等(?:有关|相关|部门|单位|部委)+(?=研究|提出|制定|起草|拟订|编制|组织|开展|做好)"
)  # 粮食局等部门|研究提出意见
_ORDINAL = re.compile(r"(?:[①-⑳]|\d{1,2}[.、）])(?=.{2})")  # ①市商务局；②市财政局
_NOBODY = re.compile(
    r"^[/\\-]*$|^无$|^暂无$|^同上$|^下同$|^不再列出$|.*(?:年|月)底?前?(?:完成|启动)?$|^(?:年内|近期|立即|尽快)?(?:长期|持续|全年|每年|推进|落实).*|.*\d{4}年.*|^\d{1,2}月.*|^按(?:进度|计划|时序|要求|期).*"
)
_BY_DATE = re.compile(r"[于在]?20\d\d年(?:\d{1,2}月)?[底末]?(?:之?前)?(?:全面|基本)?(?:完成|启动|落实)?$")
_NO_NAME = re.compile(r"[。！？《》%＋+=<>]|\d{3,}|以下简称|等方面|印发|发布|修订|^“[^”]*”?$|^[^“]*”")
_EXPLAINED = re.compile(
    r"[（〈](?:不?含|包括|包含|以?下统?简?称|简称)[^（）〈〉]*[）〉]$"
)  # 各区政府（含高新区管委会，下同）
_BY_DUTY_ALONE = re.compile(r"（按照?(?:各自)?(?:职责|职能|责任)(?:分工)?）$")  # 市商务局|（按职责分工）
_ANNOTATION = re.compile(r"（(牵头|配合|负责|参与|协助|落实|责任|主办|协办)(?:单位|部门)?）$")
_ANNOTATED: dict[str, Role] = {
    "牵头": "lead",
    "主办": "lead",
    "负责": "responsible",
    "责任": "responsible",
    "落实": "implement",
}
_TOWNS = ("镇", "乡")  # 街道、镇
# 市级相关部门 and 各金融机构 leave open who is meant; 各区人民政府 is a definite set
_NOT_COUNTED = re.compile(r"有关|相关|^各.*(?:部门|机构|企业|院校|高校|协会)")


@lru_cache(maxsize=16384)
def without_page_number(words: str) -> str:
    """A name without a page number that broke into it."""
    return _PAGE_NUMBER.sub("", words)


class Half(NamedTuple):
    """市商务局牵头: names, each at [start, end) of its item and with a role where one is noted behind it, and what governs them."""

    names: tuple[tuple[int, int, Role | None], ...]
    open: bool
    role: Role | None


class Said(NamedTuple):
    """What one item of a list says: the role of the label that opens it, then its halves."""

    label: Role | Literal["nobody"] | None
    halves: tuple[Half, ...]


@lru_cache(maxsize=16384)  # the same bodies stand in list after list
def said(item: str) -> Said:
    """What `item`, a stretch between separators, says."""
    label = LABEL.match(item)
    role: Role | Literal["nobody"] | None = None
    begin = 0
    if label and label["colon"]:
        group = next(k for k, v in label.groupdict().items() if v and k not in ("open", "colon"))
        role = group  # type: ignore[assignment]
        begin = label.end()
    item = item[:begin] + item[begin:].rstrip("：")
    dated = _BY_DATE.search(item, begin + 2)  # 市商务局|2027年底前完成
    if dated and looks_like_body(item[begin : dated.start()]):
        item = item[: dated.start()]
    if begin == len(item) or _NOBODY.match(item, begin):
        return Said(role, ())
    return Said(role, tuple(_half(item, a, b) for a, b in halves(item, begin, len(item))))


def _half(item: str, a: int, b: int) -> Half:
    # 市商务局|（市财政局配合）: what the bracket says holds for its own bodies alone
    if item[a] == "（" and item[b - 1] == "）":
        inner = _half(item, a + 1, b - 1)
        return inner._replace(names=tuple((d, e, noted or inner.role) for d, e, noted in inner.names), role=None)
    while match := _CONNECTIVE.match(item[a:b]):
        a += match.end()
    ran_on = _RUN_ON.search(item, a + 1, b)
    b = ran_on.end() if ran_on else b
    tail = ROLE_TAIL.search(item, max(a, b - _LONGEST_TAIL), b)
    if tail and tail.start() > a and looks_like_body(item[a:b]) and not looks_like_body(item[a : tail.start()]):
        tail = None  # a body whose name ends in such a word
    does = None if tail else _DOES.search(item, a, b)
    c = tail.start() if tail else does.end() if does else b
    within = OPEN_WITHIN.search(item[a:c])
    spans = list(names(item, a, a + within.start())) if within else []
    a += within.end() if within else 0
    opened = OPEN_TAIL.search(item[a:c])
    spans += names(item, a, a + opened.start() if opened else c)
    read = [name for d, e in spans if (name := _name(item, d, e))]
    is_open = bool(within or opened) or any(_NOT_COUNTED.search(item[d:e]) for d, e, role in read if role is None)
    return Half(tuple(read), is_open, tail.lastgroup if tail else None)  # type: ignore[arg-type]


def _name(item: str, a: int, b: int) -> tuple[int, int, Role | None] | None:
    """Where the name in [a, b) stands, with the role noted in a bracket behind it; None where it names nobody."""
    while a < b and item[a] in _MARKS:
        a += 1
    a = ordinal.end() if (ordinal := _ORDINAL.match(item, a, b)) else a
    while b > a and (item[b - 1] in _MARKS or (item[b - 1] == "）" and "（" not in item[a:b])):
        b -= 1
    name = item[a:b]
    if _NOBODY.match(name):
        return None
    if explained := _EXPLAINED.search(name) or _BY_DUTY_ALONE.search(name):
        b = a + explained.start()
        name = item[a:b]
    noted = _ANNOTATION.search(name)
    if noted:
        return a, a + noted.start(), _ANNOTATED.get(noted[1], "support")
    if (len(name) < 2 and name not in _TOWNS) or len(name) > 45 or _NO_NAME.search(without_page_number(name)):
        return None
    return a, b, None
