"""The tables of a page by their rules: lines that cross make a grid, a missing line between two cells makes them one.

A grid of one cell is a frame: that of a box (专栏), or one around a whole page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policygraph.reading.pdf_pages import Character, Page, Rule

_TOLERANCE = 3.0
_SHORTEST = 8.0
_MOST = 600
_MOST_SLOTS = 5000
_FULL = 0.6


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its box, how many columns it covers, whether it began in a row above, and its characters."""

    left: float
    right: float
    columns: int
    below: bool
    characters: tuple[Character, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page: the heights of its rules across, the places of its rules down, and its rows of cells."""

    ys: tuple[float, ...]
    xs: tuple[float, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    page: int

    @property
    def top(self) -> float:
        """Where the table begins."""
        return self.ys[0]


def grids(page: Page) -> tuple[list[Grid], list[Character]]:
    """The tables of a page from the top, and the characters outside them."""
    across = _merged([rule for rule in page.rules if rule.across])
    down = _merged([rule for rule in page.rules if not rule.across])
    if len(across) + len(down) > _MOST:
        return [], page.characters
    found: list[Grid] = []
    rest = page.characters
    for rules in sorted(_connected(across, down), key=len, reverse=True):
        grid, rest = _grid(rules, rest, page)
        if grid:
            found.append(grid)
    return sorted(found, key=lambda grid: grid.top), rest


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules drawn in pieces, or twice, as one each; specks are dropped."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at / _TOLERANCE), r.start)):
        last = merged[-1] if merged else None
        if last and abs(last.at - rule.at) <= _TOLERANCE and rule.start <= last.end + _TOLERANCE:
            merged[-1] = last._replace(end=max(last.end, rule.end))
        else:
            merged.append(rule)
    return [rule for rule in merged if rule.end - rule.start >= _SHORTEST]


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that touch or cross each other."""
    groups: list[list[Rule]] = []
    for rule in (*across, *down):
        touching = [group for group in groups if any(_meet(rule, other) for other in group)]
        groups = [group for group in groups if not any(group is other for other in touching)]
        groups.append([rule, *(each for group in touching for each in group)])
    return [group for group in groups if len({rule.across for rule in group}) == 2]


def _meet(a: Rule, b: Rule) -> bool:
    if a.across == b.across:
        return False
    return a.start - _TOLERANCE <= b.at <= a.end + _TOLERANCE and b.start - _TOLERANCE <= a.at <= b.end + _TOLERANCE


def _grid(rules: Sequence[Rule], characters: list[Character], page: Page) -> tuple[Grid | None, list[Character]]:
    across = [rule for rule in rules if rule.across]
    down = [rule for rule in rules if not rule.across]
    ys = _places([r.at for r in across] + [min(r.start for r in down), max(r.end for r in down)])
    xs = _places([r.at for r in down] + [min(r.start for r in across), max(r.end for r in across)])
    if len(ys) < 2 or len(xs) < 2 or len(ys) * len(xs) > _MOST_SLOTS or len(across) < 2 or len(down) < 2:
        return None, characters
    held: dict[tuple[int, int], list[Character]] = {}
    rest: list[Character] = []
    for each in characters:
        row, column = _slot(ys, each.middle), _slot(xs, (each.left + each.right) / 2)
        if row is None or column is None:
            rest.append(each)
        else:
            held.setdefault((row, column), []).append(each)
    if not held:
        return None, characters
    roots = _joined(len(ys) - 1, len(xs) - 1, across, down, ys, xs)
    cells: dict[tuple[int, int], list[Character]] = {}
    for slot, own in held.items():
        cells.setdefault(roots[slot], []).extend(own)
    rows = tuple(_row(row, roots, cells, xs) for row in range(len(ys) - 1))
    return Grid(tuple(ys), tuple(xs), rows, page.number), rest


def _places(values: Iterable[float]) -> list[float]:
    """The distinct values; what is closer than a line is thick counts as one."""
    places: list[float] = []
    for each in sorted(values):
        if not places or each - places[-1] > 2 * _TOLERANCE:
            places.append(each)
    return places


def _slot(places: Sequence[float], value: float) -> int | None:
    return next((i for i, (a, b) in enumerate(pairwise(places)) if a <= value < b), None)


_Slot = tuple[int, int]


def _joined(
    rows: int, columns: int, across: Sequence[Rule], down: Sequence[Rule], ys: Sequence[float], xs: Sequence[float]
) -> dict[_Slot, _Slot]:
    """For each slot of the grid the slot that its cell begins in: slots without a rule between them are one cell."""
    root: dict[_Slot, _Slot] = {}
    for row in range(rows):
        for column in range(columns):
            root[row, column] = (row, column)
            if column and not _ruled(down, xs[column], ys[row], ys[row + 1]):
                root[row, column] = root[row, column - 1]
            elif row and not _ruled(across, ys[row], xs[column], xs[column + 1]):
                root[row, column] = root[row - 1, column]
    return root


def _ruled(rules: Iterable[Rule], at: float, start: float, end: float) -> bool:
    """Whether a rule runs along most of an edge."""
    covered = sum(max(0.0, min(r.end, end) - max(r.start, start)) for r in rules if abs(r.at - at) <= 2 * _TOLERANCE)
    return covered >= _FULL * (end - start)


def _row(
    row: int, roots: dict[_Slot, _Slot], held: dict[_Slot, list[Character]], xs: Sequence[float]
) -> tuple[GridCell, ...]:
    cells: list[GridCell] = []
    column = 0
    while column < len(xs) - 1:
        root = roots[row, column]
        end = column + 1
        while end < len(xs) - 1 and roots[row, end] == root:
            end += 1
        below = root[0] < row
        own = () if below else tuple(held.get(root, ()))
        cells.append(GridCell(xs[column], xs[end], end - column, below, own))
        column = end
    return tuple(cells)
