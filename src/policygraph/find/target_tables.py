"""Tables of indicators: 指标 ⇥ 单位 ⇥ 2020年 ⇥ 2025年 ⇥ 属性. The first year is where things stand, the later ones are targets.

And tables of areas: 区域 ⇥ PM2.5（微克/立方米） ⇥ 优良天数比率（%）, whose caption says by when and whose note which bound it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.clean import Clean
from policygraph.find.targets import TargetMention
from policygraph.find.years import baseline, period_begins
from policygraph.lexicon.units import UNIT
from policygraph.model import Operator
from policygraph.tables import Cell, Row, Table

_YEAR = re.compile(r"(20\d\d)年?")
_SIGN = "≥|≤|>=|<=|>|<|不低于|不高于|不超过|不少于|超过|以上"
# ≥85, [14], （2.4）, 8—9, 65左右, 17（累计）, 50%
_ANY_UNIT = f"(?:%|{UNIT}|年)"
_VALUE = re.compile(
    rf"[（\[]?(?P<sign>{_SIGN})?(?P<about>约)?(?P<minus>[-+])?"
    rf"(?P<value>\d+(?:\.\d+)?){_ANY_UNIT}?(?:[-～至到](?P<to>\d+(?:\.\d+)?))?"
    rf"(?:（?{_ANY_UNIT})?(?P<after>以上|以下|以内|左右)?[）\]]?(?:（[^）]*）)?"
)
_UNIT_IN_NAME = re.compile(rf"[（，]?(?P<unit>%|{UNIT}|(?<=[（，])年)[）]$")
_FALL = re.compile(r"(?:下降|降低|减少|降幅|累计降|削减)(?:率|比例|幅度|）|（|%|$)")
_RISE = re.compile(r"(?:增长|增速|提高|提升|增加)(?:率|幅度|）|（|%|$)")
_SUM = re.compile("合计|小计|总计|全[市省县区州]")
_YEAR_AHEAD = re.compile(r"^(?:到)?20\d\d年(?:底|末)?(?:目标)?")
_BOUND = re.compile("([^，。；：]*?)(?:均)?为?(上限|下限)")
_BOUNDS: dict[str, Operator] = {"上限": "le", "下限": "ge"}
_YEAR_TAIL = re.compile("(?:底|末|目标|计划)+$")
_NOW = re.compile(r"现状|基期|实绩|完成|实际|基准|基数")
_AIMED = re.compile("目标|规划值|计划")  # 2022年目标值 is no year of what there is
_SIGNS: dict[str, Operator] = {
    **dict.fromkeys(("≥", ">", ">=", "不低于", "不少于", "超过", "以上"), "ge"),
    **dict.fromkeys(("≤", "<", "<=", "不高于", "不超过", "以下", "以内"), "le"),
}
_BEFORE_NAME = re.compile(r"^(?:[#*]|\d{1,2}[.、]|（\d+）|其中：)")


def read_target_table(
    clean: Clean, table: Table, *, begins: int | None = None, issued: int | None = None
) -> Iterator[TargetMention]:
    """The targets of a table, row by row, year by year or measure by measure.

    `begins`: the first year of the plan's period; `issued`: the plan's own year. What lies before them is no target.
    """
    if table.head is not None and "measure" in table.columns:
        yield from _by_year(clean, table, begins, issued) if "when" in table.columns else _of_areas(clean, table)
    if table.head is None or "indicator" not in table.columns:
        return
    years = _years(clean, table, begins or period_begins(_line_before(clean, table.start)), issued)
    for row in table.rows:
        name = table.cell(row, "indicator")
        if name is None:
            continue
        for index, year in years:
            if index < len(row.cells):
                yield from _read(clean, table, row, name, row.cells[index], year)


def _of_areas(clean: Clean, table: Table) -> Iterator[TargetMention]:
    """One target for each area and measure: 张店区|41 under PM2.5（微克/立方米）, by the year of the caption."""
    assert table.head is not None
    caption, note = _line_before(clean, table.start), _line_after(clean, table.end)
    captioned = _YEAR.search(caption)
    for row in table.rows:
        area = table.cell(row, "area")
        if area is None or _SUM.match(clean.text, area.start, area.end):
            continue
        for column, head, cell in zip(table.columns, table.head.cells, row.cells, strict=False):
            words = _words(clean, cell)
            match = _VALUE.fullmatch(words) if column == "measure" else None
            if match is None:
                continue
            name, unit = _name_and_unit(_words(clean, head), "", words)
            year = _YEAR.search(name) or captioned
            name = _YEAR_AHEAD.sub("", name)
            told = _target(match, name, unit, int(year[1]) if year else None, (area, cell))
            yield told._replace(indicator=_words(clean, area) + name, op=_bound(name, note) or told.op)


def _by_year(clean: Clean, table: Table, begins: int | None, issued: int | None) -> Iterator[TargetMention]:
    """One target for each year and measure: 2026年|34 under PM2.5浓度（微克/立方米）, from the plan's first year on."""
    assert table.head is not None
    first = begins or issued or 0
    for row in table.rows:
        when = table.cell(row, "when")
        year = _YEAR.fullmatch(_YEAR_TAIL.sub("", _words(clean, when))) if when else None
        if when is None or year is None or int(year[1]) < first:
            continue
        for column, head, cell in zip(table.columns, table.head.cells, row.cells, strict=False):
            match = _VALUE.fullmatch(_words(clean, cell)) if column == "measure" else None
            if match:
                name, unit = _name_and_unit(_words(clean, head), "", match[0])
                yield _target(match, name, unit, int(year[1]), (when, cell))


def _line_before(clean: Clean, at: int) -> str:
    begin = clean.text.rfind("\n", 0, max(0, at - 1)) + 1
    return clean.text[begin : max(0, at - 1)]


def _line_after(clean: Clean, at: int) -> str:
    end = clean.text.find("\n", at + 1)
    line = clean.text[at + 1 : end if end > 0 else len(clean.text)]
    return line if line.startswith(("注", "备注", "说明")) else ""


def _bound(name: str, note: str) -> Operator | None:
    """注：优良天数比率为下限，其余为上限 makes every other measure a le."""
    bounds = [(words, _BOUNDS[bound]) for words, bound in _BOUND.findall(note)]
    own = next((op for words, op in bounds if name in words), None)
    return own or next((op for words, op in bounds if words.startswith(("其余", "其他", "均", "各"))), None)


def _years(clean: Clean, table: Table, begins: int | None, issued: int | None) -> list[tuple[int, int]]:
    """The columns whose values are to be reached, with their years: not the one that says where things stand."""
    assert table.head is not None
    found: list[tuple[int, int, bool]] = []
    aimed = False
    for i, (column, cell) in enumerate(zip(table.columns, table.head.cells, strict=False)):
        words = clean.text[cell.start : cell.end]
        match = _YEAR.search(words)
        if match and (column == "year" or "目标" in words):
            found.append((i, int(match[1]), _NOW.search(words) is not None))
            aimed |= len(found) == 1 and _AIMED.search(words) is not None
    told = aimed or any(now for _, _, now in found)
    years = sorted({year for _, year, _ in found})
    if len(years) > 1 and not told and _tells_what_is(years, begins, issued):
        return [(i, year) for i, year, _ in found if year != years[0]]
    return [(i, year) for i, year, now in found if not now]


def _tells_what_is(years: list[int], begins: int | None, issued: int | None) -> bool:
    """Whether the first year of a table lies before the plan: 2025年 ⇥ 2030年 of 2026, not 2025年 ⇥ 2026年 of 2025.

    Where nothing says when the plan begins, a year apart does, and one before the three or the five that plans run.
    """
    first = years[0]
    if begins is not None:
        return first < begins
    apart = years[1] - first > 1 or len(years) in (4, 6)
    return apart if issued is None else first < issued or (first == issued and apart)


def _read(clean: Clean, table: Table, row: Row, name: Cell, cell: Cell, year: int) -> Iterator[TargetMention]:
    """The value of a cell, or both of >40万千瓦/80万千瓦时."""
    words = _words(clean, cell)
    several = [words] if _VALUE.fullmatch(words) else words.split("/")
    unit_cell = table.cell(row, "unit")
    column = clean.text[unit_cell.start : unit_cell.end] if unit_cell else ""
    printed = _BEFORE_NAME.sub("", _words(clean, name))
    matches = [match for each in several if (match := _VALUE.fullmatch(each))]
    if len(matches) < len(several):
        return
    for match in matches:
        indicator, unit = _name_and_unit(_whose(clean, table, row, printed) + printed, column, match[0])
        told = _target(match, indicator, unit, year, (name, cell))._replace(baseline_year=baseline(printed))
        signed = match["sign"] or not matches[0]["sign"]
        yield told if signed else told._replace(op=_operator(indicator, matches[0]))


def _words(clean: Clean, cell: Cell) -> str:
    """What a cell prints, without the breaks of its lines."""
    return clean.text[cell.start : cell.end].replace("\v", "")


def _target(
    value: re.Match[str], indicator: str, unit: str, year: int | None, cells: tuple[Cell, Cell]
) -> TargetMention:
    """The target that the cells of a name and of its `value` state."""
    return TargetMention(
        start=cells[0].start, end=cells[1].end, indicator=indicator, op=_operator(indicator, value),
        value=float(value["value"]), value_to=float(value["to"]) if value["to"] else None, unit=unit, year=year,
        baseline_year=None, stance="firm", approximate=bool(value["about"]) or value["after"] == "左右",
    )  # fmt: skip


def _whose(clean: Clean, table: Table, row: Row, indicator: str) -> str:
    """水泥 of 水泥 ⇥ 熟料综合能耗: without it nobody knew whose the indicator is."""
    cell = table.cell(row, "sector")
    words = _words(clean, cell) if cell else ""
    return "" if words in indicator else words


def _name_and_unit(name: str, column: str, value: str) -> tuple[str, str]:
    """地区生产总值（亿元） is 地区生产总值 in 亿元; else the unit has a column of its own or stands at the value."""
    in_name, in_value = _UNIT_IN_NAME.search(name), re.search(_ANY_UNIT, value)
    if not column.strip("-/") or (column == "百分比" and in_value):
        column = in_name["unit"] if in_name else in_value[0] if in_value else ""
    if in_name:
        opened = "（" in name[: in_name.start()] and in_name[0].startswith("，")  # （2020年价，亿元）
        name = name[: in_name.start()] + ("）" if opened else "")
    return name, column


def _operator(indicator: str, value: re.Match[str]) -> Operator:
    """≥85 is ge; 能耗下降率 17 is decrease, whatever sign it has."""
    if _FALL.search(indicator) or value["minus"] == "-":
        return "decrease"
    if _RISE.search(indicator):
        return "increase"
    return _SIGNS.get(value["sign"] or value["after"] or "", "eq")
