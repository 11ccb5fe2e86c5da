"""The rows of a query or a named question → a picture of what they name: nodes, relationships, paths, or ids of nodes.

The row 贵阳市生态环境局, 9, [{clause: "clause:…/三/一", quote: "市生态环境局牵头"}] is the body with its nine clauses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policygraph.errors import DataError, PolicyGraphError
from policygraph.graph import Node, Relationship
from policygraph.render.picture import Key, Picture, key_of
from policygraph.render.whole import Whole, background, gathered
from policygraph.schema import NODES

_JOINED = "线是图谱中同一行各项之间的关系 the lines are what the graph says between the things of one row"
_NOTHING = (
    "nothing in these rows can be drawn: return nodes, relationships or ids, "
    "as in MATCH (d:Department)-[r:LEADS]->(c:Clause) RETURN d, r, c"
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What cells may mean: `proven` holds the targets and commitments that a clause's quote proves."""

    whole: Whole
    by_id: Mapping[str, Key]
    by_name: Mapping[str, Key]
    proven: Mapping[tuple[Any, Any], Sequence[Key]]


def of_rows(
    rows: Iterable[Sequence[Any]], elements: Iterable[Node | Relationship], title: str, note: str = "", *, names: bool = False
) -> Picture:  # fmt: skip
    """What the rows of `Store.query` name, drawn with what `Store.contents` says of it.

    Nodes, relationships and paths are drawn as returned. Where there are none, the ids in the cells are; with `names`
    also the full names (those of named questions), where one node alone bears it. Without relationships in the rows
    the lines are those of the graph between the things of one row. DataError without rows, PolicyGraphError where the
    cells name nothing.
    """
    held = [list(row) for row in rows]
    if not held:
        raise DataError("the query gave no rows: there is nothing to draw")
    known = _known(gathered(elements), names=names)
    found = [list(_returned(row, known)) for row in held]
    if not any(found):
        found = [[known.whole.nodes[key] for key in _meant(row, known)] for row in held]
    if not any(found):
        raise PolicyGraphError(_NOTHING)
    nodes = {key_of(each): each for row in found for each in row if isinstance(each, Node)}
    ties = {_name(each): each for row in found for each in row if isinstance(each, Relationship)}
    if not ties:
        ties = {_name(each): each for each in _between([set(map(_key, row)) for row in found], known.whole)}
        note = "　".join(filter(None, (note, _JOINED if ties else "")))
    drawn, lines = tuple(nodes.values()), tuple(ties.values())
    return Picture(drawn, lines, title, note, background(known.whole, drawn, lines))


def _known(whole: Whole, *, names: bool) -> _Known:
    titles = [(str(node.properties.get("name") or node.properties.get("title")), key) for key, node in whole.nodes.items()
              if names and (NODES[key[0]].shared or key[0] == "Plan")]  # fmt: skip
    bearers = Counter(title for title, _ in titles)
    proven: defaultdict[tuple[Any, Any], list[Key]] = defaultdict(list)
    for key, node in whole.nodes.items():
        if "quote" in node.properties:
            proven[node.properties["clause"], node.properties["quote"]].append(key)
    by_name = {title: key for title, key in titles if bearers[title] == 1}
    return _Known(whole, {key[1]: key for key in whole.nodes}, by_name, proven)


def _returned(cell: Any, known: _Known) -> Iterator[Node | Relationship]:
    """The nodes and relationships in a cell, in lists, maps and paths too; a relationship brings its ends."""
    if isinstance(cell, Mapping) and "labels" in cell and isinstance(cell.get("id"), str):
        yield known.whole.nodes[known.by_id[cell["id"]]] if cell["id"] in known.by_id else _foreign(cell)
    elif isinstance(cell, Mapping) and cell.keys() == {"type", "start", "end", "properties"}:
        ends = [known.by_id[end] for end in (cell["start"], cell["end"]) if end in known.by_id]
        yield from (known.whole.nodes[end] for end in ends)
        if len(ends) == 2:
            yield Relationship(cell["type"], ends[0], ends[1], cell["properties"])
    elif isinstance(cell, Mapping | list):
        for each in cell.values() if isinstance(cell, Mapping) else cell:
            yield from _returned(each, known)


def _foreign(cell: Mapping[str, Any]) -> Node:
    """A node that no plan brought: someone keeps something of their own in the same store."""
    own = {key: value for key, value in cell.items() if key not in ("labels", "id")}
    return Node(next(iter(cell["labels"]), "Node"), cell["id"], own)


def _meant(cell: Any, known: _Known) -> Iterator[Key]:
    """The nodes whose ids or names stand in a cell; {clause, quote} means what the quote proves, too."""
    if isinstance(cell, str):
        key = known.by_id.get(cell) or known.by_name.get(cell)
        if key:
            yield key
    elif isinstance(cell, Mapping):
        for each in cell.values():
            yield from _meant(each, known)
        if isinstance(cell.get("clause"), str) and isinstance(cell.get("quote"), str):
            yield from known.proven.get((cell["clause"], cell["quote"]), ())
    elif isinstance(cell, list):
        for each in cell:
            yield from _meant(each, known)


def _between(rows: Iterable[set[Key]], whole: Whole) -> Iterator[Relationship]:
    leaving: defaultdict[Key, list[Relationship]] = defaultdict(list)
    for tie in whole.relationships:
        leaving[tie.start].append(tie)
    for row in rows:
        for key in sorted(row):
            yield from (tie for tie in leaving[key] if tie.end in row)


def _key(each: Node | Relationship) -> Key:
    return key_of(each) if isinstance(each, Node) else each.start


def _name(tie: Relationship) -> tuple[str, Key, Key, str]:
    return tie.type, tie.start, tie.end, str(tie.properties.get("id", ""))
