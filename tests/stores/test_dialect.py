"""The rules on queries for the embedded store: who breaks them is told, and the rewrite is sound on both stores."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests import library
from tests.cases import Case, cases
from tests.stores import servers

from policygraph.stores import Store, open_store
from policygraph.stores.dialect import breaches


@pytest.mark.parametrize("case", cases("dialect"))
def test_a_breach_is_told_with_its_words(case: Case) -> None:
    found = tuple(f"{each.rule} | {' '.join(each.words.split())}" for each in breaches(case.printed))
    assert tuple(" ".join(line.split()) for line in case.expected) == (found or ("none",))


@pytest.fixture(scope="module")
def both(embedded_server: servers.Server, neo4j_server: servers.Server) -> Iterator[tuple[Store, Store]]:
    with pytest.MonkeyPatch.context() as patch:
        neo4j_server.enter(patch)
        with (
            open_store(embedded_server.where, write=True) as ours,
            open_store(neo4j_server.where, write=True) as neo4j,
        ):
            for store in (ours, neo4j):
                library.fill(store)
            yield ours, neo4j


LEADS = "MATCH (d:Department) OPTIONAL MATCH (d)-[:LEADS]->(c:Clause)"
BROKEN = [
    (f"{LEADS} RETURN d.id AS id, '二' IN collect(c.number) AS x",
     f"{LEADS} WITH d, collect(c.number) AS all RETURN d.id AS id, '二' IN all AS x"),
    (f"{LEADS} RETURN d.id AS id, max(c.number) IS NULL AS x",
     f"{LEADS} WITH d, max(c.number) AS last RETURN d.id AS id, last IS NULL AS x"),
    (f"{LEADS} RETURN d.id AS id, size([(c)-[:SETS]->(t:Target) | t.id]) AS x",
     f"{LEADS} RETURN d.id AS id, size(COLLECT {{ MATCH (c)-[:SETS]->(t:Target) RETURN t.id }}) AS x"),
    ("MATCH (a:Section), (b:Plan) MATCH p = shortestPath((a)-[r:PART_OF*1..4]->(b)) RETURN a.id AS id, size(r) AS x",
     "MATCH (a:Section), (b:Plan) MATCH p = shortestPath((a)-[:PART_OF*1..4]->(b)) "
     "RETURN a.id AS id, size(relationships(p)) AS x"),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "rewrite"), BROKEN)
def test_the_engine_gets_it_wrong_and_the_rewrite_right(both: tuple[Store, Store], broken: str, rewrite: str) -> None:
    ours, neo4j = both
    assert breaches(broken)
    assert breaches(rewrite) == []
    right = sorted(map(str, neo4j.query(broken).rows))
    assert sorted(map(str, ours.query(broken).rows)) != right
    assert sorted(map(str, ours.query(rewrite).rows)) == right
    assert sorted(map(str, neo4j.query(rewrite).rows)) == right
