"""Printed lines as paragraphs: a line goes on with the one above it if that one is full and this one begins nothing.

What begins a paragraph: an indent, a number (（三）), a larger gap, another type size; what ends one: a line that is not full,
a list of duties in brackets (（市生态环境局牵头，市林业局配合）).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from policygraph.reading.blocks import Paragraph
from policygraph.reading.pdf_lines import Line

_NUMBER = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[章节条编]|[一二三四五六七八九十]{1,4}[、.．]|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,3}[、.．](?!\d)|[①-⑳]"
    r"|专栏|專欄|附件|附表|(?:牵头|责任|配合|协同|实施)(?:单位|部门)[：:]|完成时限)"
)
_NO_BEGINNING = frozenset("，、。；：！？）》”’〕")
_CELL_ENDED = re.compile(r"[。；：！？）)]$")
_DOCUMENT_NUMBER = re.compile(r"[一-鿿]{2,10}[〔\[（(]20\d\d[〕\]）)]第?\d{1,4}[号號]")
_ENDED = re.compile(r"[。！？；：][”’）》)]*$")
_DUTY_END = re.compile(
    r"(?:(?:负责|牵头|配合|落实|参与|負責|牽頭|落實|參與)|(?:单位|部门|單位|部門)[：:][^（）()]*)[）)〕\]】]。?$"
)
_TOKEN = re.compile(r"[（《“‘〔【(]*(?:[A-Za-z0-9.,%+/×—–-]+|.)[，。、；：！？）》”’〕】)…%]*")
_BODY_END = re.compile(r"(?:[局委办厅院会部署行社]|政府|公司|中心)[)）]?$")
_BODY_START = re.compile(r"(?:[省市县区州]|各|国网)(?!场)")


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of text: where its lines begin and end at the full, the size of its type, the usual step from line to line.

    `sets_in` is whether a numbered paragraph (（三）…) begins with an indent.
    """

    left: float
    right: float
    size: float
    step: float
    sets_in: bool


def measures_of(found: Sequence[Line]) -> dict[int, Measure]:
    """The measure of the pages, odd (1) and even (0) ones apart since a bound book has two."""
    both = measure_of(found)
    measures = {}
    for parity in (0, 1):
        own = [line for line in found if line.page % 2 == parity]
        measures[parity] = measure_of(own) if len(own) >= 20 else both
    return measures


def measure_of(found: Sequence[Line]) -> Measure:
    """The measure of some lines of one column."""
    if not found:
        return Measure(0, 1, 1, 1, sets_in=False)
    size = median(line.size for line in found)
    steps = [b.middle - a.middle for a, b in pairwise(found) if a.page == b.page and 0 < b.middle - a.middle < 4 * size]
    lefts = Counter(round(line.left / 2) * 2 for line in found)
    left = min((x for x, n in lefts.items() if n * 20 >= len(found)), default=min(line.left for line in found))
    rights = sorted(line.right for line in found)
    common = Counter(round(x / 2) * 2 for x in rights if x > (rights[-1] + left) / 2)
    right = max((x for x, n in common.items() if n * 20 >= sum(common.values())), default=rights[-1])
    step = Counter(round(step) for step in steps).most_common(1)[0][0] if steps else 2 * size
    numbered = [line.left > left + 1.2 * line.size for line in found if _NUMBER.match(line.text)]
    return Measure(left, right, size, step, sets_in=sum(numbered) * 2 > len(numbered))


def paragraphs(run: Sequence[Line], measures: Mapping[int, Measure]) -> Iterator[Paragraph]:
    """Lines that follow on each other as paragraphs."""
    group: list[Line] = []
    for line in run:
        if group and not _goes_on(group, line, measures):
            yield _paragraph(group)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group)


def _goes_on(group: Sequence[Line], line: Line, measures: Mapping[int, Measure]) -> bool:
    """Whether `line` goes on with the paragraph of `group`."""
    above = group[-1]
    over, under = measures[above.page % 2], measures[line.page % 2]
    if max(above.size, line.size) > 1.2 * min(above.size, line.size) or _DOCUMENT_NUMBER.fullmatch(line.text):
        return False
    if above.size > 1.08 * max(line.size, over.size) and _is_even(above, over):  # a title, then the text
        return False
    if above.page == line.page and line.middle - above.middle > 1.75 * max(under.step, line.size):
        return False
    numbered, ended = _NUMBER.match(line.text) is not None, _ENDED.search(above.text) is not None
    if _is_centred(line, under) and _is_even(above, over):
        return not numbered and _goes_on_as_title(above, line, over)
    if not _is_full(above, line, over.right, slack=1.0):
        return False
    if line.text[0] in _NO_BEGINNING:
        return True
    if _DUTY_END.search(above.text):  # （市生态环境局牵头，市林业局配合） closes a paragraph
        return False
    if numbered and (ended or above.text[-1] in "）)" or _is_indented(line, under) or not under.sets_in):
        return False
    return not _is_indented(line, under) or (_hangs(group, line) and not ended and not numbered)


def _is_full(above: Line, line: Line, right: float, *, slack: float) -> bool:
    """Whether the first word of `line` had no room left on the line above it; `slack` is in characters."""
    em = (above.right - above.left) / _units(above.text) if len(above.text) > 3 else 0.8 * above.size
    token = _TOKEN.match(line.text)
    return above.right + (_units(token[0]) if token else 1) * em > right - slack * em


def _units(text: str) -> float:
    """The printed width of `text` in full-width characters."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _is_indented(line: Line, measure: Measure) -> bool:
    return line.left > measure.left + 1.2 * line.size


def _is_centred(line: Line, measure: Measure) -> bool:
    return line.left - measure.left > 2.5 * line.size and _is_even(line, measure)


def _is_even(line: Line, measure: Measure) -> bool:
    """Whether as much is left blank before a line as after it."""
    return abs((line.left - measure.left) - (measure.right - line.right)) < 1.5 * line.size


def _goes_on_as_title(above: Line, line: Line, measure: Measure) -> bool:
    """关于印发《…实施方 / 案》的通知 is one title in large type; 云岭市生态环境局 / 云岭市发展和改革委员会 are two bodies."""
    wide = above.right - above.left > 0.75 * (measure.right - measure.left)
    if sum(above.text.count(c) for c in "《（(") > sum(above.text.count(c) for c in "》）)"):
        return wide
    return wide and line.text[0] not in "（(" and above.size > 1.1 * measure.size and not _BODY_END.search(above.text)


def _hangs(group: Sequence[Line], line: Line) -> bool:
    """Whether the paragraph as a whole is set in: its lines begin where this one does, or its number hangs out before them."""
    above = group[-1]
    if abs(above.left - line.left) < 0.6 * line.size:
        return True
    return len(group) == 1 and above.left < line.left and _NUMBER.match(above.text) is not None


def _paragraph(group: Sequence[Line]) -> Paragraph:
    text = ""
    seams: list[tuple[int, int]] = []
    page = group[0].page
    for line in group:
        text += seam(text, line)
        if line.page != page:
            page = line.page
            seams.append((len(text), page))
        text += line.text
    return Paragraph(text, page=group[0].page, seams=tuple(seams))


def seam(text: str, line: Line) -> str:
    """What stands between a line and what is above it: GB / 18597 broke at a blank, 到20 / 25年 did not."""
    latin = text[-1:].isascii() and text[-1:].isalpha() and line.text[0].isascii() and line.text[0].isalnum()
    return " " if latin else ""


def is_wrapped(above: Line, line: Line, right: float) -> bool:
    """Whether only the width of its cell has broken a line: 年产 / 3000吨 is, 市财政局 / 市科技局 is not."""
    if line.text[0] in _NO_BEGINNING:
        return True
    body = _BODY_END.search(above.text) is not None
    if _NUMBER.match(line.text) and (_CELL_ENDED.search(above.text) or not above.text[-1].isalnum()):
        return False
    if body and _BODY_START.match(line.text):
        return False
    return _is_full(above, line, right, slack=0.8 if body or _CELL_ENDED.search(above.text) else 2.5)
