"""The audits: workload, conflicts, gaps, deadlines, overlap and compare, each number with the clauses behind it.

`conflicts(read(store), limits())` finds that two plans of 六盘水市 want
城市生活垃圾资源化利用率 60% and 70% in 2025.

Each is a pure function from `Facts` to a `Report`; `formats`, `sheets` and `page` write reports down.
"""

from __future__ import annotations

import datetime

from policygraph.audit.compare import compare
from policygraph.audit.conflicts import conflicts
from policygraph.audit.deadlines import deadlines
from policygraph.audit.gaps import gaps
from policygraph.audit.gathered import Facts, read
from policygraph.audit.limits import Limits, limits
from policygraph.audit.overlap import overlap
from policygraph.audit.report import Evidence, Finding, Report, Row, Table, to_json
from policygraph.audit.workload import workload

__all__ = [
    "Evidence",
    "Facts",
    "Finding",
    "Limits",
    "Report",
    "Row",
    "Table",
    "audit_all",
    "compare",
    "conflicts",
    "deadlines",
    "gaps",
    "limits",
    "overlap",
    "read",
    "to_json",
    "workload",
]


def audit_all(facts: Facts, thresholds: Limits, *, on: datetime.date) -> tuple[Report, ...]:
    """Every audit of a single store, in the order of the page: compare needs two plans and is not among them."""
    return (
        workload(facts, thresholds),
        conflicts(facts, thresholds),
        gaps(facts, thresholds),
        deadlines(facts, thresholds, on=on),
        overlap(facts, thresholds),
    )
