"""PlanRecord → nodes and relationships, as `schema` has them."""

from __future__ import annotations

import datetime
import json
from collections import Counter

import pytest
from hypothesis import given
from tests import gold_floor
from tests.cases import source
from tests.texts import examples, plans

from policygraph import record
from policygraph.extract import extract
from policygraph.graph import Graph, build
from policygraph.schema import NODES, RELATIONSHIPS

TEXT = (
    "贵阳市发展方案\n一、主要目标\n到2025年，绿化率达到45.5%，环境更加优美。\n二、重点任务\n"
    "1.发展冷链。落实《冷链规划》。（市商务局牵头，市财政局配合，以下均需各区（市、县）人民政府落实，不再列出）\n"
    "2.发展托育。（市卫生健康委、市教育局负责）\n3.办好食堂。（市民政局负责）\n贵阳市人民政府\n2024年5月8日\n"
)
KINDS: dict[str, type] = {
    "string": str, "integer": int, "float": float, "boolean": bool, "date": datetime.date, "strings": list, "integers": list,
}  # fmt: skip


def triples(graph: Graph, kind: str) -> set[tuple[str, str]]:
    return {(each.start[1], each.end[1]) for each in graph.relationships if each.type == kind}


def assert_fits_the_schema(graph: Graph) -> None:
    nodes = {(node.label, node.id) for node in graph.nodes}
    assert len(nodes) == len(graph.nodes)
    for node in graph.nodes:
        allowed = NODES[node.label].properties
        assert all(isinstance(value, KINDS[allowed[name]]) for name, value in node.properties.items())
    for each in graph.relationships:
        kind = RELATIONSHIPS[each.type]
        assert each.start in nodes
        assert each.end in nodes
        assert each.start[0] in kind.start
        assert each.end[0] in kind.end
        assert each.properties.keys() <= kind.properties.keys()
        assert kind.timeless or {"id", "plan"} <= each.properties.keys()
    ids = [each.properties["id"] for each in graph.relationships if not RELATIONSHIPS[each.type].timeless]
    assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build(extract(source(TEXT)))


def test_it_fits_the_schema(graph: Graph) -> None:
    assert_fits_the_schema(graph)


def test_a_record_that_went_through_json_gives_the_same_graph_with_numbers_of_the_same_type() -> None:
    said = extract(source(TEXT.replace("45.5%", "45%")))
    again = build(record.from_json(json.loads(json.dumps(record.to_json(said)))))
    assert_fits_the_schema(again)
    assert again == build(said)


@pytest.mark.parametrize("plan", gold_floor.own_plans(), ids=lambda plan: plan.name)
def test_the_graph_of_a_whole_plan_fits_the_schema(plan: gold_floor.Annotated) -> None:
    assert_fits_the_schema(build(gold_floor.record_of(plan)))


@examples(200)
@given(plans())
def test_the_graph_of_any_text_fits_the_schema(text: str) -> None:
    assert_fits_the_schema(build(extract(source(text))))


def test_only_stated_and_declared_leads_lead(graph: Graph) -> None:
    department, clause = "department:贵州省贵阳市/", "clause:贵阳市发展方案/二/"
    assert triples(graph, "LEADS") == {(department + "商务局", clause + "1")}
    assert {(department + "卫生健康委员会", clause + "2"), (department + "民政局", clause + "3")} <= triples(
        graph, "RESPONSIBLE_FOR"
    )


def test_a_basis_by_order_stays_on_the_relationship(graph: Graph) -> None:
    bases = Counter(each.properties.get("lead_basis") for each in graph.relationships if each.type == "RESPONSIBLE_FOR")
    assert bases == {"first_listed": 1, "sole": 1, None: 1}


def test_inherited_duties_are_marked(graph: Graph) -> None:
    held = [each for each in graph.relationships if each.type == "IMPLEMENTS"]
    assert [(each.end[1][-1], each.properties["inherited"]) for each in held] == [
        ("1", False),
        ("2", True),
        ("3", True),
    ]


def test_clauses_sections_and_plan_hang_together(graph: Graph) -> None:
    below = dict(triples(graph, "PART_OF"))
    clauses = [node.id for node in graph.nodes if node.label == "Clause"]
    assert len(clauses) == 4
    for clause in clauses:
        while clause in below:
            clause = below[clause]
        assert clause == "plan:贵阳市发展方案"


def test_the_place_that_a_department_serves_lies_within_others(graph: Graph) -> None:
    assert ("region:贵州省贵阳市", "region:贵州省") in triples(graph, "WITHIN")
    assert ("department:贵州省贵阳市/商务局", "region:贵州省贵阳市") in triples(graph, "SERVES")
    assert triples(graph, "COVERS") == {("plan:贵阳市发展方案", "region:贵州省贵阳市")}


def test_a_target_measures_an_indicator_in_base_units(graph: Graph) -> None:
    [target] = [node for node in graph.nodes if node.label == "Target"]
    assert (target.properties["value"], target.properties["unit"], target.properties["year"]) == (45.5, "%", 2025)
    assert triples(graph, "MEASURES") == {(target.id, "indicator:绿化率")}


def test_every_fact_carries_its_evidence(graph: Graph) -> None:
    for each in graph.relationships:
        if each.type in ("LEADS", "RESPONSIBLE_FOR", "SUPPORTS", "IMPLEMENTS", "CITES"):
            assert {"clause", "quote", "start", "end"} <= each.properties.keys()


def test_the_same_record_gives_the_same_graph(graph: Graph) -> None:
    assert build(extract(source(TEXT))) == graph


def test_shared_nodes_are_the_same_in_another_plan(graph: Graph) -> None:
    other = build(extract(source(TEXT.replace("发展方案", "另一方案"))))
    shared = {label for label, kind in NODES.items() if kind.shared}
    mine, others = ({n.label + n.id + str(n.properties) for n in g.nodes if n.label in shared} for g in (graph, other))
    assert mine == others
