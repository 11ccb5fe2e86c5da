"""The Cypher that gets what a panel shows, ready to paste into Neo4j Browser or `policygraph query`.

For 市生态环境局 it asks for the department's clauses with roles and quotes. Each node pattern bears its label, as both
stores need.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from policygraph.graph import Node, Relationship
from policygraph.render.picture import SHARED_TASKS
from policygraph.schema import ROLE_TYPES

_DUTY = "|".join(ROLE_TYPES.values())

_QUESTIONS: Mapping[str, str] = MappingProxyType({
    "Department": f"MATCH (d:Department {{id: $id}})\nOPTIONAL MATCH (d:Department)-[r:{_DUTY}]->(c:Clause)\n"
                  "RETURN d.name AS department, type(r) AS role, c.number AS number, c.title AS title, "
                  "r.quote AS quote ORDER BY c.id, r.id",
    "Clause": f"MATCH (c:Clause {{id: $id}})\nOPTIONAL MATCH (d:Department)-[r:{_DUTY}]->(c:Clause)\n"
              "RETURN c.title AS title, type(r) AS role, d.name AS department, r.quote AS quote "
              "ORDER BY r.position, r.id",
    "Target": "MATCH (c:Clause)-[:SETS]->(t:Target {id: $id})-[:MEASURES]->(i:Indicator)\n"
              "RETURN i.name AS indicator, t.op AS op, t.value AS value, t.unit AS unit, t.year AS year, "
              "t.quote AS quote, c.number AS number, c.title AS title",
    "Indicator": "MATCH (c:Clause)-[:SETS]->(t:Target)-[:MEASURES]->(i:Indicator {id: $id})\n"
                 "RETURN c.title AS title, t.op AS op, t.value AS value, t.unit AS unit, t.year AS year, "
                 "t.quote AS quote ORDER BY t.year, t.id",
    "Project": "MATCH (c:Clause)-[r:NAMES]->(p:Project {id: $id})\n"
               "RETURN p.name AS project, c.number AS number, c.title AS title, r.quote AS quote ORDER BY c.id, r.id",
    "Company": "MATCH (c:Clause)-[r:NAMES]->(p:Project)-[:OWNED_BY]->(k:Company {id: $id})\n"
               "RETURN c.number AS number, c.title AS title, p.name AS project, r.quote AS quote\n"
               "UNION\n"
               "MATCH (c:Clause)-[r:MENTIONS]->(k:Company {id: $id})\n"
               "RETURN c.number AS number, c.title AS title, null AS project, r.quote AS quote",
    "Document": "MATCH (c:Clause)-[r:CITES]->(d:Document {id: $id})\n"
                "RETURN c.number AS number, c.title AS title, r.number AS cited, r.quote AS quote ORDER BY c.id, r.id",
})  # fmt: skip


def of_node(node: Node) -> str:
    """A query that returns what the plan says of this node."""
    question = _QUESTIONS.get(node.label, f"MATCH (n:{_label(node.label)} {{id: $id}})\nRETURN n")
    return question.replace("$id", literal(node.id))


def of_relationship(tie: Relationship) -> str:
    """A query that returns this relationship with both of its ends."""
    start = f"(a:{_label(tie.start[0])} {{id: {literal(tie.start[1])}}})"
    end = f"(b:{_label(tie.end[0])} {{id: {literal(tie.end[1])}}})"
    if tie.type == SHARED_TASKS:
        return (
            f"MATCH {start}-[x:{_DUTY}]->(c:Clause)<-[y:{_DUTY}]-{end}\n"
            "RETURN DISTINCT c.id AS id, c.number AS number, c.title AS title ORDER BY id"
        )
    own = f" {{id: {literal(str(tie.properties['id']))}}}" if "id" in tie.properties else ""
    return f"MATCH {start}-[r:{_label(tie.type)}{own}]->{end}\nRETURN a, r, b"


def literal(words: str) -> str:
    """`words` as a Cypher string: quotes, backslashes and line ends can't end it."""
    held = words.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", lambda sign: f"\\u{ord(sign[0]):04x}", held) + "'"


def _label(name: str) -> str:
    return name if re.fullmatch(r"\w+", name) else "`" + name.replace("`", "``") + "`"
