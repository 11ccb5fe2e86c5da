"""Small plans made by hand, as records and as graphs, for tests that need something to load."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from policygraph import ids, model
from policygraph.graph import Graph, build


@dataclass(frozen=True)
class Says:
    """What one clause says. `duties` and `mentions` give (the words printed, the full name)."""

    text: str
    duties: tuple[tuple[str, str], ...] = ()
    target: tuple[str, float, str] | None = None
    project: tuple[str, str, str] | None = None
    cites: str | None = None
    mentions: tuple[tuple[str, str], ...] = ()
    commits: str | None = None


def record(title: str, jurisdiction: str, *clauses: Says, issuer: str | None = None) -> model.PlanRecord:
    """A plan with one section and these clauses."""
    plan = ids.plan_id(title, draft=False)
    section = model.Section(ids.within_plan("section", plan, "一"), "一", "重点任务", None, model.Span(0, 10))
    parts: dict[str, list[object]] = {}
    for number, says in enumerate(clauses, 1):
        for kind, facts in _facts(plan, str(number), section.id, says).items():
            parts.setdefault(kind, []).extend(facts)
    names = {name for says in clauses for _, name in says.duties} | ({issuer} if issuer else set())
    departments = tuple(model.Department(department(name), name, (), name[:3]) for name in sorted(names))
    firms = {says.project[1] for says in clauses if says.project} | {n for says in clauses for _, n in says.mentions}
    return model.PlanRecord(
        model.Plan(plan, title, jurisdiction, "issued", None, datetime.date(2022, 6, 1),
             (department(issuer),) if issuer else (), (2025, 2030)),
        model.SourceNote(f"{title}.txt", "text/plain", "utf-8", "0" * 64, 1000),
        sections=(section,),
        departments=departments,
        companies=tuple(model.Company(company(name), name, (), "company") for name in sorted(firms)),
        places=tuple(model.Place(f"place:{p}", p, "park") for p in sorted({s.project[2] for s in clauses if s.project})),
        **{kind: tuple(facts) for kind, facts in parts.items()},
    )  # fmt: skip


def department(name: str) -> str:
    return ids.shared("department", name[:3], name[3:])


def company(name: str) -> str:
    return ids.shared("company", name)


def _facts(plan: str, number: str, section: str, says: Says) -> dict[str, list[object]]:
    id_ = ids.within_plan("clause", plan, f"一/{number}")
    span = model.Span(0, len(says.text))
    facts: dict[str, list[object]] = {
        "clauses": [model.Clause(id_, number, ("一",), says.text[:6], "measure", says.text, section, span)],
        "assignments": [
            model.Assignment(
                id_,
                department(name),
                "lead" if at == 0 else "support",
                "stated" if at == 0 else None,
                words,
                at,
                False,
                span,
            )
            for at, (words, name) in enumerate(says.duties)
        ],
        "mentions": [model.Mention(id_, company(name), words, span) for words, name in says.mentions],
    }
    project = ids.shared("project", says.project[0]) if says.project else None
    if says.target:
        indicator, value, unit = says.target
        key = ids.within_plan("target", plan, f"一/{number}/{indicator}")
        meaning = ids.shared("indicator", indicator)
        facts["targets"] = [
            model.Target(key, id_, indicator, meaning, "eq", value, unit, 2025, says.text, span, project=project)
        ]
    if says.project and project:
        name, owner, place = says.project
        facts["projects"] = [
            model.Project(project, id_, name, (company(owner),), (f"place:{place}",), None, says.text, span)
        ]
    if says.cites:
        facts["citations"] = [model.Citation(id_, says.cites, None, None, span)]
    if says.commits:
        key = ids.within_plan("commitment", plan, f"一/{number}")
        facts["commitments"] = [model.Commitment(key, id_, 2025, says.commits, True, says.text, span)]
    return facts


LIUPANSHUI = build(record(
    "六盘水市减污降碳协同增效实施方案", "六盘水市",
    Says("推进首钢水钢超低排放改造。",
         (("市生态环境局", "六盘水市生态环境局"), ("市住建局", "六盘水市住房和城乡建设局")),
         project=("首钢水钢超低排放改造", "首钢水城钢铁(集团)有限责任公司", "水城经济开发区"),
         target=("氮氧化物重点工程减排量", 0.2825, "万吨")),
    Says("到2025年煤炭消费比重进一步降低。", (("市发展改革委", "六盘水市发展和改革委员会"),),
         commits="煤炭消费比重进一步降低", cites="六盘水市节能减排综合工作方案"),
    issuer="六盘水市生态环境局",
))  # fmt: skip
LIUPANSHUI_ENERGY = build(record(
    "六盘水市节能减排综合工作方案", "六盘水市",
    Says("发展绿色建筑。", (("市住房城乡建设局", "六盘水市住房和城乡建设局"), ("市林业局", "六盘水市林业局")),
         target=("新建绿色建筑比例", 70.0, "%"), mentions=(("水钢", "首钢水城钢铁(集团)有限责任公司"),)),
    Says("推进首钢水钢超低排放改造。", (("市工业和信息化局", "六盘水市工业和信息化局"),),
         project=("首钢水钢超低排放改造", "首钢水城钢铁(集团)有限责任公司", "水城经济开发区"),
         cites="中华人民共和国环境保护法"),
))  # fmt: skip
GUIYANG = build(record(
    "贵阳市减污降碳协同增效实施方案", "贵阳市",
    Says("发展绿色建筑。", (("市住建局", "贵阳市住房和城乡建设局"),), target=("新建绿色建筑比例", 75.0, "%"),
         cites="中华人民共和国环境保护法"),
))  # fmt: skip
ALL = (LIUPANSHUI, LIUPANSHUI_ENERGY, GUIYANG)


def large(title: str = "贵州省大方案", clauses: int = 1500) -> Graph:
    """A plan with thousands of nodes and relationships, which takes a moment to load."""
    bodies = [f"贵州省第{number}局" for number in range(40)]
    says = (
        Says(f"第{number}项任务，到2025年达到{number}万吨。",
             tuple((name[2:], name) for name in bodies[number % 7 :: 7]),
             target=(f"指标{number % 50}", float(number), "万吨"))
        for number in range(clauses)
    )  # fmt: skip
    return build(record(title, "贵州省", *says))
