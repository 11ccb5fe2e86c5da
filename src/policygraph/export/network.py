"""The graph as a networkx one, and as GraphML and GEXF files that Gephi opens with Chinese labels."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import networkx

from policygraph.graph import Graph, Node, Value, merge
from policygraph.schema import NODES

_CREATED = "2000-01-01"  # GEXF wants a date: a fixed one, so that the same graph gives the same bytes


def to_networkx(graphs: Iterable[Graph]) -> networkx.MultiDiGraph[str]:
    """Nodes by id with `node_type` (Department), `label` (what to read) and their properties; relationships with `type`."""
    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for each in merge(graphs):
        if isinstance(each, Node):
            found.add_node(each.id, node_type=each.label, label=_label(each), **_plain(each.properties))
        else:
            key = str(each.properties.get("id") or f"{each.type}|{each.start[1]}|{each.end[1]}")
            found.add_edge(each.start[1], each.end[1], key=key, type=each.type, **_plain(each.properties, "id"))
    return found


def graphml(graphs: Iterable[Graph]) -> str:
    """The graph in GraphML."""
    out = io.BytesIO()
    networkx.write_graphml_xml(to_networkx(graphs), out, encoding="utf-8", prettyprint=True, named_key_ids=True)
    return out.getvalue().decode("utf-8")


def gexf(graphs: Iterable[Graph]) -> str:
    """The graph in GEXF 1.2."""
    out = io.BytesIO()
    networkx.write_gexf(to_networkx(graphs), out, encoding="utf-8", prettyprint=True)
    return _without_date(out.getvalue().decode("utf-8")) + "\n"


def _without_date(text: str) -> str:
    head, mark, rest = text.partition('lastmodifieddate="')
    return head + mark + _CREATED + rest[rest.index('"') :] if mark else text


def _label(node: Node) -> str:
    for name in ("name", "title", "indicator", "what"):
        if node.properties.get(name):
            return str(node.properties[name])
    return NODES[node.label].chinese


def _plain(properties: Any, *left_out: str) -> dict[str, str | int | float | bool]:
    return {name: _scalar(value) for name, value in properties.items() if name not in left_out}


def _scalar(value: Value) -> str | int | float | bool:
    """Lists and dates as words: neither format has them. Characters that XML forbids become U+FFFD."""
    if isinstance(value, bool | int | float):
        return value
    words = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return "".join(c if c >= " " or c in "\t\n" else "\ufffd" for c in words)
