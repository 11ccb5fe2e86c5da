"""What the page's script reads, as plain JSON values: kinds, lines, plans, clauses, nodes and edges.

A clause's words are given once, under its id; each fact names its clause and the quote to mark: 达到0.5万吨.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from policygraph.graph import Node, Relationship
from policygraph.render import cypher, describe
from policygraph.render.look import KINDS, LINES, chinese, of_kind, of_line
from policygraph.render.picture import DUTIES, Key, Picture, key_of


def contents(picture: Picture, ids: Mapping[Key, int]) -> dict[str, Any]:
    """All that the page's script knows; nodes stand in the order of `ids`, and lines name their ends by it."""
    homes = _homes(picture)
    labels = list(dict.fromkeys(node.label for node in picture.nodes))
    order = [label for label in KINDS if label in labels] + [label for label in labels if label not in KINDS]
    types = list(dict.fromkeys(tie.type for tie in picture.relationships))
    shorts = _shorts(picture)
    clauses = [node for node in (*picture.nodes, *picture.background) if node.label == "Clause"]
    return {
        "title": picture.title,
        "note": picture.note,
        "focus": ids.get(picture.focus) if picture.focus else None,
        "kinds": {label: _kind(label) for label in order},
        "types": {type_: _type(type_) for type_ in sorted(types, key=_line_order)},
        "plans": _plans(picture, homes),
        "clauses": {node.id: _clause(node) for node in clauses},
        "nodes": [_node(node, homes.get(key_of(node), []), shorts[key_of(node)]) for node in picture.nodes],
        "edges": [_edge(tie, ids) for tie in picture.relationships],
    }


def _plans(picture: Picture, homes: Mapping[Key, list[str]]) -> dict[str, dict[str, str]]:
    """Every plan that a node or line belongs to; one whose own node a query did not return is known by its id."""
    found = {plan: {"title": plan.partition(":")[2] or plan, "dated": ""} for plans in homes.values() for plan in plans}
    for node in (*picture.nodes, *picture.background):
        if node.label == "Plan":
            found[node.id] = {"title": describe.name(node), "dated": str(node.properties.get("issued_on", ""))}
    return found


def _line_order(type_: str) -> tuple[bool, int]:
    """Duties first, then as in `look.LINES`, what the schema doesn't know last."""
    known = list(LINES)
    return type_ not in DUTIES, known.index(type_) if type_ in LINES else len(known)


def _kind(label: str) -> dict[str, Any]:
    look = of_kind(label)
    return {
        "chinese": chinese(label),
        "english": look.english,
        "color": look.color,
        "shape": look.shape,
        "rank": look.rank,
    }


def _type(type_: str) -> dict[str, Any]:
    look = of_line(type_)
    return {
        "chinese": chinese(type_), "english": look.english, "color": look.color, "width": look.width,
        "opacity": look.opacity, "dashed": look.dashed, "arrow": look.arrow, "duty": type_ in DUTIES,
    }  # fmt: skip


def _homes(picture: Picture) -> dict[Key, list[str]]:
    found: dict[Key, dict[str, None]] = {}
    for node in picture.nodes:
        own = node.id if node.label == "Plan" else node.properties.get("plan")
        found[(node.label, node.id)] = {str(own): None} if own else {}
    for tie in picture.relationships:
        if "plan" in tie.properties:
            for end in (tie.start, tie.end):
                found[end][str(tie.properties["plan"])] = None
    return {key: list(plans) for key, plans in found.items()}


def _evidence(held: Any) -> dict[str, Any]:
    found = {key: held[key] for key in ("clause", "clauses", "quote", "start", "page", "locus") if key in held}
    return {**found, "where": describe.where(held)} if "quote" in held else found


def _shorts(picture: Picture) -> dict[Key, str]:
    """Short labels; a body is called by its full name where another has its short one: 市财政局 of three cities."""
    shorts = {key_of(node): describe.short(node) for node in picture.nodes}
    bodies = Counter(shorts[key_of(node)] for node in picture.nodes if node.label == "Department")
    shared = [node for node in picture.nodes if node.label == "Department" and bodies[shorts[key_of(node)]] > 1]
    return {**shorts, **{key_of(node): describe.cut(describe.name(node)) for node in shared}}


def _node(node: Node, homes: list[str], short: str) -> dict[str, Any]:
    own = {"clause": node.id} if node.label == "Clause" else _evidence(node.properties)
    return {
        "id": node.id, "kind": node.label, "name": describe.name(node), "short": short,
        "aliases": describe.aliases(node), "plans": homes, "year": node.properties.get("year"),
        "facts": describe.facts(node.properties), "cypher": cypher.of_node(node), **own,
    }  # fmt: skip


def _edge(tie: Relationship, ids: Mapping[Key, int]) -> dict[str, Any]:
    return {
        "type": tie.type, "from": ids[tie.start], "to": ids[tie.end], "plan": tie.properties.get("plan"),
        "facts": describe.facts(tie.properties), "cypher": cypher.of_relationship(tie), **_evidence(tie.properties),
    }  # fmt: skip


def _clause(node: Node) -> dict[str, Any]:
    held = node.properties
    return {
        "place": describe.place(held), "title": held.get("title", ""), "text": held.get("text", ""),
        "where": describe.where(held), "plan": held.get("plan"), "start": held.get("start", 0),
    }  # fmt: skip
