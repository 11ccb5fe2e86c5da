"""PlanRecord → nodes and relationships: pure, in a fixed order, checked against `schema`.

市生态环境局牵头 in clause 三/一 becomes `(:Department)-[:LEADS {lead_basis: "stated"}]->(:Clause)`.
A shared node carries only what follows from its id; what differs from plan to plan (the surfaces, which the store
gathers into `aliases`; a project's capacity; a document's number) stands on the relationships.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from policygraph import ids
from policygraph.lexicon.homes import unlisted
from policygraph.lexicon.regions import area
from policygraph.lexicon.units import in_base_unit
from policygraph.model import Assignment, Citation, Commitment, Mention, PlanRecord, Project, Target
from policygraph.schema import NODES, RELATIONSHIPS, ROLE_TYPES, ValueKind

Value = str | int | float | bool | datetime.date | list[str] | list[int]
Properties = Mapping[str, Value]
_Proven = Assignment | Citation | Commitment | Mention | Project | Target


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `properties` holds what `schema` allows for its label, without nulls and without the id."""

    label: str
    id: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship between two nodes, each given as (label, id)."""

    type: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Graph:
    """What one plan says, as a graph: loading a plan writes one of these."""

    plan: str
    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


def build(record: PlanRecord) -> Graph:
    """The graph of one plan: same record, same graph, in the same order."""
    return _Builder(record).graph()


class _Builder:
    def __init__(self, record: PlanRecord) -> None:
        self.record = record
        self.plan = record.plan.id
        self.nodes: dict[tuple[str, str], Node] = {}
        self.relationships: list[Relationship] = []
        self.counts: dict[str, int] = {}
        self.pages = {clause.id: clause.page for clause in record.clauses}
        self.departments = {department.id: department for department in record.departments}
        self.places = {place.id: place for place in record.places}
        self.companies = {company.id: company for company in record.companies}
        self.timeless: set[tuple[str, tuple[str, str], tuple[str, str]]] = set()

    def graph(self) -> Graph:
        self._plan()
        self._outline()
        self._duties()
        self._places_and_companies()
        self._targets()
        self._commitments()
        self._citations()
        return Graph(self.plan, tuple(self.nodes.values()), tuple(self.relationships))

    def _node(self, label: str, id_: str, /, **properties: Value | None) -> tuple[str, str]:
        allowed = NODES[label].properties
        assert properties.keys() <= allowed.keys(), f"{label} has no {properties.keys() - allowed.keys()}"
        kept = {name: _of_kind(allowed[name], value) for name, value in properties.items() if value is not None}
        self.nodes.setdefault((label, id_), Node(label, id_, kept))
        return label, id_

    def _join(self, type_: str, start: tuple[str, str], end: tuple[str, str], /, **properties: Value | None) -> None:
        kind = RELATIONSHIPS[type_]
        kept = {name: value for name, value in properties.items() if value is not None}
        if kind.timeless:
            if (type_, start, end) in self.timeless:
                return
            self.timeless.add((type_, start, end))
        else:
            key = f"{self.plan}|{type_}|{start[1]}|{end[1]}"
            self.counts[key] = self.counts.get(key, 0) + 1
            kept = {"id": key if self.counts[key] == 1 else f"{key}|{self.counts[key]}", "plan": self.plan, **kept}
        self.relationships.append(Relationship(type_, start, end, kept))

    def _evidence(self, fact: _Proven, quote: str) -> dict[str, Value | None]:
        """Where the fact's words stand; a record that keeps no pages of its facts has those of their clauses."""
        return {
            "clause": fact.clause, "quote": quote, "start": fact.span.start, "end": fact.span.end,
            "page": fact.page or self.pages.get(fact.clause), "locus": fact.locus,
        }  # fmt: skip

    def _plan(self) -> None:
        plan, source = self.record.plan, self.record.source
        node = self._node(
            "Plan", plan.id, title=plan.title, status=plan.status, jurisdiction=plan.jurisdiction,
            document_number=plan.document_number, issued_on=plan.issued_on,
            period_years=list(plan.period_years) or None, sample=plan.sample or None, source=source.name,
            sha256=source.sha256, characters=source.characters, pages=source.pages,
        )  # fmt: skip
        region = self._region(plan.jurisdiction) if plan.jurisdiction else None
        if region:
            self._join("COVERS", node, region)
        for issuer in plan.issuers:
            self._join("ISSUED", self._department(issuer), node, surface=self.departments[issuer].name)

    def _outline(self) -> None:
        whole = ("Plan", self.plan)
        for position, section in enumerate(self.record.sections):
            node = self._node(
                "Section", section.id, plan=self.plan, number=section.number, title=section.title,
                position=position, start=section.span.start, end=section.span.end,
            )  # fmt: skip
            self._join("PART_OF", node, ("Section", section.parent) if section.parent else whole)
        for position, clause in enumerate(self.record.clauses):
            node = self._node(
                "Clause", clause.id, plan=self.plan, number=clause.number, path="/".join(clause.path),
                title=clause.title, kind=clause.kind, text=clause.text or None, position=position,
                start=clause.span.start, end=clause.span.end, page=clause.page, locus=clause.locus,
            )  # fmt: skip
            self._join("PART_OF", node, ("Section", clause.section) if clause.section else whole)

    def _department(self, id_: str) -> tuple[str, str]:
        department = self.departments[id_]
        node = self._node("Department", id_, name=department.name, jurisdiction=department.jurisdiction,
                          collective=department.collective)  # fmt: skip
        region = self._region(department.jurisdiction)
        if region:
            self._join("SERVES", node, region)
        return node

    def _region(self, name: str) -> tuple[str, str] | None:
        """The Region node of the administrative area called `name`, with those that it lies within."""
        home = area(name) or unlisted(name)
        if home is None:
            return None
        child = None
        for each in (home, *home.above()):
            node = self._node(
                "Region", ids.shared("region", each.path), name=each.name, code=each.code, level=each.level
            )
            if child:
                self._join("WITHIN", child, node)
            child = node
        return "Region", ids.shared("region", home.path)

    def _duties(self) -> None:
        for duty in self.record.assignments:
            as_lead = duty.role == "lead" and duty.lead_basis in ("stated", "declared")
            role = duty.role if duty.role != "lead" or as_lead else "responsible"
            self._join(
                ROLE_TYPES[role], self._department(duty.department), ("Clause", duty.clause),
                surface=duty.surface, position=duty.position, lead_basis=duty.lead_basis, inherited=duty.inherited,
                **self._evidence(duty, duty.surface),
            )  # fmt: skip

    def _places_and_companies(self) -> None:
        for project in self.record.projects:
            node = self._node("Project", project.id, name=ids.readable(project.name))
            self._join("NAMES", ("Clause", project.clause), node, capacity=project.capacity,
                       **self._evidence(project, project.quote))  # fmt: skip
            for owner in project.owners:
                self._join("OWNED_BY", node, self._entity(owner))
            for place in project.places:
                self._join("LOCATED_IN", node, self._entity(place))
        for mention in self.record.mentions:
            self._join("MENTIONS", ("Clause", mention.clause), self._entity(mention.entity), surface=mention.surface,
                       **self._evidence(mention, mention.surface))  # fmt: skip

    def _entity(self, id_: str) -> tuple[str, str]:
        """The node of a company or place of this record."""
        if id_ in self.companies:
            company = self.companies[id_]
            return self._node("Company", id_, name=ids.readable(company.name), kind=company.kind)
        place = self.places[id_]
        region = self._region(place.name) if place.kind == "admin" else None
        return region or self._node("Place", id_, name=ids.readable(place.name), kind=place.kind)

    def _targets(self) -> None:
        for target in self.record.targets:
            base = in_base_unit(target.value, target.unit)
            node = self._node(
                "Target", target.id, plan=self.plan, indicator=target.indicator, op=target.op, value=target.value,
                value_to=target.value_to, unit=target.unit, base_value=base.value if base else None,
                base_unit=base.unit if base else None, year=target.year, baseline_year=target.baseline_year,
                stance=target.stance, approximate=target.approximate,
                **self._evidence(target, target.quote),
            )  # fmt: skip
            self._join("SETS", ("Clause", target.clause), node)
            name = target.indicator_id.partition(":")[2]
            self._join("MEASURES", node, self._node("Indicator", target.indicator_id, name=ids.readable(name)))
            if target.project:
                self._join("FOR", node, ("Project", target.project))

    def _commitments(self) -> None:
        for commitment in self.record.commitments:
            node = self._node(
                "Commitment", commitment.id, plan=self.plan, what=commitment.what, year=commitment.year,
                vague=commitment.vague, **self._evidence(commitment, commitment.quote),
            )  # fmt: skip
            self._join("COMMITS_TO", ("Clause", commitment.clause), node)

    def _citations(self) -> None:
        for citation in self.record.citations:
            node = self._node("Document", ids.shared("document", citation.title), title=ids.readable(citation.title))
            quote = f"《{citation.title}》"
            self._join("CITES", ("Clause", citation.clause), node, number=citation.number, issuer=citation.issuer,
                       **self._evidence(citation, quote))  # fmt: skip


def _of_kind(kind: ValueKind, value: Value) -> Value:
    """70% is 70.0 also where a record in JSON says 70: a property has one type, or stores and digests would differ."""
    return float(value) if kind == "float" and isinstance(value, int) else value


def merge(graphs: Iterable[Graph]) -> Iterator[Node | Relationship]:
    """All nodes, then all relationships, of several plans, each shared node once."""
    seen: set[tuple[str, str]] = set()
    held = list(graphs)
    for graph in held:
        for node in graph.nodes:
            if (node.label, node.id) not in seen:
                seen.add((node.label, node.id))
                yield node
    for graph in held:
        yield from graph.relationships
