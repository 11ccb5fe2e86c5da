"""The column names of a query, read from its last RETURN: the embedded server names none where there are no rows.

`MATCH (p:Plan) RETURN p.title AS 方案, count(*)` has the columns 方案 and count(*).
"""

from __future__ import annotations

import re

from policygraph.stores.clauses import items, scopes, uncommented

_ALIAS = re.compile(r"(?<![\w.:$])AS\s+(`(?:[^`]|``)*`|\w+)\s*$", re.IGNORECASE)
_DISTINCT = re.compile(r"\s*DISTINCT\s", re.IGNORECASE)


def columns(cypher: str) -> tuple[str, ...]:
    """The names of what `cypher` returns; empty where they can't be told from its text, as with RETURN *."""
    returns = [each for each in next(scopes(cypher)) if each.word == "RETURN"]
    if not returns:
        return ()
    text = uncommented(cypher)
    found = [text[each.start : each.start + len(each.body)] for each in items(returns[-1])]
    found[0] = _DISTINCT.sub("", found[0], count=1) if _DISTINCT.match(found[0]) else found[0]
    return () if any(each.strip() == "*" for each in found) else tuple(map(_name, found))


def _name(item: str) -> str:
    alias = _ALIAS.search(item)
    return (alias[1] if alias else item).strip().strip("`")
