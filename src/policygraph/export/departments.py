"""The department network as a networkx graph: 六盘水市生态环境局 and 六盘水市能源局 joined by the tasks that they share.

Who is joined is said in one place, `render.choose.department_network`; this adds the measures.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import networkx

from policygraph.centrality import centrality
from policygraph.errors import PolicyGraphError
from policygraph.export.network import label, plain
from policygraph.graph import Graph
from policygraph.render.choose import department_network

MEASURES = ("degree", "strength", "betweenness", "community")
_DIGITS = 6


def to_department_network(graphs: Iterable[Graph], *, measures: Collection[str] = ()) -> networkx.Graph[str]:
    """Departments by id; an edge's `weight` is the number of clauses in which both have a duty, `clauses` names them.

    `measures`, of `MEASURES`, become properties of the nodes: `degree` counts partners, `strength` sums their weights,
    `betweenness` is the part of shortest ways (0 to 1, among those that are joined at all), `community` the number of
    the group, 1 the largest. Collective bodies are left out. PolicyGraphError for a measure that there is not.
    """
    unknown = [name for name in measures if name not in MEASURES]
    if unknown:
        raise PolicyGraphError(f"there is no measure {', '.join(unknown)}: there are {', '.join(MEASURES)}")
    picture = department_network(tuple(graphs))
    found: networkx.Graph[str] = networkx.Graph()
    for node in sorted(picture.nodes, key=lambda node: node.id):
        found.add_node(node.id, node_type=node.label, label=label(node), **plain(node.properties))
    for tie in sorted(picture.relationships, key=lambda tie: (tie.start, tie.end)):
        clauses = plain({"clauses": tie.properties["clauses"]})
        found.add_edge(tie.start[1], tie.end[1], weight=tie.properties["tasks"], **clauses)
    if measures:
        _measure(found, measures)
    return found


def _measure(network: networkx.Graph[str], measures: Collection[str]) -> None:
    held = centrality(network, "weight")
    shares = {body: round(share, _DIGITS) for body, share in held.betweenness.items()}
    values = {"degree": held.degree, "strength": held.strength, "betweenness": shares, "community": held.community}
    for name in MEASURES:
        if name in measures:
            networkx.set_node_attributes(network, values[name], name)
