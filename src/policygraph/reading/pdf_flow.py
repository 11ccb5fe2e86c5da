"""Lines and tables of all pages as paragraphs, tables and boxes, in order, across the turn of pages.

A table that ends at the foot of a page and one of the same columns at the head of the next are one: its head (序号 重点任务
牵头单位) is read once, and a row that the turn cuts in two is one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policygraph.reading.blocks import Block, Box, Cell, Table
from policygraph.reading.pdf_lines import Line, lines
from policygraph.reading.pdf_pages import Page
from policygraph.reading.pdf_paragraphs import is_wrapped, measure_of, measures_of, paragraphs, seam
from policygraph.reading.pdf_tables import Grid, GridCell, grids

_WIDEST_MARGIN = 7.0
"""Points between a cell's rule and its words: programs leave five or six."""


def flow(pages: Sequence[Page]) -> Iterator[Block]:
    """The blocks of a PDF, in order."""
    items = list(_items(pages))
    measures = measures_of([item for item in items if isinstance(item, Line)])
    run: list[Line] = []
    tables = 0
    for item in _rejoined(items):
        if isinstance(item, Line):
            run.append(item)
            continue
        yield from paragraphs(run, measures)
        run = []
        if all(len(row) == 1 for each in item for row in each.rows):
            yield _box(item)
        else:
            tables += 1
            yield _table(item, tables)
    yield from paragraphs(run, measures)


def _items(pages: Sequence[Page]) -> Iterator[Line | Grid]:
    """Lines and tables from page to page, from the top."""
    for page in pages:
        found, rest = grids(page)
        frames = [grid for grid in found if _is_page_frame(grid, page)]
        loose = rest + [c for grid in frames for row in grid.rows for cell in row for c in cell.characters]
        items: list[tuple[float, Line | Grid]] = [(grid.top, grid) for grid in found if grid not in frames]
        items += [(line.top, line) for line in lines(loose, page.number)]
        yield from (item for _, item in sorted(items, key=lambda pair: pair[0]))


def _is_page_frame(grid: Grid, page: Page) -> bool:
    """A line around the whole page frames nothing."""
    return len(grid.rows) == 1 and len(grid.xs) == 2 and grid.ys[-1] - grid.ys[0] > 0.75 * page.height


def _rejoined(items: Sequence[Line | Grid]) -> Iterator[Line | list[Grid]]:
    """Tables that go on upon the next page as one."""
    held: list[Grid] = []
    for item in items:
        if isinstance(item, Grid):
            if held and not (item.page == held[-1].page + 1 and _alike(held[-1], item)):
                yield held
                held = []
            held.append(item)
            continue
        if held:
            yield held
            held = []
        yield item
    if held:
        yield held


def _alike(a: Grid, b: Grid) -> bool:
    """Whether two tables have the same columns."""
    return len(a.xs) == len(b.xs) and all(abs(x - y) < 5 for x, y in zip(a.xs, b.xs, strict=True))


def _box(grids_: Sequence[Grid]) -> Box:
    """A frame, over as many pages as it takes, with the paragraphs in it."""
    inside = [
        line for grid in grids_ for row in grid.rows for cell in row for line in lines(cell.characters, grid.page)
    ]
    measure = measure_of(inside)
    return Box(tuple(paragraphs(inside, {0: measure, 1: measure})))


def _table(grids_: Sequence[Grid], number: int) -> Table:
    rows: list[tuple[Cell, ...]] = []
    pages: list[int] = []
    for grid in grids_:
        for i, row in enumerate(grid.rows):
            cells = tuple(_cell(cell, grid.page) for cell in row)
            if i == 0 and rows and cells == rows[0]:
                continue  # the head printed again upon the next page
            if i == 0 and rows and _is_rest(rows[-1], cells):
                rows[-1] = tuple(
                    replace(a, lines=(*a.lines[:-1], "".join((*a.lines[-1:], *b.lines[:1])), *b.lines[1:]))
                    for a, b in zip(rows[-1], cells, strict=True)
                )
                continue
            rows.append(cells)
            pages.append(grid.page)
    return Table(tuple(rows), number, tuple(pages))


def _is_rest(above: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether the first row upon a page is the rest of the last row of the page before: nothing of its own to begin with."""
    if len(above) != len(cells) or cells[0].lines or cells[0].below:
        return False
    pairs = [(a, b) for a, b in zip(above, cells, strict=True) if b.lines]
    return all(a.lines for a, _ in pairs) and any(not re.search(r"[。；）)]$", a.lines[-1]) for a, _ in pairs)


def _cell(cell: GridCell, page: int) -> Cell:
    """The lines of a cell, those put together that only its width has broken."""
    found = lines(cell.characters, page)
    margin = min(_WIDEST_MARGIN, *(line.left - cell.left for line in found)) if found else 0
    words: list[str] = []
    for i, line in enumerate(found):
        if i and is_wrapped(found[i - 1], line, cell.right - margin):
            words[-1] += seam(words[-1], line) + line.text
        else:
            words.append(line.text)
    return Cell(tuple(words), cell.columns, cell.below)
