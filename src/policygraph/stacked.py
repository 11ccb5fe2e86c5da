"""Tables printed one cell per line, as they come out of a web page: 指标 / 单位 / 2020年 / 2025年, then four lines a row.

Nothing says where a row ends but what the columns hold: a unit stands under 单位, a number under 2025年, bodies under 牵头单位.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from policygraph.clean import Clean, Paragraph
from policygraph.columns import DUTY_COLUMNS, Column, columns_of, is_heads_word
from policygraph.lexicon.departments import looks_like_body
from policygraph.numbering import is_heading, numbering

_FEWEST, _MOST = 3, 10  # columns that such a table has
_LONGEST_HEAD = 16
_LONGEST_CELL = 400
# a caption or a heading above the head: 表1 主要指标, 专栏2 重点项目
_NO_HEAD = re.compile(r"附?[表图件]\s?\d|专栏|.*[，。；：]")
_NOTHING = re.compile(r"[-/—\\]+|无")
_ORDINAL = re.compile(r"（?[\d一二三四五六七八九十]{1,3}）?[.、]?")
_UNIT = re.compile(r"[^\d。；：≥≤]{1,12}")
# ≥85, [14], 107左右, 12-15; or what is left to others: 完成国家下达任务
_VALUE = re.compile(r"(?=.*\d)[^。；一-鿿]{1,14}(?:左右|以上|以下|以内|（[^）]*）)?|.{0,12}(?:下达|完成|达标).{0,8}")
_DATE = re.compile(r"(?=.*(?:年|月|底|长期|持续|\d{4})).{1,24}")
_TYPED: tuple[Column, ...] = ("ordinal", "unit", "year", "deadline", *DUTY_COLUMNS)  # columns whose cells tell


@dataclass(frozen=True, slots=True)
class Stack:
    """Such a table: the paragraphs of its head from `first` on, and of each row, None where a cell is missing."""

    first: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[int | None, ...], ...]

    @property
    def end(self) -> int:
        """The paragraph behind its last one."""
        return 1 + max(i for row in self.rows for i in row if i is not None)

    @property
    def weight(self) -> int:
        """How much speaks for it: its cells, less those that are missing."""
        return sum(-2 if i is None else 1 for row in self.rows for i in row)


def stacks(clean: Clean) -> Iterator[Stack]:
    """The tables of a text whose cells stand one under the other, in order."""
    at = 0
    while at + 2 * _FEWEST <= len(clean.paragraphs):
        found = _stack(clean, at)
        if found:
            yield found
        at = found.end if found else at + 1


def _stack(clean: Clean, first: int) -> Stack | None:
    """The table whose head begins with the paragraph `first`; of the heads that fit, that under which most cells stand."""
    head = _head(clean, first)
    best: Stack | None = None
    for width in range(len(head), _FEWEST - 1, -1):
        columns = columns_of(head[:width])
        typed = sum(column in _TYPED for column in columns or ())
        if columns is None or typed < 2 or _goes_on(clean, first + width, width):
            continue
        rows = tuple(_rows(clean, first + width, columns))
        found = Stack(first, columns, rows)
        if len(rows) + (typed > 2) >= 2 and (best is None or found.weight > best.weight):
            best = found
    return best


def _head(clean: Clean, first: int) -> list[str]:
    """The short lines from `first` on, as many as a head may have."""
    found: list[str] = []
    for paragraph in clean.paragraphs[first : first + _MOST]:
        words = clean.text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_HEAD + 1)]
        if len(words) > _LONGEST_HEAD or "\t" in words or _NO_HEAD.match(words) or numbering(words):
            break
        found.append(words)
    return found


def _goes_on(clean: Clean, at: int, width: int) -> bool:
    """Whether the head goes on in what would be the first row: 完成时限."""
    return any(is_heads_word(clean.text[cell.start : cell.end]) for cell in clean.paragraphs[at : at + width])


def _rows(clean: Clean, at: int, columns: tuple[Column, ...]) -> Iterator[tuple[int | None, ...]]:
    """Row after row, as long as what stands there fits the columns."""
    while row := _row(clean, at, columns):
        yield row
        at = 1 + max(i for i in row if i is not None)


def _row(clean: Clean, at: int, columns: tuple[Column, ...]) -> tuple[int | None, ...] | None:
    """The row that begins with the paragraph `at`: whole, or short of one cell, the foremost that may be missing."""
    for missing in (None, *range(len(columns))):
        if missing is not None and columns[missing] in ("indicator", "task", "project"):
            continue
        places = [i for i in range(len(columns)) if i != missing]
        cells = clean.paragraphs[at : at + len(places)]
        kinds = [columns[i] for i in places]
        if len(cells) == len(places) and all(map(_fits_in(clean), kinds, cells)):
            row: list[int | None] = [None] * len(columns)
            for offset, i in enumerate(places):
                row[i] = at + offset
            return tuple(row)
    return None


def _fits_in(clean: Clean) -> Callable[[Column, Paragraph], bool]:
    return lambda column, cell: fits(column, clean.text[cell.start : min(cell.end, cell.start + _LONGEST_CELL + 1)])


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
