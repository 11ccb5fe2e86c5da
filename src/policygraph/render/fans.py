"""Fans: what hangs on a clause stands on its stretch of the circle, and what hangs on that further out.

1 推动钢铁减排 with two targets takes twice the arc of a clause with nothing to show but its label.
"""

from __future__ import annotations

from math import cos, pi, sin

from policygraph.render.forces import Point
from policygraph.render.picture import Key

LEAF_ARC = 32.0
LEAST_ARC = 14.0
CROWD = 250
STEP = 175.0
Tree = dict[Key, list[Key]]


def radius_of(tree: Tree, first: list[Key], least: float) -> float:
    """Far enough out that every leaf of the fan has `LEAF_ARC` of the circle; less where more than `CROWD` want it."""
    leaves = sum(_leaves(tree, key) for key in first)
    arc = LEAF_ARC if leaves <= CROWD else max(LEAST_ARC, LEAF_ARC * CROWD / leaves)
    return max(least, leaves * arc / (2 * pi))


def all_round(tree: Tree, keys: list[Key], radius: float, placed: dict[Key, Point]) -> None:
    """Places `keys` all the way round, the first at the top: two stand over each other, so that their labels find room."""
    start = -pi * _leaves(tree, keys[0]) / sum(_leaves(tree, key) for key in keys) if keys else 0.0
    fan(tree, keys, start, start + 2 * pi, radius, placed)


def fan(tree: Tree, keys: list[Key], start: float, end: float, radius: float, placed: dict[Key, Point]) -> None:
    """Places `keys` on the arc from `start` to `end` (radians from the top, clockwise), their trees beyond it."""
    total = sum(_leaves(tree, key) for key in keys)
    for turn, key in enumerate(keys):
        width = (end - start) * _leaves(tree, key) / total
        middle = start + width / 2
        out = radius + (0.0 if key[0] == "Clause" or len(keys) < 4 else 46.0 * (turn % 3))
        placed[key] = (round(sin(middle), 9) * out, -round(cos(middle), 9) * out)
        fan(tree, tree.get(key, []), start, start + width, radius + STEP, placed)
        start += width
        total -= _leaves(tree, key)


def _leaves(tree: Tree, key: Key) -> float:
    """How many arcs a node and what hangs on it need; a clause is wider than a leaf, as it has a label on the ring."""
    return max(2.0 if key[0] == "Clause" else 1.0, sum(_leaves(tree, below) for below in tree.get(key, ())))
