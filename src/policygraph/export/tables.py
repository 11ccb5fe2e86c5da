"""The graph as tables: one for each label and each relationship type of the schema, in its order, empty ones too.

LEADS is a table with from_id department:六盘水市/生态环境局 and to_id clause:…; each value keeps the kind that the
schema gives it. CSV, Parquet and the files of `neo4j-admin` are three ways to write them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from policygraph.graph import Graph, Node, Relationship, Value, merge
from policygraph.schema import NODES, RELATIONSHIPS, ValueKind

# "start" and "end" are taken: they say where a fact's words stand in the source.
ENDS: Mapping[str, ValueKind] = {"from_label": "string", "from_id": "string", "to_label": "string", "to_id": "string"}


@dataclass(frozen=True, slots=True)
class Table:
    """The nodes of a label or the relationships of a type; a row gives None where there is no value."""

    group: Literal["nodes", "relationships"]
    name: str
    columns: Mapping[str, ValueKind]
    rows: tuple[tuple[Value | None, ...], ...]

    @property
    def path(self) -> str:
        """Where its file goes, less the ending: nodes/Department."""
        return f"{self.group}/{self.name}"


def tables(graphs: Iterable[Graph]) -> tuple[Table, ...]:
    """The tables of `graphs`, each shared node and each timeless relationship once."""
    nodes: dict[str, list[Node]] = defaultdict(list)
    ties: dict[str, dict[object, Relationship]] = defaultdict(dict)
    for each in merge(graphs):
        if isinstance(each, Node):
            nodes[each.label].append(each)
        else:
            ties[each.type].setdefault(each.properties.get("id") or (each.start, each.end), each)
    return (
        *(_nodes(label, nodes[label]) for label in NODES),
        *(_relationships(type_, ties[type_].values()) for type_ in RELATIONSHIPS),
    )


def _nodes(label: str, held: Iterable[Node]) -> Table:
    columns = NODES[label].properties
    rows = ((node.id, *map(node.properties.get, list(columns)[1:])) for node in held)
    return Table("nodes", label, columns, tuple(rows))


def _relationships(type_: str, held: Iterable[Relationship]) -> Table:
    columns = RELATIONSHIPS[type_].properties
    rows = ((*each.start, *each.end, *map(each.properties.get, columns)) for each in held)
    return Table("relationships", type_, {**ENDS, **columns}, tuple(rows))
