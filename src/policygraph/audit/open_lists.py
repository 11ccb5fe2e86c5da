"""Duties that stay open: 市能源局等按职责分工负责 leaves room for any other body, 各相关部门 names none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.audit.facts import ClauseFact, DutyFact
from policygraph.audit.gathered import Facts
from policygraph.audit.report import Evidence, Finding

# 等有关部门按职责分工负责, 等配合; not 等级, 等量, 等.
_OPEN = "等(?:[^，。；、（）()]{0,8}(?:部门|单位|机构))?(?=[按分负配牵落参协指推共各，；。）)])"
_ROLE = re.compile(r"[^，；。、（）()]{0,14}")


def open_ended(facts: Facts) -> Iterator[Finding]:
    """A finding for each clause whose list of bodies is closed with 等 or consists of nobody in particular."""
    for clause, duties in facts.duties_of.items():
        if facts.clause_of[clause].plan in facts.without_text:
            continue
        own = [duty for duty in duties if not duty.inherited]
        found = _closed_with_etc(facts, facts.clause_of[clause], own)
        vague = [duty for duty in own if duty.collective and duty.in_charge]
        if found:
            yield Finding("open_ended", {"quote": found.quote}, (found,))
        elif vague and len(vague) == sum(duty.in_charge for duty in own):
            yield Finding("open_ended", {"quote": vague[0].quote}, (facts.evidence(vague[0]),))


def _closed_with_etc(facts: Facts, clause: ClauseFact, duties: list[DutyFact]) -> Evidence | None:
    """The last body of a list with the 等 that follows it; the last such place where a clause has several lists."""
    text = clause.words
    for duty in sorted(duties, key=lambda duty: -duty.position):
        for match in re.finditer(re.escape(duty.surface) + _OPEN, text):
            rest = _ROLE.match(text, match.end())
            return facts.cite(clause.id, match[0] + (rest[0] if rest else ""), duty)
    return None
