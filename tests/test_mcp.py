"""The tools that agents see, called through a client as an agent calls them."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp import Client
from tests import library

from policygraph.mcp import server
from policygraph.stores import Store


@pytest.fixture
def store(library_store: Store) -> Store:
    return library_store


def _finish(work: Coroutine[Any, Any, Any]) -> Any:
    """What `work` gives, run in a thread of its own: a browser that another test opened keeps this one's event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def _call(store: Store, tool: str, **arguments: Any) -> Any:
    """What the tool gives, or its error as a string."""

    async def run() -> Any:
        async with Client(server(store)) as client:
            result = await client.call_tool(tool, arguments)
            return result.content[0].text if result.is_error else result.structured_content

    return _finish(run())


def test_the_tools_are_these(store: Store) -> None:
    async def names() -> set[str]:
        async with Client(server(store)) as client:
            return {tool.name for tool in (await client.list_tools()).tools}

    assert _finish(names()) == {"schema", "plans", "list_questions", "ask", "run_question", "query", "clause"}


def test_a_question_is_answered_with_its_clauses(store: Store) -> None:
    answer = _call(store, "ask", text="贵阳方案里哪个部门牵头的任务最多", evidence=True, limit=1)
    assert answer["rows"] == [["贵阳市生态环境局", 9]]
    assert answer["truncated"]
    assert len({each["clause"] for each in answer["evidence"]}) == 9
    assert _call(store, "clause", id=answer["evidence"][0]["clause"])["plan"] == library.GUIYANG


def test_a_named_question_runs_with_its_parameters(store: Store) -> None:
    found = _call(store, "run_question", name="duties/most-leads", parameters={"plan": library.GUIYANG}, limit=2)
    assert [row[:2] for row in found["rows"]] == [["贵阳市生态环境局", 9], ["贵安新区生态环境局", 7]]
    assert found["truncated"]
    assert _call(store, "run_question", name="most-leads", parameters={"plan": "贵阳贵安"}, limit=2) == found


def test_cypher_reads_and_never_has_more_rows_than_asked_for(store: Store) -> None:
    found = _call(
        store, "query", cypher="MATCH (p:Plan) RETURN p.title AS title, p.issued_on AS day ORDER BY p.id", limit=2
    )
    assert found["columns"] == ["title", "day"]
    assert len(found["rows"]) == 2
    assert found["truncated"]


@pytest.mark.parametrize(
    "cypher", ["MATCH (n) DETACH DELETE n", "CREATE (n:Plan)", "LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x"]
)
def test_cypher_that_does_more_than_read_is_refused(store: Store, cypher: str) -> None:
    assert "refused" in _call(store, "query", cypher=cypher)


@pytest.mark.parametrize(
    ("tool", "arguments", "complaint"),
    [
        ("clause", {"id": "clause:none"}, "there is no clause"),
        ("run_question", {"name": "nothing"}, "there is no question"),
        ("run_question", {"name": "most-leads", "parameters": {"limit": "many"}}, "must be a number from 1"),
        ("query", {"cypher": "MATCH (p:Plan) RETURN p.id", "limit": 0}, "limit is 0"),
        ("ask", {"text": "有哪些目标", "plan": "火星方案"}, "no loaded plan"),
    ],
)
def test_an_error_says_what_to_do(store: Store, tool: str, arguments: dict[str, Any], complaint: str) -> None:
    assert complaint in _call(store, tool, **arguments)


def test_the_schema_and_the_library_are_served(store: Store) -> None:
    assert "Clause" in {each["label"] for each in _call(store, "schema")["nodes"]}
    assert {
        each["name"].partition("/")[0] for each in _call(store, "list_questions", theme="targets")["questions"]
    } == {"targets"}
    assert len(_call(store, "plans")["plans"]) >= 5


def test_what_is_no_number_is_null(store: Store) -> None:
    assert _call(store, "query", cypher="RETURN 0.0/0.0 AS n")["rows"] == [[None]]
