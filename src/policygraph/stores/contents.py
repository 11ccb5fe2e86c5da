"""All that a store holds, as nodes and relationships, and the one hash that stands for it.

Two stores with the same plans have the same digest, whatever the order in which 六盘水 and 贵阳 were loaded.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from policygraph.graph import Node, Relationship
from policygraph.schema import NODES
from policygraph.stores.loading import Transaction
from policygraph.stores.statements import statement
from policygraph.stores.values import plain

PAGE_NODES = 2_000
# What `plans` counts: a name in the answer, and the label or the relationship (type, start, end) that it counts.
_OWNED = {"sections": "Section", "clauses": "Clause", "targets": "Target", "commitments": "Commitment"}
_JOINED = {
    "duties": [(type_, "Department", "Clause") for type_ in ("LEADS", "RESPONSIBLE_FOR", "SUPPORTS", "IMPLEMENTS")],
    "projects": [("NAMES", "Clause", "Project")],
    "citations": [("CITES", "Clause", "Document")],
}


def contents(transaction: Transaction, *, in_pages: bool = False) -> Iterator[Node | Relationship]:
    """All nodes, then all relationships, in no particular order; `id` stands beside a node's properties.

    A server that ends every query after a minute is asked for a large graph `in_pages`: first for the ids of each label.
    """
    if in_pages:
        yield from _paged(transaction)
        return
    yield from map(_node, transaction.run(statement("contents", "nodes")))
    yield from map(_relationship, transaction.run(statement("contents", "relationships")))


def _paged(transaction: Transaction) -> Iterator[Node | Relationship]:
    pages = {label: list(_pages(transaction, label)) for label in NODES}
    for name, made in (("nodes_of", _node), ("relationships_from", _relationship)):
        for label, ids in pages.items():
            for page in ids:
                yield from map(made, transaction.run(statement("contents", name, label=label), {"ids": page}))


def _pages(transaction: Transaction, label: str) -> Iterator[list[str]]:
    ids = [row["id"] for row in transaction.run(statement("contents", "ids", label=label))]
    for start in range(0, len(ids), PAGE_NODES):
        yield ids[start : start + PAGE_NODES]


def _node(row: Mapping[str, Any]) -> Node:
    properties = plain(row["properties"], {})
    return Node("|".join(sorted(row["labels"])), properties.pop("id", ""), properties)


def _relationship(row: Mapping[str, Any]) -> Relationship:
    start, end = (("|".join(sorted(row[f"{side}_labels"])), row[side] or "") for side in ("start", "end"))
    return Relationship(row["type"], start, end, plain(row["properties"], {}))


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
