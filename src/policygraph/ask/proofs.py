"""The clauses behind an answer's rows, with the words that prove each and where in the file these stand.

A library question returns {clause, quote}; the page and the locus (表2第3行第1格) are looked up here, once for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policygraph.locus import Lang, said
from policygraph.stores import Store

_DETAILS = """MATCH (c:Clause)
WHERE c.id IN $clauses
WITH c
MATCH (p:Plan {id: c.plan})
RETURN c.id, p.id, p.title, c.position, c.number, c.title, c.page, c.locus
ORDER BY p.id, c.position, c.id"""
# Where the words of each fact of these clauses stand, by the way that the fact is tied to its clause.
_FACTS = tuple(
    f"MATCH {pattern} WHERE c.id IN $clauses RETURN c.id, {fact}.quote, {fact}.page, {fact}.locus "
    f"ORDER BY c.id, {fact}.start, {fact}.id"
    for fact, pattern in (
        ("r", "(d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)"),
        ("t", "(c:Clause)-[:SETS]->(t:Target)"),
        ("m", "(c:Clause)-[:COMMITS_TO]->(m:Commitment)"),
        ("r", "(c:Clause)-[r:NAMES]->(p:Project)"),
        ("r", "(c:Clause)-[r:CITES]->(d:Document)"),
        ("r", "(c:Clause)-[r:MENTIONS]->(e:Company|Place|Region)"),
    )
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clause behind row number `row` (from 0), with the words that prove the fact and where in the file they stand."""

    row: int
    plan: str
    plan_title: str
    clause: str
    number: str | None
    title: str | None
    quote: str | None
    page: int | None
    locus: str | None = None

    def where(self, language: Lang = "zh") -> str:
        """The page and the paragraph or table cell in words; empty where the file has neither."""
        return said(self.page, self.locus, language)


def evidence_of(store: Store, proofs: Sequence[Sequence[Mapping[str, Any]]]) -> tuple[Evidence, ...]:
    """The evidence for each row's proofs, in the order of the rows, of the plans and of their clauses."""
    clauses = sorted({each["clause"] for proof in proofs for each in proof})
    rows = store.query(_DETAILS, {"clauses": clauses}, limit=10**6).rows
    details = {row[0]: (at, row) for at, row in enumerate(rows)}
    placed = _placed(store, [row[0] for row in rows if row[6] is not None or row[7] is not None])
    found = []
    for row, proof in enumerate(proofs):
        pairs = dict.fromkeys((each["clause"], each.get("quote")) for each in proof if each["clause"] in details)
        for clause, quote in sorted(pairs, key=lambda pair: (details[pair[0]][0], pair[1] or "")):
            _, (_, plan, plan_title, _, number, title, *begin) = details[clause]
            page, at = placed.get((clause, quote), begin)
            found.append(Evidence(row, plan, plan_title, clause, number, title, quote, page, at))
    return tuple(found)


def _placed(store: Store, clauses: Sequence[str]) -> Mapping[tuple[str, str | None], Sequence[Any]]:
    """(page, locus) of the quotes in these clauses; of one that stands there twice, where it stands first."""
    found: dict[tuple[str, str | None], Sequence[Any]] = {}
    for cypher in _FACTS if clauses else ():
        for clause, quote, *at in store.query(cypher, {"clauses": clauses}, limit=10**6).rows:
            found.setdefault((clause, quote), at)
    return found
