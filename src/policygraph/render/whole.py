"""All that may be drawn, looked up by label and id: the plans' nodes, each once, and the relationships between them.

市生态环境局 and 贵阳市生态环境局 in the text are one node; how plans print it becomes its `aliases`, for the search.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policygraph.graph import Node, Relationship, Value
from policygraph.render.picture import Key, key_of
from policygraph.schema import NODES


@dataclass(frozen=True, slots=True)
class Whole:
    """Nodes by (label, id), in the order given, and the relationships both of whose ends are among them."""

    nodes: Mapping[Key, Node]
    relationships: tuple[Relationship, ...]


def gathered(elements: Iterable[Node | Relationship]) -> Whole:
    """The nodes and relationships of several plans, or of a store, as one whole."""
    nodes: dict[Key, Node] = {}
    relationships: list[Relationship] = []
    for each in elements:
        if isinstance(each, Node):
            nodes[key_of(each)] = each
        else:
            relationships.append(each)
    for key, names in _surfaces(relationships).items():
        if "aliases" in NODES[key[0]].properties and not nodes[key].properties.get("aliases"):
            nodes[key] = Node(*key, {**nodes[key].properties, "aliases": names})
    held = (each for each in relationships if each.start in nodes and each.end in nodes)
    return Whole(nodes, tuple(_once(held)))


def background(whole: Whole, nodes: Iterable[Node], ties: Iterable[Relationship]) -> tuple[Node, ...]:
    """The clauses that drawn facts quote and the plans that they stand in, where these are not drawn themselves."""
    drawn = {key_of(node) for node in nodes}
    wanted: dict[Key, None] = {}
    for properties in [*(node.properties for node in nodes), *(tie.properties for tie in ties)]:
        for clause in _clauses(properties):
            wanted[("Clause", clause)] = None
    held = [whole.nodes[key] for key in wanted if key in whole.nodes]
    plans = {str(node.properties["plan"]): None for node in [*nodes, *held] if "plan" in node.properties}
    held += [whole.nodes[("Plan", plan)] for plan in plans if ("Plan", plan) in whole.nodes]
    return tuple(node for node in held if key_of(node) not in drawn)


def _once(relationships: Iterable[Relationship]) -> Iterable[Relationship]:
    """Two plans of one city both say that 市生态环境局 SERVES the city: that is one relationship."""
    seen: set[tuple[str, Key, Key]] = set()
    for each in relationships:
        if "plan" not in each.properties:
            if (each.type, each.start, each.end) in seen:
                continue
            seen.add((each.type, each.start, each.end))
        yield each


def _surfaces(relationships: Iterable[Relationship]) -> dict[Key, list[str]]:
    """How each body is printed, over all of its relationships, in order of first use."""
    found: dict[Key, dict[str, None]] = defaultdict(dict)
    for each in relationships:
        surface = each.properties.get("surface")
        if isinstance(surface, str):
            found[each.start if each.start[0] == "Department" else each.end][surface] = None
    return {key: list(names) for key, names in found.items()}


def _clauses(properties: Mapping[str, Value]) -> list[str]:
    one, several = properties.get("clause"), properties.get("clauses")
    found = [str(each) for each in several] if isinstance(several, list) else []
    return [*found, str(one)] if one else found
