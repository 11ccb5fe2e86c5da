"""How each kind looks: one colour and one shape per label, in the order of `schema.NODES`, and a line per relationship.

牵头 is a strong dark line, 配合 a light one. Colours are of Okabe–Ito's and Tol's sets or near them, which people with
the common colour deficiencies tell apart; two kinds of one shape differ in lightness too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from policygraph.render.picture import SHARED_TASKS
from policygraph.schema import NODES, RELATIONSHIPS


@dataclass(frozen=True, slots=True)
class KindLook:
    """A label as drawn: `shape` is one of vis-network's shapes, `size` the radius before weight, `rank` of its name."""

    color: str
    shape: str
    english: str
    size: float
    rank: int


@dataclass(frozen=True, slots=True)
class LineLook:
    """A relationship type as drawn: `width` in canvas pixels, `opacity` from 0 to 1."""

    color: str
    width: float
    opacity: float
    english: str
    dashed: bool = False
    arrow: bool = True


KINDS: Mapping[str, KindLook] = MappingProxyType({
    "Plan": KindLook("#332288", "hexagon", "Plan", 30, 0),
    "Section": KindLook("#5f6b7a", "square", "Section", 7, 4),
    "Clause": KindLook("#ddb84a", "square", "Clause", 8, 2),
    "Department": KindLook("#0072b2", "dot", "Department", 9, 1),
    "Indicator": KindLook("#8a8a2b", "diamond", "Indicator", 6, 5),
    "Target": KindLook("#d55e00", "triangle", "Target", 8, 3),
    "Commitment": KindLook("#e69f00", "triangleDown", "Commitment", 7, 4),
    "Project": KindLook("#009e73", "star", "Project", 10, 3),
    "Company": KindLook("#882255", "hexagon", "Company", 9, 3),
    "Document": KindLook("#aa4499", "diamond", "Document", 8, 4),
    "Region": KindLook("#44aa99", "dot", "Region", 9, 4),
    "Place": KindLook("#56b4e9", "diamond", "Place", 8, 4),
})  # fmt: skip

LINES: Mapping[str, LineLook] = MappingProxyType({
    "PART_OF": LineLook("#9aa3ad", 0.8, 0.45, "part of", dashed=True, arrow=False),
    "LEADS": LineLook("#12303f", 3.2, 0.9, "leads", arrow=False),
    "RESPONSIBLE_FOR": LineLook("#2f7fb8", 1.3, 0.42, "responsible for", arrow=False),
    "SUPPORTS": LineLook("#8fa9bd", 0.8, 0.4, "supports", arrow=False),
    "IMPLEMENTS": LineLook("#5a9e9a", 1.0, 0.4, "implements", dashed=True, arrow=False),
    "ISSUED": LineLook("#332288", 1.6, 0.6, "issued"),
    "SERVES": LineLook("#44aa99", 0.8, 0.35, "serves"),
    "WITHIN": LineLook("#44aa99", 1.0, 0.5, "within"),
    "COVERS": LineLook("#44aa99", 1.2, 0.6, "covers"),
    "SETS": LineLook("#d55e00", 1.2, 0.6, "sets"),
    "MEASURES": LineLook("#8a8a2b", 1.0, 0.5, "measures"),
    "COMMITS_TO": LineLook("#e69f00", 1.0, 0.6, "commits to"),
    "FOR": LineLook("#d55e00", 1.0, 0.5, "for", dashed=True),
    "NAMES": LineLook("#009e73", 1.2, 0.6, "names"),
    "OWNED_BY": LineLook("#882255", 1.2, 0.6, "owned by"),
    "LOCATED_IN": LineLook("#56b4e9", 1.0, 0.6, "located in"),
    "MENTIONS": LineLook("#8b93a0", 0.9, 0.45, "mentions"),
    "CITES": LineLook("#aa4499", 1.0, 0.5, "cites"),
    "IS": LineLook("#332288", 1.6, 0.7, "is"),
    SHARED_TASKS: LineLook("#2f7fb8", 1.0, 0.3, "shared tasks", arrow=False),
})  # fmt: skip


def chinese(kind: str) -> str:
    """The Chinese name of a label or a relationship type; of a type from someone's own query, the type itself."""
    if kind == SHARED_TASKS:
        return "共同任务"
    named = NODES.get(kind) or RELATIONSHIPS.get(kind)
    return named.chinese if named else kind


def of_kind(label: str) -> KindLook:
    """How nodes of `label` look; a label that the schema doesn't know is grey."""
    return KINDS.get(label, KindLook("#777777", "dot", label, 8, 5))


def of_line(type_: str) -> LineLook:
    """How relationships of `type_` look; a type that the schema doesn't know is grey."""
    return LINES.get(type_, LineLook("#999999", 1.0, 0.5, type_.lower().replace("_", " ")))
