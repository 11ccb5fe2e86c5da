"""A record's facts, kind by kind, one fact a line, without what depends on the file (spans, pages): to be compared."""

from __future__ import annotations

import difflib
from collections.abc import Callable

from policygraph.model import PlanRecord

Facts = dict[str, list[str]]


def facts(record: PlanRecord) -> Facts:
    """The facts of each kind, in document order."""
    return {
        "plan": [f"{record.plan.title} {record.plan.jurisdiction} {record.plan.document_number} {record.plan.issued_on} {record.plan.issuers}"],
        "sections": [f"{s.id} {s.title}" for s in record.sections],
        "clauses": [f"{c.id} {c.kind} {c.title}" for c in record.clauses],
        "departments": [f"{d.id} {sorted(d.aliases)}" for d in record.departments],
        "assignments": [f"{a.clause} {a.role} {a.lead_basis} {a.surface} {a.department} {a.position} {a.inherited}" for a in record.assignments],
        "targets": [
            f"{t.clause} {t.indicator} {t.op} {t.value} {t.value_to} {t.unit} {t.year} {t.baseline_year} {t.stance} {t.approximate}" for t in record.targets
        ],
        "commitments": [f"{c.clause} {c.year} {c.what}" for c in record.commitments],
        "projects": [f"{p.clause} {p.name} {p.owners} {p.places} {p.capacity}" for p in record.projects],
        "companies": [f"{c.id} {c.kind}" for c in record.companies],
        "citations": [f"{c.clause} {c.title} {c.number} {c.issuer}" for c in record.citations],
        "places": [f"{p.id} {p.kind}" for p in record.places],
    }  # fmt: skip


def differences(expected: Facts, found: Facts, fold: Callable[[str], str] = str) -> list[str]:
    """What one has and the other has not, a line each, with its kind; `fold` is applied to every fact before."""
    return [
        f"{kind} {line}"
        for kind in expected
        for line in difflib.unified_diff(
            [fold(f) for f in expected[kind]], [fold(f) for f in found[kind]], lineterm="", n=0
        )
        if line[0] in "+-" and not line.startswith(("+++", "---"))
    ]
