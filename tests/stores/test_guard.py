"""What passes the guard by its words alone, without a server."""

from __future__ import annotations

import pytest

from policygraph.errors import PolicyGraphError
from policygraph.stores.guard import check_plan, check_words

PASSES = [
    "MATCH (p:Plan) RETURN p.title",
    "match (p:Plan) return p.title;",
    "MATCH (n:Clause) WHERE n.set = 1 AND n.delete IS NULL RETURN n.create",
    "MATCH (n:Clause {text: 'CREATE (x)', title: \"DROP\"}) RETURN n",
    "MATCH (n:`Set`)-[:SETS|CREATE]->(m:Merge) RETURN n.`drop` AS `delete`",
    "// CREATE nothing\nMATCH (n:Plan) /* DELETE n */ RETURN n",
    "RETURN {set: 1, create: 2} AS map",
    "MATCH (n:Plan) WHERE n.id = $merge RETURN n",
    "CALL db.labels()",
    "CALL db.labels() YIELD label RETURN label",
    "CALL `db`.`labels`()",
    "CALL db.relationshipTypes()",
    "CALL dbms.components()",
    "CALL { MATCH (n:Plan) RETURN n.id AS id } RETURN id",
    "MATCH (p:Plan) CALL (p) { MATCH (p)--(n:Region) RETURN n } RETURN n",
    "SHOW INDEXES",
    "SHOW CONSTRAINTS",
    "SHOW ALL CONSTRAINTS",
    "UNWIND [1, 2] AS 数 WITH 数 RETURN 数",
    "OPTIONAL MATCH (n:Plan) RETURN count(n)",
    "MATCH (d:Department)-[r:LEADS]->(c:Clause) RETURN r.start, r.end, c.load",
    "MATCH (a:Plan) RETURN a.id UNION MATCH (a:Region) RETURN a.id",
]


@pytest.mark.parametrize("cypher", PASSES)
def test_a_query_that_reads_passes(cypher: str) -> None:
    check_words(cypher)


@pytest.mark.parametrize(
    ("cypher", "named"),
    [
        ("CREATE (n:Plan)", "CREATE"),
        ("MATCH (n:Plan) SET n.title = '空'", "SET"),
        ("MATCH (n:Plan) WITH n DETACH DELETE n", "DETACH"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD CSV"),
        ("CALL dbms.listConfig()", "CALL dbms.listconfig"),
        ("CALL `apoc`.`load`.`json`('http://x')", "CALL apoc.load.json"),
        ("SHOW USERS", "SHOW USERS"),
        ("SHOW CURRENT USER", "SHOW CURRENT"),
        ("EXPLAIN MATCH (n) RETURN n", "EXPLAIN"),
        ("CYPHER 25 MATCH (n) RETURN n", "CYPHER"),
    ],
)
def test_the_refusal_names_what_it_refuses(cypher: str, named: str) -> None:
    with pytest.raises(PolicyGraphError, match=f"{named} is refused") as caught:
        check_words(cypher)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("cypher", "told"),
    [
        ("", "empty"),
        ("  // nothing\n", "empty"),
        ("MATCH (n:Plan) RETURN 'open", "without its closing"),
        ("MATCH (n:Plan) RETURN n.`open", "without its closing"),
        ("MATCH (p:Plan) RETURN p.id AS load LIMIT 1", "write `load`, in back ticks"),
        ("M\\u0041TCH (n) RETURN n", "backslash"),
        ("MATCH (n:Plan) RETURN n; MATCH (n:Plan) RETURN n", "one query at a time"),
    ],
)
def test_what_is_no_single_query_is_told_so(cypher: str, told: str) -> None:
    with pytest.raises(PolicyGraphError, match=told):
        check_words(cypher)


def _plan(operator: str, *children: dict[str, object], details: str = "") -> dict[str, object]:
    return {"operatorType": f"{operator}@neo4j", "args": {"Details": details}, "children": list(children)}


@pytest.mark.parametrize("operator", [
    "AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "NodeUniqueIndexSeek", "NodeIndexSeekByRange",
    "DirectedRelationshipTypeScan", "UndirectedAllRelationshipsScan", "DirectedRelationshipIndexSeekByRange",
    "Expand(All)", "OptionalExpand(Into)", "VarLengthExpand(Pruning,BFS,All)", "Repeat(Trail)", "ShortestPath",
    "StatefulShortestPath(Into)", "SemiApply", "AntiSemiApply", "LetSelectOrSemiApply", "RollUpApply", "NodeHashJoin",
    "EagerAggregation", "OrderedAggregation", "PartialSort", "Top", "OrderedDistinct", "NodeByElementIdSeek",
])  # fmt: skip
def test_a_step_that_reads_passes(operator: str) -> None:
    check_plan(_plan("ProduceResults", _plan(operator, _plan("Argument"))))


@pytest.mark.parametrize("operator", [
    "Create", "Merge", "LockingMerge", "SetProperty", "SetLabels", "Delete", "DetachDelete", "RemoveLabels", "Foreach",
    "LoadCSV", "TransactionForeach", "TransactionApply", "AdministrationCommand", "ShowSettings", "ShowFunctions",
    "NodeUniqueIndexSeek(Locking)", "SomethingNew", "",
])  # fmt: skip
def test_any_other_step_is_refused_however_deep(operator: str) -> None:
    with pytest.raises(PolicyGraphError, match="refused"):
        check_plan(_plan("ProduceResults", _plan("Apply", _plan("Argument"), _plan(operator))))


def test_a_procedure_passes_by_its_name() -> None:
    check_plan(_plan("ProduceResults", _plan("ProcedureCall", details="db.labels() :: (label :: STRING)")))
    with pytest.raises(PolicyGraphError, match=r"CALL dbms\.listConfig"):
        check_plan(_plan("ProduceResults", _plan("ProcedureCall", details="dbms.listConfig() :: (name :: STRING)")))


def test_a_query_without_a_plan_is_refused() -> None:
    with pytest.raises(PolicyGraphError, match="refused"):
        check_plan(None)
