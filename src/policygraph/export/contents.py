"""What a store holds → the one graph that goes into files, with what lies between plans: 引用文件 IS 方案.

A Neo4j may hold things of others too, a Person or a note that someone put on 六盘水市生态环境局: these stay where they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from policygraph.graph import Graph, Node, Properties, Relationship
from policygraph.schema import NODES, RELATIONSHIPS


def exported(elements: Iterable[Node | Relationship]) -> tuple[Graph, Mapping[str, int]]:
    """The graph of all plans in one, in the order given, and how many things the schema doesn't know, by name."""
    foreign: Counter[str] = Counter()
    nodes: dict[tuple[str, str], Node] = {}
    ties: list[Relationship] = []
    for each in elements:
        if isinstance(each, Node):
            if each.label in NODES:
                properties = _known(each.properties, NODES[each.label].properties, each.label, foreign)
                nodes[each.label, each.id] = Node(each.label, each.id, properties)
            else:
                foreign[f":{each.label}"] += 1
        elif each.type in RELATIONSHIPS and each.start in nodes and each.end in nodes:
            properties = _known(each.properties, RELATIONSHIPS[each.type].properties, each.type, foreign)
            ties.append(Relationship(each.type, each.start, each.end, properties))
        else:
            foreign[f":{each.type}"] += 1
    return Graph("", tuple(nodes.values()), tuple(ties)), foreign


def _known(properties: Properties, kinds: Mapping[str, str], owner: str, foreign: Counter[str]) -> Properties:
    strange = properties.keys() - kinds.keys()
    foreign.update(f"{owner}.{name}" for name in strange)
    return {name: properties[name] for name in kinds if name in properties} if strange else properties
