"""The targets of two plans side by side: 城市生活垃圾资源化利用率 in 2025, 60% in one and 70% in the other."""

from __future__ import annotations

from policygraph.audit.facts import TargetFact
from policygraph.audit.gathered import Facts
from policygraph.audit.report import Cell, Evidence, Finding, Row, Table
from policygraph.audit.values import comparable, printed, same_value

_COLUMNS = ("kind", "indicator", "year", "aim_a", "aim_b", "quote_a", "quote_b")


def compare_targets(facts: Facts, first: str, second: str) -> tuple[Table, list[Finding]]:
    """The targets of one indicator and year in two plans (ids) beside each other, then those of the second alone."""
    rows, findings = [], []
    used: set[str] = set()
    others = facts.targets_in.get(second, ())
    for a in facts.targets_in.get(first, ()):
        b = _partner(a, [each for each in others if each.id not in used])
        rows.append(_row(facts, a, b))
        if b is not None:
            used.add(b.id)
            if not _agree(a, b):
                values: dict[str, Cell] = {
                    "indicator": a.printed, "year": a.year, "aim_a": printed(a), "aim_b": printed(b),
                }  # fmt: skip
                findings.append(Finding("other_value", values, (facts.evidence(a), facts.evidence(b))))
    rows += [_row(facts, None, b) for b in others if b.id not in used]
    return Table("targets", _COLUMNS, tuple(rows)), findings


def _partner(a: TargetFact, others: list[TargetFact]) -> TargetFact | None:
    """The target of the same indicator and year, one of the same stance before any other."""
    fitting = [b for b in others if a.indicator == b.indicator and a.year == b.year]
    return next((b for b in fitting if b.stance == a.stance), fitting[0] if fitting else None)


def _agree(a: TargetFact, b: TargetFact) -> bool:
    return a.op == b.op and comparable(a, b) and same_value(a, b)


def _row(facts: Facts, a: TargetFact | None, b: TargetFact | None) -> Row:
    held = [each for each in (a, b) if each is not None]
    kind = "only_a" if b is None else "only_b" if a is None else "same" if _agree(a, b) else "other"
    sides = ("a", a), ("b", b)
    behind: dict[str, tuple[Evidence, ...]] = {f"quote_{side}": (facts.evidence(each),) for side, each in sides if each}
    aims = [printed(each) if each else None for _, each in sides]
    quotes = [each.quote if each else None for _, each in sides]
    return Row((kind, held[0].printed, held[0].year, *aims, *quotes), behind)
