"""What a store holds goes out whole, ties between plans too; what others put there stays and is counted."""

from __future__ import annotations

from policygraph.export.contents import exported
from policygraph.graph import Graph, Node, Relationship

PLAN = Node("Plan", "plan:甲", {"title": "甲"})
CITED = Node("Document", "document:甲", {"title": "甲"})
IS = Relationship("IS", ("Document", "document:甲"), ("Plan", "plan:甲"), {})


def test_a_cited_plan_stays_joined_to_its_document() -> None:
    assert exported([PLAN, CITED, IS]) == (Graph("", (PLAN, CITED), (IS,)), {})


def test_what_the_schema_does_not_know_is_left_out_and_counted() -> None:
    theirs = Node("Person", "person:1", {"name": "张三"})
    noted = Node("Plan", "plan:乙", {"title": "乙", "note": "待核"})
    ties = [
        Relationship("READ", ("Person", "person:1"), ("Plan", "plan:甲"), {}),
        Relationship("IS", ("Person", "person:1"), ("Plan", "plan:甲"), {}),
    ]
    graph, foreign = exported([PLAN, noted, theirs, *ties])
    assert graph.nodes == (PLAN, Node("Plan", "plan:乙", {"title": "乙"}))
    assert graph.relationships == ()
    assert foreign == {":Person": 1, "Plan.note": 1, ":READ": 1, ":IS": 1}
