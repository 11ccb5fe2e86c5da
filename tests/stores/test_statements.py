"""The Cypher in loaders/neo4j: complete against the schema, cut into batches that servers take."""

from __future__ import annotations

import re

import pytest

from policygraph.schema import NODES, RELATIONSHIPS
from policygraph.stores.statements import MAX_BYTES, MAX_ROWS, batches, statement, statements


def test_every_label_has_a_constraint_on_its_id() -> None:
    text = "\n".join(statements("constraints").values())
    assert set(re.findall(r"FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE", text)) == set(NODES)


def test_every_label_with_a_plan_is_found_by_it_and_dropped_with_it() -> None:
    owned = {label for label, kind in NODES.items() if "plan" in kind.properties}
    constraints = "\n".join(statements("constraints").values())
    dropped = "\n".join(text for name, text in statements("replace").items() if name.startswith("drop_"))
    assert set(re.findall(r"FOR \(n:(\w+)\) ON \(n\.plan\)", constraints)) == owned
    assert set(re.findall(r"MATCH \(n:(\w+) \{plan: \$plan\}\)", dropped)) == owned


def test_every_shared_label_is_tidied_up_looking_at_all_that_may_hold_it() -> None:
    assert set(statements("cleanup")) == {label for label, kind in NODES.items() if kind.shared}
    for label, cypher in statements("cleanup").items():
        looked_at = set(re.findall(r"[\[:|]:?([A-Z_]{3,})", cypher))
        holds = {
            name for name, kind in RELATIONSHIPS.items()
            if label in kind.end or (label == "Department" and label in kind.start)
        }  # fmt: skip
        assert looked_at == holds - {"IS"} - ({"SERVES"} if label == "Department" else set())


def test_facts_between_shared_nodes_are_dropped_by_their_plan() -> None:
    between = {
        name for name, kind in RELATIONSHIPS.items()
        if not kind.timeless and all(NODES[label].shared for label in (*kind.start, *kind.end))
    }  # fmt: skip
    assert set(re.findall(r"[A-Z_]{3,}", statement("replace", "drop_between").split("[r:")[1].split("]")[0])) == between


def test_names_come_from_the_schema_alone() -> None:
    assert "MERGE (n:Clause {id: row.id})" in statement("nodes", "node", label="Clause")
    with pytest.raises(ValueError, match="neither a label nor a type"):
        statement("nodes", "node", label="Clause) DETACH DELETE n //")


def test_batches_keep_order_and_lose_nothing() -> None:
    rows = [{"id": str(number)} for number in range(2 * MAX_ROWS + 1)]
    cut = list(batches(rows))
    assert [len(batch) for batch in cut] == [MAX_ROWS, MAX_ROWS, 1]
    assert [row for batch in cut for row in batch] == rows


def test_batches_keep_to_their_size_in_bytes() -> None:
    rows = [{"id": str(number), "properties": {"text": "减" * 200_000}} for number in range(20)]
    for batch in batches(rows):
        assert sum(len(row["properties"]["text"].encode()) for row in batch) <= MAX_BYTES
    huge = {"text": "碳" * MAX_BYTES}
    assert list(batches([huge, huge])) == [[huge], [huge]]
    assert list(batches([])) == []
