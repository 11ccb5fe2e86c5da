"""What the columns of a table hold, as its head says: 序号 ⇥ 重点任务 ⇥ 牵头单位. The words stand in `columns.yml`.

实施主体 is who carries a task out; in a table of projects it is whose the project is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, get_args

from policygraph.lexicon import gazetteer
from policygraph.lexicon.units import UNIT

Column = Literal[
    "lead", "responsible", "support", "implement", "deadline", "ordinal", "task", "indicator", "unit", "nature",
    "project", "place", "owner", "scale", "year", "area", "when", "measure", "sector", "money", "other",
]  # fmt: skip
DUTY_COLUMNS: tuple[Column, ...] = ("lead", "responsible", "support", "implement")
# a column that measures each row's area, by the unit in its head: 优良天数比率（%）
_MEASURED = re.compile(rf"（[^（）]*(?:%|{UNIT})[^（）]*）$|[率量]$|浓度$|比[例重]$|面积$")
_AIMED = re.compile("(?:目标|要求|内容)$")  # 领域 ⇥ 节能目标 ⇥ 责任部门: what the bodies are to reach
_YEAR = re.compile(r"(?:到|至)?(20\d\d)年")
_SPANS = re.compile("(?:规划|年度|发展|具体)?(?:目标|指标值|计划|数值)值?")
_OF_PROJECTS = ("place", "owner", "scale", "money", "deadline")
_OF_YEAR = re.compile(
    r"(?:到|至)?20\d\d年(?:目标|规划|计划|预期|现状|基期|实绩|完成|实际)?(?:值|数|情况)?(?:（[^（）]*）)?"
)
_OF_WHAT = re.compile("(?:项目|内容|目标|类别|名称|事项|主要目标|主要内容|(?:主要)?污染物(?:名称|种类)?)?")
WORKS_OF_OWNER = re.compile(
    "(?:主要|重点|拟)?(?:改造|治理|整治|提升|技改|技术改造|整改|深度治理|超低排放改造)(?:内容|任务|项目|措施|工程)"
)
"""The head of a column that says what the firm of each row does: 改造内容."""
_LONGEST = 14  # no head of a column is longer


@cache
def _heads() -> tuple[tuple[str, Column], ...]:
    pairs = [(word, column) for column, entry in gazetteer("columns").items() for word in entry["words"]]
    assert {column for _, column in pairs} <= set(get_args(Column))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _words() -> frozenset[str]:
    return frozenset(word for word, _ in _heads())


def columns_of(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """What the columns under a row of `cells` hold, or None where the row is no head."""
    names = [re.sub(r"[\s\v（].*|\s", "", cell) for cell in cells]
    columns = tuple(_column(name, cell) for name, cell in zip(names, cells, strict=True))
    if not {"task", "project", "indicator"} & {*columns} and {*DUTY_COLUMNS} & {*columns}:
        columns = tuple(
            "task" if c == "other" and _AIMED.search(name) else c for name, c in zip(names, columns, strict=True)
        )
    if columns[0] in ("area", "when") or columns[:2] == ("ordinal", "area"):
        columns = tuple(_measure(column, cell) for column, cell in zip(columns, cells, strict=True))
    columns = _with_works(_with_indicator(columns, cells), names)
    known = [column for column in columns if column != "other"]
    if len(known) < 2 or len(known) * 2 < len(columns) or all(column == "year" for column in known):
        return None
    if "牵头" in "".join(names):  # 牵头部门 ⇥ 主责单位: the one leads
        columns = tuple("responsible" if name.startswith("主责") else c for name, c in zip(names, columns, strict=True))
    if "project" not in columns or "task" in columns:
        return columns
    owning = gazetteer("columns")["owner"]["of_projects"]
    return tuple("owner" if name in owning else column for name, column in zip(names, columns, strict=True))


def _with_works(columns: tuple[Column, ...], names: Sequence[str]) -> tuple[Column, ...]:
    """企业名称 ⇥ 改造内容, 路段 ⇥ 建设内容: what each firm does is its project, and what is done at each place one of it."""
    if {*columns} & {"project", "task", "indicator"} or not {*columns} & {"owner", "place"}:
        return columns
    if "owner" not in columns:
        at_place = columns.index("scale") if "scale" in columns else None
        return columns if at_place is None else (*columns[:at_place], "project", *columns[at_place + 1 :])
    at = next((i for i, name in enumerate(names) if WORKS_OF_OWNER.fullmatch(name)), None)
    return columns if at is None else (*columns[:at], "project", *columns[at + 1 :])


def _with_indicator(columns: tuple[Column, ...], cells: Sequence[str]) -> tuple[Column, ...]:
    """项目 ⇥ 单位 ⇥ 2020年 ⇥ 2025年: what several years or a year and a unit stand beside is an indicator, whatever it is called."""
    years = sum(_OF_YEAR.fullmatch(cell) is not None for cell in cells)
    first = next((i for i, column in enumerate(columns) if column != "ordinal"), 0)
    told = years and ("unit" in columns or (years > 1 and _OF_WHAT.fullmatch(cells[first])))
    named = columns[first] in ("other", "project") and not {*columns} & {"indicator", "task", *_OF_PROJECTS}
    return (*columns[:first], "indicator", *columns[first + 1 :]) if told and named else columns


def is_year(cell: str) -> bool:
    """Whether `cell` heads the column of a year: 2025年, 到2030年目标."""
    return _YEAR.match(cell) is not None


def spans_years(cell: str) -> bool:
    """Whether `cell` may stand above several years: 目标, 规划目标值."""
    return _SPANS.fullmatch(cell) is not None


def is_heads_word(cell: str) -> bool:
    """Whether `cell` is nothing but the head of a column: 完成时限."""
    return cell in _words()


def names_works(cell: str) -> bool:
    """Whether `cell` heads a column that says what is built, and gives it no name: 建设内容."""
    return _named(cell) == "scale"


def _column(name: str, cell: str) -> Column:
    if len(name) > _LONGEST:
        return "other"
    if _YEAR.search(cell) is None:
        return _named(name)
    rest = _YEAR.sub("", name)
    if rest.endswith(("任务", "举措", "措施")):  # 2024年推进任务
        return "task"
    return of_year if (of_year := _named(rest)) in ("task", "project", "deadline") else "year"


@lru_cache(maxsize=4096)
def _named(name: str) -> Column:
    """The column that a head names; the same few words are asked for again and again."""
    for word, column in _heads():
        if name == word or (len(word) > 2 and word in name):
            return column
    return "other"


def _measure(column: Column, cell: str) -> Column:
    return "measure" if column in ("other", "year") and _MEASURED.search(cell) else column
