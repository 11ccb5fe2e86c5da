"""Which loaded plan stands over which: 落实《贵州省减污降碳协同增效实施方案》精神 in a city's plan.

A plan stands over another that cites it (its title inside the cited title) and covers an area that the other's lies in.
"""

from __future__ import annotations

from collections.abc import Iterator

from policygraph.audit.facts import TargetFact
from policygraph.audit.gathered import Facts
from policygraph.audit.values import base, comparable
from policygraph.ids import fold


def cited_above(facts: Facts) -> Iterator[tuple[str, str]]:
    """(lower plan, the higher plan that it cites), both loaded, each pair once."""
    titles = {plan.plan: fold(plan.title) for plan in facts.plans}
    pairs = dict.fromkeys(
        (citation.plan, plan.plan)
        for citation in facts.citations
        for plan in facts.plans
        if plan.plan != citation.plan and titles[plan.plan] in fold(citation.title)
    )
    for low, high in pairs:
        if facts.plan_of[high].region in facts.plan_of[low].above:
            yield low, high


def measures_alike(a: TargetFact, b: TargetFact) -> bool:
    """Whether a city's figure can be held against its province's: a share or a rate of one indicator in one year.

    Amounts can't: a city's 30万亩 is no less than its share of the province's 500万亩.
    """
    unit = base(a)[1]
    relative = unit in ("%", "个百分点") or "/" in unit
    if a.baseline_year and b.baseline_year and a.baseline_year != b.baseline_year:
        return False
    return relative and a.indicator == b.indicator and a.year == b.year and a.year is not None and comparable(a, b)
