"""Lists of bodies with their roles (责任分工), wherever they stand.

（市发展改革委牵头，市财政局、市商务局等按职责分工负责） at the end of a paragraph, 责任单位：… as a line, a table's column 配合单位.
A finder says what is printed: who 市财政局 is, `resolve` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policygraph.clean import Clean, Paragraph
from policygraph.find.duty_closing import closing
from policygraph.find.duty_items import SEPARATOR
from policygraph.find.duty_list import DutyList, Entry, read_list
from policygraph.find.duty_words import FOR_ALL_SENTENCE, LABEL
from policygraph.lexicon.departments import is_collective, is_field, looks_like_body
from policygraph.lexicon.regions import listed_names
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
    elif at == begin and (duty := closing(clean, begin, end)):
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
    areas = sum(name in listed_names() for name in names)
    if any(entry.stated for entry in duty.entries):
        known += areas + sum(_DIVISION.fullmatch(name) is not None for name in names) if strong else 0
        led = known > 0 and (looks_like_body(names[0]) or _DIVISION.fullmatch(names[0]) is not None)
        return known == len(names) if not strong else known * (3 if led else 2) >= len(names)
    # 区商务局、鱼凫国投集团，金马街道、万春镇: a bare list opens with a body, and most of it are bodies
    return (
        strong
        and known > 0
        and (looks_like_body(names[0]) or known * 2 >= len(names))
        and (known + areas) * 3 >= len(names)
        and all(len(n) <= 20 for n in names)
    )
