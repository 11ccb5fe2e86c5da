"""Writes plans into the store and takes them out, each call inside the one transaction that it is given.

Loading 六盘水市…方案 again first takes out what it said before, then writes what it says now, then tidies up: names
that only it printed leave `aliases`, departments that no plan names any more go, with their regions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from policygraph.errors import PolicyGraphError
from policygraph.graph import Graph, Node, Relationship
from policygraph.schema import NODES, RELATIONSHIPS
from policygraph.stores.statements import batches, statement, statements

Entity = tuple[str, str]
# The more rows of one kind go together, the fewer pages does a large embedded store read again; Neo4j doesn't gain by it
# and holds a whole transaction in its memory.
GROUP_ELEMENTS = {"embedded": 200_000, "neo4j": 20_000}
ALIASED = tuple(label for label, kind in NODES.items() if "aliases" in kind.properties)


class Transaction(Protocol):
    """What this module needs of a transaction."""

    def run(self, query: str, parameters: dict[str, Any] | None = None) -> Any:
        """Runs one statement."""


@dataclass(slots=True)
class _Said:
    """Shared nodes that plans named before, with the surfaces that they printed for them."""

    surfaces: dict[Entity, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        for row in rows:
            for label in row["labels"]:
                if label in NODES and NODES[label].shared:
                    self.surfaces[label, row["id"]].update(row["surfaces"])


def groups(graphs: Iterable[Graph], kind: str) -> Iterator[list[Graph]]:
    """Plans that go into one transaction of a store of that kind: together worth the journey, not too much for its memory."""
    group: dict[str, Graph] = {}
    size = 0
    for graph in graphs:
        weight = len(graph.nodes) + len(graph.relationships)
        if group and (size + weight > GROUP_ELEMENTS[kind] or graph.plan in group):
            yield list(group.values())
            group, size = {}, 0
        group[graph.plan] = graph
        size += weight
    if group:
        yield list(group.values())


def load(transaction: Transaction, graphs: Iterable[Graph]) -> None:
    """Replaces what the plans of `graphs` said before."""
    held = {graph.plan: graph for graph in graphs}
    before = _drop(transaction, list(held))
    nodes = {(node.label, node.id): node for graph in held.values() for node in graph.nodes}
    relationships = [each for graph in held.values() for each in graph.relationships]
    _write_nodes(transaction, nodes.values())
    _write_relationships(transaction, relationships)
    now = _surfaces(relationships)
    _tidy(transaction, before, set(nodes))
    _write_aliases(transaction, before, now)
    transaction.run(statement("derive", "cited_plans"), {"plans": list(held)}).consume()
    documents = [id_ for label, id_ in nodes if label == "Document"]
    for batch in batches({"id": id_} for id_ in documents):
        transaction.run(statement("derive", "cited_documents"), {"documents": [row["id"] for row in batch]}).consume()


def remove(transaction: Transaction, plan: str) -> bool:
    """Takes `plan` out, and what only it named; False if it is not there."""
    before = _drop(transaction, [plan])
    if before is None:
        return False
    _tidy(transaction, before, set())
    _write_aliases(transaction, before, {})
    return True


def _drop(transaction: Transaction, plans: list[str]) -> _Said | None:
    """Takes out what `plans` said; what they named, or None if none of them was there."""
    known = [row["id"] for row in transaction.run(statement("replace", "known"), {"plans": plans})]
    if not known:
        return None
    said = _Said()
    for plan in known:
        for name in ("around_plan", "around_clauses", "around_targets"):
            said.add(transaction.run(statement("replace", name), {"plan": plan}).data())
        projects = [id_ for label, id_ in said.surfaces if label == "Project"]
        parameters = {"plan": plan, "projects": projects}
        said.add(transaction.run(statement("replace", "around_projects"), parameters).data())
        for name in statements("replace"):
            if name.startswith("drop_"):
                transaction.run(statement("replace", name), parameters).consume()
    return said


def _write_nodes(transaction: Transaction, nodes: Iterable[Node]) -> None:
    by_label: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append({"id": node.id, "properties": dict(node.properties)})
    for label, rows in by_label.items():
        _write(transaction, statement("nodes", "node", label=label), rows)


def _write_relationships(transaction: Transaction, relationships: Iterable[Relationship]) -> None:
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for each in relationships:
        row = {"start": each.start[1], "end": each.end[1], "properties": dict(each.properties)}
        groups[each.type, each.start[0], each.end[0]].append(row)
    for (type_, start, end), rows in groups.items():
        kind = RELATIONSHIPS[type_]
        if start not in kind.start or end not in kind.end:
            raise ValueError(f"{type_} can't join {start} and {end}")
        name = "timeless" if kind.timeless else "fact"
        _write(transaction, statement("relationships", name, type=type_, start=start, end=end), rows)


def _write(transaction: Transaction, cypher: str, rows: list[dict[str, Any]]) -> None:
    for batch in batches(rows):
        written = transaction.run(cypher, {"rows": batch}).single()["written"]
        if written != len(batch):
            raise PolicyGraphError(f"{len(batch) - written} facts have no place to go: a node is missing ({cypher})")


def _tidy(transaction: Transaction, before: _Said | None, now: set[Entity]) -> None:
    """Takes out the shared nodes that the plans named before, name no more, and nobody else names."""
    if before is None:
        return
    left: dict[str, list[str]] = defaultdict(list)
    for label, id_ in before.surfaces.keys() - now:
        left[label].append(id_)
    for label in statements("cleanup"):
        if label != "Region" and left[label]:
            transaction.run(statement("cleanup", label), {"ids": sorted(left[label])}).consume()
    if left["Region"] or left["Department"] or left["Project"]:
        while transaction.run(statement("cleanup", "Region")).single()["gone"]:
            pass


def _surfaces(relationships: Iterable[Relationship]) -> dict[Entity, set[str]]:
    """The surfaces that these relationships print for the departments and companies at their ends."""
    found: dict[Entity, set[str]] = defaultdict(set)
    for each in relationships:
        surface = each.properties.get("surface")
        for entity in (each.start, each.end):
            if entity[0] in ALIASED and isinstance(surface, str):
                found[entity].add(surface)
    return found


def _write_aliases(transaction: Transaction, before: _Said | None, now: Mapping[Entity, set[str]]) -> None:
    """Brings `aliases` up to date: a new form is added; only where one was lost are all plans asked again."""
    lost = {entity for entity, forms in (before.surfaces if before else {}).items() if forms - now.get(entity, set())}
    for label in ALIASED:
        gained = [id_ for kind, id_ in now if kind == label and (kind, id_) not in lost]
        stale = [id_ for kind, id_ in lost if kind == label]
        _add_aliases(transaction, label, {id_: now[label, id_] for id_ in gained})
        _gather_aliases(transaction, label, stale)


def _add_aliases(transaction: Transaction, label: str, forms: Mapping[str, set[str]]) -> None:
    if not forms:
        return
    rows = transaction.run(statement("derive", "aliases", label=label), {"ids": sorted(forms)}).data()
    changed = [
        {"id": row["id"], "aliases": sorted(forms[row["id"]].union(row["aliases"] or ()))}
        for row in rows
        if not forms[row["id"]].issubset(row["aliases"] or ())
    ]
    _set_aliases(transaction, label, changed)


def _gather_aliases(transaction: Transaction, label: str, ids: list[str]) -> None:
    if not ids:
        return
    rows = transaction.run(statement("derive", "surfaces", label=label), {"ids": sorted(ids)}).data()
    found: dict[str, list[str]] = {row["id"]: sorted(row["surfaces"]) for row in rows}
    _set_aliases(transaction, label, [{"id": id_, "aliases": found.get(id_)} for id_ in sorted(ids)])


def _set_aliases(transaction: Transaction, label: str, rows: list[dict[str, Any]]) -> None:
    for batch in batches(rows):
        transaction.run(statement("derive", "set_aliases", label=label), {"rows": batch}).consume()
