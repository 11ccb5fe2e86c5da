"""The graph as a networkx one, and as GraphML and GEXF files that Gephi opens with Chinese labels."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import networkx

from policygraph.graph import Graph, Node, Value, merge
from policygraph.schema import NODES

_GEXF_NAMES = {"start": "span_start", "end": "span_end"}
_CREATED = "2000-01-01"  # GEXF wants a date: a fixed one, so that the same graph gives the same bytes


def to_networkx(graphs: Iterable[Graph]) -> networkx.MultiDiGraph[str]:
    """Nodes by id with `node_type` (Department), `label` (what to read) and their properties; relationships with `type`."""
    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for each in merge(graphs):
        if isinstance(each, Node):
            found.add_node(each.id, node_type=each.label, label=label(each), **plain(each.properties))
        else:
            key = str(each.properties.get("id") or f"{each.type}|{each.start[1]}|{each.end[1]}")
            found.add_edge(each.start[1], each.end[1], key=key, type=each.type, **plain(each.properties, "id"))
    return found


def graphml(graphs: Iterable[Graph]) -> str:
    """The graph in GraphML."""
    return to_graphml(to_networkx(graphs))


def gexf(graphs: Iterable[Graph]) -> str:
    """The graph in GEXF 1.2."""
    return to_gexf(to_networkx(graphs))


def to_graphml(network: networkx.Graph[str]) -> str:
    """A networkx graph in GraphML."""
    out = io.BytesIO()
    networkx.write_graphml_xml(network, out, encoding="utf-8", prettyprint=True, named_key_ids=True)
    return out.getvalue().decode("utf-8")


def to_gexf(network: networkx.Graph[str]) -> str:
    """A networkx graph in GEXF 1.2, with what GEXF means by start, end and type under other names."""
    out = io.BytesIO()
    networkx.write_gexf(_for_gexf(network), out, encoding="utf-8", prettyprint=True)
    return _without_date(out.getvalue().decode("utf-8")) + "\n"


def _for_gexf(network: networkx.Graph[str]) -> networkx.Graph[str]:
    """`network` as Gephi takes it: to GEXF, start and end are points in time, and an edge is of type (un)directed."""
    renamed = network.copy()
    for *_, data in (*renamed.nodes(data=True), *renamed.edges(data=True)):
        for name, other in _GEXF_NAMES.items():
            if name in data:
                data[other] = data.pop(name)
    for *_, data in renamed.edges(data=True):
        if "type" in data:
            data["label"] = data["relationship"] = data.pop("type")
    return renamed


def _without_date(text: str) -> str:
    head, mark, rest = text.partition('lastmodifieddate="')
    return head + mark + _CREATED + rest[rest.index('"') :] if mark else text


def label(node: Node) -> str:
    """What to read at a node: 六盘水市生态环境局."""
    for name in ("name", "title", "indicator", "what"):
        if node.properties.get(name):
            return str(node.properties[name])
    return NODES[node.label].chinese


def plain(properties: Any, *left_out: str) -> dict[str, str | int | float | bool]:
    """Properties as both formats take them."""
    return {name: _scalar(value) for name, value in properties.items() if name not in left_out}


def _scalar(value: Value) -> str | int | float | bool:
    """Lists and dates as words: neither format has them. Characters that XML forbids become U+FFFD."""
    if isinstance(value, bool | int | float):
        return value
    words = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return "".join(c if c >= " " or c in "\t\n" else "\ufffd" for c in words)
