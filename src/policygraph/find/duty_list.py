"""One list of bodies, read word by word: which role word governs which body.

市发展改革委牵头，市财政局、市商务局等按职责分工负责 gives a lead and two responsible bodies, and is open (等). Bodies wait for the
role word behind them; a label before them (配合单位：) governs to the end of its part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from policygraph.clean import Clean
from policygraph.find.duty_items import halves, items, names
from policygraph.find.duty_words import (
    BEFORE_SIGN,
    FIRST_LEADS,
    FOR_ALL,
    LABEL,
    MARKED,
    OPEN_TAIL,
    OPEN_WITHIN,
    ROLE_TAIL,
)
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
_CHARGED: dict[str | None, Role] = {
    "责任": "responsible",
    "负责": "responsible",
    "牵头": "lead",
    "配合": "support",
    "参与": "support",
}
# 市级相关部门 and 各金融机构 leave open who is meant; 各区人民政府 is a definite set
_NOT_COUNTED = re.compile(r"有关|相关|^各.*(?:部门|机构|企业|院校|高校|协会)")


# 市交通局、市财政局；|各责任单位|按职责分工负责: those who were named, once more
_THE_NAMED = re.compile("各?(?:有关|相关)?(?:责任|牵头|主责|配合)(?:单位|部门)")


class Entry(NamedTuple):
    """One body in a list, as printed at [start, end) of the clean text. `stated`: the role word itself is printed."""

    start: int
    end: int
    role: Role
    stated: bool = True


@dataclass(frozen=True, slots=True)
class DutyList:
    """A whole list; `start` and `end` take in its brackets or its label.

    `first_leads`: this list states that the first-listed, or those before a sign, lead from here on. `for_all`: the bodies that a rule such as
    以下均需…落实，不再列出 charges with every clause that follows. `own_line`: nothing but the list stands in its paragraph.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    open: bool = False
    first_leads: bool = False
    for_all: tuple[Entry, ...] = ()
    own_line: bool = False


def surface(clean: Clean, entry: Entry) -> str:
    """The body's name as printed, without a page number that broke into it."""
    return _without_page_number(clean.words(entry.start, entry.end))


@lru_cache(maxsize=16384)
def _without_page_number(words: str) -> str:
    return _PAGE_NUMBER.sub("", words)


@dataclass(slots=True)
class _Reading:
    """What has been read of one list so far: bodies wait for the role word that governs them."""

    label: Role | None
    label_stated: bool
    silent: bool = False  # behind 责任领导： or 完成时限：, where no body stands
    is_open: bool = False
    waiting: list[Entry] = field(default_factory=list)
    done: list[Entry] = field(default_factory=list)

    def add(self, start: int, end: int, role: Role | None = None) -> None:
        entry = Entry(start, end, role or "responsible")
        if role:
            self.done.append(entry)
        else:
            self.waiting.append(entry)

    def govern(self, role: Role, *, stated: bool = True) -> None:
        self.done.extend(entry._replace(role=role, stated=stated) for entry in self.waiting)
        self.waiting.clear()


def read_list(clean: Clean, begin: int, end: int, *, role: Role | None = None, stated: bool = False) -> DutyList:
    """Reads [begin, end) as a list of bodies; `role` is that of the column or label that it stands under."""
    reading = _Reading(role, stated)
    text = clean.text[begin:end]
    rule = None
    if "牵头" in text or "主办" in text:
        rule = BEFORE_SIGN.search(text) or MARKED.search(text) or FIRST_LEADS.search(text)
    first_leads = rule is not None
    if rule:
        text = _blanked(text, *rule.span())
    for_all: tuple[Entry, ...] = ()
    everybody = FOR_ALL.search(text)
    if everybody:
        charged = _CHARGED.get(everybody["label"] or everybody["role"], "implement")
        first, last = everybody.span(next(k for k in ("included", "bodies", "concerned") if everybody[k]))
        inner = read_list(clean, begin + first, begin + last, role=charged)
        for_all = tuple(entry._replace(role=charged, stated=True) for entry in inner.entries)
        text = _blanked(text, *everybody.span())
    for a, b in items(clean, text, begin):
        _read_item(text[a:b], begin + a, reading)
        if text[b : b + 1] in ("；", "。") and reading.label:
            reading.govern(reading.label)  # 配合单位：A、B；C负责落实 : the label ends here
    reading.govern(reading.label or "responsible", stated=reading.label_stated)
    entries = sorted(reading.done, key=lambda entry: entry.start)
    bodies = [entry for entry in entries if not _THE_NAMED.fullmatch(clean.text, entry.start, entry.end)]
    entries = bodies or entries
    named = {(clean.text[entry.start : entry.end], entry.role) for entry in entries}
    entries += [entry for entry in for_all if (clean.text[entry.start : entry.end], entry.role) not in named]
    return DutyList(begin, end, tuple(entries), reading.is_open, first_leads, for_all)


def _blanked(text: str, a: int, b: int) -> str:
    """`text` with stops in place of a rule that stands in it, and of the brackets around that rule."""
    if text[a - 1 : a] == "（" and text[b : b + 1] == "）":
        a, b = a - 1, b + 1
    return text[:a] + "，" * (b - a) + text[b:]


def _read_item(item: str, at: int, reading: _Reading) -> None:
    """One stretch between separators, which begins at `at`: bodies, a role word, a label, or nothing that counts."""
    said = _said(item)
    if said.label:
        reading.govern(reading.label or "responsible", stated=reading.label_stated)
        reading.silent = said.label == "nobody"
        reading.label = None if said.label == "nobody" else said.label
        reading.label_stated = True
    for half in () if reading.silent else said.halves:
        reading.is_open |= half.open
        for start, end, role in half.names:
            reading.add(at + start, at + end, role)
        if half.role:
            reading.govern(reading.label if reading.label and half.role == "responsible" else half.role)


class _Half(NamedTuple):
    """市商务局牵头: names, each at [start, end) of its item and with a role where one is noted behind it, and what governs them."""

    names: tuple[tuple[int, int, Role | None], ...]
    open: bool
    role: Role | None


class _Said(NamedTuple):
    """What one item of a list says: the role of the label that opens it, then its halves."""

    label: Role | Literal["nobody"] | None
    halves: tuple[_Half, ...]


@lru_cache(maxsize=16384)  # the same bodies stand in list after list
def _said(item: str) -> _Said:
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
        return _Said(role, ())
    return _Said(role, tuple(_half(item, a, b) for a, b in halves(item, begin, len(item))))


def _half(item: str, a: int, b: int) -> _Half:
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
    return _Half(tuple(read), is_open, tail.lastgroup if tail else None)  # type: ignore[arg-type]


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
    if (len(name) < 2 and name not in _TOWNS) or len(name) > 45 or _NO_NAME.search(_without_page_number(name)):
        return None
    return a, b, None
