"""Rows as `Store.query` gives them: nodes as dicts with labels, relationships with the ids of their ends."""

import pytest
from tests.render.conftest import ECOLOGY, PLAN, STEEL

from policygraph.errors import DataError, PolicyGraphError
from policygraph.render.rows import of_rows

CLAUSE = "clause:云岭市减污降碳实施方案/二/1"


def drawn(picture):
    return [node.id for node in picture.nodes], [tie.type for tie in picture.relationships]


def rows(plan, *cells, **options):
    return of_rows([cells], [*plan.nodes, *plan.relationships], "题", **options)


def a_node(id_):
    return {"labels": [id_.partition(":")[0].title()], "id": id_}


def a_tie(type_, start, end):
    return {"type": type_, "start": start, "end": end, "properties": {"id": "r", "plan": PLAN}}


def test_nodes_and_relationships_are_drawn_as_returned(plan):
    picture = rows(plan, a_node(ECOLOGY[1]), a_tie("LEADS", ECOLOGY[1], CLAUSE), a_node(CLAUSE), 9)
    assert drawn(picture) == ([ECOLOGY[1], CLAUSE], ["LEADS"])


def test_a_relationship_brings_its_ends(plan):
    assert drawn(rows(plan, a_tie("LEADS", ECOLOGY[1], CLAUSE))) == ([ECOLOGY[1], CLAUSE], ["LEADS"])


def test_paths_lists_and_maps_are_opened(plan):
    path = {"nodes": [a_node(ECOLOGY[1]), a_node(CLAUSE)], "relationships": [a_tie("LEADS", ECOLOGY[1], CLAUSE)]}
    picture = rows(plan, [path], {"owner": a_node(STEEL[1])})
    assert drawn(picture) == ([ECOLOGY[1], CLAUSE, STEEL[1]], ["LEADS"])


def test_nodes_alone_are_joined_by_what_the_graph_says_of_them_and_the_note_tells(plan):
    picture = rows(plan, a_node(ECOLOGY[1]), a_node(CLAUSE))
    assert drawn(picture)[1] == ["LEADS"]
    assert "同一行" in picture.note


def test_what_stands_in_different_rows_is_not_joined(plan):
    elements = [*plan.nodes, *plan.relationships]
    assert drawn(of_rows([[ECOLOGY[1]], [CLAUSE]], elements, "题")) == ([ECOLOGY[1], CLAUSE], [])


def test_ids_stand_for_their_nodes_and_names_only_where_they_are_asked_for(plan):
    assert drawn(rows(plan, 3, CLAUSE, None, "云岭市生态环境局"))[0] == [CLAUSE]
    assert drawn(rows(plan, CLAUSE, "云岭市生态环境局", names=True))[0] == [CLAUSE, ECOLOGY[1]]


def test_a_clause_with_a_quote_brings_what_the_quote_proves(plan):
    picture = rows(plan, "氮氧化物减排量", [{"clause": CLAUSE, "quote": "达到0.5万吨"}], names=True)
    target = "target:云岭市减污降碳实施方案/2025"
    assert drawn(picture)[0] == ["indicator:氮氧化物减排量", CLAUSE, target]
    assert set(drawn(picture)[1]) == {"SETS", "MEASURES"}


def test_quoted_clauses_come_along_in_the_background(plan):
    picture = rows(plan, "target:云岭市减污降碳实施方案/2025")
    assert [node.id for node in picture.background] == [CLAUSE, PLAN]


def test_a_node_of_someone_elses_is_drawn_too(plan):
    picture = rows(plan, {"labels": ["Memo"], "id": "memo:1", "name": "备忘"})
    assert [(node.label, node.properties) for node in picture.nodes] == [("Memo", {"name": "备忘"})]


@pytest.mark.parametrize("cell", [9, None, "云岭市生态环境局", ["没有"], {"tasks": 3}])
def test_cells_that_name_nothing_are_told_with_the_way_out(plan, cell):
    with pytest.raises(PolicyGraphError, match="return nodes, relationships or ids") as told:
        rows(plan, cell)
    assert told.value.exit_code == 2


def test_no_rows_are_the_datas_fault(plan):
    with pytest.raises(DataError, match="no rows"):
        of_rows([], plan.nodes, "题")
