"""GraphML and GEXF: what is written can be opened again, with Chinese labels; the same graph gives the same bytes."""

from __future__ import annotations

import io
import re

import networkx
import pytest

from policygraph import graph, reading, resources
from policygraph.export import network
from policygraph.extract import extract

SAMPLE = resources.folder("loaders") / "sources" / "sample" / "yunling" / "plan.txt"


@pytest.fixture(scope="module")
def graphs() -> list[graph.Graph]:
    return [graph.build(extract(reading.read(SAMPLE)))]


def test_every_node_and_relationship_is_there(graphs: list[graph.Graph]) -> None:
    found = network.to_networkx(graphs)
    assert set(found.nodes) == {node.id for node in graphs[0].nodes}
    assert found.number_of_edges() == len(graphs[0].relationships)


def test_graphml_opens_again(graphs: list[graph.Graph]) -> None:
    again = networkx.read_graphml(io.BytesIO(network.graphml(graphs).encode("utf-8")))
    assert again.nodes["department:云岭市/生态环境局"]["label"] == "云岭市生态环境局"
    assert again.number_of_edges() == len(graphs[0].relationships)


def test_gexf_opens_again(graphs: list[graph.Graph]) -> None:
    again = networkx.read_gexf(io.BytesIO(network.gexf(graphs).encode("utf-8")))
    assert set(again.nodes) == {node.id for node in graphs[0].nodes}
    assert again.number_of_edges() == len(graphs[0].relationships)
    assert again.nodes["department:云岭市/生态环境局"]["label"] == "云岭市生态环境局"


def test_offsets_are_no_points_in_time_and_types_no_directions_in_gexf(graphs: list[graph.Graph]) -> None:
    text = network.gexf(graphs)
    assert not re.search(r"<(node|edge) [^>]*(start|end|type)=", text)
    again = networkx.read_gexf(io.BytesIO(text.encode("utf-8")))
    lead = next(tie for tie in graphs[0].relationships if tie.type == "LEADS")
    said = again.get_edge_data(lead.start[1], lead.end[1]).values()
    assert [(tie["relationship"], tie["span_start"], tie["span_end"]) for tie in said] == [
        ("LEADS", lead.properties["start"], lead.properties["end"])
    ]


@pytest.mark.parametrize("write", [network.graphml, network.gexf])
def test_same_graph_same_bytes(write: object, graphs: list[graph.Graph]) -> None:
    assert callable(write)
    assert write(graphs) == write(graphs)


def test_words_that_xml_forbids_are_replaced() -> None:
    node = graph.Node("Company", "company:\x01", {"name": "甲\x01公司"})
    text = network.graphml([graph.Graph("p", (node,), ())])
    assert "甲\ufffd公司" in text
