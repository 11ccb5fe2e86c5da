"""All that the audits look at, read from the store once: every audit is a pure function over it.

`facts.find_plan("节能减排")` is 六盘水市“十四五”节能减排综合工作实施方案 where only one loaded title has these words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from policygraph import ids, resources
from policygraph.audit.facts import (
    CitationFact,
    ClauseFact,
    CommitmentFact,
    DutyFact,
    OwnerFact,
    PlanFact,
    ProjectFact,
    SectionFact,
    TargetFact,
)  # fmt: skip
from policygraph.audit.report import Cell, Evidence
from policygraph.errors import PolicyGraphError
from policygraph.lexicon.regions import area
from policygraph.naming import nothing_loaded, plan_among

if TYPE_CHECKING:
    from policygraph.stores import Store

T = TypeVar("T")
_ROWS = 5_000_000
_SECONDS = 600


class _Placed(Protocol):
    @property
    def page(self) -> int | None: ...
    @property
    def locus(self) -> str | None: ...


class _Quoted(_Placed, Protocol):
    @property
    def clause(self) -> str: ...
    @property
    def quote(self) -> str: ...


@dataclass(frozen=True)
class Facts:
    """All that the audits look at, in a fixed order."""

    plans: tuple[PlanFact, ...] = ()
    sections: tuple[SectionFact, ...] = ()
    clauses: tuple[ClauseFact, ...] = ()
    duties: tuple[DutyFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()
    commitments: tuple[CommitmentFact, ...] = ()
    projects: tuple[ProjectFact, ...] = ()
    owners: tuple[OwnerFact, ...] = ()
    citations: tuple[CitationFact, ...] = ()

    @cached_property
    def plan_of(self) -> Mapping[str, PlanFact]:
        """The plans by id."""
        return {plan.plan: plan for plan in self.plans}

    @cached_property
    def clause_of(self) -> Mapping[str, ClauseFact]:
        """The clauses by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def due(self) -> tuple[tuple[str, int], ...]:
        """(clause, year) of everything with a deadline."""
        dated = [(each.clause, each.year) for each in self.targets if each.year is not None]
        return (*dated, *((each.clause, each.year) for each in self.commitments))

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The words of the clauses by id, for the pages and workbooks that print them."""
        return {clause.id: clause.text or "" for clause in self.clauses}

    @cached_property
    def without_text(self) -> frozenset[str]:
        """The plans whose clauses came without their sentences: what hangs on them can't be judged."""
        return frozenset(self.plan_of) - {clause.plan for clause in self.clauses if clause.text}

    def note_on_texts(self) -> dict[str, Cell]:
        """A note that names the plans loaded without their sentences, where there are any."""
        names = "、".join(self.label(plan.plan) for plan in self.plans if plan.plan in self.without_text)
        return {"without_text": names} if names else {}

    @cached_property
    def duties_of(self) -> Mapping[str, tuple[DutyFact, ...]]:
        """The duties by clause, in printed order."""
        return grouped(self.duties, (duty.clause for duty in self.duties))

    @cached_property
    def duties_in(self) -> Mapping[str, tuple[DutyFact, ...]]:
        """The duties by plan."""
        return grouped(self.duties, (duty.plan for duty in self.duties))

    @cached_property
    def targets_in(self) -> Mapping[str, tuple[TargetFact, ...]]:
        """The targets by plan."""
        return grouped(self.targets, (target.plan for target in self.targets))

    @cached_property
    def clauses_in(self) -> Mapping[str, tuple[ClauseFact, ...]]:
        """The clauses by plan."""
        return grouped(self.clauses, (clause.plan for clause in self.clauses))

    @cached_property
    def _tops(self) -> Mapping[str, str]:
        above = {section.id: section for section in self.sections}
        tops = {}
        for section in self.sections:
            top = section
            while top.parent in above:
                top = above[top.parent]
            tops[section.id] = top.title
        return tops

    def sector(self, clause: str) -> str:
        """The title of the top heading over a clause: 加强源头防控; empty where it stands under none."""
        return self._tops.get(self.clause_of[clause].section or "", "")

    def label(self, plan: str) -> str:
        """The plan's title, drafts marked."""
        return self.plan_of[plan].label

    def evidence(self, fact: _Quoted) -> Evidence:
        """Where a fact stands and the words that prove it."""
        return self.cite(fact.clause, fact.quote, fact)

    def cite(self, clause: str, quote: str, at: _Placed | None = None) -> Evidence:
        """A clause with words from it, which stand where `at` does or else where the clause begins."""
        each = self.clause_of[clause]
        page, locus = (at or each).page, (at or each).locus
        return Evidence(each.plan, self.label(each.plan), clause, each.number, each.title, quote, page, locus)

    def find_plan(self, words: str) -> PlanFact:
        """The plan with this id, title, number, region or part of a title; PolicyGraphError if none or several fit."""
        names = ((each.plan, each.title, each.jurisdiction, each.number) for each in self.plans)
        return self.plan_of[plan_among(words, names)]

    def only(self, plans: Iterable[str] = (), *, region: str | None = None, sector: str | None = None) -> Facts:
        """The facts of some plans (all if none is named), of a region, of sections by words of their heading."""
        kept = {self.find_plan(words).plan for words in plans} or set(self.plan_of)
        if region is not None:
            known = "、".join(sorted({self.plan_of[plan].jurisdiction or "" for plan in kept} - {""}))
            meant = area(region)  # 六盘水 is 六盘水市
            names = {region, ids.shared("region", meant.path) if meant else region}
            kept &= {plan.plan for plan in self.plans if {plan.jurisdiction, plan.region} & names}
            if not kept:
                raise PolicyGraphError(f"none of these plans is of {region}: they are of {known}")
        clauses = {clause.id for clause in self.clauses if clause.plan in kept}
        if sector is not None:
            clauses = {id_ for id_ in clauses if sector in self.sector(id_)}
            if not clauses:
                raise PolicyGraphError(f"no section of these plans is headed {sector}")
        return self._within(kept, clauses)

    def _within(self, plans: Collection[str], clauses: Collection[str]) -> Facts:
        return replace(
            self,
            plans=tuple(each for each in self.plans if each.plan in plans),
            sections=tuple(each for each in self.sections if each.plan in plans),
            clauses=tuple(each for each in self.clauses if each.id in clauses),
            duties=tuple(each for each in self.duties if each.clause in clauses),
            targets=tuple(each for each in self.targets if each.clause in clauses),
            commitments=tuple(each for each in self.commitments if each.clause in clauses),
            projects=tuple(each for each in self.projects if each.clause in clauses),
            owners=tuple(each for each in self.owners if each.plan in plans),
            citations=tuple(each for each in self.citations if each.clause in clauses),
        )


def grouped(facts: Iterable[T], keys: Iterable[str]) -> Mapping[str, tuple[T, ...]]:
    """`facts` by key, each group in the order given."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for fact, key in zip(facts, keys, strict=True):
        found[key].append(fact)
    return {key: tuple(group) for key, group in found.items()}


_KINDS: Mapping[str, type] = {
    "plans": PlanFact, "sections": SectionFact, "clauses": ClauseFact, "duties": DutyFact, "targets": TargetFact,
    "commitments": CommitmentFact, "projects": ProjectFact, "owners": OwnerFact, "citations": CitationFact,
}  # fmt: skip


def read(store: Store) -> Facts:
    """All that the audits need, from an open store. DataError if nothing is loaded."""
    folder = resources.folder("cypher") / "audit"
    held: dict[str, Any] = {}
    for name, kind in _KINDS.items():
        answer = store.query((folder / f"{name}.cypher").read_text("utf-8"), limit=_ROWS, seconds=_SECONDS)
        if answer.truncated:
            raise PolicyGraphError(f"the store holds more than {_ROWS} {name}: audit some plans at a time")
        held[name] = tuple(kind(**dict(zip(answer.columns, map(_frozen, row), strict=True))) for row in answer.rows)
    if not held["plans"]:
        raise nothing_loaded()
    return _in_order(Facts(**held))


def _in_order(facts: Facts) -> Facts:
    """The facts of a clause where the clause stands in its plan: 9 comes before 10, and 一 before 二."""

    def sorted_(held: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(sorted(held, key=lambda each: (each.plan, facts.clause_of[each.clause].position)))

    names = ("duties", "targets", "commitments", "projects", "citations")
    return replace(facts, **{name: sorted_(getattr(facts, name)) for name in names})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
