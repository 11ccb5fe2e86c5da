"""The department network: the ties that `render` draws, with measures that can be worked out by hand."""

from __future__ import annotations

import io

import networkx
import pytest
from tests.stores.plans import Says, record

import policygraph
from policygraph.errors import PolicyGraphError
from policygraph.export.departments import MEASURES, to_department_network
from policygraph.export.network import to_gexf, to_graphml
from policygraph.graph import Graph, build


def clause(*names: str) -> Says:
    return Says("共同推进。", tuple((name[3:], f"甲乙市{name}") for name in names))


@pytest.fixture(scope="module")
def graphs() -> list[Graph]:
    """一局 and 二局 meet twice, 二局 and 三局 once; 四局 meets nobody."""
    says = (clause("一局", "二局"), clause("一局", "二局"), clause("二局", "三局"), clause("四局"))
    return [build(record("甲乙市实施方案", "甲乙市", *says))]


def id_of(name: str) -> str:
    return f"department:甲乙市/{name}"


def test_a_tie_weighs_what_is_shared_and_names_the_clauses(graphs: list[Graph]) -> None:
    found = to_department_network(graphs)
    assert {frozenset((a, b)): tie["weight"] for a, b, tie in found.edges(data=True)} == {
        frozenset((id_of("一局"), id_of("二局"))): 2,
        frozenset((id_of("二局"), id_of("三局"))): 1,
    }
    assert found.edges[id_of("三局"), id_of("二局")]["clauses"] == "clause:甲乙市实施方案/一/3"
    assert found.nodes[id_of("四局")]["label"] == "甲乙市四局"
    assert not found.nodes[id_of("四局")].keys() & set(MEASURES)


def test_measures_are_properties_of_the_nodes(graphs: list[Graph]) -> None:
    found = to_department_network(graphs, measures=MEASURES)
    said = {node: tuple(data[name] for name in MEASURES) for node, data in found.nodes(data=True)}
    assert said == {
        id_of("一局"): (1, 2, 0.0, 1),
        id_of("二局"): (2, 3, 1.0, 1),
        id_of("三局"): (1, 1, 0.0, 1),
        id_of("四局"): (0, 0, 0.0, 2),
    }


def test_only_the_measures_asked_for(graphs: list[Graph]) -> None:
    found = to_department_network(graphs, measures=["degree"])
    assert set(found.nodes[id_of("二局")]) & set(MEASURES) == {"degree"}
    with pytest.raises(PolicyGraphError, match="no measure 名望: there are degree"):
        to_department_network(graphs, measures=["名望"])


def test_two_groups_that_one_tie_joins_are_two_communities() -> None:
    left, right = (("一局", "二局", "三局"), ("四局", "五局", "六局"))
    says = [clause(*left)] * 3 + [clause(*right)] * 3 + [clause("三局", "四局")]
    found = to_department_network([build(record("甲乙市实施方案", "甲乙市", *says))], measures=["community"])
    groups = [{found.nodes[id_of(name)]["community"] for name in side} for side in (left, right)]
    assert sorted(map(len, groups)) == [1, 1]
    assert set.union(*groups) == {1, 2}


@pytest.mark.parametrize(("write", "read"), [(to_graphml, networkx.read_graphml), (to_gexf, networkx.read_gexf)])
def test_the_network_opens_again_undirected_with_its_measures(write, read, graphs: list[Graph]) -> None:
    again = read(io.BytesIO(write(to_department_network(graphs, measures=MEASURES)).encode("utf-8")))
    assert not again.is_directed()
    assert {name: again.nodes[id_of("二局")][name] for name in ("label", *MEASURES)} == {
        "label": "甲乙市二局", "degree": 2, "strength": 3, "betweenness": 1.0, "community": 1,
    }  # fmt: skip
    assert again.edges[id_of("一局"), id_of("二局")]["weight"] == 2


def test_it_is_a_public_verb(graphs: list[Graph]) -> None:
    assert policygraph.to_department_network(graphs).number_of_nodes() == 4
