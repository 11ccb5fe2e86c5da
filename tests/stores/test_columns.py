"""The column names that are read from a query's text."""

from __future__ import annotations

import pytest

from policygraph.stores.columns import columns


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("MATCH (p:Plan) RETURN p.title AS 方案, count(*)", ("方案", "count(*)")),
        ("MATCH (p:Plan) RETURN DISTINCT p.title AS `方 案` ORDER BY p.title LIMIT 3", ("方 案",)),
        ("MATCH (p:Plan) RETURN p, p.id AS id SKIP 1", ("p", "id")),
        ("RETURN [1, 2] AS list, {a: 1, b: 2} AS map, 'x, y' AS text", ("list", "map", "text")),
        ("CALL { MATCH (p:Plan) RETURN p AS inner } RETURN inner AS outer", ("outer",)),
        ("MATCH (p:Plan) WITH p RETURN collect { MATCH (q:Plan) RETURN q.id } AS ids;", ("ids",)),
        ("MATCH (a:Plan) RETURN a.id AS id UNION MATCH (b:Region) RETURN b.id AS id", ("id",)),
        ("MATCH (p:Plan) RETURN p.return AS a, coalesce(p.x, 'AS b') AS c // RETURN d\n", ("a", "c")),
        ("MATCH (p:Plan) RETURN *", ()),
        ("CALL db.labels()", ()),
    ],
)
def test_columns_are_named_as_the_query_names_them(cypher: str, expected: tuple[str, ...]) -> None:
    assert columns(cypher) == expected
