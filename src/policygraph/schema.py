"""The shape of the graph: labels, relationship types and their properties, as data.

One place that `graph.py` builds from, `loaders/neo4j/` is checked against, `ontology/policygraph.ttl` mirrors and
`render/` takes its legend from. A parity test holds them together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

ValueKind = Literal["string", "integer", "float", "boolean", "date", "strings", "integers"]


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A label with its properties; `shared` nodes may be named by several plans and belong to none."""

    label: str
    chinese: str
    properties: Mapping[str, ValueKind]
    shared: bool


@dataclass(frozen=True, slots=True)
class RelationshipKind:
    """A relationship type, the labels that it may join, and its properties.

    `timeless` relationships (六盘水市 WITHIN 贵州省) follow from the entities themselves and belong to no plan.
    """

    type: str
    chinese: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    properties: Mapping[str, ValueKind]
    timeless: bool = False


def _node(label: str, chinese: str, properties: Mapping[str, ValueKind], *, shared: bool = False) -> NodeKind:
    return NodeKind(label, chinese, MappingProxyType({"id": "string", **properties}), shared)


def _relationship(
    type_: str,
    chinese: str,
    start: str,
    end: str,
    properties: Mapping[str, ValueKind] = MappingProxyType({}),
    *,
    timeless: bool = False,
) -> RelationshipKind:
    own: dict[str, ValueKind] = {} if timeless else {"id": "string", "plan": "string"}
    return RelationshipKind(
        type_,
        chinese,
        tuple(start.split("|")),
        tuple(end.split("|")),
        MappingProxyType({**own, **properties}),
        timeless,
    )


_EVIDENCE: dict[str, ValueKind] = {
    "clause": "string",
    "quote": "string",
    "start": "integer",
    "end": "integer",
    "page": "integer",
    "locus": "string",
}
_DUTY: dict[str, ValueKind] = {
    "surface": "string", "position": "integer", "lead_basis": "string", "inherited": "boolean", **_EVIDENCE,
}  # fmt: skip
_MENTION: dict[str, ValueKind] = {"surface": "string", **_EVIDENCE}

NODES: Mapping[str, NodeKind] = MappingProxyType({kind.label: kind for kind in (
    _node("Plan", "方案", {
        "title": "string", "status": "string", "jurisdiction": "string", "document_number": "string",
        "issued_on": "date", "period_years": "integers", "sample": "boolean", "source": "string", "sha256": "string",
        "characters": "integer", "pages": "integer"}),
    _node("Section", "章节", {
        "plan": "string", "number": "string", "title": "string", "position": "integer", "start": "integer", "end": "integer"}),
    _node("Clause", "条款", {
        "plan": "string", "number": "string", "path": "string", "title": "string", "kind": "string", "text": "string",
        "position": "integer", "start": "integer", "end": "integer", "page": "integer", "locus": "string"}),
    _node("Department", "部门", {
        "name": "string", "jurisdiction": "string", "collective": "boolean", "aliases": "strings"}, shared=True),
    _node("Indicator", "指标", {"name": "string"}, shared=True),
    _node("Target", "目标值", {
        "plan": "string", "indicator": "string", "op": "string", "value": "float", "value_to": "float", "unit": "string",
        "base_value": "float", "base_unit": "string", "year": "integer", "baseline_year": "integer", "stance": "string",
        "approximate": "boolean", **_EVIDENCE}),
    _node("Commitment", "定性目标", {
        "plan": "string", "what": "string", "year": "integer", "vague": "boolean", **_EVIDENCE}),
    _node("Project", "项目", {"name": "string"}, shared=True),
    _node("Company", "企业", {"name": "string", "kind": "string", "aliases": "strings"}, shared=True),
    _node("Document", "引用文件", {"title": "string"}, shared=True),
    _node("Region", "行政区", {"name": "string", "code": "string", "level": "string"}, shared=True),
    _node("Place", "地点", {"name": "string", "kind": "string"}, shared=True),
)})  # fmt: skip

RELATIONSHIPS: Mapping[str, RelationshipKind] = MappingProxyType({kind.type: kind for kind in (
    _relationship("PART_OF", "属于", "Section|Clause", "Plan|Section"),
    _relationship("LEADS", "牵头", "Department", "Clause", _DUTY),
    _relationship("RESPONSIBLE_FOR", "负责", "Department", "Clause", _DUTY),
    _relationship("SUPPORTS", "配合", "Department", "Clause", _DUTY),
    _relationship("IMPLEMENTS", "落实", "Department", "Clause", _DUTY),
    _relationship("ISSUED", "印发", "Department", "Plan", {"surface": "string"}),
    _relationship("SERVES", "隶属", "Department", "Region", timeless=True),
    _relationship("WITHIN", "位于", "Region", "Region", timeless=True),
    _relationship("COVERS", "适用于", "Plan", "Region"),
    _relationship("SETS", "设定", "Clause", "Target"),
    _relationship("MEASURES", "衡量", "Target", "Indicator"),
    _relationship("COMMITS_TO", "承诺", "Clause", "Commitment"),
    _relationship("FOR", "针对", "Target", "Project"),
    _relationship("NAMES", "列出", "Clause", "Project", {"capacity": "string", **_EVIDENCE}),
    _relationship("OWNED_BY", "业主", "Project", "Company"),
    _relationship("LOCATED_IN", "地处", "Project", "Region|Place"),
    _relationship("MENTIONS", "提及", "Clause", "Company|Place|Region", _MENTION),
    _relationship("CITES", "引用", "Clause", "Document", {"number": "string", "issuer": "string", **_EVIDENCE}),
    _relationship("IS", "即", "Document", "Plan", timeless=True),
)})  # fmt: skip

ROLE_TYPES: Mapping[str, str] = MappingProxyType(
    {"lead": "LEADS", "responsible": "RESPONSIBLE_FOR", "support": "SUPPORTS", "implement": "IMPLEMENTS"}
)
