"""All that a store holds, as nodes and relationships, and the one hash that stands for it.

Two stores with the same plans have the same digest, whatever the order in which 六盘水 and 贵阳 were loaded.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from policygraph.graph import Node, Relationship
from policygraph.stores.loading import Transaction
from policygraph.stores.statements import statement
from policygraph.stores.values import plain

# What `plans` counts: a name in the answer, and the label or the relationship (type, start, end) that it counts.
_OWNED = {"sections": "Section", "clauses": "Clause", "targets": "Target", "commitments": "Commitment"}
_JOINED = {
    "duties": [(type_, "Department", "Clause") for type_ in ("LEADS", "RESPONSIBLE_FOR", "SUPPORTS", "IMPLEMENTS")],
    "projects": [("NAMES", "Clause", "Project")],
    "citations": [("CITES", "Clause", "Document")],
}


def contents(transaction: Transaction) -> Iterator[Node | Relationship]:
    """All nodes, then all relationships, in no particular order; `id` stands beside a node's properties."""
    for row in transaction.run(statement("contents", "nodes")):
        properties = plain(row["properties"], {})
        yield Node("|".join(sorted(row["labels"])), properties.pop("id", ""), properties)
    for row in transaction.run(statement("contents", "relationships")):
        start, end = (("|".join(sorted(row[f"{side}_labels"])), row[side] or "") for side in ("start", "end"))
        yield Relationship(row["type"], start, end, plain(row["properties"], {}))


def digest(elements: Iterable[Node | Relationship]) -> str:
    """The SHA-256 of a graph's content: of the sorted hashes of its nodes and relationships."""
    hashes = sorted(hashlib.sha256(_canonical(each)).digest() for each in elements)
    whole = hashlib.sha256()
    for each in hashes:
        whole.update(each)
    return whole.hexdigest()


def _canonical(element: Node | Relationship) -> bytes:
    if isinstance(element, Node):
        parts: list[Any] = ["node", element.label, element.id, dict(element.properties)]
    else:
        parts = ["relationship", element.type, element.start, element.end, dict(element.properties)]
    return json.dumps(parts, ensure_ascii=False, sort_keys=True, default=_written).encode()


def _written(value: Any) -> str:
    if isinstance(value, datetime.date):
        return f"date {value.isoformat()}"
    raise TypeError(f"{type(value).__name__} is no property of a graph")


def plans(transaction: Transaction) -> list[dict[str, Any]]:
    """The loaded plans by id, each with `counts` of what it says."""
    found = {row["id"]: {**row.data(), "counts": {}} for row in transaction.run(statement("contents", "plans"))}
    for name, count in _counts(transaction).items():
        for id_, plan in found.items():
            plan["counts"][name] = count[id_]
    return list(found.values())


def _counts(transaction: Transaction) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {name: defaultdict(int) for name in (*_OWNED, *_JOINED)}
    for name, label in _OWNED.items():
        for row in transaction.run(statement("contents", "owned", label=label)):
            counts[name][row["plan"]] += row["count"]
    for name, joins in _JOINED.items():
        for type_, start, end in joins:
            for row in transaction.run(statement("contents", "joined", type=type_, start=start, end=end)):
                counts[name][row["plan"]] += row["count"]
    return counts
