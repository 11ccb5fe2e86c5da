"""A plan laid open: its clean text, tables, duty lists, outline and letterhead, and what each finder asks of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from policygraph import ids
from policygraph import outline as outlines
from policygraph.clean import clean
from policygraph.extract import whose
from policygraph.find.duties import duty_lists
from policygraph.find.duty_list import DutyList
from policygraph.find.years import BY_DATE, period_begins, year_phrases
from policygraph.letterhead import letterhead
from policygraph.model import Clause, Section, Source
from policygraph.numbering import numbering
from policygraph.outline import Heading, Unit
from policygraph.spans import Ordered
from policygraph.tables import DUTY_COLUMNS, Table, tables

Stretch = tuple[int, int]
_AIMS = re.compile(r"目标|指标|愿景")
_WAYS = re.compile(r"路径|任务|措施|举措|步骤")  # below 建设目标 too, what leads there is no aim
# not 夯实发展基础, which is a task
_TASK = re.compile(
    r"夯实|筑牢|打牢|强化|巩固|提升|提高|增强|扩大|推动|加强|优化|营造|完善|加快|促进|建强|打好|打赢|深化|推进|实施|开展|做好|抓好|落实|健全|建立"
)
_BACKGROUND = re.compile(r"形势|现状|背景|基础$|(?:工作|主要|取得|建设|发展|实施|改革)成效|成效(?:显著)?$|回顾|进展")
_LOOKS_BACK = re.compile(r"总结|完成情况|开展情况|执行情况")
_DUE_LABEL = "(?:完成(?:时限|时间|期限)|时限要求|时间节点)"
_DUE = re.compile(rf"{_DUE_LABEL}[：:][^\n]*|（{_DUE_LABEL}）[：:]?[^\n]*")  # and 【完成时限】2026年6月
# （市财政局负责|，2026年9月底前完成）
_DUE_BEHIND_LIST = re.compile(rf"[，；。]{BY_DATE}(?:全面|基本|全部)?完成[）。]*$")
# 以上任务2027年底前完成: what the clause says of all that it sets out
_ALL_DUE = re.compile(
    r"(?:以上|上述)(?:各项|所有|全部)?(?:任务|工作|目标|项目|措施|指标)(?:[，、]|均|要|须|应|确保|力争|原则上|于|在)*20\d\d年[^，。；\n]{0,8}?(?:全部|全面|基本)?(?:完成|落实|建成|见效|到位)"
)
_LIST = re.compile(r"(?:清单|分工表|分解表|任务表|项目表|安排表|计划表|一览表)(?:（[^（）]*）)?$")
_STOPS = "，。；、：）\n\t"
_NUMBER = 8  # no number at the head of a clause is longer
_LABEL = 14  # a cell that only says of what sort a task is, is no longer
_YEAR = re.compile(r"(20\d\d)年")
_PERIOD = re.compile(r"(20\d\d)年?[-—–－～~至到]+(20\d\d)年")
# 2024年工作要点, but not 2030年前碳达峰, 2023—2025年 or 2035年远景目标
_YEAR_PLAN = re.compile(r"(?<![-—–－～~至到\d])(20\d\d)年?度?(?!\d|年?(?:[-—–－～~至到]|前|底|远景|版|修订|第))")


class OpenPlan:
    """One source on its way through the finders. Offsets are those of the clean text."""

    def __init__(self, source: Source, known: whose.Known) -> None:
        self.source = source
        self.known = known
        self.clean = clean(source.text)
        self.tables = tables(self.clean)
        self._tables = Ordered(self.tables)
        self.lists = duty_lists(self.clean, self.tables)
        self.outline = outlines.outline(self.clean, self.lists, self.tables)
        head = letterhead(self.clean, self.outline)
        self.home = whose.home(known, head, self.clean.text)
        self.issuers = known.issuers if known.issuers is not None else head.issuers
        self.plan = whose.plan(known, head, self.home, source.name, self.clean.text)
        self.year = whose.year_of(self.plan, self.clean.text)
        self.only_year = _only_year(self.plan.title) or _reported_year(self.plan.title, self.year)
        self.first_year, self.last_year = _first_year(self.plan.title), _last_year(self.plan.title)
        self._aims_by = self.last_year or (self.first_year and self.first_year + 4)  # “十四五”节能减排综合工作方案
        self.headings: dict[str, Heading] = {heading.key: heading for heading in self.outline.headings}
        self.barred: list[Stretch] = [(d.start, d.end) for d in self.lists if not self.table_at(d.start)]
        self._lists = Ordered(self.lists)
        self._aims: dict[str | None, bool] = {}
        self._led_by: dict[str | None, int | None] = {}
        self._lists_of: dict[str, list[DutyList]] = {}

    # -- the outline as records

    def clause_id(self, unit: Unit) -> str:
        """The id of the clause that `unit` is."""
        return ids.within_plan("clause", self.plan.id, unit.key)

    def _section_id(self, key: str | None) -> str | None:
        return ids.within_plan("section", self.plan.id, key) if key else None

    def sections(self) -> tuple[Section, ...]:
        """The headings that others stand under."""
        return tuple(
            Section(
                ids.within_plan("section", self.plan.id, heading.key), heading.number,
                self._printed(heading.title, heading.start, heading.end), self._section_id(heading.parent),
                self.clean.span(heading.start, heading.end),
            )
            for heading in self.outline.headings
        )  # fmt: skip

    def clause(self, unit: Unit) -> Clause:
        """The clause that `unit` is, with its words as printed."""
        span = self.clean.span(unit.start, unit.end)
        bears = any(duty.entries for duty in self.lists_of(unit))
        title = self._printed(unit.title, unit.start, unit.end) if unit.title else None
        return Clause(
            self.clause_id(unit), unit.number, unit.path, title, "measure" if bears else "statement",
            self._text(unit), self._section_id(unit.parent), span,
        )  # fmt: skip

    def _text(self, unit: Unit) -> str:
        """The words of a clause, each paragraph on a line."""
        lines, at = [], unit.start
        for line in self.clean.text[unit.start : unit.end].split("\n"):
            lines.append(self.clean.words(at, at + len(line)))
            at += len(line) + 1
        return "\n".join(filter(None, lines))

    def _printed(self, title: str, start: int, end: int) -> str:
        at = self.clean.text.find(title, start, end)
        return self.clean.words(at, at + len(title)) if at >= 0 and title else title

    # -- what finders ask

    def table_at(self, index: int) -> Table | None:
        """The table that the character at `index` stands in."""
        return self._tables.at(index)

    def lists_of(self, unit: Unit) -> Sequence[DutyList]:
        """The duty lists that stand in a clause, its boxes included."""
        if unit.key not in self._lists_of:
            self._lists_of[unit.key] = [
                duty for stretch in unit.stretches for duty in self._lists.beginning_in(*stretch)
            ]
        return self._lists_of[unit.key]

    def barred_in(self, unit: Unit) -> tuple[Stretch, ...]:
        """The stretches of a clause where duty lists stand and no other fact does."""
        return tuple((duty.start, duty.end) for duty in self.lists_of(unit)) if unit.row is None else ()

    def texts(self, unit: Unit) -> list[Stretch]:
        """The stretches of a clause that are sentences, not tables; its cells where it is a row, but for those of bodies."""
        if unit.row is not None:
            table = self.table_at(unit.start)
            if table is not None and "indicator" in table.columns:  # its values are no sentences
                return []
            kinds = list(zip_longest(unit.row.cells, table.columns[: len(unit.row.cells)] if table else ()))
            tasks = [cell for cell, kind in kinds if kind == "task" and cell.end > cell.start]
            barred = {cell.start for cell in tasks[:-1] if cell.end - cell.start <= _LABEL}  # 推进全面覆盖 | 配齐…
            if table is not None and "project" in table.columns:  # its size and its milestones are no aims
                barred |= {cell.start for cell, kind in kinds if kind in ("scale", "deadline")}
            return [
                (cell.start, cell.end)
                for cell, kind in kinds
                if cell.end > cell.start and kind not in DUTY_COLUMNS and cell.start not in barred
            ]
        tables_here = [(start, self.table_at(start)) for start, _ in unit.stretches]
        headless = {start for start, table in tables_here if table is None or not table.columns}
        own = [(self._behind_number(start, end), end) for start, end in unit.stretches if start in headless]
        return [piece for stretch in own for piece in self._between_lists(unit, *stretch)]

    def _between_lists(self, unit: Unit, start: int, end: int) -> Iterator[Stretch]:
        """What stands before and behind each list that a sentence goes on behind: …。（市教育局负责）|开展抽查。（…）"""
        for duty in self.lists_of(unit):
            goes_on = start < duty.start and duty.end < end and self.clean.text[duty.end] not in _STOPS
            if goes_on:
                yield start, duty.start
                start = duty.end
        yield start, end

    def _behind_number(self, start: int, end: int) -> int:
        """Where the words of a stretch begin that may open with a number: （四）|建成区人口密度…"""
        number = numbering(self.clean.text[start : min(end, start + _NUMBER)])
        return min(start + number.end, end) if number else start

    def tables_of(self, unit: Unit) -> list[Table]:
        """The tables of targets or projects that belong to a clause; of a table whose row it is, that row alone."""
        if unit.row is not None:
            table = self.table_at(unit.start)
            return [replace(table, rows=(unit.row,))] if table is not None and "indicator" in table.columns else []
        found = [self.table_at(start) for start, _ in unit.stretches]
        return [table for table in found if table is not None]

    def states_aims(self, unit: Unit) -> bool:
        """Whether a clause stands under a heading of aims: 主要目标."""
        if unit.title and _AIMS.search(unit.title):
            return True
        if unit.parent not in self._aims:
            above = takewhile(lambda title: not _WAYS.search(title), self._above(unit))
            self._aims[unit.parent] = any(_AIMS.search(title) for title in above)
        return self._aims[unit.parent]

    def is_background(self, unit: Unit) -> bool:
        """Whether a clause tells how things stand: 面临形势."""
        return unit.title is not None and _BACKGROUND.search(unit.title) is not None and not _TASK.match(unit.title)

    def is_foreword(self, unit: Unit) -> bool:
        """Whether a clause tells, before the first heading, why the plan was made, and sets no year: 到2027年."""
        if unit.key != "preamble" or len(self.outline.units) < 2:
            return False
        phrases = year_phrases(self.clean.text, unit.start, unit.end)
        return not any(phrase.lasting and self.clean.text[phrase.start] in "到至" for phrase in phrases)

    def year_of(self, unit: Unit) -> int | None:
        """The one year that a clause is for, by the nearest heading above it (2025年重点任务) or by the plan's title."""
        titles = [unit.title or ""] if unit.number and unit.number.startswith("附") else []  # 附件2 by itself
        above = (_only_year(title) for title in [*titles, *self._above(unit)] if not _looks_back(title))
        return next((year for year in above if year), None) or self.only_year

    def _above(self, unit: Unit) -> Iterable[str]:
        above = self.headings.get(unit.parent or "")
        while above:
            yield above.title
            above = self.headings.get(above.parent or "")

    def deadline(self, unit: Unit) -> int | None:
        """The year by which the whole clause is due: its 完成时限, printed as a line or in a table's column.

        完成时限：11月底 is of the year that the plan is for. Where a row has none, the title of its list tells:
        重点任务清单（2023-2025年）.
        """
        words = self._due(unit)
        if not words and unit.row is not None:
            return self._listed_for(unit)
        if not words or re.search("持续|长期|每年", words):
            return None
        years = _YEAR.findall(words)
        return int(years[-1]) if years else self.year_of(unit)

    def _listed_for(self, unit: Unit) -> int | None:
        """The last year in the title of the list that a row stands in."""
        table = self.table_at(unit.start)
        if table is None:
            return None
        text, end = self.clean.text, table.start - 1  # before the line break
        above = text[text.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)]
        return (_last_year(above) or _only_year(above)) if _LIST.search(above) else None

    def aims_by(self, unit: Unit) -> int | None:
        """The last year of the period in the plan's title, by which a clause of aims is due where it prints no year."""
        return self._aims_by if self.states_aims(unit) else None

    def undated_aims(self, unit: Unit) -> int | None:
        """The same where the clause prints no year at all."""
        dated = any(year_phrases(self.clean.text, *stretch) for stretch in unit.stretches)
        return None if dated else self._introduced(unit) or self.aims_by(unit)

    def _introduced(self, unit: Unit) -> int | None:
        """The year of the words that lead to a list of items, whatever numbers these bear: 到2020年，将实现：|1.…"""
        if unit.parent not in self._led_by:
            above = next((head for head in self.outline.units if head.key == unit.parent), None)
            self._led_by[unit.parent] = self._leads_to(above) if above else None
        return self._led_by[unit.parent]

    def _leads_to(self, unit: Unit) -> int | None:
        text = self.clean.text
        if text[unit.end - 1] != "：":
            return None
        begin = max(unit.start, text.rfind("\n", 0, unit.end) + 1)
        years = {phrase.year for phrase in year_phrases(text, begin, unit.end) if phrase.lasting}
        return years.pop() if len(years) == 1 else None

    def _due(self, unit: Unit) -> str:
        table = self.table_at(unit.start) if unit.row is not None else None
        if table is not None and unit.row is not None:
            cell = table.cell(unit.row, "deadline")
            return self.clean.text[cell.start : cell.end] if cell else ""
        line = _DUE.search(self.clean.text, unit.start, unit.end)
        if line := line or _ALL_DUE.search(self.clean.text, unit.start, unit.end):
            return line[0]
        closing = (_DUE_BEHIND_LIST.search(self.clean.text[duty.start : duty.end]) for duty in self.lists_of(unit))
        return next((date[0] for date in closing if date), "")


def _last_year(title: str) -> int | None:
    """The year in which the period of a plan's title ends: 2026 of （2024—2026年）."""
    period = _PERIOD.search(re.sub("《[^》]*》", "", title))
    return int(period[2]) if period else None


def _first_year(title: str) -> int | None:
    """The year in which the period of a plan's title begins: 2024 of （2024—2026年）, 2026 of “十五五”."""
    own = re.sub("《[^》]*》", "", title)
    period = _PERIOD.search(own)
    return int(period[1]) if period else period_begins(own)


def _reported_year(title: str, year: int | None) -> int | None:
    """The plan's own year where it shares out what a government's report sets for a year: 《政府工作报告》重点工作分工."""
    return year if "政府工作报告" in title and not _YEAR.search(title) else None


def _looks_back(title: str) -> bool:
    """2024年工作回顾, which tells what was done in a year."""
    return _BACKGROUND.search(title) is not None or _LOOKS_BACK.search(title) is not None


def _only_year(title: str) -> int | None:
    """The year of a plan for one year, by its title: 2024年工作要点; it holds where the text sets no deadline."""
    own = re.sub("《[^》]*》", "", title)
    years = {int(year) for year in _YEAR_PLAN.findall(own)}
    return years.pop() if len(years) == 1 and len(re.findall(r"20\d\d", own)) == 1 else None
