"""The network of shared duties: two bodies are tied by each clause in which both have a duty.

市生态环境局 in 33 of 41 clauses is its centre. Strength is the sum of a body's ties; betweenness the share of shortest
ways between others that run through it (a tie of n clauses is 1/n long; Freeman 1977, Brandes 2001); communities are
those of greatest modularity by Clauset, Newman and Moore, 2004. Bodies of two cities that share no clause, not even
through others, are apart: each such island is measured by itself.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx

from policygraph.audit.gathered import Facts
from policygraph.audit.report import Row, Table


def network(facts: Facts) -> tuple[Table, Table]:
    """The bodies by centrality, and the communities that they form; bodies without a tie are left out."""
    names = {duty.department: duty.name for duty in facts.duties if not duty.collective}
    graph = _graph(facts, names)
    islands = [graph.subgraph(part) for part in networkx.connected_components(graph)]
    between = {body: value for island in islands for body, value in _betweenness(island).items()}
    parts = _communities(islands)
    part_of = {body: number for number, part in enumerate(parts, 1) for body in part}
    strength = {body: sum(tie["clauses"] for tie in graph[body].values()) for body in graph}
    ranked = sorted(graph, key=lambda body: (-strength[body], body))
    centres = tuple(
        Row((names[body], len(graph[body]), strength[body], round(between[body], 4), part_of[body])) for body in ranked
    )
    communities = tuple(
        Row((number, len(part), "、".join(names[body] for body in ranked if body in part)))
        for number, part in enumerate(parts, 1)
    )
    return (
        Table("centres", ("department", "partners", "strength", "betweenness", "community"), centres),
        Table("communities", ("community", "departments", "members"), communities),
    )


def _graph(facts: Facts, names: dict[str, str]) -> networkx.Graph[str]:
    ties: Counter[tuple[str, str]] = Counter()
    for duties in facts.duties_of.values():
        bodies = sorted({duty.department for duty in duties if duty.department in names and not duty.inherited})
        ties.update(combinations(bodies, 2))
    graph: networkx.Graph[str] = networkx.Graph()
    for (a, b), clauses in sorted(ties.items()):
        graph.add_edge(a, b, clauses=clauses)
    return graph


def _betweenness(island: networkx.Graph[str]) -> dict[str, float]:
    return dict(networkx.betweenness_centrality(_ordered(island), weight="length"))


def _ordered(island: networkx.Graph[str]) -> networkx.Graph[str]:
    """The same ties in a fixed order, so that floats are added in the same order each time."""
    ordered: networkx.Graph[str] = networkx.Graph()
    for a, b, clauses in sorted((*sorted((a, b)), tie["clauses"]) for a, b, tie in island.edges(data=True)):
        ordered.add_edge(a, b, clauses=clauses, length=1 / clauses)
    return ordered


def _communities(islands: list[networkx.Graph[str]]) -> list[list[str]]:
    """The largest first; those of one size in the order of their first member."""
    found = [
        sorted(part)
        for island in islands
        for part in networkx.community.greedy_modularity_communities(_ordered(island), weight="clauses")
    ]
    return sorted(found, key=lambda part: (-len(part), part))
