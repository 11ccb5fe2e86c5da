"""Where projects are framed: a row of a table of projects, an item of a box, and the numbers that stand in them.

（1）某流域治理工程 titles its item: a target in the lines below it is a target of that project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policygraph.clean import Clean
from policygraph.columns import WORKS_OF_OWNER, names_works
from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import ProjectMention
from policygraph.find.works import capacity
from policygraph.tables import Row, Table

# （1） 1. ① at the beginning of an item of a box
NUMBER = re.compile(r"（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]|[①-⑳]|[一二三四五六七八九十]{1,3}、")
_TOTAL = re.compile("合计|小计|总计|共计|项目合计")
_EVERYWHERE, _ANYBODY = re.compile("全[省市县区州国]|各[市县区州地]+|相关市州"), re.compile("各|相关|有关")


def of_table(
    clean: Clean, table: Table, companies: Sequence[CompanyMention], places: Sequence[PlaceMention]
) -> Iterator[ProjectMention]:
    """One project for each row of a table of projects."""
    if "project" not in table.columns or "indicator" in table.columns:
        return
    for row in table.rows:
        name = table.cell(row, "project")
        total = any(_TOTAL.match(clean.text, cell.start, cell.end) for cell in row.cells)
        if (
            name is None
            or name.end - name.start < 4
            or total
            or _heads_group(table, row)
            or _is_of_all(clean, table, row)
        ):
            continue
        size = table.cell(row, "scale")
        whose = [name, table.cell(row, "owner")]
        where = [name, table.cell(row, "place") or size]
        ahead = whose[1] if _is_of_owner(clean, table) else where[1] if _is_of_place(clean, table) else None
        opening = clean.words(ahead.start, ahead.end) if ahead else ""
        yield ProjectMention(
            name.start, name.end, (opening + clean.words(name.start, name.end)).replace("\v", ""),
            tuple(c for c in companies if any(cell and cell.start <= c.start < cell.end for cell in whose)),
            tuple(p for p in places if any(cell and cell.start <= p.start < cell.end for cell in where)),
            capacity(clean.text, name.start, name.end) or (capacity(clean.text, size.start, size.end) if size else None),
        )  # fmt: skip


def _is_of_owner(clean: Clean, table: Table) -> bool:
    """Whether the works of a table bear no name but their owners': 企业名称 ⇥ 改造内容."""
    head = table.head.cells[table.columns.index("project")] if table.head else None
    return head is not None and WORKS_OF_OWNER.fullmatch(clean.text, head.start, head.end) is not None


def _heads_group(table: Table, row: Row) -> bool:
    """Whether a row heads those below it: 二 ⇥ 清洁运输类, and nothing in its other cells."""
    said = [cell for cell in row.cells[2:] if cell.end > cell.start]
    return not said and len(table.columns) > 3 and table.columns[0] == "ordinal"


def _is_of_place(clean: Clean, table: Table) -> bool:
    """Whether they bear no name but that of the place where they are done: 路段 ⇥ 建设内容."""
    head = table.head.cells[table.columns.index("project")] if table.head else None
    return head is not None and names_works(clean.text[head.start : head.end])


def _is_of_all(clean: Clean, table: Table, row: Row) -> bool:
    """Whether a row is about what all do everywhere: 光伏发电项目 | 全省 | 各相关企业."""
    cells = [table.cell(row, column) for column in ("place", "owner")]
    where, whose = (clean.text[cell.start : cell.end] if cell else "" for cell in cells)
    return _EVERYWHERE.fullmatch(where) is not None and _ANYBODY.match(whose) is not None


def project_of(
    index: int, projects: Sequence[ProjectMention], clean: Clean, stretches: Sequence[tuple[int, int]]
) -> ProjectMention | None:
    """The project that a number at `index` is about: the one that titles its item of a box, or its row of a table.

    （1）某流域治理工程 governs the lines below it up to （2）. `stretches` are those of the clause, its boxes after its own words.
    """
    for start, end in stretches[1:]:
        if start <= index < end:
            begin = _item_start(clean.text, start, index)
            stop = clean.text.find("\n", begin, end)
            title = (begin, stop if stop > 0 else end)
            here = [p for p in projects if title[0] <= p.start < title[1]]
            return here[0] if len(here) == 1 and _opens(clean.text, begin, here[0].start) else None
    return None


def _item_start(text: str, start: int, index: int) -> int:
    """Where the item of a box that `index` stands in begins: at its number, else at its own line."""
    line = text.rfind("\n", start, index) + 1 or start
    at = line
    while at > start and not NUMBER.match(text, at):
        at = text.rfind("\n", start, at - 1) + 1 or start
    return at if NUMBER.match(text, at) else line


def _opens(text: str, begin: int, at: int) -> bool:
    number = NUMBER.match(text, begin)
    return at - (number.end() if number else begin) <= 4
