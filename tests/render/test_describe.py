import pytest

from policygraph.graph import Node
from policygraph.render import describe
from policygraph.schema import NODES, RELATIONSHIPS


def target(**properties):
    return Node("Target", "t", {"indicator": "煤炭消费量", "op": "eq", "value": 5.0, "unit": "万吨", **properties})


@pytest.mark.parametrize(("properties", "read"), [
    ({}, "煤炭消费量 5万吨"),
    ({"op": "ge", "year": 2025}, "煤炭消费量 ≥ 5万吨 (2025)"),
    ({"op": "decrease", "value": 13.5, "value_to": 14.0, "unit": "%", "stance": "aspire"},
     "煤炭消费量 力争 下降 13.5–14%"),
    ({"approximate": True, "value": 0.2825}, "煤炭消费量 约0.2825万吨"),
])  # fmt: skip
def test_a_target_reads_as_a_sentence_would(properties, read):
    assert describe.name(target(**properties)) == read


def test_a_clause_is_named_by_where_it_stands():
    clause = Node("Clause", "c", {"path": "二/三", "number": "1", "title": "强化空间管控", "text": "…"})
    assert describe.name(clause) == "二/三/1 强化空间管控"
    assert describe.short(clause) == "1 强化空间管控"


def test_a_clause_without_a_title_is_named_by_its_first_words():
    assert (
        describe.name(Node("Clause", "c", {"text": "为深入贯彻\n落实决策部署，制定本方案。"}))
        == "为深入贯彻落实决策部署，制定"
    )


def test_a_department_is_labelled_as_the_plan_prints_it():
    body = Node("Department", "d", {"name": "云岭市发展和改革委员会", "aliases": ["市发展和改革委", "市发改委"]})
    assert describe.short(body) == "市发改委"


def test_long_names_are_cut_in_the_picture_only():
    project = Node("Project", "p", {"name": "云岭钢铁有限公司烧结机脱硫脱硝改造"})
    assert describe.short(project) == "云岭钢铁有限公司烧结…"
    assert describe.name(project) == "云岭钢铁有限公司烧结机脱硫脱硝改造"


def test_facts_are_said_in_words():
    rows = dict(
        describe.facts(
            {"op": "le", "value": 10.0, "collective": False, "vague": True, "aliases": ["甲", "乙"], "quote": "…"}
        )
    )
    assert rows == {"方向": "不高于 ≤", "数值": "10", "难以核验": "是 yes", "别称": "甲、乙"}


def test_every_property_of_the_graph_has_a_word():
    kinds = [*NODES.values(), *RELATIONSHIPS.values()]
    assert {name for kind in kinds for name in kind.properties} - describe.WORDS.keys() <= describe._ELSEWHERE
