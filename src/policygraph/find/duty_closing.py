"""Lists that end a paragraph without brackets: …。市住建局牵头，市城管局配合。 or …，由市住建局牵头，会同市水务局，2025年底前完成。"""

from __future__ import annotations

import re
from dataclasses import replace

from policygraph.clean import Clean
from policygraph.find.duty_list import DutyList, read_list
from policygraph.find.duty_words import ROLE_TAIL
from policygraph.lexicon.departments import is_collective, looks_like_body

_ENDS_SENTENCE = "。；！？\n"
_BY_BODY = re.compile("(?<![自理缘])由(?=[省市县区州国各])")
_TOGETHER = re.compile("牵头，?会同[^，。；：]{2,}$")  # 由市住建局牵头，会同市水务局
_SENTENCE = re.compile("(?<!自)由|要|应(?!急)|[须需]|将(?!乐)")  # 各部门|要|高度重视: within no body's name
_OF_THE_PLAN = re.compile(
    "本(?:实施|行动|工作)?(?:方案|办法|意见|规划|计划|通知|细则|措施)"
)  # 本方案由市发展改革委|组织实施
_DRAWN_UP = ("制定", "制订", "起草", "编制", "解释")  # 细则由市商务局会同市财政局另行|制定
_LONGEST_CLOSING = 300
# 市水务局配合|，2025年底前完成: when, behind those whom a sentence charges
_DUE_BEHIND = re.compile(
    r"，(?:力争|确保|计划|应|须|于|在)*(?:20\d\d年)?(?:年?[底末]|上半年|第?[一二三四]季度|\d{1,2}月(?:\d{1,2}日|[上中下]旬)?[底末]?)?(?:之?前|以前)?"
    r"(?:全部|全面|基本|按期)?(?:完成|建成|落实|办结|见效|投用|竣工|完工)(?:到位|任务|改造|建设)?$"
)
_TOWN = re.compile("[一-鿿]{2,5}(?:[乡镇]|街道)")
_LONGEST_ROLE = 20


def closing(clean: Clean, begin: int, end: int) -> DutyList | None:
    """The list that ends a paragraph without brackets: …。市住建局牵头，市城管局配合。 or …，由市住建局牵头，市城管局配合。"""
    text = clean.text
    stop = end - text.endswith("。", begin, end)
    if due := _DUE_BEHIND.search(text, max(begin, stop - _LONGEST_ROLE), stop):
        stop = end = due.start()
    sentence = max(begin, *(text.rfind(each, begin, stop) + 1 for each in _ENDS_SENTENCE))
    if _OF_THE_PLAN.match(text, sentence, stop) or text.endswith(_DRAWN_UP, sentence, stop):
        return None
    by = _BY_BODY.search(text, sentence + 1, stop)
    for start in (sentence, by.start()) if by else (sentence,):
        ends = ROLE_TAIL.search(text, max(start, stop - _LONGEST_ROLE), stop) or _TOGETHER.search(text, start, stop)
        if stop - start > _LONGEST_CLOSING or not ends:
            continue
        duty = read_list(clean, start, stop)
        if _tells_who(clean, duty):
            start = max(start, text.rfind("，", start, duty.entries[0].start) + 1)  # 推进管网改造，|市住建局牵头
            return replace(duty, start=start, end=end, own_line=start == begin)
    return None


def _may_bear(name: str) -> bool:
    """Whether a name is a body's, or that of a town for its government."""
    return looks_like_body(name) or is_collective(name) or _TOWN.fullmatch(name) is not None


def _tells_who(clean: Clean, duty: DutyList) -> bool:
    """Whether a sentence is a list and nothing else, and one that charges somebody: not 各级各部门认真贯彻落实."""
    names = [clean.text[entry.start : entry.end] for entry in duty.entries]
    if any(map(_SENTENCE.search, names)) or not all(map(_may_bear, names)):
        return False
    told = any(entry.role in ("lead", "responsible") for entry in duty.entries)
    told = told or clean.text.endswith("负责落实", duty.start, duty.end) or not all(map(is_collective, names))
    together = _TOGETHER.search(clean.text, duty.start, duty.end) is not None
    return bool(names) and told and (together or all(entry.stated for entry in duty.entries))
