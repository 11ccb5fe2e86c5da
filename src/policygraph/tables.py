"""Rows of cells in the clean text as tables: 序号 ⇥ 重点任务 ⇥ 牵头单位 ⇥ 配合单位, and what each column holds.

A table is a run of rows; its first row is its head where the words of `loaders/gazetteers/columns.yml` say so. A cell that
was left empty under a merged one takes the words of the cell above it where the column is a body or a sector. A table may
also be printed one cell per line: see `stacked`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from policygraph.clean import Clean, Paragraph
from policygraph.columns import DUTY_COLUMNS, Column, columns_of, is_year, spans_years
from policygraph.numbering import is_heading
from policygraph.placing import fits, placed

__all__ = ["DUTY_COLUMNS", "Cell", "Column", "Row", "Table", "is_group", "is_sum", "tables"]

_NOTE = re.compile("(?:说明|备?注|计算方法)[：\\d]")
_NOTES = 3  # as many lines of notes may break into a table
_LONGEST_CATEGORY = 24
_DEEPEST = 3  # 一、共筑美丽蓝天 / （一）空气质量目标, then a row
_CAPTION = re.compile(r"附[件表录]\d*(?:：|$)|附?表\s?\d")  # of what stands below a table
_NUMBER = re.compile(r"(?<!第)\d(?![.、）])")  # of a task that counts or measures
_LONGEST_TASK = 60
_ALIKE = 4
_SUM = re.compile("(?:合计|总计|小计|共计)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of clean text between two tabs."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells from the left."""

    cells: tuple[Cell, ...]

    @property
    def start(self) -> int:
        """Where the row begins in the clean text."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Where the row ends in the clean text; its last cell may be that of the row above, merged."""
        return max(cell.end for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A run of rows under one head; `columns` says what each cell from the left holds."""

    columns: tuple[Column, ...]
    head: Row | None
    rows: tuple[Row, ...]
    goes_on: bool = False  # its head stands further up, above another part of it

    @property
    def start(self) -> int:
        """Where the table begins in the clean text, its head included."""
        return (self.rows[0] if self.goes_on or self.head is None else self.head).start

    @property
    def end(self) -> int:
        """Where the table ends in the clean text."""
        return self.rows[-1].end if self.rows else cast(Row, self.head).end

    @property
    def charges(self) -> bool:
        """Whether its rows name bodies that bear a duty."""
        return any(column in DUTY_COLUMNS for column in self.columns)

    @property
    def assigns(self) -> bool:
        """Whether its rows are tasks or indicators with bodies: then each row is a clause.

        Projects belong to the clause before them, but for those each of which has bodies that lead it.
        """
        return self.charges and ("task" in self.columns or "project" not in self.columns or "lead" in self.columns)

    def cell(self, row: Row, column: Column) -> Cell | None:
        """The first cell of `row` under `column` that holds anything."""
        return next((c for c in self.cells(row, column) if c.end > c.start), None)

    def cells(self, row: Row, column: Column) -> list[Cell]:
        """All cells of `row` under columns of that kind."""
        return [cell for kind, cell in zip(self.columns, row.cells, strict=False) if kind == column]


def is_sum(clean: Clean, row: Row) -> bool:
    """Whether a row adds up those above it: 合计 ⇥ ⇥ 18640."""
    return any(_SUM.fullmatch(clean.text[cell.start : cell.end].replace(" ", "")) for cell in row.cells[:2])


def is_group(clean: Clean, table: Table, row: Row) -> bool:
    """Whether a row heads those below it: 能源类, with nothing beside it."""
    alone = all(cell.start == cell.end for cell in row.cells[1:])
    return alone and table.columns[:1] != ("task",) and not clean.text[row.start : row.end].isdigit()


def tables(clean: Clean) -> tuple[Table, ...]:
    """The tables of a text, in order."""
    found: list[Table] = []
    for run in _runs(clean):
        above = found[-1] if found and _is_noted(clean, found[-1], run[0]) else None
        found.extend(_split(clean, run, above))
    return tuple(sorted(found, key=lambda table: table.start))


def _runs(clean: Clean) -> Iterator[list[Row]]:
    """Rows that follow upon each other; a line without tabs within a row that is short of cells belongs to its last cell."""
    run: list[Row] = []
    wide = 0
    columns: tuple[Column, ...] = ()
    for i, paragraph in enumerate(clean.paragraphs):
        tabs = clean.text.count("\t", paragraph.start, paragraph.end)
        if run and not tabs and (_is_lone_task(clean, i, run[-1], columns) or _is_category(clean, i, wide)):
            run.append(Row((Cell(paragraph.start, paragraph.end),)))
            continue
        if not tabs and not (run and len(run[-1].cells) < wide and _is_rest_of_cell(clean, paragraph, run[-1])):
            if run:
                yield run
            run, wide, columns = [], 0, ()
            continue
        row = _row(clean, paragraph)
        wide = max(wide, len(row.cells))
        columns = _columns(clean, row) or columns
        counts_on = bool(run) and columns[:1] == ("ordinal",) and _counts_on(clean, run[-1], row)
        if run and (counts_on or (_is_row(clean, row, columns) and _is_row(clean, run[-1], columns))):
            run.append(row)
        elif run and 1 < len(run[-1].cells) < wide and len(run[-1].cells) + len(row.cells) - 1 <= wide and len(run) > 1:
            run[-1] = _joined(run[-1], row)
        else:
            run.append(row)
    if run:
        yield run


def _counts_on(clean: Clean, above: Row, row: Row) -> bool:
    """Whether a row's ordinal is the next one: 5 below 4, whatever cells either is short of."""
    words = [clean.text[each.cells[0].start : each.cells[0].end] for each in (above, row)]
    return all(map(str.isdigit, words)) and int(words[1]) == int(words[0]) + 1


def _is_row(clean: Clean, row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row is whole, though it may be short of cells: it names bodies, and what they are to do."""
    words = [clean.text[cell.start : cell.end] for cell in row.cells]
    if not _lacks_cells(words, columns):
        return bool(columns) and len(words) >= len(columns)
    return any(
        under and column in DUTY_COLUMNS for under, column in zip(placed(words, columns) or (), columns, strict=False)
    )


def _is_lone_task(clean: Clean, i: int, above: Row, columns: tuple[Column, ...]) -> bool:
    """A line with a number between the rows of a table of tasks, or one that opens like the row above: its body is the same."""
    here, below = clean.paragraphs[i], clean.paragraphs[i + 1 : i + 2]
    words = clean.text[here.start : here.end]
    told = len(words) <= _LONGEST_TASK and _NUMBER.search(words) is not None
    if not (told and _is_of_tasks(columns)) or is_heading(words) or _CAPTION.match(words):
        return False
    tasks = [clean.text[cell.start : cell.end] for cell in above.cells]
    goes_on = any("\t" in clean.text[p.start : p.end] for p in below)
    return goes_on or any(task[:_ALIKE] == words[:_ALIKE] for task in tasks)


def _is_of_tasks(columns: tuple[Column, ...]) -> bool:
    return "task" in columns and any(column in DUTY_COLUMNS for column in columns)


def _is_category(clean: Clean, i: int, wide: int) -> bool:
    """A line that heads a group of rows: 能源类."""
    here, below = clean.paragraphs[i], clean.paragraphs[i + 1 : i + 1 + _DEEPEST]
    words = clean.text[here.start : here.end]
    rows = [n for n, p in enumerate(below) if clean.text.count("\t", p.start, p.end)]
    below = below[rows[0] : rows[0] + 1] if rows else ()
    return (
        len(words) <= _LONGEST_CATEGORY
        and not re.search("[，。；]", words)
        and not _CAPTION.match(words)
        and any(clean.text.count("\t", p.start, p.end) + 1 >= wide - 1 for p in below)
        and wide > 2
        and not (is_heading(words) and any(_columns(clean, _row(clean, p)) for p in below))
    )


def _is_rest_of_cell(clean: Clean, paragraph: Paragraph, above: Row) -> bool:
    words = clean.text[paragraph.start : paragraph.end]
    apart = is_heading(words) or _CAPTION.match(words)
    return len(words) < 60 and "。" not in words[:-1] and not apart and not is_sum(clean, above)


def _row(clean: Clean, paragraph: Paragraph) -> Row:
    cells: list[Cell] = []
    at = paragraph.start
    for part in clean.text[paragraph.start : paragraph.end].split("\t"):
        cells.append(Cell(at, at + len(part)))
        at += len(part) + 1
    return Row(tuple(cells))


def _joined(above: Row, below: Row) -> Row:
    """A row broken inside a cell: the line break belongs to that cell."""
    seam = Cell(above.cells[-1].start, below.cells[0].end)
    return Row((*above.cells[:-1], seam, *below.cells[1:]))


def _is_noted(clean: Clean, table: Table, row: Row) -> bool:
    """Whether nothing but notes (说明：健康素养是指…) stands between a table of indicators and `row`, which goes on with it."""
    between = clean.text[table.end : row.start].strip("\n").split("\n") if table.head else []
    few = 0 < len(between) <= _NOTES and "indicator" in table.columns
    return few and all(_NOTE.match(line) for line in between)


def _split(clean: Clean, run: Sequence[Row], above: Table | None = None) -> Iterator[Table]:
    """A run of rows cut where a new head stands; `above`: the table that its first rows go on with."""
    head = above.head if above else None
    columns = above.columns if above else ()
    rows: list[Row] = []
    for row in run:
        kinds = _columns(clean, row)
        if kinds is not None:
            if rows or (head and not above):
                yield Table(columns, head, tuple(rows), goes_on=above is not None)
            head, columns, rows, above = row, kinds, [], None
        elif head and not rows and not above and (parted := _with_years(clean, head, columns, row)):
            head, columns = parted
        else:
            rows.append(_filled(clean, _aligned(clean, row, columns), columns, rows[-1] if rows else None))
    if rows or head:
        yield Table(columns, head, tuple(rows), goes_on=above is not None)


def _with_years(
    clean: Clean, head: Row, columns: tuple[Column, ...], below: Row
) -> tuple[Row, tuple[Column, ...]] | None:
    """A head whose last cell spans the years in a row of their own below it: 序号 ⇥ 指标 ⇥ 目标, then 2024年 ⇥ 2025年."""
    years = [cell for cell in below.cells if cell.end > cell.start]
    named = clean.text[head.cells[-1].start : head.cells[-1].end]
    spans = columns[-1] in ("other", "indicator") and spans_years(named)
    if not spans or len(years) < 2 or not all(is_year(clean.text[cell.start : cell.end]) for cell in years):
        return None
    kinds: list[Column] = ["year"] * len(years)
    return Row((*head.cells[:-1], *years)), (*columns[:-1], *kinds)


def _aligned(clean: Clean, row: Row, columns: tuple[Column, ...]) -> Row:
    """A row that lacks the cells which are merged with those above it, with empty ones in their places."""
    words = [clean.text[cell.start : cell.end] for cell in row.cells]
    if _lacks_cells(words, columns):
        rest = iter(row.cells)
        at, cells = row.start, list[Cell]()
        for under in placed(words, columns) or ():
            cells.append(next(rest) if under else Cell(at, at))
            at = cells[-1].end
        return Row(tuple(cells)) if cells else row
    if len(row.cells) + 1 != len(columns) or "indicator" not in columns:
        return row
    for missing in (len(columns) - 1, *range(len(columns) - 1)):
        kinds = [kind for i, kind in enumerate(columns) if i != missing]
        if columns[missing] != "indicator" and all(map(fits, kinds, words)):
            at = row.cells[missing].start if missing < len(row.cells) else row.end
            return Row((*row.cells[:missing], Cell(at, at), *row.cells[missing:]))
    return row


def _lacks_cells(words: Sequence[str], columns: tuple[Column, ...]) -> bool:
    """Whether a row of a table of tasks is so short that it can't be told by counting what stands where."""
    alone = len(words) == 1 and _NUMBER.search(words[0]) is None
    return len(words) < len(columns) and _is_of_tasks(columns) and not alone


def _filled(clean: Clean, row: Row, columns: tuple[Column, ...], above: Row | None) -> Row:
    """`row` with the merged cells of tasks and bodies taken from the row above; a short row gets empty cells at its end."""
    cells = list(row.cells) + [Cell(row.end, row.end)] * (len(columns) - len(row.cells))
    alone = all(cell.start == cell.end for cell in row.cells[1:])
    if above is not None and not alone and not is_sum(clean, row):
        for i, column in enumerate(columns[: len(cells)]):
            empty = cells[i].start == cells[i].end
            if empty and column == "sector" and i < len(above.cells):
                cells[i] = above.cells[i]
            elif empty and column in DUTY_COLUMNS and i < len(above.cells) and "task" in columns:
                merged = all(cells[j].start == cells[j].end for j, kind in enumerate(columns) if kind in DUTY_COLUMNS)
                cells[i] = above.cells[i] if merged else cells[i]
    return Row(tuple(cells))


def _columns(clean: Clean, row: Row) -> tuple[Column, ...] | None:
    return columns_of([clean.text[cell.start : cell.end] for cell in row.cells])
