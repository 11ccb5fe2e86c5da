"""The facts that the audits read, one class per question in cypher/audit, a field per column.

Each keeps its quote, so that 市生态环境局 in a table leads back to the clause that prints it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A loaded plan; `region` is the id of the area that it covers, `above` the ids of those that it lies within."""

    plan: str
    title: str
    status: str
    jurisdiction: str | None
    issued_on: datetime.date | None
    region: str | None
    above: tuple[str, ...]
    number: str | None = None

    @property
    def label(self) -> str:
        """The title, marked where it is a draft: a draft and the version as issued share their title."""
        return self.title + ("（征求意见稿）" if self.status == "draft" and "征求意见" not in self.title else "")


@dataclass(frozen=True, slots=True)
class SectionFact:
    """A heading."""

    id: str
    plan: str
    number: str
    title: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class ClauseFact:
    """A clause with its words."""

    id: str
    plan: str
    number: str | None
    path: str
    title: str | None
    kind: str
    text: str | None
    position: int
    page: int | None
    section: str | None
    locus: str | None = None

    @property
    def words(self) -> str:
        """Its text as one line, as quotes have it."""
        return "".join((self.text or "").splitlines())

    def called(self, most: int = 40) -> str:
        """Its title; without one its first words."""
        return self.title or self.words[:most]


@dataclass(frozen=True, slots=True)
class DutyFact:
    """One body's role in one clause; `type` is the relationship type, `basis` says why it counts as lead."""

    department: str
    name: str
    jurisdiction: str
    collective: bool
    type: str
    basis: str | None
    surface: str
    position: int
    inherited: bool
    clause: str
    plan: str
    quote: str
    page: int | None
    locus: str | None = None

    @property
    def in_charge(self) -> bool:
        """Whether the body leads or is responsible, not only supporting or carrying out."""
        return self.type in ("LEADS", "RESPONSIBLE_FOR")


@dataclass(frozen=True, slots=True)
class TargetFact:
    """A target; `indicator` is the one name across plans, `printed` the plan's own."""

    id: str
    clause: str
    plan: str
    indicator: str | None
    printed: str
    op: str
    value: float
    value_to: float | None
    unit: str
    base_value: float | None
    base_unit: str | None
    year: int | None
    baseline_year: int | None
    stance: str
    project: str | None
    quote: str
    page: int | None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class CommitmentFact:
    """An aim with a deadline but no number."""

    id: str
    clause: str
    plan: str
    what: str
    year: int
    vague: bool
    quote: str
    page: int | None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectFact:
    """A project as one clause names it."""

    project: str
    name: str
    clause: str
    plan: str
    quote: str
    page: int | None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class OwnerFact:
    """The owner that a plan gives to a project."""

    project: str
    plan: str
    company: str


@dataclass(frozen=True, slots=True)
class CitationFact:
    """A document that a clause cites."""

    clause: str
    plan: str
    title: str
    quote: str
    page: int | None
    locus: str | None = None
