"""Small plans made by hand whose faults are known: two of 六盘水市 that contradict each other, their province's, 贵阳市's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from policygraph import ids
from policygraph.graph import Graph, build
from policygraph.lexicon.indicators import normal
from policygraph.lexicon.regions import area
from policygraph.model import (
    Assignment,
    Citation,
    Clause,
    Commitment,
    Company,
    Department,
    Plan,
    PlanRecord,
    Project,
    Section,
    SourceNote,
    Span,
    Status,
    Target,
)

ROLES = {"牵头": ("lead", "stated"), "声明": ("lead", "declared"), "独": ("responsible", "sole"),
         "首": ("responsible", "first_listed"), "负责": ("responsible", None), "配合": ("support", None),
         "落实": ("implement", None)}  # fmt: skip


@dataclass(frozen=True)
class Aim:
    """A target: 城市生活垃圾资源化利用率达到60%."""

    indicator: str
    op: str
    value: float
    unit: str
    year: int | None = 2025
    baseline: int | None = None
    stance: str = "firm"
    to: float | None = None


@dataclass(frozen=True)
class Says:
    """A clause; `duties` are "市生态环境局:牵头" with a role of `ROLES`."""

    number: str
    title: str
    text: str
    duties: str = ""
    aims: tuple[Aim, ...] = ()
    commits: tuple[tuple[int, str, bool], ...] = ()
    projects: tuple[tuple[str, str | None], ...] = ()
    cites: str | None = None


def plan(title: str, place: str, *clauses: Says, status: Status = "issued") -> Graph:
    """The graph of a plan with one section 重点任务."""
    home = area(place)
    assert home is not None
    id_ = ids.plan_id(title, draft=status == "draft")
    section = Section(ids.within_plan("section", id_, "二"), "二", "重点任务", None, Span(0, 9))
    record = PlanRecord(
        Plan(id_, title, place, status), SourceNote(title, "text/plain", "utf-8", "0" * 64, 999), (section,)
    )
    for says in clauses:
        record = _with(record, says, home.path, place)
    return build(record)


def _with(record: PlanRecord, says: Says, path: str, place: str) -> PlanRecord:
    id_ = ids.within_plan("clause", record.plan.id, f"二/{says.number}")
    span = Span(0, max(1, len(says.text)))
    bodies, duties = [], []
    for position, printed in enumerate(says.duties.split()):
        surface, _, role = printed.partition(":")
        name = surface.removeprefix("市")
        full = place + name if surface.startswith("市") else surface
        department = ids.shared("department", path, name)
        bodies.append(Department(department, full, (), place, surface.startswith("各")))
        duties.append(Assignment(id_, department, *ROLES[role], surface, position, False, span))
    held = {
        "clauses": [Clause(id_, says.number, ("二",), says.title, "measure" if duties else "statement", says.text,
                           record.sections[0].id, span)],
        "departments": bodies,
        "assignments": duties,
        "targets": [_target(record.plan.id, id_, says, n, aim) for n, aim in enumerate(says.aims)],
        "commitments": [Commitment(f"{id_}/c{n}", id_, year, what, vague, what, span)
                        for n, (year, what, vague) in enumerate(says.commits)],
        "projects": [Project(ids.shared("project", name), id_, name, (f"company:{owner}",) if owner else (), (), None, name, span)
                     for name, owner in says.projects],
        "companies": [Company(f"company:{owner}", owner, (), "company") for _, owner in says.projects if owner],
        "citations": [Citation(id_, says.cites, None, None, span)] if says.cites else [],
    }  # fmt: skip
    return replace(record, **{kind: (*getattr(record, kind), *facts) for kind, facts in held.items()})


def _target(plan_id: str, clause: str, says: Says, n: int, aim: Aim) -> Target:
    quote = next((part for part in re.split("[，。]", says.text) if aim.indicator in part), aim.indicator)
    return Target(
        ids.within_plan("target", plan_id, f"二/{says.number}/{n}"), clause, aim.indicator,
        ids.shared("indicator", normal(aim.indicator)), aim.op, float(aim.value), aim.unit, aim.year, quote, Span(0, len(quote)),
        baseline_year=aim.baseline, stance=aim.stance, value_to=aim.to,
    )  # fmt: skip


CARBON = plan(
    "六盘水市减污降碳协同增效实施方案", "六盘水市",
    Says("一", "指导思想", "坚持系统治理。"),
    Says("29", "强化资源回收和综合利用", "到2025年，大宗工业固体废物综合利用率达到70%。（市生态环境局牵头，市能源局等按职责分工负责）",
         "市生态环境局:牵头 市能源局:负责", (Aim("大宗工业固体废物综合利用率", "eq", 70, "%", stance="aspire"),)),
    Says("30", "加强生活垃圾分类处置",
         "完善生活垃圾分类投放、收集、运输、处理体系，到2025年，城市生活垃圾资源化利用率达到60%。（市住房和城乡建设局、市生态环境局按职责分工负责）",
         "市住房和城乡建设局:首 市生态环境局:负责", (Aim("城市生活垃圾资源化利用率", "eq", 60, "%"),),
         commits=((2030, "资源循环水平显著提升", True),)),
    Says("31", "优化运输结构", "推进大宗货物运输公转铁，实施发耳电厂铁路专用线项目。（市交通运输局负责）", "市交通运输局:独",
         (Aim("氮氧化物重点工程减排量", "eq", 0.2825, "万吨"), Aim("单位地区生产总值二氧化碳排放", "decrease", 18, "%", baseline=2020)),
         projects=(("发耳电厂铁路专用线项目", None), ("2026年建成的梅花山抽水蓄能电站", "六盘水能源公司"))),
    Says("32", "加强组织领导", "各相关部门要认真贯彻落实。（各相关部门按职责分工负责）", "各相关部门:负责"),
    Says("33", "加强宣传教育", "广泛开展宣传。"),
    status="draft",
)  # fmt: skip
ENERGY = plan(
    "六盘水市“十四五”节能减排综合工作实施方案", "六盘水市",
    Says("二", "园区节能环保提升工程", "到2025年，大宗固体废弃物综合利用率提至75%以上。（市工业和信息化局、市住建局负责）",
         "市工业和信息化局:首 市住建局:负责", (Aim("大宗固体废弃物综合利用率", "ge", 75, "%"),)),
    Says("十", "环境基础设施水平提升工程",
         "健全生活垃圾分类投放、收集、运输、处理体系，到2025年，城市生活垃圾资源化利用率达到70%，氮氧化物重点工程减排量2825吨。（市城市管理局负责）",
         "市城市管理局:独",
         (Aim("城市生活垃圾资源化利用率", "eq", 70, "%"), Aim("氮氧化物重点工程减排量", "ge", 2825, "吨"),
          Aim("单位地区生产总值二氧化碳排放", "decrease", 18, "%", baseline=2015), Aim("森林覆盖率", "ge", 60, "%", None))),
)  # fmt: skip
PROVINCE = plan(
    "贵州省减污降碳协同增效实施方案", "贵州省",
    Says("1", "推进绿色建筑", "到2025年，城镇新建绿色建筑面积占比达到100%，公交车新能源比例达到90%，建成公园50个。", "",
         (Aim("城镇新建绿色建筑占比", "eq", 100, "%"), Aim("PM2.5浓度", "eq", 25, "微克/立方米"), Aim("建成公园", "ge", 50, "个"))),
)  # fmt: skip
GUIYANG = plan(
    "贵阳贵安减污降碳协同增效实施方案", "贵阳市",
    Says("1", "加强生活垃圾分类处置", "完善生活垃圾分类投放、收集、运输、处理体系，落实省方案。（市城市管理局牵头，市生态环境局配合）",
         "市城市管理局:牵头 市生态环境局:配合",
         (Aim("城镇新建绿色建筑占比", "eq", 80, "%"), Aim("PM2.5浓度", "eq", 30, "微克/立方米"), Aim("建成公园", "ge", 5, "个")),
         cites="关于印发〈贵州省减污降碳协同增效实施方案〉的通知"),
    Says("2", "保护水环境", "加强湖库治理。（市生态环境局牵头，市水务局、市林业局配合）", "市生态环境局:牵头 市水务局:配合 市林业局:配合"),
    Says("3", "修复湿地", "修复退化湿地。（市生态环境局牵头，市水务局、市林业局配合）", "市生态环境局:牵头 市水务局:配合 市林业局:配合"),
    Says("4", "植树造林", "植树造林。（市林业局牵头，市水务局配合）", "市林业局:牵头 市水务局:配合"),
    Says("5", "水土保持", "治理水土流失。（市林业局牵头，市水务局配合）", "市林业局:牵头 市水务局:配合"),
)  # fmt: skip
ALL = (CARBON, ENERGY, PROVINCE, GUIYANG)
