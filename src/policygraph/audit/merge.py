"""A re-organisation on trial: what moves if 市水务局 and 市林业局 become one body.

Clauses in which both had a duty are one task of the new body; what they have alone moves as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from policygraph.audit.concentration import gini, hhi, rounded
from policygraph.audit.gathered import Facts
from policygraph.audit.report import Cell, Evidence, Finding, Row, Table
from policygraph.audit.tally import Load, find_department, of_department
from policygraph.errors import PolicyGraphError


def merged(facts: Facts, loads: Sequence[Load], names: Sequence[str]) -> tuple[Table, Finding]:
    """The loads of `names` (ids, full or printed names) apart and together, and what that does to the spread."""
    held = of_department(loads)
    parts = [held[id_] for id_ in dict.fromkeys(find_department(facts, name) for name in names)]
    if len(parts) < 2:
        raise PolicyGraphError(f"{'、'.join(names)} is one department: name two or more that are to be merged")
    shared = _shared(parts)
    together = {column: _union(parts, column) for column in ("lead", "tasks")}
    name = " + ".join(part.name for part in parts)
    rows = [_row(part.name, part.clauses("lead"), part.clauses("tasks")) for part in parts]
    rows += [_row("shared", (), shared), _row(name, together["lead"], together["tasks"])]
    before = [load.count("tasks") for load in loads if not load.collective]
    after = [load.count("tasks") for load in loads if not load.collective and load not in parts] + [
        len(together["tasks"])
    ]
    values: dict[str, Cell] = {
        "departments": name, "tasks": len(together["tasks"]), "lead": len(together["lead"]), "shared": len(shared),
        "hhi_before": rounded(hhi(before)), "hhi_after": rounded(hhi(after)),
        "gini_before": rounded(gini(before)), "gini_after": rounded(gini(after)),
    }  # fmt: skip
    return Table("merge", ("department", "lead", "tasks"), tuple(rows)), Finding("merge", values, shared)


def _row(name: str, leads: tuple[Evidence, ...], tasks: tuple[Evidence, ...]) -> Row:
    return Row((name, len(leads), len(tasks)), {"lead": leads, "tasks": tasks})


def _union(parts: Sequence[Load], column: str) -> tuple[Evidence, ...]:
    return tuple({each.clause: each for part in parts for each in part.clauses(column)}.values())


def _shared(parts: Sequence[Load]) -> tuple[Evidence, ...]:
    """The clauses in which two or more of the bodies have a duty."""
    counts: dict[str, int] = {}
    for part in parts:
        for each in part.clauses("tasks"):
            counts[each.clause] = counts.get(each.clause, 0) + 1
    return tuple(each for each in _union(parts, "tasks") if counts[each.clause] > 1)
