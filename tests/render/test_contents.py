"""What the page's script is told."""

from __future__ import annotations

from policygraph.graph import Node, Relationship
from policygraph.render import of_result
from policygraph.render.contents import contents

PLAN = "plan:云岭市方案"


def _body(city: str, kind: str, printed: str) -> Node:
    return Node("Department", f"department:{city}/{kind}", {"name": city + kind, "aliases": [city + kind, printed]})


def _told(*nodes: Node, ties: tuple[Relationship, ...] = ()) -> dict:
    picture = of_result(nodes, ties, "图")
    return contents(picture, {(node.label, node.id): turn for turn, node in enumerate(picture.nodes)})


def test_bodies_of_several_cities_with_one_short_name_are_told_apart() -> None:
    told = _told(
        _body("贵阳市", "财政局", "市财政局"),
        _body("资阳市", "财政局", "市财政局"),
        _body("资阳市", "水务局", "市水务局"),
    )
    assert [node["short"] for node in told["nodes"]] == ["贵阳市财政局", "资阳市财政局", "市水务局"]


def test_each_quote_comes_with_where_it_stands_in_the_file() -> None:
    clause = Node("Clause", "clause:云岭市方案/1", {"plan": PLAN, "title": "造林", "locus": "paragraph 5"})
    body = _body("云岭市", "林业局", "市林业局")
    held = {"id": "1", "plan": PLAN, "clause": clause.id, "quote": "市林业局", "page": 2, "locus": "paragraph 6"}
    tie = Relationship("LEADS", ("Department", body.id), ("Clause", clause.id), held)
    told = _told(clause, body, ties=(tie,))
    assert told["edges"][0]["where"] == "第2页 第6段 · p. 2, paragraph 6"
    assert told["clauses"][clause.id]["where"] == "第5段 · paragraph 5"
    assert not any(word == "locus" for word, _ in told["edges"][0]["facts"])


def test_where_the_file_has_no_pages_and_paragraphs_nothing_is_said() -> None:
    clause = Node("Clause", "clause:云岭市方案/1", {"plan": PLAN, "title": "造林"})
    assert _told(clause)["clauses"][clause.id]["where"] == ""
