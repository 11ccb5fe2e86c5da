"""What belongs under which column: a unit under 单位, a number under 2025年, bodies under 牵头单位, a sentence under 重点任务.

Lines or cells are shared out among the columns of a row in their order, so that each column gets what it holds, or nothing where its
cell is merged with the one above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from policygraph.columns import DUTY_COLUMNS, Column
from policygraph.lexicon.departments import is_collective, looks_like_body
from policygraph.lexicon.units import UNIT
from policygraph.numbering import is_heading

LONGEST_CELL = 400
MOST_LINES = 30  # of a row
_MOST_BODIES = 12  # lines of a list of bodies
_NOTHING = re.compile(r"[-/—\\]+|无")
_ORDINAL = re.compile(r"（?[\d一二三四五六七八九十]{1,3}）?[.、]?")
_UNIT = re.compile(r"[^\d。；：≥≤]{1,12}")
# ≥85, [14], 107左右, 12-15; >40万千瓦/80万千瓦时; or what is left to others: 完成国家下达任务
_AMOUNT = rf"[≥≤<>]{{0,2}}\d[\d.]*(?:{UNIT})"
_VALUE = re.compile(
    rf"(?:(?=.*\d)[^。；一-鿿]{{1,14}}|{_AMOUNT}(?:/{_AMOUNT})?)(?:左右|以上|以下|以内|（[^）]*）)?|.{{0,12}}(?:下达|完成|达标).{{0,8}}"
)
_DATE = re.compile(r"(?=.*(?:年|月|底|长期|持续|\d{4})).{1,24}")
_FIRM = re.compile("(?:集团|公司|企业|银行|街道|机关|机构|[厂院会办班局镇乡])$")  # 申通地铁集团, 旧改专班, 长辛店街道
STOPS = "。；：，、"
_TOLD: tuple[Column, ...] = ("task", "project", "indicator", "scale", "measure")  # what a row is about
LONGEST_LABEL = 24  # a cell that only says of what sort a row is, is no longer
_SENTENCE = 40
_IMPOSSIBLE = -100.0


def placed(cells: Sequence[str], columns: Sequence[Column]) -> list[int] | None:
    """For each column 1 where one of `cells`, in their order, stands under it, else 0; None where they don't fit.

    A row that is short of cells has those that are merged with the row above: 3 | 推进… | 年底前 | 市商务局, then 建设… | 市商务局.
    """
    taken = shares(cells, columns, 0, most=1)
    return taken if taken and sum(taken) == len(cells) else None


def shares(lines: Sequence[str], columns: Sequence[Column], width: int, most: int = MOST_LINES) -> list[int] | None:
    """How many of `lines` each cell of a row takes, the first ones first; None where they are not what the columns hold.

    `width` is that of the table's longest line: a cell that was broken into lines has none that is much shorter but its last.
    """
    best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}
    about = [i for i, column in enumerate(columns) if column in _TOLD]
    for j, column in enumerate(columns):
        for i in range(len(lines) + 1):
            if (j, i) not in best:
                continue
            score, taken = best[j, i]
            for n in range(min(len(lines) - i, most, _MOST_BODIES if column in DUTY_COLUMNS else MOST_LINES) + 1):
                told = about[-1:] == [j]
                more = _score(column, lines[i : i + n], width if told else None, label=j < (about or [0])[-1])
                if more > _IMPOSSIBLE and ((j + 1, i + n) not in best or best[j + 1, i + n][0] <= score + more):
                    best[j + 1, i + n] = (score + more, [*taken, n])
    ends = [(score - 0.3 * (len(lines) - i), taken) for (j, i), (score, taken) in best.items() if j == len(columns)]
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
        return 1.0 - 0.05 * len(lines) - 2.0 * (len(words) > LONGEST_LABEL)
    listed = 3.0 * (len(words) <= 2 * _SENTENCE and "。" not in words and _bodies(lines) > 2)
    if told is None:
        return 1.0 - 0.05 * len(lines) - listed
    several = sum(not _goes_on(above, below, told) for above, below in pairwise(lines))
    return 1.0 + min(1.0, len(words) / _SENTENCE) - 0.01 * len(lines) - listed - several


def _goes_on(above: str, below: str, width: int) -> bool:
    """Whether a line goes on with the cell of the line above it, in a table whose longest line is so wide."""
    if above[-1] in "。；":
        return below[-1] in STOPS or len(below) * 2 >= width
    return len(above) * 2 >= width


def _bodies(lines: Sequence[str]) -> float:
    """How well `lines` make a list of bodies and firms: some on each line, or a list that was broken within a name."""
    if all(map(bodies_in, lines)):
        listed = bodies_in("、".join(lines))
    else:
        whole = any(line[-1] not in STOPS and bodies_in(re.split("[、，]", line)[-1]) for line in lines[:-1])
        listed = float(not whole and bodies_in("".join(lines)) == 1.0)
    goes_on = lines[-1][-1] in "、，"
    return 1.0 + 2.0 * listed + 0.2 * len(lines) - 5.0 * goes_on if listed else _IMPOSSIBLE


def bodies_in(words: str) -> float:
    """Which part of the names in a list are those of bodies and firms; none in a sentence or beside what is too long for a name."""
    names = [name for name in re.split("[、，；\v]", words) if name]
    if not names or max(map(len, names)) > LONGEST_LABEL or "。" in words:
        return 0.0
    return sum(map(_is_one, names)) / len(names)


def _is_one(name: str) -> bool:
    """Whether a name is that of a body or a firm; 735只区绿化市容局 is a number above a body."""
    return not name[0].isdigit() and (looks_like_body(name) or is_collective(name) or _FIRM.search(name) is not None)


def fits(column: Column, words: str) -> bool:
    """Whether a cell under `column` may hold `words`."""
    if "\t" in words or len(words) > LONGEST_CELL:
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
    return not is_heading(words) and (column in ("other", "money") or _speaks(words))


def _names_bodies(names: Sequence[str]) -> bool:
    return any(looks_like_body(name) for name in names if name)


def _speaks(words: str) -> bool:
    """Whether a cell names something, and is no number."""
    return re.search("[一-鿿A-Za-z]{2}", words) is not None and _VALUE.fullmatch(words) is None
