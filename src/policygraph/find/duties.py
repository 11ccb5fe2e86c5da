"""Lists of bodies with their roles (责任分工), wherever they stand.

（市发展改革委牵头，市财政局、市商务局等按职责分工负责） at the end of a paragraph, 责任单位：… as a line, a table's column 配合单位.
A finder says what is printed: who 市财政局 is, `resolve` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policygraph.clean import Clean, Paragraph
from policygraph.find.duty_items import SEPARATOR
from policygraph.find.duty_list import DutyList, Entry, read_list
from policygraph.find.duty_words import FOR_ALL_SENTENCE, LABEL, ROLE_TAIL
from policygraph.lexicon.departments import is_collective, is_field, looks_like_body
from policygraph.model import ROLES
from policygraph.numbering import numbering
from policygraph.spans import Ordered
from policygraph.tables import DUTY_COLUMNS, Row, Table

_BRACKET = re.compile("[（）]")
# 市商务局、市税务局：|负责…; 其他成员单位：|支持、配合…
_CHARGED = re.compile(
    r"(?P<bodies>[^，。；：（）\n\t]{2,60})(?:（[^（）\n]{2,24}）)?(?P<stop>[：。])"
    r"(?=(?:主要|具体)?(?:负责)?(?:(?P<helps>支持|配合|协助|协同|参与)|牵头|会同|承担|(?<=负责)))"
)
_CHARGED_TOO = re.compile("(?P<bodies>[^，。；：（）\\n\\t]{3,60})(?P<stop>：)(?=[一-鿿])(?P<helps>配合|协助)?")
_DIVISION = re.compile(
    "[一-鿿]{2,16}(?:处|科|处室|科室)(?<!负责处)(?<!好处)(?<!之处)"
)  # of a bureau that shares out its own work
_NUMBER = 8  # no number at the head of a line is longer
_ROLE = re.compile("负责|牵头|配合")
_APART = re.compile(f"[、，；]|{_ROLE.pattern}")
_ROLE_OR_LABEL = re.compile(f"{_ROLE.pattern}|落实|单位：")
_DUTY = re.compile(f"{_ROLE.pattern}|落实|参与|指导|职责|协同|推进")
_BEFORE_LABEL = "。；）\n（【"
_LABEL_WITHIN = re.compile(f"[{_BEFORE_LABEL}]{LABEL.pattern}")
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
_LONGEST_ROLE = 20
_BEFORE_LIST = "。；！？…）："
_BULLETS = "—-★☆●▲■◆※*·•>|"
_BULLET = re.compile(f"[{re.escape(_BULLETS)}]*")  # ——责任单位：


def duty_lists(clean: Clean, tables: Sequence[Table]) -> tuple[DutyList, ...]:
    """Every duty list of a text, in order, none within another."""
    tabled = Ordered(tables)
    found = [duty for table in tables if table.charges for row in table.rows for duty in _of_row(clean, table, row)]
    charged = False  # whether the paragraph before opens with those whom it charges
    for paragraph in clean.paragraphs:
        if tabled.at(paragraph.start) is None:
            here = list(_of_paragraph(clean, paragraph, beside=charged))
            found.extend(here)
            charged = bool(here) and here[0].start == paragraph.start and clean.text[here[0].end - 1] == "："
    return tuple(sorted(found, key=lambda duty: duty.start))


def unread_brackets(
    clean: Clean, stretches: Sequence[tuple[int, int]], lists: Sequence[DutyList]
) -> Iterator[tuple[int, int]]:
    """Brackets that speak of duties and name a body, but that no list claims: for a person to look at."""
    for start, end in stretches:
        for a, b in _brackets(clean.text, start, end):
            words = clean.text[a + 1 : b - 1]
            if not _ROLE.search(words) or any(duty.start < b and a < duty.end for duty in lists):
                continue
            if any(looks_like_body(part) for part in _APART.split(words) if part):
                yield a, b


def _of_row(clean: Clean, table: Table, row: Row) -> Iterator[DutyList]:
    """The bodies of a row: those of a task, or those of a project, whose list is its cells of bodies alone."""
    entries: list[Entry] = []
    is_open = False
    for column in DUTY_COLUMNS:
        for cell in table.cells(row, column):
            part = read_list(clean, cell.start, cell.end, role=column, stated=True)  # type: ignore[arg-type]
            entries.extend(part.entries)
            is_open |= part.open
    entries.sort(key=lambda entry: entry.start)
    if entries and table.assigns:
        yield DutyList(row.start, row.end, tuple(entries), is_open, own_line=True)
    elif entries:
        yield DutyList(entries[0].start, max(entry.end for entry in entries), tuple(entries), is_open)


def _of_paragraph(clean: Clean, paragraph: Paragraph, *, beside: bool) -> Iterator[DutyList]:
    """`beside`: the paragraph before opens with the bodies that it charges."""
    text, begin, end = clean.text, paragraph.start, paragraph.end
    if opening := _opening(clean, begin, end, beside=beside):
        yield opening
        begin = opening.end
    at = begin
    label = _labelled(clean, _BULLET.match(text, at).end(), end)  # type: ignore[union-attr]
    if label is not None and not text[begin : label.start].strip(_BULLETS):
        yield replace(label, start=begin, own_line=True)
        return
    for a, b in _brackets(text, begin, end):
        if a < at:
            continue
        label = _labelled(clean, at, a)
        if label is not None and text.find("。", label.start, a) < 0:
            break  # 责任单位：市商务局|（市财政局配合）
        duty = _bracketed(clean, a, b, paragraph)
        if duty is not None:
            yield replace(duty, own_line=a == begin and b >= end - 1)
            at = b
    label = _labelled(clean, at, end)
    if label is not None:
        yield replace(label, own_line=label.start == begin)
    elif "不再" in text[at:end]:
        yield from _for_all(clean, at, end)
    elif at == begin and (duty := _closing(clean, begin, end)):
        yield duty


def _opening(clean: Clean, begin: int, end: int, *, beside: bool) -> DutyList | None:
    """3.市商务局（市口岸办）：负责…: who is charged with what the paragraph says, since it opens with them.

    Behind another such paragraph any words may follow: 区交通局：|依法查处…
    """
    number = numbering(clean.text[begin : min(end, begin + _NUMBER)])
    at = begin + number.end if number else begin
    match = _CHARGED.match(clean.text, at, end) or (_CHARGED_TOO.match(clean.text, at, end) if beside else None)
    if match is None or (match["stop"] == "。" and number is None):
        return None
    duty = read_list(clean, *match.span("bodies"), role="support" if match["helps"] else "responsible", stated=True)
    names = [clean.text[entry.start : entry.end] for entry in duty.entries]
    if not names or not all(looks_like_body(name) or is_collective(name) for name in names):
        return None
    return replace(duty, start=match.start(), end=match.end())


def _for_all(clean: Clean, begin: int, end: int) -> Iterator[DutyList]:
    """A sentence that charges some bodies with everything that follows."""
    rule = FOR_ALL_SENTENCE.search(clean.text, begin, end)
    if rule:
        duty = read_list(clean, *rule.span("bodies"), role="implement")
        entries = tuple(entry._replace(role="implement", stated=True) for entry in duty.entries)
        if entries:
            yield DutyList(*rule.span(), entries, duty.open, for_all=entries)


def _closing(clean: Clean, begin: int, end: int) -> DutyList | None:
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


def _tells_who(clean: Clean, duty: DutyList) -> bool:
    """Whether a sentence is a list and nothing else, and one that charges somebody: not 各级各部门认真贯彻落实."""
    names = [clean.text[entry.start : entry.end] for entry in duty.entries]
    if any(map(_SENTENCE.search, names)) or not all(looks_like_body(name) or is_collective(name) for name in names):
        return False
    told = any(entry.role in ("lead", "responsible") for entry in duty.entries)
    told = told or clean.text.endswith("负责落实", duty.start, duty.end) or not all(map(is_collective, names))
    together = _TOGETHER.search(clean.text, duty.start, duty.end) is not None
    return bool(names) and told and (together or all(entry.stated for entry in duty.entries))


def _brackets(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The outermost brackets of a paragraph; one that is never closed is none."""
    depth = opened = 0
    for match in _BRACKET.finditer(text, begin, end):
        if match[0] == "（":
            if not depth:
                opened = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield opened, match.end()
    if depth and text.find("）", opened, end) < 0 and end - opened < 400 and _ROLE_OR_LABEL.search(text, opened, end):
        yield opened, end  # the closing bracket was lost: （市生态环境局负责。


def _bracketed(clean: Clean, a: int, b: int, paragraph: Paragraph) -> DutyList | None:
    text = clean.text
    inner_end = b - 1 if text[b - 1] == "）" else b
    if inner_end - a < 3:
        return None
    own_line = b >= paragraph.end and clean.opens_line(a)  # below a line that has no full stop
    opens = a == paragraph.start or text[a - 1] in _BEFORE_LIST or own_line
    strong = opens or b >= paragraph.end - 1
    content = text[a + 1 : inner_end]
    marked = LABEL.match(content) is not None or _DUTY.search(content) is not None
    if not marked and (not opens or (not SEPARATOR.search(content) and not looks_like_body(content))):
        return None
    duty = read_list(clean, a + 1, inner_end)
    if not duty.entries and not duty.first_leads:
        return None
    return replace(duty, start=a, end=b) if _is_list(clean, duty, strong=strong) else None


def _labelled(clean: Clean, begin: int, end: int) -> DutyList | None:
    """责任单位：… from its label to the end of the paragraph."""
    text = clean.text
    if LABEL.match(text, begin, end) is None and _LABEL_WITHIN.search(text, begin, end) is None:
        return None
    for match in LABEL.finditer(text, begin, end):
        if match["colon"] is None:
            duty = _without_colon(clean, match, end) if match.start() == begin else None
        elif match.start() == begin or text[match.start() - 1] in _BEFORE_LABEL:
            duty = read_list(clean, match.start(), end)
        else:
            continue
        if duty and duty.entries:
            return replace(duty, start=match.start(), end=end)
    return None


def _without_colon(clean: Clean, label: re.Match[str], end: int) -> DutyList | None:
    """责任单位 市商务局, 责任单位|市商务局: what stands behind is a body, and so is the label."""
    start = label.end()
    while start < end and clean.text[start] in "| ":
        start += 1
    if label["nobody"] or not looks_like_body(clean.text[start:end].rstrip("。")):
        return None
    role = next(role for role in ROLES if label[role])
    return read_list(clean, start, end, role=role, stated=True)


def _is_list(clean: Clean, duty: DutyList, *, strong: bool) -> bool:
    """Whether what was read as a list of bodies is one."""
    names = [clean.text[entry.start : entry.end] for entry in duty.entries]
    known = sum(looks_like_body(name) or (duty.open and is_field(name)) for name in names)
    if any(entry.stated for entry in duty.entries):
        known += sum(_DIVISION.fullmatch(name) is not None for name in names) if strong else 0
        led = known > 0 and (looks_like_body(names[0]) or _DIVISION.fullmatch(names[0]) is not None)
        return known == len(names) if not strong else known * (3 if led else 2) >= len(names)
    # 区商务局、鱼凫国投集团，金马街道、万春镇: a bare list opens with a body, and most of it are bodies
    return (
        strong
        and known > 0
        and (looks_like_body(names[0]) or known * 2 >= len(names))
        and known * 3 >= len(names)
        and all(len(n) <= 20 for n in names)
    )
