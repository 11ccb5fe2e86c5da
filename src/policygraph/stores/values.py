"""What the driver gives, as plain Python: a node is a dict with its labels, a date a `datetime.date`."""

from __future__ import annotations

from typing import Any

from policygraph.stores.driver import Date, DateTime, Duration, Node, Path, Relationship, Time

_SCALARS = frozenset({str, int, float, bool, type(None)})


def plain(value: Any, ids: dict[str, str]) -> Any:
    """`value` without driver types. `ids` gives the id of a node that a relationship brought without its properties."""
    if type(value) in _SCALARS:
        return value
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **{key: plain(each, ids) for key, each in sorted(value.items())}}
    if isinstance(value, Relationship):
        return {
            "type": value.type,
            "start": _end(value.start_node, ids),
            "end": _end(value.end_node, ids),
            "properties": {key: plain(each, ids) for key, each in sorted(value.items())},
        }
    if isinstance(value, Path):
        return {
            "nodes": [plain(each, ids) for each in value.nodes],
            "relationships": [plain(each, ids) for each in value.relationships],
        }
    if isinstance(value, list):
        return [plain(each, ids) for each in value]
    if isinstance(value, dict):
        return {key: plain(each, ids) for key, each in sorted(value.items())}
    if isinstance(value, Date | DateTime | Time):
        return value.to_native()
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, tuple):  # a point in space
        return list(value)
    return value


def _end(node: Node | None, ids: dict[str, str]) -> str | None:
    if node is None:
        return None
    return node.get("id") or ids.get(node.element_id)


def bare_ends(value: Any) -> set[str]:
    """The element ids of nodes that stand in `value` only as the end of a relationship, without properties."""
    if isinstance(value, Relationship):
        return {node.element_id for node in value.nodes if node is not None and "id" not in node}
    if isinstance(value, Path):
        return set().union(*(bare_ends(each) for each in value.relationships))
    if isinstance(value, list):
        return set().union(*(bare_ends(each) for each in value))
    if isinstance(value, dict):
        return set().union(*(bare_ends(each) for each in value.values()))
    return set()
