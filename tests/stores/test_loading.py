"""What stands in a store after loading and removing, the same on both servers."""

from __future__ import annotations

import itertools
import threading
from dataclasses import replace

import pytest
from tests.stores import servers
from tests.stores.plans import ALL, GUIYANG, LIUPANSHUI, LIUPANSHUI_ENERGY, large

from policygraph.errors import PolicyGraphError
from policygraph.graph import Graph, Node, Relationship
from policygraph.stores import Store, contents, open_store

pytestmark = pytest.mark.every_release

HOUSING = "六盘水市住房和城乡建设局"
STEEL = "首钢水城钢铁（集团）有限责任公司"


def ids(store: Store, label: str) -> set[str]:
    return {row[0] for row in store.query(f"MATCH (n:{label}) RETURN n.id").rows}


def aliases(store: Store, label: str, name: str) -> list[str] | None:
    answer = store.query(f"MATCH (n:{label} {{name: $name}}) RETURN n.aliases", {"name": name})
    return answer.rows[0][0] if answer.rows else None


def test_a_plan_comes_out_as_it_went_in(store: Store) -> None:
    store.load(GUIYANG)
    found = store.contents()
    nodes = {
        (n.label, n.id): {k: v for k, v in n.properties.items() if k != "aliases"} for n in found if isinstance(n, Node)
    }
    assert nodes == {(node.label, node.id): dict(node.properties) for node in GUIYANG.nodes}
    relationships = [(r.type, r.start, r.end, dict(r.properties)) for r in found if isinstance(r, Relationship)]
    expected = [(r.type, r.start, r.end, dict(r.properties)) for r in GUIYANG.relationships]
    assert sorted(relationships, key=str) == sorted(expected, key=str)


def test_loading_twice_is_loading_once(store: Store) -> None:
    for plan in ALL:
        store.load(plan)
    once = store.digest()
    for plan in ALL:
        store.load(plan)
    assert store.digest() == once


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_loading_does_not_matter(store: Store, order: tuple[int, ...]) -> None:
    store.load_all(ALL)
    expected = store.digest()
    store.clear()
    for index in order:
        store.load(ALL[index])
    assert store.digest() == expected


def test_all_stores_hold_the_same(
    embedded_server: servers.Server,
    neo4j_server: servers.Server,
    newest_server: servers.Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    digests = set()
    for server in (embedded_server, neo4j_server, newest_server):
        server.enter(monkeypatch)
        with open_store(server.where, write=True) as store:
            store.clear()
            store.load_all([*ALL, large(clauses=60)])
            digests.add(store.digest())
    assert len(digests) == 1


def test_the_digest_tells_one_property_apart(store: Store) -> None:
    store.load(GUIYANG)
    before = store.digest()
    changed = replace(GUIYANG.nodes[0], properties={**GUIYANG.nodes[0].properties, "status": "draft"})
    store.load(replace(GUIYANG, nodes=(changed, *GUIYANG.nodes[1:])))
    assert store.digest() != before


def test_a_graph_read_in_pages_is_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.load_all(ALL)
    monkeypatch.setattr(contents, "PAGE_NODES", 3)
    whole, paged = (
        store._reading(lambda transaction, pages=pages: list(contents.contents(transaction, in_pages=pages)))
        for pages in (False, True)
    )
    assert len(paged) == len(whole)
    assert contents.digest(paged) == contents.digest(whole) == store.digest()


def test_an_empty_store_has_the_digest_of_nothing(store: Store) -> None:
    empty = store.digest()
    store.load(GUIYANG)
    assert store.digest() != empty
    assert store.remove(GUIYANG.plan)
    assert store.digest() == empty
    assert store.contents() == []


def test_plans_share_departments_projects_and_regions(store: Store) -> None:
    store.load_all(ALL)
    answer = store.query(
        "MATCH (d:Department {name: $name})-[:LEADS|SUPPORTS]->(c:Clause) RETURN DISTINCT c.plan AS plan ORDER BY plan",
        {"name": HOUSING},
    )
    assert answer.rows == [(LIUPANSHUI.plan,), (LIUPANSHUI_ENERGY.plan,)]
    assert len(ids(store, "Project")) == 1
    assert {id_ for id_ in ids(store, "Department") if "住房" in id_} == {
        "department:六盘水/市住房和城乡建设局", "department:贵阳市/住房和城乡建设局",
    }  # fmt: skip


@pytest.mark.parametrize("gone", ALL, ids=lambda plan: plan.plan)
def test_removing_leaves_what_never_loading_it_leaves(store: Store, gone: Graph) -> None:
    store.load_all(plan for plan in ALL if plan is not gone)
    without = store.digest()
    store.load(gone)
    assert store.digest() != without
    assert store.remove(gone.plan) is True
    assert store.digest() == without


def test_removing_what_is_not_there_changes_nothing(store: Store) -> None:
    store.load(GUIYANG)
    before = store.digest()
    assert store.remove("plan:没有这个方案") is False
    assert store.digest() == before


def test_a_new_version_replaces_the_old_one_and_no_other(store: Store) -> None:
    shorter = _without(LIUPANSHUI, "Project", "Company", "Place", "Target", "Indicator")
    store.load_all([shorter, LIUPANSHUI_ENERGY, GUIYANG])
    expected = store.digest()
    store.clear()
    store.load_all(ALL)
    store.load(shorter)
    assert store.digest() == expected


def _without(graph: Graph, *labels: str) -> Graph:
    return Graph(
        graph.plan,
        tuple(node for node in graph.nodes if node.label not in labels),
        tuple(each for each in graph.relationships if each.start[0] not in labels and each.end[0] not in labels),
    )


def test_the_same_plan_twice_in_one_go_ends_as_the_later_one(store: Store) -> None:
    shorter = _without(GUIYANG, "Target", "Indicator")
    store.load(shorter)
    expected = store.digest()
    store.load_all([GUIYANG, shorter])
    assert store.digest() == expected


def test_a_fact_between_shared_nodes_goes_with_its_plan(store: Store) -> None:
    store.load_all(ALL)
    owned = "MATCH (p:Project)-[r:OWNED_BY]->(c:Company) RETURN r.plan AS plan ORDER BY plan"
    assert len(store.query(owned).rows) == 2
    store.remove(LIUPANSHUI.plan)
    assert store.query(owned).rows == [(LIUPANSHUI_ENERGY.plan,)]


def test_regions_stay_while_something_stands_in_them(store: Store) -> None:
    store.load_all(ALL)
    store.remove(GUIYANG.plan)
    names = {row[0] for row in store.query("MATCH (r:Region) RETURN r.name").rows}
    assert "六盘水市" in names
    assert "贵州省" in names
    assert "贵阳市" not in names


def test_aliases_are_the_forms_that_loaded_plans_print(store: Store) -> None:
    store.load(LIUPANSHUI)
    assert aliases(store, "Department", HOUSING) == ["市住建局"]
    assert aliases(store, "Company", STEEL) is None
    store.load(LIUPANSHUI_ENERGY)
    assert aliases(store, "Department", HOUSING) == ["市住建局", "市住房城乡建设局"]
    assert aliases(store, "Company", STEEL) == ["水钢"]
    store.remove(LIUPANSHUI_ENERGY.plan)
    assert aliases(store, "Department", HOUSING) == ["市住建局"]
    assert aliases(store, "Company", STEEL) is None


@pytest.mark.parametrize("order", [(LIUPANSHUI, LIUPANSHUI_ENERGY), (LIUPANSHUI_ENERGY, LIUPANSHUI)])
def test_a_cited_document_is_the_plan_of_that_title(store: Store, order: tuple[Graph, Graph]) -> None:
    for plan in order:
        store.load(plan)
    joined = "MATCH (d:Document)-[:IS]->(p:Plan) RETURN d.title, p.id"
    assert store.query(joined).rows == [("六盘水市节能减排综合工作方案", LIUPANSHUI_ENERGY.plan)]
    store.remove(LIUPANSHUI_ENERGY.plan)
    assert store.query(joined).rows == []


def test_a_plan_of_many_batches_is_whole(store: Store) -> None:
    graph = large()
    store.load(graph)
    counted = store.query("MATCH (:Department)-[r:SUPPORTS]->(:Clause) RETURN count(r)").rows[0][0]
    assert counted == sum(each.type == "SUPPORTS" for each in graph.relationships) > 2_000


def test_texts_of_many_megabytes_go_in(store: Store) -> None:
    long = "推进减污降碳协同增效。" * 40_000
    nodes = tuple(
        replace(node, properties={**node.properties, "text": long}) if node.label == "Clause" else node
        for node in large("贵州省长方案", clauses=15).nodes
    )
    store.load(replace(large("贵州省长方案", clauses=15), nodes=nodes))
    assert store.query("MATCH (c:Clause) RETURN sum(size(c.text))").rows == [(15 * len(long),)]


def test_characters_outside_the_common_plane_and_quotes_stay_as_they_are(store: Store) -> None:
    odd = "𠮷林“市”'局'\\ \n\t\"｛}$`——（）"
    nodes = tuple(
        replace(node, properties={**node.properties, "text": odd}) if node.label == "Clause" else node
        for node in GUIYANG.nodes
    )
    store.load(replace(GUIYANG, nodes=nodes))
    assert store.query("MATCH (c:Clause) RETURN c.text").rows == [(odd,)]
    assert store.query("MATCH (c:Clause {text: $odd}) RETURN count(c)", {"odd": odd}).rows == [(1,)]


def test_a_graph_with_a_loose_end_is_refused_whole(store: Store) -> None:
    store.load(LIUPANSHUI)
    before = store.digest()
    broken = _with_loose_end(GUIYANG)
    with pytest.raises(PolicyGraphError, match="a node is missing"):
        store.load(broken)
    assert store.digest() == before


def _with_loose_end(graph: Graph) -> Graph:
    clause = next(node for node in graph.nodes if node.label == "Clause")
    loose = Relationship("CITES", ("Clause", clause.id), ("Document", "document:无"), {"id": "x", "plan": graph.plan})
    return replace(graph, relationships=(*graph.relationships, loose))


def test_plans_are_listed_with_what_they_say(store: Store) -> None:
    assert store.plans() == []
    store.load_all(ALL)
    listed = store.plans()
    assert [plan["id"] for plan in listed] == sorted(plan.plan for plan in ALL)
    first = next(plan for plan in listed if plan["id"] == LIUPANSHUI.plan)
    assert first == {
        "id": LIUPANSHUI.plan, "title": "六盘水市减污降碳协同增效实施方案", "jurisdiction": "六盘水市",
        "status": "issued", "document_number": None, "counts": {
            "sections": 1, "clauses": 2, "targets": 1, "commitments": 1, "duties": 3, "projects": 1, "citations": 1,
        },
    }  # fmt: skip


def test_a_store_opened_for_reading_does_not_write(store: Store) -> None:
    with open_store(store.address) as reader:
        for write in (lambda: reader.load(GUIYANG), lambda: reader.remove(GUIYANG.plan), reader.clear):
            with pytest.raises(PolicyGraphError, match="for reading only"):
                write()


def test_progress_is_told_once_a_plan_is_in(store: Store) -> None:
    seen = []
    store.load_all(ALL, loaded=lambda graph: seen.append((graph.plan, len(ids(store, "Plan")))))
    assert seen == [(plan.plan, 3) for plan in ALL]


def test_a_reader_sees_a_plan_whole_or_not_at_all(store: Store) -> None:
    store.load_all(ALL)
    graph = large(clauses=400)
    whole = sum(node.label == "Clause" for node in graph.nodes)
    writer = threading.Thread(target=store.load, args=(graph,))
    writer.start()
    seen = set()
    while writer.is_alive():
        rows = store.query("MATCH (c:Clause {plan: $plan}) RETURN count(c)", {"plan": graph.plan}).rows
        seen.add(rows[0][0])
    writer.join()
    assert seen <= {0, whole}
    assert store.query("MATCH (c:Clause {plan: $plan}) RETURN count(c)", {"plan": graph.plan}).rows == [(whole,)]
