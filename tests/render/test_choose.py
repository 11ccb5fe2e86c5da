from collections import Counter

import pytest

from policygraph.errors import DataError, PolicyGraphError
from policygraph.graph import Node
from policygraph.render import around, capped, department_network, of_plan, of_result, of_two_plans

PLAN = "plan:云岭市减污降碳实施方案"
DRAFT = "plan:云岭市节能方案(征求意见稿)"
ECOLOGY = "department:云岭市/生态环境局"


def kinds(picture):
    return Counter(node.label for node in picture.nodes)


def names(picture, label):
    return {node.properties["name"] for node in picture.nodes if node.label == label}


def test_a_plan_is_drawn_whole_but_for_serves(plan):
    picture = of_plan([plan], PLAN)
    assert len(picture.nodes) == len(plan.nodes)
    assert {each.type for each in plan.relationships} - {each.type for each in picture.relationships} == {"SERVES"}
    assert picture.title == "云岭市减污降碳实施方案"
    assert "2023-05-06" in picture.note
    assert "云环〔2023〕6号" in picture.note


def test_a_draft_without_a_date_says_so(two_plans):
    note = of_plan(two_plans, DRAFT).note
    assert "征求意见稿" in note
    assert "未注明日期" in note


def test_departments_take_their_printed_names_as_aliases(plan):
    found = {node.id: node.properties for node in of_plan([plan], PLAN).nodes}
    assert found[ECOLOGY]["aliases"] == ["市生态环境局"]


def test_one_hop_from_a_department_is_its_clauses(plan):
    assert kinds(around([plan], ECOLOGY, 1)) == {"Department": 1, "Clause": 2}


def test_two_hops_reach_the_fellow_departments_and_the_facts(plan):
    picture = around([plan], ECOLOGY, 2)
    assert names(picture, "Department") == {"云岭市生态环境局", "云岭市工业和信息化局", "云岭市各有关部门"}
    assert kinds(picture)["Target"] == 2
    assert picture.focus == ("Department", ECOLOGY)


def test_sections_are_shown_but_not_walked_through(two_plans):
    picture = around(two_plans, "company:云岭钢铁有限公司", 4)
    assert kinds(picture)["Section"] == 1
    assert "Plan" not in kinds(picture)  # it is one step beyond the section
    titles = [node.properties["title"] for node in picture.nodes if node.label == "Clause"]
    assert titles == ["推动钢铁减排", "治理工业废水", "开展节能诊断"]  # its own, and those of the bodies that it shares


def test_the_city_is_surrounded_by_the_bodies_that_serve_it(plan):
    assert kinds(around([plan], "region:云岭市", 1)) == {"Region": 1, "Plan": 1, "Department": 3}


def test_what_is_quoted_but_not_drawn_comes_along_in_the_background(plan):
    picture = around([plan], "indicator:氮氧化物减排量", 1)
    assert kinds(picture) == {"Indicator": 1, "Target": 2}
    assert [node.label for node in picture.background] == ["Clause", "Plan"]


def test_two_plans_share_their_departments(two_plans):
    picture = of_two_plans(two_plans, PLAN, DRAFT)
    assert kinds(picture)["Plan"] == 2
    assert kinds(picture)["Department"] == 3
    assert "部门 2" in picture.note


def test_the_department_network_counts_shared_clauses_and_leaves_out_collective_bodies(two_plans):
    picture = department_network(two_plans)
    assert names(picture, "Department") == {"云岭市生态环境局", "云岭市工业和信息化局"}
    (tie,) = picture.relationships
    assert tie.properties["tasks"] == 2
    assert len(picture.background) == 4  # two clauses, two plans


def test_a_line_of_a_result_needs_both_of_its_ends(plan):
    picture = of_result(plan.nodes[:2], plan.relationships, "结果")
    assert [each.type for each in picture.relationships] == ["PART_OF"]


def test_above_the_cap_the_note_counts_what_is_left_out(plan):
    picture = capped(of_plan([plan], PLAN), 5)
    assert len(picture.nodes) == 5
    assert {"Plan", "Section", "Department"} <= set(kinds(picture))
    assert "目标值 2" in picture.note
    assert f"Shown 5 of {len(plan.nodes)}" in picture.note
    kept = {(node.label, node.id) for node in picture.nodes}
    assert all({each.start, each.end} <= kept for each in picture.relationships)


def test_the_cap_keeps_what_the_picture_is_about(plan):
    picture = capped(around([plan], "company:云岭钢铁有限公司", 3), 2)
    assert "company:云岭钢铁有限公司" in {node.id for node in picture.nodes}


def test_below_the_cap_nothing_changes(plan):
    picture = of_plan([plan], PLAN)
    assert capped(picture, len(picture.nodes)) is picture


def test_unknown_plans_and_entities_are_told_with_the_way_out(plan):
    with pytest.raises(DataError, match="there is: plan:云岭市减污降碳实施方案"):
        of_plan([plan], "plan:无")
    with pytest.raises(DataError, match="search for the name first"):
        around([plan], "department:无", 1)
    with pytest.raises(PolicyGraphError, match="1 or more"):
        around([plan], ECOLOGY, 0)


def test_a_relationship_that_both_plans_state_is_drawn_once(plan):
    again = type(plan)(
        "plan:又",
        (*plan.nodes, Node("Plan", "plan:又", {"title": "又", "jurisdiction": "云岭市"})),
        tuple(each for each in plan.relationships if each.type == "SERVES"),
    )
    serves = [each for each in around([plan, again], "region:云岭市", 1).relationships if each.type == "SERVES"]
    assert len(serves) == 3
