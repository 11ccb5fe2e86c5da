"""Tables printed one cell per line, as they come out of a web page: 指标 / 单位 / 2020年 / 2025年, then four lines a row.

Nothing says where a row ends but what the columns hold: a unit stands under 单位, a number under 2025年, bodies under 牵头单位.
Where a column 序号 counts the rows, a cell may be missing, since it is merged with that above it, or run over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from policygraph.columns import DUTY_COLUMNS, Column, columns_of, is_heads_word, is_year, spans_years
from policygraph.lexicon import gazetteer
from policygraph.lines import Line
from policygraph.numbering import numbering
from policygraph.placing import LONGEST_CELL, LONGEST_LABEL, MOST_LINES, STOPS, bodies_in, fits, shares
from policygraph.wrapping import Wrap, paragraphs_of

_FEWEST, _MOST = 3, 10  # columns that such a table has
_LONGEST_HEAD = 16
# a caption or a heading above the head: 表1 主要指标, 专栏2 重点项目
_NO_HEAD = re.compile(r"附?[表图件]\s?\d|专栏|.*[，。；：]")
_ENDS = re.compile(r"附[表件录]?[\d一二三四五六七八九十]*[：:.]?$|附?[表图]\s?\d|专栏|附?注[：\d]|备注：|抄送")
_SORT = re.compile("(?:类型|类别|分类|领域|行动|方面|板块|环节|专项|条线|任务)$")
_TYPED: tuple[Column, ...] = ("ordinal", "unit", "year", "deadline", *DUTY_COLUMNS)  # columns whose cells tell

Row = tuple[range, ...]  # the paragraphs of each cell, none where it is missing


@dataclass(frozen=True, slots=True)
class Stack:
    """Such a table; a line that heads the rows below it is a row too."""

    head: Row
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def first(self) -> int:
        """Its first paragraph."""
        return self.head[0].start

    @property
    def end(self) -> int:
        """The paragraph behind its last one."""
        return max(cell.stop for row in self.rows for cell in row if cell)

    @property
    def weight(self) -> tuple[int, int]:
        """How much speaks for it: its rows, then its cells, less those that are missing."""
        rows = [row for row in self.rows if sum(map(len, row)) > 1]
        return len(rows), sum(1 if cell else -2 for row in rows for cell in row)


def in_rows(lines: list[Line], wrap: Wrap | None) -> Iterator[list[list[Line]]]:
    """The paragraphs of a text, given how it was broken: rows of cells in such tables, one cell elsewhere.

    Rows that are counted are read line by line, since what ends a cell there is the column and not the sentence.
    """
    at = 0
    single = [[line] for line in lines]
    for found in _stacks(single, counted=True):
        yield from _even(list(paragraphs_of(lines[at : found.first], wrap)))
        yield from _cells(single, found)
        at = found.end
    yield from _even(list(paragraphs_of(lines[at:], wrap)))


def _even(paragraphs: Sequence[list[Line]]) -> Iterator[list[list[Line]]]:
    at = 0
    for found in _stacks(paragraphs, counted=False):
        yield from ([paragraph] for paragraph in paragraphs[at : found.first])
        yield from _cells(paragraphs, found)
        at = found.end
    yield from ([paragraph] for paragraph in paragraphs[at:])


def _cells(paragraphs: Sequence[list[Line]], stack: Stack) -> Iterator[list[list[Line]]]:
    for row in (stack.head, *stack.rows):
        cells = [[line for i in cell for line in paragraphs[i]] for cell in row]
        yield [_apart(cell) if kind in DUTY_COLUMNS else cell for cell, kind in zip(cells, stack.columns, strict=True)]


def _apart(lines: list[Line]) -> list[Line]:
    """The lines of a list of bodies, with a break between two that are whole: 市场监管局 above 商务局, not 市工业和 above 信息化局."""
    found = lines[:1]
    for above, below in pairwise(lines):
        seam = (re.split("[、，]", above.text)[-1], re.split("[、，]", below.text)[0])
        if above.text[-1] not in STOPS and all(map(bodies_in, seam)):
            end = above.kept[-1][1]
            found.append(Line("\v", ((end, end + 1),), 0, 0.0))
        found.append(below)
    return found


def _stacks(paragraphs: Sequence[list[Line]], *, counted: bool) -> Iterator[Stack]:
    """The tables of a text whose cells stand one under the other, in order."""
    texts = ["".join([line.text for line in paragraph]) for paragraph in paragraphs]
    ordinals = gazetteer("columns")["ordinal"]["words"]
    at = 0
    while at + 2 * _FEWEST <= len(texts):
        may_be = not counted or texts[at] in ordinals or texts[at + 1] in ordinals
        found = _stack(texts, at, counted=counted) if may_be else None
        if found:
            yield found
        at = found.end if found else at + 1


def _stack(texts: Sequence[str], first: int, *, counted: bool) -> Stack | None:
    """The table whose head begins with the paragraph `first`; of the heads that fit, that under which most rows stand."""
    cells = list(_head(texts, first))
    head = ["".join(texts[i] for i in cell) for cell in cells]
    best: Stack | None = None
    for width in range(len(head), _FEWEST - 1, -1):
        columns, behind = columns_of(head[:width]), cells[width - 1].stop
        typed = sum(column in _TYPED for column in columns or ())
        if columns is None or typed < 2 or _is_counted(head, columns) != counted:
            continue
        if any(map(is_heads_word, texts[behind : behind + width])):
            continue
        rows = tuple((_counted_rows if counted else _even_rows)(texts, behind, columns, head[:width]))
        found = Stack(tuple(cells[:width]), columns, rows)
        if found.weight[0] + (typed > 2) >= 2 and (best is None or found.weight > best.weight):
            best = found
    return best


def _is_counted(head: Sequence[str], columns: tuple[Column, ...]) -> bool:
    """Whether 序号 stands first, or behind what says of what sort a row is: 任务类型."""
    return columns[0] == "ordinal" or (columns[1] == "ordinal" and _SORT.search(head[0]) is not None)


def _head(texts: Sequence[str], first: int) -> Iterator[range]:
    """The short lines from `first` on, as many as a head may have; 目标 above several years is one cell with the first of them."""
    at, end = first, min(len(texts), first + _MOST)
    while at < end and not _is_no_head(texts[at]):
        spans = at + 2 < end and spans_years(texts[at]) and all(map(is_year, texts[at + 1 : at + 3]))
        yield range(at, at + 1 + spans)
        at += 1 + spans


def _is_no_head(words: str) -> bool:
    return bool(len(words) > _LONGEST_HEAD or "\t" in words or _NO_HEAD.match(words) or numbering(words))


# -- rows that nothing counts: a cell to each line


def _even_rows(texts: Sequence[str], at: int, columns: tuple[Column, ...], _: Sequence[str]) -> Iterator[Row]:
    """Row after row, as long as what stands there fits the columns."""
    while row := _even_row(texts, at, columns):
        yield row
        at = 1 + max(i for cell in row for i in cell)


def _even_row(texts: Sequence[str], at: int, columns: tuple[Column, ...]) -> Row | None:
    """The row that begins with the paragraph `at`: whole, or short of one cell, the foremost that may be missing."""
    for missing in (None, *range(len(columns))):
        if missing is not None and columns[missing] in ("indicator", "task", "project"):
            continue
        kinds = [column for i, column in enumerate(columns) if i != missing]
        cells = texts[at : at + len(kinds)]
        if len(cells) == len(kinds) and all(map(fits, kinds, cells)):
            row = [range(i, i + 1) for i in range(at, at + len(kinds))]
            return tuple(row if missing is None else [*row[:missing], range(0), *row[missing:]])
    return None


# -- rows that 1, 2, 3 count: cells of several lines, and none


def _counted_rows(texts: Sequence[str], at: int, columns: tuple[Column, ...], head: Sequence[str]) -> Iterator[Row]:
    """The rows from one ordinal to the next; lines between two that stand in neither head those below them."""
    counts, stop = _ordinals(texts, at, bare=True)
    if len(counts) < _FEWEST - 1:
        counts, stop = _ordinals(texts, at, bare=False)
    place = columns.index("ordinal")
    above = range(at, counts[0] if counts else at)
    longest, width = 0, max(map(len, texts[at:stop]), default=0)
    for here, below in pairwise([*counts, stop]):
        ends = below == stop  # no row is longer there than the longest above it
        below = min(below, here + longest + 1) if ends and longest else below
        again = next((i for i in range(here, below) if list(texts[i : i + len(head)]) == head), below)
        taken = shares(texts[here + 1 : again], columns[place + 1 :], width)
        if taken is None:
            return
        stops = list(accumulate(taken, initial=here + 1))
        ahead = _ahead(texts, above) if place else above.stop
        yield from (_alone(i, columns) for i in range(above.start, ahead))
        yield (*[range(ahead, above.stop)] * place, range(here, here + 1), *(range(a, b) for a, b in pairwise(stops)))
        longest = max(longest, stops[-1] - here - 1)
        above = range(stops[-1], stops[-1] if ends else again)
        if again < below:
            yield from (_alone(i, columns) for i in above)
            yield tuple(range(i, i + 1) for i in range(again, again + len(head)))
            above = range(again + len(head), below)


def _ahead(texts: Sequence[str], lines: range) -> int:
    """Where the cell before an ordinal begins, of `lines` above it: a numbered one heads the rows and is none of it."""
    numbered = [i for i in lines if numbering(texts[i])]
    begin = max(numbered, default=lines.start - 1) + 1
    label = "".join(texts[i] for i in range(begin, lines.stop))
    return begin if len(label) <= LONGEST_LABEL and not re.search(r"\d", label) else lines.stop


def _alone(i: int, columns: Sequence[Column]) -> Row:
    return (range(i, i + 1), *[range(0)] * (len(columns) - 1))


def _ordinals(texts: Sequence[str], at: int, *, bare: bool) -> tuple[list[int], int]:
    """Where 1, 2, 3 stand under a head, each on a line of its own, and where the table ends at the latest.

    `bare`: 1. and （1） count nothing, since they may number the sorts of tasks.
    """
    found: list[int] = []
    last, resets = 0, False
    i = at
    while i < len(texts) and i - (found[-1] if found else at) <= MOST_LINES:
        words = texts[i]
        if resets and words == "1":
            last, resets = 0, False
        if _count(words) == last + 1 and (words.isdigit() or not bare):
            found.append(i)
            last += 1
        elif bare and _count(words) is not None:  # 2. above 分类运输, whose rows begin with 1 again
            resets = resets or not words.isdigit()
        elif _is_part(words):  # 二、扩大有效投资 heads rows where the next one follows
            below = _count(texts[i + 1]) if i + 1 < len(texts) else None
            if found and below not in (1, last + 1):
                break
            last = below - 1 if below else last
        elif "\t" in words or len(words) > LONGEST_CELL or _ENDS.match(words):
            break
        i += 1
    return found, i


def _count(words: str) -> int | None:
    """What a line that is nothing but an ordinal counts: 3 of 3."""
    number = numbering(words) if words and not words.isdigit() else None
    if words.isdigit():
        return int(words)
    return number.ordinal if number and number.end == len(words) else None


def _is_part(words: str) -> bool:
    """三、保障措施, a heading of the plan."""
    number = numbering(words)
    return number is not None and number.level in ("chapter", "section", "han")
