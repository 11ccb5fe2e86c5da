"""A picture: the nodes and relationships that are drawn, and what is said when there are too many of them.

"只画了 3120 个节点中的 2000 个，未画：指标 420、地点 700": what a cap leaves out is never left out in silence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from policygraph.graph import Node, Relationship
from policygraph.notebook import framed
from policygraph.schema import NODES, ROLE_TYPES

Key = tuple[str, str]

DUTIES = frozenset(ROLE_TYPES.values())
SHARED_TASKS = "SHARES_TASKS"
"""The line of the department network: not in the graph, counted from it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, in order; `background` holds clauses and plans that facts point to but that are not drawn.

    `focus` is the (label, id) that the picture is drawn around, if any. `note` is shown under the title.
    """

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
    title: str
    note: str = ""
    background: tuple[Node, ...] = ()
    focus: Key | None = None

    def _repr_html_(self) -> str:
        """How a notebook shows it: the whole page in a frame."""
        from policygraph.render.html import page

        return framed(page(self))


def key_of(node: Node) -> Key:
    """What relationships know this node by."""
    return node.label, node.id


def capped(picture: Picture, limit: int) -> Picture:
    """At most `limit` nodes: outline and departments first, then what is joined most; the note says what is gone."""
    if len(picture.nodes) <= limit:
        return picture
    degree = Counter(end for each in picture.relationships for end in (each.start, each.end))
    first = {"Plan": 0, "Section": 1, "Clause": 2, "Department": 1}
    order = {key_of(node): place for place, node in enumerate(picture.nodes)}
    ranked = sorted(order, key=lambda key: (key != picture.focus, first.get(key[0], 3), -degree[key], order[key]))
    kept = frozenset(ranked[:limit])
    gone = Counter(key[0] for key in ranked[limit:])
    counts = "、".join(f"{NODES[label].chinese} {gone[label]}" for label in NODES if gone[label])
    said = (
        f"只画了 {len(picture.nodes)} 个节点中的 {limit} 个，未画：{counts}。"
        f"要看其余：提高上限，或只画某一实体周围 Shown {limit} of {len(picture.nodes)} nodes; "
        f"for the rest raise the limit or draw what surrounds one entity."
    )
    nodes = tuple(node for node in picture.nodes if key_of(node) in kept)
    ties = tuple(each for each in picture.relationships if each.start in kept and each.end in kept)
    left = tuple(node for node in picture.nodes if node.label in ("Plan", "Clause") and key_of(node) not in kept)
    return replace(
        picture, nodes=nodes, relationships=ties, note="　".join(filter(None, (picture.note, said))),
        background=picture.background + left,
    )  # fmt: skip
