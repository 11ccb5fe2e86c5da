"""Gaps: what a plan leaves open, clause by clause: nobody in charge, no number, no date, 进一步提高, 等有关部门.

The main table counts each kind of gap by plan, against the number of clauses or facts that could have it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from policygraph.audit.bodies import alike_bodies, two_names
from policygraph.audit.facts import ClauseFact
from policygraph.audit.gathered import Facts
from policygraph.audit.limits import Limits
from policygraph.audit.open_lists import open_ended
from policygraph.audit.project_gaps import projects_without
from policygraph.audit.report import Evidence, Finding, Report, Row, Table

_KINDS = (
    "no_duty", "open_ended", "no_lead", "no_target", "vague", "no_baseline", "no_year", "no_owner", "project_no_year",
    "two_names", "alike_bodies",
)  # fmt: skip
_IN_SENTENCES = ("open_ended", "project_no_year")
"""Kinds that only the clause's sentences show: not judged where a plan was loaded without them."""


def gaps(facts: Facts, limits: Limits) -> Report:
    """Every gap as a finding, and how many of each kind each plan has."""
    findings = [
        *_without_duty(facts, limits), *open_ended(facts), *_without_lead(facts), *_without_target(facts),
        *_vague(facts), *_without_baseline(facts), *_without_year(facts), *projects_without(facts),
        *two_names(facts), *alike_bodies(facts, limits),
    ]  # fmt: skip
    findings.sort(key=lambda finding: _KINDS.index(finding.kind))
    tables = (_summary(facts, findings, limits), _listed(findings))
    return Report("gaps", tables, tuple(findings), notes=facts.note_on_texts())


def _summary(facts: Facts, findings: list[Finding], limits: Limits) -> Table:
    held: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        for id_ in dict.fromkeys(each.plan for each in finding.evidence):
            held[finding.kind, id_].append(finding)
    possible = _possible(facts, limits)
    rows = []
    for kind in _KINDS:
        for plan in facts.plans:
            if kind in _IN_SENTENCES and plan.plan in facts.without_text:
                rows.append(Row((kind, plan.label, None, None, None)))
                continue
            found = held[kind, plan.plan]
            behind = tuple({e.clause: e for each in found for e in each.evidence if e.plan == plan.plan}.values())
            count = len(behind) if kind == "no_lead" else len(found)  # one finding tells of all such clauses
            of = possible[kind][plan.plan] if kind in possible else None
            rows.append(
                Row(
                    (kind, plan.label, count, of, round(count / of, 4) if of else None),
                    {"count": behind} if behind else {},
                )
            )
    return Table("gaps_by_plan", ("kind", "plan", "count", "of", "share"), tuple(rows))


def _possible(facts: Facts, limits: Limits) -> dict[str, Counter[str]]:
    """How many clauses or facts of each plan could have a gap of a kind, for the kinds where that can be said."""
    with_duties = Counter(facts.clause_of[clause].plan for clause in facts.duties_of)
    projects = Counter(each.plan for each in facts.projects)
    return {
        "no_duty": Counter(clause.plan for clause in facts.clauses if _bears_tasks(clause, limits)),
        "open_ended": with_duties,
        "no_lead": with_duties,
        "no_target": Counter(clause.plan for clause in facts.clauses if clause.kind == "measure"),
        "vague": Counter(each.plan for each in facts.commitments),
        "no_baseline": Counter(each.plan for each in facts.targets if each.op in ("decrease", "increase")),
        "no_year": Counter(each.plan for each in facts.targets),
        "no_owner": projects,
        "project_no_year": projects,
    }


def _listed(findings: list[Finding]) -> Table:
    rows = []
    for finding in findings:
        first = finding.evidence[0]
        what = next(iter(finding.values.values()))
        cells = (finding.kind, first.plan_title, first.number, first.title, what, first.quote)
        rows.append(Row(cells, {"quote": finding.evidence}))
    return Table("gaps_listed", ("kind", "plan", "number", "title", "what", "quote"), tuple(rows))


def _bears_tasks(clause: ClauseFact, limits: Limits) -> bool:
    """A measure, or a numbered statement under a heading that is no background (加强宣传引导, but not 指导思想)."""
    if clause.kind == "measure":
        return True
    title = (clause.title or "").rstrip("。：: ")
    return bool(clause.number and title) and not title.endswith(limits.background)


def _opening(facts: Facts, clause: ClauseFact) -> Evidence:
    """The clause with its title for a quote, or its first words where it has none."""
    return facts.cite(clause.id, clause.called())


def _without_duty(facts: Facts, limits: Limits) -> Iterator[Finding]:
    for clause in facts.clauses:
        if _bears_tasks(clause, limits) and clause.id not in facts.duties_of:
            yield Finding("no_duty", _named(clause), (_opening(facts, clause),))


def _without_lead(facts: Facts) -> Iterator[Finding]:
    """Clauses that several bodies share with no lead named, told once per plan."""
    for plan in facts.plans:
        open_: list[Evidence] = []
        held = [clause for clause in facts.duties_of if facts.clause_of[clause].plan == plan.plan]
        for clause in held:
            duties = [duty for duty in facts.duties_of[clause] if duty.in_charge]
            if len(duties) > 1 and not any(duty.type == "LEADS" for duty in duties):
                open_.append(facts.evidence(duties[0]))
        if open_:
            yield Finding("no_lead", {"plan": plan.label, "count": len(open_), "of": len(held)}, tuple(open_))


def _without_target(facts: Facts) -> Iterator[Finding]:
    aimed = {each.clause for each in facts.targets} | {each.clause for each in facts.commitments}
    for clause in facts.clauses:
        if clause.kind == "measure" and clause.id not in aimed:
            yield Finding("no_target", _named(clause), (_opening(facts, clause),))


def _named(clause: ClauseFact) -> dict[str, str | None]:
    return {"title": clause.called(20), "number": clause.number or ""}


def _vague(facts: Facts) -> Iterator[Finding]:
    for each in facts.commitments:
        if each.vague:
            yield Finding("vague", {"what": each.what, "year": each.year}, (facts.evidence(each),))


def _without_baseline(facts: Facts) -> Iterator[Finding]:
    for each in facts.targets:
        if each.op in ("decrease", "increase") and each.baseline_year is None:
            yield Finding("no_baseline", {"indicator": each.printed, "year": each.year}, (facts.evidence(each),))


def _without_year(facts: Facts) -> Iterator[Finding]:
    for each in facts.targets:
        if each.year is None:
            yield Finding("no_year", {"indicator": each.printed}, (facts.evidence(each),))
