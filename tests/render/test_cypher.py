import re

from policygraph.graph import Node, Relationship
from policygraph.render import cypher
from policygraph.schema import NODES


def test_every_kind_of_node_has_a_question_about_itself():
    for label in NODES:
        query = cypher.of_node(Node(label, "x:甲", {}))
        assert f":{label} {{id: 'x:甲'}}" in query
        assert "$" not in query


def test_each_node_pattern_bears_a_label():
    queries = [cypher.of_node(Node(label, "x", {})) for label in NODES]
    queries.append(cypher.of_relationship(Relationship("LEADS", ("Department", "d"), ("Clause", "c"), {"id": "r"})))
    for query in queries:
        patterns = re.findall(r"(?<!\w)\(([^)]*)\)", query.split("RETURN")[0])
        assert patterns
        assert all(":" in pattern for pattern in patterns)


def test_a_relationship_is_found_by_its_id_and_its_ends():
    tie = Relationship("LEADS", ("Department", "d"), ("Clause", "c"), {"id": "r"})
    assert (
        cypher.of_relationship(tie)
        == "MATCH (a:Department {id: 'd'})-[r:LEADS {id: 'r'}]->(b:Clause {id: 'c'})\nRETURN a, r, b"
    )


def test_shared_tasks_are_asked_for_through_the_clauses():
    query = cypher.of_relationship(Relationship("SHARES_TASKS", ("Department", "a"), ("Department", "b"), {"tasks": 2}))
    assert "SHARES_TASKS" not in query
    assert "(c:Clause)<-" in query


def test_a_name_cannot_leave_its_quotes():
    assert cypher.literal("a'b\\c\n\u2028") == "'a\\'b\\\\c\\u000a\\u2028'"
    assert "`Odd``one`" in cypher.of_node(Node("Odd`one", "x", {}))
