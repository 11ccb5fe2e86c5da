"""Deadlines: what falls due by year, seen from one day: on 2026-03-01 all of 到2025年 is past.

A year's aim falls due on its 31 December. Only what is near or past is a finding; the table has all of it.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass

from policygraph.audit.facts import CommitmentFact, TargetFact
from policygraph.audit.gathered import Facts
from policygraph.audit.limits import Limits
from policygraph.audit.report import Cell, Finding, Report, Row, Table
from policygraph.audit.values import printed

_COLUMNS = ("year", "status", "what_kind", "what", "aim", "stance", "in_charge", "plan", "number", "title", "quote")


@dataclass(frozen=True, slots=True)
class _Aim:
    fact: TargetFact | CommitmentFact
    status: str
    what: str
    aim: str
    stance: str


def deadlines(facts: Facts, limits: Limits, *, on: datetime.date) -> Report:
    """Everything with a deadline, the earliest first, past, near or ahead as of the day `on`; then what has none."""
    aims = [_aim(target, limits, on) for target in facts.targets]
    aims += [_aim(commitment, limits, on) for commitment in facts.commitments]
    aims.sort(
        key=lambda aim: (aim.fact.year or 9999, aim.fact.plan, facts.clause_of[aim.fact.clause].position, aim.fact.id)
    )
    findings = tuple(
        Finding(aim.status, _values(facts, aim, on), (facts.evidence(aim.fact),))
        for aim in aims
        if aim.status != "ahead"
    )
    return Report(
        "deadlines", (Table("deadlines", _COLUMNS, tuple(_row(facts, aim) for aim in aims)), _by_year(facts, aims)),
        findings, notes={"on": on.isoformat()}, years=tuple((target.year, target.stance) for target in facts.targets),
    )  # fmt: skip


def _aim(fact: TargetFact | CommitmentFact, limits: Limits, on: datetime.date) -> _Aim:
    status = _status(fact.year, limits, on)
    if isinstance(fact, TargetFact):
        return _Aim(fact, status, fact.printed, printed(fact), fact.stance)
    return _Aim(fact, status, fact.what, "", "vague" if fact.vague else "verifiable")


def _status(year: int | None, limits: Limits, on: datetime.date) -> str:
    if year is None:
        return "undated"
    due = datetime.date(year, 12, 31)
    months = (due.year - on.year) * 12 + due.month - on.month
    return "past" if due < on else "near" if months <= limits.soon_months else "ahead"


def _in_charge(facts: Facts, clause: str) -> str:
    names = [duty.name for duty in facts.duties_of.get(clause, ()) if duty.in_charge]
    return "、".join(dict.fromkeys(names))


def _row(facts: Facts, aim: _Aim) -> Row:
    clause = facts.clause_of[aim.fact.clause]
    kind = "target" if isinstance(aim.fact, TargetFact) else "commitment"
    cells = (
        aim.fact.year, aim.status, kind, aim.what, aim.aim, aim.stance, _in_charge(facts, clause.id),
        facts.label(clause.plan), clause.number, clause.title, aim.fact.quote,
    )  # fmt: skip
    return Row(cells, {"quote": (facts.evidence(aim.fact),)})


def _values(facts: Facts, aim: _Aim, on: datetime.date) -> dict[str, Cell]:
    return {
        "year": aim.fact.year, "what": f"{aim.what}{aim.aim}", "on": on.isoformat(),
        "in_charge": _in_charge(facts, aim.fact.clause) or "—",
    }  # fmt: skip


def _by_year(facts: Facts, aims: list[_Aim]) -> Table:
    years: defaultdict[tuple[int | None, str], list[_Aim]] = defaultdict(list)
    for aim in aims:
        years[aim.fact.year, aim.status].append(aim)
    rows = []
    for (year, status), held in years.items():
        targets, commitments = (
            tuple(facts.evidence(aim.fact) for aim in held if isinstance(aim.fact, kind))
            for kind in (TargetFact, CommitmentFact)
        )
        rows.append(
            Row((year, status, len(targets), len(commitments)), {"targets": targets, "commitments": commitments})
        )
    return Table("by_deadline", ("year", "status", "targets", "commitments"), tuple(rows))
