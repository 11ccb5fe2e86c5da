"""Refuses Cypher that does more than read: the words of the query on both stores, the plan of the server on Neo4j.

`MATCH (d:Department {name: "六盘水市生态环境局"})-[:LEADS]->(c:Clause) RETURN c.title` passes;
`LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line` does not. Behind it stand a user who can only read
(embedded) and a transaction that can only read (Neo4j); each server lets something through that the guard catches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from policygraph.errors import PolicyGraphError

PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "dbms.components"})
_SHOWN = frozenset({"INDEX", "INDEXES", "CONSTRAINT", "CONSTRAINTS"})
_BEGINS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "SHOW"})
_REFUSED = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "FOREACH", "LOAD", "USE", "INSERT", "ALTER",
     "GRANT", "DENY", "REVOKE", "TERMINATE", "ENABLE", "RENAME", "TRANSACTIONS", "FINISH"}
)  # fmt: skip

# A string, a `quoted name`, a comment, a word, or any other character: "MATCH", "(", "d", ":", "Department", …
_TOKEN = re.compile(
    r"""(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?P<quoted>`(?:[^`]|``)*`)|(?P<comment>//[^\n]*|/\*.*?\*/)"""
    r"""|(?P<word>\w+)|(?P<space>\s+)|(?P<mark>.)""",
    re.DOTALL,
)

# The operators of a Neo4j query plan that only read; everything else is refused, whatever a later version calls it.
_READS = re.compile(
    r"""(Und|D)irected\w+(Scan|Seek|SeekByRange) | (AllNodes|(Union|Intersection|Subtraction)?NodeByLabels?)Scan
    | Node(Unique)?Index(Seek|SeekByRange|Scan|ContainsScan|EndsWithScan) | MultiNodeIndexSeek | NodeBy(Element)?IdSeek
    | (Node|Relationship)CountFromCountStore | (Optional)?Expand\((All|Into)\) | (BFSPruning)?VarLengthExpand\([\w,]+\)
    | (Bidirectional)?Repeat\(\w+\) | ShortestPath | StatefulShortestPath\((All|Into)\) | Argument | Apply
    | (Anti|Let|LetAnti)?SemiApply | (Let)?SelectOr(Anti)?SemiApply | (Anti)?ConditionalApply | RollUpApply
    | CartesianProduct | (Node|Value)HashJoin | (Node)?(Left|Right)OuterHashJoin | Triadic(Selection|Build|Filter)
    | AssertSame(Node|Relationship) | AssertIsNode | Filter | CacheProperties | Projection | (Ordered)?Distinct
    | (Eager|Ordered)?Aggregation | Limit | Skip | (Partial)?(Sort|Top) | (Ordered)?Union | Unwind | Optional | Eager
    | EmptyRow | EmptyResult | ProduceResults | ShowIndexes | ShowConstraints""",
    re.VERBOSE,
)


def check_words(cypher: str) -> None:
    """Refuses `cypher` where its words do more than read this graph."""
    words = list(_words(cypher))
    if not words:
        raise PolicyGraphError("the query is empty: try MATCH (p:Plan) RETURN p.title")
    if words[0] not in _BEGINS | _REFUSED:
        raise _refusal(words[0])
    for at, word in enumerate(words):
        if word in _REFUSED and at and words[at - 1] == "AS":
            raise PolicyGraphError(
                f"{word} is a word of Cypher: to use it as a name write `{word.lower()}`, in back ticks"
            )
        if word in _REFUSED:
            raise _refusal("LOAD CSV" if word == "LOAD" else word)
        if word == "CALL" and words[at + 1 : at + 2] not in (["{"], ["("]):
            name = words[at + 1] if at + 1 < len(words) else ""
            if name.lower() not in PROCEDURES:
                raise _refusal(f"CALL {name.lower()}")
        if word == "SHOW" and (at or not _shows_schema(words)):
            raise _refusal(" ".join(words[at : at + 2]))
        if word == ";" and at + 1 < len(words):
            raise PolicyGraphError("one query at a time: there is more after the semicolon")


def _shows_schema(words: list[str]) -> bool:
    return any(word in _SHOWN for word in words[1:4])


def _refusal(what: str) -> PolicyGraphError:
    return PolicyGraphError(f"queries only read this graph, so {what} is refused: ask with MATCH … RETURN")


def _words(cypher: str) -> Iterator[str]:
    """The query's keywords in capitals and the marks that matter, without names, strings and comments.

    A procedure's name comes as one word after CALL: db.labels.
    """
    tokens = [match for match in _TOKEN.finditer(cypher) if match.lastgroup not in ("space", "comment")]
    before = ""
    skip = 0
    for at, match in enumerate(tokens):
        if at < skip:
            continue
        kind, text = match.lastgroup, match[0]
        if before == "CALL" and kind in ("word", "quoted"):
            text, skip = _dotted(tokens, at)
            yield text
        elif kind == "word" and not _is_name(tokens, at):
            text = text.upper()
            yield text
        elif kind == "mark" and text == "\\":
            raise PolicyGraphError("a backslash outside a string is refused: write the characters themselves")
        elif kind == "mark" and text in ";{('\"`":
            if text in "'\"`":
                raise PolicyGraphError(f"the query has an opening {text} without its closing one")
            yield text
        before = text


def _is_name(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the word at `at` is a property, a label, a type, a parameter or a map's key: c.set, (:Set), {set: 1}."""
    if at and tokens[at - 1][0] in (".", ":", "|", "&", "!", "$", "%"):
        return True
    return at + 1 < len(tokens) and tokens[at + 1][0] == ":" and at > 0 and tokens[at - 1][0] in ("{", ",")


def _dotted(tokens: list[re.Match[str]], at: int) -> tuple[str, int]:
    """The dotted name that begins at `at`, without back ticks, and where it ends."""
    name = tokens[at][0].strip("`")
    at += 1
    while at + 1 < len(tokens) and tokens[at][0] == ".":
        name += "." + tokens[at + 1][0].strip("`")
        at += 2
    return name, at


def check_plan(plan: Mapping[str, Any] | None) -> None:
    """Refuses a query whose plan, as Neo4j explains it, has an operator that is not known to read only."""
    if plan is None:
        raise PolicyGraphError("the server does not say how it would run this query, so it is refused")
    operator = str(plan.get("operatorType", "")).partition("@")[0]
    if operator == "ProcedureCall":
        details = str(plan.get("args", {}).get("Details", ""))
        if details.partition("(")[0].lower() not in PROCEDURES:
            raise _refusal(f"CALL {details.partition('(')[0]}")
    elif not _READS.fullmatch(operator):
        raise _refusal(f"the step {operator}")
    for child in plan.get("children", ()):
        check_plan(child)
