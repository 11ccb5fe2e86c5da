"""What the embedded engine gets wrong without a word, as rules on a query's text: each breach with its rewrite.

`RETURN d.name, count(c) > 3 AND d.collective AS busy` gives one row per clause there, where Neo4j gives one per
department. The Cypher that ships keeps to these rules; who writes a query of their own is warned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from policygraph.stores.clauses import Clause, closing, items, scopes, shadow

_NODE = re.compile(r"(?<!\w)\(\s*(?P<name>\w*)\s*(?P<label>[:&|!%\w$()\s]*?)\s*(?:\{[^{}]*\})?\s*\)")
_BOUND = re.compile(r"(?<!\w)[(\[]\s*(\w+)\s*[:)\]{*]")
_NAMED_PATH = re.compile(r"(?:^|,)\s*(\w+)\s*=\s*(?!=)")
_AGGREGATE = re.compile(
    r"(?<![\w.])(?:count|collect|sum|avg|min|max|stdevp?|percentilecont|percentiledisc)\s*\(", re.IGNORECASE
)
# What was measured to be safe around an aggregate: functions, arithmetic, comparison. `@` stands for the aggregate.
_SAFE = re.compile(r"(?:@(?!\s*[.\[])|\w+\s*\((?!\s*\w+\s+IN\b)|[\w\s,'*+/%<>=-]|\.\d|\)(?!\s*[.\[]))*", re.IGNORECASE)
_UNSAFE_WORDS = re.compile(r"\b(?:AND|OR|XOR|NOT|IN|IS|STARTS|ENDS|CONTAINS|CASE)\b|=~", re.IGNORECASE)
_COMPREHENSION = re.compile(r"\[\s*(?:\w+\s*=\s*)?(?=\(\s*\w*\s*(?::[^()]*)?\)\s*(?:<-|-))")
_SHORTEST = re.compile(r"(?<!\w)(?:all)?shortestPath\s*(?=\()", re.IGNORECASE)
_BOUNDED = re.compile(r"\[\s*:[^\[\]*]+\*\s*\d*\s*\.\.\s*\d+\s*\]")
_SELECTOR = re.compile(
    r"(?<![\w.:$])MATCH\s+(?:\w+\s*=\s*)?((?:ANY|ALL|SHORTEST)(?:\s+(?:SHORTEST|PATHS?|GROUPS?|\d+))*)\s*\(",
    re.IGNORECASE,
)
_DIALECT = re.compile(
    r"[:|&!]\s*\$\(|(?<![\w.])apoc\.[\w.]+|^\s*(?:USE|CYPHER)\s+\w+|(?<![\w.])db\.index\.[\w.]+|(?<![\w.])vector\.[\w.]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule (1 to 5) that a query breaks, the words that break it, and what to write in their place."""

    rule: int
    words: str
    rewrite: str

    def __str__(self) -> str:
        return f"the embedded store may answer this wrongly: {' '.join(self.words.split())} — {self.rewrite}"


# A rule, where the words that break it begin and end, and the rewrite.
_Found = tuple[int, int, int, str]


def breaches(cypher: str) -> list[Breach]:
    """Each rule that `cypher` breaks, in the order of the rules."""
    text = shadow(cypher)
    parts = list(scopes(cypher))
    found = [
        *_unlabelled(parts),
        *_path_with_condition(parts),
        *_wrapped_aggregates(parts),
        *_comprehensions(parts),
        *_shortest(text),
        *_foreign(text),
    ]
    return [Breach(rule, cypher[start:end], rewrite) for rule, start, end, rewrite in found]


def _with_where(parts: list[list[Clause]]) -> Iterator[tuple[Clause, Clause]]:
    """Each MATCH that a WHERE follows at once."""
    for scope in parts:
        for clause, following in pairwise(scope):
            if clause.word.endswith("MATCH") and following.word == "WHERE":
                yield clause, following


def _in_order(parts: list[list[Clause]]) -> list[Clause]:
    return sorted((each for scope in parts for each in scope), key=lambda each: each.start)


def _bound_before(parts: list[list[Clause]], start: int) -> set[str]:
    """The names that clauses before `start` have given to something."""
    found: set[str] = set()
    for clause in _in_order(parts):
        if clause.start >= start:
            break
        if clause.word.endswith("MATCH"):
            found |= set(_BOUND.findall(clause.body))
        found |= set(re.findall(r"\bAS\s+(\w+)", clause.body, re.IGNORECASE))
    return found


def _unlabelled(parts: list[list[Clause]]) -> Iterator[_Found]:
    """Rule 1: MATCH (d:Department)-[:LEADS]->(c) WHERE c.kind = 'measure'."""
    for clause, _ in _with_where(parts):
        nodes = list(_NODE.finditer(clause.body))
        known = _bound_before(parts, clause.start) | {node["name"] for node in nodes if node["label"]}
        for node in nodes:
            if not node["label"] and (not node["name"] or node["name"] not in known):
                names = ", ".join(sorted(set(_BOUND.findall(clause.body)))) or "*"
                rewrite = f"give it a label, or write WITH {names} between MATCH and its WHERE"
                yield 1, clause.start + node.start(), clause.start + node.end(), rewrite
                break


def _path_with_condition(parts: list[list[Clause]]) -> Iterator[_Found]:
    """Rule 1: MATCH p = (a:Department)-[:LEADS]->(c:Clause) WHERE a.jurisdiction = c.plan."""
    for clause, where in _with_where(parts):
        path = _NAMED_PATH.search(clause.body)
        names = set(_BOUND.findall(clause.body)) | ({path[1]} if path else set())
        asked = {name for name in names if re.search(rf"(?<![\w.:$]){re.escape(name)}(?!\w)", where.body)}
        if path and len(asked) > 1:
            rewrite = f"write WITH {', '.join(sorted(names))} between MATCH and its WHERE"
            yield 1, clause.start + path.start(1), where.start + len(where.body.rstrip()), rewrite


def _wrapped_aggregates(parts: list[list[Clause]]) -> Iterator[_Found]:
    """Rule 2: an aggregate beside AND, IN, IS NULL, CONTAINS, a property or a slice is worked out row by row."""
    for clause in _in_order(parts):
        for item in items(clause) if clause.word in ("WITH", "RETURN") else ():
            rest = _without_aggregates(re.sub(r"^DISTINCT\b", "", item.body, flags=re.IGNORECASE))
            if "@" in rest and (_UNSAFE_WORDS.search(rest) or not _SAFE.fullmatch(rest)):
                rewrite = "let the aggregate stand alone, named in WITH, and use its name in the next clause"
                yield 2, item.start, item.start + len(item.body), rewrite


def _without_aggregates(item: str) -> str:
    """`item` with each aggregate as @, and without its name: `count(c) + 1 AS n` is @ + 1."""
    item = re.sub(r"\s+AS\s+\w+\s*$", "", item, flags=re.IGNORECASE)
    while found := _AGGREGATE.search(item):
        item = f"{item[: found.start()]}@{item[closing(item, found.end() - 1) + 1 :]}"
    return item


def _comprehensions(parts: list[list[Clause]]) -> Iterator[_Found]:
    """Rule 3: after OPTIONAL MATCH …(c), [(c)-[:SETS]->(t) | t.id] starts from every clause where c is null."""
    sure: set[str] = set()
    unsure: set[str] = set()
    for clause in _in_order(parts):
        for found in _COMPREHENSION.finditer(clause.body):
            end = closing(clause.body, found.start()) + 1
            pattern = clause.body[found.start() : end].partition("|")[0]
            if set(_BOUND.findall(pattern)) & (unsure - sure):
                yield 3, clause.start + found.start(), clause.start + end, "use COLLECT { MATCH … RETURN … }"
        if clause.word == "MATCH":
            sure |= set(_BOUND.findall(clause.body))
        elif clause.word == "OPTIONAL MATCH":
            unsure |= set(_BOUND.findall(clause.body)) - sure
        elif clause.word in ("WITH", "UNWIND"):
            for item in items(clause):
                renamed = re.fullmatch(r"(.+?)\s+AS\s+(\w+)", item.body, re.IGNORECASE | re.DOTALL)
                if renamed:
                    (sure if renamed[1] in sure else unsure).add(renamed[2])


def _shortest(text: str) -> Iterator[_Found]:
    """Rule 4: shortestPath((a)-[r*]-(b)), and SHORTEST or ANY before a pattern."""
    for found in _SHORTEST.finditer(text):
        end = closing(text, found.end()) + 1
        if not _BOUNDED.search(text, found.start(), end):
            rewrite = (
                "name its types and a greatest length, as in [:PART_OF*1..4], and take the steps by relationships(p)"
            )
            yield 4, found.start(), end, rewrite
    for found in _SELECTOR.finditer(text):
        yield 4, found.start(1), found.end(1), "write p = shortestPath((a)-[:TYPE*1..4]-(b))"


def _foreign(text: str) -> Iterator[_Found]:
    """Rule 5: labels and types worked out by the query, apoc, USE, CYPHER 25, full-text and vector indexes."""
    for found in _DIALECT.finditer(text):
        end = closing(text, found.end() - 1) + 1 if found[0].endswith("(") else found.end()
        rewrite = "not every store knows this: write labels and types out, and use CONTAINS and Cypher's own functions"
        yield 5, found.start(), end, rewrite
