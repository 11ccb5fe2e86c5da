"""Duty lists → assignments: who leads by which basis, and who is charged with everything that follows.

A、B等按职责分工负责 under 列第一位者为牵头单位，下同 makes A lead by `declared`; without the rule A is `first_listed`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from policygraph.extract.opened import OpenPlan
from policygraph.find.duty_list import DutyList, Entry, surface
from policygraph.find.duty_rules import lead_rule, sorted_by
from policygraph.lexicon.divisions import bureau_of
from policygraph.model import Assignment, Department, LeadBasis, Role
from policygraph.outline import Unit
from policygraph.resolve import Body, bodies

_REFORM = 2019
_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)年")
Charge = tuple[Entry, Body]


def assignments(
    opened: OpenPlan, firms: Mapping[str, str] | None = None
) -> tuple[tuple[Assignment, ...], tuple[Department, ...], tuple[str, ...]]:
    """The assignments of a plan, its departments in the order in which they are named, and its issuers' ids.

    `firms` gives the full names of firms that the plan names in short too: a firm that bears a duty goes by it.
    """
    desk = _Desk(opened, firms or {})
    found = tuple(each for unit in opened.outline.units for each in desk.of_clause(unit))
    issuers = [desk.department(body, words) for body, words in desk.issuers]
    return found, desk.departments(), tuple(dict.fromkeys(issuers))


def _no_later_than(text: str) -> int | None:
    """The last year that a text without a date speaks of, where bodies still bore the names of before 2019."""
    last = max(map(int, _YEAR.findall(text)), default=_REFORM)
    return last if last < _REFORM else None


class _Desk:
    """Goes through the clauses in order and remembers what a rule has charged with all that follows."""

    def __init__(self, opened: OpenPlan, firms: Mapping[str, str]) -> None:
        self.opened = opened
        self.clean = opened.clean
        self.firms = firms
        self.printed = frozenset(surface(self.clean, entry) for duty in opened.lists for entry in duty.entries)
        self.rule = lead_rule(self.clean, opened.lists)
        self.year = opened.year or _no_later_than(opened.clean.text)
        self.issuers = list(zip(bodies(opened.issuers, opened.home, year=self.year), opened.issuers, strict=True))
        home = opened.home.name if opened.home else ""
        self.bureau = bureau_of(tuple(body.name for body, _ in self.issuers), opened.plan.title, home)
        self.everybody: dict[tuple[str, Role], Charge] = {}  # charged with all that follows, each once
        self.named: dict[str, tuple[Body, dict[str, None]]] = {}

    def of_clause(self, unit: Unit) -> list[Assignment]:
        """The assignments of one clause, the inherited ones last."""
        lists = [duty for duty in self.opened.lists_of(unit) if duty.entries]
        if not lists:
            return []
        charges = [charge for duty in lists for charge in self._resolved(duty.entries)]
        found = self._own(unit, charges, lists)
        present = {(body.id, entry.role) for entry, body in charges}
        inherited = [charge for key, charge in self.everybody.items() if key not in present]
        for position, (entry, body) in enumerate(inherited, len(charges)):
            found.append(self._assignment(unit, entry, body, None, position, inherited=True))
        for duty in lists:
            for entry, body in self._resolved(duty.for_all):
                self.everybody.setdefault((body.id, entry.role), (entry, body))
        return found

    def _resolved(self, entries: Sequence[Entry]) -> list[Charge]:
        surfaces = [surface(self.clean, entry) for entry in entries]
        names = [self.firms.get(words, words) for words in surfaces]
        found = bodies(names, self.opened.home, self.printed, year=self.year, bureau=self.bureau)
        return list(zip(entries, found, strict=True))

    def _own(self, unit: Unit, charges: Sequence[Charge], lists: Sequence[DutyList]) -> list[Assignment]:
        charges, bases = self._led(charges, lists)
        return [
            self._assignment(unit, entry._replace(role="lead") if basis == "declared" else entry, body, basis, position)
            for position, ((entry, body), basis) in enumerate(zip(charges, bases, strict=True))
        ]

    def _led(
        self, charges: Sequence[Charge], lists: Sequence[DutyList]
    ) -> tuple[Sequence[Charge], list[LeadBasis | None]]:
        """The charges with the roles that a rule with a sign or a mark gives them, and why each body counts as lead."""
        rule = self.rule
        if rule is None or not (rule.sign or rule.mark):
            return charges, self._bases(charges, lists)
        under = [duty for duty in lists if self._under_rule(duty)]
        roles = {entry.start: role for duty in under for entry, role in sorted_by(rule, self.clean, duty)}
        sorted_ = [(entry._replace(role=roles.get(entry.start, entry.role)), body) for entry, body in charges]
        led = {entry.start for entry, _ in charges if entry.role != "lead" and roles.get(entry.start) == "lead"}
        bases = self._bases(sorted_, lists)
        return sorted_, ["declared" if e.start in led else b for (e, _), b in zip(sorted_, bases, strict=True)]

    def _under_rule(self, duty: DutyList) -> bool:
        return self.rule is not None and (duty.start >= self.rule.start or duty.first_leads)

    def _bases(self, charges: Sequence[Charge], lists: Sequence[DutyList]) -> list[LeadBasis | None]:
        """Why each body counts as lead: stated, declared by a rule, sole in charge, first of several; None for most."""
        first = self.rule is not None and not (self.rule.sign or self.rule.mark)
        declared = first and any(self._under_rule(duty) for duty in lists)
        led = any(entry.role == "lead" for entry, _ in charges)
        responsible = [entry for entry, _ in charges if entry.role == "responsible"]
        firsts = {min((e.start for e in duty.entries if e.role == "responsible"), default=-1) for duty in lists}
        found: list[LeadBasis | None] = []
        for entry, body in charges:
            if entry.role == "lead":
                found.append("stated")
            elif led or entry.role != "responsible" or entry.start not in firsts:
                found.append(None)
            elif declared:
                found.append("declared")
            else:
                found.append(None if body.collective else "sole" if len(responsible) == 1 else "first_listed")
        return found

    def _assignment(
        self, unit: Unit, entry: Entry, body: Body, basis: LeadBasis | None, position: int, *, inherited: bool = False
    ) -> Assignment:
        words = surface(self.clean, entry)
        return Assignment(
            self.opened.clause_id(unit), self.department(body, words), entry.role, basis, words, position, inherited,
            self.clean.span(entry.start, entry.end),
        )  # fmt: skip

    def department(self, body: Body, words: str) -> str:
        """The id of a body, which is now known to be printed as `words`."""
        self.named.setdefault(body.id, (body, {}))[1][words] = None
        return body.id

    def departments(self) -> tuple[Department, ...]:
        """Every body named so far."""
        return tuple(
            Department(body.id, body.name, tuple(words), body.jurisdiction, body.collective)
            for body, words in self.named.values()
        )
