"""Which plan or entity a user means: an id, a title, an alias, or a part of one that only one thing has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policygraph.errors import PolicyGraphError
from policygraph.ids import fold

if TYPE_CHECKING:
    from policygraph.stores import Store

_ENTITIES = ("Department", "Company", "Project", "Indicator", "Region", "Place", "Document")


def plan_named(store: Store, words: str) -> dict[str, Any]:
    """The loaded plan that `words` mean. Raises PolicyGraphError, with what there is, where none or several do."""
    held = store.plans()
    if not held:
        raise PolicyGraphError("the store is empty: policygraph load fills it with the plans that ship")
    exact = [plan for plan in held if words in (plan["id"], plan["title"])]
    wanted = fold(words)
    near = exact or [
        plan
        for plan in held
        if wanted in fold(plan["id"]) or wanted in fold(plan["title"]) or wanted == fold(plan["jurisdiction"] or "")
    ]
    return _only(near, words, "plan", [plan["title"] for plan in held])


def entity_named(store: Store, words: str) -> tuple[str, str]:
    """(id, name) of the department, company, project, indicator, region, place or document that `words` mean."""
    rows: list[dict[str, Any]] = []
    for label in _ENTITIES:
        name = "title" if label == "Document" else "name"
        aliases = "n.aliases" if label in ("Department", "Company") else "null"
        answer = store.query(
            f"MATCH (n:{label}) RETURN n.id AS id, n.{name} AS name, {aliases} AS aliases ORDER BY n.id"
        )
        rows += [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    wanted = fold(words)
    exact = [row for row in rows if wanted in (fold(row["id"]), fold(row["name"]))]
    named = exact or [row for row in rows if wanted in {fold(alias) for alias in row["aliases"] or ()}]
    near = named or [row for row in rows if wanted in fold(row["name"])]
    found = _only([{**row, "title": row["name"]} for row in near], words, "entity", [])
    return found["id"], found["name"]


def _only(near: list[dict[str, Any]], words: str, what: str, all_titles: list[str]) -> dict[str, Any]:
    if len(near) == 1:
        return near[0]
    if not near:
        there = f": there are {'; '.join(all_titles[:8])}" if all_titles else ""
        raise PolicyGraphError(f"no {what} is called {words!r}{there}")
    raise PolicyGraphError(
        f"{words!r} could be {'; '.join(each['title'] for each in near[:5])}{' …' if len(near) > 5 else ''}: say which"
    )
