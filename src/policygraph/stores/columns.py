"""The column names of a query, read from its last RETURN: the embedded server names none where there are no rows.

`MATCH (p:Plan) RETURN p.title AS 方案, count(*)` has the columns 方案 and count(*).
"""

from __future__ import annotations

import re

_SKIPPED = re.compile(
    r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`(?:[^`]|``)*`|(?P<comment>//[^\n]*|/\*.*?\*/)", re.DOTALL
)
_RETURN = re.compile(r"(?<![\w.:$])RETURN(?!\w)", re.IGNORECASE)
_TAIL = re.compile(r"(?<![\w.:$])(ORDER\s+BY|SKIP|OFFSET|LIMIT|UNION)(?!\w)|;", re.IGNORECASE)
_ALIAS = re.compile(r"(?<![\w.:$])AS\s+(`(?:[^`]|``)*`|\w+)\s*$", re.IGNORECASE)


def columns(cypher: str) -> tuple[str, ...]:
    """The names of what `cypher` returns; empty where they can't be told from its text, as with RETURN *."""
    cypher = _SKIPPED.sub(lambda match: " " if match["comment"] else match[0], cypher)
    shadow = _SKIPPED.sub(lambda match: "·" * len(match[0]), cypher)
    starts = [match.end() for match in _RETURN.finditer(shadow) if _depth(shadow, match.start()) == 0]
    if not starts:
        return ()
    tail = next((m.start() for m in _TAIL.finditer(shadow, starts[-1]) if _depth(shadow, m.start()) == 0), len(cypher))
    items = _split(cypher, shadow, starts[-1], tail)
    items[0] = re.sub(r"^\s*DISTINCT\s", "", items[0], flags=re.IGNORECASE)
    return () if any(item.strip() == "*" for item in items) else tuple(map(_name, items))


def _depth(shadow: str, at: int) -> int:
    return sum((char in "([{") - (char in ")]}") for char in shadow[:at])


def _split(cypher: str, shadow: str, start: int, end: int) -> list[str]:
    """The text between `start` and `end`, cut at the commas that stand in no bracket."""
    cuts, depth = [start], 0
    for at in range(start, end):
        depth += (shadow[at] in "([{") - (shadow[at] in ")]}")
        if shadow[at] == "," and depth == 0:
            cuts.append(at + 1)
    return [cypher[a:b].rstrip(",") if b != end else cypher[a:b] for a, b in zip(cuts, [*cuts[1:], end], strict=True)]


def _name(item: str) -> str:
    alias = _ALIAS.search(item)
    return (alias[1] if alias else item).strip().strip("`")
