"""`policygraph mcp`: the graph for agents, over the Model Context Protocol: 哪个部门牵头的任务最多 as a tool call.

Read-only as everything that asks: the same guard stands before each query, and no answer has more rows than asked for,
1,000 at most. Needs the extra `mcp`.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from policygraph import ask as asking
from policygraph.errors import PolicyGraphError
from policygraph.naming import resolved
from policygraph.questions import Question, described, filled, question, questions
from policygraph.schema import NODES, RELATIONSHIPS
from policygraph.stores import Answer, Store, open_store

MAX_ROWS = 1_000
_ABOUT = (
    "Chinese government implementation plans as a graph of plans, clauses, departments with their roles, targets, projects "
    "and companies; every fact with the words that prove it. Ask in Chinese or English, run a named question, or send "
    "read-only Cypher. Answers that are unsure or declined say so: do not guess in their place."
)

P = ParamSpec("P")
R = TypeVar("R")


def serve(where: str | None = None) -> None:
    """Serves the store at `where` on standard input and output until the client goes."""
    with open_store(where) as store:
        server(store).run("stdio")


def server(store: Store) -> MCPServer:
    """The server with its tools on an open store."""
    made = MCPServer("policygraph", instructions=_ABOUT)
    for tool in _tools(store):
        made.add_tool(_told(tool))
    return made


def _told(tool: Callable[P, R]) -> Callable[P, R]:
    """`tool`, whose errors that a user can mend reach the client as they are."""

    @wraps(tool)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return tool(*args, **kwargs)
        except PolicyGraphError as error:
            raise ToolError(str(error)) from error

    return told


def _tools(store: Store) -> list[Callable[..., dict[str, Any]]]:
    def schema() -> dict[str, Any]:
        """The labels and relationship types of the graph, each with its Chinese name and its properties."""
        return _schema()

    def plans() -> dict[str, Any]:
        """The loaded plans: id, title, jurisdiction, status, document_number, counts."""
        return {"plans": store.plans()}

    def list_questions(theme: str = "") -> dict[str, Any]:
        """The named questions with their parameters, of one theme (duties, targets …) or all."""
        return {"questions": [_described(each) for each in questions().values() if theme in ("", each.theme)]}

    def ask(text: str, plan: str = "", evidence: bool = False, limit: int = 50) -> dict[str, Any]:
        """Answers a question in Chinese or English; `plan` narrows it to one. Status: answered, unsure or declined."""
        answer = asking.to_json(asking.ask(store, text, plan=plan or None, evidence=evidence))
        rows = answer["rows"][: _rows(limit)]
        shown = [each for each in answer["evidence"] if each["row"] < len(rows)][:MAX_ROWS]
        cut = answer["truncated"] or len(rows) < len(answer["rows"])
        return {**answer, "rows": rows, "evidence": shown, "truncated": cut}

    def run_question(name: str, parameters: dict[str, Any] | None = None, limit: int = 50) -> dict[str, Any]:
        """Runs a named question (duties/most-leads) with the parameters given (names or ids), the defaults for the rest."""
        asked = question(name)
        given = resolved(store, {each.name: each.kind for each in asked.parameters}, parameters or {})
        return _table(store.query(asked.cypher, filled(asked, given), limit=_rows(limit)))

    def query(cypher: str, parameters: dict[str, Any] | None = None, limit: int = 50) -> dict[str, Any]:
        """Runs Cypher that only reads; anything else is refused."""
        return _table(store.query(cypher, parameters or {}, limit=_rows(limit), seconds=30))

    def clause(id: str) -> dict[str, Any]:  # noqa: A002 (the name that agents see)
        """A clause by its id: its plan, number, title, page, locus (paragraph or table cell of the file) and text."""
        return _clause(store, id)

    return [schema, plans, list_questions, ask, run_question, query, clause]


def _rows(limit: int) -> int:
    if limit < 1:
        raise PolicyGraphError(f"limit is {limit}: give a number from 1 to {MAX_ROWS}")
    return min(limit, MAX_ROWS)


def _schema() -> dict[str, Any]:
    return {
        "nodes": [
            {"label": kind.label, "chinese": kind.chinese, "properties": dict(kind.properties)}
            for kind in NODES.values()
        ],
        "relationships": [
            {
                "type": kind.type,
                "chinese": kind.chinese,
                "from": kind.start,
                "to": kind.end,
                "properties": dict(kind.properties),
            }
            for kind in RELATIONSHIPS.values()
        ],
    }


def _described(each: Question) -> dict[str, Any]:
    return {**described(each), "columns": [column.name for column in each.columns]}


def _table(answer: Answer) -> dict[str, Any]:
    return {
        "columns": list(answer.columns),
        "rows": [[_plain(cell) for cell in row] for row in answer.rows],
        "truncated": answer.truncated,
    }


def _plain(value: Any) -> Any:
    """A cell as JSON: dates and times as ISO text, what is no number as null, inside lists and maps too."""
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _clause(store: Store, id_: str) -> dict[str, Any]:
    names = ("plan", "number", "title", "kind", "page", "locus", "text")
    cypher = f"MATCH (c:Clause {{id: $id}}) RETURN {', '.join(f'c.{each} AS {each}' for each in names)}"
    rows = store.query(cypher, {"id": id_}).rows
    if not rows:
        raise PolicyGraphError(f"there is no clause with the id {id_}: answers give ids in their evidence")
    return {"id": id_, **dict(zip(names, rows[0], strict=True))}
