"""Tables printed one cell per line, as they come out of a web page: 指标 / 单位 / 2020年 / 2025年, then four lines a row.

Nothing says where a row ends but what the columns hold: a unit stands under 单位, a number under 2025年, bodies under 牵头单位.
Where a column 序号 counts the rows, a cell may be missing, since it is merged with that above it, or run over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from policygraph.columns import DUTY_COLUMNS, Column, columns_of, is_heads_word
from policygraph.lexicon import gazetteer
from policygraph.lexicon.departments import is_collective, looks_like_body
from policygraph.lines import Line
from policygraph.numbering import is_heading, numbering
from policygraph.wrapping import paragraphs_of

_FEWEST, _MOST = 3, 10  # columns that such a table has
_LONGEST_HEAD = 16
_LONGEST_CELL = 400
_MOST_LINES = 30  # of a row
_MOST_BODIES = 12  # lines of a list of bodies
# a caption or a heading above the head: 表1 主要指标, 专栏2 重点项目
_NO_HEAD = re.compile(r"附?[表图件]\s?\d|专栏|.*[，。；：]")
_ENDS = re.compile(r"附[表件录]?[\d一二三四五六七八九十]*[：:.]?$|附?[表图]\s?\d|专栏|附?注[：\d]|备注：|抄送")
_NOTHING = re.compile(r"[-/—\\]+|无")
_ORDINAL = re.compile(r"（?[\d一二三四五六七八九十]{1,3}）?[.、]?")
_UNIT = re.compile(r"[^\d。；：≥≤]{1,12}")
# ≥85, [14], 107左右, 12-15; or what is left to others: 完成国家下达任务
_VALUE = re.compile(r"(?=.*\d)[^。；一-鿿]{1,14}(?:左右|以上|以下|以内|（[^）]*）)?|.{0,12}(?:下达|完成|达标).{0,8}")
_DATE = re.compile(r"(?=.*(?:年|月|底|长期|持续|\d{4})).{1,24}")
_FIRM = re.compile("(?:集团|公司|企业|银行|街道|[厂院会办班局镇乡])$")  # 申通地铁集团, 旧改专班, 长辛店街道
_STOPS = "。；：，、"
_SORT = re.compile("(?:类型|类别|分类|领域|行动|方面|板块|环节|专项|条线|任务)$")
_TYPED: tuple[Column, ...] = ("ordinal", "unit", "year", "deadline", *DUTY_COLUMNS)  # columns whose cells tell
_TOLD: tuple[Column, ...] = ("task", "project", "indicator", "scale", "measure")  # what a row is about
_LABEL = 24  # a cell that only says of what sort a row is, is no longer
_SENTENCE = 40
_IMPOSSIBLE = -100.0

Row = tuple[range, ...]  # the paragraphs of each cell, none where it is missing


@dataclass(frozen=True, slots=True)
class Stack:
    """Such a table: its head begins with the paragraph `first`; a line that heads the rows below it is a row too."""

    first: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def end(self) -> int:
        """The paragraph behind its last one."""
        return max(cell.stop for row in self.rows for cell in row if cell)

    @property
    def weight(self) -> tuple[int, int]:
        """How much speaks for it: its rows, then its cells, less those that are missing."""
        rows = [row for row in self.rows if sum(map(len, row)) > 1]
        return len(rows), sum(1 if cell else -2 for row in rows for cell in row)


def in_rows(lines: list[Line], wrap: float | None) -> Iterator[list[list[Line]]]:
    """The paragraphs of a text, given the width at which it was broken: rows of cells in such tables, one cell elsewhere.

    Rows that are counted are read line by line, since what ends a cell there is the column and not the sentence.
    """
    at = 0
    for found in _stacks([[line] for line in lines], counted=True):
        yield from _even(list(paragraphs_of(lines[at : found.first], wrap)))
        yield from _cells([[line] for line in lines], found)
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
    head = tuple(range(i, i + 1) for i in range(stack.first, stack.first + len(stack.columns)))
    for row in (head, *stack.rows):
        yield [[line for i in cell for line in paragraphs[i]] for cell in row]


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
    head = _head(texts, first)
    best: Stack | None = None
    for width in range(len(head), _FEWEST - 1, -1):
        columns = columns_of(head[:width])
        typed = sum(column in _TYPED for column in columns or ())
        if columns is None or typed < 2 or _is_counted(head, columns) != counted:
            continue
        if any(map(is_heads_word, texts[first + width : first + 2 * width])):
            continue
        rows = tuple((_counted_rows if counted else _even_rows)(texts, first + width, columns, head[:width]))
        found = Stack(first, columns, rows)
        if found.weight[0] + (typed > 2) >= 2 and (best is None or found.weight > best.weight):
            best = found
    return best


def _is_counted(head: Sequence[str], columns: tuple[Column, ...]) -> bool:
    """Whether 序号 stands first, or behind what says of what sort a row is: 任务类型."""
    return columns[0] == "ordinal" or (columns[1] == "ordinal" and _SORT.search(head[0]) is not None)


def _head(texts: Sequence[str], first: int) -> list[str]:
    """The short lines from `first` on, as many as a head may have."""
    found: list[str] = []
    for words in texts[first : first + _MOST]:
        if len(words) > _LONGEST_HEAD or "\t" in words or _NO_HEAD.match(words) or numbering(words):
            break
        found.append(words)
    return found


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
    counts, stop = _ordinals(texts, at, head)
    place = columns.index("ordinal")
    above = range(at, counts[0] if counts else at)
    longest, width = 0, max(map(len, texts[at:stop]), default=0)
    for here, below in pairwise([*counts, stop]):
        ends = below == stop  # no row is longer there than the longest above it
        below = min(below, here + longest + 1) if ends and longest else below
        again = next((i for i in range(here, below) if list(texts[i : i + len(head)]) == head), below)
        lengths = _lengths(texts[here + 1 : again], columns[place + 1 :], width)
        if lengths is None:
            return
        stops = list(accumulate(lengths, initial=here + 1))
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
    return begin if sum(len(texts[i]) for i in range(begin, lines.stop)) <= _LABEL else lines.stop


def _alone(i: int, columns: Sequence[Column]) -> Row:
    return (range(i, i + 1), *[range(0)] * (len(columns) - 1))


def _ordinals(texts: Sequence[str], at: int, head: Sequence[str]) -> tuple[list[int], int]:
    """Where 1, 2, 3 stand under a head, each on a line of its own, and where the table ends at the latest."""
    found: list[int] = []
    last = 0
    i = at
    while i < len(texts) and i - (found[-1] if found else at) <= _MOST_LINES:
        words = texts[i]
        if _count(words) == last + 1:
            found.append(i)
            last += 1
        elif _is_part(words):  # 二、扩大有效投资 heads rows where the next one follows
            below = _count(texts[i + 1]) if i + 1 < len(texts) else None
            if found and below not in (1, last + 1):
                break
            last = below - 1 if below else last
        elif "\t" in words or len(words) > _LONGEST_CELL or _ENDS.match(words):
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


def placed(cells: Sequence[str], columns: Sequence[Column]) -> list[int] | None:
    """For each column 1 where one of `cells`, in their order, stands under it, else 0; None where they don't fit.

    A row that is short of cells has those that are merged with the row above: 3 | 推进… | 年底前 | 市商务局, then 建设… | 市商务局.
    """
    lengths = _lengths(cells, columns, 0, most=1)
    return lengths if lengths and sum(lengths) == len(cells) else None


def _lengths(lines: Sequence[str], columns: Sequence[Column], width: int, most: int = _MOST_LINES) -> list[int] | None:
    """How many of `lines` each cell of a row takes, the first ones first; None where they are not what the columns hold.

    `width` is that of the table's longest line: a cell that was broken into lines has none that is much shorter but its last.
    """
    best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}
    about = [i for i, column in enumerate(columns) if column in _TOLD]
    for j, column in enumerate(columns):
        for i in range(len(lines) + 1):
            if (j, i) not in best:
                continue
            score, lengths = best[j, i]
            for n in range(min(len(lines) - i, most, _MOST_BODIES if column in DUTY_COLUMNS else _MOST_LINES) + 1):
                told = about[-1:] == [j]
                more = _score(column, lines[i : i + n], width if told else None, label=j < (about or [0])[-1])
                if more > _IMPOSSIBLE and ((j + 1, i + n) not in best or best[j + 1, i + n][0] <= score + more):
                    best[j + 1, i + n] = (score + more, [*lengths, n])
    ends = [(score - 0.3 * (len(lines) - i), lengths) for (j, i), (score, lengths) in best.items() if j == len(columns)]
    return max(ends)[1] if ends else None


def _score(column: Column, lines: Sequence[str], told: int | None, *, label: bool) -> float:
    """How well `lines` make one cell under `column`: a `label`, or behind those what is `told` of a row, in lines so wide."""
    words = "".join(lines)
    if not words:
        return (-1.0 if told is None else -4.0) - len(lines)
    if column in DUTY_COLUMNS:
        return 2.0 if _NOTHING.fullmatch(words) else _bodies(lines)
    if column in ("ordinal", "unit", "year", "deadline", "nature"):
        return 2.0 if len(lines) == 1 and (column == "nature" or fits(column, words)) else _IMPOSSIBLE
    if label:
        return 1.0 - 0.05 * len(lines) - 2.0 * (len(words) > _LABEL)
    listed = 3.0 * (len(words) <= 2 * _SENTENCE and "。" not in words and _bodies(lines) > 2)
    if told is None:
        return 1.0 - 0.05 * len(lines) - listed
    several = sum(not _goes_on(above, below, told) for above, below in pairwise(lines))
    return 1.0 + min(1.0, len(words) / _SENTENCE) - 0.01 * len(lines) - listed - several


def _goes_on(above: str, below: str, width: int) -> bool:
    """Whether a line goes on with the cell of the line above it, in a table whose longest line is so wide."""
    if above[-1] in "。；":
        return below[-1] in _STOPS or len(below) * 2 >= width
    return len(above) * 2 >= width


def _bodies(lines: Sequence[str]) -> float:
    """How well `lines` make a list of bodies and firms: some on each line, or a list that was broken within a name."""
    if all(map(_known, lines)):
        listed = _known("、".join(lines))
    else:
        whole = any(line[-1] not in _STOPS and _known(re.split("[、，]", line)[-1]) for line in lines[:-1])
        listed = float(not whole and _known("".join(lines)) == 1.0)
    return 1.0 + 2.0 * listed + 0.2 * len(lines) if listed else _IMPOSSIBLE


def _known(words: str) -> float:
    """Which part of the names in a list are those of bodies and firms; none in a sentence or beside what is too long for a name."""
    names = [name for name in re.split("[、，；\v]", words) if name]
    if not names or max(map(len, names)) > _LABEL or "。" in words:
        return 0.0
    return sum(looks_like_body(n) or is_collective(n) or _FIRM.search(n) is not None for n in names) / len(names)


def fits(column: Column, words: str) -> bool:
    """Whether a cell under `column` may hold `words`."""
    if "\t" in words or len(words) > _LONGEST_CELL:
        return False
    if column == "ordinal":
        return _ORDINAL.fullmatch(words) is not None
    if _NOTHING.fullmatch(words):
        return True
    if column in ("unit", "year", "deadline"):
        pattern = {"unit": _UNIT, "year": _VALUE, "deadline": _DATE}[column]
        return pattern.fullmatch(words) is not None
    if column in DUTY_COLUMNS:
        return _names_bodies(re.split("[、，；]", words))
    return not is_heading(words) and (column == "other" or _speaks(words))


def _names_bodies(names: Sequence[str]) -> bool:
    return any(looks_like_body(name) for name in names if name)


def _speaks(words: str) -> bool:
    """Whether a cell names something, and is no number."""
    return re.search("[一-鿿A-Za-z]{2}", words) is not None and _VALUE.fullmatch(words) is None
