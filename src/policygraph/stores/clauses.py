"""A query's text cut into its clauses, scope by scope, so that rules on its words can be asked of each.

`MATCH (c:Clause) WHERE EXISTS { (c)-[:SETS]->(t) WHERE t.year = 2025 } RETURN c.id` is two scopes: the query itself with
MATCH, WHERE and RETURN, and what stands in the braces with MATCH (not written) and WHERE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HIDDEN = re.compile(
    r"(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")|`(?P<name>(?:[^`]|``)*)`|//[^\n]*|/\*.*?\*/", re.DOTALL
)
_WORD = re.compile(
    r"(?<![\w.:$])(OPTIONAL\s+MATCH|MATCH|WHERE|WITH|UNWIND|RETURN|ORDER\s+BY|SKIP|OFFSET|LIMIT|UNION|CALL|YIELD)(?!\w)",
    re.IGNORECASE,
)
_OPERATOR = re.compile(r"(?<!\w)(?:STARTS|ENDS)\s+$", re.IGNORECASE)
_SUBQUERY = re.compile(r"(?<![\w.:$])(EXISTS|COUNT|COLLECT|CALL)\s*(?:\([^(){}]*\)\s*)?\{", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its first words in capitals, what follows them without the insides of subqueries, and where that is."""

    word: str
    body: str
    start: int


def shadow(cypher: str) -> str:
    """`cypher` without semicolons, comments and what strings hold, quoted names made plain, each character where it was."""

    def blank(match: re.Match[str]) -> str:
        if match["text"] is not None:
            return "'" + " " * (len(match[0]) - 2) + "'"
        if match["name"] is not None:
            return "_" + re.sub(r"\W", "_", match["name"]) + "_"
        return " " * len(match[0])

    return _HIDDEN.sub(blank, cypher).replace(";", " ")


def uncommented(cypher: str) -> str:
    """`cypher` with blanks for its comments, each other character where it was."""
    return _HIDDEN.sub(lambda each: each[0] if each["text"] or each["name"] is not None else " " * len(each[0]), cypher)


def scopes(cypher: str) -> Iterator[list[Clause]]:
    """The clauses of the query, then of each subquery in its braces, in the order in which they open."""
    text = shadow(cypher)
    yield list(_clauses(text, 0, len(text)))
    for found in _SUBQUERY.finditer(text):
        yield list(_clauses(text, found.end(), closing(text, found.end() - 1)))


def _clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    plain = text[:start] + _hollow(text[start:end])
    marks = [each for each in _WORD.finditer(plain, start, end) if _begins(plain, start, each.start())]
    first = marks[0].start() if marks else end
    if plain[start:first].strip():  # EXISTS { (c)-[:SETS]->(t) … } has no MATCH of its own
        yield Clause("MATCH", plain[start:first], start)
    ends = [*(each.start() for each in marks), end][1:]
    for mark, following in zip(marks, ends, strict=True):
        yield Clause(" ".join(mark[1].upper().split()), plain[mark.end() : following], mark.end())


def _hollow(text: str) -> str:
    """`text` with the insides of its subqueries blanked."""
    for found in _SUBQUERY.finditer(text):
        inside = closing(text, found.end() - 1) - found.end()
        text = text[: found.end()] + " " * inside + text[found.end() + inside :]
    return text


def _begins(text: str, start: int, at: int) -> bool:
    """Whether a clause begins at `at`: in no bracket, and not with the second word of STARTS WITH."""
    before = text[start:at]
    return sum((char in "([{") - (char in ")]}") for char in before) == 0 and not _OPERATOR.search(before)


def closing(text: str, opening: int) -> int:
    """Where the bracket that opens at `opening` closes; the end of the text where it does not."""
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if depth == 0:
            return at
    return len(text)


def items(clause: Clause) -> Iterator[Clause]:
    """What a WITH or RETURN projects, cut at the commas that stand in no bracket, each with its place."""
    begun, depth = 0, 0
    for at, char in enumerate(f"{clause.body},"):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            begun += len(clause.body[begun:at]) - len(clause.body[begun:at].lstrip())
            yield Clause("", clause.body[begun:at].rstrip(), clause.start + begun)
            begun = at + 1
