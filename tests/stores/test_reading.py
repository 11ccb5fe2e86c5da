"""What a query gives, and what is refused, the same on both servers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from tests.stores import servers
from tests.stores.plans import GUIYANG

from policygraph.errors import PolicyGraphError
from policygraph.stores import Answer, Store, open_store

pytestmark = pytest.mark.every_release

HOSTILE = [
    "CREATE (n:Plan {id: 'x'})",
    "CREATE (n:Nothing)",
    "INSERT (n:Plan {id: 'x'})",
    "MERGE (n:Plan {id: 'x'}) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Plan) DELETE n",
    "MATCH (n:Plan) NODETACH DELETE n",
    "MATCH (n:Plan) SET n.title = '空'",
    "MATCH (n:Plan) SET n = {}",
    "MATCH (n:Plan) SET n:Department",
    "MATCH (n:Plan) REMOVE n.title",
    "MATCH (n:Plan) REMOVE n:Plan",
    "MATCH (a:Plan), (b:Region) CREATE (a)-[:COVERS]->(b)",
    "MATCH (a:Plan)-[r]->(b) DELETE r",
    "UNWIND [1, 2] AS x CREATE (n:Plan {id: x})",
    "MATCH (n:Plan) FOREACH (x IN [1] | SET n.title = '空')",
    "CALL { CREATE (n:Plan {id: 'x'}) }",
    "CALL { CREATE (n:Plan {id: 'x'}) } IN TRANSACTIONS",
    "MATCH (n:Plan) CALL (n) { SET n.title = '空' } RETURN n",
    "MATCH (n:Plan) RETURN n; MATCH (n:Plan) DETACH DELETE n",
    "MATCH (n:Plan) RETURN n UNION CREATE (n:Plan {id: 'x'}) RETURN n",
    "/* harmless */ CrEaTe (n:Plan {id: 'x'})",
    "// harmless\nMATCH (n:Plan) WITH n /**/SET/**/ n.title = '空'",
    "MATCH (n:Plan {title: 'a\\'b'}) SET n.title = 'c' RETURN n",
    "MATCH (n:`a``b`) DETACH DELETE n",
    "C\\u0052EATE (n:Plan {id: 'x'})",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:9/x.csv' AS line RETURN line",
    "MATCH (n:Plan) LOAD CSV FROM 'file:///' + n.id AS line RETURN line",
    "CALL { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
    "CALL apoc.load.json('http://127.0.0.1:9/') YIELD value RETURN value",
    "CALL apoc.export.csv.all('/tmp/x.csv', {})",
    "CALL dbms.listConfig()",
    "CALL dbms.listConfig() YIELD name, value RETURN name, value",
    "MATCH (n:Plan) CALL dbms.listConfig() YIELD name RETURN name",
    "CALL `dbms`.`listConfig`()",
    "CALL dbms . listConfig ( )",
    "CALL dbms.killTransaction('x')",
    "CALL db.createLabel('X')",
    "CALL db.index.fulltext.queryNodes('x', 'y')",
    "CALL db.clearQueryCaches()",
    "SHOW USERS",
    "SHOW CURRENT USER",
    "SHOW DATABASES",
    "SHOW TRANSACTIONS",
    "SHOW SETTINGS",
    "SHOW PROCEDURES",
    "SHOW FUNCTIONS",
    "SHOW SERVERS",
    "TERMINATE TRANSACTION 'x'",
    "CREATE USER bob SET PASSWORD 'abcdefgh'",
    "DROP USER neo4j",
    "ALTER USER neo4j SET PASSWORD 'abcdefgh'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'abcdefgh'",
    "CREATE DATABASE other",
    "DROP DATABASE neo4j",
    "GRANT ROLE admin TO reader",
    "CREATE INDEX x FOR (n:Plan) ON (n.x)",
    "CREATE CONSTRAINT x FOR (n:Plan) REQUIRE n.x IS UNIQUE",
    "DROP CONSTRAINT plan_id",
    "DROP INDEX plan_title",
    "USE system SHOW USERS",
    "USE neo4j MATCH (n) DETACH DELETE n",
    "EXPLAIN CREATE (n:Plan)",
    "PROFILE CREATE (n:Plan {id: 'x'})",
    "CYPHER 5 CREATE (n:Plan {id: 'x'})",
    "CYPHER runtime=slotted MATCH (n:Plan) SET n.title = '空'",
    "START n=node(*) RETURN n",
    "SELECT * FROM Plan",
    "DELETE FROM Plan",
    "",
]


@pytest.fixture(scope="module")
def loaded(server: servers.Server) -> Iterator[Store]:
    """A store with one plan that all tests here read and none changes."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        server.enter(monkeypatch)
        with open_store(server.where, write=True) as opened:
            opened.clear()
            opened.load(GUIYANG)
            yield opened


@pytest.mark.parametrize("cypher", HOSTILE)
def test_a_query_that_does_more_than_read_is_refused(loaded: Store, cypher: str) -> None:
    with pytest.raises(PolicyGraphError) as caught:
        loaded.query(cypher)
    assert "\n" not in str(caught.value)
    assert "EXPLAIN" not in str(caught.value) or cypher.startswith("EXPLAIN")


def test_no_hostile_query_has_left_a_trace(loaded: Store) -> None:
    before = loaded.digest()
    for cypher in HOSTILE:
        with pytest.raises(PolicyGraphError):
            loaded.query(cypher)
    assert loaded.digest() == before


@pytest.mark.parametrize("cypher", [cypher for cypher in HOSTILE if cypher])
def test_behind_the_guard_stands_the_server(loaded: Store, cypher: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a query to slip past the check of its words, it would still change nothing."""
    before = loaded.digest()
    monkeypatch.setattr("policygraph.stores.guard.check_words", lambda _: None)
    try:
        answer = loaded.query(cypher)
    except PolicyGraphError:
        answer = Answer((), [])
    assert loaded.digest() == before
    assert "root:" not in str(answer.rows)


def test_values_are_plain_python(loaded: Store) -> None:
    answer = loaded.query(
        "MATCH (d:Department)-[r:LEADS]->(c:Clause), (p:Plan) RETURN p, r, p.issued_on AS 印发日期, p.period_years, "
        "1.5 AS number, true AS flag, null AS nothing, {a: [1, 2]} AS map, d.name"
    )
    assert answer.columns == ("p", "r", "印发日期", "p.period_years", "number", "flag", "nothing", "map", "d.name")
    plan, leads, *rest = answer.rows[0]
    assert plan["labels"] == ["Plan"]
    assert plan["id"] == GUIYANG.plan
    assert plan["issued_on"] == datetime.date(2022, 6, 1)
    assert (leads["type"], leads["start"]) == ("LEADS", "department:贵阳市/住房和城乡建设局")
    assert leads["end"] == "clause:贵阳市减污降碳协同增效实施方案/一/1"
    assert leads["properties"]["surface"] == "市住建局"
    assert rest == [datetime.date(2022, 6, 1), [2025, 2030], 1.5, True, None, {"a": [1, 2]}, "贵阳市住房和城乡建设局"]
    assert type(rest[0]) is datetime.date


def test_a_relationship_alone_knows_its_ends(loaded: Store) -> None:
    answer = loaded.query("MATCH (:Department)-[r:SERVES]->(:Region) RETURN r, [r] AS list")
    expected = {
        "type": "SERVES", "start": "department:贵阳市/住房和城乡建设局", "end": "region:贵州省贵阳市", "properties": {},
    }  # fmt: skip
    assert answer.rows == [(expected, [expected])]


def test_a_path_is_its_nodes_and_relationships(loaded: Store) -> None:
    path = loaded.query("MATCH p = (:Department)-[:LEADS]->(:Clause)-[:SETS]->(:Target) RETURN p").rows[0][0]
    assert [node["labels"] for node in path["nodes"]] == [["Department"], ["Clause"], ["Target"]]
    assert [each["type"] for each in path["relationships"]] == ["LEADS", "SETS"]
    assert path["relationships"][1]["start"] == path["nodes"][1]["id"]


def test_parameters_are_passed(loaded: Store) -> None:
    answer = loaded.query("MATCH (p:Plan) WHERE p.issued_on = $day RETURN p.id", {"day": datetime.date(2022, 6, 1)})
    assert answer.rows == [(GUIYANG.plan,)]


def test_no_rows_still_have_columns(loaded: Store) -> None:
    answer = loaded.query("MATCH (p:Plan {title: '无'}) RETURN p.title AS 方案, p.id")
    assert answer.columns == ("方案", "p.id")
    assert answer.rows == []
    assert not answer.truncated


def test_more_rows_than_the_limit_are_cut_and_said_to_be(loaded: Store) -> None:
    cypher = "UNWIND range(1, 5) AS number RETURN number"
    assert loaded.query(cypher, limit=4) == Answer(("number",), [(1,), (2,), (3,), (4,)], truncated=True)
    assert loaded.query(cypher, limit=5).truncated is False
    assert loaded.query(f"{cypher} ;  ", limit=0).rows == []


@pytest.mark.parametrize(
    ("cypher", "told"),
    [
        ("MATCH (n:Plan RETURN n", "RETURN"),
        ("MATCH (n:Plan) RETURN m", "m"),
        ("RETURN 1/0 AS x", "by zero"),
        ("MATCH (n:Plan) RETURN n.title +", "the store says"),
        ("MATCH (n:Plan {id: $id}) RETURN n", "id"),
    ],
)
def test_a_wrong_query_is_told_what_the_server_says(loaded: Store, cypher: str, told: str) -> None:
    with pytest.raises(PolicyGraphError, match=told) as caught:
        loaded.query(cypher)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_query_that_takes_too_long_is_given_up(loaded: Store) -> None:
    endless = (
        "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
    )
    with pytest.raises(PolicyGraphError, match="took"):
        loaded.query(endless, seconds=1)
    assert loaded.query("RETURN 1 AS one").rows == [(1,)]
