"""Which plan or entity a user means: an id, a title, an alias, or a part of one that only one thing has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from policygraph.errors import PolicyGraphError
from policygraph.ids import fold

if TYPE_CHECKING:
    from policygraph.stores import Store

_ENTITIES = ("Department", "Company", "Project", "Indicator", "Region", "Place", "Document")


def plan_named(store: Store, words: str) -> dict[str, Any]:
    """The loaded plan that `words` mean. Raises PolicyGraphError, with what there is, where none or several do."""
    held = {plan["id"]: plan for plan in store.plans()}
    return held[plan_among(words, ((plan["id"], plan["title"], plan["jurisdiction"]) for plan in held.values()))]


def plan_among(words: str, plans: Iterable[tuple[str, str, str | None]]) -> str:
    """The id of the one plan of (id, title, jurisdiction) that `words` mean; PolicyGraphError as in `plan_named`."""
    held = [(id_, fold(id_.removeprefix("plan:")), fold(title), fold(home or "")) for id_, title, home in plans]
    if not held:
        raise PolicyGraphError("the store is empty: policygraph load fills it with the plans that ship")
    wanted = fold(words.removeprefix("plan:"))
    # a draft bears the title of the version as issued, whose id is that title and means that one alone
    exact = [id_ for id_, bare, *_ in held if wanted == bare] or [id_ for id_, _, title, _ in held if wanted == title]
    near = exact or [id_ for id_, bare, _, home in held if wanted and (wanted in bare or wanted == home)]
    return _only(near, words, "plan", [id_ for id_, *_ in held])


def entity_named(store: Store, words: str) -> tuple[str, str]:
    """(id, name) of the department, company, project, indicator, region, place or document that `words` mean."""
    rows: list[dict[str, Any]] = []
    for label in _ENTITIES:
        name = "title" if label == "Document" else "name"
        aliases = "n.aliases" if label in ("Department", "Company") else "null"
        answer = store.query(
            f"MATCH (n:{label}) RETURN n.id AS id, n.{name} AS name, {aliases} AS aliases ORDER BY n.id", limit=10**6
        )
        rows += [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    wanted = fold(words)
    exact = [row for row in rows if wanted in (fold(row["id"]), fold(row["name"]))]
    named = exact or [row for row in rows if wanted in {fold(alias) for alias in row["aliases"] or ()}]
    near = named or [row for row in rows if wanted in fold(row["name"])]
    found = _only([row["id"] for row in near], words, "entity", [])
    return found, next(row["name"] for row in near if row["id"] == found)


def _only(near: Sequence[str], words: str, what: str, known: Sequence[str]) -> str:
    if len(near) == 1:
        return near[0]
    if not near:
        raise PolicyGraphError(f"no {what} is called {words!r}{f': there are {_listed(known, 8)}' if known else ''}")
    raise PolicyGraphError(f"{words!r} could be {_listed(near, 5)}: say which")


def _listed(ids: Sequence[str], most: int) -> str:
    return "; ".join(id_.removeprefix("plan:") for id_ in ids[:most]) + (" …" if len(ids) > most else "")
