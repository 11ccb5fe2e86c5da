"""Who stands in the middle of a network of shared tasks, and who forms a group; same ties, same figures.

市生态环境局 that meets everyone is its centre. Strength is the sum of a body's ties; betweenness the share of shortest
ways between others that run through it (a tie of n tasks is 1/n long; Freeman 1977, Brandes 2001); communities are
those of greatest modularity by Clauset, Newman and Moore, 2004. Bodies of two cities that share no task, not even
through others, are apart: each such island is measured by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx


@dataclass(frozen=True, slots=True)
class Centrality:
    """By body: how many partners, how many ties in all, the part of ways through it (0 to 1), the number of its group.

    `communities` lists the groups, the largest first; those of one size in the order of their first member.
    """

    degree: Mapping[str, int]
    strength: Mapping[str, int]
    betweenness: Mapping[str, float]
    community: Mapping[str, int]
    communities: tuple[tuple[str, ...], ...]


def centrality(graph: networkx.Graph[str], weight: str) -> Centrality:
    """The measures of `graph`, whose edges carry the number of shared tasks as `weight`."""
    islands = [_ordered(graph.subgraph(part), weight) for part in networkx.connected_components(graph)]
    parts = sorted((part for island in islands for part in _parts(island)), key=lambda part: (-len(part), part))
    return Centrality(
        degree={body: len(graph[body]) for body in graph},
        strength={body: sum(tie[weight] for tie in graph[body].values()) for body in graph},
        betweenness={body: share for island in islands for body, share in _betweenness(island).items()},
        community={body: number for number, part in enumerate(parts, 1) for body in part},
        communities=tuple(map(tuple, parts)),
    )


def _betweenness(island: networkx.Graph[str]) -> dict[str, float]:
    return dict(networkx.betweenness_centrality(island, weight="length"))


def _parts(island: networkx.Graph[str]) -> list[list[str]]:
    if not island.size():
        return [sorted(island)]
    return [sorted(part) for part in networkx.community.greedy_modularity_communities(island, weight="tasks")]


def _ordered(island: networkx.Graph[str], weight: str) -> networkx.Graph[str]:
    """The same ties in a fixed order, so that floats are added in the same order each time."""
    ordered: networkx.Graph[str] = networkx.Graph()
    for a, b, tasks in sorted((*sorted((a, b)), tie[weight]) for a, b, tie in island.edges(data=True)):
        ordered.add_edge(a, b, tasks=tasks, length=1 / tasks)
    ordered.add_nodes_from(sorted(island))
    return ordered
