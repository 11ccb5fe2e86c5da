"""Workload: who leads, is responsible, supports and carries out how many clauses, and how evenly it is spread.

由市生态环境局牵头 counts as a lead by statement; which bases of lead count is said in the report. 各有关部门 are
listed, but are no body and stay out of every measure of concentration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from policygraph.audit.concentration import gini, hhi, rounded
from policygraph.audit.facts import DutyFact
from policygraph.audit.gathered import Facts
from policygraph.audit.limits import Limits
from policygraph.audit.merge import merged
from policygraph.audit.report import Cell, Evidence, Finding, Report, Row, Table
from policygraph.audit.tally import COLUMNS, Load, check_basis, tally
from policygraph.model import ROLES


def workload(
    facts: Facts, limits: Limits, *, basis: Collection[str] | None = None, merge: Sequence[str] = ()
) -> Report:
    """Tasks per department. `basis`: which grounds of lead count; `merge`: departments to be put together on trial."""
    counted = check_basis(limits.basis if basis is None else basis)
    loads = tally(facts, facts.duties, counted)
    tables = [
        _departments(loads, len(facts.duties_of)),
        _by_plan(facts, counted),
        _by_sector(facts, counted),
        _by_region(facts, loads),
        _concentration(facts, counted),
        _by_year(facts),
    ]
    findings = [*_never_lead(facts, limits, counted), *_sole(loads, limits), *_busiest(loads, limits)]
    findings += _concentrated(tables[4], limits)
    if merge:
        table, said = merged(facts, loads, merge)
        tables.append(table)
        findings.append(said)
    busy = sorted(loads, key=lambda load: (-load.count("tasks"), load.department))[: limits.charted]
    bars = tuple((load.name, {str(role): load.count(role) for role in ROLES}) for load in busy)
    notes: dict[str, Cell] = {"clauses": len(facts.duties_of)}
    return Report("workload", tuple(tables), tuple(findings), basis=counted, notes=notes, bars=bars)


def _departments(loads: Sequence[Load], clauses: int) -> Table:
    rows = tuple(
        Row(
            (load.name, load.jurisdiction, load.collective, *(load.count(column) for column in COLUMNS),
             round(load.count("tasks") / clauses, 4)),
            {column: load.clauses(column) for column in COLUMNS if load.count(column)},
        )
        for load in loads
    )  # fmt: skip
    return Table("departments", ("department", "jurisdiction", "collective", *COLUMNS, "share"), rows)


def _by_plan(facts: Facts, basis: Collection[str]) -> Table:
    rows = []
    for plan in facts.plans:
        duties = facts.duties_in.get(plan.plan, ())
        clauses = len({duty.clause for duty in duties})
        for load in tally(facts, duties, basis):
            behind = {column: load.clauses(column) for column in ("lead", "tasks") if load.count(column)}
            counts = (*(load.count(role) for role in (*ROLES, "tasks")), clauses)
            rows.append(Row((plan.label, load.name, *counts, round(load.count("tasks") / clauses, 4)), behind))
    return Table("by_plan", ("plan", "department", *ROLES, "tasks", "of_clauses", "share"), tuple(rows))


def _by_sector(facts: Facts, basis: Collection[str]) -> Table:
    groups: defaultdict[tuple[str, str], list[DutyFact]] = defaultdict(list)
    for duty in facts.duties:
        groups[duty.plan, facts.sector(duty.clause)].append(duty)
    rows = [
        Row((facts.label(plan), sector, load.name, load.count("lead"), load.count("tasks")),
            {column: load.clauses(column) for column in ("lead", "tasks") if load.count(column)})
        for (plan, sector), duties in groups.items()
        for load in tally(facts, duties, basis)
    ]  # fmt: skip
    return Table("by_sector", ("plan", "sector", "department", "lead", "tasks"), tuple(rows))


def _by_region(facts: Facts, loads: Sequence[Load]) -> Table:
    groups: defaultdict[str, list[Load]] = defaultdict(list)
    for load in loads:
        groups[load.jurisdiction].append(load)
    rows = []
    for region, held in sorted(groups.items()):
        duties = [duty for duty in facts.duties if duty.jurisdiction == region]
        tasks = tuple({duty.clause: facts.evidence(duty) for duty in duties}.values())
        leads = tuple({each.clause: each for load in held for each in load.clauses("lead")}.values())
        rows.append(Row((region, len(held), len(leads), len(tasks)), {"lead": leads, "tasks": tasks}))
    return Table("by_region", ("jurisdiction", "departments", "lead", "tasks"), tuple(rows))


def _concentration(facts: Facts, basis: Collection[str]) -> Table:
    rows = []
    scopes = [(plan.label, facts.duties_in.get(plan.plan, ())) for plan in facts.plans]
    if len(scopes) > 1:
        scopes.append(("*", facts.duties))
    for label, duties in scopes:
        loads = [load for load in tally(facts, duties, basis) if not load.collective]
        tasks, leads = ([load.count(column) for load in loads] for column in ("tasks", "lead"))
        measures = [rounded(each) for each in (hhi(tasks), gini(tasks), hhi(leads), gini(leads))]
        rows.append(Row((label, len(loads), sum(tasks), *measures)))
    columns = ("plan", "departments", "duties", "hhi_tasks", "gini_tasks", "hhi_leads", "gini_leads")
    return Table("concentration", columns, tuple(rows))


def _by_year(facts: Facts) -> Table:
    """Tasks by the years in which something in their clause falls due."""
    years: defaultdict[str, set[int]] = defaultdict(set)
    for clause, year in facts.due:
        years[clause].add(year)
    due: defaultdict[tuple[int, str, str], dict[str, Evidence]] = defaultdict(dict)
    for duty in facts.duties:
        for year in years[duty.clause]:
            due[year, duty.name, duty.department].setdefault(duty.clause, facts.evidence(duty))
    ordered = sorted(due.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][2]))
    rows = (Row((year, name, len(held)), {"tasks": tuple(held.values())}) for (year, name, _), held in ordered)
    return Table("by_year", ("year", "department", "tasks"), tuple(rows))


def _never_lead(facts: Facts, limits: Limits, basis: Collection[str]) -> Iterator[Finding]:
    """Only in plans that name leads as a rule: where hardly any is named, never to lead says nothing of a body."""
    leading = {duty.department for duty in facts.duties if duty.basis in basis}
    plans = {plan.plan for plan in facts.plans if _names_leads(facts, plan.plan, limits, basis)}
    for load in tally(facts, [duty for duty in facts.duties if duty.plan in plans], basis):
        if load.department not in leading and not load.collective and load.count("tasks") >= limits.never_leads_from:
            values: dict[str, Cell] = {"department": load.name, "tasks": load.count("tasks")}
            yield Finding("never_leads", values, load.clauses("tasks"))


def _names_leads(facts: Facts, plan: str, limits: Limits, basis: Collection[str]) -> bool:
    duties = facts.duties_in.get(plan, ())
    led = {duty.clause for duty in duties if duty.basis in basis}
    return bool(led) and len(led) >= limits.leads_named_from * len({duty.clause for duty in duties})


def _sole(loads: Sequence[Load], limits: Limits) -> Iterator[Finding]:
    for load in loads:
        if load.count("sole") >= limits.sole_from:
            yield Finding("sole", {"department": load.name, "tasks": load.count("sole")}, load.clauses("sole"))


def _busiest(loads: Sequence[Load], limits: Limits) -> Iterator[Finding]:
    """The busiest part of the departments and the part of all duties that they bear."""
    bodies = sorted(
        (load for load in loads if not load.collective), key=lambda load: (-load.count("tasks"), load.department)
    )
    top = bodies[: max(1, round(len(bodies) * limits.top_part))]
    total = sum(load.count("tasks") for load in bodies)
    if total:
        values: dict[str, Cell] = {
            "departments": "、".join(load.name for load in top), "count": len(top), "part": limits.top_part,
            "share": round(sum(load.count("tasks") for load in top) / total, 4),
        }  # fmt: skip
        yield Finding("busiest", values, tuple(each for load in top for each in load.clauses("tasks")))


def _concentrated(table: Table, limits: Limits) -> Iterator[Finding]:
    for row in table.rows:
        values = dict(zip(table.columns, row.cells, strict=True))
        index = values["hhi_tasks"]
        if isinstance(index, float) and index > limits.concentrated:
            yield Finding("concentrated", {"plan": values["plan"], "hhi": index, "limit": limits.concentrated}, ())
