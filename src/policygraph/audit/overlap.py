"""Overlap: tasks that two plans of one place give to other bodies, and bodies that always work together.

加强生活垃圾分类处置 in one plan and 环境基础设施水平提升工程 in another may be the same work under other chiefs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from policygraph.audit.facts import ClauseFact, DutyFact, PlanFact
from policygraph.audit.gathered import Facts
from policygraph.audit.likeness import Measure
from policygraph.audit.limits import Limits
from policygraph.audit.network import network
from policygraph.audit.report import Cell, Finding, Report, Row, Table

_COLUMNS = (
    "score", "plan_a", "number_a", "title_a", "plan_b", "number_b", "title_b", "terms", "common_bodies",
    "only_a", "only_b",
)  # fmt: skip


def overlap(facts: Facts, limits: Limits) -> Report:
    """Like tasks with other bodies in charge, bodies bound to each other, and the network of shared duties."""
    same = list(_same_tasks(facts, limits))
    bound, pairs = _together(facts, limits)
    tables = (Table("same_tasks", _COLUMNS, tuple(row for row, _ in same)), bound, *network(facts))
    findings = (*(finding for _, finding in same), *pairs)
    return Report("overlap", tables, findings, notes=facts.note_on_texts())


def _same_tasks(facts: Facts, limits: Limits) -> Iterator[tuple[Row, Finding]]:
    found = []
    for first, second in _neighbours(facts):
        sides = [
            [each for each in facts.clauses_in.get(plan.plan, ()) if each.id in facts.duties_of]
            for plan in (first, second)
        ]
        measure = Measure([*sides[0], *sides[1]], title_weight=limits.title_weight, by_title=limits.by_title)
        for a in sides[0]:
            for b in sides[1]:
                if measure.alike(a.id, b.id, limits.same_task) and _shared_part(facts, a.id, b.id) < limits.same_bodies:
                    likeness = measure.likeness(a.id, b.id)
                    found.append(
                        (likeness.score, *_same_task(facts, a, b, likeness.score, likeness.explained(limits.terms)))
                    )
    found.sort(key=lambda each: -each[0])
    yield from ((row, finding) for _, row, finding in found)


def _neighbours(facts: Facts) -> Iterator[tuple[PlanFact, PlanFact]]:
    """Pairs of plans for one region; a draft and its issued version are one plan and no pair."""
    for a, b in combinations(facts.plans, 2):
        if (a.region or a.jurisdiction) == (b.region or b.jurisdiction) is not None and a.title != b.title:
            yield a, b


def _in_charge(facts: Facts, clause: str) -> dict[str, DutyFact]:
    """The bodies that lead or are responsible, by id."""
    return {duty.department: duty for duty in facts.duties_of.get(clause, ()) if duty.in_charge}


def _shared_part(facts: Facts, a: str, b: str) -> float:
    """The bodies in charge of both clauses, as a share of those in charge of either."""
    first, second = _in_charge(facts, a), _in_charge(facts, b)
    return len(first.keys() & second.keys()) / len(first | second) if first or second else 1.0


def _same_task(facts: Facts, a: ClauseFact, b: ClauseFact, score: float, terms: str) -> tuple[Row, Finding]:
    first, second = _in_charge(facts, a.id), _in_charge(facts, b.id)
    common, only_a, only_b = (
        "、".join(held[id_].name for id_ in held if id_ in ids)
        for held, ids in ((first, first.keys() & second.keys()), (first, first.keys() - second.keys()),
                          (second, second.keys() - first.keys()))
    )  # fmt: skip
    evidence = tuple(facts.cite(each.id, each.called()) for each in (a, b))
    cells: tuple[Cell, ...] = (
        round(score, 3), facts.label(a.plan), a.number, a.title, facts.label(b.plan), b.number, b.title, terms,
        common, only_a, only_b,
    )  # fmt: skip
    row = Row(cells, {"title_a": evidence[:1], "title_b": evidence[1:]})
    values = {"title_a": evidence[0].quote, "plan_a": cells[1], "title_b": evidence[1].quote, "plan_b": cells[4],
              "score": cells[0], "only_a": only_a or "—", "only_b": only_b or "—", "terms": terms}  # fmt: skip
    return row, Finding("same_task", values, evidence)


def _together(facts: Facts, limits: Limits) -> tuple[Table, list[Finding]]:
    """Pairs of bodies that share nearly all clauses that either of them has."""
    clauses: defaultdict[str, dict[str, DutyFact]] = defaultdict(dict)
    for duty in facts.duties:
        if not duty.collective and not duty.inherited:
            clauses[duty.department].setdefault(duty.clause, duty)
    rows, findings = [], []
    for a, b in _met(clauses):
        common = [clause for clause in clauses[a] if clause in clauses[b]]
        share = len(common) / len(clauses[a].keys() | clauses[b].keys())
        if len(common) >= limits.together_from and share >= limits.together:
            evidence = tuple(facts.evidence(clauses[a][clause]) for clause in common)
            names = (next(iter(clauses[a].values())).name, next(iter(clauses[b].values())).name)
            rows.append(Row((*names, len(common), round(share, 4)), {"tasks": evidence}))
            values: dict[str, Cell] = {
                "department_a": names[0],
                "department_b": names[1],
                "tasks": len(common),
                "share": round(share, 4),
            }
            findings.append(Finding("together", values, evidence))
    rows.sort(key=lambda row: (-float(row.cells[3] or 0), -int(row.cells[2] or 0), str(row.cells[0])))
    return Table("together", ("department_a", "department_b", "tasks", "share"), tuple(rows)), findings


def _met(clauses: Mapping[str, Mapping[str, DutyFact]]) -> list[tuple[str, str]]:
    """The pairs of bodies that have a clause in common, in the order of their ids."""
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    for body in sorted(clauses):
        for clause in clauses[body]:
            bodies[clause].append(body)
    return sorted({pair for held in bodies.values() for pair in combinations(held, 2)})
