"""Conflicts: one region, one indicator, one year, and two plans that want different things.

到2025年，城市生活垃圾资源化利用率达到60% in one plan of 六盘水市, 达到70% in another. Units are converted first; each
side is quoted. And a lower plan that asks for less than the plan above it that it cites.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from policygraph.audit.facts import TargetFact
from policygraph.audit.gathered import Facts
from policygraph.audit.higher import cited_above, measures_alike
from policygraph.audit.kindred import kindred, put_in
from policygraph.audit.limits import Limits
from policygraph.audit.report import Cell, Finding, Report, Row, Table
from policygraph.audit.values import both_can_hold, comparable, opposed, printed, same_value, weaker

_COLUMNS = (
    "kind", "region", "year", "indicators", "indicator_a", "op_a", "value_a", "value_to_a", "unit_a", "plan_a",
    "number_a", "quote_a", "indicator_b", "op_b", "value_b", "value_to_b", "unit_b", "plan_b", "number_b", "quote_b",
    "both_can_hold",
)  # fmt: skip
_ORDER = ("value", "direction", "weaker", "baseline", "operator")


def conflicts(facts: Facts, limits: Limits) -> Report:
    """What two plans want differently, the plainest kinds first; a draft is not held against its own issued version."""
    found = [*_within_regions(facts, limits), *_below_cited(facts, limits)]
    found.sort(key=lambda each: (_ORDER.index(each[0]), each[1].indicator != each[2].indicator, each[1].id, each[2].id))
    rows = tuple(_row(facts, *each) for each in found)
    findings = tuple(_finding(facts, row, *each) for row, each in zip(rows, found, strict=True))
    regions = {plan.region for plan in facts.plans}
    notes: dict[str, Cell] = {"plans": len(facts.plans), "regions": len(regions), "targets": len(facts.targets)}
    return Report("conflicts", (Table("conflicts", _COLUMNS, rows),), findings, notes=notes)


_Found = tuple[str, TargetFact, TargetFact]


def _within_regions(facts: Facts, limits: Limits) -> Iterator[_Found]:
    regions: defaultdict[str, list[str]] = defaultdict(list)
    for plan in facts.plans:
        where = plan.region or plan.jurisdiction
        if where:
            regions[where].append(plan.plan)
    dated = {plan: [each for each in held if each.year is not None] for plan, held in facts.targets_in.items()}
    for plans in regions.values():
        for a, b in combinations(plans, 2):
            if facts.plan_of[a].title != facts.plan_of[b].title:
                yield from _between(dated.get(a, ()), dated.get(b, ()), limits)


def _between(first: Sequence[TargetFact], second: Sequence[TargetFact], limits: Limits) -> Iterator[_Found]:
    for a in first:
        if any(_stated_alike(a, b) for b in second):
            continue
        for b in second:
            if a.year == b.year and a.project == b.project and not any(_stated_alike(a, b) for a in first):
                kind = _kind(a, b, first, second, limits)
                if kind:
                    yield kind, a, b


def _stated_alike(a: TargetFact, b: TargetFact) -> bool:
    """Whether b says just what a says: then what else one of them says (力争14.5%) is no conflict."""
    return (
        (a.indicator, a.year, a.op, a.baseline_year or b.baseline_year)
        == (b.indicator, b.year, b.op, b.baseline_year or a.baseline_year)
        and comparable(a, b)
        and same_value(a, b)
    )


def _kind(
    a: TargetFact, b: TargetFact, first: Sequence[TargetFact], second: Sequence[TargetFact], limits: Limits
) -> str | None:
    same = a.indicator == b.indicator
    if not same and not kindred(a.indicator or a.printed, b.indicator or b.printed, limits):
        return None
    if not same and (_has(second, a) or _has(first, b)):
        return None  # the other plan has this very indicator: no need of a kindred one
    if same and opposed(a, b):
        return "direction"
    if not comparable(a, b) or (same and _better_partner(a, b, first, second)):
        return None
    if not same_value(a, b):
        return "value" if same or not both_can_hold(a, b) else None
    if not same:
        return None
    if a.baseline_year and b.baseline_year and a.baseline_year != b.baseline_year:
        return "baseline"
    return "operator" if a.op != b.op else None


def _has(targets: Sequence[TargetFact], wanted: TargetFact) -> bool:
    return any(each.indicator == wanted.indicator and each.year == wanted.year for each in targets)


def _better_partner(a: TargetFact, b: TargetFact, first: Sequence[TargetFact], second: Sequence[TargetFact]) -> bool:
    """Whether a firm value faces an aspired one though the other plan has a firm one too (下降13%，力争14.5%)."""
    if a.stance == b.stance:
        return False
    return any(_twin(each, b, a.stance) for each in second) or any(_twin(each, a, b.stance) for each in first)


def _twin(each: TargetFact, like: TargetFact, stance: str) -> bool:
    return (each.indicator, each.year, each.op, each.stance) == (like.indicator, like.year, like.op, stance)


def _below_cited(facts: Facts, limits: Limits) -> Iterator[_Found]:
    for low, high in cited_above(facts):
        for a in facts.targets_in.get(low, ()):
            for b in facts.targets_in.get(high, ()):
                if measures_alike(a, b) and weaker(a, b, limits.lower_is_better):
                    yield "weaker", a, b


def _row(facts: Facts, kind: str, a: TargetFact, b: TargetFact) -> Row:
    cells: list[Cell] = [
        kind,
        facts.plan_of[a.plan].jurisdiction,
        a.year,
        "same" if a.indicator == b.indicator else "kindred",
    ]
    for each in (a, b):
        number = facts.clause_of[each.clause].number
        cells += [each.printed, each.op, each.value, each.value_to, each.unit]
        cells += [facts.label(each.plan), number, each.quote]
    behind = {"quote_a": (facts.evidence(a),), "quote_b": (facts.evidence(b),)}
    return Row((*cells, both_can_hold(a, b)), behind)


def _finding(facts: Facts, row: Row, kind: str, a: TargetFact, b: TargetFact) -> Finding:
    values: dict[str, Cell] = {
        "region": facts.plan_of[a.plan].jurisdiction, "year": a.year,
        "indicator_a": a.printed, "indicator_b": b.printed,
        "plan_a": facts.label(a.plan), "plan_b": facts.label(b.plan), "aim_a": printed(a), "aim_b": printed(b),
        "baseline_a": a.baseline_year, "baseline_b": b.baseline_year,
        "indicators": "same" if a.indicator == b.indicator else "kindred",
    }  # fmt: skip
    if a.indicator != b.indicator:
        values["put_in"] = put_in(a.indicator or a.printed, b.indicator or b.printed)
    return Finding(kind, values, (facts.evidence(a), facts.evidence(b)))
