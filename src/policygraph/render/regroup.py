"""What a store holds, all in one heap, → one graph per plan again, as `choose` takes them.

六盘水市 WITHIN 贵州省 belongs to no plan: it goes with every plan that reaches 六盘水市.
"""

from __future__ import annotations

from collections.abc import Iterable

from policygraph.graph import Graph, Node, Relationship
from policygraph.render.picture import Key, key_of


def by_plan(elements: Iterable[Node | Relationship]) -> list[Graph]:
    """One graph per Plan node, in the order of the plans; a shared node stands in each plan that names it."""
    held = list(elements)
    nodes = {key_of(each): each for each in held if isinstance(each, Node)}
    ties = [each for each in held if isinstance(each, Relationship)]
    timeless = [tie for tie in ties if "plan" not in tie.properties]
    graphs = []
    for label, plan in [key for key in nodes if key[0] == "Plan"]:
        own = [tie for tie in ties if tie.properties.get("plan") == plan]
        keys = {(label, plan), *(key for key, node in nodes.items() if node.properties.get("plan") == plan)}
        keys.update(end for tie in own for end in (tie.start, tie.end))
        beyond = _following(keys, timeless)
        kept = tuple(node for key, node in nodes.items() if key in keys)
        graphs.append(Graph(plan, kept, (*own, *beyond)))
    return graphs


def _following(keys: set[Key], timeless: list[Relationship]) -> list[Relationship]:
    """The timeless relationships that lead on from `keys`, whose further ends are added to it."""
    found: dict[int, Relationship] = {}
    grown = True
    while grown:
        grown = False
        for turn, tie in enumerate(timeless):
            if turn not in found and tie.start in keys and (tie.end in keys or tie.end[0] != "Plan"):
                found[turn] = tie
                keys.add(tie.end)
                grown = True
    return [found[turn] for turn in sorted(found)]
