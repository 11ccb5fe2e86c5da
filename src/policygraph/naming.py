"""Which plan or entity a user means: an id, a title, an alias, or a part of one that only one thing has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policygraph.errors import DataError, PolicyGraphError
from policygraph.ids import fold

if TYPE_CHECKING:
    from policygraph.stores import Store

_NAMED = ("department", "company", "indicator", "document", "region", "place")
_ENTITIES = ("Department", "Company", "Project", "Indicator", "Region", "Place", "Document")


def nothing_loaded() -> DataError:
    """What to say of an empty store."""
    return DataError("the store is empty: policygraph load fills it with the plans that ship")


def plan_named(store: Store, words: str) -> dict[str, Any]:
    """The loaded plan that `words` mean. Raises PolicyGraphError, with what there is, where none or several do."""
    held = {plan["id"]: plan for plan in store.plans()}
    names = ("id", "title", "jurisdiction", "document_number")
    return held[plan_among(words, (tuple(plan[name] for name in names) for plan in held.values()))]


def plan_among(words: str, plans: Iterable[Sequence[str | None]]) -> str:
    """The id of the one plan of (id, title, jurisdiction, number) that `words` mean; PolicyGraphError as in `plan_named`."""
    held = [(str(id_), *(fold(each or "") for each in names)) for id_, *names in plans]
    if not held:
        raise nothing_loaded()
    wanted = fold(words.removeprefix("plan:"))
    # a draft bears the title of the version as issued, whose id is that title and means that one alone
    bare = {id_: fold(id_.removeprefix("plan:")) for id_, *_ in held}
    exact = [id_ for id_ in bare if wanted == bare[id_]] or [
        id_ for id_, title, _, number in held if wanted and wanted in (title, number)
    ]
    near = exact or [id_ for id_, _, home, _ in held if wanted and (wanted in bare[id_] or wanted == home)]
    near = near or [id_ for id_, _, home, _ in held if wanted and wanted in home]  # 宝山区 of 上海市宝山区
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
    if not rows:
        raise nothing_loaded()
    wanted = fold(words)
    exact = [row for row in rows if wanted in (fold(row["id"]), fold(row["name"]))]
    named = exact or [row for row in rows if wanted in {fold(alias) for alias in row["aliases"] or ()}]
    near = named or [row for row in rows if wanted in fold(row["name"])]
    found = _only([row["id"] for row in near], words, "entity", [])
    return found, next(row["name"] for row in near if row["id"] == found)


def resolved(store: Store, kinds: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    """`given` with ids in place of the names of plans and entities; `kinds` says what each parameter names."""
    return {name: _id_of(store, kinds.get(name, ""), value) for name, value in given.items()}


def _id_of(store: Store, kind: str, value: Any) -> Any:
    if not isinstance(value, str) or kind not in ("plan", *_NAMED):
        return value
    return plan_named(store, value)["id"] if kind == "plan" else entity_named(store, value)[0]


def _only(near: Sequence[str], words: str, what: str, known: Sequence[str]) -> str:
    if len(near) == 1:
        return near[0]
    if not near:
        raise PolicyGraphError(f"no {what} is called {words!r}{f': there are {_listed(known, 8)}' if known else ''}")
    raise PolicyGraphError(f"{words!r} could be {_listed(near, 5)}: say which")


def _listed(ids: Sequence[str], most: int) -> str:
    return "; ".join(id_.removeprefix("plan:") for id_ in ids[:most]) + (" …" if len(ids) > most else "")
