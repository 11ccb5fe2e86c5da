from policygraph.graph import Relationship, merge
from policygraph.render import around, by_plan, of_plan, of_two_plans, page

PLAN = "plan:云岭市减污降碳实施方案"
DRAFT = "plan:云岭市节能方案(征求意见稿)"


def content(graph):
    return {(node.label, node.id) for node in graph.nodes}, {
        (tie.type, tie.start, tie.end) for tie in graph.relationships
    }


def test_what_was_loaded_plan_by_plan_comes_out_plan_by_plan(two_plans):
    again = by_plan(merge(two_plans))
    assert [graph.plan for graph in again] == [PLAN, DRAFT]
    assert content(again[0]) == content(two_plans[0])
    nodes, ties = content(again[1])
    assert content(two_plans[1])[0] <= nodes
    assert nodes - content(two_plans[1])[0] == {
        ("Region", "region:云岭市")
    }  # its bodies serve the city, once and for all
    assert {type_ for type_, _, _ in ties} == {"PART_OF", "LEADS", "SUPPORTS", "SERVES"}


def test_a_picture_from_a_store_is_the_picture_from_the_plan(two_plans):
    again = by_plan(merge(two_plans))
    assert page(of_plan(again, PLAN)) == page(of_plan(two_plans, PLAN))


def test_a_cited_plan_does_not_bring_its_whole_self_along(two_plans):
    cited = Relationship("IS", ("Region", "region:云岭市"), ("Plan", DRAFT), {})
    graphs = by_plan([*merge(two_plans), cited])
    assert ("Plan", DRAFT) not in content(graphs[0])[0]
    assert "IS" not in {tie.type for tie in of_plan(graphs, PLAN).relationships}
    assert around(graphs, "department:云岭市/生态环境局", 1).nodes


def test_a_citation_between_two_plans_is_drawn_where_both_are(two_plans):
    cited = Relationship("IS", ("Plan", PLAN), ("Plan", DRAFT), {})
    first = two_plans[0]
    graphs = [type(first)(first.plan, first.nodes, (*first.relationships, cited)), two_plans[1]]
    assert "IS" in {tie.type for tie in of_two_plans(graphs, PLAN, DRAFT).relationships}
