"""How alike two wordings of one thing are: 单位生产总值能耗 and 全市单位地区生产总值能耗 name one indicator.

White space, width of characters, punctuation and the particles 的了和与及 never count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from policygraph.ids import fold

_IDLE = re.compile(r"[的了和与及,，、。:;“”\"'()（）]")
G = TypeVar("G")
F = TypeVar("F")


def _bigrams(words: str) -> set[str]:
    left = _IDLE.sub("", fold(words))
    return {left[i : i + 2] for i in range(len(left) - 1)} or {left}


def alike(one: str, other: str) -> float:
    """The share of character pairs that both wordings have, from 0 to 1."""
    a, b = _bigrams(one), _bigrams(other)
    return 2 * len(a & b) / (len(a) + len(b))


def within(one: str, other: str) -> float:
    """How much of the shorter wording the longer one holds, from 0 to 1."""
    a, b = _bigrams(one), _bigrams(other)
    return len(a & b) / min(len(a), len(b))


def match(gold: Sequence[G], found: Sequence[F], likeness: Callable[[G, F], float]) -> list[tuple[int, int]]:
    """Pairs of places, each fact at most once, the likest first; `likeness` is 0 for what can't be the same."""
    rated = [(likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for rate, i, j in sorted(rated, key=lambda each: -each[0]):
        if rate > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())
