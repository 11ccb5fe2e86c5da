"""The rules that Cypher keeps to so that both stores give the same answer, on every .cypher file.

Rules 1 to 5 are `policygraph.stores.dialect`, which also warns who writes a query of their own; what ships keeps to some
more. `loaders/neo4j/` writes, with labels in guillemets that the schema fills: the rules on reading are not for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph import resources
from policygraph.errors import PolicyGraphError
from policygraph.schema import NODES, RELATIONSHIPS
from policygraph.stores.dialect import breaches
from policygraph.stores.guard import check_words

ROOT = resources.folder("cypher")
ASKED = sorted(ROOT.rglob("*.cypher"))
WRITTEN = sorted((resources.folder("loaders") / "neo4j").glob("*.cypher"))
_AGGREGATE = r"(?<!\{ )\b(?:count|collect|sum|avg|min|max)\s*\("


def _body(path: Path) -> str:
    """The statements of a file without comments and strings, on one line each."""
    text = re.sub(r"//[^\n]*", "", path.read_text("utf-8"))
    return " ".join(re.sub(r"'[^']*'", "''", text).split())


def _items(clause: str) -> list[str]:
    """The projections of a WITH or RETURN, cut at commas outside brackets."""
    found, depth, begun = [], 0, 0
    words = re.sub(r"^(WITH|RETURN)( DISTINCT)?", "", clause)
    for at, char in enumerate(words):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and not depth:
            found.append(words[begun:at].strip())
            begun = at + 1
    return [*found, words[begun:].strip()]


def rule_0_it_only_reads(body: str) -> None:
    check_words(body)


@pytest.mark.parametrize("path", [*ASKED, *WRITTEN], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_rules_1_to_5_hold(path: Path) -> None:
    statements = path.read_text("utf-8").split(";\n")
    assert [breach for each in statements for breach in breaches(each)] == []


def rule_1_no_path_variable(body: str) -> None:
    assert not re.search(r"\bMATCH\s+\w+\s*=", body)


def rule_4_a_path_of_several_steps_has_types_and_a_greatest_length(body: str) -> None:
    for steps in re.findall(r"\[[^\[\]]*\*[^\[\]]*\]", body):
        assert re.search(r":\w+(?:\|\w+)*\*\d*\.\.\d+", steps), steps


def rule_6_labels_and_types_are_the_schema_s(body: str) -> None:
    for node in re.findall(r"\(\w*:([\w|]+)", body):
        assert set(node.split("|")) <= set(NODES), node
    for types in re.findall(r"\[\w*:([\w|]+)", body):
        assert set(types.split("|")) <= set(RELATIONSHIPS), types


def rule_7_no_number_of_the_server_s_own(body: str) -> None:
    assert not re.search(r"\belementId\s*\(|(?<![.\w])id\s*\(", body)


def rule_8_no_zoned_instants(body: str) -> None:
    assert not re.search(r"\b(?:localdatetime|time|localtime)\s*\(|\bdatetime\s*\(\s*\)", body)


def rule_11_the_order_is_total(body: str) -> None:
    order = re.findall(r"ORDER BY (.*?)(?: LIMIT \$?\w+)?$", body)
    assert order, "no ORDER BY at the end"
    last = order[-1].rpartition("ORDER BY ")[2].split(",")[-1].strip()
    an_id = re.search(r"(?:\.id|^id)\b", last) or re.search(rf"\.id AS {re.escape(last)}\b", body)
    assert an_id or last in _single_keys(body), f"the order ends with {last}"


def _single_keys(body: str) -> set[str]:
    """What a RETURN is grouped by where one value alone, and no node, makes the group: a role, a year, a basis."""
    _, with_, before = body[: body.rindex("RETURN")].rpartition("WITH")
    keys = [item for item in _items(re.split(r"\bWHERE\b", with_ + before)[0]) if not re.search(_AGGREGATE, item)]
    return {keys[0].rpartition(" AS ")[2]} if len(keys) == 1 else set()


def rule_9_what_is_merged_is_merged_by_id_alone(written: str) -> None:
    for node in re.findall(r"MERGE \(\w*:«?\w+»? \{([^{}]*)\}\)", written):
        assert [pair.split(":")[0].strip() for pair in node.split(",")] == ["id"], node


def rule_9_no_item_of_a_set_reads_what_another_sets(written: str) -> None:
    for items in re.findall(r"\bSET (.*?)(?=\b(?:SET|WITH|RETURN|MERGE|MATCH|REMOVE)\b|;|$)", written):
        pairs = [item.partition("=") for item in items.split(", ")]
        targets = [left.strip() for left, _, _ in pairs]
        for at, (_, _, value) in enumerate(pairs):
            assert not any(other in value for other in targets[:at] + targets[at + 1 :]), items


OF_QUESTIONS = (
    rule_0_it_only_reads,
    rule_1_no_path_variable,
    rule_4_a_path_of_several_steps_has_types_and_a_greatest_length,
    rule_6_labels_and_types_are_the_schema_s,
    rule_7_no_number_of_the_server_s_own,
    rule_8_no_zoned_instants,
    rule_11_the_order_is_total,
)
OF_WRITING = (rule_9_what_is_merged_is_merged_by_id_alone, rule_9_no_item_of_a_set_reads_what_another_sets)


@pytest.mark.parametrize("path", ASKED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_question_keeps_every_rule(path: Path) -> None:
    for rule in OF_QUESTIONS:
        rule(_body(path))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_what_writes_keeps_every_rule_of_writing(path: Path) -> None:
    for rule in OF_WRITING:
        rule(_body(path))


@pytest.mark.parametrize(
    ("rule", "query"),
    [
        (rule_0_it_only_reads, "MATCH (c:Clause) DETACH DELETE c"),
        (rule_1_no_path_variable, "MATCH p = (d:Department)-[:LEADS]->(c:Clause) RETURN p"),
        (
            rule_4_a_path_of_several_steps_has_types_and_a_greatest_length,
            "MATCH (r:Region)-[:WITHIN*]->(s:Region)",
        ),
        (rule_6_labels_and_types_are_the_schema_s, "MATCH (d:Ministry)-[:LEADS]->(c:Clause) RETURN d.id"),
        (rule_6_labels_and_types_are_the_schema_s, "MATCH (d:Department)-[:HEADS]->(c:Clause) RETURN d.id"),
        (rule_7_no_number_of_the_server_s_own, "MATCH (c:Clause) RETURN elementId(c) AS id"),
        (rule_8_no_zoned_instants, "RETURN datetime() AS now"),
        (rule_9_what_is_merged_is_merged_by_id_alone, "MERGE (c:Clause {id: $id, plan: $plan})"),
        (
            rule_9_no_item_of_a_set_reads_what_another_sets,
            "SET c.number = 1, c.position = c.number + 1 RETURN c.id",
        ),
        (rule_11_the_order_is_total, "MATCH (c:Clause) RETURN c.id, c.number ORDER BY c.number"),
    ],
    ids=lambda each: "" if isinstance(each, str) else each.__name__,
)
def test_each_rule_refuses_a_query_that_breaks_it(rule: Callable[[str], None], query: str) -> None:
    with pytest.raises((AssertionError, PolicyGraphError)):
        rule(query)
