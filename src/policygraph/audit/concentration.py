"""How unevenly work is spread over bodies: two measures over counts, and nothing about what is counted.

HHI: the sum of the squared shares, from 1/n (all alike) to 1 (one body has it all); O. C. Herfindahl, Concentration in
the Steel Industry, 1950. Gini: half the mean difference of any two counts, over their mean; C. Gini, Variabilità e
mutabilità, 1912, in the form for ordered counts x1 ≤ … ≤ xn: 2·Σ i·xi / (n·Σ xi) − (n + 1)/n.
"""

from __future__ import annotations

from collections.abc import Iterable


def hhi(counts: Iterable[int]) -> float | None:
    """The Herfindahl–Hirschman index of `counts`, as a share of 1; None where there is nothing to share."""
    held = [count for count in counts if count]
    total = sum(held)
    return sum(count * count for count in held) / (total * total) if total else None


def gini(counts: Iterable[int]) -> float | None:
    """The Gini coefficient of `counts`, zeros included: 0 where all have the same; None where there is nothing."""
    held = sorted(counts)
    total = sum(held)
    if not total:
        return None
    n = len(held)
    return 2 * sum(rank * count for rank, count in enumerate(held, 1)) / (n * total) - (n + 1) / n


def rounded(value: float | None) -> float | None:
    """To four places, as tables show it."""
    return None if value is None else round(value, 4)
