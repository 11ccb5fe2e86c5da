"""The network of shared duties: two bodies are tied by each clause in which both have a duty of their own.

市生态环境局 in 33 of 41 clauses is its centre; `centrality` tells what the figures mean.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx

from policygraph.audit.gathered import Facts
from policygraph.audit.report import Row, Table
from policygraph.centrality import centrality


def network(facts: Facts) -> tuple[Table, Table]:
    """The bodies by centrality, and the communities that they form; bodies without a tie are left out."""
    names = {duty.department: duty.name for duty in facts.duties if not duty.collective}
    found = centrality(_graph(facts, names), "clauses")
    ranked = sorted(found.degree, key=lambda body: (-found.strength[body], body))
    centres = tuple(
        Row(
            (
                names[body],
                found.degree[body],
                found.strength[body],
                round(found.betweenness[body], 4),
                found.community[body],
            )
        )
        for body in ranked
    )
    communities = tuple(
        Row((number, len(part), "、".join(names[body] for body in ranked if body in part)))
        for number, part in enumerate(found.communities, 1)
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
