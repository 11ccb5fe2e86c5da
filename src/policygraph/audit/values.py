"""What a target demands, as numbers that compare: 达到60% is exactly 60, 不低于75% is 75 or more, 0.2825万吨 is 2825吨.

Two targets compare only if they speak of the same thing in the same way: a level with a level, a fall with a fall, in
units of one dimension. 下降5% and 控制在500万吨以内 are both right and say nothing of each other.
"""

from __future__ import annotations

import math
from collections.abc import Collection

from policygraph.audit.facts import TargetFact
from policygraph.lexicon.units import in_base_unit

_SIGNS = {"eq": "", "ge": "≥", "le": "≤", "decrease": "↓", "increase": "↑"}


def comparable(a: TargetFact, b: TargetFact) -> bool:
    """Whether one number can be held against the other: same manner of aim, same base unit."""
    return family(a) == family(b) and base(a)[1] == base(b)[1]


def opposed(a: TargetFact, b: TargetFact) -> bool:
    """Whether one wants a fall and the other a rise, in the same unit."""
    return {a.op, b.op} == {"decrease", "increase"} and base(a)[1] == base(b)[1]


def family(target: TargetFact) -> str:
    """level, decrease or increase."""
    return target.op if target.op in ("decrease", "increase") else "level"


def base(target: TargetFact) -> tuple[float, str]:
    """(value, unit) in the base unit of its dimension; as printed where the unit is unknown."""
    if target.base_value is not None and target.base_unit is not None:
        return target.base_value, target.base_unit
    return target.value, target.unit


def bounds(target: TargetFact) -> tuple[float, float]:
    """The lowest and the highest value, in the base unit, that keeps the target to the letter."""
    low, high = _ends(target)
    if target.op == "ge":
        return low, math.inf
    if target.op == "le":
        return -math.inf, high
    return low, high


def same_value(a: TargetFact, b: TargetFact) -> bool:
    """Whether both print the same number or range, whatever the unit: 0.2825万吨 and 2825吨, not 30—35% and 30—40%."""
    return all(math.isclose(first, second, rel_tol=1e-9) for first, second in zip(_ends(a), _ends(b), strict=True))


def _ends(target: TargetFact) -> tuple[float, float]:
    """The lower and the upper end of a range in the base unit; of a single number, that number twice."""
    low, _ = base(target)
    if target.value_to is None:
        return low, low
    upper = in_base_unit(target.value_to, target.unit)
    return low, upper.value if upper else target.value_to


def both_can_hold(a: TargetFact, b: TargetFact) -> bool:
    """Whether some value keeps both to the letter: ≥80 and ≥85 can, 60 and 70 can't."""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return max(low_a, low_b) <= min(high_a, high_b) * (1 + 1e-12)


def printed(target: TargetFact) -> str:
    """Operator, number and unit on one line: ≥75%."""
    return aim(target.op, target.value, target.value_to, target.unit)


def aim(op: str, value: float, value_to: float | None, unit: str) -> str:
    """As `printed`, of the parts: ↓5%, 30—35%."""
    number = f"{value:.10g}" + (f"—{value_to:.10g}" if value_to is not None else "")
    return f"{_SIGNS[op]}{number}{unit}"


def weaker(low: TargetFact, high: TargetFact, less_is_better: Collection[str]) -> bool:
    """Whether `low` asks for less than `high`, where more of a level is better unless the indicator says otherwise."""
    (value, _), (wanted, _) = base(low), base(high)
    if math.isclose(value, wanted, rel_tol=1e-9):
        return False
    name = (low.indicator or low.printed) + (high.indicator or high.printed)
    falling = family(low) == "level" and ("le" in (low.op, high.op) or any(word in name for word in less_is_better))
    return value > wanted if falling else value < wanted
