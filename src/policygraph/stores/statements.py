"""The Cypher that writes the store, read from `loaders/neo4j/`: each statement under the name in its comment.

`// known: which of these plans are in the store` names the statement below it `known`. Labels and types stand in
guillemets and are filled from the schema alone: `MERGE (n:«LABEL» {id: row.id})`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from policygraph import resources
from policygraph.schema import NODES, RELATIONSHIPS

MAX_ROWS = 2_000
MAX_BYTES = 4_000_000

_NAME = re.compile(r"//\s*(\w+)")
_NAMES = frozenset(NODES) | frozenset(RELATIONSHIPS)


@cache
def statements(file: str) -> Mapping[str, str]:
    """The statements of `loaders/neo4j/FILE.cypher` by name, in the order of the file, without comments."""
    text = (resources.folder("loaders") / "neo4j" / f"{file}.cypher").read_text("utf-8")
    found: dict[str, str] = {}
    for part in text.split(";\n"):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        comments = [line for line in lines if line.startswith("//")]
        body = "\n".join(line for line in lines if not line.startswith("//"))
        if body:
            name = _NAME.match(comments[-1]) if comments else None
            found[name[1] if name and file != "constraints" else f"statement_{len(found) + 1}"] = body
    return found


@cache
def statement(file: str, name: str, **names: str) -> str:
    """One statement with its «PLACEHOLDERS» filled by `names` (label="Clause"), which must be the schema's own."""
    text = statements(file)[name]
    for place, word in names.items():
        if word not in _NAMES:
            raise ValueError(f"{word} is neither a label nor a type of the schema")
        text = text.replace(f"«{place.upper()}»", word)
    return text


def batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """`rows` in lists that keep to the limits that both servers take well."""
    batch: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        weight = _weight(row)
        if batch and (len(batch) == MAX_ROWS or size + weight > MAX_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += weight
    if batch:
        yield batch


def _weight(value: Any) -> int:
    """About how many bytes `value` takes on the wire; a Chinese character takes three."""
    if isinstance(value, str):
        return 3 * len(value) + 5
    if isinstance(value, dict):
        return sum(_weight(key) + _weight(each) for key, each in value.items())
    if isinstance(value, list):
        return sum(map(_weight, value))
    return 9
